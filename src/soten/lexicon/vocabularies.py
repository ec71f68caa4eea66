"""The readers of a pack's word files, one reader a file (`titles.yaml`, `verbs.yaml` …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from soten.lexicon.drafts import read_id
from soten.lexicon.entries import (
    AttitudeEntry,
    BodyEntry,
    CueEntry,
    CueKind,
    Frame,
    IssueEntry,
    LoadedWord,
    SourceEntry,
    SourceKind,
    SuffixEntry,
    SuffixKind,
    TalkNoun,
    TitleEntry,
    TitleKind,
    UnitEntry,
    VerbEntry,
)
from soten.lexicon.fields import Fields, entries_of
from soten.lexicon.problems import Problem
from soten.records import Act, ActorType, EventType, Outcome, Stance, TalkForm, TalkStatus, Unit

_Value = TypeVar("_Value")
_Choice = TypeVar("_Choice", bound=StrEnum)

_CUE_VALUES: dict[CueKind, type[StrEnum]] = {
    CueKind.ACT: Act,
    CueKind.STANCE: Stance,
    CueKind.TALK_STATUS: TalkStatus,
    CueKind.TALK_OUTCOME: Outcome,
    CueKind.EVENT: EventType,
}
"""The closed set that a cue's value is taken from; cues of other kinds take any text."""


@dataclass(frozen=True, slots=True)
class Placed(Generic[_Value]):
    """A value with the place it was read from."""

    value: _Value
    file: str
    line: int


def read_titles(path: Path, problems: list[Problem]) -> Iterator[Placed[TitleEntry]]:
    """Yield the entries of `titles.yaml`."""
    for fields in entries_of(path, problems, frozenset({"text", "kind", "en", "speaks_for"})):
        text, kind = _named(fields), _required_choice(fields, "kind", TitleKind)
        english, speaks_for = fields.required("en"), fields.flag("speaks_for")
        if text and kind is not None:
            yield _placed(fields, TitleEntry(text, kind, english, speaks_for))


def read_verbs(path: Path, problems: list[Problem]) -> Iterator[Placed[VerbEntry]]:
    """Yield the entries of `verbs.yaml`."""
    frames = {frame.value: frame for frame in Frame}
    for fields in entries_of(path, problems, frozenset({"text", "weak", *frames})):
        text = _named(fields)
        acts = {frame: fields.choice(name, Act) for name, frame in frames.items()}
        known = {frame: act for frame, act in acts.items() if act is not None}
        weak = fields.flag("weak")
        if not any(name in fields for name in frames):
            fields.report(None, f"a verb needs one of {', '.join(frames)}")
        elif text:
            yield _placed(fields, VerbEntry(text, known, weak))


def read_cues(path: Path, problems: list[Problem]) -> Iterator[Placed[CueEntry]]:
    """Yield the entries of `cues.yaml`; a pattern that does not compile is a problem."""
    for fields in entries_of(path, problems, frozenset({"kind", "value", "pattern", "weight"})):
        kind, raw = _required_choice(fields, "kind", CueKind), fields.required("value")
        pattern = fields.required("pattern")
        weight = fields.integer("weight", 0, 1000)
        try:
            re.compile(pattern)
        except re.error as error:
            fields.report("pattern", f"pattern does not compile: {error}")
            continue
        if kind is None or not raw or not pattern:
            continue
        values = _CUE_VALUES.get(kind)
        value = raw if values is None else fields.member("value", raw, values)
        if value is not None:
            entry = CueEntry(kind, value, pattern, 1 if weight is None else weight)
            yield _placed(fields, entry)


def read_talks(path: Path, problems: list[Problem]) -> Iterator[Placed[TalkNoun]]:
    """Yield the entries of `talks.yaml`."""
    for fields in entries_of(path, problems, frozenset({"text", "form", "verbal", "members"})):
        text, form = _named(fields), _required_choice(fields, "form", TalkForm)
        if text and form is not None:
            verbal, members = fields.flag("verbal", default=True), fields.texts("members")
            yield _placed(fields, TalkNoun(text, form, verbal, members))


def read_issues(path: Path, problems: list[Problem], pack: str) -> Iterator[Placed[IssueEntry]]:
    """Yield the entries of `issues.yaml`; names may be left out with `extend: true`."""
    for fields in entries_of(path, problems, frozenset({"id", "ja", "en", "cues", "extend"})):
        entry_id, extend = read_id(fields), fields.flag("extend")
        japanese = fields.text("ja") if extend else fields.required("ja")
        english = fields.text("en") if extend else fields.required("en")
        cues = {}
        for word, raw in fields.pairs("cues"):
            if raw not in {"1", "2", "3"}:
                fields.report("cues", f"the weight of {word!r} must be 1, 2 or 3, not {raw!r}")
            else:
                cues[word] = int(raw)
        if entry_id:
            entry = IssueEntry(entry_id, japanese or "", english or "", cues, pack)
            yield _placed(fields, entry)


def read_units(path: Path, problems: list[Problem]) -> Iterator[Placed[UnitEntry]]:
    """Yield the entries of `units.yaml`."""
    for fields in entries_of(path, problems, frozenset({"text", "unit", "factor"})):
        text, unit = _named(fields), _required_choice(fields, "unit", Unit)
        factor = fields.number("factor")
        if factor is not None and factor <= 0:
            fields.report("factor", f"factor must be above 0, not {factor:g}")
        elif text and unit is not None:
            yield _placed(fields, UnitEntry(text, unit, 1.0 if factor is None else factor))


def read_words(path: Path, problems: list[Problem], pack: str) -> Iterator[Placed[LoadedWord]]:
    """Yield the entries of `words.yaml`."""
    for fields in entries_of(path, problems, frozenset({"text", "concept", "whose", "plain"})):
        text, concept = _named(fields), fields.required("concept")
        if text and concept:
            whose, plain = fields.text("whose"), fields.flag("plain")
            yield _placed(fields, LoadedWord(text, concept, whose, pack, plain))


def read_bodies(path: Path, problems: list[Problem]) -> Iterator[Placed[BodyEntry]]:
    """Yield the entries of `bodies.yaml`."""
    for fields in entries_of(path, problems, frozenset({"text", "type", "en", "suffix"})):
        text, english = _named(fields), fields.required("en")
        kind = _required_choice(fields, "type", ActorType)
        if text and kind is not None:
            yield _placed(fields, BodyEntry(text, kind, english, fields.text("suffix")))


def read_sources(path: Path, problems: list[Problem]) -> Iterator[Placed[SourceEntry]]:
    """Yield the entries of `sources.yaml`."""
    for fields in entries_of(path, problems, frozenset({"text", "kind"})):
        text, kind = _named(fields), _required_choice(fields, "kind", SourceKind)
        if text and kind is not None:
            yield _placed(fields, SourceEntry(text, kind))


def read_attitudes(path: Path, problems: list[Problem]) -> Iterator[Placed[AttitudeEntry]]:
    """Yield the entries of `attitudes.yaml`."""
    for fields in entries_of(path, problems, frozenset({"text", "act"})):
        text, act = _named(fields), _required_choice(fields, "act", Act)
        if text and act is not None:
            yield _placed(fields, AttitudeEntry(text, act))


def read_suffixes(path: Path, problems: list[Problem]) -> Iterator[Placed[SuffixEntry]]:
    """Yield the entries of `suffixes.yaml`."""
    for fields in entries_of(path, problems, frozenset({"text", "kind"})):
        text, kind = _named(fields), _required_choice(fields, "kind", SuffixKind)
        if text and kind is not None:
            yield _placed(fields, SuffixEntry(text, kind))


def _required_choice(fields: Fields, key: str, values: type[_Choice]) -> _Choice | None:
    if key not in fields:
        fields.report(None, f"key {key!r} is missing")
    return fields.choice(key, values)


def _named(fields: Fields) -> str:
    fields.entry = fields.required("text") or None
    return fields.entry or ""


def _placed(fields: Fields, value: _Value) -> Placed[_Value]:
    return Placed(value, fields.file, fields.line)
