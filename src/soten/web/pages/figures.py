"""Numbers of one quantity by several owners: the list of series, and each on one chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from soten import query
from soten.export.labels import label
from soten.export.neutral import plain
from soten.export.quantities import owner_name, point_words, quantity_name, series_object
from soten.query import Label, Point, Series
from soten.query.figures import Quantity, series_named, series_with
from soten.records import UsageError
from soten.records.edtf import bounds
from soten.settings import Language
from soten.store import DateBasis, When
from soten.web.answering import Shown, each, respond
from soten.web.drawing import NARROW, WIDE, SeriesChart, Told, series_chart
from soten.web.filters import Filters
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.site import Mark, Site
from soten.web.words import Pair

router = APIRouter(tags=["figures"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = {}

ROWS, MOST_ROWS = 20, 100
LATEST = 10
"""Of each series in the list so many figures, the latest, are read."""
DRAWN, MOST_DRAWN = 150, 400
"""So many figures of one series are shown at once."""
_LOOKED = 160
"""So many series one request looks through for those that words name."""
_SKIPPED = "n"


class SeriesFilters(Filters):
    """What series can be narrowed by."""

    q: str = Field("", max_length=200, description="Words that all name the quantity.")
    limit: int = Field(ROWS, ge=1, le=MOST_ROWS, description="At most so many series.")


class FigureFilters(Filters):
    """Which stretch of a series is shown."""

    limit: int = Field(DRAWN, ge=1, le=MOST_DRAWN, description="At most so many figures.")

    @property
    def skipped(self) -> int:
        """How many figures, the latest, are left out; raises `UsageError` for another cursor."""
        number = self.after.removeprefix(_SKIPPED)
        if not self.after:
            return 0
        if not (self.after.startswith(_SKIPPED) and number.isascii() and number.isdecimal()):
            raise UsageError(f"not a cursor of this list: {self.after!r}")
        return int(number[:9])


@router.get("/figures", summary="Series of numbers of one quantity", responses=listed("series"))
def figures(request: Request, asking: Annotated[SeriesFilters, Query()]) -> Response:
    """Return quantities that several figures tell, the latest first."""
    site: Site = request.app.state.site
    filter = asking.filter()

    words = asking.q.casefold().split()
    page = (
        series_named(
            site.ledger,
            filter,
            words,
            limit=asking.limit,
            after=asking.cursor,
            looked_at=max(asking.limit, _LOOKED),
            latest=LATEST,
        )
        if words
        else query.figure_series(
            site.ledger, filter, limit=asking.limit, after=asking.cursor, latest=LATEST
        )
    )
    context = {
        "rows": page.rows,
        "asking": asking,
        "latest_of": latest_of,
        "letters": {},
        **_helpers(asked_by(request, site.options.language).language),
    }
    data = each(series_object, page.rows)
    return respond(request, Shown("figures.html.jinja", data, context, page.next))


def latest_of(series: Series) -> tuple[Point, ...]:
    """Return the latest number of each owner, in the order of their first."""
    latest = {None if p.by is None else p.by.id: p for p in series.points if not p.is_denied}
    owners = (None if owner is None else owner.id for owner in series.owners)
    return tuple(latest[id] for id in owners if id in latest)


def when_of(point: Point) -> When:
    """Return the time a number is told of."""
    return When(point.day, *bounds(point.day), DateBasis.OWN) if point.day else When()


def _helpers(language: Language) -> dict[str, object]:
    return {
        "name_of": lambda quantity: quantity_name(quantity, language),
        "unit_of": lambda quantity: unit_of(quantity, language),
        "words_of": lambda point: point_words(point, language),
        "owner_of": owner_name,
        "when_of": when_of,
    }


def unit_of(quantity: Quantity, language: Language) -> str:
    """Return what numbers of a quantity count in: its unit, else the documents' counter."""
    return label(quantity.unit, language) or quantity.counter


def letters_of(site: Site, owners: Sequence[Label | None], language: Language) -> dict[str, str]:
    """Return the letter of each owner's mark, by id; owners of one side have numbers instead."""
    of_side: dict[Mark, list[str]] = {}
    for owner in owners:
        if owner is not None and not owner.id.startswith("anonymous:"):
            of_side.setdefault(site.mark(owner), []).append(owner.id)
    return {
        id: str(at) if len(ids) > 1 else plain(mark.party.text(language))[:1]
        for mark, ids in of_side.items()
        for at, id in enumerate(ids, 1)
    }


@dataclass(frozen=True, slots=True)
class Thread:
    """The places of one owner's numbers in a drawing, to be led through in order of time."""

    owner: Label
    path: str


def threads_of(chart: SeriesChart[Point]) -> tuple[Thread, ...]:
    """Return lines that lead through the numbers of each owner who tells two or more."""
    places: dict[str, list[str]] = {}
    owners: dict[str, Label] = {}
    for dot in chart.dots:
        by = dot.thing.by
        if by is not None and not dot.thing.is_denied:
            owners[by.id] = by
            places.setdefault(by.id, []).append(f"{dot.x} {dot.y}")
    return tuple(
        Thread(owners[id], "M" + "L".join(told)) for id, told in places.items() if len(told) > 1
    )


Id = Annotated[str, InPath(max_length=200, description="The id of a figure of the series.")]


@router.get("/figures/{id}", summary="One series, by owner", responses=one("series"))
def figure(request: Request, id: Id, asking: Annotated[FigureFilters, Query()]) -> Response:
    """Return the numbers of one quantity by owner, drawn and as a table; none is averaged."""
    site: Site = request.app.state.site
    skipped = asking.skipped
    series = series_with(site.ledger, id, latest=asking.limit, skipped=skipped)
    if series is None:
        raise HTTPException(404, f"there is no series with {id}")
    language = asked_by(request, site.options.language).language
    differing = {place for places in series.apart for place in places}
    context = {
        "series": series,
        "asking": asking,
        "charts": charts_of(series.points, language),
        "letters": letters_of(site, series.owners, language),
        "threads_of": threads_of,
        "differing": differing,
        "undated": sum(not point.day for point in series.points),
        "older": f"{_SKIPPED}{skipped + asking.limit}" if series.earlier else None,
        "newer": f"{_SKIPPED}{max(0, skipped - asking.limit)}" if series.later else None,
        **_helpers(language),
    }
    shown = Shown("figure.html.jinja", partial(series_object, series), context, lines="points")
    return respond(request, shown)


def charts_of(points: Sequence[Point], language: Language) -> tuple[SeriesChart[Point], ...]:
    """Return numbers as drawn wide and narrow; nothing where none is dated."""
    told = [Told(point, point.day, point.value, point.max, point.bound) for point in points]
    sizes = ((WIDE, 340), (NARROW, 300))
    drawn = (series_chart(told, width, height, language) for width, height in sizes)
    return tuple(chart for chart in drawn if chart is not None)
