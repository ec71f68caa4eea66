"""Talks by all their reports: a list, a calendar, each one's history and rounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from soten.export.talks import STEPS, history_object, joined_talk_object, principals
from soten.query import JoinedTalk, Page, Step, StepKind, history_of, joined_talks
from soten.query.joinedtalks import last_day
from soten.records import TalkStatus, UsageError
from soten.settings import Language
from soten.web.answering import Shown, each, respond
from soten.web.feeds import record_entries
from soten.web.filters import Filters
from soten.web.month import month_of
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.scanning import scan
from soten.web.site import Site
from soten.web.words import Pair
from soten.web.words_talks import WORDS as _WORDS

router = APIRouter(tags=["talks"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

_FILTERS = ("party", "issue", "since", "until")
_IN_A_MONTH = 100
"""So many of the latest talks of a month are drawn at once."""
_WITHIN = 700
"""Among about so many of the latest talks those of a party or on a point are looked for at once."""
_STEPS = 2
"""So often as many talks as a page has are looked through for those that stand so."""
_OFF = (StepKind.DENIED, StepKind.CALLED_OFF, StepKind.PUT_OFF)
_PLANS = (StepKind.PROPOSED, StepKind.ANNOUNCED, StepKind.UNCERTAIN, StepKind.STILL_PLANNED)


class Stand(StrEnum):
    """Where a talk stands by its latest report."""

    NEXT = "next"
    """Planned, proposed or uncertain, its day not gone by."""
    OFF = "off"
    """Put off or called off."""
    HELD = "held"
    """Held, or under way."""
    OPEN = "open"
    """Its day is gone by and nothing further is known."""
    CONTESTED = "contested"
    """Reports of it conflict."""


class TalkFilters(Filters):
    """What talks can be narrowed by."""

    stand: Stand | None = Field(None, description="Where a talk stands by its latest report.")
    month: str = Field(
        "",
        pattern=r"^([1-9]\d{3}-(0[1-9]|1[0-2]))?$",
        description="The month of a calendar, such as 2025-12; it takes the place of since, until.",
    )


Id = Annotated[str, InPath(max_length=200, description="The talk's id, or that of a report of it.")]


@router.get(
    "/talks",
    summary="Talks, the latest first",
    responses=listed("joined_talk", feed=True, calendar=True),
)
def talks(request: Request, asking: Annotated[TalkFilters, Query()]) -> Response:
    """Return talks as all their reports tell them: next, put off, held; or those of a month."""
    site: Site = request.app.state.site
    today = last_day(site.ledger)
    page = _talks(site, asking, today)
    language = asked_by(request, site.options.language).language
    begins = 6 if language is Language.JA else 0
    context: dict[str, object] = {
        "talks": page.rows,
        "asking": asking,
        "fields": [name for name in _FILTERS if not (asking.month and name in ("since", "until"))],
        "today": today,
        "stands": list(Stand),
        "principals": principals,
        "title_key": "talks.title",
        "month": month_of(page.rows, asking.month, first_weekday=begins) if asking.month else None,
        "month_there": asking.month or (asking.since or today or "2025-01")[:7],
        "weekdays": [(begins + at) % 7 for at in range(7)],
    }
    data = each(joined_talk_object, page.rows)
    shown = Shown(
        "talks.html.jinja",
        data,
        context,
        page.next,
        feed=partial(record_entries, request, [talk.latest for talk in page.rows]),
        calendar=lambda: page.rows,
    )
    return respond(request, shown)


def _talks(site: Site, asking: TalkFilters, today: str | None) -> Page[JoinedTalk]:
    filter = asking.filter()
    if asking.month:
        filter = replace(filter, since=asking.month, until=asking.month)
    elif asking.stand is Stand.NEXT and today is not None and not filter.since:
        filter = replace(filter, since=today)
    limit = max(asking.limit, _IN_A_MONTH) if asking.month else asking.limit
    ask: Callable[[int, str | None], Page[JoinedTalk]] = lambda size, after: joined_talks(  # noqa: E731
        site.ledger, filter, limit=size, after=after, within=_WITHIN
    )
    if asking.stand is None:
        return ask(limit, asking.cursor)
    steps = 1 if asking.month else _STEPS
    return scan(ask, partial(stands, asking.stand, today or ""), limit, asking.cursor, steps)


def stands(stand: Stand, today: str, talk: JoinedTalk) -> bool:
    """Say whether a talk stands so, seen from the day of the ledger's latest report."""
    match stand:
        case Stand.HELD:
            return talk.status in (TalkStatus.HELD, TalkStatus.ONGOING)
        case Stand.OFF:
            return talk.status in (TalkStatus.POSTPONED, TalkStatus.CANCELLED)
        case Stand.OPEN:
            return talk.is_left_open(today)
        case Stand.CONTESTED:
            return talk.is_contested
        case Stand.NEXT:
            is_ahead = talk.status in (
                TalkStatus.PLANNED,
                TalkStatus.PROPOSED,
                TalkStatus.UNCERTAIN,
            )
            return is_ahead and not talk.is_left_open(today)


@router.get("/talks/{id}", summary="One talk with its history", responses=one("joined_talk"))
def talk(request: Request, id: Id) -> Response:
    """Return a talk from its first announcement to its outcome, with those before and after it."""
    site: Site = request.app.state.site
    try:
        history = history_of(site.ledger, id)
    except UsageError:
        history = None
    if history is None:
        raise HTTPException(404, f"there is no talk {id}")
    language = asked_by(request, site.options.language).language
    context = {
        "history": history,
        "talk": history.talk,
        "principals": principals,
        "step_word": lambda step: STEPS[step.kind][language is Language.EN],
        "sides": sides_of(history.talk.steps) if history.talk.is_contested else (),
        "month_there": _month(history.talk),
    }
    shown = Shown("talk.html.jinja", partial(history_object, history), context, lines="history")
    return respond(request, shown)


def sides_of(steps: Sequence[Step]) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """Return the two sides of conflicting reports, the one that was told first, first."""
    off = tuple(step for step in steps if step.kind in _OFF)
    on = tuple(step for step in steps if step.kind not in _OFF + _PLANS)
    found = [("talks.side.on", on), ("talks.side.off", off)]
    found.sort(key=lambda side: side[1][0].day if side[1] else "~")
    return tuple(found)


def _month(talk: JoinedTalk) -> str | None:
    """Return the month to show a talk in, None where its day is unknown."""
    month = (talk.date or "")[:7]
    is_month = len(month) == 7 and month[5:].isdigit() and "01" <= month[5:] <= "12"
    return month if is_month and month[:4].isdigit() and month[0] != "0" else None
