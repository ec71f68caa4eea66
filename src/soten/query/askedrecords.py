"""The records that a question asks for: filters, kind by kind, and the newest they let through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import product
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.filters import Filter, Selecting
from soten.query.question import Part, Question, Sought
from soten.records import (
    ActorType,
    Claim,
    Commitment,
    Event,
    Figure,
    Position,
    Record,
    Statement,
    Talk,
)
from soten.store import Label, Order, Selection, StoredRecord

if TYPE_CHECKING:
    from soten.store import Ledger

TOLD = (
    *(Position.kind, Statement.kind, Talk.kind, Claim.kind),
    *(Figure.kind, Commitment.kind, Event.kind),
)
"""Kinds of record that tell something."""

KINDS: dict[Sought | None, tuple[str, ...]] = {
    None: TOLD,
    Sought.POSITIONS: (Position.kind,),
    Sought.SHIFTS: (Position.kind,),
    Sought.STATEMENTS: (Statement.kind,),
    Sought.TALKS: (Talk.kind,),
    Sought.DISPUTES: (Claim.kind,),
    Sought.FIGURES: (Figure.kind,),
    Sought.COMMITMENTS: (Commitment.kind,),
    Sought.EVENTS: (Event.kind,),
    Sought.CHANGES: TOLD,
    Sought.ACTORS: (Statement.kind, Position.kind),
    Sought.PLACES: (Talk.kind, Event.kind),
    Sought.SOURCES: TOLD,
}
"""In which kinds of record it is told what is sought."""

_WITH_ALL = (Sought.TALKS, Sought.PLACES)
"""What is sought of all parties together: their talks."""

_OF_SIDES = (Sought.COMMITMENTS, Sought.FIGURES)
"""What a person does for his side: promises, numbers given out."""

_WITH_PLACES = (Talk.kind, Event.kind)
"""Kinds of record that say where."""

READ = 2000
"""At most so many records of a kind are gone through for one answer."""


def filters_of(ledger: Ledger, question: Question, kind: str, sides: Sequence[str]) -> list[Filter]:
    """Return the filters that together let through what a question asks of one kind of record.

    `sides` are the parties to ask for one by one; none asks for all.
    """
    words = [f'"{words}"' for words in question.ids(Part.WORDS)]
    named = question.ids(Part.TOPIC) + question.ids(Part.PLACE)
    labels = ledger.labels(named)
    in_words = named[1:] if kind in _WITH_PLACES else named
    words += [as_word(labels[id].text()) for id in in_words if id in labels]
    return [
        Filter(
            party=side,
            issue=issue,
            about=named[0] if named and kind in _WITH_PLACES else None,
            since=question.since,
            until=question.until,
            kinds=(kind,),
            words=" ".join(words) or None,
        )
        for side, issue in product(sides or (None,), question.ids(Part.ISSUE) or (None,))
    ]


def rows_of(
    selecting: Selecting, question: Question, wanted: int | None = None
) -> Iterator[Row[Record]]:
    """Yield the newest `wanted` records asked for, the newest first; without it all of each kind.

    Of each kind at most `READ` records are gone through.
    """
    found: dict[str, StoredRecord] = {}
    for selection in selections_of(selecting, question):
        days = sorted((stored.when.low or "" for stored in found.values()), reverse=True)
        first = days[wanted - 1] if wanted and len(days) >= wanted else None
        sizes = (READ,) if wanted is None else (min(4 * wanted, READ), READ)
        kept = newest_of(
            selecting.ledger, question, selection, sizes, wanted or READ, first_day=first
        )
        found |= {stored.id: stored for stored in kept}
    newest = sorted(found.values(), key=lambda one: (one.when.low or "", one.id), reverse=True)
    yield from Assembler[Record](selecting.ledger).rows(newest[:wanted])


def selections_of(selecting: Selecting, question: Question) -> Iterator[Selection]:
    """Yield what together lets through the records asked for, kind by kind."""
    ledger, together = selecting.ledger, question.sought in _WITH_ALL
    of_sides = question.sought in _OF_SIDES
    parties = tuple(parties_of(ledger, question)) if of_sides else question.ids(Part.PARTY)
    for kind in KINDS[question.sought]:
        for filter in filters_of(ledger, question, kind, parties[:1] if together else parties):
            yield selecting.by(filter)


def newest_of(
    ledger: Ledger,
    question: Question,
    selection: Selection,
    sizes: Sequence[int],
    wanted: int,
    *,
    first_day: str | None = None,
) -> list[StoredRecord]:
    """Return those of the newest records selected that are asked for: `wanted`, perhaps more.

    Of `sizes` so many are gone through as it takes, the fewest first. With `first_day`, only what
    begins on that day or later is of use.
    """
    kept: list[StoredRecord] = []
    for most in sizes:
        stored = list(ledger.records(selection, Order.NEWEST, limit=most, first_day=first_day))
        kept = _asked_among(ledger, question, stored)
        if len(kept) >= wanted or len(stored) < most:
            break
    return kept


def _asked_among(
    ledger: Ledger, question: Question, stored: Sequence[StoredRecord]
) -> list[StoredRecord]:
    """Return those of the selected records that are asked for."""
    parties, to = set(question.ids(Part.PARTY)), set(question.ids(Part.TO))
    if question.sought not in _WITH_ALL or len(parties) == 1:
        parties = set()
    labels: dict[str, Label] = {}
    if parties or to:
        labels = ledger.labels({id for one in stored for id in _with_whom(one.record)})
    return [one for one in stored if _is_asked(one.record, parties, to, labels)]


def _is_asked(record: Record, parties: Set[str], to: Set[str], labels: Mapping[str, Label]) -> bool:
    """Say whether a talk is between all these parties, and a statement said to one of those."""
    whom = _with_whom(record)
    sides = {*whom, *(labels[id].side for id in whom if id in labels)}
    if isinstance(record, Talk):
        return parties <= sides
    if isinstance(record, Statement):
        return record.repeats is None and (not to or bool(to & sides))
    return True


def _with_whom(record: Record) -> tuple[str, ...]:
    """Return who takes part in a talk, and whom a statement is said to."""
    if isinstance(record, Talk):
        return record.participants
    return (record.to,) if isinstance(record, Statement) and record.to else ()


def parties_of(ledger: Ledger, question: Question) -> dict[str, str | None]:
    """Return whose positions are asked for, each with the person whose words they must be."""
    labels = ledger.labels(question.ids(Part.PARTY))
    found: dict[str, str | None] = {}
    for id, label in labels.items():
        is_of_side = label.type is ActorType.PERSON and label.side
        found[label.side or id if is_of_side else id] = id if is_of_side else None
    return found


def as_word(name: str) -> str:
    """Return a name as a search takes it: in quotes where it has spaces, else with all spellings."""
    return f'"{name}"' if " " in name else name
