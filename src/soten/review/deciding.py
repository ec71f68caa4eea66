"""Taking decisions in somebody's name."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.records import (
    RECORD_TYPES,
    Action,
    Decision,
    Evidence,
    Json,
    LedgerError,
    Record,
    Span,
    State,
    UsageError,
    record_id,
)
from soten.store import Proposal, Selection
from soten.store.codec import decode_fields, to_json

if TYPE_CHECKING:
    from soten.store import Ledger

JOINED = ("story", "actor", "talk", "claim", "figure", "commitment")
"""Kinds of things that are joined across documents, and so can be merged and split."""

_KINDS: dict[str, type[Record]] = {kind.kind: kind for kind in RECORD_TYPES}
_RELIABILITY = re.compile("[A-F][1-6]?")
_CREDIBILITY = re.compile("[1-6]")
_NAMED = frozenset({"id", "rule", "evidence"})


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Decides in one ledger in the name of `by`.

    Every method is one transaction: all of it is decided or nothing. `expected` gives the marks
    (`Ledger.marks`) of what was looked at; where that changed since, `ConflictError` is raised.
    What does not exist or cannot be so raises `UsageError`. Afterwards things of the documents
    concerned may have to be joined anew (`Ledger.pending_count`).
    """

    ledger: Ledger
    by: str
    expected: Mapping[str, str] | None = dataclasses.field(default=None, hash=False)

    def accept(self, ids: Sequence[str], why: str = "") -> Decision:
        """Say that records are right as they stand; they then stay so."""
        return self._take(Proposal(Action.ACCEPT, _some(ids), why=why))

    def reject(self, ids: Sequence[str], why: str = "") -> Decision:
        """Say that the reader misread: there are no such records in the text."""
        return self._take(Proposal(Action.REJECT, _some(ids), why=why))

    def retract(self, ids: Sequence[str], why: str = "", told_in: str | None = None) -> Decision:
        """Say that whose words they are took them back; `told_in` is where that is told."""
        return self._take(Proposal(Action.RETRACT, _some(ids), why=why, value=told_in))

    def correct(self, ids: Sequence[str], fields: Mapping[str, Json], why: str = "") -> Decision:
        """Say what fields of records are; values are as in `soten export jsonl`."""
        if not fields:
            raise UsageError("a correction needs a field and its value, such as date=2025-12-03")
        self._check_issues(fields)
        value: Json = dict(fields)
        return self._take(Proposal(Action.CORRECT, _some(ids), why=why, value=value))

    def add(
        self, kind: str, document: str, span: Span, fields: Mapping[str, Json], why: str = ""
    ) -> Decision:
        """Add a record that the reader missed, on these words of a document's current text."""
        if kind not in _KINDS:
            raise UsageError(f"no kind of record is {kind!r}; kinds are {', '.join(_KINDS)}")
        self._check_issues(fields)
        evidence = Evidence.cut(document, self.ledger.text(document), span)
        record = _made(kind, evidence, fields)
        return self._take(Proposal(Action.ADD, why=why, record=record))

    def merge(self, ids: Sequence[str], why: str = "") -> Decision:
        """Say that things of one kind are one: talks, claims, actors, stories …."""
        if len(dict.fromkeys(ids)) < 2:
            raise UsageError("a merge needs two ids at least")
        kind, named = self._joined(ids)
        return self._take(Proposal(Action.MERGE, named, kind, why))

    def split(self, ids: Sequence[str], why: str = "") -> Decision:
        """Say that the first thing is none of the others; alone: of none it is grouped with now."""
        kind, named = self._joined(_some(ids))
        if len(named) == 1:
            group = self.ledger.groups_with(kind, named).get(named[0])
            others = () if group is None else tuple(m for m in group.members if m != named[0])
            if not others:
                raise UsageError(f"{named[0]} is grouped with nothing it could be split from")
            named = (*named, *others)
        return self._take(Proposal(Action.SPLIT, named, kind, why))

    def grade(self, subject: str, grade: str, why: str = "") -> Decision:
        """Grade a publisher (A to F, may be followed by 1 to 6) or a record (1 to 6).

        The Admiralty scale: how reliable a source is, how credible what it says.
        """
        is_record = self.ledger.record(subject) is not None
        pattern = _CREDIBILITY if is_record else _RELIABILITY
        if not subject or pattern.fullmatch(grade) is None:
            scale = (
                "1 to 6 for a record" if is_record else "A to F for a publisher, such as B or B2"
            )
            raise UsageError(f"{grade!r} is no grade: {scale}")
        kind = None if is_record else "publisher"
        return self._take(Proposal(Action.GRADE, (subject,), kind, why, grade))

    def undo(self, decisions: Sequence[str], why: str = "") -> tuple[Decision, ...]:
        """Take decisions back; taking back what took another back brings that to hold again."""
        return self._take_all([Proposal(Action.UNDO, why=why, undoes=id) for id in decisions])

    def _take(self, proposal: Proposal) -> Decision:
        return self._take_all([proposal])[0]

    def _take_all(self, proposals: Sequence[Proposal]) -> tuple[Decision, ...]:
        if not self.by.strip():
            raise UsageError("a decision needs a name: who decides?")
        return self.ledger.decide(proposals, by=self.by.strip(), expected=self.expected)

    def _check_issues(self, fields: Mapping[str, Json]) -> None:
        issues = fields.get("issues")
        asked = [*(issues if isinstance(issues, list) else ()), fields.get("issue")]
        wanted = {issue for issue in asked if isinstance(issue, str)}
        unknown = wanted - set(self.ledger.issue_ids()) if wanted else set()
        if unknown:
            raise UsageError(f"no point at issue is called {', '.join(sorted(unknown))}")

    def _joined(self, ids: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """Return what kind of thing these ids are of, all the same; a document is its story."""
        kinds = {id: self._kind_of(id) for id in dict.fromkeys(ids)}
        if len(set(kinds.values())) > 1:
            told = ", ".join(f"{id} is a {kind}" for id, kind in kinds.items())
            raise UsageError(f"only things of one kind can be one: {told}")
        kind = next(iter(kinds.values()))
        if kind not in JOINED:
            raise UsageError(f"a {kind} is not joined with others; joined are {', '.join(JOINED)}")
        is_whole = kind == "story"
        return kind, tuple(f"{id}.0" if is_whole and "." not in id else id for id in kinds)

    def _kind_of(self, id: str) -> str:
        record = next(self.ledger.records(Selection(ids=(id,), states=tuple(State))), None)
        if record is not None:
            return record.record.kind
        if self.ledger.labels([id]):
            return "actor"
        if self.ledger.facts([id.partition(".")[0]]):
            return "story"
        raise UsageError(f"nothing in the ledger has the id {id!r}")


def _some(ids: Sequence[str]) -> tuple[str, ...]:
    if not ids:
        raise UsageError("a decision needs an id at least")
    return tuple(dict.fromkeys(ids))


def _made(kind: str, evidence: Evidence, fields: Mapping[str, Json]) -> Record:
    """Return the record with these fields; those left out are unknown, where they may be."""
    owner = _KINDS[kind]
    known = [field for field in dataclasses.fields(owner) if field.name not in _NAMED]
    extra = fields.keys() - {field.name for field in known}
    if extra:
        names = ", ".join(field.name for field in known)
        raise UsageError(f"a {kind} has no {', '.join(sorted(extra))}; it has {names}")
    values = dict(fields)
    for field in known:
        may_be_unknown = "None" in str(field.type)
        if field.default is dataclasses.MISSING and field.name not in values:
            if not may_be_unknown and field.default_factory is dataclasses.MISSING:
                raise UsageError(f"a {kind} needs its {field.name}")
            if may_be_unknown:
                values[field.name] = None
    span = evidence.span
    told = to_json(dict(sorted(values.items())))
    prefix = kind if kind not in ("mention", "date") else "event"
    id = record_id(prefix, evidence.document, span.start, span.end, "added", kind, told)
    try:
        return decode_fields(kind, id, evidence, values)
    except LedgerError as error:
        raise UsageError(str(error)) from error
