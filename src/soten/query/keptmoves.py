"""Moves that the ledger keeps: found course by course once documents are traced, then only read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from soten.query.moves import LOOK_BACK, WINDOW, Moved, moved_to
from soten.query.objects import Shared
from soten.query.saidsource import Cell, Said, trace_untraced
from soten.query.sayings import COPY_DAYS, Key, Saying, day_after, saying_of
from soten.query.telling import tell_untold
from soten.store import StoredMove, Traced, UnmovedCourse

if TYPE_CHECKING:
    from soten.store import Ledger, Selection

_FIRST = 500
"""So many positions of a course are read first; where that is too few, twice as many, and so on."""
_AT_ONCE = 4000
"""So many are gone through at once."""
_PART = 400


def trace(ledger: Ledger) -> int:
    """Have the ledger keep sayings, moves of stances and deeds; return how many documents were due.

    To be called once things are joined.
    """
    count = max(trace_untraced(ledger), tell_untold(ledger))
    said = None
    while True:
        with ledger.moving() as desk:
            if desk.course is None:
                return count
            said = said or Said(ledger)
            since, until, found = _found(said, desk.course)
            desk.put(since, until, map(_stored, found))


def _found(said: Said, unmoved: UnmovedCourse) -> tuple[str, Key | None, Iterator[Moved]]:
    """Return the moves that what came or went may have changed: from a day up to a place.

    What is said changes what it is a copy of, and what comes after it as far as one looks back.
    """
    cell, since = (unmoved.issue, unmoved.party), day_after(unmoved.first, -2 * COPY_DAYS)
    size = _FIRST
    while True:
        read = said.onward(cell, (since, "", ""), size)
        until = None if len(read) < size else _settled(said, read, unmoved.last)
        if len(read) < size or until is not None:
            return since, until, _moves(said, cell, read, until)
        size *= 2


def _settled(said: Said, read: Sequence[Saying], last: str) -> Key | None:
    """Return the place from which on nothing changed; None where too little of the course is read.

    Later copies may make another telling of a saying the one that counts, for as long as they do.
    """
    beyond = day_after(last, 2 * COPY_DAYS)
    sayings = sorted(said.merged(read), key=lambda one: one.key)
    later = [one for one in sayings if one.first_day > beyond][:LOOK_BACK]
    whole = day_after(read[-1].first_day, -2 * COPY_DAYS)
    return later[-1].key if len(later) == LOOK_BACK and later[-1].first_day < whole else None


def _moves(said: Said, cell: Cell, read: Sequence[Saying], until: Key | None) -> Iterator[Moved]:
    wanted = [one for one in read if until is None or one.key <= until]
    for at in range(0, len(wanted), _AT_ONCE):
        mine = wanted[at : at + _AT_ONCE]
        start, end = max(0, at - WINDOW), at + len(mine)
        reached = (day_after(mine[-1].first_day, COPY_DAYS), "~", "~")
        copies = [one for one in read[end : end + _AT_ONCE] if one.key < reached]
        yield from moved_to(said, cell, mine, [*read[start:end], *copies], read[start])


def _stored(move: Moved) -> StoredMove:
    told = [move.before.reports, move.after.reports, move.shared.words, move.shared.is_same_wording]
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return StoredMove(move.before.id, move.after.id, body)


def kept_moves(
    ledger: Ledger,
    said: Said,
    day: str = "",
    before: Key | None = None,
    limit: int | None = None,
    *,
    selection: Selection | None = None,
) -> list[Moved] | None:
    """Return the moves that the ledger keeps, the newest first; None where it does not keep them all.

    Their later words are of `day` or after, from behind a place on, and of positions that the
    selection lets through.
    """
    kept = said.kept
    if kept is None or kept.since is not None or not ledger.has_all_moves():
        return None
    asked = replace(kept, before=before, reaches=day or None, told=selection)
    found = ledger.moves(asked, limit)
    sayings = _sayings(ledger, {id for one in found for id in (one.earlier, one.later)})
    return [
        _moved(one, sayings[one.earlier], sayings[one.later])
        for one in found
        if one.earlier in sayings and one.later in sayings
    ]


def _sayings(ledger: Ledger, ids: Iterable[str]) -> dict[str, Saying]:
    wanted = sorted(ids)
    found: dict[str, Saying] = {}
    for at in range(0, len(wanted), _PART):
        traces = ledger.traces(Traced(ids=tuple(wanted[at : at + _PART])))
        found |= {trace.id: saying_of(trace) for trace in traces}
    return found


def _moved(stored: StoredMove, before: Saying, after: Saying) -> Moved:
    earlier, later, words, is_same = json.loads(stored.body)
    return Moved(
        before._replace(reports=tuple(earlier)),
        after._replace(reports=tuple(later)),
        Shared(tuple(words), is_same),
    )
