"""A document as stored, with everything read from it marked in place; two of one family beside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath

from soten.export.annotation import marked_object
from soten.export.families import comparison_object, word_of
from soten.export.listing import summary
from soten.query.differences import LONGEST, Kind
from soten.query.families import Comparison, compare
from soten.query.marking import Marked, marked, text_of
from soten.records import Span, UsageError
from soten.web.answering import Shown, respond
from soten.web.marktext import LAYERS, Entry, blocks_of, cut_at, entries_of, pieces_of
from soten.web.negotiation import Format, asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import one as described
from soten.web.openapi import plain_text
from soten.web.site import Site
from soten.web.visitors import visitor_of
from soten.web.words import Pair
from soten.web.words_documents import WORDS as _WORDS

router = APIRouter(tags=["documents"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
_HEAD = 40
"""A story is named by so many characters of its beginning."""

Id = Annotated[str, InPath(max_length=200, description="The document's id.")]
Version = Annotated[int | None, Query(ge=1, description="A version; the current one if left out.")]


@router.get(
    "/documents/{id}",
    summary="A document with its records in place",
    responses=described("document"),
)
def document(
    request: Request,
    id: Id,
    at: Annotated[str, Query(max_length=40, description="A place: start-end.")] = "",
    part: Annotated[int | None, Query(ge=1, description="Which part of a long text.")] = None,
    version: Version = None,
    layer: Annotated[
        list[str] | None, Query(description="Kinds of record that are marked; all if left out.")
    ] = None,
) -> Response:
    """Return a part of a document's text with everything that was read from it."""
    site: Site = request.app.state.site
    number = None if part is None else part - 1
    shown = marked(site.ledger, id, part=number, at=_place(at), version=version)
    if shown is None:
        raise HTTPException(404, f"there is no document {id}")
    if asked_by(request).format is Format.HTML:
        context = _context(request, shown, _layers(layer))
        return respond(request, Shown("document.html.jinja", {}, context))
    told = marked_object(shown)
    lines = told["records"]
    return respond(
        request,
        Shown("document.html.jinja", told, lines=lines),  # type: ignore[arg-type]  # objects, as just made
    )


@router.get(
    "/documents/{id}/text",
    summary="The stored text",
    responses=plain_text(),
    response_class=Response,
)
def text(request: Request, id: Id, version: Version = None) -> Response:
    """Return a document's stored text as a file, byte for byte as its digest says."""
    site: Site = request.app.state.site
    stored = text_of(site.ledger, id, version)
    if stored is None:
        raise HTTPException(404, f"there is no document {id}")
    name = re.sub(r"[^\w.-]", "_", id, flags=re.ASCII)
    headers = {"content-disposition": f'attachment; filename="{name}.txt"'}
    return Response(
        stored.encode("utf-8", "surrogatepass"),
        headers=headers,
        media_type="text/plain; charset=utf-8",
    )


@router.get(
    "/compare/{one}/{other}", summary="Two stories, what differs", responses=described("comparison")
)
def compared(request: Request, one: Id, other: Id) -> Response:
    """Return what differs between two stories, each named by its id or its document's."""
    site: Site = request.app.state.site
    found = compare(site.ledger, one, other)
    told = comparison_object(found)
    sides = [_side(site, found, is_first) for is_first in (True, False)]
    context = {
        "found": found,
        "sides": sides,
        "shared": round(found.shared * 100),
        "word_of": word_of,
        "kinds": [kind for kind in Kind if any(d.kind is kind for d in found.differences)],
    }
    return respond(
        request,
        Shown("compare.html.jinja", told, context, lines=told["differences"]),  # type: ignore[arg-type]  # objects, as just made
    )


def _side(site: Site, found: Comparison, is_first: bool) -> dict[str, object]:
    """Return one story of two: its head, and its text cut at what differs."""
    carrier = found.one if is_first else found.other
    places = [
        (difference.one if is_first else difference.other, number)
        for number, difference in enumerate(found.differences)
    ]
    marked = sorted((place, number) for place, number in places if place is not None)
    text = text_of(site.ledger, carrier.document.id) or ""
    story = text[carrier.span.start : min(carrier.span.end, carrier.span.start + LONGEST)]
    pieces = [
        (tuple(pieces_of(words)), None if at is None else marked[at][1])
        for words, at in cut_at(story, [place for place, _ in marked], carrier.span.start)
    ]
    is_cut = carrier.span.end - carrier.span.start > LONGEST
    return {"carrier": carrier, "pieces": pieces, "is_cut": is_cut}


def _place(at: str) -> Span | None:
    if not at:
        return None
    match = _PLACE.fullmatch(at)
    if match is None or int(match[1]) >= int(match[2]):
        raise UsageError(f"not a place (such as 120-134): {at!r}")
    return Span(int(match[1]), int(match[2]))


def _layers(asked: list[str] | None) -> tuple[str, ...]:
    if asked is None:
        return LAYERS
    named = {name for part in asked for name in part.split(",")}
    return tuple(kind for kind in LAYERS if kind in named)


def _context(request: Request, shown: Marked, layers: tuple[str, ...]) -> dict[str, object]:
    site: Site = request.app.state.site
    names = site.names(asked_by(request, site.options.language).language)
    entry_of, entries = entries_of(shown.rows)
    blocks = blocks_of(shown, entry_of)
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(entry.row.record.kind, []).append(entry)
    stories = shown.stories
    return {
        "shown": shown,
        "title": _title(shown),
        "blocks": blocks,
        "entries": entries,
        "grouped": grouped,
        "kinds": LAYERS,
        "layers": layers,
        "tally": Counter(row.record.kind for row in shown.rows),
        "near": list(_near(shown.number, len(shown.parts))),
        "outlets": shown.outlets,
        "story_heads": [_head(shown.text, story.span) for story in stories[:200]],
        "at_start": None if shown.at is None else max(shown.at.start, shown.span.start),
        "summary": lambda row: summary(row, names),
        "review": "/review/add" in request.app.state.paths and visitor_of(request).decides,
    }


def _title(shown: Marked) -> str:
    facts = shown.facts
    return facts.title or facts.name.rstrip("/").rpartition("/")[2] or facts.id


def _head(text: str, span: Span) -> str:
    """Return the first line of a story, cut."""
    line = text[span.start : min(span.end, span.start + 400)].strip().partition("\n")[0]
    return line if len(line) <= _HEAD else f"{line[:_HEAD]}…"


def _near(number: int, count: int) -> Iterator[int | None]:
    """Yield the numbers of parts to link to, None where some are left out."""
    before = -1
    for at in range(count):
        if at in (0, count - 1) or abs(at - number) <= 3:
            if at > before + 1:
                yield None
            yield at
            before = at
