"""What persons decide about records: kept apart from what the reader found, applied on top.

A decision is never changed and never taken out of the ledger; it is taken back by a further one
(`Action.UNDO`), and that again by another. What holds is what no decision that holds takes back.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from soten.records.joins import Json
from soten.records.span import Evidence


class Action(StrEnum):
    """What a person does to records by deciding."""

    ACCEPT = "accept"
    """The record is right as it stands, in all its fields."""
    REJECT = "reject"
    """The reader misread: there is no such record in this text."""
    CORRECT = "correct"
    """Fields are other than the reader found them."""
    RETRACT = "retract"
    """Who said or published it took it back; the record stays, marked."""
    ADD = "add"
    """There is a record in these words that the reader missed."""
    MERGE = "merge"
    """Things of several documents are one."""
    SPLIT = "split"
    """The first of these things is none of the others."""
    GRADE = "grade"
    """How reliable a source is (A to F), how credible a record (1 to 6): the Admiralty scale."""
    UNDO = "undo"
    """An earlier decision is taken back."""


class State(StrEnum):
    """What persons made of a record."""

    READ = "read"
    """Nobody has decided: it stands as the reader found it."""
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    RETRACTED = "retracted"
    ADDED = "added"


class Fate(StrEnum):
    """What became of a decision on one of its targets, with the present text and reading."""

    APPLIES = "applies"
    """The target is there under its id."""
    MOVED = "re-anchored"
    """The target is there under another id: another reader, or another version of the text."""
    KEPT = "kept"
    """The present reader does not find the record; the decision keeps it in the ledger."""
    DORMANT = "dormant"
    """The reader does not find it and there is nothing to keep; it applies when found again."""
    ORPHANED = "orphaned"
    """The words it rests on stand in no text of the ledger."""
    REFUSED = "refused"
    """It cannot be applied here, for instance because no actor has the id it names."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """By what the target of a decision is found again, whatever id a later reading gives it.

    `kind` is a kind of record, or "story", "actor" or "publisher". `first` is the id under which
    the same thing was decided on first, where that was another. `sha256` is the digest of the text
    decided on, `before` and `after` are its words around the evidence, `snapshot` the record's
    fields as they stood.
    """

    kind: str
    id: str
    first: str | None = None
    evidence: Evidence | None = None
    sha256: str | None = None
    before: str = ""
    after: str = ""
    snapshot: Json = dataclasses.field(default=None, hash=False)

    @property
    def subject(self) -> str:
        """The id that all decisions on the same thing share."""
        return self.first or self.id

    @property
    def document(self) -> str | None:
        """The id of the document the target is in."""
        return None if self.evidence is None else self.evidence.document


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided: about what, when (ISO 8601, UTC), and why.

    `id` is made from all the rest, so that the same decision is one wherever it is imported.
    `value` is what is corrected to what (field → value), a grade, or where it is told that a
    statement was taken back. `undoes` is the id of the decision that is taken back.
    """

    id: str
    action: Action
    targets: tuple[Anchor, ...]
    by: str
    at: str
    why: str = ""
    value: Json = dataclasses.field(default=None, hash=False)
    undoes: str | None = None

    @property
    def order(self) -> tuple[str, str]:
        """The key by which decisions follow each other: a later one wins."""
        return self.at, self.id


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that hold, in order: those that nothing that holds takes back.

    >>> first = Decision("dc-1", Action.REJECT, (), "aoki", "2026-01-01T00:00:00+00:00")
    >>> undo = Decision("dc-2", Action.UNDO, (), "aoki", "2026-01-02T00:00:00+00:00", undoes="dc-1")
    >>> redo = Decision("dc-3", Action.UNDO, (), "aoki", "2026-01-03T00:00:00+00:00", undoes="dc-2")
    >>> [d.id for d in standing([first])], [d.id for d in standing([undo, first])]
    (['dc-1'], ['dc-2'])
    >>> [d.id for d in standing([first, undo, redo])]
    ['dc-1', 'dc-3']
    """
    given = {decision.id: decision for decision in decisions}
    undone: dict[str, list[str]] = {}
    for decision in given.values():
        if decision.undoes is not None:
            undone.setdefault(decision.undoes, []).append(decision.id)
    holds: dict[str, bool] = {}
    for id in given:
        _settle(id, undone, holds)
    return tuple(sorted((d for d in given.values() if holds[d.id]), key=lambda d: d.order))


def _settle(id: str, undone: dict[str, list[str]], holds: dict[str, bool]) -> None:
    """Settle whether a decision holds, and before it those that take it back."""
    waiting = [id]
    while waiting:
        top = waiting[-1]
        open_ones = [by for by in undone.get(top, ()) if by not in holds]
        if top not in holds and open_ones:
            waiting += open_ones
            continue
        waiting.pop()
        holds[top] = not any(holds[by] for by in undone.get(top, ()))
