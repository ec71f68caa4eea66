"""Who claimed when to hold a place: the list of places, and each one's history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from soten import query
from soten.export.claiming import place_object, tenure_object
from soten.export.exchange import Object
from soten.query import EVERYTHING, Page, PlaceHistory
from soten.query.disputes import place_named
from soten.query.holding import Tenure, tenures_of
from soten.query.places import PlaceName, histories_of, names_of_places
from soten.records import ActorType, UsageError
from soten.settings import Language
from soten.store import Ledger, Selection
from soten.web.answering import Shown, each, respond
from soten.web.counting import Count, Counted
from soten.web.drawing import NARROW, WIDE, Lane, LaneChart, Timed, lane_chart
from soten.web.filters import Filters
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.scanning import window
from soten.web.site import Site
from soten.web.words import Pair

router = APIRouter(tags=["places"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = {}

ROWS, MOST_ROWS = 15, 100
LATEST = 8
"""Of each place in the list so many claims, the latest, are read."""
MOST_PLACES = 5000
"""So many places are listed where nothing narrows them."""
MOST_CLAIMS = 300
"""So many claims of one place are read, the latest."""
DRAWN = 60
"""So many stretches of one side are drawn, the latest."""


class PlaceFilters(Filters):
    """What places can be narrowed by."""

    limit: int = Field(ROWS, ge=1, le=MOST_ROWS, description="At most so many places.")


class HistoryFilters(Filters):
    """What the history of one place can be narrowed by."""


@router.get("/places", summary="Places whose holder claims tell", responses=listed("place"))
def places(request: Request, asking: Annotated[PlaceFilters, Query()]) -> Response:
    """Return places with the latest word of each side, the latest told of first."""
    site: Site = request.app.state.site
    filter, counted = asking.filter(), None
    if filter == EVERYTHING:
        counted = site.memo.counted(_HELD)
        page = _known_places(site, asking, counted)
    else:
        page = query.places(
            site.ledger, filter, limit=asking.limit, after=asking.cursor, latest=LATEST
        )
    context = {
        "rows": page.rows,
        "asking": asking,
        "counted": counted,
        "names_of": _names(site, [history.place.id for history in page.rows]).get,
        "contested": {history.place.id for history in page.rows if is_contested(history)},
    }
    data = each(_object, page.rows)
    return respond(request, Shown("places.html.jinja", data, context, page.next))


_HELD = Count.by(Ledger.held_places, limit=MOST_PLACES)


def counted_ahead(_: Site) -> Iterator[Count[object]]:
    """Yield what the list shows of a whole ledger."""
    yield _HELD


def _known_places(
    site: Site, asking: PlaceFilters, held: Counted[list[tuple[str, str]]]
) -> Page[PlaceHistory]:
    """Return places of the whole ledger, of which it is known which there are."""

    def page() -> Page[PlaceHistory]:
        ids = window([id for id, _ in held.value], asking.limit, asking.after)
        return Page(tuple(histories_of(site.ledger, ids.rows, Selection(), LATEST)), ids.next)

    is_first = asking.limit == ROWS and not asking.after
    return site.memo.once(("places first", held.revision), page) if is_first else page()


def _names(site: Site, places: Sequence[str]) -> dict[str, tuple[PlaceName, ...]]:
    """Return the names of places; which names sides have is asked once for each revision."""
    of_sides = site.memo.once("names of sides", site.ledger.names_of_sides)
    return names_of_places(site.ledger, places, of_sides)


def is_contested(history: PlaceHistory) -> bool:
    """Say whether words that exclude each other still stand."""
    return any(one.high is None for tenure in tenures_of(history) for one in tenure.contested)


def _object(history: PlaceHistory) -> Object:
    tenures = [tenure_object(tenure) for tenure in tenures_of(history)]
    return {**place_object(history), "tenures": list(tenures)}


Id = Annotated[str, InPath(max_length=200, description="A place: its id or any written form.")]


@router.get("/places/{id}", summary="Who claimed when to hold a place", responses=one("place"))
def place(request: Request, id: Id, asking: Annotated[HistoryFilters, Query()]) -> Response:
    """Return what each side claimed of who holds a place, and whose names it has."""
    site: Site = request.app.state.site
    filter = asking.filter()
    try:
        found = query.places(site.ledger, filter, place=id, latest=MOST_CLAIMS).rows
    except UsageError as error:
        raise HTTPException(404, f"there is no place {id}") from error
    history = found[0] if found else _untold(site, id)
    language = asked_by(request, site.options.language).language
    tenures = tenures_of(history)
    names = _names(site, [history.place.id])[history.place.id]

    def told() -> Object:
        return {
            **_object(history),
            "names": [
                {"form": name.form, "whose": None if name.whose is None else name.whose.id}
                for name in names
            ],
        }

    context = {
        "history": history,
        "asking": asking,
        "place_names": names,
        "tenures": tenures,
        "charts": charts_of(history, tenures, language),
        "most": MOST_CLAIMS,
    }
    shown = Shown("place.html.jinja", told, context, lines="claimants")
    return respond(request, shown)


def _untold(site: Site, name: str) -> PlaceHistory:
    """Return a place of which no claim tells who holds it; 404 where the actor is no place."""
    id = place_named(site.ledger, name)
    label = site.ledger.labels([id]).get(id)
    if label is None or label.type not in (ActorType.PLACE, ActorType.FACILITY, ActorType.STATE):
        raise HTTPException(404, f"{name} is no place")
    return PlaceHistory(label, (), {})


def charts_of(
    history: PlaceHistory, tenures: Sequence[Tenure], language: Language
) -> tuple[LaneChart[Tenure], ...]:
    """Return one lane for each side that speaks, drawn wide and narrow."""
    lanes = [
        Lane(
            claimant.party.id,
            [
                Timed(tenure, tenure.low, tenure.until)
                for tenure in tenures
                if tenure.claimant.id == claimant.party.id
            ][-DRAWN:],
        )
        for claimant in history.claimants
    ]
    kept = [lane for lane in lanes if lane.things]
    drawn = (
        lane_chart(kept, width, language, row=26, head=24, least=20) for width in (WIDE, NARROW)
    )
    return tuple(chart for chart in drawn if chart is not None)
