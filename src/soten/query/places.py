"""Who claimed when to hold a place: a history by claimant, without verdict and without majority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from soten.query.answers import Page, Row
from soten.query.assembly import Assembler
from soten.query.disputes import claim_selection, moves_of, place_named
from soten.query.filters import EVERYTHING, Filter
from soten.query.steps import Step, Telling, course_of
from soten.query.tellings import Tellings
from soten.records import Claim
from soten.store import Label, Order, Selection, StoredRecord

if TYPE_CHECKING:
    from soten.store import Ledger

_MOST = 2000
"""Of the claims about the places of a page only so many, the latest, are told."""


@dataclass(frozen=True, slots=True)
class Claimant:
    """One side that speaks of a place, and what its voices said of it, in order of time.

    `party` is the side; who belongs to none (an outlet, an unnamed voice, the writer) is its own.
    """

    party: Label
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PlaceHistory:
    """What is claimed of who holds a place, by claimant, the one that spoke first first.

    `holders` are those who are said to hold it, by id, as steps name them.
    """

    place: Label
    claimants: tuple[Claimant, ...]
    holders: dict[str, Label]
    is_cut: bool = False
    """True where only the latest of many claims were looked at."""
    claims: Mapping[str, Row[Claim]] = field(default_factory=dict, hash=False, repr=False)
    """The claims that steps cite, by id."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """All that is claimed, whoever claims it, in order of time."""
        found = [step for claimant in self.claimants for step in claimant.steps]
        return tuple(sorted(found, key=lambda step: (step.when.low or "9999-12-31", step.by.id)))


def places(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    place: str | None = None,
    limit: int | None = None,
    after: str | None = None,
    latest: int | None = None,
) -> Page[PlaceHistory]:
    """Return the histories of places whose holder claims tell, the latest told of first.

    `place` (an id or any written form) limits to one. Of each place only the `latest` claims are
    told, where that is set. Raises `UsageError` for an unknown name.
    """
    selection = claim_selection(ledger, filter, None)
    if place is not None:
        found = [(place_named(ledger, place), "")]
    else:
        ahead = None if limit is None else limit + 1
        found = ledger.held_places(selection, limit=ahead, after=after)
    shown = found if limit is None else found[:limit]
    histories = histories_of(ledger, [id for id, _ in shown], selection, latest)
    return Page(tuple(histories), shown[-1][1] if len(found) > len(shown) and shown else None)


def histories_of(
    ledger: Ledger, ids: Sequence[str], filter: Selection, latest: int | None = None
) -> Iterator[PlaceHistory]:
    """Yield the histories of places by id; those of which no claim is let through are left out."""
    rows, cut = _rows(ledger, ids, filter, latest)
    told = Tellings(ledger, rows)
    tellings: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for telling in told.of(row, moves_of(row.record)):
            party = told.side(telling.by.id) or telling.by.id
            for control in telling.control:
                place = told.who(control.place)
                tellings[place][party].append(replace(telling, control=(control,)))
    for id in ids:
        if tellings[id]:
            history = _history(id, tellings[id], told)
            cited = {cite.claim for step in history.steps for cite in step.cites}
            claims = {row.id: row for row in rows if row.id in cited}
            yield replace(history, is_cut=id in cut, claims=claims)


def _rows(
    ledger: Ledger, ids: Sequence[str], filter: Selection, latest: int | None
) -> tuple[tuple[Row[Claim], ...], set[str]]:
    """Return the claims about places, and those places of which there are more."""
    wanted = replace(filter, kinds=(Claim.kind,))
    groups = ledger.groups_with("actor", ids)
    known = {id: (id, *groups[id].members) if id in groups else (id,) for id in ids}
    found: dict[str, StoredRecord] = {}
    cut: set[str] = set()
    if latest is not None:
        found, cut = _latest(ledger, known, wanted, latest)
    elif ids:
        every = tuple(sorted({one for mine in known.values() for one in mine}))
        some = _newest(ledger, replace(wanted, places=every), _MOST + 1)
        found = {one.id: one for one in some[:_MOST]}
        cut = set(ids) if len(some) > _MOST else cut
    return tuple(Assembler[Claim](ledger).rows(found.values())), cut


def _latest(
    ledger: Ledger, known: Mapping[str, tuple[str, ...]], wanted: Selection, latest: int
) -> tuple[dict[str, StoredRecord], set[str]]:
    """Return the latest claims of each place, and of which places there are more."""
    told = ledger.latest_told(wanted, known, latest + 1)
    every = tuple({id for some in told.values() for id in some[:latest]})
    by_id = Selection(kinds=wanted.kinds, states=wanted.states, ids=every)
    stored = {one.id: one for one in ledger.records(by_id)} if every else {}
    found: dict[str, StoredRecord] = {}
    cut: set[str] = set()
    for place, ids in known.items():
        if place in told:
            some = [stored[id] for id in told[place][:latest]]
            is_cut = len(told[place]) > latest
        else:
            some = _newest(ledger, replace(wanted, places=tuple(sorted({*ids}))), latest + 1)
            is_cut, some = len(some) > latest, some[:latest]
        cut |= {place} if is_cut else set()
        found |= {one.id: one for one in some}
    return found, cut


def _newest(ledger: Ledger, selection: Selection, limit: int) -> list[StoredRecord]:
    return list(ledger.records(selection, Order.NEWEST, limit=limit))


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place; `whose` is the side whose name it is, None for nobody's in particular."""

    form: str
    whose: Label | None = None


def names_of_places(
    ledger: Ledger, ids: Sequence[str], of_sides: Mapping[str, Mapping[str, str]] | None = None
) -> dict[str, tuple[PlaceName, ...]]:
    """Return the names of places as they are known: those of no side first, then by side.

    `of_sides` is what `Ledger.names_of_sides` told, where that was asked before.
    """
    canon = ledger.canon(ids)
    known = {id: canon.get(id, id) for id in ids}
    labels = ledger.labels(known.values())
    whose = {
        id: ledger.whose_names([one]) if of_sides is None else of_sides.get(one, {})
        for id, one in known.items()
    }
    sides = ledger.labels({side for forms in whose.values() for side in forms.values()})
    return {
        id: tuple(_names(labels.get(one, Label(one)), whose[id], sides))
        for id, one in known.items()
    }


def _names(
    place: Label, whose: Mapping[str, str], sides: Mapping[str, Label]
) -> Iterator[PlaceName]:
    own = [name for name in (place.ja, place.en) if name and name not in whose]
    yield from (PlaceName(name) for name in dict.fromkeys(own))
    for form, side in sorted(whose.items(), key=lambda item: (item[1], item[0])):
        yield PlaceName(form, sides.get(side, Label(side)))


def _history(id: str, tellings: dict[str, list[Telling]], told: Tellings) -> PlaceHistory:
    claimants = [
        Claimant(told.label(party), course_of(said, of_one=False))
        for party, said in tellings.items()
    ]
    holders = {
        control.holder
        for claimant in claimants
        for step in claimant.steps
        for control in step.control
        if control.holder is not None
    }
    return PlaceHistory(
        place=told.label(id),
        claimants=tuple(sorted(claimants, key=_first_day)),
        holders={holder: told.label(holder) for holder in sorted(holders)},
    )


def _first_day(claimant: Claimant) -> tuple[str, str]:
    return claimant.steps[0].when.low or "9999-12-31", claimant.party.id
