"""Keeping the full-text index: which passages a document has, and their pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, text

from soten.records import Document
from soten.store import schema as s
from soten.store.bigrams import cut_passages, pairs_of
from soten.store.bulk import Value, insert_rows

_CHUNK = 500
_POSITIONS = 16383
"""The highest position PostgreSQL keeps in a tsvector."""

_ADD_PAIRS = text("INSERT INTO passage_pairs (rowid, pairs) VALUES (:row, :pairs)")
_DROP_PAIRS = text(
    "INSERT INTO passage_pairs (passage_pairs, rowid, pairs) VALUES ('delete', :row, :pairs)"
)
_ADD_WITH_PAIRS = text(
    'INSERT INTO passages ("row", doc, record, start, "end", extra, pairs)'
    " VALUES (:row, :doc, :record, :start, :end, :extra, CAST(:pairs AS tsvector))"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A place to be searched: its own words, and `extra` words that stand for it."""

    record: int | None
    start: int
    end: int
    extra: str
    words: str


def passages_of(document: Document) -> list[Passage]:
    """Return the stretches of a document; its title is searched with the first of them."""
    edges = (edge for story in document.stories for edge in (story.span.start, story.span.end))
    places = list(cut_passages(document.text, edges))
    titles = [document.title or ""] + [""] * len(places)
    return [
        Passage(None, start, end, title, document.text[start:end])
        for (start, end), title in zip(places, titles, strict=False)
    ]


def put_passages(connection: Connection, doc: int, passages: Sequence[Passage]) -> None:
    """Add passages to the index."""
    if not passages:
        return
    last = connection.execute(select(func.max(s.passages.c.row))).scalar() or 0
    rows: list[dict[str, Value]] = [
        {
            "row": row,
            "doc": doc,
            "record": passage.record,
            "start": passage.start,
            "end": passage.end,
            "extra": passage.extra,
        }
        for row, passage in enumerate(passages, last + 1)
    ]
    pairs = [pairs_of(f"{passage.extra}\n{passage.words}") for passage in passages]
    if connection.dialect.name == "postgresql":
        for row, found in zip(rows, pairs, strict=True):
            row["pairs"] = _tsvector(found)
        connection.execute(_ADD_WITH_PAIRS, rows)
        return
    insert_rows(connection, s.passages, rows)
    spaced = [
        {"row": row["row"], "pairs": " ".join(found)}
        for row, found in zip(rows, pairs, strict=True)
    ]
    connection.execute(_ADD_PAIRS, spaced)


def stored_passages(connection: Connection, doc: int) -> list[tuple[int, int, str]]:
    """Return the stretches of a document that are indexed: start, end, extra words."""
    c = s.passages.c
    query = select(c.start, c.end, c.extra).where(c.doc == doc, c.record.is_(None))
    return [(start, end, extra) for start, end, extra in connection.execute(query.order_by(c.row))]


def drop_document_passages(connection: Connection, doc: int, old_text: str) -> None:
    """Take a document's stretches, of the text that was indexed, out of the index."""
    c = s.passages.c
    query = select(c.row, c.extra, c.start, c.end).where(c.doc == doc, c.record.is_(None))
    found = connection.execute(query).all()
    _drop(connection, [(row, extra, old_text[start:end]) for row, extra, start, end in found])


def drop_record_passages(connection: Connection, records: Sequence[int]) -> None:
    """Take records, by row, out of the index."""
    for at in range(0, len(records), _CHUNK):
        query = (
            select(s.passages.c.row, s.passages.c.extra, s.records.c.exact)
            .join(s.records, s.records.c.row == s.passages.c.record)
            .where(s.passages.c.record.in_(records[at : at + _CHUNK]))
        )
        _drop(connection, [(row, extra, exact) for row, extra, exact in connection.execute(query)])


def _drop(connection: Connection, passages: Iterable[tuple[int, str, str]]) -> None:
    found = [
        {"row": row, "pairs": " ".join(pairs_of(f"{extra}\n{words}"))}
        for row, extra, words in passages
    ]
    if not found:
        return
    if connection.dialect.name != "postgresql":
        # The index keeps no text of its own: it forgets a passage when told its exact pairs.
        connection.execute(_DROP_PAIRS, found)
    for at in range(0, len(found), _CHUNK):
        rows = [item["row"] for item in found[at : at + _CHUNK]]
        connection.execute(delete(s.passages).where(s.passages.c.row.in_(rows)))


def _tsvector(pairs: Iterable[str]) -> str:
    """Return pairs as the literal of a tsvector; no pair holds a quote or a backslash."""
    places: dict[str, list[str]] = {}
    for at, pair in enumerate(pairs, 1):
        places.setdefault(pair, []).append(str(min(at, _POSITIONS)))
    return " ".join(f"'{pair}':{','.join(at)}" for pair, at in places.items())
