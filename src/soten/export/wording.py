"""Dates and numbers in words a reader takes in at once, Japanese and English.

What is not known stays visible: a month stays a month, "at least" is written out, a range shows
both ends.
"""

from __future__ import annotations

from functools import lru_cache

from soten.export.labels import label
from soten.records import Bound, Figure, Unit
from soten.settings import Language

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {
    "21": ("春", "spring"),
    "22": ("夏", "summer"),
    "23": ("秋", "autumn"),
    "24": ("冬", "winter"),
}
_MYRIADS = ((10**16, "京"), (10**12, "兆"), (10**8, "億"), (10**4, "万"))
_THOUSANDS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_CLOSE_UNITS = (Unit.PERCENT, Unit.CELSIUS)


@lru_cache(maxsize=4096)  # a page tells of few days, but often
def date_words(edtf: str, language: Language) -> str:
    """Return a date (EDTF level 1) in words; `?` and `~` are written out.

    >>> date_words("2025-12-03", Language.JA), date_words("2025-12-03", Language.EN)
    ('2025年12月3日', '3 December 2025')
    >>> date_words("2025-11-28/2025-12-04", Language.JA), date_words("2025-11~", Language.EN)
    ('2025年11月28日〜12月4日', 'around November 2025')
    >>> date_words("../2027-12-31", Language.JA)
    '2027年12月31日まで'
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first, language)
    english = language is Language.EN
    if first in ("", ".."):
        return f"until {_point(last, language)}" if english else f"{_point(last, language)}まで"
    if last in ("", ".."):
        return f"from {_point(first, language)}" if english else f"{_point(first, language)}から"
    if english:
        return f"{_point(first, language)} to {_point(last, language)}"
    shared = 5 if first[:4] == last[:4] and "X" not in last and len(last) > 4 else 0
    if shared and len(last) >= 10 and first[:7] == last[:7]:
        shared = 8
    return f"{_point(first, language)}〜{_japanese(last, since=shared)}"


def _point(point: str, language: Language) -> str:
    plain = point.rstrip("~?%")
    mark = point[len(plain) :]
    words = _english(plain) if language is Language.EN else _japanese(plain)
    if language is Language.EN:
        words = f"around {words}" if mark in ("~", "%") else words
        return f"{words} (uncertain)" if mark in ("?", "%") else words
    words = f"{words}ごろ" if mark in ("~", "%") else words
    return f"{words}（不確か）" if mark in ("?", "%") else words


def _japanese(point: str, since: int = 0) -> str:
    """Return a point in time; parts before the character `since` go without saying."""
    plain = point.rstrip("~?%")
    parts = plain.split("-")
    year = f"{parts[0].replace('X', '0')}年代" if "X" in parts[0] else f"{parts[0]}年"
    words = [year]
    if len(parts) > 1 and parts[1] in _SEASONS:
        words.append(_SEASONS[parts[1]][0])
    elif len(parts) > 1 and parts[1] != "XX":
        words.append(f"{int(parts[1])}月")
    if len(parts) > 2 and parts[2] != "XX":
        words.append(f"{int(parts[2])}日")
    return "".join(words[{0: 0, 5: 1, 8: 2}[since] :])


def _english(point: str) -> str:
    parts = point.split("-")
    words = [f"{parts[0].replace('X', '0')}s" if "X" in parts[0] else parts[0]]
    if len(parts) > 1 and parts[1] in _SEASONS:
        words.insert(0, _SEASONS[parts[1]][1])
    elif len(parts) > 1 and parts[1] != "XX":
        words.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2 and parts[2] != "XX":
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def figure_words(figure: Figure, language: Language) -> str:
    """Return a figure's number with bound and unit.

    A unit nobody classified is left out: the evidence beside the number names it.
    """
    unit = label(figure.unit, language)
    if figure.bound is Bound.RANGE and figure.max is not None:
        form = label(figure.bound, language)
        number = form.format(
            number_words(figure.value, language), number_words(figure.max, language)
        )
        return _with_unit(number, unit, figure.unit, language)
    number = _with_unit(number_words(figure.value, language), unit, figure.unit, language)
    if figure.bound is Bound.RANGE:
        return number
    return label(figure.bound, language).format(number)


def _with_unit(number: str, words: str, unit: Unit, language: Language) -> str:
    close = language is Language.JA or unit in _CLOSE_UNITS or not words
    return f"{number}{words}" if close else f"{number} {words}"


def number_words(value: float, language: Language) -> str:
    """Return a number as readers write it: in 万 and 億, in millions and billions.

    >>> number_words(19000, Language.JA), number_words(90_000_000_000, Language.JA)
    ('1万9000', '900億')
    >>> number_words(90_000_000_000, Language.EN), number_words(19.3, Language.EN)
    ('90 billion', '19.3')
    """
    if value != int(value) or abs(value) >= 10**20:
        return f"{value:,.10g}" if language is Language.EN else f"{value:.10g}"
    if value < 0:
        return f"-{number_words(-value, language)}"
    return _english_number(int(value)) if language is Language.EN else _japanese_number(int(value))


def _japanese_number(value: int) -> str:
    words = ""
    for size, name in _MYRIADS:
        head, value = divmod(value, size)
        words += f"{head}{name}" if head else ""
    return words + str(value) if value or not words else words


def _english_number(value: int) -> str:
    for size, name in _THOUSANDS:
        if value >= size and value * 100 % size == 0:
            return f"{value / size:,.10g} {name}"
    return f"{value:,}"
