"""Where a party's stance moved, in short: two sayings on one thing, in order of time, that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from soten.query.objects import Shared
from soten.query.saidsource import Cell, Said
from soten.query.sayings import COPY_DAYS, Key, Saying, compared, day_after, merged
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
    sayings = merged(read)
    if oldest is not None and not _is_told(sayings, ids, oldest):
        first = min(one.key for one in wanted)
        earlier = said.window(cell, WINDOW, first)
        sayings = merged([*earlier, *(one for one in read if one.key >= first)])
    return list(moved(sayings, ids))


def _is_told(sayings: Sequence[Saying], ids: Collection[str], oldest: Saying) -> bool:
    """Say whether what was read tells of each one asked for how it is to those before.

    It does where an equally close voice spoke of the same thing on a day that was read whole.
    """
    for at, later in enumerate(sayings):
        if later.id not in ids:
            continue
        before = [s for s in sayings[max(0, at - LOOK_BACK) : at] if s.is_before(later)]
        near = [s for s in before if s.closeness.tier == later.closeness.tier]
        one = next(compared(near, later), None)
        if one is None or one[0].first_day <= day_after(oldest.last_day, 2 * COPY_DAYS):
            return False
    return True


def moved(sayings: Sequence[Saying], ids: Collection[str] | None = None) -> Iterator[Moved]:
    """Yield the shifts in a course; with `ids` those of which the later words are among them."""
    ordered = sorted(sayings, key=lambda one: one.key)
    for at, later in enumerate(ordered):
        if ids is not None and later.id not in ids:
            continue
        recent = [s for s in ordered[max(0, at - LOOK_BACK) : at] if s.is_before(later)]
        found = next(compared(recent, later), None)
        if found is None:
            continue
        before, shared = found
        if is_other(before.stance, later.stance, shared) and not _said_so_then(
            recent, before, later
        ):
            yield Moved(before, later, shared)


def _said_so_then(recent: Sequence[Saying], before: Saying, later: Saying) -> bool:
    """Say whether the later stance was taken on the same thing when the earlier words were said."""
    of_that_day = [
        s
        for s in recent
        if s.stance is later.stance and not s.is_before(before) and not before.is_before(s)
    ]
    return next(compared(of_that_day, later), None) is not None
