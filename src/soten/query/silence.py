"""Coverage alarms: who used to speak, or to publish, and fell silent.

A voice is silent where it spoke on at least `LEAST` days of the last year, and has now been quiet
for at least a week, for longer than three times its usual interval, and for longer than it ever
was in that year. Days without any report in the ledger do not count as silence of anybody: the
clock stops with the latest document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from soten.store import Label

if TYPE_CHECKING:
    from soten.store import Ledger

LEAST = 5
"""On fewer days nobody has a habit to break."""

YEAR = timedelta(days=365)
WEEK = 7
TIMES = 3

_FIRST, _LAST = date.min.isoformat(), date.max.isoformat()


@dataclass(frozen=True, slots=True)
class Silence:
    """A voice (an actor, or a publisher) that fell silent: since when, and what was usual.

    `last` is the last ISO day it spoke on, `days` how long ago that is, `usual` the median and
    `longest` the longest interval in days between its days before, `spoke` on how many.
    """

    kind: str
    """"actor" or "publisher"."""
    who: Label
    last: str
    days: int
    usual: float
    longest: int
    spoke: int


@dataclass(frozen=True, slots=True)
class Habit:
    """On which days a voice (an actor, or a publisher) was heard: ordinals, in order."""

    kind: str
    who: Label
    days: tuple[int, ...]


def silences(ledger: Ledger, on: str | None = None) -> tuple[Silence, ...]:
    """Return who fell silent, seen from a day (ISO; else the ledger's latest), the longest first."""
    latest = on or ledger.last_day()
    if latest is None:
        return ()
    since = (date.fromisoformat(latest) - YEAR).isoformat()
    return silent_on(habits(ledger, since, latest), latest)


def silent_on(habits: Iterable[Habit], on: str) -> tuple[Silence, ...]:
    """Return who fell silent, seen from a day (ISO), of those who were heard, the longest first."""
    found = filter(None, (_alarm(habit, date.fromisoformat(on)) for habit in habits))
    return tuple(sorted(found, key=lambda silence: (-silence.days, silence.who.id)))


def habits(ledger: Ledger, since: str = _FIRST, until: str = _LAST) -> tuple[Habit, ...]:
    """Return who was heard when, from an ISO day to another, of those heard on `LEAST` days or more."""
    voices: dict[str, set[int]] = defaultdict(set)
    spoken = [row for row in ledger.voice_days(since, until) if _is_voice(row[0])]
    canon = ledger.canon({who for who, _, _ in spoken})
    for who, day, _ in spoken:
        voices[canon.get(who, who)].add(date.fromisoformat(day).toordinal())
    papers: dict[str, set[int]] = defaultdict(set)
    for who, day, _ in ledger.carrier_days(since, until):
        if who:
            papers[who].add(date.fromisoformat(day).toordinal())
    known = ledger.labels(who for who, days in voices.items() if len(days) >= LEAST)
    return tuple(
        Habit(kind, labels.get(who) or Label(who, ja=who), tuple(sorted(days)))
        for kind, heard, labels in (("actor", voices, known), ("publisher", papers, {}))
        for who, days in sorted(heard.items())
        if len(days) >= LEAST
    )


def _is_voice(who: str) -> bool:
    return ":" not in who and who != "author"


def _alarm(habit: Habit, on: date) -> Silence | None:
    first, last = (on - YEAR).toordinal(), on.toordinal()
    days = habit.days[bisect_left(habit.days, first) : bisect_right(habit.days, last)]
    if len(days) < LEAST:
        return None
    gaps = [later - earlier for earlier, later in pairwise(days)]
    quiet = last - days[-1]
    usual, longest = median(gaps), max(gaps)
    if quiet < WEEK or quiet <= TIMES * usual or quiet <= longest:
        return None
    told = date.fromordinal(days[-1]).isoformat()
    return Silence(habit.kind, habit.who, told, quiet, usual, longest, len(days))
