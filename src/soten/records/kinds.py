"""The kinds of record a ledger holds, one frozen dataclass each.

Every kind but `Document` and `Actor` rests on an `Evidence`. A field that the text does not
settle is None. `rule` names the reading rule that made the record (`docs/reading.md` lists them).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from soten.records.span import Evidence, Span
from soten.records.vocabulary import (
    Act,
    ActorType,
    Basis,
    Bound,
    CommitmentStatus,
    EventType,
    Hold,
    Outcome,
    Quote,
    Stance,
    TalkForm,
    TalkStatus,
    Unit,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Published:
    """A document's or story's own date: EDTF level 1, how it is known, and why."""

    edtf: str | None = None
    basis: Basis = Basis.NONE
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One report among those a document holds (a clipping page holds several)."""

    span: Span
    origin: str | None = None
    published: Published = field(default_factory=Published)


@dataclass(frozen=True, slots=True)
class Document:
    r"""A text as stored, with where it came from.

    `text` is canonical: newlines are `\n`, nothing else is normalized; every offset of every
    record counts its code points. `sha256` is of that text in UTF-8. `name` is the path or URL as
    given; `id` stays the same over the versions of one document (see `docs/decisions/`).
    """

    kind: ClassVar[str] = "document"
    id: str
    name: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = field(default_factory=Published)
    origin: tuple[str, ...] = ()
    """Whom the text was taken or translated from, innermost first."""
    stories: tuple[Story, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """An office or task, with the EDTF dates it was held as far as known."""

    title: str
    of: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organization, force, place, facility, plan or outlet (`entity` in exports)."""

    kind: ClassVar[str] = "entity"
    id: str
    type: ActorType
    name_ja: str | None = None
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    side: str | None = None
    roles: tuple[Role, ...] = ()
    known: bool = True
    """True where a knowledge pack lists the actor, False where it was discovered in a text."""
    wikidata: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor is named."""

    kind: ClassVar[str] = "mention"
    evidence: Evidence
    entity: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression with what it says, as EDTF level 1 (`date` in exports)."""

    kind: ClassVar[str] = "date"
    evidence: Evidence
    edtf: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: exactly one of an actor id, a description of somebody unnamed, or the writer."""

    entity: str | None = None
    anonymous: str | None = None
    author: bool = False

    def __post_init__(self) -> None:
        if (self.entity is not None) + (self.anonymous is not None) + self.author != 1:
            raise ValueError(f"a speaker is one of entity, anonymous or author, not {self!r}")

    @property
    def key(self) -> str:
        """The speaker as one string: an actor id, `anonymous:…` or `author`."""
        if self.author:
            return "author"
        return self.entity if self.entity is not None else f"anonymous:{self.anonymous}"


@dataclass(frozen=True, slots=True)
class Statement:
    """Content attributed to a speaker (発言); the evidence is the content reported.

    `speaker` is None where somebody speaks and the text does not settle who.
    `via` names the outlets or persons it came through, outermost last. `repeats` is the id of the
    earlier statement of the same document that this one tells again: a lead and its body.
    """

    kind: ClassVar[str] = "statement"
    id: str
    evidence: Evidence
    speaker: Speaker | None
    act: Act
    quote: Quote
    issues: tuple[str, ...] = ()
    date: str | None = None
    to: str | None = None
    via: tuple[str, ...] = ()
    rule: str = ""
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting, call, session or visit between parties (会談)."""

    kind: ClassVar[str] = "talk"
    id: str
    evidence: Evidence
    participants: tuple[str, ...]
    form: TalkForm
    status: TalkStatus
    place: str | None = None
    date: str | None = None
    outcome: Outcome | None = None
    mentions: tuple[Evidence, ...] = ()
    """Further places in the same document that tell of this talk."""
    rule: str = ""
    round: int | None = None
    """Which of a series it is, where that is told: 2 for 「第2回協議」."""
    moved_from: str | None = None
    """The date (EDTF) it was set for before: 「当初8日に予定されていた」."""
    moved_to: str | None = None
    """The date it is put off to, where `date` is the one it was set for."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit and bound (数値). `max` is set for ranges only."""

    kind: ClassVar[str] = "figure"
    id: str
    evidence: Evidence
    value: float
    bound: Bound
    unit: Unit
    max: float | None = None
    what: str | None = None
    """What is counted, in the document's own words."""
    by: str | None = None
    """Whose figure: an actor id, `anonymous:…`, or None."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What a party wants, offers or refuses on a point at issue (立場)."""

    kind: ClassVar[str] = "position"
    id: str
    evidence: Evidence
    party: str
    issue: str
    stance: Stance
    what: str | None = None
    date: str | None = None
    statement: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One side of a claim: who asserts, denies or could not confirm it, where, when, through whom.

    `date` is the day on which it was said, where the sentence says so. `via` names the outlets or
    persons it came through, outermost last.
    """

    by: str
    evidence: Evidence
    date: str | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Control:
    """What a claim says of who holds a place.

    `holder` is who is said to hold it or to have taken, retaken or lost it. Of a part, `part` has
    the document's own words (80％以上, 中心部) and `share` the percentage; neither is set for all of it.
    """

    place: str
    hold: Hold
    holder: str | None = None
    share: float | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition that somebody asserts and others may deny (主張)."""

    kind: ClassVar[str] = "claim"
    id: str
    evidence: Evidence
    what: str
    asserted: tuple[Assertion, ...] = ()
    denied: tuple[Assertion, ...] = ()
    figures: tuple[str, ...] = ()
    rule: str = ""
    unconfirmed: tuple[Assertion, ...] = ()
    """Those who say that they could not confirm it, and neither assert nor deny it."""
    control: tuple[Control, ...] = ()
    """What it says of who holds a place, if it does."""

    @property
    def sides(self) -> tuple[Assertion, ...]:
        """All voices: who asserts, who denies, who could not confirm."""
        return self.asserted + self.denied + self.unconfirmed


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise: who binds himself to what, from when until when, on what condition (約束)."""

    kind: ClassVar[str] = "commitment"
    id: str
    evidence: Evidence
    party: str
    what: str
    start: str | None = None
    end: str | None = None
    condition: str | None = None
    status: CommitmentStatus = CommitmentStatus.UNKNOWN
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened besides talk (出来事)."""

    kind: ClassVar[str] = "event"
    id: str
    evidence: Evidence
    type: EventType
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    date: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A loaded word: what one side or press calls so and others call otherwise (用語).

    `concept` ties together the words that are chosen between (`name:` with an actor's id for forms
    of its name); `whose` is the state or body whose
    usage the word is, None for common usage. `by` is the speaker whose words it stands in, an
    actor id, `anonymous:…`, or None where it is the writer's own or nobody is settled.
    """

    kind: ClassVar[str] = "wording"
    id: str
    evidence: Evidence
    concept: str
    whose: str | None
    voice: Voice
    by: str | None = None
    rule: str = ""


Record = (
    Mention
    | DateMention
    | Statement
    | Talk
    | Figure
    | Position
    | Claim
    | Commitment
    | Event
    | Wording
)
"""What rests on evidence; `Document` and `Actor` are declared before."""

RECORD_TYPES: tuple[type[Record], ...] = (
    Mention,
    DateMention,
    Statement,
    Talk,
    Figure,
    Position,
    Claim,
    Commitment,
    Event,
    Wording,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one run of the reader found in one document."""

    document: Document
    actors: tuple[Actor, ...]
    records: tuple[Record, ...]
    issues: tuple[str, ...] = ()
    """What was left out because it was not understood, one line each."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the reader: which code, lexicon and dictionary read, and when it began."""

    id: str
    started_at: str
    """ISO 8601, UTC."""
    code: str
    lexicon: str
    dictionary: str

    @property
    def reader(self) -> str:
        """The reader as one string; two readings by the same reader of the same text are equal."""
        return f"{self.code}|{self.lexicon}|{self.dictionary}"
