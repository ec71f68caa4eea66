"""The calendar reporting counts in: eras, weeks from Monday, thirds of a month, seasons.

Everything ends in a `Stretch` of days, which knows its EDTF level 1 form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Precision(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"


class Part(StrEnum):
    """A part of a month, year, week or decade."""

    EARLY = "early"
    """初め, 初旬, 上旬, 初頭"""
    MIDDLE = "middle"
    """中旬, 半ば"""
    LATE = "late"
    """下旬"""
    END = "end"
    """末"""
    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    WHOLE = "whole"
    """中, 内"""


ERAS: Final[dict[str, date]] = {
    "令和": date(2019, 5, 1),
    "平成": date(1989, 1, 8),
    "昭和": date(1926, 12, 25),
    "大正": date(1912, 7, 30),
    "明治": date(1868, 1, 25),
}
"""The first day of each era, latest first."""

SEASONS: Final[dict[str, int]] = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
"""The EDTF number of each season."""

_SEASON_START: Final = {21: 3, 22: 6, 23: 9, 24: 12}
_MONTH_PARTS: Final[dict[Part, tuple[int, int]]] = {
    Part.EARLY: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.LATE: (21, 31),
    Part.END: (31, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}
_YEAR_PARTS: Final[dict[Part, tuple[int, int]]] = {
    Part.EARLY: (1, 3),
    Part.MIDDLE: (5, 8),
    Part.LATE: (10, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
}
_WEEK_PARTS: Final[dict[Part, tuple[int, int]]] = {
    Part.EARLY: (0, 0),
    Part.MIDDLE: (2, 2),
    Part.LATE: (5, 6),
    Part.END: (5, 6),
    Part.FIRST_HALF: (0, 2),
    Part.SECOND_HALF: (3, 6),
}
_DECADE_PARTS: Final[dict[Part, tuple[int, int]]] = {
    Part.EARLY: (0, 2),
    Part.MIDDLE: (4, 6),
    Part.LATE: (7, 9),
    Part.END: (8, 9),
    Part.FIRST_HALF: (0, 4),
    Part.SECOND_HALF: (5, 9),
}
_EDTF_PART: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both included, told with `precision`."""

    first: date
    last: date
    precision: Precision
    season: int | None = None

    @property
    def edtf(self) -> str:
        """The stretch as EDTF level 1.

        >>> month_of(2025, 11).edtf, week_of(date(2025, 11, 20)).edtf
        ('2025-11', '2025-11-17/2025-11-23')
        """
        if self.season is not None:
            return f"{self.first.year:04d}-{self.season}"
        if self.precision is Precision.DAY:
            return self.first.isoformat()
        if self.precision is Precision.MONTH:
            return self.first.isoformat()[:7]
        if self.precision is Precision.YEAR:
            return f"{self.first.year:04d}"
        if self.precision is Precision.DECADE:
            return f"{self.first.year:04d}/{self.last.year:04d}"
        return _interval_text(self.first, self.last)

    def to(self, other: Stretch) -> Stretch:
        """Return the stretch from the start of this one to the end of `other`.

        >>> month_of(2005, 5).to(month_of(2005, 6)).edtf
        '2005-05/2005-06'
        """
        return Stretch(self.first, other.last, Precision.INTERVAL)


def _interval_text(first: date, last: date) -> str:
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and first.month == 1 and last.month == 12 and first.year != last.year:
        return f"{first.year:04d}/{last.year:04d}"
    if whole_months and (first.year, first.month) != (last.year, last.month):
        return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    return f"{first.isoformat()}/{last.isoformat()}"


def day_of(day: date) -> Stretch:
    """Return one day."""
    return Stretch(day, day, Precision.DAY)


def month_of(year: int, month: int) -> Stretch:
    """Return one month of a year."""
    return Stretch(date(year, month, 1), _month_end(year, month), Precision.MONTH)


def year_of(year: int) -> Stretch:
    """Return one year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def week_of(day: date) -> Stretch:
    """Return the week, Monday to Sunday, that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return Stretch(monday, monday + timedelta(days=6), Precision.WEEK)


def season_of(year: int, season: int) -> Stretch:
    """Return a season by its EDTF number; a winter is named by the year it begins in.

    >>> season_of(2022, 24).edtf, season_of(2022, 24).last
    ('2022-24', datetime.date(2023, 2, 28))
    """
    start = _SEASON_START[season]
    end_year, end_month = (year + 1, 2) if start == 12 else (year, start + 2)
    last = _month_end(end_year, end_month)
    return Stretch(date(year, start, 1), last, Precision.SEASON, season)


def decade_of(year: int, part: Part | None = None) -> Stretch:
    """Return the ten years from `year` on, or a part of them.

    >>> decade_of(1990, Part.SECOND_HALF).edtf
    '1995/1999'
    """
    first, last = (0, 9) if part is None or part is Part.WHOLE else _DECADE_PARTS[part]
    return Stretch(date(year + first, 1, 1), date(year + last, 12, 31), Precision.DECADE)


def part_of(whole: Stretch, part: Part | None) -> Stretch:
    """Return a part of a month, year or week as reporting counts it.

    >>> part_of(month_of(2026, 2), Part.LATE).edtf, part_of(year_of(2027), Part.END).edtf
    ('2026-02-21/2026-02-28', '2027-12-31')
    """
    if part is None or part is Part.WHOLE:
        return whole
    if whole.precision is Precision.MONTH:
        first, last = (min(day, whole.last.day) for day in _MONTH_PARTS[part])
        start, end = whole.first.replace(day=first), whole.first.replace(day=last)
        return day_of(end) if part is Part.END else Stretch(start, end, Precision.INTERVAL)
    if whole.precision is Precision.YEAR:
        if part is Part.END:
            return day_of(whole.last)
        months = _YEAR_PARTS[part]
        return month_of(whole.first.year, months[0]).to(month_of(whole.first.year, months[1]))
    if whole.precision is Precision.WEEK:
        offsets = _WEEK_PARTS[part]
        start, end = (whole.first + timedelta(days=offset) for offset in offsets)
        return day_of(start) if start == end else Stretch(start, end, Precision.INTERVAL)
    return whole


def shifted(day: date, count: int, unit: Precision) -> date:
    """Return `day` moved by `count` units; a month's end stays within the month.

    Raises OverflowError or ValueError beyond the years 1 to 9999.

    >>> shifted(date(2026, 3, 31), -1, Precision.MONTH)
    datetime.date(2026, 2, 28)
    """
    if unit is Precision.DAY:
        return day + timedelta(days=count)
    if unit is Precision.WEEK:
        return day + timedelta(days=7 * count)
    months = count if unit is Precision.MONTH else 12 * count
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _month_end(year, month + 1).day))


def era_year(era: str, number: int) -> int | None:
    """Return the Gregorian year of a year of an era, or None where the era had no such year.

    >>> era_year("令和", 7), era_year("平成", 40)
    (2025, None)
    """
    if era not in ERAS or number < 1:
        return None
    year = ERAS[era].year + number - 1
    later = [start.year for start in ERAS.values() if start > ERAS[era]]
    return year if not later or year <= min(later) else None


def parse_edtf(edtf: str | None) -> Stretch | None:
    """Return the days an EDTF date, month, year, season or interval covers; None if it is none.

    >>> parse_edtf("2009-04").last, parse_edtf("2025-11-28/2025-12-04").precision.value
    (datetime.date(2009, 4, 30), 'interval')
    """
    if not edtf:
        return None
    ends = [_parse_point(part) for part in edtf.split("/")]
    if len(ends) == 1:
        return ends[0]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    return ends[0].to(ends[1])


def _parse_point(part: str) -> Stretch | None:
    match = _EDTF_PART.fullmatch(part)
    if match is None:
        return None
    year, second, day = int(match[1]), match[2], match[3]
    try:
        if second is None:
            return year_of(year)
        if int(second) in _SEASON_START:
            return season_of(year, int(second))
        if day is None:
            return month_of(year, int(second))
        return day_of(date(year, int(second), int(day)))
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)
