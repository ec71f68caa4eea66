"""Where it happens: a map with places, as of a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil, floor
from statistics import median
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from soten.export.claiming import tenure_object
from soten.export.exchange import Object, Value
from soten.query import Label
from soten.query.atlas import LATEST_CLAIMS, MOST_HELD, Atlas, Basis, Happened, Spot, atlas, told_at
from soten.query.holding import Tenure
from soten.records.edtf import bounds
from soten.store import Ledger
from soten.web.answering import Shown, each, respond
from soten.web.counting import Count
from soten.web.drawing import text_width
from soten.web.geography import View, state_places
from soten.web.onestate import OfOneState
from soten.web.openapi import listed
from soten.web.site import Site
from soten.web.words import Pair
from soten.web.words_map import WORDS as _WORDS

router = APIRouter(tags=["map"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

DAYS = (1, 7, 30, 90, 365, 3653)
STEPS = (30, 7, 1)
_ROWS, _MOST_ROWS = 40, 400
_OF_A_PLACE = 3
_LABELS = 40
_NEAR, _FAR = 4.0, 40.0
"""Degrees of longitude around a place, and beyond which one is far from the others."""
Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""
_SIZES = {"wide": (960, 520), "narrow": (420, 400)}


class MapFilters(BaseModel):
    """What a map shows: the stretch of days that ends with one."""

    model_config = ConfigDict(extra="ignore")

    at: str = Field("", max_length=40, description="The day (EDTF); that of the latest report.")
    days: int = Field(30, ge=1, le=36_600, description="How many days back, the day included.")
    area: str = Field(
        "", max_length=200, description="A place to draw the surroundings of; `all` for everything."
    )
    limit: int = Field(_ROWS, ge=1, le=_MOST_ROWS, description="At most so many places.")


@dataclass(frozen=True, slots=True)
class Shape:
    """A place as it is on the day: what is counted, what is claimed, whether claims exclude it."""

    spot: Spot
    talks: int
    events: int
    standing: tuple[Tenure, ...]
    is_contested: bool

    @property
    def is_about(self) -> bool:
        """True where the place is only about there."""
        return self.spot.basis is not Basis.OWN


@dataclass(frozen=True, slots=True)
class Placed:
    """A place on a drawing; its name is written on a side of it where there is room."""

    shape: Shape
    x: float
    y: float
    side: str | None = None
    """`right` or `left`."""


@router.get("/map", summary="Where it happens", responses=listed("place_on_map"))
def map_(request: Request, asking: Annotated[MapFilters, Query()]) -> Response:
    """Return places with what happened there in the days up to one, and what is claimed of them."""
    site: Site = request.app.state.site
    counted = site.memo.counted(_EVERYWHERE)
    whole = counted.value
    day = _day(site, asking)
    first = day - timedelta(days=asking.days - 1)
    shapes = shapes_of(whole, first.isoformat(), day.isoformat())
    shown = shapes[: asking.limit]
    ids = [shape.spot.place.id for shape in shown if shape.talks or shape.events]
    days = (first.isoformat(), day.isoformat())
    told = told_at(site.ledger, whole, ids, *days, most=_OF_A_PLACE)
    located = [shape for shape in shapes if shape.spot.latitude is not None]
    bounds_ = area_of(located, asking.area)
    context = {
        "asking": asking,
        "counted": counted,
        "day": day,
        "first": first,
        "shift": lambda days: (day + timedelta(days=days)).isoformat(),
        "steps": STEPS,
        "choices": sorted({*DAYS, asking.days}),
        "on_map": [shape for shape in shown if shape.spot.latitude is not None],
        "away": [shape for shape in shown if shape.spot.latitude is None],
        "told": told,
        "held_read": MOST_HELD if whole.has_more_held else None,
        "never_shown": whole.left_out,
        "claims_read": LATEST_CLAIMS if whole.is_cut else None,
        "left_out": len(shapes) - len(shown),
        "span": whole.days,
        "latest": site.memo.once("last day", site.ledger.last_day),
        "drawings": [
            (name, *_drawn(located, bounds_, asking.area, *size)) for name, size in _SIZES.items()
        ],
        "bounds": bounds_,
        "name_on_map": name_on_map,
        "outside": sum(not _is_in(shape.spot, bounds_) for shape in located),
    }
    data = each(lambda shape: shape_object(shape, told.get(shape.spot.place.id)), shown)
    return respond(request, Shown("map.html.jinja", data, context))


def everywhere(ledger: Ledger) -> Atlas:
    """Return all places, states in the middle of their land."""
    found = atlas(ledger)
    return replace(found, spots=tuple(map(_with_state, found.spots)))


_EVERYWHERE = Count.by(everywhere)


def counted_ahead(_: Site) -> Iterator[Count[object]]:
    """Yield what the map shows of a whole ledger."""
    yield _EVERYWHERE


@router.get("/map/places", summary="All places and days", responses=listed("place_on_map"))
def places(request: Request) -> Response:
    """Return every place with all its days and claims, for a map that moves through time."""
    site: Site = request.app.state.site
    told = [spot_object(spot) for spot in site.memo.counted(_EVERYWHERE).value.spots]
    return respond(request, Shown("map_places.html.jinja", told, {"lines": told}))


def _with_state(spot: Spot) -> Spot:
    """Return a state with the middle of its land."""
    if spot.basis is not Basis.STATE:
        return spot
    place = state_places().get(spot.place.en or "")
    if place is None:
        return replace(spot, basis=Basis.UNKNOWN)
    return replace(spot, longitude=place[0], latitude=place[1])


def _day(site: Site, asking: MapFilters) -> date:
    """Return the day asked for, else that of the latest report, else today."""
    told = bounds(asking.at)[1] if asking.at else site.memo.once("last day", site.ledger.last_day)
    if told is None:
        return date.today()
    return min(max(date.fromisoformat(max(told, "1000-01-01")), date(1000, 1, 1)), date(8999, 1, 1))


def shapes_of(whole: Atlas, first: str, last: str) -> list[Shape]:
    """Return the places of which something is told, those with most first."""
    found = []
    for spot in whole.spots:
        standing = spot.standing(last)
        talks, events = (spot.count(kind, first, last) for kind in ("talk", "event"))
        if standing or talks or events:
            found.append(Shape(spot, talks, events, standing, spot.is_contested(last)))
    found.sort(key=lambda shape: (-shape.talks - shape.events, shape.spot.place.id))
    return found


def area_of(shapes: Sequence[Shape], area: str) -> Box | None:
    """Return the part of the world to draw: around a place, around most places, around all.

    Where three of five places lie near one another, those far away do not widen the drawing.
    """
    spots = [(s.spot.longitude or 0.0, s.spot.latitude or 0.0) for s in shapes]
    near = [at for at, s in zip(spots, shapes, strict=True) if s.spot.place.id == area]
    if near:
        ((x, y),) = near[:1]
        return x - _NEAR, y - _NEAR / 2, x + _NEAR, y + _NEAR / 2
    if not spots:
        return None
    if area != "all":
        x, y = median(x for x, _ in spots), median(y for _, y in spots)
        close = [at for at in spots if abs(at[0] - x) <= _FAR and abs(at[1] - y) <= _FAR / 2]
        spots = close if len(close) * 5 >= len(spots) * 3 else spots
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return floor(min(xs)), floor(min(ys)), ceil(max(xs)), ceil(max(ys))


def _is_in(spot: Spot, box: Box | None) -> bool:
    if box is None or spot.longitude is None or spot.latitude is None:
        return False
    west, south, east, north = box
    return west <= spot.longitude <= east and south <= spot.latitude <= north


def _drawn(
    shapes: Sequence[Shape], box: Box | None, area: str, wide: int, high: int
) -> tuple[View, list[Placed]]:
    """Return a view with the places in it; a name is left out where it would cover another."""
    corners = [] if box is None else [(box[0], box[1]), (box[2], box[3])]
    view = View.around(corners, wide, high)
    taken: list[tuple[float, float, float, float]] = []
    found = []
    for shape in shapes:
        x, y = view.place(shape.spot.longitude or 0, shape.spot.latitude or 0)
        if not (0 <= x <= wide and 0 <= y <= high):
            continue
        found.append(Placed(shape, x, y))
        taken.append((x - 9, y - 9, x + 9, y + 9))
    order = sorted(range(len(found)), key=lambda at: _rank(found[at].shape, area))
    for at in order[:_LABELS]:
        placed = found[at]
        size = max(text_width(name_on_map(placed.shape.spot, lang), 13) for lang in ("ja", "en"))
        others = [other for n, other in enumerate(taken) if n != at]
        for side, left in (("right", placed.x + 13), ("left", placed.x - 16 - size)):
            room = (left, placed.y - 8, left + size + 3, placed.y + 8)
            if room[0] > 0 and room[2] < wide and not any(_meet(room, one) for one in others):
                taken.append(room)
                found[at] = replace(placed, side=side)
                break
    return view, found


def _rank(shape: Shape, area: str) -> tuple[bool, bool, bool]:
    """Return which names come first: the place asked for, contested ones, those that are exact."""
    return shape.spot.place.id != area, not shape.is_contested, shape.is_about


def name_on_map(spot: Spot, language: str) -> str:
    """Return a place's name, and beside it one that is another side's."""
    name = spot.place.text(language)
    others = [form for form, _ in spot.names if form != name and language == "ja"]
    return " / ".join((name, *others[:1]))


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _head(spot: Spot) -> Object:
    return {
        "id": spot.place.id,
        "name": _name(spot.place),
        "names": [{"form": form, "whose": side.id} for form, side in spot.names],
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "basis": spot.basis.value,
        "within": None if spot.within is None else spot.within.id,
    }


def _name(label: Label) -> Value:
    return {"ja": label.ja, "en": label.en}


def shape_object(shape: Shape, told: Happened | None) -> Object:
    """Return a place as it is on a day."""
    claims: list[Value] = [tenure_object(tenure) for tenure in shape.standing]
    return {
        **_head(shape.spot),
        "talks": shape.talks,
        "events": shape.events,
        "claims": claims,
        "contested": shape.is_contested,
        "records": [row.id for row in told.rows] if told else [],
    }


def spot_object(spot: Spot) -> Object:
    """Return a place with all its days."""
    claims: list[Value] = [{**tenure_object(tenure), "low": tenure.low} for tenure in spot.tenures]
    return {
        **_head(spot),
        "names_of": {side.id: _name(side) for _, side in spot.names},
        "talks": dict(spot.talks),
        "events": dict(spot.events),
        "claims": claims,
    }
