"""Where a party's stance moved, in short: two sayings on one thing, in order of time, that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from soten.query.objects import Shared
from soten.query.saidsource import Cell, Said
from soten.query.sayings import COPY_DAYS, Key, Saying, compared, day_after
from soten.query.stances import is_other

LOOK_BACK = 60
"""How many earlier stands of a course one is compared with; those before are too long ago."""

WINDOW = 4 * LOOK_BACK
"""How many earlier positions of one course are read where those do not tell."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A shift in short."""

    before: Saying
    after: Saying
    shared: Shared

    @property
    def key(self) -> Key:
        """Its place in a list, by the later words."""
        return self.after.key


def moved_to(
    said: Said,
    cell: Cell,
    wanted: Sequence[Saying],
    read: Sequence[Saying],
    oldest: Saying | None,
) -> list[Moved]:
    """Return the shifts of which the later words are among some of one course.

    `read` is what is known of the course down to the place of `oldest` (None: to its beginning),
    with what was said up to a week later, of which those wanted may be copies. Where that does not
    tell, more of the course is read.
    """
    ids = {one.id for one in wanted}
    found: list[_Heard] = []
    for one in _heard(said.merged(read), ids):
        if oldest is not None and not one.is_told_after(oldest):
            break
        found.append(one)
    else:
        return _moves(found)
    first = min(one.key for one in wanted)
    earlier = said.window(cell, WINDOW, first)
    later = (one for one in read if one.key >= first)
    return list(moved(said.merged([*earlier, *later]), ids))


def moved(sayings: Sequence[Saying], ids: Collection[str] | None = None) -> Iterator[Moved]:
    """Yield the shifts in a course; with `ids` those of which the later words are among them."""
    yield from _moves(_heard(sayings, ids))


@dataclass(frozen=True, slots=True)
class _Heard:
    """A saying with those shortly before it, and the one of these that it is compared with."""

    later: Saying
    recent: Sequence[Saying]
    found: tuple[Saying, Shared] | None

    def is_told_after(self, oldest: Saying) -> bool:
        """Say whether what was read down to the place of `oldest` tells what it is compared with.

        It does where an equally close voice spoke of the same thing on a day that was read whole.
        """
        if self.found is None or self.found[0].closeness.tier != self.later.closeness.tier:
            return False
        return self.found[0].first_day > day_after(oldest.last_day, 2 * COPY_DAYS)


def _heard(sayings: Sequence[Saying], ids: Collection[str] | None) -> Iterator[_Heard]:
    ordered = sorted(sayings, key=lambda one: one.key)
    for at, later in enumerate(ordered):
        if ids is None or later.id in ids:
            recent = [s for s in ordered[max(0, at - LOOK_BACK) : at] if s.is_before(later)]
            yield _Heard(later, recent, next(compared(recent, later), None))


def _moves(heard: Iterable[_Heard]) -> list[Moved]:
    return [
        Moved(one.found[0], one.later, one.found[1])
        for one in heard
        if one.found is not None
        and is_other(one.found[0].stance, one.later.stance, one.found[1])
        and not _said_so_then(one.recent, one.found[0], one.later)
    ]


def _said_so_then(recent: Sequence[Saying], before: Saying, later: Saying) -> bool:
    """Say whether the later stance was taken on the same thing when the earlier words were said."""
    of_that_day = [
        s
        for s in recent
        if s.stance is later.stance and not s.is_before(before) and not before.is_before(s)
    ]
    return next(compared(of_that_day, later), None) is not None
