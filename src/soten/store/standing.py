"""Where words stand: in which stretches of documents, and in which records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, func, select, tuple_

from soten.store import schema as s
from soten.store.cursors import pack_cursor, unpack_cursor
from soten.store.leading import asked_of_each
from soten.store.numbers import listed
from soten.store.selecting import document_conditions, matches
from soten.store.stored import PassageHit, Selection
from soten.store.words import Places, Words


def places_of(connection: Connection, words: Words, most: int) -> tuple[Places, bool]:
    """Return where words stand, the places stored last, and whether there are more than so many."""
    p = s.passages.c
    latest = matches(replace(words, latest=most + 1), connection.dialect.name)
    query = select(p.row, p.doc, p.record).where(latest).order_by(p.row.desc())
    found = connection.execute(query).all()
    here = found[:most]
    places = Places(
        stretches=tuple((row.doc, row.row) for row in here if row.record is None),
        records=tuple({row.record: None for row in here if row.record is not None}),
    )
    return places, len(found) > most


def at_places(
    connection: Connection, selection: Selection, places: Places
) -> tuple[ColumnElement[bool], ...]:
    """Return what the selected records that hold words in these places must meet, their kind aside."""
    here = s.records.c.row.in_(listed(connection, places.records))
    return (here, *asked_of_each(connection, replace(selection, words=None)))


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
