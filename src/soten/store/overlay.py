"""The effective records of a document: what the reader found, with what persons decided on top.

A pure function of the text, the reading and the decisions that hold. So nothing depends on the
order in which readings and decisions came, and a decision that is taken back leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any  # Any: fields of records are named at run time

from soten.records import (
    Action,
    Anchor,
    Claim,
    DateMention,
    Decision,
    Fate,
    LedgerError,
    Mention,
    Position,
    Record,
    SpanError,
    State,
    Statement,
    Wording,
)
from soten.store.anchoring import Text, assign, says_the_same
from soten.store.correcting import check, corrected
from soten.store.traits import traits_of

Bearing = tuple[Decision, int]
"""A decision, and the number of its target that is in the document."""

Undeclared = Callable[[Iterable[str]], Sequence[str]]
"""Tells which ids no actor has."""


@dataclass(frozen=True, slots=True)
class Effective:
    """A record as it stands in the ledger under `id`, and as the present reader found it, if so."""

    id: str
    record: Record
    state: State = State.READ
    found: Record | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one target of a decision: the id it has now, and why where it is refused."""

    fate: Fate
    id: str | None = None
    reason: str | None = None

    @property
    def columns(self) -> tuple[str | None, str, str | None]:
        """The outcome as the ledger keeps it: id now, fate, reason."""
        return self.id, self.fate.value, self.reason


@dataclass(frozen=True, slots=True)
class Overlay:
    """The effective records of a document, and what became of each decision's target there."""

    records: tuple[Effective, ...]
    outcomes: Mapping[tuple[str, int], Outcome]
    """By id of the decision and number of the target."""


def lay_over(
    text: Text,
    found: Mapping[str, Record],
    bearings: Iterable[Bearing],
    undeclared: Undeclared = lambda ids: (),
) -> Overlay:
    """Return the records `found` (by id, in order) with the decisions that hold applied.

    `bearings` are the decisions on records of this document. A decision that names an actor whom
    nobody declared is refused, and so is one whose value does not fit the present text.
    """
    return _Overlay(text, found, undeclared).lay(
        sorted(bearings, key=lambda bearing: (bearing[0].order, bearing[1]))
    )


class _Overlay:
    def __init__(self, text: Text, found: Mapping[str, Record], undeclared: Undeclared) -> None:
        self.text, self.found, self.undeclared = text, found, undeclared
        self.known = {id for record in found.values() for id in actors_in(record)}
        self.effective = {id: Effective(id, record, found=record) for id, record in found.items()}
        self.outcomes: dict[tuple[str, int], Outcome] = {}
        self.now: dict[str, str] = {}
        """Ids under which records were decided on → ids they have now."""

    def lay(self, bearings: Sequence[Bearing]) -> Overlay:
        subjects: dict[str, list[tuple[Bearing, Record]]] = {}
        for bearing in bearings:
            decision, place = bearing
            anchor = decision.targets[place]
            try:
                seen = self.text.restored(anchor)
            except LedgerError as error:
                self.outcomes[decision.id, place] = Outcome(Fate.REFUSED, reason=str(error))
                continue
            if seen is None:
                self.outcomes[decision.id, place] = Outcome(Fate.ORPHANED)
            else:
                subjects.setdefault(anchor.subject, []).append((bearing, seen))
        for id, seen_there in self._assigned(subjects).items():
            self._fold(id, seen_there)
        self._mend_references()
        return Overlay(tuple(self.effective.values()), self.outcomes)

    def _assigned(
        self, subjects: Mapping[str, Sequence[tuple[Bearing, Record]]]
    ) -> dict[str, list[tuple[Bearing, Record]]]:
        """Return the decisions by the id of the record they are about, in order."""
        seen = {
            subject: [(d.targets[place].id, record) for (d, place), record in bearing]
            for subject, bearing in subjects.items()
        }
        added = {
            subject
            for subject, bearing in subjects.items()
            if bearing[0][0][0].action is Action.ADD
        }
        given = assign(seen, self.found, added)
        together: dict[str, list[tuple[Bearing, Record]]] = {}
        for subject, bearing in subjects.items():
            together.setdefault(given.get(subject) or self._kept_id(subject), []).extend(bearing)
        for bearing in together.values():
            bearing.sort(key=lambda one: (one[0][0].order, one[0][1]))
        return together

    def _kept_id(self, subject: str) -> str:
        """Return the id of a record that the reader does not find; another record may have it."""
        return subject if subject not in self.found else f"{subject}-kept"

    def _fold(self, id: str, bearings: Sequence[tuple[Bearing, Record]]) -> None:
        """Apply the decisions on one record, in order."""
        folding = _Folding(id, self.found.get(id))
        for (decision, place), seen in bearings:
            anchor = decision.targets[place]
            try:
                fate = folding.apply(decision, anchor, _named(seen, id), self.text)
                self._check(folding.record)
                folding.settle()
            except (LedgerError, SpanError) as error:
                folding.undo()
                self.outcomes[decision.id, place] = Outcome(Fate.REFUSED, id, str(error))
                continue
            self.outcomes[decision.id, place] = Outcome(fate, id)
            for former in (anchor.id, anchor.subject):
                self.now.setdefault(former, id)
        stands = folding.effective()
        if stands is not None:
            self.effective[id] = stands
            return
        for (decision, place), _ in bearings:
            if self.outcomes[decision.id, place].fate is not Fate.REFUSED:
                self.outcomes[decision.id, place] = Outcome(Fate.DORMANT)

    def _check(self, record: Record | None) -> None:
        if record is None:
            return
        check(record)
        for evidence in (record.evidence, *traits_of(record).further):
            if evidence.document == self.text.document:
                evidence.check(self.text.text)
        fresh = set(actors_in(record)) - self.known
        missing = self.undeclared(sorted(fresh)) if fresh else ()
        if missing:
            raise LedgerError(f"no actor is declared for {', '.join(missing)}")
        self.known |= fresh

    def _mend_references(self) -> None:
        """Let no record name one that is rejected or not there."""
        there = {id for id, one in self.effective.items() if one.state is not State.REJECTED}
        lost = self.effective.keys() - there
        for id, one in self.effective.items():
            if one.found is not one.record or (lost and lost & set(references(one.record))):
                mended = _mended(one.record, there, self.now)
                if mended != one.record:
                    self.effective[id] = replace(one, record=mended)


class _Folding:
    """One record on the way through its decisions."""

    def __init__(self, id: str, found: Record | None) -> None:
        self.id, self.found, self.record = id, found, found
        self.said: State = State.READ
        self.is_rejected = self.is_retracted = self.is_added = False
        self._before = self._now()

    def apply(self, decision: Decision, anchor: Anchor, seen: Record, text: Text) -> Fate:
        """Apply a decision and return what became of it; raise where its value does not fit."""
        match decision.action:
            case Action.ACCEPT | Action.ADD:
                self.record = seen if self.found is None else _referring(seen, self.found)
                self.said, self.is_rejected = State.ACCEPTED, False
                self.is_added |= decision.action is Action.ADD
            case Action.CORRECT:
                before = seen if self.record is None else self.record
                self.record = corrected(before, decision.value, text, anchor)
                self.said, self.is_rejected = State.CORRECTED, False
            case Action.RETRACT:
                self.record = seen if self.record is None else self.record
                self.is_retracted, self.is_rejected = True, False
            case Action.REJECT:
                if self.record is not None and self.id != anchor.id:
                    if not says_the_same(seen, self.record):
                        return Fate.DORMANT
                self.is_rejected = True
            case Action.MERGE | Action.SPLIT | Action.GRADE | Action.UNDO:
                pass
        if self.found is None:
            return Fate.KEPT
        return Fate.APPLIES if self.id == anchor.id else Fate.MOVED

    def settle(self) -> None:
        """Let what was applied stand."""
        self._before = self._now()

    def undo(self) -> None:
        """Go back to what stood before."""
        record, self.said, *flags = self._before
        self.record = record
        self.is_rejected, self.is_retracted, self.is_added = flags

    def _now(self) -> Any:  # Any: only handed back to `undo`
        return (self.record, self.said, self.is_rejected, self.is_retracted, self.is_added)

    def effective(self) -> Effective | None:
        """Return the record as it now stands, None where it does not."""
        if self.record is None or (self.found is None and self.is_rejected and not self.is_added):
            return None
        return Effective(self.id, self.record, self._state(), self.found)

    def _state(self) -> State:
        if self.is_rejected:
            return State.REJECTED
        if self.is_retracted:
            return State.RETRACTED
        return State.ADDED if self.is_added and self.found is None else self.said


def actors_in(record: Record) -> Iterator[str]:
    """Yield the ids of actors that a record names; may repeat."""
    for _, who in traits_of(record).roles:
        if who != "author" and not who.startswith("anonymous:"):
            yield who
    if isinstance(record, Wording) and record.whose is not None:
        yield record.whose


def references(record: Record) -> tuple[str, ...]:
    """Return the ids of the records that a record names."""
    if isinstance(record, Statement):
        return () if record.repeats is None else (record.repeats,)
    return traits_of(record).refers


def _named(record: Record, id: str) -> Record:
    """Return a record under another id; mentions and dates have none."""
    return record if isinstance(record, Mention | DateMention) else replace(record, id=id)


def _referring(seen: Record, found: Record) -> Record:
    """Return what a person saw with the references that the present reading has."""
    match seen, found:
        case Statement(), Statement():
            return replace(seen, repeats=found.repeats)
        case Position(), Position():
            return replace(seen, statement=found.statement)
        case Claim(), Claim():
            return replace(seen, figures=found.figures)
        case _:
            return seen


def _mended(record: Record, there: set[str], now: Mapping[str, str]) -> Record:
    """Return a record that names only records that are there, by the ids they have now."""

    def named(id: str | None) -> str | None:
        if id in there:
            return id
        moved = None if id is None else now.get(id)
        return moved if moved in there else None

    match record:
        case Statement():
            return replace(record, repeats=named(record.repeats))
        case Position():
            return replace(record, statement=named(record.statement))
        case Claim():
            figures = (named(id) for id in record.figures)
            return replace(record, figures=tuple(id for id in figures if id is not None))
        case _:
            return record
