"""What stands on a time axis: records by the days they speak of, and how many there are a day.

A record is in a window where the days it may mean reach into it. One that begins and ends outside
is found by the index over those of more than one day; the others by the index over first days.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    not_,
    null,
    or_,
    select,
    tuple_,
)

from soten.records.edtf import FIRST_DAY, LAST_DAY
from soten.store import schema as s
from soten.store.cursors import unpack_cursor
from soten.store.daycounts import counted, term_of
from soten.store.leading import COUNTED, begun, fewest, lead_by, lead_of
from soten.store.parts import parts
from soten.store.selecting import narrowed, settled, stands
from soten.store.stored import Selection
from soten.store.timed import Moment, TalkDays

r, c, i = s.records.c, s.cells.c, s.items.c

_FEW = 3_000
"""So many records of any day are looked up at once."""
_BEGUN = 5_000
"""So many of a kind that begin in the window are; more where they are to meet further conditions."""
_TIMES = 4
_PLAIN = 2
"""That a record stands, and one condition more."""
_MOST = "statement"
"""The kind of which most records are: a page is soon filled with it."""
_JOINED = ("talk", "commitment")
_KEY = (str, int, int, int, str)
_COLUMNS = ("id", "type", "status", "date", "day", "low", "high", "basis", "doc", "place")


def moments(
    connection: Connection,
    selection: Selection,
    limit: int,
    after: str | None = None,
    *,
    undated: bool = False,
) -> list[Moment]:
    """Return the dated records of the selected kinds in order of their first day.

    `since` and `until` of the selection are the window; those that begin before it come first.
    With `undated` only those of which nothing tells when.
    """
    selection = settled(connection, selection)
    rows = _looked_up(connection, selection)
    if rows is not None:
        return _among(connection, selection, rows, limit, after, undated=undated)
    limits = _limits(connection, selection)
    ranks = {kind: rank for rank, kind in enumerate(selection.kinds)}
    found: list[Moment] = []
    for kind in sorted(ranks, key=lambda kind: kind != _MOST):
        # No further than the page goes: of what is rare, a page of its own lies far away.
        upto = found[-1].day if len(found) == limit else None
        asked = _Asked(kind, ranks[kind], limit, after, undated, upto)
        streams = _streams(connection, selection, limits, asked)
        merged = merge(found, *streams, key=lambda moment: moment.place)
        found = list(islice(merged, limit))
    return found


def _looked_up(connection: Connection, selection: Selection) -> list[ColumnElement[bool]] | None:
    """Return how to look up the records that meet what few meet; None where to look in the window.

    Where there are several conditions, each of which many meet, there may be nothing that meets them
    all: what is fewer is gone through.
    """
    own = replace(selection, since=None, until=None)
    best, _, conditions = fewest(connection, own, _FEW)
    if best is None and conditions > 1:
        begun = select(r.row).where(r.kind.in_(selection.kinds), r.day != "")
        begun = begun.where(*_inside(selection)).limit(COUNTED)
        window = connection.execute(select(func.count()).select_from(begun.subquery())).scalar()
        best, _, _ = fewest(connection, own, window or 0)
    return None if best is None else list(lead_by(connection, own, best).conditions)


def _among(
    connection: Connection,
    selection: Selection,
    conditions: Sequence[ColumnElement[bool]],
    limit: int,
    after: str | None,
    *,
    undated: bool,
) -> list[Moment]:
    """Return what `moments` asks for of records that are looked up, whatever their days."""
    ranks = {kind: rank for rank, kind in enumerate(selection.kinds)}
    rank = case(ranks, value=r.kind)
    key = (r.day, rank, r.doc, r.place, r.id)
    same = and_(i.id == r.id, i.kind == r.kind, i.kind.in_(_JOINED))
    query: Select[Any] = select(*(r[name] for name in _COLUMNS), c.grp, r.kind)
    query = query.outerjoin(s.items, same).outerjoin(s.cells, c.row == i.cell)
    # A term instead of the column: no index on it is to lead.
    query = query.where(*conditions, r.kind.concat("").in_(selection.kinds))
    since, until = selection.since or FIRST_DAY, selection.until or LAST_DAY
    day = r.day.concat("")
    reaching = and_(r.low < r.high, r.high.concat("") >= since, r.low <= until)
    dated = or_(and_(day >= since, day <= until, day != ""), reaching)
    query = query.where(day == "" if undated else dated)
    if after is not None:
        query = query.where(tuple_(*key) > tuple_(*unpack_cursor(after, _KEY)))
    rows = connection.execute(query.order_by(*key).limit(limit))
    return [_moment(row[:-1], row.kind, ranks[row.kind]) for row in rows]


@dataclass(frozen=True, slots=True)
class _Asked:
    kind: str
    rank: int
    limit: int
    after: str | None
    undated: bool
    upto: str | None = None
    """The last day that is of use."""


def _limits(connection: Connection, selection: Selection) -> list[ColumnElement[bool]]:
    """Return what is asked of a record besides its kind and days, cheap to ask of each of a window."""
    own = replace(selection, kinds=(), since=None, until=None)
    if own.party is not None:
        own = replace(own, party=None, acting=acting_of(connection, own))
    each = ("acting", "speaker", "issue", "places")
    return [stands(own.states), *narrowed(own, connection.dialect.name, each)]


def acting_of(connection: Connection, selection: Selection) -> tuple[str, ...] | None:
    """Return whose acts are selected: the party with all on its side; None where nobody is named."""
    return settled(connection, selection).acting


def _streams(
    connection: Connection,
    selection: Selection,
    limits: Sequence[ColumnElement[bool]],
    asked: _Asked,
) -> Iterator[list[Moment]]:
    """Yield what begins in the window and what only reaches into it, each in order."""
    since, until = selection.since or FIRST_DAY, selection.until or LAST_DAY
    query: Select[Any] = select(*(r[name] for name in _COLUMNS))
    if asked.kind in _JOINED:
        same = and_(i.id == r.id, i.kind == asked.kind)
        query = query.add_columns(c.grp).outerjoin(s.items, same)
        query = query.outerjoin(s.cells, c.row == i.cell)
    else:
        query = query.add_columns(null().label("grp"))
    query = query.where(r.kind == asked.kind, *limits)
    query = query.order_by(r.day, r.doc, r.place, r.id).limit(asked.limit)
    most = _BEGUN if len(limits) <= _PLAIN else _BEGUN * _TIMES
    inside = [r.day == ""] if asked.undated else _begun(connection, selection, asked, most)
    reaching = [r.low < r.high, r.high >= since, r.low <= until]
    reaching.append(or_(r.low < since, r.high > until))  # the index knows, the next needs rows
    reaching.append(or_(r.day < since, r.day > until))
    if asked.after is not None:
        inside.append(_behind(asked.after, asked.rank, r.day))
        # A term instead of the column: they are few, by the other index.
        reaching.append(_behind(asked.after, asked.rank, r.day.concat("")))
    if asked.upto is not None:
        reaching.append(r.day.concat("") <= asked.upto)
    for wanted in (inside,) if asked.undated else (inside, reaching):
        rows = connection.execute(query.where(*wanted))
        yield [_moment(row, asked.kind, asked.rank) for row in rows]


def _begun(
    connection: Connection, selection: Selection, asked: _Asked, most: int
) -> list[ColumnElement[bool]]:
    """Return how to find what begins in the window: looked up where few do that meet a condition."""
    first, last = (
        selection.since or FIRST_DAY,
        min(selection.until or LAST_DAY, asked.upto or LAST_DAY),
    )
    if asked.after is not None:
        first = max(first, str(unpack_cursor(asked.after, _KEY)[0]))
    best = begun(connection, selection, asked.kind, first, last, most)
    if best is None:
        return [r.day >= first, r.day <= last, r.day != ""]
    # A term instead of the column: no index on it is to lead.
    return [r.row.in_(best), r.day.concat("") != ""]


def _inside(selection: Selection) -> list[ColumnElement[bool]]:
    return [r.day >= (selection.since or FIRST_DAY), r.day <= (selection.until or LAST_DAY)]


def _moment(row: Any, kind: str, rank: int) -> Moment:
    id, type, status, date, day, low, high, basis, doc, place, group = row
    at = (day, rank, doc, place, id)
    return Moment(id, kind, type, status, date, day, low, high, basis == "own", group, at)


def _behind(after: str, rank: int, day: ColumnElement[str]) -> ColumnElement[bool]:
    last, of, *place = unpack_cursor(after, _KEY)
    if rank < int(of):
        return day > last
    if rank > int(of):
        return day >= last
    return tuple_(day, r.doc, r.place, r.id) > tuple_(last, *place)


def day_counts(connection: Connection, selection: Selection) -> dict[str, dict[str, int]]:
    """Return for each selected kind how many records each first day has; "" is no day."""
    asked = replace(selection, party=None, acting=acting_of(connection, selection))
    term = term_of(asked)
    if term is not None:
        rows = counted(connection, term, asked.kinds)
    else:
        query = select(r.kind, r.day, func.count()).group_by(r.kind, r.day)
        # A term instead of the column: what is looked up leads, not all of a kind.
        query = query.where(r.kind.concat("").in_(asked.kinds))
        query = query.where(*lead_of(connection, asked).conditions)
        rows = [(row[0], row[1], row[2]) for row in connection.execute(query)]
    found: dict[str, dict[str, int]] = {kind: {} for kind in asked.kinds}
    for kind, day, count in rows:
        found[kind][day] = count
    return found


def told_before(
    connection: Connection, selection: Selection, groups: Sequence[int], after: str
) -> set[int]:
    """Return which of these groups have a member in the selection at the cursor or before it."""
    since, until = selection.since or FIRST_DAY, selection.until or LAST_DAY
    limits = _limits(connection, selection)
    earlier = [
        and_(r.kind == kind, not_(_behind(after, rank, r.day)))
        for rank, kind in enumerate(selection.kinds)
        if kind in _JOINED
    ]
    found: set[int] = set()
    for part in parts(groups) if earlier else ():
        query = select(c.grp).join(s.items, i.cell == c.row)
        query = query.join(s.records, and_(r.id == i.id, r.kind == i.kind))
        query = query.where(c.grp.in_(part), r.low <= until, r.high >= since, *limits)
        found |= set(connection.execute(query.where(or_(*earlier)).distinct()).scalars())
    return found


def talk_days(connection: Connection, groups: Sequence[int]) -> dict[int, list[TalkDays]]:
    """Return the days that all reports of these talks name, each once, in order of the days."""
    found: dict[int, set[tuple[str, str, str]]] = defaultdict(set)
    for part in parts(groups):
        query = select(c.grp, c.features).where(c.grp.in_(part), c.kind == "talk")
        for group, features in connection.execute(query):
            told = json.loads(features)
            stage = str(told.get("stage", ""))
            if told.get("days") and told.get("role", "talk") == "talk":
                low, high = told["days"]
                found[group].add((stage, low, high))
            for low, high in told.get("moved", ()):
                found[group].add(("ahead", low, high))
    return {
        group: [TalkDays(*each) for each in sorted(days, key=lambda each: each[1:])]
        for group, days in found.items()
    }
