"""Where words stand: in which stretches of documents, and in which records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select, tuple_

from soten.store import schema as s
from soten.store.cursors import pack_cursor, unpack_cursor
from soten.store.leading import asked_of_each
from soten.store.numbers import listed
from soten.store.selecting import document_conditions, matches
from soten.store.stored import Order, PassageHit, Selection
from soten.store.words import Held, Places, Words

r = s.records.c


def places_of(connection: Connection, selection: Selection, most: int) -> tuple[Places, bool]:
    """Return where the words of a selection stand, and whether in more places than so many.

    Those stored last are looked at, and of the records there those that meet all else.
    """
    p, words = s.passages.c, selection.words
    if words is None:
        raise ValueError("no words are asked for")
    latest = matches(replace(words, latest=most + 1), connection.dialect.name)
    query = select(p.row, p.doc, p.record).where(latest).order_by(p.row.desc())
    found = connection.execute(query).all()
    here = found[:most]
    records = sorted({row.record for row in here if row.record is not None})
    return (
        Places(
            stretches=tuple((row.doc, row.row) for row in here if row.record is None),
            records=tuple(_held(connection, replace(selection, words=None), records)),
        ),
        len(found) > most,
    )


def _held(connection: Connection, selection: Selection, rows: Sequence[int]) -> Iterator[Held]:
    """Yield the selected ones of some records, the last stored first."""
    query = select(*(r[name] for name in Held._fields))
    query = query.where(r.row.in_(listed(connection, rows)), *asked_of_each(connection, selection))
    if selection.kinds:  # a term instead of the column: looked up by row, not all of a kind
        query = query.where(r.kind.concat("").in_(selection.kinds))
    yield from (Held(*row) for row in connection.execute(query.order_by(r.row.desc())))


def first_held(places: Places, order: Order, limit: int, after: str | None) -> list[int]:
    """Return the rows of the first records that hold words in order of their days, behind a cursor."""
    held = sorted(places.records, key=lambda one: (one.doc, one.place, one.id))
    held.sort(key=lambda one: one.day, reverse=order is Order.NEWEST)
    if after is not None:
        day, doc, place, id = unpack_cursor(after, (str, int, int, str))
        further = str.__lt__ if order is Order.NEWEST else str.__gt__
        behind = (int(doc), int(place), str(id))
        held = [
            one
            for one in held
            if further(one.day, str(day))
            or (one.day == day and (one.doc, one.place, one.id) > behind)
        ]
    return [one.row for one in held[:limit]]


def documents_with(
    connection: Connection, words: Words, limit: int, after: str | None, selection: Selection
) -> list[tuple[str, str]]:
    """Return documents that hold the words, the latest published first, each with its cursor.

    Of the selection, days (of publication), publisher and ids of documents count.
    """
    d, v, p = s.documents.c, s.versions.c, s.passages.c
    day = func.coalesce(v.published_low, "")
    if words.places is None:
        hits = select(p.doc).where(p.record.is_(None), matches(words, connection.dialect.name))
    else:
        hits = listed(connection, sorted({doc for doc, _ in words.places.stretches}))
    query = (
        select(d.id, day.label("day"), d.row)
        .join(s.versions, (v.doc == d.row) & (v.number == d.current))
        .where(d.row.in_(hits), *document_conditions(selection, connection.dialect.name))
        .order_by(day.desc(), d.row.desc())
        .limit(limit)
    )
    if after is not None:
        key = unpack_cursor(after, (str, int))
        query = query.where(tuple_(day, d.row) < tuple_(*key))
    return [(row.id, pack_cursor((row.day, row.row))) for row in connection.execute(query).all()]


def passages_with(
    connection: Connection, words: Words, documents: Sequence[str]
) -> list[PassageHit]:
    """Return the stretches of these documents that hold the words, in order of place."""
    d, p = s.documents.c, s.passages.c
    here = matches(words, connection.dialect.name)
    if words.places is not None:
        mine = set(connection.execute(select(d.row).where(d.id.in_(documents))).scalars())
        stretches = [row for doc, row in words.places.stretches if doc in mine]
        here = p.row.in_(listed(connection, stretches))
    query = (
        select(d.id, p.start, p.end)
        .join(s.documents, d.row == p.doc)
        .where(p.record.is_(None), d.id.in_(documents), here)
        .order_by(d.row, p.start)
    )
    return [PassageHit(*row) for row in connection.execute(query)]
