"""The fields of a record as a form shows them: the text that, typed, would mean the same again."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from soten.export.columns import HEADINGS, Names
from soten.export.labels import label
from soten.query.naming import actor_named, issue_named
from soten.records import RECORD_TYPES, Assertion, Evidence, Record, Speaker, UsageError
from soten.store import Ledger
from soten.store.codec import encode

KINDS: dict[str, type[Record]] = {kind.kind: kind for kind in RECORD_TYPES}
"""Kinds of record that can be corrected and added."""

_LEFT_OUT = frozenset({"id", "rule"})
_ACTORS = frozenset("to party by place actor target entity whose".split())
_ACTOR_LISTS = frozenset({"participants", "via"})
_DATES = frozenset({"date", "start", "end", "edtf", "moved_from", "moved_to"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: `choices` are values with their words, `is_long` asks for more room."""

    name: str
    heading: str
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    is_long: bool = False
    is_date: bool = False
    is_needed: bool = False
    trouble: str = ""


def fields_of(
    ledger: Ledger,
    kind: str,
    names: Names,
    record: Record | None = None,
) -> list[Field]:
    """Return the fields of a kind in order: as in the record, else empty."""
    found = []
    for field in dataclasses.fields(KINDS[kind]):
        if field.name in _LEFT_OUT or (record is None and field.name == "evidence"):
            continue
        value = None if record is None else getattr(record, field.name)
        has_default = (field.default, field.default_factory) != (dataclasses.MISSING,) * 2
        found.append(
            Field(
                field.name,
                HEADINGS.get(field.name, (field.name, field.name))[names.language.value == "en"],
                text_of(ledger, field.name, value, names),
                _choices(kind, field.name, names),
                field.name in ("what", "condition", "control", "mentions"),
                field.name in _DATES,
                not has_default and "None" not in str(field.type),
            )
        )
    return found


def as_typed(
    fields: Iterable[Field], typed: Mapping[str, str] | None, troubles: Mapping[str, str] | None
) -> list[Field]:
    """Return fields with what was typed into them, and what is wrong with it."""
    return [
        dataclasses.replace(
            one,
            text=(typed or {}).get(one.name, one.text),
            trouble=(troubles or {}).get(one.name, ""),
        )
        for one in fields
    ]


def text_of(ledger: Ledger, name: str, value: object, names: Names) -> str:
    """Return what, typed into a field, means this value."""
    if value is None or value == ():
        return ""
    if isinstance(value, Evidence):
        return f"{value.span.start}-{value.span.end}"
    if isinstance(value, tuple):
        return _list(ledger, name, value, names)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str | Speaker):
        if isinstance(value, Speaker) or name in _ACTORS:
            return _voice(ledger, value if isinstance(value, str) else value.key, names)
        return _issue(ledger, value, names) if name == "issue" else value
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)


def _list(ledger: Ledger, name: str, value: tuple[object, ...], names: Names) -> str:
    sides = [one.by for one in value if isinstance(one, Assertion)]
    if len(set(sides)) == len(value):
        # A side that is told without a place keeps its words, its date and who told of it.
        return ", ".join(_voice(ledger, by, names) for by in sides)
    if all(isinstance(one, str) for one in value):
        texts = [str(one) for one in value]
        if name in _ACTOR_LISTS:
            texts = [_voice(ledger, one, names) for one in texts]
        elif name == "issues":
            texts = [_issue(ledger, one, names) for one in texts]
        if not any("," in one or "、" in one for one in texts):
            return ", ".join(texts)
        return ", ".join(str(one) for one in value)
    return json.dumps([encode(one) for one in value], ensure_ascii=False)


def _voice(ledger: Ledger, key: str, names: Names) -> str:
    """Return an actor's name where it alone bears it, else its id."""
    if key == "author" or key.startswith("anonymous:"):
        return key
    labels = ledger.labels([key])
    name = labels[key].text(names.language.value) if key in labels else key
    try:
        is_its_own = actor_named(ledger, name) == key
    except UsageError:
        return key
    return name if is_its_own and not set(name) & set(",、@") else key


def _issue(ledger: Ledger, id: str, names: Names) -> str:
    name = names.issue(id)
    try:
        return name if issue_named(ledger, name) == id and not set(name) & set(",、") else id
    except UsageError:
        return id


@cache
def _hints(kind: str) -> dict[str, object]:
    return typing.get_type_hints(KINDS[kind])


def _choices(kind: str, name: str, names: Names) -> tuple[tuple[str, str], ...]:
    hint = _hints(kind)[name]
    options = typing.get_args(hint) or (hint,)
    for option in options:
        if isinstance(option, type) and issubclass(option, StrEnum):
            empty = (("", "—"),) if type(None) in options else ()
            return empty + tuple((one.value, label(one, names.language)) for one in option)
    return ()
