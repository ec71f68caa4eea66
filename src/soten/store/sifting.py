"""The first groups in an order of which a selection lets a member through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, select, true

from soten.store import schema as s
from soten.store.leading import leads_of
from soten.store.stored import Selection

c, i, g = s.cells.c, s.items.c, s.groups.c

OF_DAYS = ("story", "actor")
"""Kinds of groups whose members are no records: of a selection, days, documents and ids count."""
_WINDOWS = (200, 400, 900, 2500)
"""Of groups, so many are asked in order first, then so many more (`soten.store.leading`)."""
_HOPE = 10
"""Asking goes on while so many times as many as are to be expected would be enough: what is told of
one matter lies close together, and a first window may hold none of it."""


def first_let_through(
    connection: Connection, query: Select[Any], kind: str, selection: Selection, limit: int | None
) -> Sequence[Row[Any]]:
    """Return the first groups of which the selection lets a member through."""
    if selection == Selection():
        return connection.execute(query).all()
    members = select(c.grp).join(s.items, i.cell == c.row).where(i.kind == kind)
    if kind in OF_DAYS:
        return connection.execute(query.where(_of_days(members, selection))).all()
    members = members.join(s.records, s.records.c.id == i.id)
    members = members.where(s.records.c.kind.in_(selection.kinds))
    wanted = query
    for lead in leads_of(connection, selection, limit, is_dear=True):
        mine = members.where(*lead.conditions)
        if lead.name is not None or limit is None:
            wanted = query.where(g.row.in_(mine))
            break
        wanted = query.where(mine.where(c.grp == g.row).exists())
        sizes = _WINDOWS[: lead.windows] if lead.is_tried else ()
        rows = _tried(connection, query, wanted, limit, sizes)
        if rows is not None:
            return rows
    return connection.execute(wanted).all()


def _tried(
    connection: Connection,
    query: Select[Any],
    wanted: Select[Any],
    limit: int,
    sizes: Sequence[int],
) -> Sequence[Row[Any]] | None:
    """Return the first wanted groups where they are among the first in order, None where not.

    Where what was found among some gives no hope of enough among all windows, no more are asked.
    """
    found: list[Row[Any]] = []
    looked = 0
    for size in sizes:
        window = query.limit(size).offset(looked).with_only_columns(g.row)
        found += connection.execute(wanted.where(g.row.in_(window))).all()
        if len(found) >= limit or len(connection.execute(window).all()) < size:
            return found[:limit]
        looked += size
        is_sample = looked > _WINDOWS[0]
        if is_sample and len(found) * sum(sizes) * _HOPE < limit * looked:
            return None
    return None


def _of_days(query: Select[Any], selection: Selection) -> ColumnElement[bool]:
    """Return the condition on groups whose members are no records."""
    since, until = selection.since, selection.until
    if selection.documents is None and selection.ids is None and (since is None or until is None):
        # A group's own days are the first and the last of its members.
        return and_(true(), *_own_days(since, until))
    if selection.since is not None:
        query = query.where(i.day >= selection.since)
    if selection.until is not None:
        query = query.where(i.day <= selection.until, i.day != "")
    if selection.documents is None and selection.ids is None:
        return and_(*_own_days(since, until), query.where(c.grp == g.row).exists())
    if selection.documents is not None:
        d = s.documents.c
        query = query.join(s.documents, d.row == i.doc)
        query = query.where(d.id.in_(selection.documents))
    if selection.ids is not None:
        query = query.where(i.id.in_(selection.ids))
    return g.row.in_(query)


def _own_days(since: str | None, until: str | None) -> Iterator[ColumnElement[bool]]:
    """Yield conditions on the days of a group itself, the first and the last of its members."""
    if since is not None:
        yield g.high >= since
    if until is not None:
        yield and_(g.low != "", g.low <= until)
