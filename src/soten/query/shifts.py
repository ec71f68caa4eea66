"""Where a party's stance moved: two dated quotations of one party, on one thing, that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.query.answers import Page
from soten.query.closeness import Closeness
from soten.query.courses import Stand, stands_of, with_support
from soten.query.filters import EVERYTHING, Filter
from soten.query.keptmoves import kept_moves
from soten.query.moves import LOOK_BACK, Moved, moved, moved_to
from soten.query.objects import Shared
from soten.query.saidsource import Cell, Said, by_cell
from soten.query.sayings import COPY_DAYS, Key, Saying, day_after, days_between
from soten.query.stances import is_other
from soten.records.edtf import bounds
from soten.store import Label
from soten.store.cursors import pack_cursor, unpack_cursor

if TYPE_CHECKING:
    from soten.store import Ledger, Selection

_AT_ONCE = 400
"""So many positions are looked through at once, the newest first, until a page is full."""
_AHEAD = 1200
"""So many of all courses are read with them, of what was said before."""
_WIDEST = 366
"""Days that the day of a stand may be uncertain by where a page is filled from the newest on."""
_APART = 30
"""Days between stands asked for that are looked at on their own."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Two stands of one party on one thing that differ, in order of time.

    `shared` are the words that both hold; empty where the two are one wording.
    """

    party: Label
    issue: Label
    before: Stand
    after: Stand
    shared: tuple[str, ...]
    is_of_voices: bool = False
    """True where no change is told: they are of one day, or the later voice is farther off."""

    @property
    def id(self) -> str:
        """The ids of the two positions."""
        return f"{self.before.position.id}>{self.after.position.id}"


def shifts(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    since: str | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Shift]:
    """Return where parties' stances moved, the latest first.

    The filter says which stands are compared; `since` (EDTF) limits to shifts whose later words
    are of that day or later, whatever the day of the earlier ones. With a `limit` no more of the
    ledger is read than it takes to fill a page.
    """
    said, day = Said(ledger, filter), "" if since is None else bounds(since)[0]
    before = _place(after)
    kept = kept_moves(ledger, said, day, before, None if limit is None else limit + 1)
    if limit is None:
        every = _behind(_every(said, moved), day, before) if kept is None else kept
        return Page(told(ledger, every))
    found: list[Moved] = []
    for one in _newest(said, day, before) if kept is None else kept:
        if len(found) == limit:
            return Page(told(ledger, found), pack_cursor(found[-1].key))
        found.append(one)
    return Page(told(ledger, found))


def voices_that_differ(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    since: str | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Shift]:
    """Return where voices of one party differ on one thing without a change being told.

    They spoke on one day, or the later one is farther from the party: a spokesman and an unnamed
    official. The latest first.
    """
    day = "" if since is None else bounds(since)[0]
    found = _behind(_every(Said(ledger, filter), _differing_voices), day, _place(after))
    shown = found if limit is None else found[:limit]
    is_more = len(found) > len(shown) and bool(shown)
    page = told(ledger, shown, are_voices=True)
    return Page(page, pack_cursor(shown[-1].key) if is_more else None)


def shifts_told(ledger: Ledger, filter: Filter, selection: Selection) -> tuple[Shift, ...]:
    """Return shifts of which the later words are of a position that a selection lets through."""
    said = Said(ledger, filter)
    kept = kept_moves(ledger, said, selection=selection)
    if kept is not None:
        return told(ledger, kept)
    found = []
    for cell, sayings in by_cell(said.of(selection)).items():
        for stretch in _stretches(sayings):
            found += _moved_in(said, cell, stretch)
    found.sort(key=lambda one: (one.key, one.before.id), reverse=True)
    return told(ledger, found)


def _stretches(sayings: Iterable[Saying]) -> Iterator[list[Saying]]:
    """Yield sayings of one cell in stretches of time, so that nothing between them is read."""
    stretch: list[Saying] = []
    for one in sorted(sayings, key=lambda one: one.key):
        if stretch and days_between(stretch[-1].first_day, one.first_day) > _APART:
            yield stretch
            stretch = []
        stretch.append(one)
    if stretch:
        yield stretch


def told(ledger: Ledger, found: Sequence[Moved], *, are_voices: bool = False) -> tuple[Shift, ...]:
    """Return shifts with their stands, and what supports these."""
    sayings = [saying for one in found for saying in (one.before, one.after)]
    stands = with_support(ledger, stands_of(ledger, sayings).values())
    labels = ledger.labels({one.after.party for one in found})
    issues = ledger.issue_labels()
    return tuple(
        Shift(
            labels.get(one.after.party) or Label(one.after.party),
            issues.get(one.after.issue) or Label(one.after.issue),
            stands[one.before.id],
            stands[one.after.id],
            one.shared.words,
            are_voices,
        )
        for one in found
        if one.before.id in stands and one.after.id in stands
    )


def _every(said: Said, pairs: Callable[[Sequence[Saying]], Iterator[Moved]]) -> list[Moved]:
    """Return what is found in every course, the latest first: memory holds those of one point."""
    found = [
        pair
        for issue in said.points()
        for sayings in said.merged_each(said.every(issue)).values()
        for pair in pairs(sayings)
    ]
    return sorted(found, key=lambda one: (one.key, one.before.id), reverse=True)


def _behind(found: Iterable[Moved], day: str, before: Key | None) -> list[Moved]:
    return [
        one for one in found if one.after.last_day >= day and (before is None or one.key < before)
    ]


def _place(cursor: str | None) -> Key | None:
    if cursor is None:
        return None
    first, last, id = map(str, unpack_cursor(cursor, (str, str, str)))
    return first, last, id


def _newest(said: Said, day: str, before: Key | None) -> Iterator[Moved]:
    """Yield shifts, the latest first, from behind a place on."""
    begins = day_after(day, -_WIDEST) if day else ""
    while True:
        chunk = said.newest(_AT_ONCE + _AHEAD, before, begins=begins, reaches=day)
        is_all = len(chunk) < _AT_ONCE + _AHEAD and not day
        copies = [] if before is None else said.following(before, COPY_DAYS)
        read = by_cell((*copies, *chunk))
        wanted = by_cell(chunk[:_AT_ONCE])
        found = [
            pair
            for cell, sayings in wanted.items()
            for pair in moved_to(said, cell, sayings, read[cell], None if is_all else chunk[-1])
        ]
        yield from sorted(found, key=lambda one: (one.key, one.before.id), reverse=True)
        if len(chunk) <= _AT_ONCE:
            return
        before = chunk[_AT_ONCE - 1].key


def _moved_in(said: Said, cell: Cell, wanted: Sequence[Saying]) -> list[Moved]:
    """Return the shifts of which the later words are among some of one course."""
    first, last = min(one.key for one in wanted), max(one.key for one in wanted)
    around = said.between(cell, first, day_after(last[0], COPY_DAYS))
    return moved_to(said, cell, wanted, around, min(around, key=lambda one: one.key))


def _differing_voices(sayings: Sequence[Saying]) -> Iterator[Moved]:
    voiced = (s for s in sayings if s.closeness not in _NO_VOICES)
    ordered = sorted(voiced, key=lambda one: one.key)
    for at, later in enumerate(ordered):
        for before in reversed(ordered[max(0, at - LOOK_BACK) : at]):
            shared = _as_voices(before, later)
            if shared is not None and is_other(before.stance, later.stance, shared):
                yield Moved(before, later, shared)
                break


def _as_voices(before: Saying, later: Saying) -> Shared | None:
    """Return what two voices of about one time both speak of.

    Two that are equally close to the party must share more than one word.
    """
    if before.speaker == later.speaker or not later.is_near(before):
        return None
    is_farther = later.closeness.tier != before.closeness.tier
    if not is_farther and before.last_day < later.first_day:
        return None
    shared = before.wording.shared(later.wording)
    if shared is None or is_farther or shared.is_same_wording or len(shared.words) > 1:
        return shared
    return None


_NO_VOICES = (Closeness.REPORT, Closeness.OTHER, Closeness.UNKNOWN)
