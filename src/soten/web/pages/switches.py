"""Choosing language and theme without script: a cookie, and back to where one was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Response
from starlette.responses import RedirectResponse

from soten.web.negotiation import THEME_COOKIE, THEMES
from soten.web.words import Pair

router = APIRouter(include_in_schema=False)
WORDS: Mapping[str, Pair] = {}
_YEAR_S = 31_536_000


@router.get("/theme")
def choose_theme(
    theme: Annotated[str, Query(max_length=10)] = "auto",
    back: Annotated[str, Query(max_length=2000)] = "/",
) -> Response:
    """Remember the theme and lead back; only to a page of this server."""
    response = RedirectResponse(ours(back), status_code=303)
    if theme in THEMES:
        response.set_cookie(THEME_COOKIE, theme, max_age=_YEAR_S, samesite="lax", path="/")
    return response


def ours(back: str) -> str:
    r"""Return a path of this server to lead back to, the first page for anything else.

    >>> ours("/talks?party=x"), ours("//evil.example"), ours("/\\evil.example"), ours("https://x")
    ('/talks?party=x', '/', '/', '/')
    """
    is_ours = back.startswith("/") and back[1:2] not in ("/", "\\") and back.isprintable()
    return back if is_ours else "/"
