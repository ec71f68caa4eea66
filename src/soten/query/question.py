"""A question as understood: what is sought, of whom, on what, when — and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soten.records import UsageError


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


LONGEST = 300
"""How many characters a question may have."""


def check_question(text: str) -> str:
    """Return a question's text without the white space around it; raise `UsageError` for none."""
    asked = text.strip()
    if not asked:
        raise UsageError("the question is empty")
    if len(asked) > LONGEST:
        raise UsageError(f"a question has at most {LONGEST} characters, not {len(asked)}")
    return asked
