"""Reading records, and places where words occur, out of the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from soten.records import Evidence, Record, Run, Span, State
from soten.records.edtf import bounds
from soten.store import schema as s
from soten.store.codec import decode_record
from soten.store.cursors import unpack_cursor
from soten.store.leading import (
    FEW,
    WINDOWS,
    asked_of_each,
    fewest,
    is_narrow,
    lead_by,
    lead_of,
    leads_of,
)
from soten.store.numbers import listed
from soten.store.rows import decode_found
from soten.store.selecting import (
    behind,
    conditions,
    cursor_of,
    ordered,
    settled,
    stands,
)
from soten.store.standing import first_held
from soten.store.stored import (
    DateBasis,
    GoneRecord,
    Order,
    Selection,
    StoredRecord,
    When,
)
from soten.store.traits import RANKS
from soten.store.windows import Days, issue_window, size_of, window_of

_NAMES = (
    "id",
    "kind",
    "doc",
    "version",
    "place",
    "rank",
    "start",
    "end",
    "exact",
    "body",
    "issues",
    "date",
    "basis",
    "day",
    "state",
    "found",
)
_COLUMNS = [s.records.c[name] for name in _NAMES]
_BATCH = 1000
_NO_DAY = When()
_COUNTED = 2_500
"""Where a few are counted of what many records meet, so many are looked at."""
_ISSUE_WINDOWS = (500, 10_000)
"""Of what is told of one point at issue so many are taken: more of it is what is sought."""
_ANY = Days()
_RUN = ("id", "started_at", "code", "lexicon", "dictionary")


def records(
    connection: Connection,
    selection: Selection,
    order: Order,
    *,
    limit: int | None = None,
    after: str | None = None,
    within: int | None = None,
    first_day: str | None = None,
) -> Iterator[StoredRecord]:
    """Yield the selected records in order, a batch in memory at a time.

    With `limit`, `within` may say among how many of each kind to look for what many records meet.
    """
    days = Days(low=first_day)
    selection = settled(connection, selection)
    query: Select[Any] = select(*_COLUMNS, s.documents.c.id.label("document"))
    query = query.join(s.documents, s.documents.c.row == s.records.c.doc)
    places = None if selection.words is None else selection.words.places
    if limit is not None and places and order is not Order.PLACE and not first_day:
        first = listed(connection, first_held(places, order, limit, after))
        query = ordered(query.where(s.records.c.row.in_(first)), order)
        yield from (_stored(row, order) for row in connection.execute(query))
        return
    query = query.where(*days.of(s.records.c.day))
    if after is not None:
        query = query.where(behind(after, order))
    if limit is not None and order is not Order.PLACE:
        if after is not None:
            days = days.behind(str(unpack_cursor(after, (str, int, int, str))[0]), order)
        found = first_rows(connection, query, selection, order, limit, within, days)
        yield from (_stored(row, order) for row in found)
        return
    query = query.where(*lead_of(connection, selection).conditions).limit(limit)
    if selection.kinds:
        query = query.where(s.records.c.kind.in_(selection.kinds))
    streamed = {"yield_per": _BATCH}
    with connection.execute(ordered(query, order), execution_options=streamed) as result:
        for row in result:
            yield _stored(row, order)


def first_rows(
    connection: Connection,
    query: Select[Any],
    selection: Selection,
    order: Order,
    limit: int,
    within: int | None = None,
    days: Days = _ANY,
) -> list[Row[Any]]:
    """Return the first rows of a query for the selected records, as `leads_of` says.

    The query has the columns `row`s are ordered by: day, doc, place and id. What it joins to records
    leaves none of them out, and they begin on these days.
    """
    r, left = s.records.c, list(selection.kinds or RANKS)
    alone = select(r.row)  # without what is joined: it need not be looked up for each that is asked
    if query.whereclause is not None:
        alone = alone.where(query.whereclause)
    found: dict[str, list[Row[Any]]] = {}
    of_issue = selection.issue is not None and within is None
    sizes: tuple[int, ...] = _ISSUE_WINDOWS if of_issue else WINDOWS
    if within is not None:
        sizes = (*(n for n in WINDOWS if n < within), within)
    for lead in leads_of(connection, selection, limit, may_walk=within is None):
        if lead.name is not None and not lead.is_walked:
            near = _near(days, found, order, limit)
            asked = alone.where(r.kind.in_(left), *lead.conditions, *near.of(r.day))
            # Of all that are sorted only the first are read in full.
            first = ordered(asked, order).limit(limit)
            further = connection.execute(ordered(query.where(r.row.in_(first)), order).limit(limit))
            found |= {kind: [] for kind in left} | {"": list(further)}
            break
        wanted = ordered(query.where(*lead.conditions), order).limit(limit)
        for size in sizes[: lead.windows] if lead.is_tried else (None,):
            for kind in tuple(left):
                near = _near(days, found, order, limit)
                of_kind = wanted.where(r.kind == kind, *near.of(r.day))
                is_all = size == within
                if size is not None and of_issue:
                    window, is_all = issue_window(connection, selection, kind, order, near, size)
                    of_kind = of_kind.where(r.row.in_(window))
                elif size is not None:
                    window = window_of(alone, selection, kind, order, near).limit(size)
                    of_kind = of_kind.where(r.row.in_(window))
                found[kind] = list(connection.execute(of_kind))
                is_all = is_all or size is None or len(found[kind]) == limit
                if is_all or (size and not of_issue and size_of(connection, window) < size):
                    left.remove(kind)
        if not left:
            break
    return _sorted(found, order)[:limit]


def _sorted(found: Mapping[str, list[Row[Any]]], order: Order) -> list[Row[Any]]:
    rows = [row for of_kind in found.values() for row in of_kind]
    rows.sort(key=lambda row: (row.doc, row.place, row.id))
    rows.sort(key=lambda row: str(row.day), reverse=order is Order.NEWEST)
    return rows


def _near(days: Days, found: Mapping[str, list[Row[Any]]], order: Order, limit: int) -> Days:
    """Return the days on which a row may be among the first, where there are enough rows already."""
    rows = _sorted(found, order)[:limit]
    return days.upto(str(rows[-1].day), order) if rows and len(rows) == limit else days


def count(connection: Connection, selection: Selection) -> int:
    """Return how many records a selection lets through."""
    query = select(func.count()).select_from(s.records)
    found = connection.execute(query.where(*conditions(selection, connection.dialect.name)))
    return int(found.scalar_one())


def count_some(
    connection: Connection, selection: Selection, most: int
) -> dict[str, tuple[int, bool]]:
    """Return how many records a selection lets through of each of its kinds, and whether of more.

    At most so many of a kind are counted; of what many records meet, only those among the newest are.
    """
    selection = settled(connection, selection)
    name, _, _ = fewest(connection, selection, FEW) if len(selection.kinds) > 1 else (None, 0, 0)
    if name is None:
        alone = (replace(selection, kinds=(kind,)) for kind in selection.kinds)
        return {one.kinds[0]: _count_of_kind(connection, one, most) for one in alone}
    r, lead = s.records.c, lead_by(connection, selection, name)
    query = select(r.kind, func.count().label("found")).group_by(r.kind)
    query = query.where(r.kind.in_(selection.kinds), *lead.conditions)
    counts = {row.kind: row.found for row in connection.execute(query)}
    return {
        kind: (min(counts.get(kind, 0), most), counts.get(kind, 0) > most)
        for kind in selection.kinds
    }


def _count_of_kind(connection: Connection, selection: Selection, most: int) -> tuple[int, bool]:
    r, (kind,) = s.records.c, selection.kinds
    asked = asked_of_each(connection, selection)
    query = select(r.row).where(r.kind == kind).limit(most + 1)

    def counted(*wanted: ColumnElement[bool]) -> int:
        return size_of(connection, query.where(*wanted))

    window = window_of(select(r.row), selection, kind, Order.NEWEST, _ANY).limit(_COUNTED)
    if selection.issue is not None:
        rows, is_all = issue_window(connection, selection, kind, Order.NEWEST, _ANY, _COUNTED)
        count = counted(r.row.in_(rows), *asked)
        if is_all or count > most:
            return min(count, most), count > most
    if is_narrow(connection, selection):
        count = counted(*lead_by(connection, selection, "days").conditions)
        return min(count, most), count > most
    if selection.words is None:  # else these are looked up
        count = counted(r.row.in_(window), *asked)
        if count > most:
            return most, True
    lead = next(leads_of(connection, selection))
    if lead.is_tried:
        return count, size_of(connection, window) == _COUNTED
    count = counted(*lead.conditions)
    return min(count, most), count > most


def _stored(row: Row[Any], order: Order) -> StoredRecord:
    # Taken apart at once: many are read for one page, and each name looked up costs as much.
    columns: tuple[Any, ...] = tuple(row)
    id, kind, _, version, _, _, start, end, exact, body, issues, *more, document = columns
    date, basis, _, state, now = more
    when = _NO_DAY if date is None else When(date, *bounds(date), DateBasis(basis))
    record = decode_record(kind, id, Evidence(document, Span(start, end), exact), body)
    found: Record | None = record
    if now is not None:
        found = decode_found(kind, id, document, now)
    return StoredRecord(
        record=record,
        id=id,
        document=document,
        version=version,
        when=when,
        issues=tuple(json.loads(issues)) if issues else (),
        state=State(state),
        found=found,
        place=lambda: cursor_of(columns[: len(_NAMES)], _NAMES, order),
    )


def overlapping(
    connection: Connection, document: str, span: Span, kinds: Sequence[str]
) -> Iterator[StoredRecord]:
    """Yield the records of these kinds whose evidence shares a character with the span."""
    r = s.records.c
    query: Select[Any] = select(*_COLUMNS, s.documents.c.id.label("document"))
    query = query.join(s.documents, s.documents.c.row == r.doc).where(
        s.documents.c.id == document, r.start < span.end, r.end > span.start, r.kind.in_(kinds)
    )
    query = query.where(stands())
    for row in connection.execute(ordered(query, Order.PLACE)):
        yield _stored(row, Order.PLACE)


def gone(
    connection: Connection, *, id: str | None = None, since: str | None = None
) -> Iterator[GoneRecord]:
    """Yield records that later readings no longer found, the latest gone first.

    `since` is the beginning of an ISO moment. A record that was found again is left out.
    """
    g = s.gone.c
    run = [s.runs.c[name].label(f"run_{name}") for name in _RUN]
    query = (
        select(s.gone, s.documents.c.id.label("document"), s.readings.c.at, *run)
        .join(s.documents, s.documents.c.row == g.doc)
        .join(s.readings, s.readings.c.row == g.reading)
        .join(s.runs, s.runs.c.id == s.readings.c.run)
        .where(~select(s.records.c.row).where(s.records.c.id == g.id).exists())
        .order_by(g.row.desc())
    )
    if id is not None:
        query = query.where(g.id == id)
    if since is not None:
        query = query.where(s.readings.c.at >= since)
    with connection.execute(query, execution_options={"yield_per": _BATCH}) as result:
        for row in result:
            yield _gone(row)


def _gone(row: Row[Any]) -> GoneRecord:
    evidence = Evidence(row.document, Span(row.start, row.end), row.exact)
    return GoneRecord(
        record=decode_record(row.kind, row.id, evidence, row.body),
        id=row.id,
        document=row.document,
        version=row.version,
        run=Run(*(row._mapping[f"run_{name}"] for name in _RUN)),
        at=row.at,
    )


def counts_by_document(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return, for each of these documents, how many records of each kind it has."""
    d, r = s.documents.c, s.records.c
    query = (
        select(d.id, r.kind, func.count())
        .join(s.documents, d.row == r.doc)
        .where(d.id.in_(ids), stands())
        .group_by(d.id, r.kind)
        .order_by(d.id, r.kind)
    )
    found: dict[str, dict[str, int]] = {}
    for document, kind, count in connection.execute(query):
        found.setdefault(document, {})[kind] = count
    return found
