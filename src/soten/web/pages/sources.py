"""Sources: publishers, chains, wire families, words chosen, grades, silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath

from soten import query
from soten.export.answers import source_object
from soten.export.exchange import Object
from soten.export.families import family_object, reason_word, word_of
from soten.export.sourcing import chain_object, publisher_object, silence_object, word_object
from soten.query import Family, FamilyStory
from soten.query.outlets import chains, publishers
from soten.query.silence import habits, silent_on
from soten.query.wordchoice import Choice, word_choice
from soten.records import UsageError
from soten.web.answering import Shown, each, respond
from soten.web.counting import Count
from soten.web.filters import Asking
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import listed, one
from soten.web.scanning import window
from soten.web.site import Site
from soten.web.words import Pair
from soten.web.words_sources import WORDS as _WORDS

router = APIRouter(tags=["sources"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

_COLUMNS = 6
"""So many publishers have a column of their own where words are compared."""
LATEST_USES = 5_000
"""Of a large ledger so many uses of words are looked at where a filter lets much through."""


def counted_ahead(_: Site) -> Iterator[Count[object]]:
    """Yield what the pages show of a whole ledger."""
    for count in (publishers, chains, word_choice, habits):
        yield Count.by(count)


def _shown(
    request: Request,
    view: str,
    data: list[Object] | Callable[[], list[Object]],
    next: str | None,
    **context: object,
) -> Response:
    context = {"view": view, **context}
    return respond(request, Shown(f"sources_{view}.html.jinja", data, context, next))


@router.get(
    "/sources", summary="Publishers, the most documents first", responses=listed("publisher")
)
def by_publisher(request: Request, asking: Asking) -> Response:
    """Return what each publisher carried first, took from others, and what became of its claims."""
    site: Site = request.app.state.site
    counted = site.memo.counted(Count.by(publishers))
    page = window(counted.value, asking.limit, asking.after)
    labels = site.ledger.labels({id for one in page.rows for id in one.takes_from})
    data = each(publisher_object, page.rows)
    context = {"rows": page.rows, "labels": labels, "counted": counted}
    return _shown(request, "publishers", data, page.next, **context)


@router.get("/sources/chains", summary="Ways reports came", responses=listed("chain"))
def by_chain(request: Request, asking: Asking) -> Response:
    """Return the chains from an origin to a publisher, the most used first."""
    site: Site = request.app.state.site
    counted = site.memo.counted(Count.by(chains))
    page = window(counted.value, asking.limit, asking.after)
    data = each(chain_object, page.rows)
    return _shown(request, "chains", data, page.next, rows=page.rows, counted=counted)


@router.get("/sources/words", summary="Words chosen for one thing", responses=listed("word_choice"))
def by_word(request: Request, asking: Asking) -> Response:
    """Return the things for which publishers choose different words, the most divided first."""
    site: Site = request.app.state.site
    filter = asking.filter()
    counted, latest = None, None
    if filter == query.EVERYTHING:
        counted = site.memo.counted(Count.by(word_choice))
        found = counted.value
    else:
        latest = LATEST_USES if site.is_large() else None
        found = word_choice(site.ledger, filter, latest=latest)
    page = window(found, asking.limit, asking.after)
    context = {
        "rows": [(choice, _columns(choice)) for choice in page.rows],
        "asking": asking,
        "counted": counted,
        "latest": latest,
    }
    return _shown(request, "words", [word_object(one) for one in page.rows], page.next, **context)


def _columns(choice: Choice) -> tuple[str, ...]:
    """Return the publishers that use the words of a choice most."""
    uses: Counter[str] = Counter()
    for word in choice.words:
        for use in word.uses:
            uses[use.publisher] += use.uses
    return tuple(who for who, _ in sorted(uses.items(), key=lambda t: (-t[1], t[0]))[:_COLUMNS])


@router.get("/sources/silence", summary="Who fell silent", responses=listed("silence"))
def by_silence(
    request: Request,
    asking: Asking,
    on: Annotated[str, Query(max_length=10, description="Seen from this day; the latest.")] = "",
) -> Response:
    """Return who used to speak or to publish and fell silent, the longest first."""
    site: Site = request.app.state.site
    day = _day(on) if on else site.ledger.last_day()
    counted = site.memo.counted(Count.by(habits))
    found = () if day is None else silent_on(counted.value, day)
    page = window(found, asking.limit, asking.after)
    context = {"rows": page.rows, "on": on, "day": day, "counted": counted}
    return _shown(
        request, "silence", [silence_object(one) for one in page.rows], page.next, **context
    )


def _day(on: str) -> str:
    try:
        return date.fromisoformat(on).isoformat()
    except ValueError:
        raise UsageError(f"not a day (such as 2025-12-03): {on!r}") from None


@router.get(
    "/sources/documents", summary="Documents, the latest first", responses=listed("document")
)
def by_document(request: Request, asking: Asking) -> Response:
    """Return the documents of the ledger with what was read from each."""
    site: Site = request.app.state.site
    page = query.sources(site.ledger, asking.filter(), limit=asking.limit, after=asking.cursor)
    data = each(source_object, page.rows)
    return _shown(request, "documents", data, page.next, rows=page.rows, asking=asking)


@router.get("/families", summary="Stories that are copies", responses=listed("family"))
def families(request: Request, asking: Asking) -> Response:
    """Return wire families of two stories or more, the latest first."""
    site: Site = request.app.state.site
    page = query.families(site.ledger, asking.filter(), limit=asking.limit, after=asking.cursor)
    context = {"rows": page.rows, "asking": asking, **_words(request)}
    data = each(family_object, page.rows)
    return _shown(request, "families", data, page.next, **context)


@router.get("/families/{id}", summary="One wire family", responses=one("family"))
def family(
    request: Request,
    id: Annotated[str, InPath(max_length=200, description="The family's or a story's id.")],
) -> Response:
    """Return the stories of a family, the first known carrier first, and why they are one."""
    site: Site = request.app.state.site
    found = query.family_of(site.ledger, id)
    if found is None:
        raise HTTPException(404, f"there is no family {id}")
    origins = site.ledger.labels({story.origin for story in found.stories if story.origin})
    context = {"family": found, "view": "families", "origins": origins, **_words(request)}
    shown = Shown("family.html.jinja", partial(family_object, found), context, lines="stories")
    return respond(request, shown)


def _words(request: Request) -> dict[str, object]:
    site: Site = request.app.state.site
    language = asked_by(request, site.options.language).language

    def tied(family: Family, story: FamilyStory) -> Iterable[str]:
        """Return how a story is tied to its family, the surest reason first."""
        mine = [r for r in family.reasons if story.id in (r.one, r.other)]
        mine.sort(key=lambda reason: (-reason.confidence, reason.why))
        return [reason_word(reason.why, language) for reason in mine[:1]]

    return {"tied": tied, "first_by": lambda family: word_of(family.first_by, language)}
