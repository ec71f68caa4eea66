"""What the ledger takes in and hands out about decisions, besides these."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from soten.records import Action, Decision, Fate, Json, Record

LOST = (Fate.ORPHANED, Fate.REFUSED, Fate.DORMANT)
"""What became of targets that a decision does not reach."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of one target of a decision: the id decided on, and the id it has now."""

    id: str
    fate: Fate | None
    """None while the decision does not hold."""
    now: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision in the log: whether it holds, by which others it was taken back, its targets."""

    decision: Decision
    holds: bool
    taken_back_by: tuple[str, ...]
    reached: tuple[Reached, ...]
    cursor: str


@dataclass(frozen=True, slots=True)
class Search:
    """Which decisions to read: all that meet every condition; None sets none.

    `about` are ids of records, actors, stories or publishers, as they were or as they are now.
    `since` is the beginning of an ISO moment.
    """

    about: tuple[str, ...] | None = None
    ids: tuple[str, ...] | None = None
    actions: tuple[Action, ...] | None = None
    by: str | None = None
    since: str | None = None
    fates: tuple[Fate, ...] | None = None
    only_holding: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants to decide: `ids` are of records, stories, actors or publishers.

    `kind` says what the ids are of where they are no records. `record` is the one to be added.
    """

    action: Action
    ids: tuple[str, ...] = ()
    kind: str | None = None
    why: str = ""
    value: Json = dataclasses.field(default=None, hash=False)
    undoes: str | None = None
    record: Record | None = None
