"""What the documents that came last tell of talks, claims, stances and promises, step by step.

An item of news is what one document brought: a talk announced or put off, a claim denied, a stance
that moved, a promise. What copies of a story repeat is no news. Documents stand in the order in
which they came into the ledger, so that whoever follows it misses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from soten.query.answers import Page, Row
from soten.query.assembly import Assembler
from soten.query.commitments import JoinedCommitment, commitments_of
from soten.query.disputes import joined_groups
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.joinedtalks import JoinedTalk, talks_of
from soten.query.shifts import Shift, shifts_told
from soten.query.steps import Dispute, Move
from soten.query.talksteps import StepKind
from soten.records import Claim, Commitment, Position, Record, Statement, Talk
from soten.records.joins import Group
from soten.store import DocumentFacts, Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger


class NewsKind(StrEnum):
    """What an item of news is about."""

    TALK = "talk"
    CLAIM = "claim"
    SHIFT = "shift"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class News:
    """What one record of a document brought. `id` is the record's, and the item's for ever.

    `about` is the talk, claim, shift or promise as all documents tell it. `step` says what the
    record tells of a talk or a claim. `is_new` is true where no report told of it before.
    """

    kind: NewsKind
    row: Row[Record]
    about: JoinedTalk | Dispute | Shift | JoinedCommitment
    step: StepKind | Move | None
    is_new: bool
    beside: tuple[JoinedCommitment, ...] = ()
    """The same promised by further parties in the same words: an agreement."""

    @property
    def id(self) -> str:
        """The id of the record that tells it."""
        return self.row.id

    @property
    def came_at(self) -> str:
        """When it came into the ledger (ISO 8601, UTC)."""
        return self.row.document.added_at


KINDS_READ = {
    NewsKind.TALK: (Talk.kind, Statement.kind),
    NewsKind.CLAIM: (Claim.kind,),
    NewsKind.SHIFT: (Position.kind,),
    NewsKind.COMMITMENT: (Commitment.kind,),
}
"""The kinds of record that bring news of each kind."""

REPORTS = 10
"""So many documents a page has."""
_LOUDEST = (Move.DENIED, Move.WITHDRAWN, Move.CONCEDED, Move.ASSERTED, Move.UNCONFIRMED)
_RANK = {move: at for at, move in enumerate((*_LOUDEST, *(m for m in Move if m not in _LOUDEST)))}


def news(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    kinds: Sequence[NewsKind] = tuple(NewsKind),
    *,
    reports: int = REPORTS,
    after: str | None = None,
) -> Page[News]:
    """Return what the latest documents tell, the last to come first, so many documents a page."""
    read = tuple(sorted({name for kind in kinds for name in KINDS_READ[kind]}))
    selection = select_by(ledger, filter, read)
    found = ledger.arrivals(selection, limit=reports + 1, after=after)
    shown = found[:reports]
    rows = _rows(ledger, selection, [facts for facts, _ in shown])
    items: list[News] = []
    for kind in kinds:
        mine = [row for row in rows if row.record.kind in KINDS_READ[kind]]
        if mine:
            items += _OF_KIND[kind](ledger, mine)
    order = {facts.id: at for at, (facts, _) in enumerate(shown)}
    items.sort(key=lambda one: (order[one.row.document.id], one.row.evidence.span.start, one.kind))
    return Page(tuple(items), shown[-1][1] if len(found) > len(shown) and shown else None)


def _rows(
    ledger: Ledger, selection: Selection, documents: Sequence[DocumentFacts]
) -> list[Row[Record]]:
    within = replace(selection, documents=tuple(facts.id for facts in documents))
    return list(Assembler[Record](ledger).rows(ledger.records(within, Order.PLACE)))


def _groups(ledger: Ledger, kind: str, rows: Sequence[Row[Record]]) -> list[Group]:
    found = ledger.groups_with(kind, [row.id for row in rows])
    return list({group.id: group for group in found.values()}.values())


def _of_talks(ledger: Ledger, rows: Sequence[Row[Record]]) -> Iterator[News]:
    wanted = {row.id for row in rows}
    for talk in talks_of(ledger, _groups(ledger, Talk.kind, rows)):
        for at, step in enumerate(talk.steps):
            if step.row.id in wanted:
                yield News(NewsKind.TALK, step.row, talk, step.kind, at == 0)


def _of_claims(ledger: Ledger, rows: Sequence[Row[Record]]) -> Iterator[News]:
    wanted = {row.id: row for row in rows}
    for dispute in joined_groups(ledger, _groups(ledger, Claim.kind, rows)):
        moves: dict[str, list[Move]] = {}
        for step in dispute.course:
            if step.cites[0].claim in wanted:
                moves.setdefault(step.cites[0].claim, []).append(step.move)
        own = {row.id for row in dispute.claims}
        for id in own & moves.keys():
            is_new = dispute.claims[0].id == id
            loudest = min(moves[id], key=_RANK.__getitem__)
            yield News(NewsKind.CLAIM, wanted[id], dispute, loudest, is_new)


def _of_promises(ledger: Ledger, rows: Sequence[Row[Record]]) -> Iterator[News]:
    wanted = {row.id for row in rows}
    day = ledger.last_day()
    if day is None:
        return
    told: dict[tuple[str, str, str], list[JoinedCommitment]] = {}
    for promise in commitments_of(ledger, _groups(ledger, Commitment.kind, rows), on=day):
        first = promise.rows[0]
        if first.id in wanted:
            place = (first.document.id, str(first.evidence.span), promise.what)
            told.setdefault(place, []).append(promise)
    for promises in told.values():
        row = cast(Row[Record], promises[0].rows[0])
        yield News(NewsKind.COMMITMENT, row, promises[0], None, True, tuple(promises[1:]))


def _of_shifts(ledger: Ledger, rows: Sequence[Row[Record]]) -> Iterator[News]:
    wanted = Selection(kinds=(Position.kind,), ids=tuple(row.id for row in rows))
    for shift in shifts_told(ledger, EVERYTHING, wanted):
        row = cast(Row[Record], shift.after.position)
        yield News(NewsKind.SHIFT, row, shift, None, True)


_OF_KIND = {
    NewsKind.TALK: _of_talks,
    NewsKind.CLAIM: _of_claims,
    NewsKind.SHIFT: _of_shifts,
    NewsKind.COMMITMENT: _of_promises,
}
