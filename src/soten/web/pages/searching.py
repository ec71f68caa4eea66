"""Search in documents and records, and questions answered from records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import Field

from soten.export.answers import hit_object, row_object
from soten.export.asked import answer_object, counted, part_word, piece_words
from soten.export.exchange import Object, Value
from soten.export.labels import kind_label
from soten.query import (
    ActorRow,
    Course,
    Dispute,
    Filter,
    Found,
    Page,
    Row,
    Shift,
    SourceRow,
    search,
)
from soten.query.askedrecords import filters_of
from soten.query.asking import Answer, Finding, answer, without_part
from soten.query.facets import Facets, facets, words_looked_for
from soten.query.lists import kind_list
from soten.query.question import Part, Question, check_question
from soten.records import Record, UsageError
from soten.web.answering import Shown, address_of, respond
from soten.web.feeds import hit_entries
from soten.web.filters import Filters
from soten.web.marktext import cut_at
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.site import Address, Site
from soten.web.words import Pair
from soten.web.words_search import WORDS as _WORDS

router = APIRouter(tags=["search"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

_READS_AS_QUESTION = re.compile(
    r"[?？]\s*$|(?:か|の)[。.]?\s*$|何を|誰が|だれが|いつ|どこで|どう(?:いう|な|思)|"
    r"^(?:what|who|when|where|which|how|did|does|do|has|have|is|are)\b",
    re.IGNORECASE,
)
_SHOWN = 20


class Searched(Filters):
    """What is searched for, and what narrows it."""

    q: str = Field("", max_length=300, description="Words: AND, OR, -word, “a phrase”.")
    kind: str = Field("", max_length=200, description="Kinds of record, by commas.")
    publisher: str | None = Field(None, max_length=300, description="A publisher's exact name.")
    limit: int = Field(_SHOWN, ge=1, le=100, description="So many documents, and records.")

    def narrowed(self) -> Filter:
        """Return the filter without the words."""
        kinds = tuple(kind for kind in self.kind.split(",") if kind)
        return replace(self.filter(), kinds=kinds, publisher=self.publisher)


@router.get(
    "/search", summary="Documents and records that hold words", responses=listed("hit", feed=True)
)
def searched(request: Request, asking: Annotated[Searched, Query()]) -> Response:
    """Return what holds the words, the newest first, with what it can be narrowed by."""
    site: Site = request.app.state.site
    filter, latest, told = asking.narrowed(), None, None
    found: Found = Found((), ())
    if asking.q.strip():
        words = words_looked_for(site.ledger, asking.q, filter)
        latest = words.latest
        found = search(site.ledger, words, filter, limit=asking.limit, after=asking.cursor)
        told = facets(site.ledger, words, filter)
    elif len(filter.kinds) == 1:
        page: Page[Row[Record]] = kind_list(
            site.ledger, filter, filter.kinds[0], limit=asking.limit, after=asking.cursor
        )
        found = Found((), page.rows, page.next)
    context = {
        "asking": asking,
        "found": found,
        "facets": told,
        "latest": latest,
        "filter": filter,
        "active": list(_active(request, asking)),
        "is_question": bool(_READS_AS_QUESTION.search(asking.q.strip())),
        "can_ask": site.options.read_question is not None,
        "cut_at": cut_at,
        "days": _days(told),
        "title_key": "search.title",
    }

    def data() -> list[Object]:
        return [*map(hit_object, found.documents), *map(row_object, found.records)]

    besides: Object = {} if told is None else {"facets": facets_object(told)}
    feed = partial(hit_entries, request, found)
    shown = Shown("search.html.jinja", data, context, found.next, besides=besides, feed=feed)
    return respond(request, shown)


def _active(request: Request, asking: Searched) -> Iterator[tuple[str, str, str]]:
    """Yield the conditions that hold: their names, values, and the address without each."""
    address = address_of(request)
    for name in ("kind", "party", "issue", "publisher", "speaker", "act", "document"):
        value = getattr(asking, name)
        if value or (name == "publisher" and value is not None):
            yield name, value, _without(address, name)
    if asking.since or asking.until:
        span = f"{asking.since}–{asking.until}"
        yield "days", span, _without(address, "since", "until")


def _without(address: Address, *names: str) -> str:
    return address.with_(**dict.fromkeys((*names, "after")))


def _days(told: Facets | None) -> list[tuple[int, object]]:
    """Return the bars of the histogram with their heights, 0 to 100."""
    if told is None or not told.bars:
        return []
    most = max(bar.count for bar in told.bars)
    return [(max(2, round(100 * bar.count / most)) if bar.count else 0, bar) for bar in told.bars]


def facets_object(told: Facets) -> Object:
    """Return what was found, counted."""
    found: Object = {"count": told.count, "is_cut": told.is_cut, "undated": told.undated}
    for name in ("kinds", "parties", "issues", "publishers"):
        values: list[Value] = [
            {"id": value.id, "ja": value.label.ja, "en": value.label.en, "count": value.count}
            for value in getattr(told, name)
        ]
        found[name] = values
    found["days"] = [
        {"time": bar.time, "since": bar.since, "until": bar.until, "count": bar.count}
        for bar in told.bars
    ]
    return found


@router.get("/ask", summary="A question, answered from records", responses=one("answer"))
def asked(
    request: Request,
    q: Annotated[str, Query(max_length=300, description="A question, Japanese or English.")] = "",
    without: Annotated[str, Query(max_length=40, description="A part to leave out.")] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = _SHOWN,
    today: Annotated[date | None, Query(description="What 先週 is reckoned from.")] = None,
) -> Response:
    """Return what was understood of a question, and the records that answer it."""
    site: Site = request.app.state.site
    read = site.options.read_question
    if read is None:
        raise HTTPException(404, "this server does not read questions")
    if not q.strip():
        return respond(request, Shown("ask.html.jinja", {}, {"q": "", "answer": None}))
    question = read(check_question(q), site.ledger, today or date.today())
    for name in filter_parts(without):
        question = without_part(question, name)
    told = answer(site.ledger, question, limit=limit)
    names = site.names(asked_by(request, site.options.language).language)
    data = answer_object(told)
    context = {
        "q": q,
        "answer": told,
        "pieces": [piece_words(piece, told, names) for piece in told.question.understood],
        "found": _by_kind(told),
        "near": list(_nearest(request, told, without)),
        "limit": limit,
        "part_word": part_word,
    }
    lines = data["found"]
    return respond(
        request,
        Shown("ask.html.jinja", data, context, lines=lines),  # type: ignore[arg-type]  # objects, as just made
    )


def filter_parts(told: str) -> list[Part]:
    """Return parts of a question by name; raise `UsageError` for a name that is none."""
    try:
        return [Part(name) for name in told.split(",") if name]
    except ValueError:
        raise UsageError(f"no part of a question is {told!r}") from None


def _by_kind(told: Answer) -> dict[str, list[Finding]]:
    kinds: tuple[tuple[str, type], ...] = (
        ("courses", Course),
        ("shifts", Shift),
        ("disputes", Dispute),
        ("actors", ActorRow),
        ("sources", SourceRow),
        ("rows", Row),
    )
    return {name: [f for f in told.found if isinstance(f, type_)] for name, type_ in kinds}


def _nearest(request: Request, told: Answer, without: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield what would be found otherwise: how, of what, how much, and its address."""
    site: Site = request.app.state.site
    language = asked_by(request, site.options.language).language
    address = address_of(request)
    for near in told.nearest:
        count = counted(near, language)
        if near.without is not None:
            parts = ",".join(part for part in (without, near.without.value) if part)
            word = part_word(near.without, language)
            yield "without", word, count, address.with_(without=parts)
        elif near.kind == "document":
            words = {"q": _plain_words(told.question)}
            yield "documents", "", count, Address("/search", words).with_()
        elif near.kind is not None:
            (first, *_) = filters_of(
                site.ledger, told.question, near.kind, told.question.ids(Part.PARTY)
            )
            word = kind_label(near.kind, language)
            yield "kind", word, count, _list_address(first, near.kind)


def _plain_words(question: Question) -> str:
    parts = (Part.PARTY, Part.TO, Part.PLACE, Part.TOPIC, Part.ISSUE, Part.WORDS)
    said = [piece.words for piece in question.understood if piece.part in parts]
    return " ".join(words.replace('"', "") for words in (*said, *question.unknown))


def _list_address(filter: Filter, kind: str) -> str:
    query = {
        "q": filter.words or "",
        "kind": kind,
        "party": filter.party or "",
        "issue": filter.issue or "",
        "since": filter.since or "",
        "until": filter.until or "",
    }
    return Address("/search", {key: value for key, value in query.items() if value}).with_()
