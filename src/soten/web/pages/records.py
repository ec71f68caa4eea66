"""The permanent address of every record: its words in their place, its citation, its selectors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi import Path as InPath

from soten.export.annotation import record_annotated
from soten.export.answers import detail_object, row_object
from soten.export.citation import citation
from soten.export.columns import UNKNOWN, Names, cells
from soten.export.decided import entry_line
from soten.export.exchange import Object
from soten.export.labels import label
from soten.query import GoneDetail, RecordDetail, Row
from soten.query.details import record_detail
from soten.query.elsewhere import elsewhere
from soten.query.marking import text_of
from soten.query.support import Support
from soten.records import Quote, Record, Statement
from soten.web.answering import Shown, respond
from soten.web.marktext import cut_at
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import one, plain_text
from soten.web.site import Site
from soten.web.words import Pair

router = APIRouter(tags=["records"], route_class=OfOneState)

WORDS: Mapping[str, Pair] = {
    "record.gone": (
        "のちの読み取りではこの記録は見つかりませんでした。読まれた版の言葉を残してあります。",
        "Later readings no longer found this record. The words it was read from are kept.",
    ),
    "record.evidence": ("根拠の言葉", "The words it rests on"),
    "record.place": ("{first}〜{last}字目", "characters {first} to {last}"),
    "record.open": ("文書の中で見る", "See it in the document"),
    "record.cite": ("引用", "Citation"),
    "record.facts": ("読み取ったこと", "What was read"),
    "record.rule": ("読み取りの規則", "Reading rule"),
    "record.state": ("確認の状態", "Who has looked at it"),
    "record.support": ("裏付け", "Support"),
    "record.support.is": (
        "独立した記事 {families}、もとの情報源 {primary}、写し {copies}",
        "{families} independent {families:report|reports}, "
        "{primary} primary {primary:source|sources}, {copies} {copies:copy|copies}",
    ),
    "record.elsewhere": ("ほかの文書での同じこと", "The same told elsewhere"),
    "record.elsewhere.of": (
        "{n}件のうち{shown}件を示します。",
        "{shown} of {n} are shown.",
    ),
    "record.related": (
        "同じ言葉による、または関わる記録",
        "Records of the same words, or tied to it",
    ),
    "record.data": ("データ", "Data"),
    "record.data.why": (
        "W3C Web Annotation の位置・引用セレクターつき",
        "with W3C Web Annotation selectors",
    ),
    "record.decisions": ("決めたこと", "What people decided"),
    "record.version": ("第{n}版の本文", "text of version {n}"),
}

Id = Annotated[str, InPath(max_length=200, description="The record's id.")]


@router.get("/records/{id}", summary="One record with its evidence", responses=one("record"))
def record(request: Request, id: Id) -> Response:
    """Return a record in full: its evidence in place, what supports it, what is tied to it."""
    site: Site = request.app.state.site
    detail = _found(site, id)
    if isinstance(detail, GoneDetail):
        gone = detail_object(detail)
        return respond(request, Shown("gone.html.jinja", gone, {"detail": detail}))
    row = detail.row
    text = text_of(site.ledger, row.document.id) or ""
    others = elsewhere(site.ledger, row)
    names = site.names(asked_by(request, site.options.language).language)

    def told() -> Object:
        return {
            **record_annotated(detail, text),
            "elsewhere": [row_object(other) for other in others.rows],
            "support": _support(others.support),
        }

    context = {
        "detail": detail,
        "row": row,
        "snippet": list(
            cut_at(detail.context.text, detail.context.marks, detail.context.span.start)
        ),
        "others": others,
        "citation": _citation(row, names),
        "facts": _facts(row, names),
        "decisions": [entry_line(entry, names) for entry in detail.decisions],
    }
    return respond(request, Shown("record.html.jinja", told, context))


@router.get(
    "/records/{id}/citation",
    summary="A record as one line to cite",
    responses=plain_text(),
    response_class=Response,
)
def cited(request: Request, id: Id) -> Response:
    """Return a record's words with speaker, source, date and id, as plain text."""
    site: Site = request.app.state.site
    detail = _found(site, id)
    if isinstance(detail, GoneDetail):
        raise HTTPException(404, f"record {id} is no longer found")
    names = site.names(asked_by(request, site.options.language).language)
    headers = {"vary": "Accept-Language, Cookie"}
    line = _citation(detail.row, names).encode("utf-8", "replace")
    return Response(line, headers=headers, media_type="text/plain; charset=utf-8")


def _found(site: Site, id: str) -> RecordDetail | GoneDetail:
    detail = record_detail(site.ledger, id)
    if detail is None:
        raise HTTPException(404, f"there is no record {id}")
    return detail


def _facts(row: Row[Record], names: Names) -> list[tuple[str, str]]:
    """Return the fields of a record that hold something, with their headings."""
    found = cells(row, names)
    for key in ("what", "quote"):
        value = getattr(row.record, key, None)
        if value and key not in found:
            found[key] = label(value, names.language) if isinstance(value, Quote) else value
    told = ((key, value) for key, value in found.items() if key != "date" and value != UNKNOWN)
    return [(names.heading(key), value) for key, value in told]


def _citation(row: Row[Record], names: Names) -> str:
    speaker = row.record.speaker if isinstance(row.record, Statement) else None
    return citation(row, names.language, names.who(row, speaker.key) if speaker else None)


def _support(support: Support) -> Object:
    return {
        "families": list(support.families),
        "primary": list(support.primary),
        "anonymous": list(support.anonymous),
        "copies": support.copies,
    }
