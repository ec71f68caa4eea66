"""One thing in full, and what a search found, for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from soten.export.claiming import dispute_lines
from soten.export.columns import HEADINGS, UNKNOWN, Names, cells
from soten.export.decided import entry_line, value_words
from soten.export.exchange import Object, record_object
from soten.export.identities import told_lines
from soten.export.labels import kind_label, label
from soten.export.listing import mixed_table, summary
from soten.export.neutral import plain
from soten.export.talks import history_lines
from soten.query import (
    ActorDetail,
    Detail,
    DocumentDetail,
    DocumentFacts,
    Found,
    GoneDetail,
    RecordDetail,
    Row,
    Snippet,
)
from soten.records import Record, State

Stress = Callable[[str], str]
"""How to make words stand out."""


def detail_lines(detail: Detail, names: Names, room: int, stress: Stress) -> Iterator[str]:
    """Yield a record with its sentence and document, an actor, or a document, in full."""
    match detail:
        case RecordDetail():
            yield from _record(detail, names, room, stress)
        case GoneDetail():
            yield f"{kind_label(detail.record.kind, names.language)}  {detail.id}"
            yield from _fields(record_object(detail.record))
            yield f"  × {plain(detail.run.id)} {detail.run.started_at}"
            yield from _document(detail.document, names)
        case ActorDetail():
            yield from _actor(detail, names, room)
        case DocumentDetail():
            yield from _source(detail, names)


def _record(detail: RecordDetail, names: Names, room: int, stress: Stress) -> Iterator[str]:
    row = detail.row
    yield f"{kind_label(row.record.kind, names.language)}  {row.id}"
    for key, text in cells(row, names).items():
        yield f"  {names.heading(key)}: {plain(text)}"
    for key, value in record_object(row.record).items():
        if key in ("what", "quote", "to", "via", "repeats", "rule", "statement") and value:
            yield f"  {names.heading(key)}: {plain(_value(value))}"
    yield from _document(row.document, names)
    place = row.evidence.span
    yield f"  {names.heading('evidence')} ({place.start}–{place.end}):"
    yield f"    {_snippet(detail.context, stress)}"
    yield from _decided(detail, names)
    if detail.history is not None:
        yield ""
        yield from history_lines(detail.history, names)
    if detail.joined is not None:
        yield ""
        yield from dispute_lines([detail.joined], names, room)
    if detail.related:
        yield ""
        yield from mixed_table(detail.related, names, room)


def _decided(detail: RecordDetail, names: Names) -> Iterator[str]:
    """Yield what persons decided about a record, and what the reader found instead."""
    row = detail.row
    if not detail.decisions and row.state is State.READ:
        return
    yield f"  {names.heading('state')}: {label(row.state, names.language)}"
    yield from (f"    {entry_line(entry, names)}" for entry in detail.decisions)
    if not row.is_found:
        yield f"  {names.heading('found')}: {UNKNOWN}"
    elif row.found is not None:
        stands, found = record_object(row.record), record_object(row.found)
        changed = {key: value for key, value in found.items() if stands.get(key) != value}
        yield f"  {names.heading('found')}:"
        yield from (
            f"    {names.heading(key) if key in HEADINGS else key}: {plain(value_words(value))}"
            for key, value in changed.items()
        )


def _snippet(snippet: Snippet, stress: Stress) -> str:
    """Return a piece of text on one line, the places searched for standing out."""
    parts, at, start = [], 0, snippet.span.start
    for mark in snippet.marks:
        parts.append(plain(snippet.text[at : mark.start - start]))
        parts.append(stress(plain(snippet.text[max(at, mark.start - start) : mark.end - start])))
        at = max(at, mark.end - start)
    return "".join([*parts, plain(snippet.text[at:])])


def _document(document: DocumentFacts, names: Names) -> Iterator[str]:
    published = document.published
    basis = label(published.basis, names.language)
    why = f", {plain(published.why)}" if published.why else ""
    yield f"  {names.heading('document')}: {plain(document.title or document.name)}"
    yield f"    {plain(document.name)}  {document.id}"
    if document.publisher:
        yield f"    {names.heading('publisher')}: {plain(document.publisher)}"
    yield f"    {names.heading('published')}: {names.date(published.edtf)} ({basis}{why})"


def _actor(detail: ActorDetail, names: Names, room: int) -> Iterator[str]:
    actor = detail.row.actor
    yield f"{plain(detail.row.label.text(names.language))}  {actor.id}"
    yield f"  {names.heading('type')}: {label(actor.type, names.language)}"
    yield f"  {names.heading('side')}: {plain(actor.side or UNKNOWN)}"
    yield from told_lines(detail.identity, detail.forms, names)
    yield f"  {names.heading('mentions')}: {detail.row.mentions} ({detail.row.documents})"
    yield ""
    yield from mixed_table(detail.latest, names, room)


def _source(detail: DocumentDetail, names: Names) -> Iterator[str]:
    source = detail.source
    yield f"{kind_label('document', names.language)}  {source.document.id}"
    yield from _document(source.document, names)
    for name in source.names:
        yield f"  {plain(name)}"
    for kind, count in sorted(source.counts.items()):
        yield f"  {kind_label(kind, names.language)}: {count}"
    for story in detail.stories:
        place = f"{story.span.start}–{story.span.end}"
        yield f"  {place} {plain(story.origin or UNKNOWN)} {story.published.edtf or UNKNOWN}"
    for reading in source.readings:
        yield f"  {plain(reading.run.reader)} +{reading.new} -{reading.gone} ={reading.kept}"
        yield from (f"    ! {plain(issue)}" for issue in reading.issues)


def _fields(fields: Object) -> Iterator[str]:
    for key, value in fields.items():
        if value is not None and key not in ("kind", "id"):
            yield f"  {key}: {plain(_value(value))}"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("exact", value))
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def found_lines(found: Found, names: Names, stress: Stress) -> Iterator[str]:
    """Yield the documents and records in which searched words occur."""
    for hit in found.documents:
        document = hit.document
        dated = document.published.edtf or UNKNOWN
        yield f"{dated}  {plain(document.title or document.name)}  {document.id}"
        for snippet in hit.snippets:
            yield f"    … {_snippet(snippet, stress)} …"
    if found.documents and found.records:
        yield ""
    for row in found.records:
        yield from _found(row, names)


def _found(row: Row[Record], names: Names) -> Iterator[str]:
    kind = kind_label(row.record.kind, names.language)
    yield f"{names.when(row.when)}  {kind}  {plain(summary(row, names))}  {row.id}"
    yield f"    「{plain(row.evidence.exact)}」"
