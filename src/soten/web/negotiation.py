"""What a request asks for besides its address: format, language, theme.

The same address gives a page, JSON, JSON Lines or CSV: by the ending of the path (`/talks.json`) or by
`Accept`. The language is that of `?lang=`, else of the cookie, else of the browser, else Japanese.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from soten.settings import Language

LANGUAGE_COOKIE = "soten_lang"
THEME_COOKIE = "soten_theme"
THEMES = ("auto", "light", "dark")


class Format(StrEnum):
    """How an answer is written."""

    HTML = "html"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    ATOM = "atom"
    ICS = "ics"


MEDIA_TYPES = {
    Format.HTML: "text/html",
    Format.JSON: "application/json",
    Format.NDJSON: "application/x-ndjson",
    Format.CSV: "text/csv",
    Format.ATOM: "application/atom+xml",
    Format.ICS: "text/calendar",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Format, language and theme of a request."""

    format: Format
    language: Language
    theme: str


class Endings:
    """Takes the ending off a path (`.json`), so that one route serves every format."""

    def __init__(self, app: ASGIApp, besides: tuple[str, ...] = ("/static/", "/openapi.")) -> None:
        """Take the application behind; paths that begin with one of `besides` stay as they are."""
        self.app, self.besides = app, besides

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with the path it is about."""
        if scope["type"] == "http" and not scope["path"].startswith(self.besides):
            path, dot, ending = scope["path"].rpartition(".")
            if dot and path and not path.endswith("/") and ending in set(Format):
                scope = {**scope, "path": path, "raw_path": path.encode()}
                scope["state"] = {**scope.get("state", {}), "format": Format(ending)}
        await self.app(scope, receive, send)


def asked_by(request: Request, default: Language = Language.JA) -> Asked:
    """Return what a request asks for."""
    return Asked(_format(request), _language(request, default), _theme(request))


def _format(request: Request) -> Format:
    told: Format | None = getattr(request.state, "format", None)
    if told is not None:
        return told
    best, sure = Format.HTML, 0.0
    for part in request.headers.get("accept", "").split(","):
        media, _, parameters = part.strip().partition(";")
        weight = _weight(parameters)
        for format, type_ in MEDIA_TYPES.items():
            if media.strip().lower() == type_ and weight > sure:
                best, sure = format, weight
    return best


def _language(request: Request, default: Language) -> Language:
    for told in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if told in set(Language):
            return Language(told)
    best, sure = default, 0.0
    for part in request.headers.get("accept-language", "").split(","):
        tag, _, parameters = part.strip().partition(";")
        primary, weight = tag.strip().lower().partition("-")[0], _weight(parameters)
        if primary in set(Language) and weight > sure:
            best, sure = Language(primary), weight
    return best


def _theme(request: Request) -> str:
    told = request.cookies.get(THEME_COOKIE, "")
    return told if told in THEMES else "auto"


def _weight(parameters: str) -> float:
    """Return the weight of a part of an `Accept` header, 1 where it says none.

    >>> _weight("q=0.8"), _weight(""), _weight("q=x")
    (0.8, 1.0, 0.0)
    """
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name == "q":
            try:
                return min(1.0, max(0.0, float(value)))
            except ValueError:
                return 0.0
    return 1.0
