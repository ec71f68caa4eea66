"""Promises: from, until, on what condition, and what is told of them since."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from pydantic import Field

from soten.export.promises import BEARINGS, due_words, promise_object
from soten.query.bearings import Later
from soten.query.commitments import Due, day_of, joined_commitment, joined_commitments
from soten.query.gathering import days_on
from soten.query.terms import Ends, promises_ending
from soten.records import UsageError
from soten.records.edtf import FIRST_DAY
from soten.settings import Language
from soten.web.answering import Shown, each, respond
from soten.web.feeds import record_entries
from soten.web.filters import Filters
from soten.web.negotiation import Format, asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.site import Site
from soten.web.words import Pair

router = APIRouter(tags=["commitments"], route_class=OfOneState)

WORDS: Mapping[str, Pair] = {
    "promises.title": ("約束", "Commitments"),
    "promises.lead": (
        "いつから、いつまで、どんな条件で。その後に伝えられたことを添えます。"
        "守られたかどうかは判断しません。",
        "From when, until when, on what condition, and what is told since. "
        "Whether a promise was kept is not judged here.",
    ),
    "promises.terms": ("期限で絞り込む", "Narrow by term"),
    "promises.term.all": ("すべて", "All"),
    "promises.term.week": ("7日以内に期限", "Due within 7 days"),
    "promises.term.month": ("30日以内に期限", "Due within 30 days"),
    "promises.term.passed": ("期限後", "Term passed"),
    "promises.term.overdue": ("期限後、続報なし", "Passed, nothing told since"),
    "promises.few": (
        "ここまでの範囲には見つかりませんでした。続きがあります。",
        "None found so far; there is more to look through.",
    ),
    "promises.on": ("期限は{day}から見たものです。", "Terms are seen from {day}."),
    "filter.on": ("この日から見て", "Seen from"),
    "promises.from": ("開始", "From"),
    "promises.from.unknown": ("開始の記載なし", "no report tells when it begins"),
    "promises.until": ("期限", "Until"),
    "promises.until.unknown": ("期限の記載なし", "no report tells a last day"),
    "promises.condition": ("条件", "Condition"),
    "promises.condition.unknown": ("条件の記載なし", "no report tells a condition"),
    "promises.since": ("その後に伝えられたこと", "What is told since"),
    "promises.since.none": ("台帳にその後の記録なし", "the ledger holds nothing since"),
    "promises.overdue": (
        "期間は過ぎたが、その後の記録なし",
        "the term has passed; the ledger holds nothing since",
    ),
    "promises.since.further": ("同じ話者によるほか{n}件", "{n} more by the same voice"),
    "promises.report": ("報道の地の文", "a report itself"),
    "promises.shared": ("共通する語: {words}", "words in common: {words}"),
    "promises.open": ("その後を見る（{n}件）", "What is told since ({n})"),
    "promises.tellings": ("この約束を伝える記録", "Where it is told"),
    "promises.support": ("裏付け", "Support"),
    "promises.links": ("同じ約束とした理由", "Why these are one promise"),
    "promises.term.unknown": ("期間の記載なし", "no report tells a term"),
}


class Term(StrEnum):
    """Where a promise's last day lies."""

    WEEK = "week"
    MONTH = "month"
    PASSED = "passed"
    OVERDUE = "overdue"
    """Passed, and nothing in the ledger says what became of it."""


MOST_SINCE = 3
"""A list shows so much of what is told since each promise, and says how much there is."""

_WITHIN_DAYS = {Term.WEEK: 7, Term.MONTH: 30}


class CommitmentFilters(Filters):
    """What promises can be narrowed by."""

    term: Term | None = Field(None, description="Where the last day lies, seen from `on`.")
    on: str = Field("", max_length=10, description="The day terms are seen from (ISO); today.")


Id = Annotated[str, InPath(max_length=200, description="The promise's id, or that of a telling.")]


@router.get(
    "/commitments",
    summary="Promises, the latest first",
    responses=listed("joined_commitment", feed=True),
)
def commitments(request: Request, asking: Annotated[CommitmentFilters, Query()]) -> Response:
    """Return promises as all documents tell them, with what is told of them since."""
    site: Site = request.app.state.site
    is_page = asked_by(request, site.options.language).format is Format.HTML
    most = MOST_SINCE if is_page else None
    size, after = asking.limit, asking.cursor
    if asking.term is None:
        page = joined_commitments(
            site.ledger, asking.filter(), on=asking.on or None, limit=size, after=after, most=most
        )
    else:
        day = day_of(asking.on or None)
        ends = ends_of(asking.term, day)
        page = promises_ending(
            site.ledger, asking.filter(), ends, on=day, limit=size, after=after, most=most
        )
    context = {
        "promises": page.rows,
        "asking": asking,
        "terms": list(Term),
        "title_key": "promises.title",
        **words_of(request),
    }
    data = each(promise_object, page.rows)
    feed = partial(record_entries, request, [promise.rows[0] for promise in page.rows])
    return respond(request, Shown("commitments.html.jinja", data, context, page.next, feed=feed))


def ends_of(term: Term, day: str) -> Ends:
    """Return where the last day of promises lies that are in a term, seen from a day.

    >>> ends_of(Term.WEEK, "2026-01-28"), ends_of(Term.PASSED, "2026-01-01").last
    (Ends(first='2026-01-28', last='2026-02-04', untold=False), '2025-12-31')
    """
    if term in _WITHIN_DAYS:
        return Ends(day, days_on(day, _WITHIN_DAYS[term]))
    return Ends(FIRST_DAY, days_on(day, -1), untold=term is Term.OVERDUE)


@router.get("/commitments/{id}", summary="One promise", responses=one("joined_commitment"))
def commitment(
    request: Request,
    id: Id,
    on: Annotated[str, Query(max_length=10, description="The day it is seen from; today.")] = "",
) -> Response:
    """Return a promise with everything told of it since, and by whom."""
    site: Site = request.app.state.site
    try:
        promise = joined_commitment(site.ledger, id, on=on or None)
    except UsageError:
        if on:
            raise
        promise = None
    if promise is None:
        raise HTTPException(404, f"there is no promise {id}")
    context = {"promise": promise, **words_of(request)}
    shown = Shown("commitment.html.jinja", partial(promise_object, promise), context, lines="since")
    return respond(request, shown)


def words_of(request: Request) -> dict[str, object]:
    """Return what the templates of promises say with, in the language asked for."""
    site: Site = request.app.state.site
    language = asked_by(request, site.options.language).language

    def bearing_word(later: Later) -> str:
        return BEARINGS[later.bearing][language is Language.EN]

    return {
        "bearing_word": bearing_word,
        "due_words": lambda promise: due_words(promise, language),
        "has_term": lambda promise: promise.due is not Due.OPEN,
    }
