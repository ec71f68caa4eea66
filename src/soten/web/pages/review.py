"""What to look at first, and deciding on it: one form a thing, one key a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import APIRouter, HTTPException, Query, Request, Response
from starlette.responses import RedirectResponse

from soten.export.decided import decision_words, entry_object
from soten.export.reviewing import doubt_words, due_object
from soten.query.details import in_place, record_found
from soten.records import Action, ConflictError, Decision, UsageError
from soten.review import NEWEST, Due, Reviewer, history, orphans
from soten.store import Entry, Search, StoredRecord
from soten.store.decided import decision_object
from soten.web.answering import Shown, each, respond
from soten.web.filters import Filters
from soten.web.gate import form_of
from soten.web.negotiation import Format, asked_by
from soten.web.onestate import OfOneState
from soten.web.openapi import DECISION, decided, listed
from soten.web.pages.switches import ours
from soten.web.queues import Queues
from soten.web.site import Address, Site
from soten.web.visitors import visitor_of
from soten.web.words import Pair
from soten.web.words_review import WORDS as _WORDS

router = APIRouter(tags=["review"], route_class=OfOneState)
WORDS: Mapping[str, Pair] = _WORDS

SHOWN, MOST = 20, 100
FEWER = 45
"""Of a large ledger so many of each kind are weighed, so that nobody waits; the page says so."""
LOG_ROWS = 50


@router.get("/review", summary="What to decide on first", responses=listed("due"))
def due(
    request: Request,
    asking: Annotated[Filters, Query()],
    kind: Annotated[str, Query(max_length=40, description="Only this kind of record.")] = "",
    done: Annotated[str, Query(max_length=400, description="Decisions just taken.")] = "",
) -> Response:
    """Return what is uncertain and central and nobody has decided on, with the reasons."""
    site = site_of(request)
    filter = replace(asking.filter(), kinds=(kind,) if kind else ())
    limit = min(asking.limit, MOST) if "limit" in request.query_params else SHOWN
    newest = FEWER if site.is_large() else NEWEST
    found = queues_of(request).due(site.ledger, filter, limit, newest)
    names = site.names(asked_by(request, site.options.language).language)
    context = {
        "found": found,
        "ends": {one.ids: _ends(site, one) for one in found},
        "asking": asking,
        "kind": kind,
        "kinds": KINDS,
        "doubt": lambda doubt: doubt_words(doubt, names),
        "done": taken_context(request, done),
        "newest": newest,
    }
    return respond(request, Shown("review.html.jinja", each(due_object, found), context))


KINDS = ("statement", "talk", "figure", "position", "claim", "commitment", "event")


def _ends(site: Site, due: Due) -> list[dict[str, object]]:
    """Return both ends of a proposed link that are no records: actors, stories."""
    rows = {row.id: row for row in due.rows}
    labels = site.ledger.labels([id for id in due.ids if id not in rows])
    documents = [id.partition(".")[0] for id in due.ids if due.kind == "story"]
    facts = site.ledger.facts(documents) if documents else {}
    return [
        {
            "id": id,
            "row": rows.get(id),
            "label": labels.get(id),
            "document": facts.get(id.partition(".")[0]),
        }
        for id in due.ids
    ]


def taken_context(request: Request, done: str) -> list[dict[str, object]]:
    """Return decisions that were just taken, as a page tells them."""
    ids = tuple(id for id in done.split(",") if id)[:10]
    if not ids:
        return []
    return told(request, site_of(request).ledger.decisions(Search(ids=ids)))


def told(request: Request, entries: Sequence[Entry]) -> list[dict[str, object]]:
    """Return decisions as a page tells them."""
    site = site_of(request)
    names = site.names(asked_by(request, site.options.language).language)
    return [
        {
            "entry": entry,
            "words": decision_words(entry.decision, names),
            "at": entry.decision.at[:16].replace("T", " "),
        }
        for entry in entries
    ]


@router.post(
    "/review/decide", summary="Decide about records", responses=decided(), openapi_extra=DECISION
)
def decide(request: Request) -> Response:
    """Take a decision, or take one back; where somebody was quicker, show theirs."""
    form = form_of(request)
    act, why = form.get("act", ""), form.get("why", "")[:2000]
    pairs = [*zip_longest(form.every("id"), form.every("mark"), fillvalue="")]
    pairs += [(id, mark) for id, _, mark in (one.partition("=") for one in form.every("pick"))]
    ids = [id for id, _ in pairs if id]
    reviewer = reviewer_of(request, {id: mark for id, mark in pairs if id and mark})
    try:
        taken = _take(reviewer, act, ids, why, form.every("decision"))
    except ConflictError:
        return conflict(request, ids, act)
    join(request)
    return told_back(request, taken, form.get("back", "/review"))


def _take(
    reviewer: Reviewer, act: str, ids: Sequence[str], why: str, decisions: Sequence[str]
) -> Sequence[Decision]:
    match act:
        case "accept":
            return [reviewer.accept(ids, why)]
        case "reject":
            return [reviewer.reject(ids, why)]
        case "retract":
            return [reviewer.retract(ids, why)]
        case "merge":
            return [reviewer.merge(ids, why)]
        case "split":
            return [reviewer.split(ids, why)]
        case "undo":
            return reviewer.undo(decisions or [_last(reviewer)], why)
    raise UsageError(f"not a decision: {act!r}")


def _last(reviewer: Reviewer) -> str:
    """Return the last decision of this person that holds and takes nothing back."""
    actions = tuple(action for action in Action if action is not Action.UNDO)
    search = Search(by=reviewer.by, actions=actions, only_holding=True)
    found = reviewer.ledger.decisions(search, limit=1)
    if not found:
        raise UsageError("there is nothing to take back")
    return found[0].decision.id


def conflict(
    request: Request, ids: Sequence[str], act: str, typed: Mapping[str, str] | None = None
) -> Response:
    """Return what others decided while somebody looked; nothing of either is lost."""
    site = site_of(request)
    if asked_by(request).format is not Format.HTML:
        raise HTTPException(409, "changed since you looked at it; look again, then decide")
    things = []
    for id in ids[:MOST]:
        past = history(site.ledger, id)
        found = record_found(site.ledger, id)
        row = in_place(site.ledger, found)[0] if isinstance(found, StoredRecord) else None
        things.append({"id": id, "mark": past.mark, "row": row, "log": told(request, past.entries)})
    form = form_of(request)
    context = {
        "things": things,
        "act": act,
        "typed": typed or {},
        "back": ours(form.get("back", "/review")),
        "why": form.get("why", ""),
    }
    status = 200 if _is_part(request) else 409
    template = (
        "review_conflict_part.html.jinja" if _is_part(request) else "review_conflict.html.jinja"
    )
    return respond(request, Shown(template, {"ids": list(ids)}, context, status=status))


def told_back(request: Request, taken: Sequence[Decision], back: str) -> Response:
    """Answer a decision: data, a part of a page for script, or the way back to the page."""
    ids = [decision.id for decision in taken]
    if asked_by(request).format is not Format.HTML:
        told_data = [decision_object(decision) for decision in taken]
        return respond(request, Shown("review.html.jinja", told_data))
    if _is_part(request):
        entries = site_of(request).ledger.decisions(Search(ids=tuple(ids)))
        context = {"done": told(request, entries), "back": ours(back)}
        return respond(request, Shown("review_done.html.jinja", {"ids": list(ids)}, context))
    parts = urlsplit(ours(back))
    query = {key: value for key, value in parse_qsl(parts.query) if key != "done"}
    target = Address(parts.path, {**query, "done": ",".join(ids[:10])}).with_()
    return RedirectResponse(target, status_code=303)


def _is_part(request: Request) -> bool:
    return request.headers.get("hx-request") == "true"


def reviewer_of(request: Request, expected: Mapping[str, str] | None = None) -> Reviewer:
    """Return the visitor as a reviewer; raise 403 where they may not decide."""
    visitor = visitor_of(request)
    if not visitor.decides or visitor.name is None:
        raise HTTPException(403, "only reviewers decide; start with --review, or log in as one")
    return Reviewer(site_of(request).ledger, visitor.name, expected or None)


def join(request: Request) -> None:
    """Have joined what a decision touched."""
    site = site_of(request)
    if site.options.join is not None:
        site.options.join(site.ledger)


def queues_of(request: Request) -> Queues:
    """Return the queues that are kept for a while."""
    found: Queues = request.app.state.queues
    return found


def site_of(request: Request) -> Site:
    """Return what all requests share."""
    site: Site = request.app.state.site
    return site


@router.get("/review/log", summary="Decisions, the latest first", responses=listed("decision"))
def log(
    request: Request,
    by: Annotated[str, Query(max_length=200, description="Whose decisions.")] = "",
    about: Annotated[str, Query(max_length=200, description="On this record or thing.")] = "",
    since: Annotated[str, Query(max_length=40, description="Since this moment.")] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = LOG_ROWS,
    after: Annotated[str, Query(max_length=400)] = "",
) -> Response:
    """Return who decided what, when and why, and whether it still holds."""
    search = Search(about=(about,) if about else None, by=by or None, since=since or None)
    found = site_of(request).ledger.decisions(search, limit=limit + 1, after=after or None)
    shown = found[:limit]
    following = shown[-1].cursor if len(found) > limit else None
    context = {"log": told(request, shown), "asking": {"by": by, "about": about, "since": since}}
    objects = [entry_object(entry) for entry in shown]
    return respond(request, Shown("review_log.html.jinja", objects, context, following))


@router.get("/review/orphans", summary="Decisions that reach nothing", responses=listed("decision"))
def lost(request: Request) -> Response:
    """Return the decisions that hold and of which something is not found."""
    found = orphans(site_of(request).ledger)
    context = {"log": told(request, found[:500]), "asking": None}
    objects = [entry_object(entry) for entry in found]
    return respond(request, Shown("review_log.html.jinja", objects, context))
