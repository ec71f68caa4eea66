"""One thing in full, by its id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from soten.query.answers import (
    ActorDetail,
    ActorRow,
    Detail,
    DocumentDetail,
    GoneDetail,
    RecordDetail,
    Row,
    Snippet,
)
from soten.query.assembly import Assembler, page_of
from soten.query.catalog import actor_rows, source_rows
from soten.query.disputes import dispute_with
from soten.query.identities import NameForm, identity
from soten.query.naming import KINDS, actor_named
from soten.query.rounds import history_of
from soten.records import Claim, DateMention, Mention, Record, Span, State, Talk, UsageError
from soten.store import (
    ActorCount,
    DocumentFacts,
    GoneRecord,
    Order,
    Search,
    Selection,
    StoredRecord,
)
from soten.store.traits import traits_of

if TYPE_CHECKING:
    from soten.store import Ledger

_RELATED_KINDS = tuple(kind for kind in KINDS if kind not in (Mention.kind, DateMention.kind))
_LATEST = 20
_PARAGRAPH_CHARS = 400
"""A paragraph up to this long is shown whole; of a longer one the sentences are."""


def show(ledger: Ledger, id: str) -> Detail:
    """Return a record, actor or document in full.

    An actor may also be asked for by a written form, and a record by an id under which it was
    decided on. Raises `UsageError` for an unknown id.
    """
    record = record_detail(ledger, id)
    if record is not None:
        return record
    facts = ledger.facts([id]).get(id)
    if facts is not None:
        return document_detail(ledger, facts)
    try:
        return actor_detail(ledger, actor_named(ledger, id))
    except UsageError as error:
        raise UsageError(f"nothing in the ledger has the id {id!r}, and {error}") from None


def record_detail(ledger: Ledger, id: str) -> RecordDetail | GoneDetail | None:
    """Return a record in full, also one no longer found; None where there never was one.

    A record may be asked for by an id under which it was decided on.
    """
    found = record_found(ledger, id)
    return _record(ledger, found) if isinstance(found, StoredRecord) else found


def record_found(ledger: Ledger, id: str) -> StoredRecord | GoneDetail | None:
    """Return what `record_detail` tells of, as it is stored."""
    stored = ledger.record(id)
    if stored is not None:
        return stored
    left = next(ledger.gone(id=id), None)
    if left is not None:
        return gone_detail(ledger, left)
    decided = ledger.decisions(Search(about=(id,)))
    for reached in (reached for entry in decided for reached in entry.reached):
        now = None if reached.now in (None, id) else ledger.record(reached.now or "")
        if now is not None:
            return now
    return None


def in_place(ledger: Ledger, stored: StoredRecord) -> tuple[Row[Record], Snippet]:
    """Return a record with the paragraph it stands in."""
    text = ledger.text(stored.document, stored.version)
    span = stored.record.evidence.span
    place = context_of(text, span)
    (row,) = Assembler[Record](ledger).rows([stored])
    return row, Snippet(place, place.cut(text), (span,))


def record_rows(ledger: Ledger, ids: Sequence[str]) -> list[Row[Record]]:
    """Return the records with these ids, in their order, rejected ones too."""
    stored = ledger.records(Selection(ids=tuple(ids), states=tuple(State))) if ids else ()
    rows = {row.id: row for row in Assembler[Record](ledger).rows(stored)}
    return [rows[id] for id in ids if id in rows]


def gone_detail(ledger: Ledger, left: GoneRecord) -> GoneDetail:
    """Return a record that is no longer found, with its document."""
    facts = ledger.facts([left.document])[left.document]
    return GoneDetail(left.record, left.id, facts, left.version, left.run)


def context_of(text: str, span: Span) -> Span:
    """Return the paragraph around a span, or, where it is long, the sentences around it.

    >>> context_of("一行目。" + chr(10) + "外相は否定した。", Span(8, 12))
    Span(start=5, end=13)
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    if end - start <= _PARAGRAPH_CHARS:
        return Span(start, end)
    first = max(text.rfind("。", start, span.start) + 1, start)
    last = text.find("。", max(span.end - 1, span.start), end)
    return Span(first, end if last < 0 else last + 1)


def _record(ledger: Ledger, stored: StoredRecord) -> RecordDetail:
    row, context = in_place(ledger, stored)
    related = {
        other.id: other
        for other in (*_referred(ledger, stored), *_around(ledger, stored))
        if other.id != stored.id
    }
    return RecordDetail(
        row=row,
        context=context,
        related=tuple(Assembler[Record](ledger).rows(related.values())),
        decisions=tuple(ledger.decisions(Search(about=(stored.id,)))),
        mark=ledger.marks([stored.id])[stored.id],
        history=history_of(ledger, stored.id) if isinstance(stored.record, Talk) else None,
        joined=dispute_with(ledger, stored.id) if isinstance(stored.record, Claim) else None,
    )


def _referred(ledger: Ledger, stored: StoredRecord) -> list[StoredRecord]:
    ids = traits_of(stored.record).refers
    return list(ledger.records(Selection(ids=ids))) if ids else []


def _around(ledger: Ledger, stored: StoredRecord) -> list[StoredRecord]:
    return ledger.overlapping(stored.document, stored.record.evidence.span, _RELATED_KINDS)


def actor_detail(
    ledger: Ledger,
    id: str,
    row: ActorRow | None = None,
    names: tuple[NameForm, ...] | None = None,
) -> ActorDetail:
    """Return an actor in full; its counts and names are looked up where they are not given."""
    if row is None:
        counts = [count for count, _ in ledger.actor_counts(Selection(ids=(id,)))]
        (row,) = actor_rows(ledger, counts or [ActorCount(id, 0, 0)])
    latest = Selection(kinds=_RELATED_KINDS, involves=id)
    return ActorDetail(
        row=row,
        forms=row.actor.aliases,
        latest=page_of(ledger, latest, Order.NEWEST, _LATEST, None).rows,
        identity=identity(ledger, id, names),
    )


def document_detail(ledger: Ledger, facts: DocumentFacts) -> DocumentDetail:
    """Return a document in full: its stories, versions, names, counts and readings."""
    (source,) = source_rows(ledger, [facts])
    (document,) = ledger.documents(Selection(documents=(facts.id,)))
    return DocumentDetail(
        source=source,
        stories=document.stories,
        versions=tuple(ledger.versions(facts.id)),
    )
