"""Findings: what one reading rule saw at one place, before it is joined to anything else.

Spans are places in the text; `who`, `party`, `by` and the like are keys of the document's cast.
`rule` names the rule that saw it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from soten.records import (
    Act,
    Bound,
    CommitmentStatus,
    EventType,
    Hold,
    Outcome,
    Quote,
    Span,
    Speaker,
    Stance,
    TalkForm,
    TalkStatus,
    Unit,
    Voice,
)


@dataclass(slots=True)
class StatementFinding:
    """Content with its speaker. `frame` is the whole report, `content` the words reported."""

    content: Span
    speaker: Speaker | None
    act: Act
    quote: Quote
    rule: str
    sentence: int
    frame: Span
    issues: tuple[str, ...] = ()
    date: str | None = None
    to: str | None = None
    via: tuple[str, ...] = ()
    negated: bool = False
    verb: str = ""


@dataclass(slots=True)
class TalkFinding:
    """A talk as told in one place, with the other places that tell of it."""

    span: Span
    participants: tuple[str, ...]
    form: TalkForm
    status: TalkStatus
    rule: str
    sentence: int
    place: str | None = None
    date: str | None = None
    outcome: Outcome | None = None
    mentions: list[Span] = field(default_factory=list)
    round: int | None = None
    """Which of a series it is: 2 in 「第2回協議」."""
    latest: int = -1
    """The last sentence that tells of it."""
    told: bool = False
    """True where its own predicate says what became of it, False where it is only named."""
    also: bool = False
    """True where it is told as one more: 「B国の首相とも会談した」."""
    day: str | None = None
    """Its date as far as its own sentences give one; `date` may be inferred from those around."""
    open: bool = False
    """True where somebody whose name is not known takes part too."""
    moved_from: str | None = None
    moved_to: str | None = None


@dataclass(slots=True)
class FigureFinding:
    """A number with what it counts and whose it is."""

    span: Span
    value: float
    max: float | None
    bound: Bound
    unit: Unit
    what: str | None
    by: str | None
    rule: str


@dataclass(slots=True)
class PositionFinding:
    """A party's stance; `statement` is the index of the statement it rests on, if it does."""

    span: Span
    party: str
    issue: str
    stance: Stance
    what: str | None
    date: str | None
    statement: int | None
    rule: str


@dataclass(slots=True)
class SideFinding:
    """Who asserts or denies a claim, and where."""

    by: str
    span: Span
    date: str | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlFinding:
    """What a claim says of who holds a place."""

    place: str
    hold: Hold
    holder: str | None = None
    share: float | None = None
    part: str | None = None


@dataclass(slots=True)
class ClaimFinding:
    """A proposition with those who assert it and those who deny it."""

    what: str
    asserted: list[SideFinding]
    denied: list[SideFinding]
    rule: str
    issues: tuple[str, ...] = ()
    unconfirmed: list[SideFinding] = field(default_factory=list)
    """Those who say that they could not confirm it."""
    control: tuple[ControlFinding, ...] = ()


@dataclass(slots=True)
class CommitmentFinding:
    """A promise."""

    span: Span
    party: str
    what: str
    start: str | None
    end: str | None
    condition: str | None
    status: CommitmentStatus
    rule: str


@dataclass(slots=True)
class EventFinding:
    """Something that happened."""

    span: Span
    type: EventType
    actor: str | None
    target: str | None
    place: str | None
    date: str | None
    rule: str


@dataclass(slots=True)
class WordingFinding:
    """A loaded word: what it means, whose usage it is, in whose words it stands."""

    span: Span
    concept: str
    whose: str | None
    voice: Voice
    by: str | None
    rule: str


@dataclass(slots=True)
class Findings:
    """All that the rules saw in one document."""

    statements: list[StatementFinding] = field(default_factory=list)
    talks: list[TalkFinding] = field(default_factory=list)
    figures: list[FigureFinding] = field(default_factory=list)
    positions: list[PositionFinding] = field(default_factory=list)
    claims: list[ClaimFinding] = field(default_factory=list)
    commitments: list[CommitmentFinding] = field(default_factory=list)
    events: list[EventFinding] = field(default_factory=list)
    wordings: list[WordingFinding] = field(default_factory=list)
