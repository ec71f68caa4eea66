"""EDTF dates as the ledger uses them: what is valid, and which days a value covers.

The part of EDTF level 1 that dates of reporting need: years, months and days (`2025`, `2025-11`,
`2025-11-20`), seasons 21 to 24, unspecified digits (`202X`, `2025-11-XX`), a qualifier `?`, `~`
or `%` at the end, and intervals of these with an open (`..`) or unknown (empty) end. Clock times,
years before 0000 or past 9999 and everything of level 2 are refused.
"""

from __future__ import annotations

import re
from functools import lru_cache

from soten.records.errors import UsageError

FIRST_DAY = "0000-01-01"
"""The first day of an interval without a known start."""

LAST_DAY = "9999-12-31"
"""The last day of an interval without a known end."""

_POINT = re.compile(
    r"""(?P<year>[0-9]{4} | [0-9]{3}X | [0-9]{2}XX)
        (?: -(?P<month>0[1-9] | 1[0-2] | 2[1-4] | XX)
            (?: -(?P<day>0[1-9] | [12][0-9] | 3[01] | XX) )? )?
        [?~%]?""",
    re.VERBOSE,
)

_SEASON_STARTS = {"21": 3, "22": 6, "23": 9, "24": 12}
"""Season code to its first month; a winter is named by the year it begins in."""

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_edtf(value: str) -> bool:
    """Say whether `value` is a date the ledger can hold.

    A day must exist in its month, and an interval must not end before it starts.

    >>> is_edtf("2025-11-28/2025-12-04"), is_edtf("2025-24~"), is_edtf("../2027-12-31")
    (True, True, True)
    >>> is_edtf("2025-11-31"), is_edtf("12月3日"), is_edtf("2025-12-03T09:00:00")
    (False, False, False)
    """
    return _bounds(value) is not None


def bounds(value: str) -> tuple[str, str]:
    """Return the first and the last day that `value` may mean, as ISO dates.

    Qualifiers do not widen the bounds; an open or unknown end is `FIRST_DAY` or `LAST_DAY`.
    The two strings order as the days do. Raises `UsageError` where `is_edtf` is false.

    >>> bounds("2024-02")
    ('2024-02-01', '2024-02-29')
    >>> bounds("2025-24")
    ('2025-12-01', '2026-02-28')
    >>> bounds("2025-12-03/..")
    ('2025-12-03', '9999-12-31')
    """
    found = _bounds(value)
    if found is None:
        raise UsageError(f"not a date in EDTF level 1 (such as 2025-12-03 or 2025-11): {value!r}")
    return found


@lru_cache(maxsize=4096)  # a page tells of few days, but often
def _bounds(value: str) -> tuple[str, str] | None:
    start, slash, end = value.partition("/")
    if not slash:
        return _point_bounds(value)
    if start in ("", "..") and end in ("", ".."):
        return None
    first = (FIRST_DAY, FIRST_DAY) if start in ("", "..") else _point_bounds(start)
    last = (LAST_DAY, LAST_DAY) if end in ("", "..") else _point_bounds(end)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _point_bounds(value: str) -> tuple[str, str] | None:
    match = _POINT.fullmatch(value)
    if match is None:
        return None
    year, month, day = match.group("year", "month", "day")
    if "X" in year:
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return None if month else (_day(low, 1, 1), _day(high, 12, 31))
    if month == "XX" and day not in (None, "XX"):
        return None
    if month is None or month == "XX":
        return _day(int(year), 1, 1), _day(int(year), 12, 31)
    if month in _SEASON_STARTS:
        return None if day else _season_bounds(int(year), _SEASON_STARTS[month])
    length = _days_in(int(year), int(month))
    if day is None or day == "XX":
        return _day(int(year), int(month), 1), _day(int(year), int(month), length)
    if int(day) > length:
        return None
    return (_day(int(year), int(month), int(day)),) * 2


def _season_bounds(year: int, first_month: int) -> tuple[str, str]:
    last_year, last_month = (year, first_month + 2) if first_month < 12 else (year + 1, 2)
    if last_year > 9999:
        return _day(year, first_month, 1), LAST_DAY
    last = _day(last_year, last_month, _days_in(last_year, last_month))
    return _day(year, first_month, 1), last


def _days_in(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS_IN_MONTH[month - 1] + leap


def _day(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"
