"""What questions to a ledger are answered with: frozen rows that carry their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from soten.query.identities import Identity
from soten.records import (
    Actor,
    Evidence,
    Figure,
    Position,
    Record,
    Run,
    Span,
    State,
    Story,
    Unit,
)
from soten.records.joins import Group
from soten.store import DateBasis as Basis
from soten.store import DocumentFacts, Entry, Label, Precision, ReadingFacts, When

if TYPE_CHECKING:
    from soten.query.rounds import TalkHistory
    from soten.query.steps import Dispute

R_co = TypeVar("R_co", bound=Record, covariant=True)
A_co = TypeVar("A_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Row(Generic[R_co]):
    """One record with all it takes to print it: source, date, issues, labels of its actors.

    `issues` are the record's own, or, for kinds that have none, those of the statements and
    positions that rest on the same words. `state` says what persons decided, and `found` is what
    the present reader found where that is something else; `is_found` is false where it is nothing.
    """

    record: R_co
    id: str
    document: DocumentFacts
    when: When
    issues: tuple[str, ...]
    labels: Mapping[str, Label] = field(hash=False)
    state: State = State.READ
    found: Record | None = None
    is_found: bool = True

    @property
    def evidence(self) -> Evidence:
        """The exact words the record was read from."""
        return self.record.evidence

    def label(self, key: str) -> Label:
        """Return the label of an actor id, `anonymous:…` or `author` of this row.

        The answer for an id nobody declared is a label with that id alone.
        """
        if key.startswith("anonymous:"):
            return Label(key, ja=key.removeprefix("anonymous:"))
        return self.labels.get(key) or Label(key)


@dataclass(frozen=True, slots=True)
class Page(Generic[A_co]):
    """Answers in order, and the cursor that continues behind the last (None: there is no more)."""

    rows: tuple[A_co, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One side of a dispute: who, in which words, in which document."""

    by: Label
    evidence: Evidence
    document: DocumentFacts


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures that count the same thing in the same unit and differ.

    `shared` is the shortest of their descriptions; `place` is set where they tell how much of a
    place is held. Each group holds equal figures, the latest first; groups are in order of the
    number.
    """

    unit: Unit
    shared: str
    groups: tuple[tuple[Row[Figure], ...], ...]
    place: Label | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party wants on one point at issue: the latest position and those before it."""

    issue: str
    party: str
    latest: Row[Position]
    history: tuple[Row[Position], ...] = ()
    """Earlier positions, the latest first."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Points at issue × parties; both in order of how many positions they have."""

    issues: tuple[Label, ...]
    parties: tuple[Label, ...]
    cells: Mapping[tuple[str, str], Cell] = field(hash=False)

    def cell(self, issue: str, party: str) -> Cell | None:
        """Return the cell of an issue id and a party id, None where nothing is known."""
        return self.cells.get((issue, party))


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor with how often it occurs: mentions, and records by kind in which it acts."""

    actor: Actor
    label: Label
    mentions: int
    documents: int
    counts: Mapping[str, int] = field(hash=False)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document with its names, how it was dated, what it holds and who read it."""

    document: DocumentFacts
    names: tuple[str, ...]
    """Every path and URL the text was found under."""
    counts: Mapping[str, int] = field(hash=False)
    readings: tuple[ReadingFacts, ...]
    families: tuple[Group, ...] = ()
    """The wire families that its stories are of, those of two stories or more."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a document's text around what was searched for.

    `span` and `marks` are places in the document's text, not in `text`.
    """

    span: Span
    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document in which the words occur, with the first places."""

    document: DocumentFacts
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: documents and records, the newest first, and the next page's cursor."""

    documents: tuple[DocumentHit, ...]
    records: tuple[Row[Record], ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class RecordDetail:
    """A record in its surroundings.

    `context` is the paragraph (or the sentences, where a paragraph is long) around the evidence.
    `related` are records that name it, that it names, or that rest on the same words. `decisions`
    are those on it, the latest first; `mark` changes with every change of or decision on it.
    `history` is that of the talk that the record tells of.
    `joined` is what a claim is across documents.
    """

    row: Row[Record]
    context: Snippet
    related: tuple[Row[Record], ...]
    decisions: tuple[Entry, ...] = ()
    mark: str = ""
    history: TalkHistory | None = None
    joined: Dispute | None = None


@dataclass(frozen=True, slots=True)
class GoneDetail:
    """A record that stood in the ledger and was not found again by a later reading."""

    record: Record
    id: str
    document: DocumentFacts
    version: int
    """The version of the document whose text the evidence points at."""
    run: Run
    """The run that no longer found it."""


@dataclass(frozen=True, slots=True)
class ActorDetail:
    """An actor, as known across documents, with counts and the latest records in which it acts."""

    row: ActorRow
    forms: tuple[str, ...]
    latest: tuple[Row[Record], ...]
    identity: Identity


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """A document with its stories, versions, names, counts and readings."""

    source: SourceRow
    stories: tuple[Story, ...]
    versions: tuple[DocumentFacts, ...]


Detail = RecordDetail | GoneDetail | ActorDetail | DocumentDetail


__all__ = [
    "ActorDetail",
    "ActorRow",
    "Basis",
    "Cell",
    "Detail",
    "Disagreement",
    "DocumentDetail",
    "DocumentFacts",
    "DocumentHit",
    "Found",
    "GoneDetail",
    "Label",
    "Matrix",
    "Page",
    "Precision",
    "ReadingFacts",
    "RecordDetail",
    "Row",
    "Snippet",
    "SourceRow",
    "Voice",
    "When",
]
