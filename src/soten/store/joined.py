"""Reading what is joined: groups, their members, and why they are one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, or_, select, text, tuple_

from soten.records import Claim, Statement, Talk
from soten.records.joins import CONNECTS, DETAIL, SURE, WHY, Features, Group
from soten.store import schema as s
from soten.store.cursors import pack_cursor, unpack_cursor
from soten.store.leading import asked_of_each, is_narrow
from soten.store.parts import AMONG, parts, rows_among
from soten.store.selecting import settled
from soten.store.sifting import OF_DAYS, first_let_through
from soten.store.stored import JoinedItem, JoinReason, Order, Selection

c, i, ln, g = s.cells.c, s.items.c, s.links.c, s.groups.c

_REMARKS = (Statement.kind, Claim.kind)
_AT_ONCE, _STEPS = 100, 5
"""So many of the latest groups are looked at first, and so many times twice as many as before."""


def groups(
    connection: Connection,
    kind: str,
    selection: Selection,
    order: Order,
    *,
    limit: int | None,
    after: str | None,
    at_least: int = 1,
) -> list[tuple[Group, str]]:
    """Return groups in order of their last (newest first) or first day, each with its cursor."""
    rows: list[Any] = []
    goes_on = True
    selection = settled(connection, of_members(kind, selection))
    if limit is not None and order is Order.NEWEST:
        rows, after = later(connection, kind, selection, after, at_least)
        goes_on = len(rows) < limit
        is_of_records = kind not in OF_DAYS
        if (
            goes_on
            and is_of_records
            and _is_broad(selection)
            and not is_narrow(connection, selection)
        ):
            size = limit - len(rows)
            found, after, goes_on = _walked(connection, kind, selection, size, after, at_least)
            rows += found
        rows = rows[:limit]
    if goes_on:
        rest = None if limit is None else limit - len(rows)
        rows += rows_of(connection, kind, selection, order, rest, after, at_least)
    members = members_at(connection, [row.row for row in rows])
    return [
        (Group(kind, row.id, members[row.row], row.low, row.high), cursor_of(row, order))
        for row in rows
    ]


def of_members(kind: str, selection: Selection) -> Selection:
    """Return the selection with the kinds of records that are members of what is of a kind.

    Remarks on a talk are grouped with it. Its days are those of its reports alone.
    """
    if kind in OF_DAYS or selection == Selection():
        return selection
    has_remarks = kind == Talk.kind and selection.since is None and selection.until is None
    return replace(selection, kinds=(kind, *(_REMARKS if has_remarks else ())))


def cursor_of(row: Any, order: Order) -> str:
    """Return the place of a group in an order."""
    return pack_cursor((row.high if order is Order.NEWEST else row.low, row.id))


def rows_of(
    connection: Connection,
    kind: str,
    selection: Selection,
    order: Order,
    limit: int | None,
    after: str | None,
    at_least: int,
    *among: ColumnElement[bool],
) -> list[Any]:
    """Return the rows of groups in order, behind a place, of which the selection lets a member through."""
    day = g.high if order is Order.NEWEST else g.low
    query = select(g.row, g.id, g.low, g.high).where(g.kind == kind, *among)
    if at_least > 1:
        query = query.where(g.size >= at_least)
    query = query.order_by(day.desc() if order is Order.NEWEST else day, g.id)
    if after is not None:
        last, id = unpack_cursor(after, (str, str))
        # Said in two parts, the first of which an index of days answers.
        further = (day <= last, day < last) if order is Order.NEWEST else (day >= last, day > last)
        query = query.where(further[0], or_(further[1], g.id > id))
    return list(first_let_through(connection, query.limit(limit), kind, selection, limit))


def _is_broad(selection: Selection) -> bool:
    """Say whether a selection only asks of each record what stands in its own row.

    The latest groups are then looked at first: likely enough of them are let through.
    """
    own = Selection(
        kinds=selection.kinds,
        value=selection.value,
        since=selection.since,
        until=selection.until,
        is_denied=selection.is_denied,
        is_of_place=selection.is_of_place,
        has_own_date=selection.has_own_date,
        states=selection.states,
    )
    return selection == own != Selection()


def _walked(
    connection: Connection,
    kind: str,
    selection: Selection,
    limit: int,
    after: str | None,
    at_least: int,
) -> tuple[list[Any], str | None, bool]:
    """Return groups let through among the latest, how far was looked, and whether to look on.

    A page of the latest is so found without asking for all that a selection lets through.
    """
    found: list[Any] = []
    inside = [] if selection.since is None else [g.high >= selection.since]
    for step in range(_STEPS):
        size = _AT_ONCE << step
        ahead = rows_of(connection, kind, Selection(), Order.NEWEST, size, after, at_least, *inside)
        is_last = len(ahead) < size
        if is_last:
            ahead += reaching_into(connection, kind, selection, after, at_least)
        let = let_through(connection, kind, [row.row for row in ahead], selection)
        found += [row for row in ahead if row.row in let]
        if len(found) >= limit or is_last:
            return found[:limit], after, False
        after = cursor_of(ahead[-1], Order.NEWEST)
    return found, after, True


def reaching_into(
    connection: Connection, kind: str, selection: Selection, place: str | None, at_least: int
) -> list[Any]:
    """Return groups of days before those asked for that tell of a stretch reaching into these."""
    r = s.records.c
    if selection.since is None:
        return []
    reaching = select(c.grp).join(s.items, i.cell == c.row).join(s.records, r.id == i.id)
    reaching = reaching.where(i.kind == kind, r.kind == kind, r.low < r.high)
    reaching = reaching.where(r.high >= selection.since)
    if selection.until is not None:
        reaching = reaching.where(r.low <= selection.until)
    among = (g.high < selection.since, g.row.in_(reaching))
    return rows_of(connection, kind, Selection(), Order.NEWEST, None, place, at_least, *among)


def later(
    connection: Connection,
    kind: str,
    selection: Selection,
    after: str | None,
    at_least: int,
) -> tuple[list[Any], str | None]:
    """Return groups let through that go on after the last day asked for, and from where to look on.

    One of their members begins by then, and another, or its own day, is later.
    """
    until = selection.until
    if until is None or (after is not None and str(unpack_cursor(after, (str, str))[0]) <= until):
        return [], after
    r = s.records.c
    spanning = select(g.row).where(g.kind == kind, g.low <= until, g.high > until)
    if kind in OF_DAYS:
        own = g.row.in_(spanning)
        rows = rows_of(connection, kind, selection, Order.NEWEST, None, after, at_least, own)
        return rows, pack_cursor((until, ""))
    reaching = select(c.grp).join(s.items, i.cell == c.row).join(s.records, r.id == i.id)
    reaching = reaching.where(i.kind == kind, r.kind == kind, r.low < r.high, r.low <= until)
    if kind != Talk.kind:  # a talk of a long stretch is listed by the day of its report
        reaching = reaching.where(r.day > until, r.high > until)
    elif selection.since is not None:
        reaching = reaching.where(r.high >= selection.since)
    both = spanning.union(reaching).subquery()
    among = and_(g.high > until, g.row.in_(select(both.c.row)))
    rows = rows_of(connection, kind, Selection(), Order.NEWEST, None, after, at_least, among)
    let = let_through(connection, kind, [row.row for row in rows], selection)
    return [row for row in rows if row.row in let], pack_cursor((until, ""))


def let_through(
    connection: Connection, kind: str, groups: Sequence[int], selection: Selection
) -> set[int]:
    """Return which of these groups have a member that the selection lets through."""
    r = s.records.c
    members = select(c.grp).join(s.items, i.cell == c.row).join(s.records, r.id == i.id)
    wanted = (r.kind.in_(selection.kinds), *asked_of_each(connection, selection))
    members = members.where(i.kind == kind, *wanted, c.grp == g.row)
    let = select(g.row).where(members.exists())
    found: set[int] = set()
    for part in parts(groups):
        found.update(connection.execute(let.where(g.row.in_(part))).scalars())
    return found


_OF_KIND = (i.kind == bindparam("kind"), i.id.in_(AMONG))
_GROUP_IDS = (
    select(i.id, g.id)
    .join_from(s.items, s.cells, c.row == i.cell)
    .join(s.groups, g.row == c.grp)
    .where(*_OF_KIND)
)
_KNOWN_AS = _GROUP_IDS.where(g.id != i.id)
_GROUPS = (
    select(i.id.label("item"), g.row, g.id, g.low, g.high)
    .join_from(s.items, s.cells, c.row == i.cell)
    .join(s.groups, g.row == c.grp)
    .where(*_OF_KIND)
)
_MEMBERS = (
    select(c.grp, i.id)
    .join_from(s.cells, s.items, i.cell == c.row)
    .where(c.grp.in_(AMONG))
    .order_by(i.day, i.id)
)


def members_at(connection: Connection, rows: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the items in groups, in order of day, by the groups' rows."""
    found: dict[int, list[str]] = defaultdict(list)
    for group, id in rows_among(connection, _MEMBERS, rows):
        found[group].append(id)
    return defaultdict(tuple, {row: tuple(ids) for row, ids in found.items()})


def groups_with(connection: Connection, kind: str, ids: Sequence[str]) -> dict[str, Group]:
    """Return the groups that items are in, by item; items that nothing joined are left out."""
    wanted = tuple(dict.fromkeys(ids))
    rows = {row.item: row for row in rows_among(connection, _GROUPS, wanted, kind=kind)}
    members = members_at(connection, sorted({row.row for row in rows.values()}))
    return {
        item: Group(kind, row.id, members[row.row], row.low, row.high) for item, row in rows.items()
    }


def group_ids(connection: Connection, kind: str, ids: Sequence[str]) -> dict[str, str]:
    """Return the ids of the groups that items are in; items that nothing joined are left out."""
    wanted = tuple(dict.fromkeys(ids))
    return dict(rows_among(connection, _GROUP_IDS, wanted, kind=kind))


def items(connection: Connection, kind: str, ids: Sequence[str]) -> dict[str, JoinedItem]:
    """Return items with their groups, days and features; what is not joined yet is left out."""
    found: dict[str, JoinedItem] = {}
    for part in parts(tuple(dict.fromkeys(ids))):
        query = (
            select(i.id, i.day, c.features, g.id.label("group"))
            .join(s.cells, c.row == i.cell)
            .join(s.groups, g.row == c.grp)
            .where(i.kind == kind, i.id.in_(part))
        )
        for row in connection.execute(query):
            found[row.id] = JoinedItem(row.id, row.group, row.day, json.loads(row.features))
    return found


def members_of(connection: Connection, kind: str, groups: Sequence[str]) -> dict[str, Group]:
    """Return groups by id; unknown ids are left out."""
    found: dict[str, Group] = {}
    for part in parts(tuple(dict.fromkeys(groups))):
        query = select(g.row, g.id, g.low, g.high).where(g.kind == kind, g.id.in_(part))
        rows = connection.execute(query).all()
        members = members_at(connection, [row.row for row in rows])
        for row in rows:
            found[row.id] = Group(kind, row.id, members[row.row], row.low, row.high)
    return found


def groups_at(connection: Connection, kind: str, rows: Sequence[int]) -> dict[int, Group]:
    """Return groups by their rows."""
    found: dict[int, Group] = {}
    members = members_at(connection, rows)
    for part in parts(rows):
        query = select(g.row, g.id, g.low, g.high).where(g.kind == kind, g.row.in_(part))
        for row in connection.execute(query):
            found[row.row] = Group(kind, row.id, members[row.row], row.low, row.high)
    return found


def reasons(connection: Connection, kind: str, groups: Sequence[str]) -> list[JoinReason]:
    """Return why the members of these groups are one: at least enough links to connect them."""
    firsts: dict[int, str] = {}
    found: list[JoinReason] = []
    equal = connection.execute(select(s.joiners.c.equal).where(s.joiners.c.kind == kind)).scalar()
    for part in parts(tuple(dict.fromkeys(groups))):
        query = (
            select(i.cell, i.id, c.features)
            .join(s.cells, c.row == i.cell)
            .join(s.groups, g.row == c.grp)
            .where(g.kind == kind, g.id.in_(part))
            .order_by(i.cell, i.id)
        )
        for cell, id, features in connection.execute(query):
            first = firsts.setdefault(cell, id)
            if first != id and equal is not None:
                found.append(_of_equal(kind, first, id, equal, json.loads(features)))
    for cells in parts(sorted(firsts)):
        told = select(ln.one, ln.other, ln.why, func.max(ln.confidence), ln.detail)
        told = told.where(ln.one.in_(cells), ln.confidence >= CONNECTS)
        told = told.group_by(ln.one, ln.other, ln.why, ln.detail)
        for one, other, why, confidence, detail in connection.execute(told):
            if other in firsts:
                ends = sorted((firsts[one], firsts[other]))
                found.append(JoinReason(kind, ends[0], ends[1], why, confidence, detail))
    return sorted(found, key=lambda reason: (reason.one, reason.other, reason.why))


def _of_equal(kind: str, one: str, other: str, equal: str, features: Features) -> JoinReason:
    """Return why two items of equal features are one: as the features say, else the joiner."""
    sure, detail = features.get(SURE, 1.0), features.get(DETAIL)
    return JoinReason(
        kind,
        one,
        other,
        str(features.get(WHY, equal)),
        sure if isinstance(sure, float) else 1.0,
        detail if isinstance(detail, str) else None,
    )


def proposals(
    connection: Connection, kind: str, *, limit: int, after: str | None
) -> list[tuple[JoinReason, str]]:
    """Return links too weak to join anything, the surest first, each with its cursor."""
    one, other = s.cells.alias(), s.cells.alias()
    first = select(func.min(i.id)).where(i.cell == ln.one).scalar_subquery()
    second = select(func.min(i.id)).where(i.cell == ln.other).scalar_subquery()
    query = (
        select(first.label("one"), second.label("other"), ln.why, ln.confidence, ln.detail, ln.key)
        .add_columns(ln.one.label("first"), ln.other.label("second"))
        .join_from(s.links, one, one.c.row == ln.one)
        .join(other, other.c.row == ln.other)
        .where(text(s.weak(kind)), one.c.grp != other.c.grp)
        .order_by(ln.confidence.desc(), ln.one, ln.other, ln.key)
        .limit(limit)
    )
    if after is not None:
        sure, *place = unpack_cursor(after, (str, int, int, str))
        same = and_(ln.confidence == float(sure), tuple_(ln.one, ln.other, ln.key) > tuple_(*place))
        query = query.where(or_(ln.confidence < float(sure), same))
    return [
        (
            JoinReason(kind, row.one, row.other, row.why, row.confidence, row.detail),
            pack_cursor((repr(row.confidence), row.first, row.second, row.key)),
        )
        for row in connection.execute(query)
    ]


def canon(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """Return, for actors known by another id across documents, that id."""
    wanted = sorted(set(actors))
    found = rows_among(connection, _KNOWN_AS, wanted, kind="actor")
    return dict(found)


def pending_count(connection: Connection) -> int:
    """Return how many documents have yet to be joined."""
    return connection.execute(select(func.count()).select_from(s.pending)).scalar() or 0
