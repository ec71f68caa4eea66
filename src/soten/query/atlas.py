"""Where it happens: talks, events and claims of who holds a place, place by place.

A place stands where its pack says it lies. One that lies in a town stands at the town, a region
among its towns, and says so; where neither is known, it stands nowhere and is told apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.holding import Tenure, tenures_of
from soten.query.places import histories_of
from soten.records import Actor, ActorType, Event, Record, Talk
from soten.store import Label, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

MOST_PLACES = 400
"""So many places are told, those with most."""
MOST_HELD = 80
"""Of so many places, those told of last, it is told who claims them."""
LATEST_CLAIMS = 40
"""Of each of them so many claims, the latest, are read."""
_LOOKED_AT = 1_500
"""So many talks and events of a stretch of time are looked at, the latest."""


class Basis(StrEnum):
    """Why a place stands where it does."""

    OWN = "own"
    """Its pack says where it lies."""
    IN_TOWN = "in-town"
    """It lies in a town of which that is known."""
    AMONG_TOWNS = "among-towns"
    """It is a region; it stands in the middle of its towns, as its pack says or those of the ledger."""
    STATE = "state"
    """It is a state: a map shows where it lies."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with all that is told of it.

    `talks` and `events` are how many begin on which ISO day. `names` are written forms with whose
    usage each is. `within` is the town it lies in, where it stands there. `tenures` are what is
    claimed of who holds it, with the labels of all they name in `holders`.
    """

    place: Label
    basis: Basis
    latitude: float | None
    longitude: float | None
    within: Label | None
    names: tuple[tuple[str, Label], ...]
    talks: Mapping[str, int]
    events: Mapping[str, int]
    tenures: tuple[Tenure, ...] = ()
    holders: Mapping[str, Label] | None = None

    def count(self, kind: str, first: str, last: str) -> int:
        """Return how many talks or events begin between two days."""
        days = self.talks if kind == Talk.kind else self.events
        return sum(count for day, count in days.items() if first <= day <= last)

    def standing(self, day: str) -> tuple[Tenure, ...]:
        """Return what is claimed of it and stands on a day."""
        return tuple(
            tenure
            for tenure in self.tenures
            if tenure.low <= day and (tenure.until is None or tenure.until > day)
        )

    def is_contested(self, day: str) -> bool:
        """Say whether two claims that exclude each other stand on a day."""
        return any(
            stretch.low <= day and (stretch.high is None or stretch.high > day)
            for tenure in self.standing(day)
            for stretch in tenure.contested
        )


@dataclass(frozen=True, slots=True)
class Atlas:
    """Places in order of how much happens there; `left_out` is how many more there are.

    `known` are the ids that texts name places by, with those they are known as. `is_cut` says that
    of some place only the latest claims were read, `has_more_held` that there are more places of
    which claims tell, whose claims were not read.
    """

    spots: tuple[Spot, ...]
    left_out: int
    known: Mapping[str, str]
    is_cut: bool
    has_more_held: bool
    days: tuple[str, str] | None
    """The first and the last day on which anything begins, None where nothing does."""


def atlas(ledger: Ledger) -> Atlas:
    """Return the places of a ledger with all that is told of each; it reads the whole ledger."""
    counts, known_as = _counts(ledger)
    held = [id for id, _ in ledger.held_places(limit=MOST_HELD + 1)]
    has_more_held, held = len(held) > MOST_HELD, held[:MOST_HELD]
    histories = list(histories_of(ledger, held, Selection(), LATEST_CLAIMS))
    claimed = {history.place.id: history for history in histories}
    total = {id: sum(sum(days.values()) for days in kinds.values()) for id, kinds in counts.items()}
    ids = sorted({*counts, *claimed}, key=lambda id: (-total.get(id, 0), id not in claimed, id))
    shown = ids[:MOST_PLACES]
    known = _Known(ledger, shown)
    spots = []
    for id in shown:
        history = claimed.get(id)
        tenures = tenures_of(history) if history else ()
        holders = {} if history is None else dict(history.holders)
        days = counts.get(id, {})
        spot = replace(
            known.spot(id), talks=days.get(Talk.kind, {}), events=days.get(Event.kind, {})
        )
        spots.append(replace(spot, tenures=tenures, holders=holders))
    is_cut = any(history.is_cut for history in histories)
    left_out = len(ids) - len(shown)
    return Atlas(tuple(spots), left_out, known_as, is_cut, has_more_held, _span(spots))


def _span(spots: Iterable[Spot]) -> tuple[str, str] | None:
    """Return the first and the last day on which anything begins, None where nothing does."""
    kept = [
        day
        for spot in spots
        for day in (*spot.talks, *spot.events, *(tenure.low for tenure in spot.tenures))
        if "0001" < day < "9999"
    ]
    return (min(kept), max(kept)) if kept else None


_Counts = dict[str, dict[str, dict[str, int]]]
"""Place → kind → day → count."""


def _counts(ledger: Ledger) -> tuple[_Counts, dict[str, str]]:
    """Return what places have by what they are known as, and what each is known as."""
    rows = ledger.place_days()
    canon = ledger.canon({row.place for row in rows})
    found: _Counts = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        days = found[canon.get(row.place, row.place)][row.kind]
        days[row.day] = days.get(row.day, 0) + row.count
    return found, canon


class _Known:
    """Where places lie and what they are called, asked for all of them at once."""

    def __init__(self, ledger: Ledger, ids: Sequence[str]) -> None:
        self._labels = ledger.labels(ids)
        within = {label.side for label in self._labels.values() if label.side}
        self._actors: dict[str, Actor] = ledger.known_actors({*ids, *within})
        self._labels |= ledger.labels(within)
        self._towns = ledger.towns_in(ids)
        self._whose = ledger.whose_names(ids)
        self._sides = ledger.labels(set(self._whose.values()))

    def spot(self, id: str) -> Spot:
        """Return a place as far as it is known where it lies."""
        label = self._labels.get(id) or Label(id)
        basis, at, within = self._lies(id, label)
        latitude, longitude = at or (None, None)
        return Spot(label, basis, latitude, longitude, within, self._names(id), {}, {})

    def _lies(
        self, id: str, label: Label
    ) -> tuple[Basis, tuple[float, float] | None, Label | None]:
        actor = self._actors.get(id)
        if (own := _coordinates(actor)) is not None:
            # What is no one point on the ground has no GeoNames id of one.
            is_region = actor is not None and actor.known and actor.geonames is None
            return Basis.AMONG_TOWNS if is_region else Basis.OWN, own, None
        if label.type is ActorType.STATE:
            return Basis.STATE, None, None
        if len(self._towns.get(id, ())) > 1:
            return Basis.AMONG_TOWNS, _middle(self._towns[id]), None
        within = label.side
        town = self._actors.get(within) if within else None
        if town is not None and town.geonames is not None and (at := _coordinates(town)):
            return Basis.IN_TOWN, at, self._labels.get(town.id) or Label(town.id)
        return Basis.UNKNOWN, None, None

    def _names(self, id: str) -> tuple[tuple[str, Label], ...]:
        actor = self._actors.get(id)
        if actor is None:
            return ()
        forms = dict.fromkeys((actor.name_ja, actor.name_en, *actor.aliases))
        told = ((form, self._whose[form]) for form in forms if form in self._whose)
        return tuple((form, self._sides.get(side) or Label(side)) for form, side in told if form)


def _coordinates(actor: Actor | None) -> tuple[float, float] | None:
    if actor is None or actor.latitude is None or actor.longitude is None:
        return None
    return actor.latitude, actor.longitude


def _middle(places: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of places that lie near one another.

    >>> _middle([(48.0, 37.0), (49.0, 38.0)])
    (48.5, 37.5)
    """
    count = len(places)
    return (
        round(sum(latitude for latitude, _ in places) / count, 4),
        round(sum(longitude for _, longitude in places) / count, 4),
    )


@dataclass(frozen=True, slots=True)
class Happened:
    """Some of what happened at a place, the latest first; `more` is how much else was found."""

    rows: tuple[Row[Record], ...]
    more: int


def told_at(
    ledger: Ledger, whole: Atlas, places: Collection[str], first: str, last: str, *, most: int
) -> dict[str, Happened]:
    """Return up to `most` talks and events that began at each place between two days.

    Of a talk the reading of one report stands for all. Of very many only the latest are looked at.
    """
    found: dict[str, dict[object, str]] = {place: {} for place in places}
    for thing in ledger.placed_things(first, last, most=_LOOKED_AT):
        place = whole.known.get(thing.place, thing.place)
        if place in found:
            found[place].setdefault(thing.id if thing.group is None else thing.group, thing.id)
    shown = {place: list(things.values())[:most] for place, things in found.items()}
    ids = tuple(id for mine in shown.values() for id in mine)
    stored = ledger.records(Selection(ids=ids)) if ids else ()
    rows = {row.id: row for row in Assembler[Record](ledger).rows(stored)}
    return {
        place: Happened(tuple(rows[id] for id in mine), len(found[place]) - len(mine))
        for place, mine in shown.items()
        if mine
    }
