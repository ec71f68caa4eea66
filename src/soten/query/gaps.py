"""How far apart what two parties said on one point is on a day: the pair of sayings that tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from soten.query.closeness import Closeness
from soten.query.objects import Shared
from soten.query.saidsource import Cell, Said
from soten.query.sayings import COPY_DAYS, Saying, day_after
from soten.query.stances import apart

WITHIN_DAYS = 180
"""A stand older than this on the day asked about no longer counts as what a party holds."""

COMPARED = 40
"""How many of a party's latest stands on a point are compared with the other's."""

_READ = 2 * COMPARED
"""So many positions are read first to find these; then as many more as it takes."""


class Unknown(StrEnum):
    """Why a distance is unknown."""

    SILENT = "silent"
    """One of the two has said nothing on the point within the days that count."""
    OTHER_THINGS = "other-things"
    """Both have, but of different things, as far as their words tell."""
    NO_SCALE = "no-scale"
    """Both speak of one thing, but their stances cannot be set against each other: both demand,
    both refuse, both offer, one demands and the other offers, or one is undecided."""


@dataclass(frozen=True, slots=True)
class Short:
    """A gap in short: the value, and the sayings it rests on or, where it is unknown, the latest."""

    value: float | None
    one: Saying | None
    other: Saying | None
    shared: tuple[str, ...] = ()
    unknown: Unknown | None = None

    @property
    def both(self) -> tuple[Saying, ...]:
        """The sayings there are."""
        return tuple(saying for saying in (self.one, self.other) if saying is not None)


def held_around(said: Said, cell: Cell, day: str, within: int) -> list[Saying]:
    """Return what a party said so far on a point, as far back as `gap` looks on that day."""
    until = (day_after(day, COPY_DAYS), "~", "~")
    oldest, size = day_after(day, -within), _READ
    while True:
        found = said.window(cell, size, until)
        sayings = said.merged(found)
        is_all = len(found) < size or found[-1].last_day < oldest
        if is_all or len(_held(sayings, day, within)) == COMPARED:
            return sayings
        size *= 3


def gap(
    one: Sequence[Saying], other: Sequence[Saying], day: str, within: int = WITHIN_DAYS
) -> Short:
    """Return how far what two parties said on one point is apart on an ISO day.

    Of the pairs on the same thing, that counts whose older part is latest; one whose stances
    compare counts before one whose do not.
    """
    first, second = _held(one, day, within), _held(other, day, within)
    if not first or not second:
        return Short(
            None, first[0] if first else None, second[0] if second else None, (), Unknown.SILENT
        )
    best: Short | None = None
    for a, b in _latest_first(first, second):
        shared = a.wording.shared(b.wording)
        if shared is None:
            continue
        found = _measured(a, b, shared)
        if found.value is not None:
            return found
        best = best or found
    return best or Short(None, first[0], second[0], (), Unknown.OTHER_THINGS)


def _latest_first(
    first: Sequence[Saying], second: Sequence[Saying]
) -> Iterator[tuple[Saying, Saying]]:
    """Yield pairs in order of their older part, then of their newer, the latest first."""
    pairs = [(a, b) for a in first for b in second]
    ages = {saying.id: _age(saying) for saying in (*first, *second)}
    yield from sorted(
        pairs,
        key=lambda pair: tuple(sorted((ages[pair[0].id], ages[pair[1].id]))),
        reverse=True,
    )


def _held(sayings: Sequence[Saying], day: str, within: int) -> list[Saying]:
    """Return what a party still holds on a day, the latest first.

    What somebody else says of the party is left out.
    """
    oldest = day_after(day, -within)
    found = [
        saying
        for saying in sayings
        if oldest <= saying.first_day
        and saying.last_day <= day
        and saying.closeness not in (Closeness.OTHER, Closeness.UNKNOWN)
    ]
    return sorted(found, key=_age, reverse=True)[:COMPARED]


def _age(saying: Saying) -> tuple[str, int, str]:
    return saying.first_day, -saying.closeness.rank, saying.id


def _measured(a: Saying, b: Saying, shared: Shared) -> Short:
    value = apart(a.stance, b.stance, shared)
    return Short(value, a, b, shared.words, Unknown.NO_SCALE if value is None else None)
