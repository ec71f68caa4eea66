"""Who said what to whom and when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fastapi import APIRouter, Request, Response

from soten import query
from soten.export.answers import row_object
from soten.web.answering import Shown, each, respond
from soten.web.feeds import record_entries
from soten.web.filters import Asking
from soten.web.onestate import OfOneState
from soten.web.openapi import listed
from soten.web.words import Pair

router = APIRouter(tags=["statements"], route_class=OfOneState)

WORDS: Mapping[str, Pair] = {
    "statements.title": ("発言", "Statements"),
    "statements.lead": (
        "誰が、誰に、いつ、何と言ったか。",
        "Who said what to whom, and when.",
    ),
    "statements.to": ("{who}に対して", "to {who}"),
}


@router.get(
    "/statements", summary="Statements, the newest first", responses=listed("statement", feed=True)
)
def statements(request: Request, asking: Asking) -> Response:
    """Return who said what to whom and when."""
    site = request.app.state.site
    page = query.statements(site.ledger, asking.filter(), limit=asking.limit, after=asking.cursor)
    return respond(
        request,
        Shown(
            "statements.html.jinja",
            each(row_object, page.rows),
            {"rows": page.rows, "asking": asking, "title_key": "statements.title"},
            page.next,
            feed=partial(record_entries, request, page.rows),
        ),
    )
