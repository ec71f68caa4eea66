"""Looking for groups among so many in order, and saying where to look on.

What few groups hold is found by looking through all of them, or not at once: a page may hold fewer
groups than it has room for, and still lead on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import Connection, select

from soten.records.joins import Group
from soten.store import schema as s
from soten.store.joined import (
    cursor_of,
    groups,
    later,
    let_through,
    members_at,
    of_members,
    reaching_into,
    rows_of,
)
from soten.store.leading import lead_of, leads_of
from soten.store.selecting import looked_up, settled
from soten.store.stored import Order, Selection

c, i, g, r = s.cells.c, s.items.c, s.groups.c, s.records.c

_AT_ONCE = 100
"""So many are looked at first, then twice as many."""


def some_groups(
    connection: Connection, kind: str, selection: Selection, most: int
) -> Sequence[str]:
    """Return the ids of at most so many groups of records, in no order, of those let through."""
    selection = settled(connection, of_members(kind, selection))
    if not looked_up(selection, connection.dialect.name):  # likely enough among the latest
        found = groups(connection, kind, selection, Order.NEWEST, limit=most, after=None)
        return [group.id for group, _ in found]
    lead = lead_of(connection, selection)
    members = select(c.grp).join(s.items, i.cell == c.row).join(s.records, r.id == i.id)
    members = members.where(i.kind == kind, r.kind.in_(selection.kinds), *lead.conditions)
    some = members.distinct().limit(most).subquery()
    return connection.execute(select(g.id).where(g.row.in_(select(some.c.grp)))).scalars().all()


def groups_within(
    connection: Connection,
    kind: str,
    selection: Selection,
    *,
    limit: int,
    after: str | None,
    within: int,
) -> tuple[list[Group], str | None]:
    """Return groups of records, the latest first, and from where to look on, None at the end.

    Where the selection is not of few records, it is looked among about `within` groups.
    """
    selection = settled(connection, of_members(kind, selection))
    found, place = later(connection, kind, selection, after, 1)
    if len(found) < limit:
        room = limit - len(found)
        if selection == Selection() or not next(leads_of(connection, selection, limit)).is_tried:
            rows = rows_of(connection, kind, selection, Order.NEWEST, limit, place, 1)[:room]
            place = None if len(rows) < room else cursor_of(rows[-1], Order.NEWEST)
        else:
            rows, place = _looked_for(connection, kind, selection, room, place, within)
        found += rows
    else:
        found = found[:limit]
        place = cursor_of(found[-1], Order.NEWEST)
    members = members_at(connection, [row.row for row in found])
    return [Group(kind, row.id, members[row.row], row.low, row.high) for row in found], place


def _looked_for(
    connection: Connection,
    kind: str,
    selection: Selection,
    room: int,
    place: str | None,
    within: int,
) -> tuple[list[Any], str | None]:
    """Return what is let through of the next groups, and from where to look on."""
    inside = [] if selection.since is None else [g.high >= selection.since]
    found: list[Any] = []
    size = looked = _AT_ONCE
    while True:
        rows = rows_of(connection, kind, Selection(), Order.NEWEST, size, place, 1, *inside)
        is_last = len(rows) < size
        if is_last:
            rows += reaching_into(connection, kind, selection, place, 1)
        let = let_through(connection, kind, [row.row for row in rows], selection)
        found += [row for row in rows if row.row in let]
        if len(found) >= room:
            return found[:room], cursor_of(found[room - 1], Order.NEWEST)
        if is_last:
            return found, None
        place = cursor_of(rows[-1], Order.NEWEST)
        if looked >= within:
            return found, place
        size, looked = size * 2, looked + size * 2
