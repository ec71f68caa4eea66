"""The words by which a question says what it seeks, and those that say nothing."""

from __future__ import annotations

import re
from typing import Final

from soten.query.question import Sought
from soten.records import Stance

_TAIL: Final = "[いうえかきけさしすせたちってでとなにのまみめらりるれろん]"
"""What an ending is made of: hiragana but は, が, を and others that begin the next phrase."""

SOUGHT: Final[tuple[tuple[Sought, re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (
        sought,
        re.compile(japanese.replace("T", _TAIL)),
        re.compile(rf"\b(?:{english})\b", re.IGNORECASE),
    )
    for sought, japanese, english in (
        (
            Sought.ACTORS,
            r"誰が(?:発言|述べ|言|話)T{0,6}",
            r"who (?:speaks|spoke|has spoken|commented)",
        ),
        (
            Sought.SOURCES,
            r"出典|情報源|ソース|どの(?:記事|文書|報道|新聞)|何を根拠",
            r"sources?|which (?:report|article|document)s?",
        ),
        (
            Sought.FIGURES,
            r"何(?:人|名|[%％]|パーセント|割|発|機|件|億|万|平方メ?ー?ト?ル?キロ)|いくつ|いくら|数字|数値|人数|割合"
            r"|ど(?:れ|の)くらい",
            r"how (?:many|much)|what (?:share|percentage|number)|figures?|numbers?|percent(?:age)?",
        ),
        (
            Sought.DISPUTES,
            r"食い違[いうっ]T{0,3}|否定しT{0,4}|否定|反論T{0,2}|争われT{0,4}|矛盾T{0,2}",
            r"den(?:y|ies|ied|ials?)|disputes?|disputed|contradict(?:s|ed)?|disagree(?:s|d|ment)?",
        ),
        (
            Sought.COMMITMENTS,
            r"約束T{0,2}?(?=[はをがの、？?]|$)|約束|期限|公約|守(?:ら|っ|り)T{0,6}|破(?:ら|っ|り)T{0,6}|履行T{0,4}|誓約",
            r"promis(?:e|es|ed)|commitments?|deadlines?|kept|keep|broken|broke|pledged?|pledges",
        ),
        (
            Sought.SHIFTS,
            r"変わ(?:っ|り|る|ら)T{0,6}|変化T{0,4}|転換T{0,3}|軟化T{0,3}|硬化T{0,3}|歩み寄T{0,4}|譲歩しT{0,4}",
            r"shift(?:s|ed)?|chang(?:e|es|ed|ing)|moved|softened|hardened",
        ),
        (
            Sought.STATEMENTS,
            r"(?:何と|なんと|何を|どう)(?:言|述べ|話|語|発言|説明|主張|訴え|コメント)T{0,8}|発言T{0,3}|コメントT{0,3}"
            r"|述べ[たてる]T{0,4}|語っT{0,4}|言っ[たて]T{0,4}|報じT{0,4}|伝えT{0,4}",
            r"said|says?|saying|statements?|told|comment(?:s|ed)?|remarks?",
        ),
        (
            Sought.POSITIONS,
            r"立場|主張|姿勢|態度|スタンス|考え方?|見解|意向|要求",
            r"positions?|stances?|stand|views?|want|wants|demands?",
        ),
        (
            Sought.TALKS,
            r"会談T{0,2}?(?=[はがをでにのと、？?]|$)|会談|協議|会合|交渉団?|首脳会議|電話会談|会っT{0,4}|会う|面会|訪問",
            r"talks?|meet|meets|met|meetings?|negotiat(?:e|ed|ions?)|summits?|visit(?:s|ed)?|calls?",
        ),
        (
            Sought.CHANGES,
            r"新しい|新たな|最新|動き|進展|何があT{0,4}|ニュース",
            r"new|news|latest|happened|developments?",
        ),
        (
            Sought.EVENTS,
            r"攻撃|砲撃|空爆|停電|出来事|起きT{0,4}|起こっT{0,4}|事件",
            r"attack(?:s|ed)?|strikes?|events?|blackouts?|shelling",
        ),
        (Sought.PLACES, r"どこ(?:で|に|の|か|へ)?", r"where"),
        (
            Sought.ACTORS,
            r"誰|だれ|どの国|どこの国|どちら",
            r"who|whom|which (?:countr(?:y|ies)|part(?:y|ies))",
        ),
    )
)
"""What is sought, and the words that say so; the first that stands in a question wins."""

_AGAINST = f"{Stance.REJECTS}|{Stance.OPPOSES}"
_TAKES = f"{Stance.ACCEPTS}|{Stance.ACCEPTS_IF}"
STANCES: Final[tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (
        stances,
        re.compile(japanese.replace("T", _TAIL)),
        re.compile(rf"\b(?:{english})\b", re.IGNORECASE),
    )
    for stances, japanese, english in (
        (
            _AGAINST,
            r"拒否T{0,6}|拒[むん]T{0,4}|反対T{0,6}",
            r"reject(?:s|ed|ing)?|refus(?:e|es|ed)|oppos(?:e|es|ed|ing)",
        ),
        (
            f"{Stance.SUPPORTS}|{_TAKES}",
            r"支持T{0,6}|賛成T{0,6}",
            r"support(?:s|ed|ing)?",
        ),
        (
            _TAKES,
            r"受け入れT{0,6}|同意T{0,6}",
            r"accept(?:s|ed|ing)?|agree(?:s|d)? to",
        ),
        (str(Stance.DEMANDS), r"要求T{0,5}|求めてT{0,4}", r"demand(?:s|ed|ing)?"),
        (
            str(Stance.OFFERS),
            r"提案しT{0,5}|提示しT{0,5}",
            r"offer(?:s|ed|ing)?|propos(?:e|es|ed|ing)",
        ),
    )
)
"""Stances by the words that ask for them, several joined by `|`."""

TOPIC_AFTER: Final = re.compile(
    r"\s*(?:氏|大統領|首相|外相|側)?(?:の問題|問題|情勢|の件|の話)?"
    r"(?:について|に関(?:し|す)|をめぐ|を巡|に対する|への|の件|問題)"
)
"""What follows a name that is what is spoken of, not who speaks."""

TO_AFTER: Final = re.compile(
    r"\s*(?:氏|大統領|首相|外相|側)?(?:に対し(?!て?の)|に(?=(?:何|どう|なん))|へ(?=(?:何|どう)))"
)
"""What follows a name that is spoken to."""

PLACE_AFTER: Final = re.compile(r"\s*(?:で|における|での)")

NO_CONTENT: Final = frozenset(
    (
        "各国 当事者 双方 両国 両者 関係国 それぞれ 互い 何 なに 誰 だれ どこ いつ どう"
        " どの どれ どんな なぜ こと もの 点 する いる ある なる できる 言う 述べる 語る"
        " 話す 教える 知る 示す 見せる 関する 対する よる つく 巡る めぐる 開く 行う"
        " 行なう 行われる 開かれる 下さる くださる 国 側 氏 さん 大統領 首相 外相 国防相"
        " 報道官 特使 高官 政府 当局 代表団 一覧 内容 詳細 状況 今 問題 件 話 情勢 者"
        " 人 方 間 時 日 月 年 以降 以前 まで から 過去 最近 現在 これまで 今後 はい"
        " お願い 願う どちら ところ 向ける 取る とる 持つ 抱く ため 全て すべて 計画 ほか"
        " 他 的 等 ごろ 付く 就く 案 思う 考える 参加 参加者 うち あげる 挙げる まとめる 比べる 出る 出す"
        " 聞く"
    ).split()
)
"""Words of Japanese questions that ask for nothing by themselves (dictionary forms)."""

NO_CONTENT_EN: Final = frozenset(
    "a about all an and any are as at be been by can could country countries did do does each everyone"
    " for from give had has have he her his how i in is it its list me not of on or our over party parties"
    " please regarding she show side sides so tell that the their them there they this those to toward"
    " towards up us was we were what when which who whom whose why will with would you your between during"
    " against both other every until since before after government president minister mr ms mrs"
    " spokesman spokesperson issue point far apart last next say yet now plan today".split()
)
"""The same for English questions."""
