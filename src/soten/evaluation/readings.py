"""What a ledger holds of one annotated document, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from soten.records import (
    Assertion,
    Claim,
    Commitment,
    DateMention,
    Document,
    Event,
    Figure,
    Mention,
    Position,
    Record,
    Statement,
    Talk,
)


@dataclass(slots=True)
class ReadDocument:
    """The records of one document, in ledger order; `known` says whether the ledger holds it.

    A claim may span documents: of each claim only the sides told in this document are here.
    """

    name: str
    text: str
    known: bool = False
    published: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def add(self, record: Record) -> None:
        """Take in a record of this document."""
        match record:
            case Mention():
                self.mentions.append(record)
            case DateMention():
                self.dates.append(record)
            case Statement():
                self.statements.append(record)
            case Talk():
                self.talks.append(record)
            case Figure():
                self.figures.append(record)
            case Position():
                self.positions.append(record)
            case Claim():
                self.claims.append(record)
            case Commitment():
                self.commitments.append(record)
            case Event():
                self.events.append(record)

    def wrong_evidence(self) -> int:
        """Return how many records (claims apart) quote what the text does not hold there."""
        kinds: tuple[Iterable[Record], ...] = (
            self.mentions,
            self.dates,
            self.statements,
            self.talks,
            self.figures,
            self.positions,
            self.commitments,
            self.events,
        )
        return sum(
            self.text[record.evidence.span.start : record.evidence.span.end]
            != record.evidence.exact
            for kind in kinds
            for record in kind
        )


def base_name(name: str) -> str:
    """Return the last part of a path or URL, by which annotations name a document."""
    return PurePosixPath(name).name


def read_documents(
    texts: dict[str, str], documents: Iterable[Document], records: Iterable[Record]
) -> dict[str, ReadDocument]:
    """Return what was read of each annotated document; `texts` maps file names to their texts."""
    found = {name: ReadDocument(name, text) for name, text in texts.items()}
    by_id: dict[str, ReadDocument] = {}
    for document in documents:
        reading = found.get(base_name(document.name))
        if reading is None:
            continue
        by_id[document.id] = reading
        if not reading.known:
            reading.known = True
            reading.published = document.published.edtf
    for record in records:
        if isinstance(record, Claim):
            for part in _parts(record):
                _take(by_id, part)
        else:
            _take(by_id, record)
    return found


def _take(by_id: dict[str, ReadDocument], record: Record) -> None:
    if (reading := by_id.get(record.evidence.document)) is not None:
        reading.add(record)


def _parts(claim: Claim) -> Iterable[Claim]:
    """Cut a claim by document; its own evidence then is the first told there."""
    sides = claim.asserted + claim.denied
    for document in dict.fromkeys(side.evidence.document for side in sides):
        asserted, denied = _told(claim.asserted, document), _told(claim.denied, document)
        yield Claim(
            id=claim.id,
            evidence=(asserted + denied)[0].evidence,
            what=claim.what,
            asserted=asserted,
            denied=denied,
            figures=claim.figures,
            rule=claim.rule,
        )


def _told(sides: tuple[Assertion, ...], document: str) -> tuple[Assertion, ...]:
    return tuple(side for side in sides if side.evidence.document == document)
