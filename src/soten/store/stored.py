"""What the ledger hands out and takes in besides records: facts, dates, labels, selections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from soten.records import ActorType, Published, Record, Run, State
from soten.records.joins import Features
from soten.store.words import Words


@dataclass(frozen=True, slots=True)
class Identity:
    """Which document and version a text is.

    A new document or version is not in the ledger until its reading is put there.
    """

    document: str
    version: int
    is_new: bool
    """True where neither the text nor its name nor its URL is known."""
    is_new_version: bool
    """True where the name or URL is known and the text is not."""


@dataclass(frozen=True, slots=True)
class Change:
    """What putting a reading changed, in records.

    `kept` counts records found again by id; `changed` those among them whose content differs.
    """

    document: str
    version: int
    new: int
    gone: int
    kept: int
    changed: int


@dataclass(frozen=True, slots=True)
class Label:
    """What to call an actor, an unnamed voice (`anonymous:…`), the writer (`author`) or an issue.

    >>> Label("anonymous:政府当局者", ja="政府当局者").text("en")
    '政府当局者'
    """

    id: str
    ja: str | None = None
    en: str | None = None
    type: ActorType | None = None
    side: str | None = None

    def text(self, language: str = "ja") -> str:
        """Return the name in `language` (`ja` or `en`), else in the other, else the id."""
        first, second = (self.en, self.ja) if language == "en" else (self.ja, self.en)
        return first or second or self.id


class DateBasis(StrEnum):
    """Where the date of a record comes from."""

    OWN = "own"
    """The record says when."""
    DOCUMENT = "document"
    """The record does not say; the date is that of its story or document."""
    NONE = "none"
    """Nothing says when."""


class Precision(StrEnum):
    """How much time a date covers."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"
    """Anything else: a season, a week, an interval, an open end."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class When:
    """The date of a record: EDTF as recorded, its first and last day, and where it comes from."""

    edtf: str | None = None
    low: str | None = None
    high: str | None = None
    basis: DateBasis = DateBasis.NONE

    @property
    def precision(self) -> Precision:
        """How much time the date covers.

        >>> When("2025-11~", "2025-11-01", "2025-11-30", DateBasis.OWN).precision.value
        'month'
        """
        if self.edtf is None:
            return Precision.NONE
        plain = self.edtf.rstrip("?~%")
        if "/" in plain or "X" in plain:
            return Precision.SPAN
        if len(plain) == len("2025-11"):
            return Precision.MONTH if plain[5:] <= "12" else Precision.SPAN
        return Precision.DAY if len(plain) == len("2025-11-20") else Precision.YEAR


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A version of a document: everything but its text. `chars` counts code points."""

    id: str
    version: int
    name: str
    sha256: str
    chars: int
    added_at: str
    """ISO 8601, UTC: when this version came into the ledger."""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = field(default_factory=Published)
    origin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """One reading of a document: which run, and how many records came, went and stayed."""

    run: Run
    version: int
    new: int
    gone: int
    kept: int
    issues: tuple[str, ...] = ()
    """What the reader left out because it did not understand it."""


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as it stands in the ledger.

    `id` is the record's own, or one made from place and content for mentions and dates.
    `issues` are the record's own, or, for kinds that have none, those of the statements and
    positions that rest on the same words. `state` says what persons decided; `found` is what the
    present reader found, None where it does not find it. `place` makes `cursor`.
    """

    record: Record
    id: str
    document: str
    version: int
    when: When
    issues: tuple[str, ...]
    state: State
    found: Record | None
    place: Callable[[], str] = field(compare=False, repr=False)

    @property
    def cursor(self) -> str:
        """Its place in the list it was read from; of most records nobody asks."""
        return self.place()


@dataclass(frozen=True, slots=True)
class GoneRecord:
    """A record that stood in the ledger until `run` no longer found it."""

    record: Record
    id: str
    document: str
    version: int
    run: Run
    at: str
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records to read: a filter whose names are settled to ids.

    `party` matches records in which the actor or one on its side acts, `speaker` those whose
    words are the actor's (or `author`, or `anonymous`), `involves` those that name the actor or
    one on its side in any role, `acting` those in which one of these acts, `naming` those that
    name one of these in any role, `places` those that happen at one of them or tell who holds it.
    `since` and `until` are ISO days that the record's days must reach into. `documents` and `ids`
    limit to these; an empty tuple lets nothing through. `fresh_since` limits to documents
    published on or after an ISO day, or, where it is not known when they were, stored since.
    `states` limits to what persons decided; None lets everything through but what they rejected.
    """

    kinds: tuple[str, ...] = ()
    party: str | None = None
    speaker: str | None = None
    involves: str | None = None
    acting: tuple[str, ...] | None = None
    naming: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    issue: str | None = None
    value: str | None = None
    since: str | None = None
    until: str | None = None
    documents: tuple[str, ...] | None = None
    ids: tuple[str, ...] | None = None
    words: Words | None = None
    is_denied: bool = False
    is_of_place: bool | None = None
    """Limits to records that happen at a place or tell who holds one; False: to others."""
    has_own_date: bool = False
    fresh_since: str | None = None
    states: tuple[State, ...] | None = None
    publisher: str | None = None
    """Limits to documents of this publisher ("" unknown)."""
    stored_since: str | None = None
    """Limits to documents whose current version came at this moment (ISO 8601, UTC) or later."""


class Order(StrEnum):
    """The order records are listed in."""

    NEWEST = "newest"
    """By first day, the latest first, undated last; then by document and place."""
    OLDEST = "oldest"
    """By first day, the earliest first; undated records come first."""
    PLACE = "place"
    """Documents in order of arrival, records in order of place, none before one it refers to."""


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A stretch of a document in which searched words occur."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ActorCount:
    """How often an actor is mentioned, and in how many documents."""

    actor: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Who has which role in a record; `roles` are pairs of a role and who has it.

    `type` and `status` are its values in the closed sets: of a statement its act, and how it is quoted.
    """

    id: str
    type: str | None
    status: str | None
    issues: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]

    def having(self, role: str) -> list[str]:
        """Return those who have a role."""
        return [who for of, who in self.roles if of == role]


@dataclass(frozen=True, slots=True)
class JoinedItem:
    """An item that was joined: the day it is listed by ("" unknown), and what it was compared by."""

    id: str
    group: str
    day: str
    features: Features = field(hash=False)


@dataclass(frozen=True, slots=True)
class JoinReason:
    """Why two items (ids of records, actors or stories) are, or may be, one thing.

    `why` is a name in `docs/joining.md`, `confidence` above 0 and at most 1.
    """

    kind: str
    one: str
    other: str
    why: str
    confidence: float
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class CarrierCount:
    """A publisher ("" unknown) with its documents and their first and last day (ISO)."""

    publisher: str
    documents: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class WordCount:
    """How often a publisher uses a word for a concept, in whose words; with one record of it."""

    concept: str
    word: str
    publisher: str
    voice: str
    uses: int
    documents: int
    example: str


@dataclass(frozen=True, slots=True)
class RunFacts:
    """A run of the reader: how many documents it read, how many records came and went."""

    run: Run
    documents: int
    new: int
    gone: int


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A way in which texts write an actor's name, with how often and in how many documents."""

    form: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What records are made of: how many of each kind, side, point, publisher ("") and day ("").

    `is_cut` says that there are more records than were counted.
    """

    count: int
    is_cut: bool
    kinds: Mapping[str, int] = field(hash=False)
    parties: Mapping[str, int] = field(hash=False)
    issues: Mapping[str, int] = field(hash=False)
    publishers: Mapping[str, int] = field(hash=False)
    days: Mapping[str, int] = field(hash=False)
