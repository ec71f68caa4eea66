"""Promises by where their last day lies, among many of which few are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soten.query.answers import Page
from soten.query.commitments import JoinedCommitment, commitments_of
from soten.query.filters import Filter, select_by
from soten.records import Commitment
from soten.records.edtf import FIRST_DAY, LAST_DAY, bounds
from soten.records.joins import Group
from soten.store import Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

_BATCH = 200
_LOOKED_AT = 400
"""So many promises one answer looks at; its cursor leads the next one on."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Which promises are wanted: whose last day (ISO) lies from `first` to `last`.

    With `untold` only those of which nothing is told since that tells of the promise itself.
    """

    first: str
    last: str
    untold: bool = False

    def holds(self, end: object) -> bool:
        """Say whether a term that ends so (EDTF, "" unknown) ends there."""
        last = bounds(end)[1] if isinstance(end, str) and end else LAST_DAY
        return last != LAST_DAY and self.first <= last <= self.last


def promises_ending(
    ledger: Ledger,
    filter: Filter,
    ends: Ends,
    *,
    on: str,
    limit: int,
    after: str | None = None,
    most: int | None = None,
) -> Page[JoinedCommitment]:
    """Return promises whose last day lies there, those with the latest first day first.

    Seen from the ISO day `on`; with `most` only the first so many of what is told since each. Where
    few are wanted the page may hold fewer, or none, and still have a cursor.
    """
    selection = _narrowed(select_by(ledger, filter, (Commitment.kind,)), ends)
    found: list[JoinedCommitment] = []
    for _ in range(_LOOKED_AT // _BATCH):
        page = ledger.groups(Commitment.kind, selection, Order.NEWEST, limit=_BATCH, after=after)
        cursors = {group.id: cursor for group, cursor in page}
        is_end = len(page) < _BATCH
        left = _wanted(ledger, [group for group, _ in page], ends)
        while left:
            size = limit - len(found)
            part, left = left[:size], left[size:]
            made = commitments_of(ledger, part, on=on, most=most, untold=ends.untold)
            found += [one for one in made if ends.holds(one.end)]
            if len(found) == limit:
                return Page(tuple(found), None if is_end and not left else cursors[part[-1].id])
        if is_end:
            return Page(tuple(found), None)
        after = page[-1][1]
    return Page(tuple(found), after)


def _wanted(ledger: Ledger, groups: Sequence[Group], ends: Ends) -> list[Group]:
    """Return the groups of which any telling ends there, by what they were compared by."""
    items = ledger.joined_items(Commitment.kind, [id for group in groups for id in group.members])
    told = {id for id, item in items.items() if ends.holds(item.features.get("end"))}
    return [group for group in groups if told.intersection(group.members)]


def _narrowed(selection: Selection, ends: Ends) -> Selection:
    """Return a selection of the days asked for, where the telling that ends then must be let through.

    Of a promise one telling may be of the days or the point asked for, and another tell its end.
    """
    plain = Selection(kinds=selection.kinds, party=selection.party, since=selection.since)
    if selection != plain or (selection.since or FIRST_DAY) > ends.first:
        return selection
    since = None if ends.first == FIRST_DAY else ends.first
    return replace(selection, since=since, until=ends.last)
