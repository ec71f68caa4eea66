"""Where the talks stand: the page one opens every morning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from soten.export.changing import changes_object
from soten.export.exchange import Object
from soten.export.talks import joined_talk_object, principals
from soten.query import Filter, changes, joined_talks
from soten.query.changed import Changes
from soten.query.joinedtalks import JoinedTalk
from soten.query.steps import Move
from soten.records import TalkStatus
from soten.web.answering import Shown, respond
from soten.web.counting import Count, Counted, StillCountingError
from soten.web.negotiation import Format, asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import one
from soten.web.pages.beginning import empty_page
from soten.web.pages.commitments import words_of
from soten.web.site import Site
from soten.web.words import Pair

router = APIRouter(tags=["now"], route_class=OfOneState)

WORDS: Mapping[str, Pair] = {
    "now.title": ("現在", "Now"),
    "now.lead": ("{day}までの文書による。", "By documents up to {day}."),
    "now.since": ("変化の起点", "Changes since"),
    "now.show": ("見る", "Show"),
    "now.days": ("{n}日前から", "the last {n} {n:day|days}"),
    "now.documents": ("新しい文書", "New documents"),
    "now.next": ("これからの会談", "Talks ahead"),
    "now.latest": ("直近の会談", "Latest talks"),
    "now.moved": ("日程の変わった会談", "Talks moved, put off or called off"),
    "now.disputes": ("新たに否定された主張", "Claims denied"),
    "now.shifts": ("態度の変化", "Stances that moved"),
    "now.shifts.all": ("すべての態度の変化", "All stances that moved"),
    "now.due": ("期限の近い約束", "Promises due"),
    "now.overdue": ("期限の過ぎた約束（その後の記録なし）", "Promises overdue, nothing told since"),
    "now.broken": ("破られたとされる約束", "Promises somebody says are broken"),
    "now.silences": ("発言の途絶えた者", "Fell silent"),
    "now.silent": ("最後は{last}、{days}日前", "last on {last}, {days} {days:day|days} ago"),
    "now.none": ("なし", "none"),
    "now.more": ("ほか{n}件", "{n} more"),
    "now.before": ("以前", "before"),
    "now.after": ("現在", "now"),
    "now.asserted": ("主張する側", "Asserted"),
    "now.denied": ("否定する側", "Denied"),
    "now.cut": (
        "{kinds}は、種類ごとに最新の{n}件だけを見ています。ほかにもあります。",
        "Only the latest {n} of each kind are looked at; there are more ({kinds}).",
    ),
    "now.and": ("・", ", "),
    "now.counting": (
        "変化を数えています。しばらくしてから読み直してください。",
        "What changed is being counted. Look again in a moment.",
    ),
    "now.undated": (
        "日付の分かる文書がないため、変化を示せません。",
        "No document has a date, so no change can be shown.",
    ),
}

WEEK = 7
SHOWN = 8
"""So many of each are shown; the lists have all."""

MOST_CHANGES = 400
"""Of a large ledger so many of the latest documents, talks, claims and promises are looked at."""

_AHEAD = (TalkStatus.PLANNED, TalkStatus.PROPOSED, TalkStatus.UNCERTAIN)
_HELD = (TalkStatus.HELD, TalkStatus.ONGOING)
_LOOKED_AT = 60

Since = Annotated[
    str, Query(max_length=80, description="An EDTF date, or the id of a run; else a week back.")
]


@router.get("/", summary="Where the talks stand, and what changed", responses=one("changes"))
@router.get("/index", include_in_schema=False)
def now(request: Request, since: Since = "") -> Response:
    """Return the talks ahead and held last, and what changed since a day."""
    site: Site = request.app.state.site
    last = site.ledger.last_day()
    if last is None and site.is_empty:
        return empty_page(request, "changes")
    day = since or (None if last is None else _before(last, WEEK))
    counted, is_counting = None, False
    try:
        counted = None if day is None else _changes(site, day)
    except StillCountingError:
        if asked_by(request, site.options.language).format is not Format.HTML:
            raise
        is_counting = True
    found = None if counted is None else counted.value
    ahead, held = site.memo.once("talks ahead and held", lambda: _talks(site, last))

    def data() -> Object:
        told: Object = {"kind": "changes"} if found is None else changes_object(found)
        return told | {
            "talks_ahead": [joined_talk_object(talk) for talk in ahead],
            "talks_held": [joined_talk_object(talk) for talk in held],
        }

    context: dict[str, object] = {
        "today": last,
        "since": day,
        "changes": found,
        "is_counting": is_counting,
        "counted": counted,
        "most": MOST_CHANGES,
        "ahead": ahead,
        "held": held,
        "shown": SHOWN,
        "denied": Move.DENIED,
        "principals": principals,
        "spans": {} if last is None else {n: _before(last, n) for n in (1, 7, 30)},
        **words_of(request),
    }
    return respond(request, Shown("now.html.jinja", data, context))


def _changes(site: Site, day: str) -> Counted[Changes]:
    """Return what changed; of a large ledger what the latest documents tell, counted behind."""
    if not site.is_large():
        return Counted(changes(site.ledger, day), site.revision(), datetime.now(UTC))
    return site.memo.counted(_counted(day))


def _counted(day: str) -> Count[Changes]:
    return Count.by(changes, day, most=MOST_CHANGES)


def counted_ahead(site: Site) -> Iterator[Count[object]]:
    """Yield what the page shows of a large ledger if nobody chooses a day."""
    last = site.ledger.last_day()
    if last is not None:
        yield _counted(_before(last, WEEK))


def _before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _talks(site: Site, today: str | None) -> tuple[list[JoinedTalk], list[JoinedTalk]]:
    """Return the talks ahead, the next first, and those held last."""
    looked = [Filter(), Filter(since=today), Filter(until=today)] if today else [Filter()]
    pages = [joined_talks(site.ledger, filter, limit=_LOOKED_AT) for filter in looked]
    # Where many are planned, the latest of all are not the latest held, and may be far ahead.
    talks = list({talk.id: talk for page in pages for talk in page.rows}.values())
    ahead = [
        talk for talk in talks if talk.status in _AHEAD and not (today and talk.is_left_open(today))
    ]
    held = sorted(
        (talk for talk in talks if talk.status in _HELD),
        key=lambda talk: talk.date or "",
        reverse=True,
    )
    ahead.sort(key=lambda talk: talk.date or "9999")
    return ahead[:SHOWN], held[:SHOWN]
