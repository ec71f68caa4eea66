"""A reading as rows: checked against its text, with the columns that filters and search use."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from soten.records import (
    Actor,
    DateMention,
    Document,
    Evidence,
    LedgerError,
    Mention,
    Position,
    Reading,
    Record,
    SpanError,
    Statement,
)
from soten.store.bulk import Value
from soten.store.codec import encode_record, to_json
from soten.store.dating import StoryDates, days_of, reach_of, when_of
from soten.store.overlap import IssuesAt
from soten.store.traits import RANKS, Traits, key_of, traits_of

Columns = dict[str, Value]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as it goes into the ledger. `extra` is searched besides its words (None: not)."""

    id: str
    columns: Columns
    roles: tuple[tuple[str, str], ...]
    issues: tuple[str, ...]
    refers: tuple[str, ...]
    further: tuple[Evidence, ...]
    extra: str | None


def check_document(document: Document) -> None:
    """Raise `LedgerError` unless the document's digest, stories and dates hold."""
    what = f"document {document.name}"
    if "\x00" in document.text:
        raise LedgerError(f"{what}: its text holds a NUL character")
    try:
        digest = hashlib.sha256(document.text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise LedgerError(f"{what}: its text holds half a surrogate pair") from error
    if digest != document.sha256:
        raise LedgerError(f"{what}: sha256 is {document.sha256}, its text has {digest}")
    for story in document.stories:
        try:
            story.span.cut(document.text)
        except SpanError as error:
            raise LedgerError(f"{what}: a story's {error}") from error
        days_of(story.published.edtf, what)
    days_of(document.published.edtf, what)


def rows_of(reading: Reading) -> list[RecordRow]:
    """Return the reading's records as rows; raise `LedgerError` for any that does not hold.

    Every record must rest on the words that stand in the document's text, its dates must be
    EDTF, and no two different records may share an id. Equal records count once.
    """
    builder = _Builder(reading)
    kept: dict[str, Record] = {}
    rows: list[RecordRow] = []
    for record in reading.records:
        id = key_of(record)
        if id not in kept:
            kept[id] = record
            rows.append(builder.row(id, record))
        elif kept[id] != record:
            name = reading.document.name
            raise LedgerError(f"document {name}: two different records have the id {id}")
    starts = {id: record.evidence.span.start for id, record in kept.items()}
    for row in rows:
        places = [starts.get(id, 0) for id in row.refers]
        row.columns["place"] = max(starts[row.id], *places) if places else starts[row.id]
        row.columns["digest"] = _digest(row)
    return rows


class _Builder:
    """What every row of one reading needs to know of the others."""

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.dates = StoryDates(reading.document)
        self.issues_at = IssuesAt(reading.records)
        self.names = {actor.id: _names(actor) for actor in reading.actors}

    def row(self, id: str, record: Record) -> RecordRow:
        self._check(record.evidence, id)
        traits = traits_of(record)
        if isinstance(record, Mention | DateMention):
            columns = self._columns(id, record, traits, ())
            return RecordRow(id, columns, (), (), (), (), None)
        for evidence in traits.further:
            if evidence.document == self.document.id:
                self._check(evidence, id)
        issues = traits.issues
        if not isinstance(record, Statement | Position):
            issues = self.issues_at(record.evidence.span)
        return RecordRow(
            id=id,
            columns=self._columns(id, record, traits, issues),
            roles=tuple(dict.fromkeys(traits.roles)),
            issues=tuple(dict.fromkeys(issues)),
            refers=traits.refers,
            further=traits.further,
            extra=_extra(traits, self.names),
        )

    def _check(self, evidence: Evidence, id: str) -> None:
        if evidence.document != self.document.id:
            raise LedgerError(
                f"record {id}: rests on document {evidence.document}, "
                f"was read in {self.document.id}"
            )
        try:
            evidence.check(self.document.text)
        except SpanError as error:
            raise LedgerError(f"record {id}: {error}") from error

    def _columns(self, id: str, record: Record, traits: Traits, issues: tuple[str, ...]) -> Columns:
        span = record.evidence.span
        published = self.dates.at(span.start)
        when = when_of(traits, published, f"record {id}")
        reach = reach_of(traits, when, published, f"record {id}")
        try:
            body = encode_record(record)
        except ValueError as error:
            raise LedgerError(f"record {id}: {error}") from error
        return {
            "id": id,
            "kind": record.kind,
            "rank": RANKS[record.kind],
            "start": span.start,
            "end": span.end,
            "exact": record.evidence.exact,
            "body": body,
            "type": traits.type and str(traits.type),
            "status": traits.status and str(traits.status),
            "who": traits.roles[0][1] if traits.roles else None,
            "issues": to_json(list(issues)) if issues else None,
            "date": when.edtf,
            "basis": str(when.basis),
            "day": when.low or "",
            "low": reach[0] if reach else None,
            "high": reach[1] if reach else None,
        }


def _names(actor: Actor) -> str:
    return " ".join(filter(None, (actor.name_ja, actor.name_en)))


def _extra(traits: Traits, names: Mapping[str, str]) -> str:
    """Return the words that find a record besides its own: what it is about, who is in it."""
    who = (names.get(key, key.partition(":")[2]) for _, key in traits.roles)
    return "\n".join(dict.fromkeys(part for part in (traits.what, *who) if part))


def _digest(row: RecordRow) -> str:
    """Return what changes when anything stored of the record changes but its id."""
    if row.extra is None:  # the id says all but how the date is known
        return f"{row.columns['date']} {row.columns['basis']}"
    parts = (*row.columns.values(), row.roles, row.issues, row.extra)
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()
