"""Places whose holder claims tell, the latest told of first.

A page of them is read off the claims, the latest first, until there are enough different places. A
claim of one day stands in the index of days, one of several in that of what reaches over days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from soten.store import schema as s
from soten.store.cursors import pack_cursor, unpack_cursor
from soten.store.leading import Lead, asked_of_each, leads_of
from soten.store.parts import parts
from soten.store.selecting import not_rejected
from soten.store.stored import Selection

_acting = s.record_actors.alias("placed")
"""By another name: what narrows claims may ask the same table."""
a, r, c, i, g = _acting.c, s.records.c, s.cells.c, s.items.c, s.groups.c

_PLACE = func.coalesce(g.id, a.who).label("place")
_AT_ONCE = 200
_FEW = 5_000
"""The claims of places that have no more are looked for at once, those of others one by one."""


def held_places(
    connection: Connection, selection: Selection, *, limit: int | None, after: str | None
) -> list[tuple[str, str]]:
    """Return places whose holder claims tell, the latest told of first, each with its cursor."""
    lead = _lead(connection, selection, limit)
    every = (_walked if lead.is_tried else _counted)(connection, lead)
    place = ("", "") if after is None else unpack_cursor(after, (str, str))
    with closing(every):
        further = (one for one in every if after is None or _is_behind(one, *map(str, place)))
        return [(id, pack_cursor((day, id))) for day, id in islice(further, limit)]


def latest_told(
    connection: Connection, selection: Selection, places: Mapping[str, Sequence[str]], most: int
) -> dict[str, list[str]]:
    """Return so many claims, the latest, of each of these places, by id; of all looked for at once.

    Each place is given with the ids it has in documents. Places of very many claims are left out.
    """
    known = _of_few(connection, places)
    asked = asked_of_each(connection, replace(selection, kinds=("claim",), places=None))
    latest = func.row_number().over(
        partition_by=a.who, order_by=(r.day.desc(), r.doc, r.place, r.id)
    )
    told: Select[Any] = (
        select(a.who, r.id, r.day, r.doc, r.place, latest.label("number"))
        .select_from(_acting)
        .join(s.records, r.row == a.record)
        .where(a.role == "place", r.kind == "claim", *asked)
    )
    found: dict[str, list[Any]] = {place: [] for place in known.values()}
    for part in parts(sorted(known)):
        near = _nearly_latest(selection, part, most)
        rows = told.where(
            a.who.in_(part), *([] if near is None else [a.record.in_(near)])
        ).subquery()
        for row in connection.execute(select(rows).where(rows.c.number <= most)):
            found[known[row.who]].append(row)
    for mine in found.values():
        mine.sort(key=lambda row: (row.doc, row.place, row.id))
        mine.sort(key=lambda row: str(row.day), reverse=True)
    return {
        place: list(dict.fromkeys(row.id for row in mine))[:most] for place, mine in found.items()
    }


def _nearly_latest(selection: Selection, places: Sequence[str], most: int) -> Select[Any] | None:
    """Return so many claims of each place and those of the same day as the last of them.

    An index tells of them; None where more is asked than days.
    """
    if replace(selection, kinds=(), until=None, places=None) != Selection():
        return None
    latest = func.rank().over(partition_by=a.who, order_by=a.day.desc()).label("number")
    query = select(a.record, latest).where(a.who.in_(places), a.kind == "claim", a.role == "place")
    if selection.until is not None:
        query = query.where(a.day <= selection.until)
    ranked = query.where(not_rejected(a.record)).subquery()
    return select(ranked.c.record).where(ranked.c.number <= most)


def _of_few(connection: Connection, places: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return of the ids of places those of places of few claims, each with the place."""
    known = {id: place for place, ids in places.items() for id in ids}
    counts: Counter[str] = Counter()
    for part in parts(sorted(known)):
        query = select(a.who, func.count()).where(a.role == "place", a.who.in_(part))
        for id, count in connection.execute(query.group_by(a.who)):
            counts[known[id]] += count
    return {id: place for id, place in known.items() if counts[place] <= _FEW}


def _lead(connection: Connection, selection: Selection, limit: int | None) -> Lead:
    """Return how to find the claims; one that is tried is to be asked of each, the latest first."""
    leads = list(leads_of(connection, replace(selection, kinds=("claim",)), limit))
    is_long = leads[-1].name in (None, "days") and leads[0].is_tried
    return leads[0] if is_long else replace(leads[-1], is_tried=False)


def _is_behind(one: tuple[str, str], day: str, id: str) -> bool:
    return one[0] < day or (one[0] == day and one[1] > id)


def _told(lead: Lead, *columns: ColumnElement[Any]) -> Select[Any]:
    """Return the question for places that claims tell of, by their ids across documents."""
    # A term instead of the column: looked up by claim, not all that have any place.
    placed = and_(a.record == r.row, a.role.concat("") == "place")
    return (
        select(*columns, _PLACE)
        .select_from(s.records)
        .join(_acting, placed)
        .outerjoin(s.items, and_(i.kind == "actor", i.id == a.who))
        .outerjoin(s.cells, c.row == i.cell)
        .outerjoin(s.groups, g.row == c.grp)
        .where(r.kind == "claim", *lead.conditions)
    )


def _counted(connection: Connection, lead: Lead) -> Generator[tuple[str, str]]:
    """Yield the last day that each place is told of, and the place, in order of the list."""
    day = func.coalesce(func.max(r.high), "").label("day")
    query = _told(lead, day).group_by(_PLACE).order_by(day.desc(), _PLACE)
    yield from ((row.day, row.place) for row in connection.execute(query))


def _walked(connection: Connection, lead: Lead) -> Generator[tuple[str, str]]:
    """Yield the same, reading no more claims than it takes."""
    day = func.coalesce(r.high, "").label("day")
    of_one = or_(r.low.is_(None), r.low >= r.high)
    some = {"yield_per": _AT_ONCE}
    queries = (
        _told(lead, day).where(of_one).order_by(r.day.desc()),
        _told(lead, day).where(r.low < r.high).order_by(r.high.desc()),
    )
    seen: set[str] = set()
    with ExitStack() as open:
        rows = [
            open.enter_context(connection.execute(query, execution_options=some))
            for query in queries
        ]
        merged = merge(*rows, key=itemgetter(0), reverse=True)
        for last, told in groupby(merged, itemgetter(0)):
            fresh = {place for _, place in told} - seen
            seen |= fresh
            yield from ((last, place) for place in sorted(fresh))
