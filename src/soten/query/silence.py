"""Coverage alarms: who used to speak, or to publish, and fell silent.

A voice is silent where it spoke on at least `LEAST` days of the last year, and has now been quiet
for at least a week, for longer than three times its usual interval, and for longer than it ever
was in that year. Days without any report in the ledger do not count as silence of anybody: the
clock stops with the latest document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
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


def silences(ledger: Ledger, on: str | None = None) -> tuple[Silence, ...]:
    """Return who fell silent, seen from a day (ISO; else the ledger's latest), the longest first."""
    latest = on or ledger.last_day()
    if latest is None:
        return ()
    day = date.fromisoformat(latest)
    since = (day - YEAR).isoformat()
    voices = [row for row in ledger.voice_days(since) if ":" not in row[0] and row[0] != "author"]
    canon = ledger.canon({who for who, _, _ in voices})
    spoken = sorted((canon.get(who, who), told) for who, told, _ in voices)
    published = [(who, told) for who, told, _ in ledger.carrier_days(since) if who]
    labels = ledger.labels({who for who, _ in spoken})
    found = [
        *_alarms("actor", spoken, day, labels),
        *_alarms("publisher", published, day, {}),
    ]
    return tuple(sorted(found, key=lambda silence: (-silence.days, silence.who.id)))


def _alarms(
    kind: str, told: Iterable[tuple[str, str]], on: date, labels: dict[str, Label]
) -> Iterable[Silence]:
    for who, rows in groupby(told, key=lambda row: row[0]):
        days = sorted({date.fromisoformat(day) for _, day in rows if day <= on.isoformat()})
        if len(days) < LEAST:
            continue
        gaps = [(later - earlier).days for earlier, later in pairwise(days)]
        quiet = (on - days[-1]).days
        usual, longest = median(gaps), max(gaps)
        if quiet >= WEEK and quiet > TIMES * usual and quiet > longest:
            label = labels.get(who) or Label(who, ja=who)
            last = days[-1].isoformat()
            yield Silence(kind, label, last, quiet, usual, longest, len(days))
