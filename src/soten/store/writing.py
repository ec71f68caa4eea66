"""Putting a reading into the ledger: one transaction a document."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select, update

from soten.records import Actor, Document, LedgerError, Reading, Run, document_id
from soten.store import schema as s
from soten.store.codec import encode, to_json
from soten.store.dating import days_of
from soten.store.daycounts import days_in, recount
from soten.store.decisions import overlaid, settle_outcomes
from soten.store.passages import (
    drop_document_passages,
    passages_of,
    put_passages,
    stored_passages,
)
from soten.store.pending import mark_pending
from soten.store.people import put_actors
from soten.store.place import Place, now
from soten.store.replacing import check_names, put_records
from soten.store.rows import RecordRow
from soten.store.stored import Change, Identity


def begin_run(connection: Connection, run: Run) -> None:
    """Record a run, once."""
    if connection.execute(select(s.runs.c.id).where(s.runs.c.id == run.id)).scalar() is None:
        connection.execute(
            insert(s.runs),
            {
                "id": run.id,
                "started_at": run.started_at,
                "code": run.code,
                "lexicon": run.lexicon,
                "dictionary": run.dictionary,
            },
        )


def identify(connection: Connection, name: str, url: str | None, sha256: str) -> Identity:
    """Return which document and version a text is, reading only."""
    d, v = s.documents.c, s.versions.c
    query = select(d.id, v.number).join(s.documents, d.row == v.doc)
    same = connection.execute(query.where(v.sha256 == sha256)).first()
    if same is not None:
        return Identity(same.id, same.number, is_new=False, is_new_version=False)
    names = [part for part in (name, url) if part]
    last = select(func.max(v.number)).where(v.doc == d.row).scalar_subquery()
    known = connection.execute(
        select(d.id, last.label("last"))
        .join(s.sources, s.sources.c.doc == d.row)
        .where(s.sources.c.name.in_(names))
        .order_by(s.sources.c.seen_at.desc())
        .limit(1)
    ).first()
    if known is not None:
        return Identity(known.id, known.last + 1, is_new=False, is_new_version=True)
    return Identity(document_id(sha256), 1, is_new=True, is_new_version=False)


def is_noted(connection: Connection, identity: Identity, names: Sequence[str]) -> bool:
    """Say whether a known text was last found under these very names, or is not known."""
    if identity.is_new or identity.is_new_version:
        return True
    c = s.sources.c
    query = select(c.name).join(s.documents, s.documents.c.row == c.doc)
    query = query.where(s.documents.c.id == identity.document, c.version == identity.version)
    noted = connection.execute(query.where(c.name.in_(names))).scalars()
    return set(names) <= set(noted)


def note_names(
    connection: Connection, identity: Identity, names: Sequence[str], sha256: str
) -> None:
    """Note under which names a text that the ledger has was found again.

    Where a name last stood for the current version, the file has gone back to this one: its
    reading is then due again, so that it becomes the current version.
    """
    d, c = s.documents.c, s.sources.c
    query = select(d.row, d.current).where(d.id == identity.document)
    doc, current = connection.execute(query).one()
    stood = select(c.version).where(c.doc == doc, c.name.in_(names))
    went_back = current in set(connection.execute(stood).scalars())
    put_names(connection, doc, identity.version, names)
    if went_back and current != identity.version:
        due = update(s.versions).where(s.versions.c.sha256 == sha256)
        connection.execute(due.values(reader=None))


def is_read(
    connection: Connection, sha256: str, reader: str, facts: str | None, name: str | None
) -> bool:
    """Say whether there is nothing to read in a text."""
    d, v, c = s.documents.c, s.versions.c, s.sources.c
    query = select(v.doc, v.reader, v.number, d.current).join(s.documents, d.row == v.doc)
    row = connection.execute(query.where(v.sha256 == sha256)).first()
    if row is None or row.reader is None:
        return False
    if row.number != row.current:
        return True
    if row.reader != reader:
        return False
    if facts is None:
        return True
    told = select(c.name).where(c.doc == row.doc, c.version == row.number, c.facts == facts)
    told = told if name is None else told.where(c.name == name)
    return connection.execute(told.limit(1)).first() is not None


def put_names(
    connection: Connection,
    doc: int,
    number: int,
    names: Sequence[str],
    facts: str | None = None,
) -> None:
    """Note that the version of the document was found under these names, with these facts."""
    c = s.sources.c
    for name in dict.fromkeys(names):
        mine = (c.doc == doc, c.name == name)
        moment = now()
        told = {} if facts is None else {"facts": facts}
        found = connection.execute(
            update(s.sources).where(*mine).values(version=number, seen_at=moment, **told)
        )
        if found.rowcount == 0:
            connection.execute(
                insert(s.sources),
                {
                    "doc": doc,
                    "name": name,
                    "version": number,
                    "seen_at": moment,
                    "added_at": moment,
                    "facts": facts,
                },
            )


def put_reading(
    connection: Connection,
    run: Run,
    reading: Reading,
    rows: Sequence[RecordRow],
    actors: Sequence[Actor],
    *,
    raw_sha256: str | None,
    facts: str | None,
) -> Change:
    """Store a checked reading as `rows`, of its actors only `actors`; return what changed.

    What persons decided about the document is laid over it.
    """
    document = reading.document
    begin_run(connection, run)
    before = days_in(connection, document.id)
    place = put_document(connection, document, run, raw_sha256)
    names = [document.name, *filter(None, [document.url])]
    put_names(connection, place.doc, place.number, names, facts)
    put_actors(connection, actors)
    check_names(connection, document, rows)
    put_document_passages(connection, place, document)
    over = overlaid(connection, place.doc, reading, rows)
    counts = put_records(connection, place, over.rows, run, reading.issues)
    recount(connection, before, days_in(connection, document.id))
    settle_outcomes(connection, over.outcomes, [actor.id for actor in reading.actors])
    mark_pending(connection, [place.doc])
    return Change(document.id, place.number, *counts)


def put_document(
    connection: Connection, document: Document, run: Run, raw_sha256: str | None
) -> Place:
    """Store the document's version and make it the current one; return where it is."""
    d, v = s.documents.c, s.versions.c
    row = connection.execute(select(d.row, d.current).where(d.id == document.id)).first()
    old_text: str | None = None
    if row is None:
        doc = (connection.execute(select(func.max(d.row))).scalar() or 0) + 1
        added = {"row": doc, "id": document.id, "current": 1, "added_at": run.started_at}
        connection.execute(insert(s.documents), added)
    else:
        doc = row.row
        current = select(v.text).where(v.doc == doc, v.number == row.current)
        old_text = connection.execute(current).scalar()
    columns = _version_columns(document, run, raw_sha256)
    query = select(v.doc, v.number, v.row).where(v.sha256 == document.sha256)
    same = connection.execute(query).first()
    if same is None:
        last = connection.execute(select(func.max(v.number)).where(v.doc == doc)).scalar() or 0
        number = last + 1
        version_row = (connection.execute(select(func.max(v.row))).scalar() or 0) + 1
        stored = {"row": version_row, "doc": doc, "number": number, "added_at": run.started_at}
        connection.execute(insert(s.versions), stored | columns)
    elif same.doc != doc:
        raise LedgerError(f"document {document.name}: its text is stored as another document")
    else:
        number = same.number
        connection.execute(update(s.versions).where(v.row == same.row).values(**columns))
    connection.execute(update(s.documents).where(d.row == doc).values(current=number))
    return Place(doc, number, old_text)


def _version_columns(document: Document, run: Run, raw_sha256: str | None) -> dict[str, object]:
    published = document.published
    days = days_of(published.edtf, document.name) or (None, None)
    return {
        "sha256": document.sha256,
        "raw_sha256": raw_sha256,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        "published": published.edtf,
        "published_low": days[0],
        "published_high": days[1],
        "basis": str(published.basis),
        "why": published.why,
        "origin": to_json(list(document.origin)),
        "stories": to_json([encode(story) for story in document.stories]),
        "chars": len(document.text),
        "text": document.text,
        "reader": run.reader,
    }


def put_document_passages(connection: Connection, place: Place, document: Document) -> None:
    """Index the document's text, unless the index holds just that."""
    passages = passages_of(document)
    if place.old_text is not None:
        wanted = [(passage.start, passage.end, passage.extra) for passage in passages]
        is_same_text = place.old_text == document.text
        if is_same_text and wanted == stored_passages(connection, place.doc):
            return
        drop_document_passages(connection, place.doc, place.old_text)
    put_passages(connection, place.doc, passages)
