"""Actors: who they are across documents, what they say, who met and who spoke to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from soten.export.answers import actor_row_object, detail_object
from soten.export.dealings import dealings_object, network_object
from soten.export.exchange import Object
from soten.export.identities import reason_words
from soten.query import ActorRow
from soten.query.dealings import MOST
from soten.query.mentioned import (
    LATELY,
    NOBODY,
    Mentioned,
    mentioned_of,
    most_mentioned,
    profile,
)
from soten.query.network import TALKS, network
from soten.records import ActorType, UsageError
from soten.web.answering import Shown, each, respond
from soten.web.counting import Count, Counted, StillCountingError
from soten.web.filters import Filters
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.scanning import window
from soten.web.site import Site
from soten.web.words import Pair
from soten.web.words_actors import WORDS as _WORDS

router = APIRouter(tags=["actors"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

MOST_ACTORS = 1000
"""Among so many of the most mentioned actors one is looked for by type or a part of a name."""

FEWER = 100
"""Of a large ledger so many of the latest talks are drawn, and five times as many statements."""

DRAWN = 25
"""So many actors the network has if nobody says how many."""

_ACTING = (
    ActorType.PERSON,
    ActorType.STATE,
    ActorType.ORGANIZATION,
    ActorType.FORCE,
    ActorType.OUTLET,
)


class ActorFilters(Filters):
    """What actors can be narrowed by."""

    type: ActorType | None = Field(None, description="What the actor is; places only if asked.")
    q: str = Field("", max_length=100, description="A part of any of its names.")


class NetworkFilters(Filters):
    """What the network can be narrowed by."""

    by: Literal["person", "side"] = Field("person", description="Count persons, or their sides.")
    top: int = Field(DRAWN, ge=2, le=60, description="At most so many actors.")


_MENTIONED = Count.by(most_mentioned, limit=MOST_ACTORS)


def counted_ahead(_: Site) -> Iterator[Count[object]]:
    """Yield what the pages show of a whole ledger if nobody narrows it."""
    yield _MENTIONED


@router.get("/actors", summary="Actors, the most mentioned first", responses=listed("entity"))
def actors(request: Request, asking: Annotated[ActorFilters, Query()]) -> Response:
    """Return people, states and bodies with how often they are mentioned and act."""
    site: Site = request.app.state.site
    counted = site.memo.counted(_MENTIONED)
    rows, is_cut = mentioned_of(site.ledger, asking.filter(), counted.value, limit=MOST_ACTORS)
    page = window(_wanted(rows, asking), asking.limit, asking.after)
    labels = site.ledger.labels({row.label.side for row in page.rows if row.label.side})
    context = {
        "rows": page.rows,
        "asking": asking,
        "types": _ACTING,
        "sides": labels,
        "most": MOST_ACTORS,
        "latest": LATELY if is_cut else None,
        "counted": counted,
    }
    data = each(actor_row_object, page.rows)
    return respond(request, Shown("actors.html.jinja", data, context, page.next))


def _counted(site: Site) -> Counted[Mentioned] | None:
    """Return the most mentioned actors, None where these are still being counted."""
    try:
        return site.memo.counted(_MENTIONED)
    except StillCountingError:
        return None


def _wanted(rows: Sequence[ActorRow], asking: ActorFilters) -> list[ActorRow]:
    types = _ACTING if asking.type is None else (asking.type,)
    part = asking.q.casefold()
    return [
        row
        for row in rows
        if row.actor.type in types
        and (not part or any(part in name.casefold() for name in _names(row)))
    ]


def _names(row: ActorRow) -> list[str]:
    actor = row.actor
    return [name for name in (actor.name_ja, actor.name_en, actor.id, *actor.aliases) if name]


@router.get("/actors/network", summary="Who met and who spoke to whom", responses=one("network"))
def ties(request: Request, asking: Annotated[NetworkFilters, Query()]) -> Response:
    """Return the ties between those who are tied most, of the latest talks and statements."""
    site: Site = request.app.state.site
    latest = FEWER if site.is_large() else TALKS
    filter, is_by_side = asking.filter(), asking.by == "side"
    found = network(site.ledger, filter, most=asking.top, sides=is_by_side, latest=latest)
    context = {"found": found, "asking": asking, "mark": site.mark}
    shown = Shown("network.html.jinja", partial(network_object, found), context, lines="ties")
    return respond(request, shown)


Id = Annotated[str, InPath(max_length=200, description="The actor's id, or that of one joined.")]


@router.get("/actors/{id}", summary="One actor", responses=one("entity"))
def actor(request: Request, id: Id) -> Response:
    """Return an actor: offices, what it says, its names and whose they are, why it is one."""
    site: Site = request.app.state.site
    counted = _counted(site)
    try:
        found = profile(site.ledger, id, counted.value if counted else NOBODY)
    except UsageError:
        raise HTTPException(404, f"there is no actor {id}") from None
    detail, says = found.detail, found.says
    language = asked_by(request, site.options.language).language
    written = {name.form for name in detail.identity.names}
    side = detail.row.label.side
    context = {
        "detail": detail,
        "counted": counted,
        "actor": detail.row.actor,
        "party": detail.row.label,
        "side": site.ledger.labels([side]).get(side) if side else None,
        "says": says,
        "bodies": site.ledger.labels({o.of for o in detail.identity.offices if o.of}),
        "most": MOST,
        "further": [form for form in detail.forms if form not in written],
        "reason": lambda why: reason_words(why, language),
        "paths": request.app.state.paths,
    }

    def told() -> Object:
        return {**detail_object(detail), "says": dealings_object(says)}

    return respond(request, Shown("actor.html.jinja", told, context))
