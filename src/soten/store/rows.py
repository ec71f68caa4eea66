"""A reading as rows: checked against its text, with the columns that filters and search use."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
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
    Span,
    SpanError,
    State,
    Statement,
)
from soten.store.bulk import Value
from soten.store.codec import decode_fields, encode_fields, encode_record, to_json
from soten.store.dating import StoryDates, days_of, reach_of, when_of
from soten.store.overlap import IssuesAt
from soten.store.overlay import Effective
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
    kept: dict[str, Record] = {}
    for record in reading.records:
        id = key_of(record)
        if kept.setdefault(id, record) != record:
            name = reading.document.name
            raise LedgerError(f"document {name}: two different records have the id {id}")
    names = {actor.id: name_of(actor) for actor in reading.actors}
    effective = [Effective(id, record, found=record) for id, record in kept.items()]
    return rows_over(reading.document, names, effective)


def rows_over(
    document: Document, names: Mapping[str, str], effective: Sequence[Effective]
) -> list[RecordRow]:
    """Return the effective records of a document as rows; raise `LedgerError` as `rows_of` does.

    `names` are what the actors that records name are searched by.
    """
    builder = _Builder(document, names, effective)
    rows = [builder.row(one.id, one.record) for one in effective]
    starts = {one.id: one.record.evidence.span.start for one in effective}
    for row, one in zip(rows, effective, strict=True):
        places = [starts.get(id, 0) for id in row.refers]
        row.columns["place"] = max(starts[row.id], *places) if places else starts[row.id]
        digest = _digest(row)
        row.columns["state"] = str(one.state)
        row.columns["found"] = encode_found(one)
        decided = one.state is not State.READ or row.columns["found"] is not None
        row.columns["digest"] = _decided_digest(row, digest) if decided else digest
    return rows


class _Builder:
    """What every row of one document needs to know of the others."""

    def __init__(
        self, document: Document, names: Mapping[str, str], effective: Sequence[Effective]
    ) -> None:
        self.document = document
        self.dates = StoryDates(document)
        stand = (one.record for one in effective if one.state is not State.REJECTED)
        self.issues_at = IssuesAt(stand)
        self.names = names

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


def name_of(actor: Actor) -> str:
    """Return the words that find the records an actor is in."""
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


def _decided_digest(row: RecordRow, digest: str) -> str:
    told = ("start", "end", "exact", "body", "state", "found")
    parts = (digest, *(row.columns[name] for name in told))
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def encode_found(one: Effective) -> str | None:
    """Return what the reader found of a record, as the column `found` tells it."""
    if one.found is None:
        return "null"
    if one.found == one.record:
        return None
    span, exact = one.found.evidence.span, one.found.evidence.exact
    fields = encode_fields(one.found)
    return to_json({"start": span.start, "end": span.end, "exact": exact, "fields": fields})


def decode_found(kind: str, id: str, document: str, found: str) -> Record | None:
    """Return the record that `encode_found` told, None where the reader found none."""
    told = json.loads(found)
    if told is None:
        return None
    evidence = Evidence(document, Span(told["start"], told["end"]), told["exact"])
    return decode_fields(kind, id, evidence, told["fields"])
