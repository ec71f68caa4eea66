"""A month of talks as weeks of days, each talk on every day it may have been or be."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from soten.query import JoinedTalk
from soten.records.edtf import bounds

_DRAWN_DAYS = 7
"""A date of more days than these stands beside the calendar, not in it."""


class Role(StrEnum):
    """What a day is to a talk."""

    HELD = "held"
    DUE = "due"
    WAS_SET = "was-set"
    """It was set for the day, and moved, put off or held on another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A talk with one of its dates."""

    talk: JoinedTalk
    role: Role
    date: str
    """In EDTF."""

    @property
    def is_sure(self) -> bool:
        """True for a date of one day."""
        first, last = bounds(self.date)
        return first == last


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar with what stands in it."""

    date: date
    is_inside: bool
    """False for days of the months before and after."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month; `loose` are talks of which no week is known."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    loose: tuple[Entry, ...]

    @property
    def previous(self) -> str:
        """The month before, such as 2025-11."""
        return (self.first - timedelta(days=1)).isoformat()[:7]

    @property
    def next(self) -> str:
        """The month after."""
        return (self.first + timedelta(days=31)).isoformat()[:7]


def month_of(talks: Iterable[JoinedTalk], month: str, *, first_weekday: int) -> Month:
    """Return the calendar of a month (2025-12); weeks begin on a weekday (0: Monday)."""
    first = date.fromisoformat(f"{month}-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    entries = [
        entry
        for talk in talks
        for entry in entries_of(talk)
        if _meets(entry.date, first.isoformat(), last.isoformat())
    ]
    weeks = Calendar(first_weekday).monthdatescalendar(first.year, first.month)
    close = [entry for entry in entries if _days(entry.date) <= _DRAWN_DAYS]
    return Month(
        first,
        tuple(tuple(_day(day, first, close) for day in week) for week in weeks),
        tuple(entry for entry in entries if entry not in close),
    )


def entries_of(talk: JoinedTalk) -> Iterator[Entry]:
    """Yield a talk with each of its dates, each once."""
    for held in talk.held:
        yield Entry(talk, Role.HELD, held)
    for planned in talk.planned:
        if planned not in talk.held:
            is_due = not talk.held and planned == talk.due
            yield Entry(talk, Role.DUE if is_due else Role.WAS_SET, planned)


def _day(day: date, first: date, entries: Sequence[Entry]) -> Day:
    is_inside = day.month == first.month
    told = day.isoformat()
    mine = (entry for entry in entries if is_inside and _meets(entry.date, told, told))
    return Day(day, is_inside, tuple(mine))


def _meets(edtf: str, first: str, last: str) -> bool:
    low, high = bounds(edtf)
    return low <= last and high >= first


def _days(edtf: str) -> int:
    low, high = bounds(edtf)
    if low < "0001" or high > "9999":
        return _DRAWN_DAYS + 1
    return (date.fromisoformat(high) - date.fromisoformat(low)).days + 1
