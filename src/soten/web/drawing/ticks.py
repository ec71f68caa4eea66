"""Where the lines of an axis stand and what is written there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from soten.export.wording import number_words
from soten.settings import Language

_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_STEPS = (1, 2, 2.5, 5)


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that an axis names. `head` names the year where it is the first tick of one."""

    day: int
    text: str
    head: str | None = None


def date_ticks(first: int, last: int, most: int, language: Language) -> tuple[Tick, ...]:
    """Return ticks on days, Mondays, months or years, as fine as `most` of them allow.

    All are within the days `first` to `last`; where none of a kind is, the first day is one.

    >>> jan, year = date(2031, 1, 1).toordinal(), date(2032, 6, 1).toordinal()
    >>> [(t.text, t.head) for t in date_ticks(jan, year, 4, Language.EN)]
    [('Jan', '2031'), ('Jul', None), ('Jan', '2032')]
    >>> [t.text for t in date_ticks(jan, jan + 4000, 4, Language.JA)]
    ['2035年', '2040年']
    """
    if last < first or most < 1:
        raise ValueError(f"no ticks from {first} to {last}, {most} at most")
    start = date.fromordinal(first)
    for begins, words in _kinds(language):
        days = list(islice(begins(start, last), most + 1))
        if len(days) <= most:
            return _headed(days or [start], words, language)
    raise AssertionError("no step is wider than all years there are")  # pragma: no cover


_Words = Callable[[date], str]
_Begins = Callable[[date, int], Iterator[date]]


def _kinds(language: Language) -> Iterator[tuple[_Begins, _Words | None]]:
    """Yield, the finest first, what gives the days of ticks, and their words (None: the year)."""
    is_english = language is Language.EN
    for step in _DAYS:
        yield _by_days(step), _day_en if is_english else _day_ja
    for months in _MONTHS:
        yield _by_months(months), _month_en if is_english else _month_ja
    for years in _YEARS:
        yield _by_months(12 * years), None


def _by_days(step: int) -> _Begins:
    def days(start: date, last: int) -> Iterator[date]:
        first = start.toordinal()
        # Day 1 was a Monday: weeks begin where the number less one divides by seven.
        begin = first + (1 - first) % step
        return map(date.fromordinal, range(begin, last + 1, step))

    return days


def _by_months(step: int) -> _Begins:
    def days(start: date, last: int) -> Iterator[date]:
        month = start.year * 12 + start.month - 1 + (start.day > 1)
        month += -month % step
        while 12 <= month < 12 * (date.max.year + 1):
            day = date(month // 12, month % 12 + 1, 1)
            if day.toordinal() > last:
                return
            yield day
            month += step

    return days


def _headed(days: list[date], words: _Words | None, language: Language) -> tuple[Tick, ...]:
    found: list[Tick] = []
    year = None
    for day in days:
        name = _year(day, language)
        if words is None:
            found.append(Tick(day.toordinal(), name))
        else:
            found.append(Tick(day.toordinal(), words(day), None if day.year == year else name))
        year = day.year
    return tuple(found)


def _year(day: date, language: Language) -> str:
    return f"{day.year}" if language is Language.EN else f"{day.year}年"


def _day_ja(day: date) -> str:
    return f"{day.month}/{day.day}"


def _day_en(day: date) -> str:
    return f"{day.day} {_MONTHS_EN[day.month - 1]}"


def _month_ja(day: date) -> str:
    return f"{day.month}月"


def _month_en(day: date) -> str:
    return _MONTHS_EN[day.month - 1]


# Numbers ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Axis:
    """The numbers of an axis: its ends, which are round numbers, and the lines between them."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    @property
    def begins_at_zero(self) -> bool:
        """Say whether its low end is nought."""
        return self.low == 0


def number_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return round numbers at even steps, the first at `low` or below, the last at `high` or above.

    There are two at least, and `most` at most where that is three or more.

    >>> number_ticks(3, 96, 6), number_ticks(0.1, 0.34, 5), number_ticks(7, 7, 5)
    ((0.0, 20.0, 40.0, 60.0, 80.0, 100.0), (0.1, 0.2, 0.3, 0.4), (7.0, 8.0))
    """
    if not (math.isfinite(low) and math.isfinite(high)) or high < low:
        raise ValueError(f"no numbers from {low} to {high}")
    most = max(most, 3)
    size = max(high - low, max(abs(low), abs(high)) * 1e-9)
    power = math.floor(math.log10(size / most)) if size > 0 else 0
    while True:
        for round_step in _STEPS:
            step = round_step * 10.0**power
            first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
            last = max(last, first + 1)
            if last - first < most and (low != high or step >= 1):
                digits = max(0, 1 - power)
                return tuple(round(at * step, digits) for at in range(first, last + 1))
        power += 1


def number_axis(low: float, high: float, most: int, language: Language) -> Axis:
    """Return an axis for numbers; it begins at nought unless they all lie far above it.

    >>> axis = number_axis(12_000, 48_000, 5, Language.JA)
    >>> [words for _, words in axis.ticks], axis.begins_at_zero
    (['0', '2万', '4万', '6万'], True)
    """
    if 0 < low <= high and low < high * 0.6:
        low = 0
    values = number_ticks(low, high, most)
    named = tuple((value, number_words(value, language)) for value in values)
    return Axis(values[0], values[-1], named)
