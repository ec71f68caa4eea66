"""Positions in short: whose, on what, when, and what comparing two of them needs.

A question about stances over time looks at many positions and shows few. Here each is one row
with an index for every order in which they are asked for; the records are fetched of those shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Tuple,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    tuple_,
)

from soten.records.edtf import FIRST_DAY, LAST_DAY
from soten.store import schema as s
from soten.store.joined import canon
from soten.store.moves import unmove
from soten.store.parts import parts
from soten.store.selecting import conditions
from soten.store.trace import Trace, Traced, TracedCell

t, u, d, r = s.traces.c, s.untraced.c, s.documents.c, s.records.c
a = s.actors.c


def untrace(connection: Connection, documents: Sequence[int]) -> None:
    """Drop the traces of documents (rows); they have yet to be traced."""
    for part in parts(tuple(dict.fromkeys(documents))):
        known = set(connection.execute(select(u.doc).where(u.doc.in_(part))).scalars())
        fresh = [{"doc": doc} for doc in part if doc not in known]
        if fresh:
            unmove(connection, part)
            connection.execute(delete(s.traces).where(t.doc.in_(part)))
            connection.execute(insert(s.untraced), fresh)


def untrace_all(connection: Connection) -> None:
    """Drop every trace, and with them every move."""
    connection.execute(delete(s.moves))
    connection.execute(delete(s.unmoved))
    connection.execute(delete(s.traces))
    connection.execute(delete(s.untraced))
    connection.execute(insert(s.untraced).from_select(["doc"], select(d.row)))


def untraced(connection: Connection, limit: int | None = None) -> dict[str, int]:
    """Return the documents that have yet to be traced, with their places in order of arrival."""
    # Mostly there are none: joined at once, every document would be gone through to see that.
    query = select(u.doc).order_by(u.doc)
    late = connection.execute(query if limit is None else query.limit(limit)).scalars().all()
    found: dict[str, int] = {}
    for part in parts(late):
        named = select(d.id, d.row).where(d.row.in_(part)).order_by(d.row)
        found |= {row.id: row.row for row in connection.execute(named)}
    return found


def put_traces(connection: Connection, documents: Sequence[int], traces: Iterable[Trace]) -> None:
    """Store the traces of documents (rows), which are traced from now on."""
    given = {trace.id: trace for trace in traces}
    rows: list[dict[str, object]] = []
    for ids in parts(tuple(given)):
        query = select(r.row, r.doc, r.id, r.low, r.high).where(r.id.in_(ids), r.doc.in_(documents))
        for row, doc, id, low, high in connection.execute(query):
            one = given[id]
            days = {"first": one.first, "last": one.last, "low": low, "high": high}
            told = {"issue": one.issue, "party": one.party, "story": one.story, "body": one.body}
            rows.append({"record": row, "doc": doc, "id": id, **days, **told})
    for part in parts(documents):
        connection.execute(delete(s.traces).where(t.doc.in_(part)))
        connection.execute(delete(s.untraced).where(u.doc.in_(part)))
    if rows:
        connection.execute(insert(s.traces), rows)
    unmove(connection, documents)


def traces(
    connection: Connection,
    asked: Sequence[Traced],
    *,
    newest: bool = False,
    limit: int | None = None,
) -> list[list[Trace]]:
    """Return, of each that is asked, traces in order of their days, the earliest first, or the newest."""
    return [[Trace(*row) for row in _rows(connection, one, newest, limit)] for one in asked]


def _rows(connection: Connection, asked: Traced, newest: bool, limit: int | None) -> Sequence[Any]:
    told = {name: getattr(asked, name) for name in _BOUND}
    values = {name: value for name, value in told.items() if value is not None}
    if asked.parties is not None and len(asked.parties) == 1:
        values["party"] = values.pop("parties")[0]  # one of one is asked for with less ado
    query = _prepared(frozenset(values), newest)
    if asked.told is not None or asked.ids is not None:
        plain = Traced(told=asked.told, ids=asked.ids)
        query = query.where(*_limits(plain, connection.dialect.name))
    if limit is not None:
        query = query.limit(limit)
    for name in ("before", "at"):
        if name in values:
            values |= zip((f"{name}_0", f"{name}_1", f"{name}_2"), values.pop(name), strict=True)
    return connection.execute(query, values).all()


_BOUND = ("issue", "parties", "since", "until", "before", "at", "begins", "reaches")


@lru_cache(maxsize=256)
def _prepared(names: frozenset[str], newest: bool) -> Select[Any]:
    """Return the query for traces with these conditions: a page asks it for every cell it shows."""
    key = tuple_(t.first, t.last, t.id)
    conditions: dict[str, ColumnElement[bool]] = {
        "issue": t.issue == bindparam("issue"),
        "party": t.party == bindparam("party"),
        "parties": t.party.in_(bindparam("parties", expanding=True)),
        # The day that the index holds as well: what lies outside is passed over without its row.
        "since": and_(t.last >= bindparam("since"), t.high >= bindparam("since")),
        "until": and_(t.first <= bindparam("until"), t.low <= bindparam("until")),
        "before": and_(t.first <= bindparam("before_0"), key < _place("before")),
        "at": and_(t.first >= bindparam("at_0"), key >= _place("at")),
        "begins": t.first >= bindparam("begins"),
        "reaches": t.last >= bindparam("reaches"),
    }
    query: Select[Any] = (
        select(t.id, t.issue, t.party, t.first, t.last, t.story, t.body, t.doc)
        .select_from(s.traces)
        .where(*(condition for name, condition in conditions.items() if name in names))
    )
    keys = (t.first, t.last, t.id)
    return query.order_by(*(one.desc() for one in keys)) if newest else query.order_by(*keys)


def _place(name: str) -> Tuple:
    return tuple_(*(bindparam(f"{name}_{at}", type_=t.id.type) for at in range(3)))


def cells(
    connection: Connection, asked: Traced, every: Sequence[TracedCell] | None = None
) -> list[TracedCell]:
    """Return which parties have traces on which points, the most first.

    Days are taken as the traces tell them, so that an index holds all that is counted. `every` are
    the cells of all days, where they were counted before: where less lies outside the days asked
    for than in them, that is counted, and taken off. (Of one point or party there is less to count.)
    """
    has_days = asked.since is not None or asked.until is not None
    if every is not None and not has_days:
        return list(every)
    is_of_all = asked.issue is None and asked.parties is None
    if every is not None and is_of_all and _is_less_outside(connection, asked):
        return _without(every, _outside(connection, asked))
    plain = replace(asked, since=None, until=None)
    by_days = [t.last < LAST_DAY] if has_days else []
    if asked.since is not None:
        by_days.append(t.last >= asked.since)
    if asked.until is not None:
        by_days.append(t.first <= asked.until)
    dated = func.count() if by_days else func.count(case((t.last < LAST_DAY, 1)))
    query = _counted(func.count(), dated).where(*_limits(plain, connection.dialect.name), *by_days)
    return _in_order(TracedCell(*row) for row in connection.execute(query).all())


def _counted(*counts: ColumnElement[int]) -> Select[Any]:
    return select(t.issue, t.party, *counts).group_by(t.issue, t.party)


def _in_order(found: Iterable[TracedCell]) -> list[TracedCell]:
    return sorted(found, key=lambda cell: (-cell.count, cell.issue, cell.party))


def _is_less_outside(connection: Connection, asked: Traced) -> bool:
    """Say whether fewer of the days that traces begin on lie outside those asked for than in them."""
    both = [  # each by itself: both at once would be sought in all there are
        select(end(t.first)).where(t.first > FIRST_DAY).scalar_subquery()
        for end in (func.min, func.max)
    ]
    first, last = (_number(day) for day in connection.execute(select(*both)).one())
    begins = first if asked.since is None else max(first, _number(asked.since))
    ends = last if asked.until is None else min(last, _number(asked.until))
    return begins <= ends and 2 * (ends - begins) >= last - first


def _number(day: str | None) -> int:
    try:
        return date.fromisoformat(day or FIRST_DAY).toordinal()
    except ValueError:  # of year 0: before all that is known
        return 0


def _outside(connection: Connection, asked: Traced) -> dict[tuple[str, str], int]:
    """Return how many traces of known days end before those asked for, or begin after them."""
    sides = []
    if asked.since is not None:
        sides.append((t.first < asked.since, t.last < asked.since))
    if asked.until is not None:
        sides.append((t.first > asked.until, t.last < LAST_DAY))
    found: dict[tuple[str, str], int] = {}
    for side in sides:
        query = _counted(func.count()).where(*side)
        for issue, party, count in connection.execute(query).all():
            found[issue, party] = found.get((issue, party), 0) + count
    return found


def _without(
    every: Sequence[TracedCell], outside: Mapping[tuple[str, str], int]
) -> list[TracedCell]:
    found = ((cell, cell.dated - outside.get((cell.issue, cell.party), 0)) for cell in every)
    return _in_order(
        TracedCell(cell.issue, cell.party, count, count) for cell, count in found if count
    )


def parties_of(connection: Connection, actor: str) -> list[str]:
    """Return the parties with traces that are this actor or on its side, in order of id."""
    parties = _parties(connection)
    sides: dict[str, str] = {}
    for part in parts(parties):
        query = select(a.id, a.side).where(a.id.in_(part), a.side.is_not(None))
        sides |= {row.id: row.side for row in connection.execute(query)}
    known = canon(connection, {actor, *parties, *sides.values()})
    wanted = known.get(actor, actor)
    return [
        party
        for party in parties
        if wanted in (known.get(one, one) for one in (party, sides.get(party, party)))
    ]


def _parties(connection: Connection) -> list[str]:
    """Return every party with traces, going from one to the next by index."""
    first = select(func.min(t.party).label("party"))
    one = first.cte("one", recursive=True)
    following = select(t.party).where(t.party > one.c.party).order_by(t.party).limit(1)
    every = one.union_all(select(following.scalar_subquery()).where(one.c.party.is_not(None)))
    query = select(every.c.party).where(every.c.party.is_not(None))
    return [str(party) for party in connection.execute(query).scalars()]


def latest_day(connection: Connection, asked: Traced) -> str | None:
    """Return the last known day of the selected traces."""
    query = select(func.max(t.last)).where(*_limits(asked, connection.dialect.name))
    return connection.execute(query.where(t.last < LAST_DAY)).scalar()


def documents_since(connection: Connection, issue: str, day: str, most: int) -> int:
    """Return how many documents tell a position on a point of a later day, at most `most`."""
    told = select(t.doc).where(t.issue == issue, t.first > day).distinct().limit(most).subquery()
    return connection.execute(select(func.count()).select_from(told)).scalar() or 0


def _limits(asked: Traced, dialect: str) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.issue is not None:
        found.append(t.issue == asked.issue)
    if asked.parties is not None:
        found.append(t.party.in_(asked.parties))
    if asked.since is not None:
        found.append(t.high >= asked.since)
    if asked.until is not None:
        found.append(t.low <= asked.until)
    key = tuple_(t.first, t.last, t.id)
    if asked.before is not None:
        found += [t.first <= asked.before[0], key < tuple_(*asked.before)]
    if asked.at is not None:
        found += [t.first >= asked.at[0], key >= tuple_(*asked.at)]
    if asked.begins is not None:
        found.append(t.first >= asked.begins)
    if asked.reaches is not None:
        found.append(t.last >= asked.reaches)
    if asked.ids is not None:
        found.append(t.record.in_(select(r.row).where(r.id.in_(asked.ids))))
    if asked.told is not None:
        found.append(t.record.in_(select(r.row).where(*conditions(asked.told, dialect))))
    return found
