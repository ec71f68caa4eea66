"""Positions: points × parties, one point, one party's course on one, where stances moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from soten.export.exchange import Object
from soten.export.positions import (
    board_objects,
    cell_object,
    course_page_object,
    distance_course_object,
)
from soten.export.standing import shift_object
from soten.export.standwords import gap_words, voice_words
from soten.query import Filter, Stand, shifts
from soten.query.board import OTHERS, Asked, Board, BoardCell, By, board, course_page, point
from soten.query.distancecourse import DAYS, DistanceCourse, distance_course
from soten.query.distances import Gap
from soten.query.filters import EVERYTHING
from soten.query.naming import actor_named, issue_named
from soten.query.saidsource import kept_cells
from soten.query.sayings import Saying
from soten.query.stances import STEPS
from soten.records import Stance, UsageError
from soten.records.edtf import FIRST_DAY, LAST_DAY
from soten.settings import Language
from soten.store import Label, TracedCell
from soten.web.answering import Shown, each, respond
from soten.web.distancechart import chart_of
from soten.web.filters import Filters
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.site import Site
from soten.web.words import Pair
from soten.web.words_positions import WORDS as _WORDS

router = APIRouter(tags=["positions"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

COLUMNS = 8
"""At most so many parties have a column."""
_POINTS, _PARTIES, _STANDS, _SHIFTS = 8, 16, 30, 15
_LATEST_SHIFTS = 5
_WIDE, _NARROW = 860, 360


class CourseOrder(StrEnum):
    """The order in which the stands of a page are told."""

    NEWEST = "newest"
    OLDEST = "oldest"


class BoardFilters(Filters):
    """What of the board is shown."""

    parties: list[str] = Field(
        [], max_length=40, description="Parties to have a column, in this order (ids or names)."
    )
    order: By = Field(By.NAME, description="The order of parties where none are named.")
    news: str = Field("", max_length=40, description="Tell what is new from this EDTF date on.")
    limit: int = Field(_POINTS, ge=1, le=60, description="At most so many points.")

    def asked(self, site: Site, language: Language) -> Asked:
        """Return which part of the board is asked for."""
        named = [name.strip() for told in self.parties for name in told.split(",") if name.strip()]
        ids = tuple(dict.fromkeys(actor_named(site.ledger, name) for name in named[:COLUMNS]))
        is_english = language is Language.EN
        return Asked(
            ids,
            by=self.order,
            is_english=is_english,
            since=self.news or None,
            cells=_cells(site),
        )


class PointFilters(Filters):
    """What of a point is shown."""

    with_: list[str] = Field(
        [], alias="with", max_length=4, description="Two parties, to tell how far apart they are."
    )
    order: By = Field(By.NAME, description="The order of parties.")
    news: str = Field("", max_length=40, description="Tell what is new from this EDTF date on.")
    limit: int = Field(_PARTIES, ge=1, le=100, description="At most so many parties.")


class CourseFilters(Filters):
    """What of a course is shown."""

    order: CourseOrder = Field(CourseOrder.NEWEST, description="The order of the page's stands.")
    news: str = Field("", max_length=40, description="Tell what is new from this EDTF date on.")
    limit: int = Field(_STANDS, ge=1, le=200, description="At most so many positions.")


class ShiftFilters(Filters):
    """What shifts can be narrowed by: the later words are of `since` or after."""

    limit: int = Field(_SHIFTS, ge=1, le=200, description="At most so many.")


@router.get("/positions", summary="Points × parties", responses=listed("cell"))
def positions(request: Request, asking: Annotated[BoardFilters, Query()]) -> Response:
    """Return where each party stands on each point, a page of points and some of the parties."""
    site: Site = request.app.state.site
    language = _language(request)
    asked = asking.asked(site, language)
    found = _board(site, asking, asked)
    context = {
        "board": found,
        "asking": asking,
        "to_choose": _to_choose(found, language),
        "orders": list(By),
        "most": OTHERS,
        **_says(request, site),
    }
    data = partial(board_objects, found)
    return respond(request, Shown("positions.html.jinja", data, context, found.next))


def _board(site: Site, asking: BoardFilters, asked: Asked) -> Board:
    """Return the board; as it is where nobody asks for a part, it is made once a revision."""
    filter = asking.filter()

    def make() -> Board:
        return board(site.ledger, filter, asked, limit=asking.limit, after=asking.cursor)

    is_plain = filter == EVERYTHING and asking.limit == _POINTS and not asking.cursor
    if not is_plain or asked.parties or asked.since or asked.by is not By.NAME:
        return make()
    return site.memo.once(("board", asked.is_english), make)


def _to_choose(found: Board, language: Language) -> list[tuple[Label, bool]]:
    """Return parties that may have a column, by name, and whether they have one."""
    others = [label for label, _ in found.others]
    told = [(label, True) for label in found.parties] + [(label, False) for label in others]
    return sorted(told, key=lambda pair: (pair[0].text(language.value), pair[0].id))


@router.get("/positions/shifts", summary="Where stances moved", responses=listed("shift"))
def moved(request: Request, asking: Annotated[ShiftFilters, Query()]) -> Response:
    """Return where stances moved, the latest first, each with both quotations."""
    site: Site = request.app.state.site
    filter = replace(asking.filter(), since=None)
    page = shifts(
        site.ledger,
        filter,
        since=asking.since or None,
        limit=asking.limit,
        after=asking.cursor,
    )
    context = {"shifts": page.rows, "asking": asking, **_says(request, site)}
    data = each(shift_object, page.rows)
    return respond(request, Shown("position_shifts.html.jinja", data, context, page.next))


Issue = Annotated[str, InPath(max_length=200, description="A point at issue: its id or name.")]
Party = Annotated[str, InPath(max_length=200, description="A party: its id.")]


@router.get("/positions/{issue}", summary="One point, all parties", responses=one("point"))
def one_point(request: Request, issue: Issue, asking: Annotated[PointFilters, Query()]) -> Response:
    """Return what each party holds on a point, its latest shifts, and two parties' distance."""
    site: Site = request.app.state.site
    id = _issue(site, issue)
    language = _language(request)
    days = Filter(since=asking.since or None, until=asking.until or None)
    is_english = language is Language.EN
    asked = Asked(
        by=asking.order, is_english=is_english, since=asking.news or None, cells=_cells(site)
    )
    cells, count = point(site.ledger, id, days, asked, limit=asking.limit, after=asking.cursor)
    latest = shifts(
        site.ledger, Filter(issue=id, until=days.until), since=days.since, limit=_LATEST_SHIFTS
    )
    pair = _pair(asking, cells.rows)
    apart = _apart(site, id, pair, days, is_asked=bool(asking.with_))

    def told() -> Object:
        return {
            "kind": "point",
            "issue": id,
            "parties": count,
            "cells": [cell_object(cell) for cell in cells.rows],
            "next": cells.next,
            "shifts": [shift_object(shift) for shift in latest.rows],
            "distance": None if apart is None else distance_course_object(apart),
        }

    context = {
        "issue": site.ledger.issue_labels().get(id) or Label(id),
        "cells": cells.rows,
        "count": count,
        "shifts": latest.rows,
        "more_shifts": latest.next is not None,
        "asking": asking,
        "pair": pair,
        "apart": apart,
        "charts": [] if apart is None or apart.looked_on == 1 else _charts(apart, language),
        "orders": list(By),
        **_says(request, site),
    }
    shown = Shown("position_point.html.jinja", told, context, cells.next, lines="cells")
    return respond(request, shown)


def _pair(asking: PointFilters, cells: Sequence[BoardCell]) -> tuple[str, ...]:
    """Return the two parties whose distance is told: those asked for, else the two most heard."""
    named = [name.strip() for told in asking.with_ for name in told.split(",") if name.strip()]
    if len(named) == 2:
        return tuple(named)
    ranked = sorted(cells, key=lambda cell: (-cell.count, cell.party.id))
    return tuple(sorted(cell.party.id for cell in ranked[:2]))


def _apart(
    site: Site, issue: str, pair: Sequence[str], days: Filter, *, is_asked: bool
) -> DistanceCourse | None:
    """Return the distance of two parties; where nobody asked and much is told, today's only."""
    if len(pair) != 2 or pair[0] == pair[1]:
        return None
    most = DAYS if is_asked else 1
    cells = _cells(site)
    return distance_course(site.ledger, issue, pair[0], pair[1], days, days=most, cells=cells)


def _charts(apart: DistanceCourse, language: Language) -> list[tuple[str, object]]:
    made = [
        ("wide", chart_of(apart, _WIDE, language)),
        ("narrow", chart_of(apart, _NARROW, language)),
    ]
    return [(name, chart) for name, chart in made if chart is not None]


@router.get("/positions/{issue}/{party}", summary="One party on one point", responses=one("course"))
def course(
    request: Request, issue: Issue, party: Party, asking: Annotated[CourseFilters, Query()]
) -> Response:
    """Return what a party said on a point in order of time, and where its stance moved."""
    site: Site = request.app.state.site
    id = _issue(site, issue)
    days = Filter(since=asking.since or None, until=asking.until or None)
    page = course_page(
        site.ledger,
        id,
        party,
        days,
        since=asking.news or None,
        limit=asking.limit,
        after=asking.cursor,
        cells=_cells(site),
    )
    if page is None:
        raise HTTPException(404, f"the ledger holds no position of {party} on {id}")
    stands = page.course.stands
    context = {
        "page": page,
        "course": page.course,
        "stands": stands[::-1] if asking.order is CourseOrder.NEWEST else stands,
        "moved": {shift.after.position.id: shift for shift in page.shifts},
        "asking": asking,
        "course_orders": list(CourseOrder),
        **_says(request, site),
    }
    told = partial(course_page_object, page)
    shown = Shown("position_course.html.jinja", told, context, page.next, lines="stands")
    return respond(request, shown)


def _cells(site: Site) -> tuple[TracedCell, ...]:
    """Return how many positions of which parties on which points there are, counted once a revision."""
    return site.memo.once("positions", lambda: tuple(kept_cells(site.ledger)))


def _issue(site: Site, name: str) -> str:
    try:
        return issue_named(site.ledger, name)
    except UsageError as error:
        raise HTTPException(404, f"there is no point at issue {name}") from error


def _language(request: Request) -> Language:
    site: Site = request.app.state.site
    return asked_by(request, site.options.language).language


def _says(request: Request, site: Site) -> dict[str, object]:
    """Return what the templates of positions say and draw with, in the language asked for."""
    language = _language(request)
    names = site.names(language)

    def voice(stand: Stand) -> str:
        return voice_words(stand, names)

    def apart(gap: Gap) -> str:
        return gap_words(gap, names)

    return {
        "voice": voice,
        "apart_words": apart,
        "step_of": STEPS.get,
        "day_of": _day_of,
        "stances": list(Stance),
    }


def _day_of(saying: Saying) -> str | None:
    """Return the day of a saying as EDTF: a day, or from day to day; None where none is known."""
    if saying.first_day == FIRST_DAY or saying.last_day == LAST_DAY:
        return None
    if saying.first_day == saying.last_day:
        return saying.first_day
    return f"{saying.first_day}/{saying.last_day}"
