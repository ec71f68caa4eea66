"""What to list: the filters of the command line and of pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions a record must meet, all of them; None sets no condition.

    `party`, `speaker` and `about` take an actor's id or any of its written forms, in any width
    or case. `party` matches records in which the actor, or any actor on its side, acts: speaks,
    takes part, holds a position, promises, asserts or denies. `speaker` matches whose words they
    are; `author` and `anonymous` are speakers too. `issue` takes an issue id. `act` takes any
    value of the kind's closed set: a statement's act, a position's stance, the status or form of
    a talk, the status of a commitment, the type of an event, the unit of a figure.
    `about` takes an actor (in any role) or an issue id.

    `since` and `until` are EDTF dates; a record's own date counts, or its document's if it has
    none, and a record without either is left out. `document` takes an id, or a name or part of
    one. `kinds` limits to those kinds.
    """

    party: str | None = None
    speaker: str | None = None
    about: str | None = None
    issue: str | None = None
    act: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    kinds: tuple[str, ...] = ()


EVERYTHING = Filter()
"""The filter that lets everything through."""
