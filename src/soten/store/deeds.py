"""Deeds in short: what records tell that may bear on a promise, found by deed, side and day.

What is told after a promise lies in few of the many records of those days. Here each of these is a
row with what comparing it needs, so that a page of promises reads no other record but those it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, union_all

from soten.store import schema as s
from soten.store.deed import DeedDays, FoundDeed, NamedPlace, StoredDeed
from soten.store.parts import parts
from soten.store.selecting import stands

e, k, u = s.deeds.c, s.deed_keys.c, s.untold.c
d, r, a = s.documents.c, s.records.c, s.record_actors.c

_OF_DAYS = (
    select(e.id, d.id, e.body, k.deed, k.side, k.day)
    .join_from(s.deed_keys, s.deeds, e.record == k.record)
    .join(s.documents, d.row == e.doc)
    .where(
        k.deed.in_(bindparam("deeds", expanding=True)),
        k.side.in_(bindparam("sides", expanding=True)),
        k.day >= bindparam("first"),
        k.day <= bindparam("last"),
    )
)


def untell(connection: Connection, documents: Sequence[int]) -> None:
    """Drop the deeds of documents (rows); they have yet to be told."""
    for part in parts(tuple(dict.fromkeys(documents))):
        known = set(connection.execute(select(u.doc).where(u.doc.in_(part))).scalars())
        fresh = [{"doc": doc} for doc in part if doc not in known]
        if fresh:
            _drop(connection, part)
            connection.execute(insert(s.untold), fresh)


def untell_all(connection: Connection) -> None:
    """Drop every deed."""
    connection.execute(delete(s.deed_keys))
    connection.execute(delete(s.deeds))
    connection.execute(delete(s.untold))
    connection.execute(insert(s.untold).from_select(["doc"], select(d.row)))


def _drop(connection: Connection, documents: Sequence[int]) -> None:
    mine = select(e.record).where(e.doc.in_(documents))
    connection.execute(delete(s.deed_keys).where(k.record.in_(mine)))
    connection.execute(delete(s.deeds).where(e.doc.in_(documents)))


def untold(connection: Connection, limit: int | None = None) -> dict[str, int]:
    """Return the documents of which deeds have yet to be told, in order of arrival."""
    rows = list(connection.execute(select(u.doc).order_by(u.doc).limit(limit)).scalars())
    found: dict[str, int] = {}
    for part in parts(rows):
        query = select(d.id, d.row).where(d.row.in_(part)).order_by(d.row)
        found |= {row.id: row.row for row in connection.execute(query)}
    return found


def put_deeds(
    connection: Connection, documents: Sequence[int], given: Iterable[StoredDeed]
) -> None:
    """Store the deeds of documents (rows), which are told from now on."""
    told = {deed.id: deed for deed in given}
    rows: list[dict[str, object]] = []
    keys: list[dict[str, object]] = []
    for ids in parts(tuple(told)):
        query = select(r.row, r.doc, r.id).where(r.id.in_(ids), r.doc.in_(documents))
        for row, doc, id in connection.execute(query):
            rows.append({"record": row, "doc": doc, "id": id, "body": told[id].body})
            for key in dict.fromkeys(told[id].keys):
                found_by = {"deed": key.deed, "side": key.side, "day": key.day}
                keys.append({**found_by, "record": row})
    for part in parts(documents):
        _drop(connection, part)
        connection.execute(delete(s.untold).where(u.doc.in_(part)))
    if rows:
        connection.execute(insert(s.deeds), rows)
        connection.execute(insert(s.deed_keys), keys)


def deeds(connection: Connection, asked: Iterable[DeedDays]) -> Iterator[FoundDeed]:
    """Yield the records in short that are found there, in no order."""
    for one in asked:
        told = {"deeds": one.deeds, "sides": one.sides, "first": one.first, "last": one.last}
        yield from map(FoundDeed._make, connection.execute(_OF_DAYS, told).all())


def named_places(connection: Connection, documents: Sequence[str]) -> list[NamedPlace]:
    """Return who is named and who speaks where, in documents."""
    found: list[NamedPlace] = []
    for part in parts(documents):
        inside = (d.id.in_(part), stands())
        mentions = select(d.id, r.kind, r.start, r.end, r.who).join(s.documents, d.row == r.doc)
        mentions = mentions.where(r.kind == "mention", *inside)
        said = select(d.id, r.kind, r.start, r.end, a.who).join(s.documents, d.row == r.doc)
        said = said.join(s.record_actors, a.record == r.row)
        said = said.where(r.kind == "statement", a.role == "speaker", *inside)
        both = connection.execute(union_all(mentions, said))
        found += [NamedPlace(*row) for row in both]
    return found
