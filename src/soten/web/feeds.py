"""Entries of feeds: news, and lines of lists of records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from starlette.requests import Request

from soten.export.atom import Entry, tag
from soten.export.citation import citation
from soten.export.columns import Names
from soten.export.labels import kind_label
from soten.export.neutral import plain
from soten.export.news import headline, thing_of
from soten.query import Found, Row
from soten.query.news import News, NewsKind
from soten.records import Record
from soten.web.negotiation import asked_by
from soten.web.site import Site

_PAGES = {NewsKind.TALK: "/talks", NewsKind.COMMITMENT: "/commitments"}
_LONGEST = 90


def news_entries(request: Request, news: Sequence[News]) -> list[Entry]:
    """Return items of news as entries, each leading to its record."""
    names = _names(request)
    return [
        Entry(
            tag("news", f"{item.kind.value}:{item.id}"),
            headline(item, names),
            item.came_at,
            f"/records/{item.id}",
            citation(item.row, names.language),
            item.row.document.publisher,
            f"{_PAGES[item.kind]}/{thing_of(item)}" if item.kind in _PAGES else None,
            (item.kind.value, *item.row.issues),
        )
        for item in news
    ]


def record_entries(request: Request, rows: Iterable[Row[Record]]) -> list[Entry]:
    """Return records as entries: their kind and words, with source and date."""
    names = _names(request)
    return [
        Entry(
            tag("record", row.id),
            f"{kind_label(row.record.kind, names.language)}: {_cut(row.evidence.exact)}",
            row.document.added_at,
            f"/records/{row.id}",
            citation(row, names.language),
            row.document.publisher,
            None,
            (row.record.kind, *row.issues),
        )
        for row in rows
    ]


def hit_entries(request: Request, found: Found) -> list[Entry]:
    """Return what a search found as entries: documents that hold the words, then records."""
    documents = [
        Entry(
            tag("document", hit.document.id),
            plain(hit.document.title or hit.document.name.rpartition("/")[2]),
            hit.document.added_at,
            f"/documents/{hit.document.id}",
            plain(" … ".join(snippet.text for snippet in hit.snippets)),
            hit.document.publisher,
            None,
            ("document",),
        )
        for hit in found.documents
    ]
    return [*documents, *record_entries(request, found.records)]


def _names(request: Request) -> Names:
    site: Site = request.app.state.site
    return site.names(asked_by(request, site.options.language).language)


def _cut(words: str) -> str:
    shown = plain(words)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
