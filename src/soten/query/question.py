"""A question as understood: what is sought, of whom, on what, when — and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sought(StrEnum):
    """What a question seeks."""

    POSITIONS = "positions"
    SHIFTS = "shifts"
    STATEMENTS = "statements"
    TALKS = "talks"
    DISPUTES = "disputes"
    FIGURES = "figures"
    COMMITMENTS = "commitments"
    EVENTS = "events"
    CHANGES = "changes"
    ACTORS = "actors"
    PLACES = "places"
    SOURCES = "sources"


class Part(StrEnum):
    """What a piece of a question stands for."""

    SOUGHT = "sought"
    PARTY = "party"
    TO = "to"
    """To whom something is said."""
    PLACE = "place"
    TOPIC = "topic"
    """An actor that the answer must name: a plan, a facility, somebody it is about."""
    ISSUE = "issue"
    PERIOD = "period"
    STANCE = "stance"
    WORDS = "words"
    """Words that stand for nothing the ledger lists, and stand in its records."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A piece of a question, as written, and what it stands for.

    `id` is an actor's, a point at issue's, a value of `Sought`, an EDTF date, stances joined by
    `|`, or the words themselves.
    """

    part: Part
    words: str
    id: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood; nothing of it is guessed.

    `since` and `until` are ISO days. `unknown` are the words of content that were not understood.
    """

    text: str
    understood: tuple[Understood, ...] = ()
    unknown: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    @property
    def sought(self) -> Sought | None:
        """What is sought, None where the question does not say."""
        return next((Sought(id) for id in self.ids(Part.SOUGHT)), None)

    def ids(self, part: Part) -> tuple[str, ...]:
        """Return the ids of the pieces of one kind, each once, in order of the question."""
        return tuple(dict.fromkeys(piece.id for piece in self.understood if piece.part is part))
