"""Moves that the ledger keeps: found course by course once documents are traced, then only read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from soten.query.moves import WINDOW, Moved, moved_to
from soten.query.objects import Shared
from soten.query.saidsource import Said, trace_untraced
from soten.query.sayings import COPY_DAYS, Key, Saying, day_after, saying_of
from soten.records.edtf import LAST_DAY
from soten.store import StoredMove, Traced

if TYPE_CHECKING:
    from soten.store import Ledger, Selection

_AT_ONCE = 4000
"""So many positions of a course are gone through at once."""
_PART = 400


def trace(ledger: Ledger) -> int:
    """Have the ledger keep all sayings, and where stances moved; return how many documents were due.

    To be called once things are joined.
    """
    count = trace_untraced(ledger)
    said = None
    while True:
        with ledger.moving() as desk:
            if desk.course is None:
                return count
            said = said or Said(ledger)
            since = day_after(desk.course.first, -2 * COPY_DAYS)
            cell = (desk.course.issue, desk.course.party)
            course = said.between(cell, (since, "", ""), f"{LAST_DAY}~")
            course.sort(key=lambda one: one.key)
            desk.put(since, (_stored(one) for one in _found(said, cell, course)))


def _found(said: Said, cell: tuple[str, str], course: Sequence[Saying]) -> Iterator[Moved]:
    for at in range(0, len(course), _AT_ONCE):
        wanted = course[at : at + _AT_ONCE]
        start = max(0, at - WINDOW)
        reached = (day_after(wanted[-1].first_day, COPY_DAYS), "~", "~")
        copies = [one for one in course[at + _AT_ONCE :][:_AT_ONCE] if one.key < reached]
        read = [*course[start : at + _AT_ONCE], *copies]
        yield from moved_to(said, cell, wanted, read, read[0])


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
        replace(before, reports=tuple(earlier)),
        replace(after, reports=tuple(later)),
        Shared(tuple(words), is_same),
    )
