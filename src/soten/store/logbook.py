"""Reading the log of decisions: what was decided about what, and what became of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import Connection, Row, Select, or_, select, tuple_

from soten.records import Action, Decision, Fate
from soten.store import schema as s
from soten.store.cursors import pack_cursor, unpack_cursor
from soten.store.decided import read_decision
from soten.store.judged import Entry, Reached, Search
from soten.store.parts import parts

d, t = s.decisions.c, s.decision_targets.c


def entries(
    connection: Connection,
    search: Search,
    *,
    newest_first: bool = True,
    limit: int | None = None,
    after: str | None = None,
) -> list[Entry]:
    """Return decisions in order of their moments, behind the cursor `after`."""
    query = _found(select(d.row, d.id, d.at, d.holds, d.body), search)
    key = tuple_(d.at, d.id)
    query = query.order_by(d.at.desc(), d.id.desc()) if newest_first else query.order_by(d.at, d.id)
    if after is not None:
        place = tuple_(*unpack_cursor(after, (str, str)))
        query = query.where(key < place if newest_first else key > place)
    if limit is not None:
        query = query.limit(limit)
    return _entries(connection, connection.execute(query).all())


def every(connection: Connection) -> Iterator[Decision]:
    """Yield every decision, the first first."""
    query = select(d.body).order_by(d.at, d.id)
    with connection.execute(query, execution_options={"yield_per": 500}) as result:
        for body in result.scalars():
            yield read_decision(json.loads(body))


def last_taken_back(connection: Connection) -> str | None:
    """Return the id of the latest decision that takes another one back."""
    query = select(d.id).where(d.undoes.is_not(None)).order_by(d.row.desc()).limit(1)
    return connection.execute(query).scalar()


def _found(query: Select[Any], search: Search) -> Select[Any]:
    if search.about is not None:
        query = query.where(_is_about(search.about))
    if search.ids is not None:
        query = query.where(d.id.in_(search.ids))
    if search.actions is not None:
        query = query.where(d.action.in_([str(action) for action in search.actions]))
    if search.by is not None:
        query = query.where(d.by == search.by)
    if search.since is not None:
        query = query.where(d.at >= search.since)
    if search.fates is not None:
        fates = [fate.value for fate in search.fates]
        query = query.where(d.row.in_(select(t.decision).where(t.fate.in_(fates))))
    return query.where(d.holds) if search.only_holding else query


def _is_about(ids: Sequence[str]) -> Any:  # Any: a condition of SQL
    """Return the condition that a decision is about one of these, or takes one back that is."""
    subjects = select(t.subject).where(or_(t.id.in_(ids), t.now.in_(ids)))
    reached = select(t.decision).where(or_(t.subject.in_(subjects), t.now.in_(ids)))
    first = select(d.id).where(d.row.in_(reached))
    second = select(d.id).where(d.undoes.in_(first))
    return or_(d.id.in_(first), d.undoes.in_(first), d.undoes.in_(second))


def _entries(connection: Connection, rows: Sequence[Row[Any]]) -> list[Entry]:
    reached: dict[int, list[Reached]] = defaultdict(list)
    for part in parts([row.row for row in rows]):
        query = select(s.decision_targets).where(t.decision.in_(part))
        for one in connection.execute(query.order_by(t.decision, t.place)):
            fate = None if one.fate is None else Fate(one.fate)
            reached[one.decision].append(Reached(one.id, fate, one.now, one.reason))
    back: dict[str, list[str]] = defaultdict(list)
    for ids in parts([row.id for row in rows]):
        query = select(d.id, d.undoes).where(d.undoes.in_(ids), d.holds).order_by(d.at, d.id)
        for id, undoes in connection.execute(query):
            back[undoes].append(id)
    return [
        Entry(
            read_decision(json.loads(row.body)),
            row.holds,
            tuple(back[row.id]),
            tuple(reached[row.row]),
            pack_cursor((row.at, row.id)),
        )
        for row in rows
    ]


def grades(
    connection: Connection, kind: str, ids: Sequence[str] | None = None
) -> dict[str, Decision]:
    """Return the latest grade that holds, by id of what it is about (None: all of the kind)."""
    query = (
        select(t.now, d.body)
        .join(s.decision_targets, t.decision == d.row)
        .where(d.action == Action.GRADE.value, d.holds, t.kind == kind, t.now.is_not(None))
        .order_by(d.at, d.id)
    )
    found: dict[str, Decision] = {}
    for part in [None] if ids is None else parts(ids):
        asked = query if part is None else query.where(t.now.in_(part))
        for id, body in connection.execute(asked):
            found[id] = read_decision(json.loads(body))
    return found
