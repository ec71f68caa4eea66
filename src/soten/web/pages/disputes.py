"""What one side asserts and another denies, and the course of each claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from soten import query
from soten.export.answers import dispute_object
from soten.query import Dispute
from soten.query.disputes import AT_A_GLANCE, Looked
from soten.query.steps import Move, Step
from soten.query.support import Support
from soten.records import UsageError
from soten.settings import Language
from soten.web.answering import Shown, each, respond
from soten.web.drawing import NARROW, WIDE, Lane, LaneChart, Timed, lane_chart
from soten.web.feeds import record_entries
from soten.web.filters import Filters
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.site import Site
from soten.web.words import Pair
from soten.web.words_disputes import WORDS as _WORDS

router = APIRouter(tags=["disputes"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

ROWS, MOST_ROWS = 20, 100
CLOSE = Looked(reports=200, beside=200)
"""How closely one claim is looked at."""
MOST_DRAWN = 150
"""So many steps of a course are drawn, the latest."""

ASSERTING = (Move.ASSERTED, Move.REPEATED, Move.CONCEDED)
DENYING = (Move.DENIED, Move.WITHDRAWN)
BESIDE = (Move.OPPOSED, Move.OTHERWISE)
_LATEST = "9999-12-31"


class DisputeFilters(Filters):
    """What claims can be narrowed by."""

    place: str = Field(
        "", max_length=200, description="A place (id or name) whose holder it tells."
    )
    kind: Literal["", "place", "other"] = Field(
        "", description="Claims about who holds a place, or others."
    )
    limit: int = Field(ROWS, ge=1, le=MOST_ROWS, description="At most so many rows.")

    @property
    def is_of_place(self) -> bool | None:
        """Whether claims are to be about who holds a place; None for all."""
        return self.kind == "place" if self.kind else None


@dataclass(frozen=True, slots=True)
class Side:
    """One column: who asserts or denies, step by step, and what that rests on."""

    name: str
    steps: tuple[Step, ...]
    support: Support | None


def sides_of(dispute: Dispute) -> tuple[Side, Side]:
    """Return assertion and denial, the one that was told first, first; else the assertion."""
    asserted = Side("asserted", _steps(dispute, ASSERTING), dispute.support)
    denied = Side("denied", _steps(dispute, DENYING), dispute.denial)
    is_later = _first(asserted.steps) > _first(denied.steps)
    return (denied, asserted) if is_later else (asserted, denied)


def _steps(dispute: Dispute, moves: Sequence[Move]) -> tuple[Step, ...]:
    return tuple(step for step in dispute.course if step.move in moves)


def _first(steps: Sequence[Step]) -> str:
    return min((step.when.low or _LATEST for step in steps), default=_LATEST)


@router.get(
    "/disputes", summary="Claims that somebody denies", responses=listed("claim", feed=True)
)
def disputes(request: Request, asking: Annotated[DisputeFilters, Query()]) -> Response:
    """Return claim and denial side by side, the latest told first."""
    return _list(request, asking, "disputes")


@router.get(
    "/claims",
    summary="Claims across documents, denied or not",
    responses=listed("claim", feed=True),
)
def claims(request: Request, asking: Annotated[DisputeFilters, Query()]) -> Response:
    """Return claims with who asserts, denies and could not confirm them, the latest first."""
    return _list(request, asking, "claims")


def _list(request: Request, asking: DisputeFilters, section: str) -> Response:
    site: Site = request.app.state.site
    ask = query.disputes if section == "disputes" else query.joined_claims
    page = ask(
        site.ledger,
        asking.filter(),
        place=asking.place or None,
        is_of_place=asking.is_of_place,
        limit=asking.limit,
        after=asking.cursor,
        looked=AT_A_GLANCE,
    )
    context = {
        "rows": page.rows,
        "asking": asking,
        "section": section,
        **_helpers(),
    }
    data = each(dispute_object, page.rows)
    feed = partial(record_entries, request, [row.claim for row in page.rows])
    return respond(request, Shown("disputes.html.jinja", data, context, page.next, feed=feed))


def _helpers() -> dict[str, object]:
    return {
        "sides_of": sides_of,
        "unconfirmed_of": lambda dispute: _steps(dispute, (Move.UNCONFIRMED,)),
        "states_of": lambda dispute: {row.id: row for row in dispute.claims},
    }


Id = Annotated[str, InPath(max_length=200, description="A claim's id, or that of one joined.")]


@router.get("/claims/{id}", summary="One claim with its course", responses=one("claim"))
def claim(request: Request, id: Id) -> Response:
    """Return a claim: both sides, its course over time, why its reports are one."""
    site: Site = request.app.state.site
    try:
        found = query.dispute_with(site.ledger, id, CLOSE)
    except UsageError:
        found = None
    if found is None:
        raise HTTPException(404, f"there is no claim {id}")
    language = asked_by(request, site.options.language).language
    context = {
        "dispute": found,
        "section": "claims",
        "others": _steps(found, BESIDE),
        "charts": charts_of(found, language),
        "undated": sum(step.when.low is None for step in found.course),
        "most_drawn": MOST_DRAWN,
        **_helpers(),
    }
    shown = Shown("claim.html.jinja", partial(dispute_object, found), context, lines="course")
    return respond(request, shown)


def charts_of(dispute: Dispute, language: Language) -> tuple[LaneChart[Step], ...]:
    """Return the course of a claim as drawn wide and narrow; nothing where no step is dated."""
    dated = [step for step in dispute.course if step.when.low and step.when.high][-MOST_DRAWN:]
    lanes = [
        Lane(name, _timed(dated, moves), is_upward=name == "asserted")
        for name, moves in (
            ("asserted", ASSERTING),
            ("denied", DENYING),
            ("unconfirmed", (Move.UNCONFIRMED,)),
            ("other", BESIDE),
        )
    ]
    kept = [lane for lane in lanes if lane.things or lane.name in ("asserted", "denied")]
    drawn = (lane_chart(kept, width, language) for width in (WIDE, NARROW))
    return tuple(chart for chart in drawn if chart is not None)


def _timed(steps: Sequence[Step], moves: Sequence[Move]) -> list[Timed[Step]]:
    return [
        Timed(step, step.when.low or "", step.when.high or "")
        for step in steps
        if step.move in moves
    ]
