"""Putting a corrected field into a record, and what a corrected record must meet."""

from __future__ import annotations

import math
import types
import typing
from dataclasses import fields, is_dataclass, replace
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


def corrected(record: Record, values: Json, text: Text, anchor: Anchor) -> Record:
    """Return a record with fields corrected; raise `LedgerError` where it cannot be so.

    `values` gives fields as a body of the ledger has them. Corrected evidence is looked for in the
    present text, as the record's own is.
    """
    if not isinstance(values, dict) or not values:
        raise LedgerError(f"a correction names fields and values, not {values!r}")
    given: dict[str, Any] = {}
    for name, value in values.items():
        if name not in correctable(record.kind):
            known = ", ".join(correctable(record.kind))
            raise LedgerError(f"a {record.kind} has no field {name!r} to correct; it has {known}")
        given[name] = decode_field(record.kind, name, value)
    if isinstance(given.get("evidence"), Evidence):
        given["evidence"] = _placed(given["evidence"], text, anchor)
    try:
        after = replace(record, **given)
    except (TypeError, ValueError) as error:
        raise LedgerError(f"{', '.join(given)} of a {record.kind}: {error}") from error
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
    for field in fields(record):
        if not fits(getattr(record, field.name), _hints(type(record))[field.name]):
            value = getattr(record, field.name)
            raise LedgerError(f"{value!r} is no {field.name} of a {record.kind}")
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
        case Claim() if not record.sides:
            raise LedgerError("a claim is asserted or denied by somebody")
        case Claim() if any(not 0 <= (told.share or 0) <= 100 for told in record.control):
            raise LedgerError("a share of a place is a percentage")
        case _:
            pass


_HINTS: dict[Any, dict[str, Any]] = {}  # Any: classes, and the type hints of their fields


def _hints(owner: Any) -> dict[str, Any]:
    if owner not in _HINTS:
        _HINTS[owner] = typing.get_type_hints(owner)
    return _HINTS[owner]


def fits(value: object, hint: Any) -> bool:  # Any: a type hint has no static type
    """Say whether a value is of the type that a field of a record has.

    >>> fits("停戦", str | None), fits(3, str | None), fits(("a", 1), tuple[str, ...])
    (True, False, False)
    """
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return any(fits(value, one) for one in typing.get_args(hint))
    if origin is tuple:
        (one, _) = typing.get_args(hint)
        return isinstance(value, tuple) and all(fits(item, one) for item in value)
    if hint is float:
        return isinstance(value, float | int) and math.isfinite(value)
    if not isinstance(value, hint):
        return False
    inner = _hints(hint) if is_dataclass(hint) else {}
    return all(fits(getattr(value, name), one) for name, one in inner.items())


def _dates(record: Record) -> tuple[tuple[str, str | None], ...]:
    match record:
        case DateMention():
            return (("edtf", record.edtf),)
        case Statement() | Talk() | Position() | Event():
            return (("date", record.date),)
        case Claim():
            return tuple(("date", side.date) for side in record.sides)
        case Commitment():
            return (("start", record.start), ("end", record.end))
        case _:
            return ()
