"""What a promise is about: what is done or left off, on what.

The words hold of reporting in general; they are needed where promises are joined and where what
happened since is set beside them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

DEEDS: Final[dict[str, str]] = {
    "attack": r"攻撃|空爆|空襲|砲撃|爆撃|侵攻|襲撃|敵対行為|軍事活動|戦闘(?!機|員|服)|発射",
    "ceasefire": r"(?:停戦|休戦)(?:する|期間|合意|に(?:応|同意|入|署名|踏み切|従|違反)|で合意|"
    r"案(?:を受|に(?:応|同意))|は?が?守|を(?:実施|守|破|順守|遵守|受|延長|続け|維持|開始|宣言|始|発表|提案)|という|の(?:提案|実施|延長|開始)|$)|"
    r"間の(?:暫定|人道|一時的?な?|暫定的?な?)?(?:停戦|休戦)",
    "exchange": r"交換|引き渡|返還|送還",
    "withdraw": r"撤退|撤収|撤兵|引き揚げ",
    "sanction": r"制裁",
    "aid": r"供与|支援|援助|拠出|融資|提供",
    "send": r"派遣",
    "visit": r"訪問|訪れ|訪米|訪中|訪ロ|訪日|渡航",
    "talk": r"会談|協議|交渉|対話|会合",
    "release": r"釈放|解放(?!軍)",
    "sign": r"署名|調印|締結",
    "export": r"輸出|輸送",
    "cut": r"断絶|断つ|断ち|破棄|脱退|離脱",
}
"""What is promised to be done or left off; the key is the name the ledger has for it."""

_TAILS: Final = re.compile("インフラ|システム|ネットワーク|施設|設備")
"""What an energy plant and the energy grid differ in, though a pause in strikes names both."""

_LEFT_OFF: Final = re.compile(
    r"停止|中止|中断|休止|控え|差し控え|見合わせ|自制|やめ|取りやめ|凍結|"
    r"しない(?!か)|しません|行わない|行いません|せず(?!に)|禁止"
)
"""What says that something is left off."""

_IDLE: Final = frozenset(
    "用意 準備 意向 方針 考え 予定 計画 今後 姿勢 必要 明確 期間 可能 双方 両国 両者 我々 彼ら 大統領 "
    "首相 外相 政府 合意 約束 表明 条件 再度 場合 限り 全面 一時 時点 終結 戦争 対象 施設 インフラ 都市 "
    "目標 問題 分野 協力 強化 実現 開始 実施 決定 発表 確認 要求 提案 同意 受入 引き続き 全て 相手 参加 "
    "作業 要点 有利 停止 中止 中断 禁止 限定 正式 今回 現在 可能性 大規模 継続 以降 以上 過去 時間 完全 "
    "年末 今月末 来週 複数 同国 一方 一方的 一致 必要性 対応 影響 軍事的 基本 国内 地域 各国 当事者 "
    "模様 人以上 人分 日間 週間 大幅 両方 死亡 再開 措置".split()
)
"""Words that tell no promise from another."""

_WORD: Final = re.compile(r"[一-龥々〆ヶ]{2,}|[ァ-ヺー]{2,}|[A-Z]{2,}")
_ASIDE: Final = re.compile(
    "[^、。「」]*(?:ため|ために|ように|場合|場合に限って|れば|なら|限り|代わりに|条件に)、"
)
"""What a promise is for, and on what condition, tells nothing of what is promised."""
_NUMBER: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?![0-9]*[日月年])")
_DEED: Final = re.compile("|".join(f"(?P<d{n}>{words})" for n, words in enumerate(DEEDS.values())))
_NAMES: Final = tuple(DEEDS)

ALIKE: Final = 0.6
"""The least share of common pairs of signs (Dice) of two tellings of one promise."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a promise is about.

    `deeds` are names of `DEEDS`, `objects` the words that tell on what, `numbers` as written.
    `is_left_off` is True where what is promised is not to do it.
    """

    deeds: frozenset[str]
    objects: frozenset[str]
    numbers: frozenset[str] = frozenset()
    is_left_off: bool = False

    def touches(self, other: Matter) -> bool:
        """Say whether both are of the same deed, and of one object in common, if both name any."""
        if not self.deeds & other.deeds:
            return False
        return not self.objects or not other.objects or bool(self.objects & other.objects)


def matter_of(words: str, context: str = "") -> Matter:
    """Return what words are about; `context` tells what is left off where they only say so.

    >>> found = matter_of("あすまでエネルギー施設への攻撃を停止する")
    >>> sorted(found.deeds), sorted(found.objects), found.is_left_off
    (['attack'], ['エネルギー'], True)
    """
    plain = unicodedata.normalize("NFKC", words)
    main = _ASIDE.sub("", plain)
    deeds = deeds_in(main)
    told = plain
    is_left_off = _LEFT_OFF.search(main) is not None or "ceasefire" in deeds
    if not deeds and context and is_left_off:
        told = unicodedata.normalize("NFKC", context)
        deeds = deeds_in(told)
    named = _TAILS.sub(" ", _DEED.sub(" ", _LEFT_OFF.sub(" ", told)))
    objects = frozenset(word for word in _WORD.findall(named) if word not in _IDLE)
    if "ceasefire" in deeds:
        deeds |= {"attack"}
    return Matter(deeds, objects, frozenset(_NUMBER.findall(plain)), is_left_off)


def deeds_in(words: str) -> frozenset[str]:
    """Return what words say is done.

    >>> sorted(deeds_in("捕虜を交換し、部隊を撤収する"))
    ['exchange', 'withdraw']
    >>> sorted(deeds_in("30日間の停戦に応じる")), sorted(deeds_in("停戦について協議を続ける"))
    (['ceasefire'], ['talk'])
    """
    return frozenset(_NAMES[int(str(m.lastgroup)[1:])] for m in _DEED.finditer(words))


def is_left_off(words: str) -> bool:
    """Say whether words tell that something is left off, paused or forbidden.

    >>> is_left_off("空爆を停止した模様"), is_left_off("空爆を続けた")
    (True, False)
    """
    return _LEFT_OFF.search(words) is not None


def signs_of(words: str) -> str:
    """Return the signs of words that tell them from others: kanji, katakana, letters, digits.

    >>> signs_of("２月１日まで、攻撃を停止する。")
    '2月1日攻撃停止'
    """
    return re.sub(r"[^一-龥々〆ヶァ-ヺー0-9A-Za-z]", "", unicodedata.normalize("NFKC", words))


def likeness(one: str, other: str) -> float:
    """Return how alike two results of `signs_of` are: common pairs of signs, 0 to 1."""
    first, second = set(pairwise(one)), set(pairwise(other))
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else float(one == other)
