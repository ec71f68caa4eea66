"""The words around a number that bound it: 約, 少なくとも, 最大; 以上, 近く, 未満, を超える."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from soten.records import Bound


@dataclass(frozen=True, slots=True)
class Bounding:
    """The bound of a number, and the span of the number with the words that bound it."""

    start: int
    end: int
    bound: Bound


_BEFORE_WORDS: Final[dict[str, Bound]] = {
    **dict.fromkeys(
        ("約", "およそ", "おおよそ", "ほぼ", "推定", "推計", "概算で", "ざっと"), Bound.APPROX
    ),
    **dict.fromkeys(("少なくとも", "最低でも", "最低", "最少で"), Bound.AT_LEAST),
    **dict.fromkeys(("最大で", "最大", "最多で", "最長で", "最長", "多くて"), Bound.AT_MOST),
    **dict.fromkeys(
        ("わずか", "計", "合計", "総額", "総勢", "延べ", "のべ", "累計", "丸", "平均"), Bound.EXACT
    ),
}
_AFTER_WORDS: Final[tuple[tuple[str, Bound], ...]] = (
    (r"以上", Bound.AT_LEAST),
    (
        r"超(?![大党過])|を[超越]え(?:る|た|て)?|を超す|を上回(?:る|った|って)?|を突破|余り|あまり|余(?!剰|裕)|強(?![制化力い])",
        Bound.MORE_THAN,
    ),
    (
        r"未満|足らず|に満たない|に届かな|を下回(?:る|った|って)?|弱(?![いまっ])|もたっていない|もたたない",
        Bound.LESS_THAN,
    ),
    (r"以下(?!同|の通り|のとおり|に同)|以内", Bound.AT_MOST),
    (r"近く|近い|ほど|程度|前後|ぐらい|くらい|内外|見当|ごろ", Bound.APPROX),
)
_BEFORE: Final = re.compile(rf"(?:{'|'.join(sorted(_BEFORE_WORDS, key=len, reverse=True))})[ 　]?$")
_AFTER: Final = re.compile("|".join(f"(?P<b{i}>{p})" for i, (p, _) in enumerate(_AFTER_WORDS)))
_AGREEMENTS: Final = frozenset("契公条制節規誓婚要盟解確予特集倹")
"""約 after one of these ends a word: 条約3本, 契約2件."""
_APART: Final = re.compile(
    r"(?P<least>少なくとも|最低でも)|(?P<most>最大で)|[、。，「」0-9０-９\n]"
)
_LOOK_BACK: Final = 16
_LONGEST: Final = max(map(len, _BEFORE_WORDS)) + 1
_NEGATIVE: Final = {
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.LESS_THAN: Bound.MORE_THAN,
}


def bound_around(text: str, start: int, end: int, *, is_negative: bool = False) -> Bounding:
    """Return how the words around `start` to `end` bound the number that stands there.

    Words after the number win over words before it, except that 約 yields to any other. Below zero
    they turn round: 零下20度以上 is at most -20.

    >>> bound_around("少なくとも約300人", 6, 10)
    Bounding(start=0, end=10, bound=<Bound.AT_LEAST: 'at-least'>)
    """
    bound, begin = Bound.EXACT, start
    for _ in range(3):
        before = _BEFORE.search(text, max(0, begin - _LONGEST), begin)
        if before is None:
            break
        found = _BEFORE_WORDS[before[0].rstrip(" 　")]
        if before[0][0] == "約" and text[before.start() - 1 : before.start()] in _AGREEMENTS:
            break
        bound = _stronger(bound, found)
        begin = before.start()
    if bound in (Bound.EXACT, Bound.APPROX):
        bound = _stronger(bound, _bound_apart(text, begin))
    after = _AFTER.match(text, end)
    if after is not None and after.lastgroup is not None:
        bound = _stronger(bound, _AFTER_WORDS[int(after.lastgroup[1:])][1], wins=True)
        end = after.end()
    return Bounding(begin, end, _NEGATIVE.get(bound, bound) if is_negative else bound)


def _stronger(bound: Bound, other: Bound, *, wins: bool = False) -> Bound:
    if other is Bound.EXACT:
        return bound
    if bound is Bound.EXACT or (bound is Bound.APPROX and other is not Bound.APPROX):
        return other
    return other if wins and other is not Bound.APPROX else bound


def _bound_apart(text: str, start: int) -> Bound:
    """Return a bound told a few words before its number: 少なくとも戦闘機1機."""
    found = Bound.EXACT
    for match in _APART.finditer(text, max(0, start - _LOOK_BACK), start):
        found = (
            Bound.AT_LEAST if match["least"] else Bound.AT_MOST if match["most"] else Bound.EXACT
        )
    return found
