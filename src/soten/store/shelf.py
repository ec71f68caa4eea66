"""Reading documents out of the ledger: facts, texts, names, readings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from soten.records import Basis, Document, LedgerError, Published, Run, Story, UsageError
from soten.store import schema as s
from soten.store.codec import decode
from soten.store.cursors import pack_cursor, unpack_cursor
from soten.store.parts import AMONG, rows_among
from soten.store.selecting import document_conditions, stands
from soten.store.stored import DocumentFacts, Label, ReadingFacts, Selection

d, v = s.documents.c, s.versions.c

_FACTS = (
    v.number,
    v.name,
    v.sha256,
    v.chars,
    v.added_at,
    v.title,
    v.publisher,
    v.author,
    v.url,
    v.language,
    v.published,
    v.basis,
    v.why,
    v.origin,
)
_BATCH = 100


def facts(connection: Connection, ids: Sequence[str]) -> dict[str, DocumentFacts]:
    """Return the facts of the current versions of these documents; unknown ids are left out."""
    return {row.id: _facts(row) for row in rows_among(connection, _FACTS_OF, ids)}


def newest(
    connection: Connection, selection: Selection, limit: int | None, after: str | None
) -> list[tuple[DocumentFacts, str]]:
    """Return documents, the latest published first, undated last, each with its cursor."""
    day = v.published_low
    query = _current(select(d.id, *_FACTS, func.coalesce(day, "").label("day"), d.row))
    query = query.where(*document_conditions(selection, connection.dialect.name))
    query = query.order_by(day.desc().nulls_last(), v.doc.desc())
    if limit is not None:
        query = query.limit(limit)
    if after is not None:
        last, row = unpack_cursor(after, (str, int))
        undated = day.is_(None) if last else and_(day.is_(None), v.doc < row)
        query = query.where(or_(day < last, and_(day == last, v.doc < row), undated))
    rows = connection.execute(query)
    return [(_facts(row), pack_cursor((row.day, row.row))) for row in rows]


def arrivals(
    connection: Connection, selection: Selection, limit: int | None, after: str | None
) -> list[tuple[DocumentFacts, str]]:
    """Return documents, those whose current version came last first, each with its cursor."""
    query = _current(select(d.id, *_FACTS, v.row.label("version")))
    query = query.where(*document_conditions(selection, connection.dialect.name))
    query = query.order_by(v.row.desc())
    if limit is not None:
        query = query.limit(limit)
    if after is not None:
        (last,) = unpack_cursor(after, (int,))
        query = query.where(v.row < last)
    rows = connection.execute(query)
    return [(_facts(row), pack_cursor((row.version,))) for row in rows]


def versions(connection: Connection, document: str) -> list[DocumentFacts]:
    """Return the facts of every version of a document, the first version first."""
    query: Select[Any] = select(d.id, *_FACTS).join(s.documents, d.row == v.doc)
    return [
        _facts(row) for row in connection.execute(query.where(d.id == document).order_by(v.number))
    ]


def documents(connection: Connection, selection: Selection) -> Iterator[Document]:
    """Yield the current versions of the selected documents, in order of arrival."""
    query = _current(select(d.id, *_FACTS, v.text, v.stories))
    query = query.where(*document_conditions(selection, connection.dialect.name)).order_by(d.row)
    with connection.execute(query, execution_options={"yield_per": _BATCH}) as result:
        for row in result:
            yield _document(row)


def current_document(connection: Connection, row: int) -> tuple[Document, int]:
    """Return the current version of the document in this row, and its number."""
    query = _current(select(d.id, *_FACTS, v.text, v.stories)).where(d.row == row)
    found = connection.execute(query).one()
    return _document(found), found.number


def document_with(connection: Connection, id: str) -> Document:
    """Return the current version of a document; raise `UsageError` for none."""
    row = connection.execute(select(d.row).where(d.id == id)).scalar()
    if row is None:
        raise UsageError(f"no document in the ledger has the id {id!r}")
    return current_document(connection, row)[0]


def stories(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Story, ...]]:
    """Return the stories of the current versions of these documents."""
    return {id: _stories(id, told) for id, told in rows_among(connection, _STORIES_OF, ids)}


def _stories(document: str, told: str) -> tuple[Story, ...]:
    try:
        return tuple(decode(Story, story) for story in json.loads(told))
    except ValueError as error:
        raise LedgerError(f"document {document} cannot be read: {error}") from error


def text(connection: Connection, document: str, version: int | None) -> str:
    """Return the stored text of a version (None: the current one)."""
    query = select(v.text).join(s.documents, d.row == v.doc).where(d.id == document)
    query = query.where(v.number == (d.current if version is None else version))
    found = connection.execute(query).scalar()
    if found is None:
        wanted = document if version is None else f"{document} in version {version}"
        raise UsageError(f"no document {wanted}")
    return str(found)


def named(connection: Connection, part: str) -> list[str]:
    """Return the ids of documents with this id or name, else of those whose name contains it."""
    c = s.sources.c
    called = select(d.id).join(s.sources, c.doc == d.row).where(c.name == part)
    exact = select(d.id).where(d.id == part).union(called)
    found = sorted(connection.execute(exact).scalars())
    if found:
        return found
    like = select(d.id).join(s.sources, c.doc == d.row).distinct().order_by(d.id)
    contains = c.name.contains(part, autoescape=True)
    return list(connection.execute(like.where(contains)).scalars())


def names(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return every name and URL these documents were found under, the first found first."""
    c = s.sources.c
    query = select(d.id, c.name).join(s.documents, d.row == c.doc).where(d.id.in_(ids))
    found: dict[str, tuple[str, ...]] = {}
    for id, name in connection.execute(query.order_by(d.id, c.added_at, c.name)):
        found[id] = (*found.get(id, ()), name)
    return found


def readings(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[ReadingFacts, ...]]:
    """Return the readings of these documents, the first first."""
    c, run = s.readings.c, s.runs.c
    query = (
        select(d.id.label("document"), s.readings, s.runs)
        .join(s.documents, d.row == c.doc)
        .join(s.runs, run.id == c.run)
        .where(d.id.in_(ids))
        .order_by(c.row)
    )
    found: dict[str, tuple[ReadingFacts, ...]] = {}
    for row in connection.execute(query):
        reader = Run(row.run, row.started_at, row.code, row.lexicon, row.dictionary)
        counts = (row.version, row.new, row.gone, row.kept)
        reading = ReadingFacts(reader, *counts, tuple(json.loads(row.issues)))
        found[row.document] = (*found.get(row.document, ()), reading)
    return found


def issue_labels(connection: Connection) -> dict[str, Label]:
    """Return what to call the points at issue."""
    return {row.id: Label(*row) for row in connection.execute(select(s.issues))}


def issue_ids(connection: Connection) -> list[str]:
    """Return every point at issue that a record has or a label names, in order of id."""
    i = s.record_issues.c
    # From each to the next one, over the index: they are few, and the rows that have them are not.
    first = select(func.min(i.issue).label("issue")).cte("held", recursive=True)
    following = select(func.min(i.issue)).where(i.issue > first.c.issue).scalar_subquery()
    held = first.union_all(select(following).where(first.c.issue.is_not(None)))
    found = connection.execute(select(s.issues.c.id).union(select(held.c.issue))).scalars()
    return sorted(id for id in found if id is not None)


def days_touched(connection: Connection, issues: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return how many documents of each day of publication have a record on each point."""
    i, r = s.record_issues.c, s.records.c
    pairs = (
        select(i.issue, r.doc)
        .join(s.records, r.row == i.record)
        .where(i.issue.in_(issues), stands())
        .distinct()
        .subquery()
    )
    query = (
        select(pairs.c.issue, v.published_high, func.count())
        .join(s.documents, d.row == pairs.c.doc)
        .join(s.versions, (v.doc == d.row) & (v.number == d.current))
        .where(v.published_high.is_not(None))
        .group_by(pairs.c.issue, v.published_high)
    )
    found: dict[str, dict[str, int]] = {}
    for issue, day, count in connection.execute(query):
        found.setdefault(issue, {})[day] = count
    return found


def _current(query: Select[Any]) -> Select[Any]:
    return query.join_from(s.documents, s.versions, (v.doc == d.row) & (v.number == d.current))


_FACTS_OF = _current(select(d.id, *_FACTS)).where(d.id.in_(AMONG))
_STORIES_OF = _current(select(d.id, v.stories)).where(d.id.in_(AMONG))


def _facts(row: Row[Any]) -> DocumentFacts:
    # Taken apart at once: many are read for one page, and each name looked up costs as much.
    columns: tuple[Any, ...] = tuple(row)
    id, number, name, sha256, chars, added_at, title, publisher, author, url, *more = columns
    language, published, basis, why, origin, *_ = more
    return DocumentFacts(
        id=id,
        version=number,
        name=name,
        sha256=sha256,
        chars=chars,
        added_at=added_at,
        title=title,
        publisher=publisher,
        author=author,
        url=url,
        language=language,
        published=Published(published, Basis(basis), why),
        origin=tuple(json.loads(origin)) if origin != "[]" else (),
    )


def _document(row: Row[Any]) -> Document:
    found = _facts(row)
    return Document(
        id=found.id,
        name=found.name,
        text=row.text,
        sha256=found.sha256,
        title=found.title,
        publisher=found.publisher,
        author=found.author,
        url=found.url,
        language=found.language,
        published=found.published,
        origin=found.origin,
        stories=_stories(found.id, row.stories),
    )
