"""The words that say what a figure counts: what is done to it, for how long, which thing it is.

Tables, first match in order of the text. They hold of reporting in general and of no conflict.
"""

from __future__ import annotations

import re
from typing import Final

ACTS: Final[dict[str, str]] = {
    "casualties": r"死傷",
    "losses": r"人的損失|損失|失われ|失った|損耗",
    "killed": r"死亡|死者|戦死|死んだ|殺害|殺され|犠牲|亡くな|命を落と|死んで",
    "wounded": r"負傷|けが|重傷|軽傷|傷を負",
    "missing": r"行方不明",
    "exchanged": r"交換|引き渡|送還|帰還",
    "released": r"釈放|解放され(?=た(?:人質|捕虜))",
    "detained": r"拘束|逮捕",
    "deported": r"移送|連れ去|拉致",
    "displaced": r"避難|家を追われ|故郷を離れ|難民|脱出",
    "repelled": r"撃退",
    "shot-down": r"撃墜|迎撃(?!ミサイル|機|用|ドローン|弾)|撃ち落と",
    "launched": r"発射|飛来|撃ち込|放っ|放った|来襲",
    "destroyed": r"破壊|全壊|焼失|損壊|大破",
    "struck": r"攻撃(?!用|型|ヘリ|機|ドローン|無人|艇|能力)|空爆|空襲|砲撃|被弾",
    "pledged": r"拠出|供与|融資|援助|資金支援|(?:支援|提供)(?=する|し|を(?:表明|約束|行|決|発表))",
    "demanded": r"要求し|要求す|求め",
    "deployed": r"派遣|駐留|展開し|展開す|配備",
    "exported": r"輸出",
    "sanctioned": r"制裁|入港禁止|資産凍結",
    "without-power": r"停電|電気が(?:来|使え)|暖房が",
    "for": r"賛成|支持し",
    "against": r"反対し|反対票",
    "abstained": r"棄権",
    "attended": r"参加|出席|加盟",
}
"""What is done to what is counted; the key is the name the ledger has for it."""

HELD: Final = re.compile(
    r"支配(?!人)|占領|制圧|掌握|解放(?!軍)|奪還|管理下|実効支配|併合|手中|コントロール"
)
"""Words of whoever holds a place; which word a source chooses does not matter here."""

PASSIVE: Final = re.compile(r"され|られ|(?:支配|管理|制圧)下")

PERIODS: Final[dict[str, str]] = {
    "day": r"過去24時間|24時間(?:以内)?[でにの]|この24時間|一日(?:で|の間)|"
    r"(?:この|過去)?(?<![0-9])1日(?:間)?(?:で|に|の間|当たり|あたり)|一昼夜|一晩|夜間|日夜|未明|この日|同日",
    "week": r"(?:過去|この)1週間|週間(?:で|の間)",
    "month": r"月間|(?:過去|この)1[かカヶ]月|ひと月|1[かカヶ]月(?:間)?で|今月|先月",
    "year": r"年間(?:で|の)|今年|昨年|去年|前年",
    "total": r"これまで|累計|通算|総計|今までに|現在までに|以来|以降|延べ|開戦から|侵攻開始から",
    "now": r"現在|現時点|今も|いまも|なお",
}
"""For how long is counted. A number for a day, for a month and from the beginning differ in kind."""

EACH: Final = re.compile(r"それぞれ|各側|ずつ|双方が|両国が")

THINGS: Final[tuple[tuple[str, str], ...]] = (
    ("sea drone", r"無人艇|水上(?:ドローン|無人)|海上(?:ドローン|無人)"),
    ("drone", r"ドローン|無人機|無人航空機|UAV"),
    ("ballistic missile", r"弾道(?:ミサイル|弾)"),
    ("cruise missile", r"巡航ミサイル"),
    ("missile", r"ミサイル"),
    ("guided bomb", r"滑空(?:誘導)?爆弾|誘導爆弾"),
    ("shell", r"砲弾"),
    ("body", r"遺体"),
    ("prisoner", r"捕虜"),
    ("hostage", r"人質"),
    ("child", r"子供|児童|未成年"),
    ("civilian", r"民間人|市民|住民|一般人"),
    ("soldier", r"兵士|将兵|軍人|戦闘員|(?<=[一-龥ァ-ヺー])兵$"),
    ("tank", r"戦車"),
    ("aircraft", r"航空機|戦闘機|軍用機"),
    ("settlement", r"集落|居住地|入植地|村落"),
    ("temperature", r"気温"),
    ("country", r"^(?:国|か国|カ国|国々)$"),
)
"""Things under several words, by what the noun holds; the first that fits."""

IDLE: Final = re.compile(
    r"(?:全体|合計|総計|累計|計|合わせ|人々|人間|人|者|数|総数|人数|件数|うち|内|ほか|他|以上|以下|規模|"
    r"全員|大半|一部|残り|割合|比率|差|間|中|後|前|予定|見込み|可能性|方|側|軍|現在|最大|最低|推定|新た|"
    r"両国|双方|各側|側面|上|点|これ|それ|同|約|丸|時点|状態|模様)"
)
"""Nouns that say nothing of what is counted."""

RATIO: Final = re.compile(
    "倍|割|ポイント|大|分の|位|回戦|語|条|点|キロ|[kKｋ㎞]|メートル|[mMｍ㎝㎏]|センチ|ミリ|歳|度"
)
"""Counters of numbers that measure nothing by themselves."""

ONE_OFF: Final = frozenset(("for", "against", "abstained", "attended"))
"""What is counted once, on one day."""

HARM: Final = re.compile(
    "攻撃|空爆|空襲|砲撃|爆発|爆撃|墜落|衝突|事件|戦闘|被害|被災|地震|洪水|襲|着弾|火災|脱線"
)
"""A sentence that tells of harm names the place that a toll in the next one is counted of."""

PLANNED: Final = re.compile(
    "用意|予定|計画|方針|意向|提案|見通し|見込み|ことで合意|ことに合意|ことを決|よう(?:求|要)|べき|たい"
)
"""What has yet to be done is another quantity than what was."""

OF_PLACE: Final = frozenset(
    "casualties losses killed wounded missing detained displaced destroyed without-power".split()
)
"""What is counted of a place: without one, a number of these tells nothing of another."""

OF_PERSONS: Final = frozenset(
    "casualties killed wounded missing detained displaced deported released exchanged".split()
)
"""What is done to persons only; of a number in another unit it says nothing."""

OF_THINGS: Final = frozenset("struck launched shot-down repelled exported".split())
"""What is done to things only; of persons it says nothing."""

OF_DOER: Final = frozenset(
    "launched shot-down repelled pledged deployed demanded sanctioned".split()
)
"""What is counted of whoever does it."""

_ACT: Final = re.compile("|".join(f"(?P<a{n}>{words})" for n, words in enumerate(ACTS.values())))
_NAMES: Final = tuple(ACTS)
_PERIOD: Final = re.compile("|".join(f"(?P<p{n}>{w})" for n, w in enumerate(PERIODS.values())))
_PERIOD_NAMES: Final = tuple(PERIODS)


def acts_in(words: str) -> list[tuple[int, str]]:
    """Return what is told to be done, with the place in the words.

    >>> acts_in("3人が死亡し、9人が負傷した")
    [(3, 'killed'), (10, 'wounded')]
    """
    return [(m.start(), _NAMES[int(str(m.lastgroup)[1:])]) for m in _ACT.finditer(words)]


def without_acts(words: str) -> str:
    """Return words without those that say what is done.

    >>> without_acts("民間人死者")
    '民間人'
    """
    return _ACT.sub("", words)


def periods_in(words: str) -> list[tuple[int, int, str]]:
    """Return for how long is counted, with start and end of the words that say so."""
    return [
        (m.start(), m.end(), _PERIOD_NAMES[int(str(m.lastgroup)[1:])])
        for m in _PERIOD.finditer(words)
    ]


def thing_named(noun: str) -> str:
    """Return the name of a thing, or the noun itself where no table has it, "" where it is idle.

    >>> thing_named("攻撃用無人機"), thing_named("飛行機型ドローン"), thing_named("人々")
    ('drone', 'drone', '')
    """
    if not noun or IDLE.fullmatch(noun):
        return ""
    return next((name for name, words in THINGS if re.search(words, noun)), noun)
