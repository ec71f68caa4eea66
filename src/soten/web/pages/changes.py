"""What is new: what the documents that came last tell, as a page, as data and as a feed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from soten.export.news import kind_words, news_object, step_words, whose
from soten.query import Filter, JoinedCommitment, JoinedTalk, Shift
from soten.query.news import REPORTS, NewsKind, news
from soten.web.answering import Shown, each, respond
from soten.web.feeds import news_entries
from soten.web.onestate import OfOneState
from soten.web.openapi import listed
from soten.web.site import Site
from soten.web.words import Pair

router = APIRouter(tags=["changes"], route_class=OfOneState)

WORDS: Mapping[str, Pair] = {
    "changes.title": ("新しい動き", "What is new"),
    "changes.lead": (
        "最後に届いた文書が、会談・主張・態度・約束について新しく伝えること。",
        "What the documents that came last tell anew of talks, claims, stances and promises.",
    ),
    "changes.kinds": ("何についてか", "About what"),
    "changes.kind.all": ("すべて", "all"),
    "changes.first": ("初出", "first told"),
    "changes.came": ("{at}（UTC）に届いた文書から", "From documents that came {at} (UTC)"),
    "changes.from": ("前", "before"),
    "changes.to": ("後", "after"),
    "changes.subscribe": ("この条件でフィードを購読する", "Subscribe to these conditions"),
    "changes.subscribe.how": (
        "フィードの住所を購読ソフトに入れると、新しい動きが届きます。当事者や争点で絞り込んだまま購読できます。",
        "Give a feed reader this address to be told of what is new, narrowed by party or point.",
    ),
}


class Changed(BaseModel):
    """What news can be narrowed by."""

    model_config = ConfigDict(extra="ignore")

    kind: NewsKind | None = Field(None, description="talk, claim, shift or commitment; else all.")
    party: str = Field("", max_length=200, description="An actor (id or name) or its side acts.")
    issue: str = Field("", max_length=200, description="A point at issue: its id or name.")
    limit: int = Field(REPORTS, ge=1, le=50, description="News of so many documents.")
    after: str = Field("", max_length=400, description="The cursor to go on behind.")


@router.get(
    "/changes", summary="What the latest documents tell anew", responses=listed("news", feed=True)
)
def changes(request: Request, asking: Annotated[Changed, Query()]) -> Response:
    """Return what is new, the document that came last first."""
    site: Site = request.app.state.site
    page = news(
        site.ledger,
        Filter(party=asking.party or None, issue=asking.issue or None),
        tuple(NewsKind) if asking.kind is None else (asking.kind,),
        reports=asking.limit,
        after=asking.after or None,
    )
    context = {
        "news": page.rows,
        "asking": asking,
        "kinds": list(NewsKind),
        "whose": whose,
        "kind_words": kind_words,
        "step_words": step_words,
        "is_shift": lambda item: isinstance(item.about, Shift),
        "is_talk": lambda item: isinstance(item.about, JoinedTalk),
        "is_promise": lambda item: isinstance(item.about, JoinedCommitment),
        "title_key": "changes.title",
    }
    data = each(news_object, page.rows)
    feed = partial(news_entries, request, page.rows)
    return respond(request, Shown("changes.html.jinja", data, context, page.next, feed=feed))
