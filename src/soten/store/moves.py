"""Where stances moved, as found once and kept (`soten.store.traced` keeps what they are found in)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, tuple_

from soten.store import schema as s
from soten.store.parts import parts
from soten.store.selecting import conditions
from soten.store.trace import Key, StoredMove, Traced, UnmovedCourse

m, n, t, r = s.moves.c, s.unmoved.c, s.traces.c, s.records.c


def unmove(connection: Connection, documents: Sequence[int]) -> None:
    """Note that moves have yet to be found anew around the traces of documents (rows)."""
    for part in parts(documents):
        ends = func.min(t.first), func.max(t.first)
        query = select(t.issue, t.party, *ends).where(t.doc.in_(part)).group_by(t.issue, t.party)
        for issue, party, first, last in connection.execute(query).all():
            mine = (n.issue == issue, n.party == party)
            known = connection.execute(select(n.first, n.last).where(*mine)).first()
            ends_now = (
                (first, last) if known is None else (min(first, known[0]), max(last, known[1]))
            )
            if known is None or ends_now != tuple(known):
                connection.execute(delete(s.unmoved).where(*mine))
                row = {"issue": issue, "party": party, "first": ends_now[0], "last": ends_now[1]}
                connection.execute(insert(s.unmoved), row)


def unmoved(connection: Connection) -> UnmovedCourse | None:
    """Return a course of which moves have yet to be found, None where all are."""
    query = select(n.issue, n.party, n.first, n.last).order_by(n.issue, n.party).limit(1)
    row = connection.execute(query).first()
    return None if row is None else UnmovedCourse(*row)


def put_moves(
    connection: Connection,
    course: UnmovedCourse,
    since: str,
    until: Key | None,
    moves: Iterable[StoredMove],
) -> None:
    """Store the moves of a course in place of those stored from a day up to a place (None: its end)."""
    mine = [m.issue == course.issue, m.party == course.party, m.first >= since]
    if until is not None:
        mine += [m.first <= until[0], tuple_(m.first, m.last, m.id) <= tuple_(*until)]
    connection.execute(delete(s.moves).where(*mine))
    given = {move.later: move for move in moves}
    ids = sorted({id for move in given.values() for id in (move.earlier, move.later)})
    rows: dict[str, Any] = {}
    for part in parts(ids):
        query = select(t.record, t.id, t.first, t.last, t.low).where(t.id.in_(part))
        rows |= {row.id: row for row in connection.execute(query)}
    stored = [
        {
            "later": rows[id].record,
            "earlier": rows[move.earlier].record,
            "id": id,
            "issue": course.issue,
            "party": course.party,
            "first": rows[id].first,
            "last": rows[id].last,
            "low": rows[id].low,
            "body": move.body,
        }
        for id, move in given.items()
        if id in rows and move.earlier in rows
    ]
    if stored:
        connection.execute(insert(s.moves), stored)
    done = (n.issue == course.issue, n.party == course.party)
    connection.execute(delete(s.unmoved).where(*done))


def moves(connection: Connection, asked: Traced, limit: int | None) -> list[StoredMove]:
    """Return moves by their later words, the newest first."""
    earlier = s.traces.alias()
    query: Select[Any] = (
        select(earlier.c.id, m.id, m.body)
        .join_from(s.moves, earlier, earlier.c.record == m.earlier)
        .where(*_limits(asked, connection.dialect.name))
        .order_by(m.first.desc(), m.last.desc(), m.id.desc())
    )
    query = query if limit is None else query.limit(limit)
    return [StoredMove(*row) for row in connection.execute(query)]


def is_all_found(connection: Connection) -> bool:
    """Say whether every document is traced and every course gone through."""
    late = select(s.untraced.c.doc).limit(1)
    return connection.execute(late).first() is None and unmoved(connection) is None


def _limits(asked: Traced, dialect: str) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.issue is not None:
        found.append(m.issue == asked.issue)
    if asked.parties is not None:
        found.append(m.party.in_(asked.parties))
    if asked.until is not None:
        found.append(m.low <= asked.until)
    if asked.before is not None:
        key: Key = asked.before
        found += [m.first <= key[0], tuple_(m.first, m.last, m.id) < tuple_(*key)]
    if asked.begins is not None:
        found.append(m.first >= asked.begins)
    if asked.reaches is not None:
        found.append(m.last >= asked.reaches)
    if asked.told is not None:
        found.append(m.later.in_(select(r.row).where(*conditions(asked.told, dialect))))
    return found
