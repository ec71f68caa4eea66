"""What is claimed and disputed across documents, and how each dispute went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soten.query.answers import Page, Row
from soten.query.assembly import Assembler
from soten.query.contrast import contrast_of, span_of_days
from soten.query.disagreement import figures_that_disagree
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.naming import actor_named
from soten.query.steps import Dispute, Move, Telling, course_of
from soten.query.support import Support, supports
from soten.query.support import Telling as Supporting
from soten.query.tellings import Tellings
from soten.records import Assertion, Claim, Figure
from soten.records.joins import Group
from soten.store import JoinReason, Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger


__all__ = [
    "claims_among",
    "dispute_with",
    "disputes",
    "figures_that_disagree",
    "joined_claims",
    "joined_groups",
]

_BATCH = 500
_NEVER = "9999-12-31"
_MOST = 2000
"""Of the claims about the places of a page only so many, the latest, are set beside it."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How closely claims are looked at, so that a page costs the same however often one is told.

    Of the reports of one claim the first and the latest, `reports` in all, are read (None: every
    one); `beside` claims about the same places are set beside them, the latest first.
    """

    reports: int | None = None
    beside: int = _MOST


CLOSELY = Looked()
"""Every report is read."""
AT_A_GLANCE = Looked(40, 0)
"""For lists: a claim's own course alone."""


def disputes(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    place: str | None = None,
    is_of_place: bool | None = None,
    limit: int | None = None,
    after: str | None = None,
    looked: Looked = CLOSELY,
) -> Page[Dispute]:
    """Return claims that somebody denies, the latest told first, all that is told of one together.

    `place` (an id or a name) limits to claims about who holds that place, `is_of_place` to claims
    about who holds any, or to others.
    """
    selection = claim_selection(ledger, filter, place)
    selection = replace(selection, is_denied=True, is_of_place=is_of_place)
    return claims_among(ledger, selection, limit, after, 1, looked)


def joined_claims(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    place: str | None = None,
    is_of_place: bool | None = None,
    limit: int | None = None,
    after: str | None = None,
    at_least: int = 1,
    looked: Looked = CLOSELY,
) -> Page[Dispute]:
    """Return claims across documents, denied or not, the latest told first.

    `at_least` limits to those told by so many claims of documents.
    """
    selection = replace(claim_selection(ledger, filter, place), is_of_place=is_of_place)
    return claims_among(ledger, selection, limit, after, at_least, looked)


def dispute_with(ledger: Ledger, claim: str, looked: Looked = CLOSELY) -> Dispute | None:
    """Return what a claim of a document is across documents, None where it was not joined yet."""
    group = ledger.groups_with(Claim.kind, [claim]).get(claim)
    return None if group is None else next(iter(joined_groups(ledger, [group], looked)), None)


def claim_selection(ledger: Ledger, filter: Filter, place: str | None) -> Selection:
    """Return the filter for claims, limited to a place under all its ids."""
    selection = select_by(ledger, filter, (Claim.kind,))
    if place is None:
        return selection
    return replace(selection, places=places_known_as(ledger, [place_named(ledger, place)]))


def place_named(ledger: Ledger, name: str) -> str:
    """Return the id across documents of a place by id or written form; raise `UsageError` for none."""
    id = actor_named(ledger, name)
    return ledger.canon([id]).get(id, id)


def places_known_as(ledger: Ledger, places: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that places have in documents, by their ids across documents."""
    wanted = tuple(places)
    found = ledger.groups_with("actor", wanted)
    return tuple(sorted({*wanted, *(id for group in found.values() for id in group.members)}))


def claims_among(
    ledger: Ledger,
    selection: Selection,
    limit: int | None = None,
    after: str | None = None,
    at_least: int = 1,
    looked: Looked = CLOSELY,
) -> Page[Dispute]:
    """Return the claims across documents that a selection lets through, the latest told first."""
    ahead = None if limit is None else limit + 1
    found = ledger.groups(
        Claim.kind, selection, Order.NEWEST, limit=ahead, after=after, at_least=at_least
    )
    shown = found if limit is None else found[:limit]
    rows: list[Dispute] = []
    for at in range(0, len(shown), _BATCH):
        rows += joined_groups(ledger, [group for group, _ in shown[at : at + _BATCH]], looked)
    return Page(tuple(rows), shown[-1][1] if len(found) > len(shown) and shown else None)


def joined_groups(
    ledger: Ledger, whole: Sequence[Group], looked: Looked = CLOSELY
) -> list[Dispute]:
    """Return groups of claims as what they are across documents, in the same order."""
    groups = [_looked_at(group, looked) for group in whole]
    assembler = Assembler[Claim](ledger)
    ids = tuple(id for group in groups for id in group.members)
    rows = _rows(ledger, assembler, ids)
    beside = _beside(ledger, assembler, rows.values(), looked.beside)
    every = {row.id: row for row in (*rows.values(), *beside)}
    told = Tellings(ledger, tuple(every.values()))
    figures = _figures(ledger, rows.values())
    support = _support(ledger, groups, rows)
    why = defaultdict[str, list[JoinReason]](list)
    of_group = {id: group.id for group in groups for id in group.members}
    for reason in ledger.reasons(Claim.kind, [g.id for g in groups if len(g.members) > 1]):
        why[of_group.get(reason.one, reason.one)].append(reason)
    found: list[Dispute] = []
    for group, every_report in zip(groups, whole, strict=True):
        known = (rows[id] for id in group.members if id in rows)
        mine = sorted(known, key=lambda row: _first_told(row, told))
        if mine:
            dispute = _dispute(group.id, mine, told, beside)
            number = (figures[id] for row in mine for id in row.record.figures if id in figures)
            found.append(
                replace(
                    dispute,
                    figures=tuple(dict.fromkeys(number)),
                    support=support[group.id, Move.ASSERTED],
                    denial=support[group.id, Move.DENIED],
                    why=tuple(why[group.id]),
                    left_out=len(every_report.members) - len(group.members),
                )
            )
    return found


def _looked_at(group: Group, looked: Looked) -> Group:
    """Return a group with the first and the latest of its members, as many as are looked at."""
    most = looked.reports
    if most is None or len(group.members) <= most:
        return group
    first, latest = group.members[: most // 2], group.members[-(most - most // 2) :]
    return replace(group, members=(*first, *latest))


def _rows(ledger: Ledger, assembler: Assembler[Claim], ids: Sequence[str]) -> dict[str, Row[Claim]]:
    found: dict[str, Row[Claim]] = {}
    for at in range(0, len(ids), _BATCH):
        stored = ledger.records(Selection(ids=tuple(ids[at : at + _BATCH])))
        found |= {row.id: row for row in assembler.rows(stored)}
    return found


def _figures(ledger: Ledger, rows: Iterable[Row[Claim]]) -> dict[str, Row[Figure]]:
    ids = tuple(dict.fromkeys(id for row in rows for id in row.record.figures))
    assembler = Assembler[Figure](ledger)
    found: dict[str, Row[Figure]] = {}
    for at in range(0, len(ids), _BATCH):
        selection = Selection(ids=ids[at : at + _BATCH])
        found |= {row.id: row for row in assembler.rows(ledger.records(selection))}
    return found


def _beside(
    ledger: Ledger, assembler: Assembler[Claim], rows: Iterable[Row[Claim]], most: int
) -> list[Row[Claim]]:
    """Return the claims about the places of these claims, around their days."""
    held = [row for row in rows if row.record.control and most]
    days = sorted(day for row in held for day in (row.when.low, row.when.high) if day)
    if not days:
        return []
    places = {control.place for row in held for control in row.record.control}
    known = ledger.canon(places)
    first, last = span_of_days(days[0], days[-1])
    selection = Selection(
        kinds=(Claim.kind,),
        places=places_known_as(ledger, {known.get(id, id) for id in places}),
        since=first,
        until=last,
    )
    return list(assembler.rows(ledger.records(selection, Order.NEWEST, limit=most)))


def _support(
    ledger: Ledger, groups: Sequence[Group], rows: Mapping[str, Row[Claim]]
) -> dict[tuple[str, Move], Support]:
    told: dict[tuple[str, Move], tuple[Supporting, ...]] = {}
    for group in groups:
        claims = [rows[id].record for id in group.members if id in rows]
        told[group.id, Move.ASSERTED] = tuple(
            Supporting(side.evidence, side.by) for claim in claims for side in claim.asserted
        )
        told[group.id, Move.DENIED] = tuple(
            Supporting(side.evidence, side.by) for claim in claims for side in claim.denied
        )
    return supports(ledger, told)


def _first_told(row: Row[Claim], told: Tellings) -> tuple[bool, str, str]:
    """Return where a claim stands among those that are one with it: asserted ones first, by day."""
    days = [told.when(side).low or _NEVER for side in row.record.sides]
    return not row.record.asserted, min(days, default=_NEVER), row.id


def _dispute(
    id: str, mine: Sequence[Row[Claim]], told: Tellings, beside: Sequence[Row[Claim]]
) -> Dispute:
    own = {row.id for row in mine}
    tellings = [telling for row in mine for telling in told.of(row, moves_of(row.record))]
    tellings += [t for row in beside if row.id not in own for t in _contrary(mine[0], row, told)]
    sides = [row.record for row in mine]
    controls = [control for telling in tellings for control in telling.control]
    named = {id for control in controls for id in (control.place, control.holder) if id}
    return Dispute(
        id=id,
        claim=mine[0],
        asserted=tuple(told.voices(side for claim in sides for side in claim.asserted)),
        denied=tuple(told.voices(side for claim in sides for side in claim.denied)),
        unconfirmed=tuple(told.voices(side for claim in sides for side in claim.unconfirmed)),
        claims=tuple(mine),
        course=course_of(tellings),
        places={id: told.label(id) for id in sorted(named)},
    )


def moves_of(claim: Claim) -> dict[Move, tuple[Assertion, ...]]:
    """Return the voices of a claim by what they do."""
    return {
        Move.ASSERTED: claim.asserted,
        Move.DENIED: claim.denied,
        Move.UNCONFIRMED: claim.unconfirmed,
    }


def _contrary(mine: Row[Claim], other: Row[Claim], told: Tellings) -> Iterator[Telling]:
    """Yield the voices of a claim that excludes another, or tells of another part of its place."""
    if not other.record.asserted or not _is_near(mine, other):
        return
    moves = {
        move
        for control in mine.record.control
        for against in other.record.control
        if told.who(control.place) == told.who(against.place)
        and (move := contrast_of(control, against, told.side)) is not None
    }
    if moves:
        move = Move.OPPOSED if Move.OPPOSED in moves else Move.OTHERWISE
        yield from told.of(other, {move: other.record.asserted})


def _is_near(mine: Row[Claim], other: Row[Claim]) -> bool:
    """Say whether another claim is told about the time of one, or in the months after."""
    low, high, day = mine.when.low, mine.when.high, other.when.low
    if low is None or high is None or day is None:
        return mine.document.id == other.document.id
    first, last = span_of_days(low, high)
    return first <= day <= last
