"""Putting a corrected field into a record, and what a corrected record must meet."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any  # Any: fields of records are named at run time

from soten.records import (
    RECORD_TYPES,
    Anchor,
    Bound,
    Claim,
    Commitment,
    DateMention,
    Event,
    Evidence,
    Figure,
    Json,
    LedgerError,
    Position,
    Record,
    Span,
    Statement,
    Talk,
)
from soten.records.edtf import is_edtf
from soten.store.anchoring import Text, locate
from soten.store.codec import decode_field

_FIXED = frozenset({"id", "rule"})


def correctable(kind: str) -> tuple[str, ...]:
    """Return the fields of a kind of record that a person may correct.

    >>> correctable("date")
    ('evidence', 'edtf')
    """
    owner = next(cls for cls in RECORD_TYPES if cls.kind == kind)
    return tuple(field.name for field in fields(owner) if field.name not in _FIXED)


def corrected(record: Record, name: str, value: Json, text: Text, anchor: Anchor) -> Record:
    """Return a record with one field corrected; raise `LedgerError` where it cannot be so.

    Corrected evidence is looked for in the present text, as the record's own is.
    """
    if name not in correctable(record.kind):
        known = ", ".join(correctable(record.kind))
        raise LedgerError(f"a {record.kind} has no field {name!r} to correct; it has {known}")
    given: Any = decode_field(record.kind, name, value)
    if name == "evidence":
        given = _placed(given, text, anchor)
    try:
        after = replace(record, **{name: given})
    except ValueError as error:
        raise LedgerError(f"{name} of a {record.kind}: {error}") from error
    check(after)
    return after


def _placed(evidence: Evidence, text: Text, anchor: Anchor) -> Evidence:
    near = evidence.span.start
    here = text.text[near : near + len(evidence.exact)] == evidence.exact
    is_same_text = anchor.sha256 == text.sha256
    if is_same_text:
        place = Span(near, near + len(evidence.exact)) if here and evidence.exact else None
    else:
        old = text.place_of(anchor)
        shift = (
            0
            if old is None or anchor.evidence is None
            else (old.start - anchor.evidence.span.start)
        )
        place = locate(text.text, evidence.exact, max(near + shift, 0))
    if place is None:
        raise LedgerError(f"the text does not hold {evidence.exact[:40]!r} at {near}")
    return Evidence(text.document, place, evidence.exact)


def check(record: Record) -> None:
    """Raise `LedgerError` for what no record may say: no dates, a range without its end, nobody."""
    for name, value in _dates(record):
        if value is not None and not is_edtf(value):
            raise LedgerError(f"{name}: not a date in EDTF level 1: {value!r}")
    match record:
        case Figure() if (record.max is not None) != (record.bound is Bound.RANGE):
            raise LedgerError("a figure has a `max` exactly where its bound is `range`")
        case Figure() if record.max is not None and record.max < record.value:
            raise LedgerError(f"a range does not end ({record.max}) before it begins")
        case Talk() if not record.participants:
            raise LedgerError("a talk has participants")
        case Claim() if not (record.asserted or record.denied):
            raise LedgerError("a claim is asserted or denied by somebody")
        case _:
            pass


def _dates(record: Record) -> tuple[tuple[str, str | None], ...]:
    match record:
        case DateMention():
            return (("edtf", record.edtf),)
        case Statement() | Talk() | Position() | Event():
            return (("date", record.date),)
        case Commitment():
            return (("start", record.start), ("end", record.end))
        case _:
            return ()
