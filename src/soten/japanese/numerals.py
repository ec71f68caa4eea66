"""Numerals as Japanese reporting writes them: 701, １９．３, 1万9000, 900億, 三〇, 二十, 数百."""

from __future__ import annotations

import re
from typing import Final

DIGIT: Final = "0-9０-９"
"""Half- and full-width digits, for use inside a character class."""

KANJI_DIGIT: Final = "〇零一二三四五六七八九"
"""Kanji digits, for use inside a character class."""

_FOLD: Final = str.maketrans(
    "０１２３４５６７８９．〇零一二三四五六七八九", "0123456789.00123456789", ",，"
)
_LARGE: Final = {"兆": 10**12, "億": 10**8, "万": 10**4}
_SMALL: Final = {"千": 1000, "百": 100, "十": 10}
_SMALL_STEP: Final = re.compile(r"([0-9.]*)([千百十])")
_LARGE_STEP: Final = re.compile(r"([^兆億万]*)([兆億万])")

ARABIC_NUMERAL: Final = (
    rf"[{DIGIT}]+(?:[,，][{DIGIT}]{{3}})*(?:[.．][{DIGIT}]+)?(?:[千百](?:[{DIGIT}]{{1,3}}百?)?)?"
    rf"(?:[兆億万](?:[{DIGIT}]+(?:[,，][{DIGIT}]{{3}})*(?:[.．][{DIGIT}]+)?[千百]?)?)*"
)
"""A numeral that begins with a digit, as a pattern; every run is consumed once."""

KANJI_NUMERAL: Final = rf"[{KANJI_DIGIT}十百千][{KANJI_DIGIT}十百千万億兆]*(?:・[{KANJI_DIGIT}]+)?"
"""A numeral in kanji, as a pattern; ・ is its decimal point (一・五)."""

VAGUE_NUMERAL: Final = r"数(?:十|百|千)?(?:万|億|兆)?|[十百千]数(?:万|億|兆)?"
"""A numeral of which only the order is told: 数百, 数十万, 十数."""


def fold_digits(raw: str) -> str:
    """Return `raw` with full-width and kanji digits as ASCII digits and without separators.

    >>> fold_digits("１，２３４．５"), fold_digits("二〇二五")
    ('1234.5', '2025')
    """
    return raw.translate(_FOLD)


def numeral_value(raw: str) -> float | None:
    """Return what a numeral is worth, or None where `raw` is no well-formed numeral.

    Vague numerals give their lower bound: 数百 is 100, 十数 is 10.

    >>> numeral_value("1万9000"), numeral_value("三〇"), numeral_value("二千二十五")
    (19000.0, 30.0, 2025.0)
    >>> numeral_value("数十億"), numeral_value("一・五"), numeral_value("億")
    (1000000000.0, 1.5, None)
    """
    rest = raw.translate(_FOLD).replace("・", ".")
    rest = "1" + rest[1:] if rest.startswith("数") else rest.replace("数", "")
    total, position = 0.0, 0
    while (step := _LARGE_STEP.match(rest, position)) is not None:
        section = _section_value(step[1])
        if section is None:
            return None
        total += section * _LARGE[step[2]]
        position = step.end()
    if position == len(rest):
        return total if position else None
    section = _section_value(rest[position:])
    return None if section is None else round(total + section, 6)


def whole_number(raw: str) -> int | None:
    """Return a numeral as a whole number, or None where it is none.

    >>> whole_number("二十一"), whole_number("３"), whole_number("1.5")
    (21, 3, None)
    """
    value = numeral_value(raw)
    return int(value) if value is not None and value == int(value) else None


def _section_value(section: str) -> float | None:
    total, position = 0.0, 0
    while (step := _SMALL_STEP.match(section, position)) is not None:
        if step[1].count(".") > 1 or step[1] == ".":
            return None
        total += float(step[1] or 1) * _SMALL[step[2]]
        position = step.end()
    tail = section[position:]
    if not tail:
        return total if position else None
    try:
        return total + float(tail)
    except ValueError:
        return None
