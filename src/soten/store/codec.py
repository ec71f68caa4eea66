"""Records as JSON bodies and back, one codec for every dataclass the ledger stores.

The codec of a class is made once from its type hints and knows nothing but strings, numbers,
booleans, None, string enums, tuples and further dataclasses; any other hint is refused when the
codec is made. Fields that hold their default are left out of the body, so a field added later
reads back as its default from bodies written before. `Evidence` is flat, as in the exchange format.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from typing import Any, TypeVar  # Any: type hints taken apart at run time have no static type

from soten.records import RECORD_TYPES, Evidence, LedgerError, Record, Span

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
T = TypeVar("T")

_Encode = Callable[[Any], Json]  # Any: each encoder takes the type it was made for
_Decode = Callable[[Any], Any]  # Any: and each decoder gives it back

_TO_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_CODERS: dict[object, tuple[_Encode, _Decode]] = {}
_ENCODERS: dict[tuple[object, frozenset[str]], _Encode] = {}
_DECODERS: dict[object, dict[str, _Decode]] = {}
_CLASSES: dict[str, type[Record]] = {kind.kind: kind for kind in RECORD_TYPES}
_COLUMNS = frozenset({"id", "evidence"})
"""Fields of a record that the ledger keeps in columns of their own."""


def to_json(value: Json) -> str:
    """Return `value` as compact JSON text, characters as they are."""
    return _TO_JSON(value)


def encode(value: object) -> Json:
    """Return a dataclass of the ledger as plain JSON values.

    >>> encode(Span(3, 7))
    {'start': 3, 'end': 7}
    """
    return _coder(type(value))[0](value)


def decode(kind: type[T], value: Json) -> T:
    """Return the dataclass that `encode` made `value` from; raise `LedgerError` if none can.

    >>> decode(Span, {"start": 3, "end": 7})
    Span(start=3, end=7)
    """
    try:
        return typing.cast(T, _coder(kind)[1](value))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LedgerError(f"a stored {kind.__name__} cannot be read: {error}") from error


def encode_record(record: Record) -> str:
    """Return the JSON body of a record: all its fields but its id and its own evidence."""
    return _TO_JSON(encode_fields(record))


def encode_fields(record: Record) -> Json:
    """Return the body of a record as plain JSON values."""
    return _encoder(type(record), _COLUMNS)(record)


def decode_record(kind: str, id: str, evidence: Evidence, body: str) -> Record:
    """Return the record whose columns and body these are; raise `LedgerError` if none can be."""
    try:
        values = json.loads(body)
    except ValueError as error:
        raise LedgerError(f"record {id} ({kind}) cannot be read: {error}") from error
    return decode_fields(kind, id, evidence, values)


def decode_field(kind: str, name: str, value: Json) -> object:
    """Return one field of a kind of record; raise `LedgerError` where the value is none.

    >>> decode_field("statement", "issues", ["ceasefire"])
    ('ceasefire',)
    """
    try:
        return _field_decoders(_CLASSES[kind])[name](value)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LedgerError(f"{value!r} is no {name} of a {kind}: {error}") from error


def decode_fields(kind: str, id: str, evidence: Evidence, values: Mapping[str, Json]) -> Record:
    """Return the record with these fields; raise `LedgerError` if there can be none."""
    try:
        cls = _CLASSES[kind]
        decoders = _field_decoders(cls)
        found: dict[str, Any] = {
            name: item if (dec := decoders[name]) is _same else dec(item)
            for name, item in values.items()
            if name in decoders
        }
        found["evidence"] = evidence
        if "id" in decoders:
            found["id"] = id
        return cls(**found)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LedgerError(f"record {id} ({kind}) cannot be read: {error}") from error


def _coder(hint: Any) -> tuple[_Encode, _Decode]:
    """Return the encoder and the decoder of a type hint."""
    if hint not in _CODERS:
        _CODERS[hint] = _new_coder(hint)
    return _CODERS[hint]


def _new_coder(hint: Any) -> tuple[_Encode, _Decode]:
    if hint is Evidence:
        return _encode_evidence, _decode_evidence
    if hint in (str, int, bool, types.NoneType):
        return _same, _same
    if hint is float:
        return _same, float
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str, {one.value: one for one in hint}.__getitem__
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _optional_coder(hint)
    if typing.get_origin(hint) is tuple:
        return _tuple_coder(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass_coder(hint)
    raise TypeError(f"no codec for {hint!r}")


def _same(value: Any) -> Any:
    return value


def _optional_coder(hint: Any) -> tuple[_Encode, _Decode]:
    inner = [part for part in typing.get_args(hint) if part is not types.NoneType]
    if len(inner) != 1:
        raise TypeError(f"no codec for {hint!r}: only `X | None` can be stored")
    enc, dec = _coder(inner[0])
    return (
        lambda value: None if value is None else enc(value),
        _same if dec is _same else lambda value: None if value is None else dec(value),
    )


def _tuple_coder(hint: Any) -> tuple[_Encode, _Decode]:
    args = typing.get_args(hint)
    if len(args) != 2 or args[1] is not Ellipsis:
        raise TypeError(f"no codec for {hint!r}: only `tuple[X, ...]` can be stored")
    enc, dec = _coder(args[0])
    return (
        lambda value: [enc(item) for item in value],
        tuple if dec is _same else lambda value: tuple([dec(item) for item in value]),
    )


def _dataclass_coder(cls: type[Any]) -> tuple[_Encode, _Decode]:
    decoders = _field_decoders(cls)

    def dec(value: Mapping[str, Any]) -> Any:
        return cls(
            **{
                name: item if (dec := decoders[name]) is _same else dec(item)
                for name, item in value.items()
            }
        )

    return _encoder(cls, frozenset()), dec


def _encoder(cls: Any, without: frozenset[str]) -> _Encode:
    """Return the encoder of a dataclass that leaves out these fields."""
    key = (cls, without)
    if key not in _ENCODERS:
        hints = typing.get_type_hints(cls)
        _ENCODERS[key] = _fields_encoder(
            [
                (field.name, _coder(hints[field.name])[0], _default(field))
                for field in fields(cls)
                if field.name not in without
            ]
        )
    return _ENCODERS[key]


def _fields_encoder(encoders: list[tuple[str, _Encode, Any]]) -> _Encode:
    def enc(value: Any) -> Json:
        body: dict[str, Json] = {}
        for name, one, default in encoders:
            item = getattr(value, name)
            if default is MISSING or item != default:
                body[name] = one(item)
        return body

    return enc


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _field_decoders(cls: Any) -> dict[str, _Decode]:
    if cls not in _DECODERS:
        hints = typing.get_type_hints(cls)
        _DECODERS[cls] = {f.name: _coder(hints[f.name])[1] for f in fields(cls)}
    return _DECODERS[cls]


def _encode_evidence(value: Evidence) -> Json:
    return {
        "document": value.document,
        "start": value.span.start,
        "end": value.span.end,
        "exact": value.exact,
    }


def _decode_evidence(value: Mapping[str, Any]) -> Evidence:
    return Evidence(value["document"], Span(value["start"], value["end"]), value["exact"])
