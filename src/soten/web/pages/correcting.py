"""One thing under review: its fields, what it is one with, its log; and adding what was missed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath

from soten.export.decided import entry_object, value_words
from soten.export.exchange import Object, Value, record_object
from soten.query import GoneDetail, Row
from soten.query.details import in_place, record_found, record_rows
from soten.query.marking import text_of
from soten.records import ConflictError, Json, Record, Span, UsageError
from soten.review import JOINED, History, history, read_fields
from soten.store import StoredRecord
from soten.web.answering import Shown, respond
from soten.web.gate import Form, form_of
from soten.web.marktext import cut_at
from soten.web.negotiation import asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import one
from soten.web.pages.review import (
    conflict,
    join,
    reviewer_of,
    site_of,
    taken_context,
    told,
    told_back,
)
from soten.web.reviewfields import KINDS, as_typed, fields_of
from soten.web.visitors import visitor_of
from soten.web.words import Pair

router = APIRouter(tags=["review"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = {}

MEMBERS = 50
_AROUND = 200

Id = Annotated[str, InPath(max_length=200, description="The record's id.")]


@router.get(
    "/review/records/{id}", summary="One record with its decisions", responses=one("record")
)
def record(request: Request, id: Id, done: Annotated[str, Query(max_length=400)] = "") -> Response:
    """Return a record, what the reader found, what was decided on it, and by whom."""
    return _page(request, id, done=done)


def _page(
    request: Request, id: str, *, troubles: dict[str, str] | None = None, done: str = ""
) -> Response:
    """Return the page; with `troubles` what was typed stands in the form, with what is wrong."""
    site, form = site_of(request), form_of(request)
    found = record_found(site.ledger, id)
    if not isinstance(found, StoredRecord):
        kind = "is no longer found" if isinstance(found, GoneDetail) else "is not there"
        raise HTTPException(404, f"record {id} {kind}")
    row, place = in_place(site.ledger, found)
    past = history(site.ledger, row.id)
    record, names = row.record, site.names(asked_by(request, site.options.language).language)
    snippet = cut_at(place.text, place.marks, place.span.start)
    decides = visitor_of(request).decides
    stored = fields_of(site.ledger, record.kind, names, record) if decides else []
    context = {
        "row": row,
        "mark": form.get("mark") or past.mark,
        "log": told(request, past.entries),
        "snippet": list(snippet),
        "fields": as_typed(stored, _typed(form), troubles),
        "was": {one.name: form.get(f"was.{one.name}", one.text) for one in stored},
        "trouble": (troubles or {}).get("", ""),
        "members": _members(request, row.id, record.kind),
        "is_joined": record.kind in JOINED,
        "found_otherwise": _found(past),
        "done": taken_context(request, done),
    }
    decided: list[Value] = [entry_object(entry) for entry in past.entries]
    told_data: Object = {
        **record_object(record),
        "state": row.state.value,
        "mark": past.mark,
        "decisions": decided,
    }
    status = 422 if troubles else 200
    return respond(request, Shown("review_record.html.jinja", told_data, context, status=status))


def _found(past: History) -> list[tuple[str, str]]:
    """Return the fields that the reader found otherwise."""
    if past.found is None or past.record is None:
        return []
    now, then = record_object(past.record), record_object(past.found)
    return [
        (key, value_words(then[key]))
        for key in then
        if key in now and now[key] != then[key] and key != "id"
    ]


def _members(request: Request, id: str, kind: str) -> list[Row[Record]]:
    """Return the other records that are one with this one."""
    site = site_of(request)
    if kind not in JOINED:
        return []
    group = site.ledger.groups_with(kind, [id]).get(id)
    others = [] if group is None else [other for other in group.members if other != id]
    return record_rows(site.ledger, others[:MEMBERS])


@router.post("/review/records/{id}", include_in_schema=False)
def correct(request: Request, id: Id) -> Response:
    """Correct the fields that were changed in the form; what does not hold is told at the field."""
    site, form = site_of(request), form_of(request)
    stored = site.ledger.record(id)
    if stored is None:
        raise HTTPException(404, f"record {id} is not there")
    given = _typed(form)
    changed = {n: text for n, text in given.items() if text.strip() != _was(form, n)}
    mark = form.get("mark", "")
    reviewer = reviewer_of(request, {id: mark} if mark else None)
    if not changed:
        return _page(request, id, troubles={"": "review.unchanged"})
    values, troubles = _read(request, stored.record.evidence.document, changed, stored.record)
    if troubles:
        return _page(request, id, troubles=troubles)
    try:
        taken = reviewer.correct([id], values, form.get("why", "")[:2000])
    except ConflictError:
        return conflict(request, [id], "correct", changed)
    except UsageError as error:
        return _page(request, id, troubles=_placed(str(error), changed))
    join(request)
    return told_back(request, [taken], form.get("back") or f"/review/records/{id}")


def _was(form: Form, name: str) -> str | None:
    """Return what stood in a field when its form was shown, None where that is not told."""
    was = form.get(f"was.{name}")
    return None if was is None else was.strip()


def _typed(form: Form) -> dict[str, str]:
    return {
        name.removeprefix("f."): text[:20_000]
        for name, text in form.items()
        if name.startswith("f.")
    }


def _read(
    request: Request, document: str, typed: Mapping[str, str], record: Record | None
) -> tuple[dict[str, Json], dict[str, str]]:
    """Return what the typed fields mean, and what is wrong with which."""
    values: dict[str, Json] = {}
    troubles: dict[str, str] = {}
    for name, text in typed.items():
        try:
            values |= read_fields(site_of(request).ledger, document, {name: text}, record)
        except UsageError as error:
            troubles[name] = str(error)
    return values, troubles


def _placed(message: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Return a complaint at the field it is about, as far as it can be told."""
    about = [name for name in typed if name in message or (typed[name] and typed[name] in message)]
    name = about[0] if about else next(iter(typed)) if len(typed) == 1 else ""
    return {name: message}


@router.get("/review/add", summary="The form for a record that was missed", include_in_schema=False)
def missed(
    request: Request,
    document: Annotated[str, Query(max_length=200)],
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int, Query(ge=0)] = 0,
    kind: Annotated[str, Query(max_length=40)] = "statement",
) -> Response:
    """Return the form for a record that the reader missed in these words."""
    return _adding(request, document, start, end, kind)


def _adding(
    request: Request,
    document: str,
    start: int,
    end: int,
    kind: str,
    typed: dict[str, str] | None = None,
    troubles: dict[str, str] | None = None,
) -> Response:
    site = site_of(request)
    text = text_of(site.ledger, document)
    if text is None:
        raise HTTPException(404, f"there is no document {document}")
    if kind not in KINDS:
        raise UsageError(f"no kind of record is {kind!r}")
    start, end = min(start, len(text)), min(end, len(text))
    names = site.names(asked_by(request, site.options.language).language)
    context = {
        "document": site.ledger.facts([document])[document],
        "start": start,
        "end": end,
        "before": text[max(0, start - _AROUND) : start],
        "words": text[start:end],
        "after": text[end : end + _AROUND],
        "kind": kind,
        "kinds": tuple(KINDS),
        "fields": as_typed(fields_of(site.ledger, kind, names), typed, troubles),
        "trouble": (troubles or {}).get("", ""),
        "is_given": start < end,
    }
    told_data: Object = {"document": document, "start": start, "end": end, "kind": kind}
    status = 422 if troubles else 200
    return respond(request, Shown("review_add.html.jinja", told_data, context, status=status))


@router.post("/review/add", include_in_schema=False)
def add(request: Request) -> Response:
    """Add a record that the reader missed."""
    form = form_of(request)
    document, kind = form.get("document", ""), form.get("kind", "")
    try:
        start, end = int(form.get("start", "")), int(form.get("end", ""))
    except ValueError:
        raise UsageError("start and end of the words are numbers") from None
    reviewer = reviewer_of(request)
    given = _typed(form)
    typed = {name: text for name, text in given.items() if text.strip()}
    if not 0 <= start < end:
        return _adding(
            request, document, max(start, 0), max(end, 0), kind, given, {"": "review.nowords"}
        )
    if text_of(reviewer.ledger, document) is None:
        raise HTTPException(404, f"there is no document {document}")
    values, troubles = _read(request, document, typed, None)
    if troubles:
        return _adding(request, document, start, end, kind, given, troubles)
    try:
        taken = reviewer.add(kind, document, Span(start, end), values, form.get("why", "")[:2000])
    except UsageError as error:
        return _adding(request, document, start, end, kind, given, _placed(str(error), given))
    join(request)
    return told_back(request, [taken], f"/review/records/{taken.targets[0].id}")
