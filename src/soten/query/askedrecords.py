"""The records that a question asks for: filters, kind by kind, and the newest they let through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.filters import Filter, select_by
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
from soten.store import Order, Selection

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


def rows_of(ledger: Ledger, question: Question, wanted: int = READ) -> Iterator[Row[Record]]:
    """Yield the records asked for, the newest first; `wanted` at least, if there are so many.

    Without `wanted`, the newest of each kind.
    """
    found: dict[str, Row[Record]] = {}
    for selection in selections_of(ledger, question):
        days = sorted((row.when.low or "" for row in found.values()), reverse=True)
        is_enough = wanted < READ and len(days) >= wanted
        since = max(selection.since or "", days[wanted - 1] if is_enough else "")
        newer = replace(selection, since=since or None)
        found |= {row.id: row for row in newest_of(ledger, question, newer, wanted)}
    yield from sorted(found.values(), key=lambda row: (row.when.low or "", row.id), reverse=True)


def selections_of(ledger: Ledger, question: Question) -> Iterator[Selection]:
    """Yield what together lets through the records asked for, kind by kind."""
    together = question.sought in _WITH_ALL
    of_sides = question.sought in _OF_SIDES
    parties = tuple(parties_of(ledger, question)) if of_sides else question.ids(Part.PARTY)
    yield from with_sides(
        ledger,
        (
            filter
            for kind in KINDS[question.sought]
            for filter in filters_of(ledger, question, kind, parties[:1] if together else parties)
        ),
    )


def with_sides(ledger: Ledger, filters: Iterable[Filter]) -> Iterator[Selection]:
    """Yield what filters let through; who is on a party's side is looked up once for all."""
    sides: dict[str, tuple[str, ...]] = {}
    for filter in filters:
        selection = select_by(ledger, filter)
        party = selection.party
        if party is None:
            yield selection
            continue
        if party not in sides:
            sides[party] = ledger.side_of(party)
        yield replace(selection, party=None, acting=sides[party])


def newest_of(
    ledger: Ledger, question: Question, selection: Selection, wanted: int
) -> list[Row[Record]]:
    """Return the newest `wanted` of the selected records that are asked for, perhaps more."""
    together = question.sought in _WITH_ALL
    for most in sorted({min(4 * wanted, READ), READ}):
        stored = list(ledger.records(selection, Order.NEWEST, limit=most))
        rows = Assembler[Record](ledger).rows(stored)
        kept = [row for row in rows if _is_asked(row, question, together)]
        if len(kept) >= wanted or len(stored) < most:
            break
    return kept


def _is_asked(row: Row[Record], question: Question, together: bool) -> bool:
    record = row.record
    parties = question.ids(Part.PARTY)
    if together and isinstance(record, Talk) and len(parties) > 1:
        sides = {side for id in record.participants for side in (id, row.label(id).side)}
        return set(parties) <= sides
    if isinstance(record, Statement):
        to = question.ids(Part.TO)
        heard = record.to and {record.to, row.label(record.to).side}
        if to and not (heard and heard & set(to)):
            return False
        return record.repeats is None
    return True


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
