"""Talks, statements, events and promises on one axis of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from soten.export.answers import row_object
from soten.export.exchange import Object, Value
from soten.export.promises import promise_object
from soten.export.talks import joined_talk_object, principals
from soten.query import Filter
from soten.query.axis import (
    KINDS,
    MOST_MARKS,
    Begun,
    Listed,
    ListedPage,
    Mark,
    begun,
    day_counts,
    listed,
    marks,
    marks_of,
    settled,
)
from soten.query.facets import Bar, bars_of
from soten.records import UsageError
from soten.store import Ledger, Selection
from soten.web.answering import Shown, each, respond
from soten.web.bands import AXIS, Band, Scale, Window, bands_of
from soten.web.counting import Count, StillCountingError
from soten.web.drawing import TimeScale, date_ticks, day_number
from soten.web.filters import MOST_ROWS, Filters
from soten.web.negotiation import Format, asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed as listed_responses
from soten.web.openapi import one
from soten.web.pages.commitments import words_of as promise_words
from soten.web.site import Site
from soten.web.words import Pair
from soten.web.words_timeline import WORDS as _WORDS

router = APIRouter(tags=["timeline"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

_DRAWN = {"talk": 1000, "statement": 500, "event": 400, "commitment": 500}
"""So many records of a kind are drawn on the server; of more, columns."""
_LINES = 500
"""So many marks are listed on a page; programs, and the axis, get `MOST_MARKS`."""
_BARS = 130
_PUBLISHERS = 40
_EARLIEST, _LATEST = "1000-01-01", "9000-01-01"


class TimelineFilters(Filters):
    """What the axis shows, and how much of it."""

    kind: list[str] = Field([], description="talk, statement, event, commitment; all if none.")
    publisher: str = Field("", max_length=300, description="A publisher's exact name.")
    scale: Scale | None = Field(None, description="How long the window is, if an end is missing.")
    limit: int = Field(30, ge=1, le=MOST_ROWS, description="At most so many things.")
    undated: bool = Field(False, description="List what no day is known of instead.")

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds asked for, in order of their bands; raise `UsageError` for others."""
        told = {kind for value in self.kind for kind in value.split(",") if kind}
        if told - set(KINDS):
            unknown = ", ".join(sorted(told - set(KINDS)))
            raise UsageError(f"no band of the timeline: {unknown}; bands are {', '.join(KINDS)}")
        return tuple(kind for kind in KINDS if kind in told) or KINDS

    def narrowed(self) -> Filter:
        """Return the filter with its kinds, without days."""
        filter = replace(self.filter(), kinds=self.kinds, since=None, until=None)
        return replace(filter, publisher=self.publisher or None)


Asked = Annotated[TimelineFilters, Query()]


@router.get("/timeline", summary="What happened when", responses=listed_responses("moment"))
def timeline(request: Request, asking: Asked) -> Response:
    """Return what stands in a window of time, in order of its first day, drawn and listed."""
    site: Site = request.app.state.site
    latest = _latest(site)
    window = Window.of(asking.since, asking.until, asking.scale, latest)
    selection = replace(_selected(site, asking), since=window.since, until=window.until)
    counts = _counts(site, asking)
    few = () if asking.undated else _few(selection, counts)
    is_all = few == selection.kinds and asking.cursor is None
    known = _begun(site, selection, few) if is_all else None
    page = listed(
        site.ledger,
        selection,
        on=date.today().isoformat(),
        limit=asking.limit,
        after=asking.cursor,
        undated=asking.undated,
        counts=_every_count(site),
        known=known,
    )
    language = asked_by(request, site.options.language).language
    overall, aside = _overall(counts)
    scale = TimeScale(window.first, window.last, 0, 100)
    bands: tuple[Band, ...] = ()
    if not asking.undated:
        drawn = dict.fromkeys(selection.kinds) | _drawn(site, selection, few, known)
        bands = bands_of(drawn, counts, scale, _since_of_each(page))
    context = {
        "asking": asking,
        "page": page,
        "window": window,
        "scale": scale,
        "ticks": date_ticks(window.first, window.last, 9, language),
        "few_ticks": {tick.day for tick in date_ticks(window.first, window.last, 4, language)},
        "bands": bands,
        "axis": AXIS,
        "kinds": KINDS,
        "scales": list(Scale),
        "overall": overall,
        "aside": aside,
        "everything": _everything(counts),
        "undated": sum(days.get("", 0) for days in counts.values()),
        "latest": latest if latest and window.since <= latest <= window.until else None,
        "publishers": _publishers(site),
        "principals": principals,
        "since_of": since_of,
        "day_number": day_number,
        **promise_words(request),
    }
    data = each(listed_object, page.rows)
    return respond(request, Shown("timeline.html.jinja", data, context, page.next))


@router.get("/timeline/items", summary="The marks of a window", responses=one("marks"))
def items(request: Request, asking: Asked) -> Response:
    """Return up to 10,000 marks of a window, 500 on a page; `is_cut` where there are more."""
    site: Site = request.app.state.site
    window = Window.of(asking.since, asking.until, asking.scale, _latest(site))
    selection = replace(_selected(site, asking), since=window.since, until=window.until)
    is_page = asked_by(request, site.options.language).format is Format.HTML
    found = marks(site.ledger, selection, limit=_LINES if is_page else MOST_MARKS)
    lines = [mark_object(mark) for mark in found.marks]
    data: Object = {
        "since": window.since,
        "until": window.until,
        "is_cut": found.is_cut,
        "items": list[Value](lines),
    }
    context = {"lines": lines, "is_cut": found.is_cut}
    return respond(request, Shown("timeline_data.html.jinja", data, context, lines=lines))


Id = Annotated[str, InPath(max_length=200, description="The id of a mark.")]


@router.get("/timeline/items/{id}", summary="The words of a mark", responses=one("words"))
def item(request: Request, id: Id) -> Response:
    """Return the words that a mark rests on: what a reader sees who points at it."""
    site: Site = request.app.state.site
    stored = site.ledger.record(id)
    if stored is None:
        raise HTTPException(404, f"there is no record {id}")
    words: Object = {"id": id, "kind": stored.record.kind, "exact": stored.record.evidence.exact}
    return respond(request, Shown("timeline_data.html.jinja", words, {"lines": [words]}))


@router.get("/timeline/counts", summary="Records by day", responses=listed_responses("day"))
def counted(request: Request, asking: Asked) -> Response:
    """Return how many records of each kind begin on each day, whatever the window."""
    site: Site = request.app.state.site
    told: list[Object] = [
        {"kind": kind, "day": day, "count": count}
        for kind, days in _counts(site, asking).items()
        for day, count in sorted(days.items())
    ]
    return respond(request, Shown("timeline_data.html.jinja", told, {"lines": told}))


def _latest(site: Site) -> str | None:
    return site.memo.once("last day", site.ledger.last_day)


def _selected(site: Site, asking: TimelineFilters) -> Selection:
    """Return what narrows, days aside, with all who are on a party's side."""
    selection = settled(site.ledger, asking.narrowed())
    if selection.party is None:
        return selection
    return replace(selection, party=None, acting=site.ledger.side_of(selection.party))


def _every_count(site: Site) -> dict[str, dict[str, int]]:
    every = Filter(kinds=KINDS)
    return site.memo.once("timeline.days", lambda: day_counts(site.ledger, every))


def _counts(site: Site, asking: TimelineFilters) -> dict[str, dict[str, int]]:
    filter = asking.narrowed()
    if filter == Filter(kinds=filter.kinds):
        every = _every_count(site)
        return {kind: every[kind] for kind in filter.kinds}
    make = lambda: day_counts(site.ledger, _selected(site, asking))  # noqa: E731
    return site.memo.lately(("timeline.days", filter), make)


def _few(selection: Selection, counts: Mapping[str, Mapping[str, int]]) -> tuple[str, ...]:
    """Return the kinds of which so few begin in the window that each is drawn."""
    since, until = selection.since or "", selection.until or "9"
    return tuple(
        kind
        for kind in selection.kinds
        if sum(n for day, n in counts.get(kind, {}).items() if since <= day <= until)
        <= _DRAWN[kind]
    )


def _begun(site: Site, selection: Selection, kinds: tuple[str, ...]) -> Begun:
    limit = sum(_DRAWN[kind] for kind in kinds)
    return begun(site.ledger, replace(selection, kinds=kinds), limit=limit)


def _drawn(
    site: Site, selection: Selection, kinds: tuple[str, ...], known: Begun | None = None
) -> dict[str, Sequence[Mark] | None]:
    """Return the marks of each of these kinds; None where more reach into the window than are drawn."""
    if not kinds:
        return {}
    read = known or _begun(site, selection, kinds)
    if read.is_cut and len(kinds) > 1:
        return {k: one for kind in kinds for k, one in _drawn(site, selection, (kind,)).items()}
    found = marks_of(site.ledger, read)
    return {
        kind: None if found.is_cut else [mark for mark in found.marks if mark.kind == kind]
        for kind in kinds
    }


def _overall(
    counts: Mapping[str, Mapping[str, int]],
) -> tuple[list[tuple[int, Bar]], tuple[int, int]]:
    """Return the bars of all records with their heights, 0 to 100, and how many lie aside.

    The first and the last of a hundred records may lie far away: they are counted, not drawn.
    """
    days: Counter[str] = Counter()
    for told in counts.values():
        days.update({day: count for day, count in told.items() if _EARLIEST <= day <= _LATEST})
    aside = days.total() // 100
    first, before = _end(sorted(days), days, aside)
    last, behind = _end(sorted(days, reverse=True), days, aside)
    inside = {day: count for day, count in days.items() if first <= day <= last}
    bars = list(bars_of(inside, _BARS))
    most = max((bar.count for bar in bars), default=1)
    heights = [max(3, round(100 * bar.count / most)) if bar.count else 0 for bar in bars]
    return list(zip(heights, bars, strict=True)), (before, behind)


def _end(days: Sequence[str], counts: Mapping[str, int], aside: int) -> tuple[str, int]:
    """Return the day before which so many records lie at most, and how many do."""
    passed = 0
    for day in days:
        if passed + counts[day] > aside:
            return day, passed
        passed += counts[day]
    return "", passed


def _everything(counts: Mapping[str, Mapping[str, int]]) -> tuple[str, str] | None:
    """Return the first and the last day on which a record begins."""
    days = [day for told in counts.values() for day in told if _EARLIEST <= day <= _LATEST]
    return (min(days), max(days)) if days else None


_CARRIERS = Count.by(Ledger.carriers)


def counted_ahead(_: Site) -> Iterator[Count[object]]:
    """Yield what one may choose from in a whole ledger."""
    yield _CARRIERS


def _publishers(site: Site) -> list[str]:
    try:
        carriers = site.memo.counted(_CARRIERS).value
    except StillCountingError:
        return []
    return [one.publisher for one in carriers if one.publisher][:_PUBLISHERS]


def _since_of_each(page: ListedPage) -> dict[str, list[str]]:
    """Return the days of what is told since of each promise on a page, by the id of its mark."""
    return {one.mark.id: since_of(one) for one in page.rows if one.mark and one.promise}


def since_of(one: Listed) -> list[str]:
    """Return the days (EDTF) of what is told of a promise since, each once."""
    if one.promise is None:
        return []
    return list(dict.fromkeys(later.day for later in one.promise.since if later.day))


def listed_object(one: Listed) -> Object:
    """Return a thing of the list: where it stands, and what it is."""
    told: Object = {"kind": one.kind}
    told["mark"] = None if one.mark is None else mark_object(one.mark)
    if one.talk is not None:
        told |= {"id": one.talk.id, "told": joined_talk_object(one.talk)}
    elif one.promise is not None:
        told |= {"id": one.promise.id, "told": promise_object(one.promise)}
    elif one.row is not None:
        told |= {"id": one.row.id, "told": row_object(one.row)}
    return told


def mark_object(mark: Mark) -> Object:
    """Return a mark of the axis; `as` says where its day is from and what it stands for."""
    words = [] if mark.is_own else ["document"]
    words += ["rough"] if mark.is_rough else []
    words += [] if mark.standing.value == "told" else [mark.standing.value]
    told: Object = {
        "id": mark.id,
        "kind": mark.kind,
        "low": mark.low,
        "high": mark.high,
        "precision": mark.precision.value,
    }
    if words:
        told["as"] = list[Value](words)
    if mark.was:
        told["was"] = [list[Value](days) for days in mark.was]
    return told
