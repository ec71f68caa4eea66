"""Dates in figures and in English: 2025-11-20, 01/02/2026, 251121, November 14, 2022."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from soten.japanese.calendar import Precision
from soten.japanese.calendarterms import relation_after
from soten.japanese.moments import Moment, TimeExpression, TimeKind

_ISO: Final = re.compile(r"(?<![0-9/.\-])([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?![0-9/\-]|\.\d)")
_YEAR_LAST: Final = re.compile(
    r"(?<![0-9/.\-])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d{2})(?![0-9/]|\.\d)"
)
_SLASHED: Final = re.compile(r"(?<![0-9A-Za-z/.\-])(\d{1,2})/(\d{1,2})(?=[\s(（)）、。」\]】]|$)")
_TAG: Final = re.compile(r"(?<=[(（\[【#＃_])(?:20)?(\d{2})(\d{2})(\d{2})(?=[)）\]】\s]|$)")
_HEADLINE_YEAR: Final = re.compile(
    r"(?<![0-9])((?:19|20)\d\d)(?=衆院選|参院選|総選挙|大統領選|五輪|W杯)"
)
_MIXED: Final = re.compile(r"(\d{1,2})月\s?(\d{1,2}),\s?((?:19|20)\d{2})(?![0-9])")
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("January", "Jan"),
            ("February", "Feb"),
            ("March", "Mar"),
            ("April", "Apr"),
            ("May",),
            ("June", "Jun"),
            ("July", "Jul"),
            ("August", "Aug"),
            ("September", "Sept", "Sep"),
            ("October", "Oct"),
            ("November", "Nov"),
            ("December", "Dec"),
        ),
        start=1,
    )
    for name in names
}
_NAME = "|".join(_MONTHS)
_MONTH_FIRST: Final = re.compile(
    rf"(?P<m>{_NAME})\.?\s{{0,2}}(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s?[,，]\s?|[,，]?\s)"
    r"(?P<y>(?:19|20)\d{2})(?!\d)"
)
_DAY_FIRST: Final = re.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m>{_NAME})\.?,?\s(?P<y>(?:19|20)\d{{2}})(?!\d)"
)


def find_numeric_date(text: str, start: int) -> TimeExpression | None:
    """Return the date in figures or in English that begins at `start`, if one does.

    Where day and month could change places (01/02/2026), the order that lies nearer to the other
    dates of the text wins, and the day comes first where they do not decide.
    """
    if text[start].isalpha():
        return _english(_MONTH_FIRST.match(text, start))
    if (match := _ISO.match(text, start)) is not None:
        return _dated(match, int(match[1]), int(match[3]), int(match[4]))
    if (match := _YEAR_LAST.match(text, start)) is not None:
        month, day = _ordered(text, int(match[1]), int(match[3]))
        return _dated(match, int(match[4]), month, day)
    if (match := _MIXED.match(text, start)) is not None:
        return _dated(match, int(match[3]), int(match[1]), int(match[2]))
    if (match := _TAG.match(text, start)) is not None:
        return _dated(match, 2000 + int(match[1]), int(match[2]), int(match[3]))
    if (match := _SLASHED.match(text, start)) is not None:
        return _dated(match, None, int(match[1]), int(match[2]))
    if (match := _HEADLINE_YEAR.match(text, start)) is not None:
        moment = Moment(Precision.YEAR, year=int(match[1]))
        return TimeExpression(start, match.end(), TimeKind.ABSOLUTE, moment)
    return _english(_DAY_FIRST.match(text, start))


def _english(match: re.Match[str] | None) -> TimeExpression | None:
    if match is None:
        return None
    month = _MONTHS[match["m"]]
    if match["d"]:
        return _dated(match, int(match["y"]), month, int(match["d"]))
    moment = Moment(Precision.MONTH, year=int(match["y"]), month=month)
    return TimeExpression(match.start(), match.end(), TimeKind.ABSOLUTE, moment)


def _dated(match: re.Match[str], year: int | None, month: int, day: int) -> TimeExpression | None:
    if not (1 <= month <= 12 and 1 <= day <= 31) or (year is not None and not 1500 < year < 2200):
        return None
    kind = TimeKind.PARTIAL if year is None else TimeKind.ABSOLUTE
    moment = Moment(Precision.DAY, year=year, month=month, day=day)
    relation = relation_after(match.string, match.end())
    return TimeExpression(match.start(), match.end(), kind, moment, relation=relation)


@lru_cache(maxsize=256)
def _ordered(text: str, first: int, second: int) -> tuple[int, int]:
    """Return month and day of two numbers, by the text's other dates where both readings exist."""
    if first > 12 or second > 12 or first == second:
        return (second, first) if second <= 12 else (first, second)
    day_first, month_first = _score(text, second, first), _score(text, first, second)
    return (second, first) if day_first >= month_first else (first, second)


def _score(text: str, month: int, day: int) -> int:
    """Return how often the text names this very date or one at most two days from it."""
    near = 0
    for match in _MONTH_DAY.finditer(text, 0, _ORDER_WINDOW):
        difference = abs((int(match[1]) - month) * 30 + int(match[2]) - day)
        near += 3 if difference == 0 else 2 if difference <= 2 else 1 if difference <= 10 else 0
    return near


_MONTH_DAY: Final = re.compile(r"([0-9０-９]{1,2})月([0-9０-９]{1,2})日")
_ORDER_WINDOW: Final = 20_000
"""How many characters decide the order; it keeps a page of nothing but such dates linear."""
