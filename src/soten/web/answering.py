"""From an answer to a response: page, JSON, JSON Lines or CSV, kept and revalidated.

One envelope for every list: `{"data": […], "next": cursor or null}`; for one thing
`{"data": {…}}`. One shape for every error: `{"error": {"status", "code", "message"}}`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from soten import __version__
from soten.export.atom import Entry, Feed, atom
from soten.export.calendar import talks_calendar
from soten.export.exchange import Object, Value, line
from soten.export.neutral import cell as safe_cell
from soten.query import JoinedTalk
from soten.records import LedgerError
from soten.web.negotiation import MEDIA_TYPES, Asked, Format, asked_by
from soten.web.site import Address, Kept, Site
from soten.web.visitors import visitor_of

if TYPE_CHECKING:
    from soten.web.rendering import Renderer

_T = TypeVar("_T")

VARY = "Accept, Accept-Language, Cookie"
OWN = "no-store"
"""The `Cache-Control` of what is made for one visitor."""


def each(make: Callable[[_T], Object], things: Iterable[_T]) -> Callable[[], list[Object]]:
    """Return how to make an object of each thing, for who asks for data: a page shows things as they are."""
    return lambda: [make(one) for one in things]


@dataclass(frozen=True, slots=True)
class Shown:
    """What an address shows: `data` for programs, `template` with `context` for people.

    `data` is a list of objects or one object, or makes it where it is asked for; `next` the cursor
    behind the last of a list. `lines` are the rows of CSV and JSON Lines where `data` is one object
    that holds many, or the name they have in it; `besides` stands beside `data` in the envelope.
    What `is_own` is made for one visitor at one moment (it holds the sign of a form), and no cache
    keeps it. `feed` makes the entries of a feed and `calendar` the talks of a calendar, None where
    the address has none.
    """

    template: str
    data: Sequence[Object] | Object | Callable[[], Sequence[Object] | Object]
    context: Mapping[str, object] = field(default_factory=dict)
    next: str | None = None
    status: int = 200
    lines: Sequence[Object] | str | None = None
    besides: Object = field(default_factory=dict)
    is_own: bool = False
    feed: Callable[[], Sequence[Entry]] | None = None
    calendar: Callable[[], Sequence[JoinedTalk]] | None = None


def respond(request: Request, shown: Shown) -> Response:
    """Return the response for what is shown, in the format that is asked for."""
    site: Site = request.app.state.site
    asked = asked_by(request, site.options.language)
    address = address_of(request)
    if (asked.format is Format.ATOM and shown.feed is None) or (
        asked.format is Format.ICS and shown.calendar is None
    ):
        return error_response(request, 406, f"this address is not given as {asked.format.value}")
    body = _body(request, shown, asked, address)
    headers = {"vary": VARY, "content-language": asked.language.value}
    if shown.is_own:
        headers["cache-control"] = OWN
    if shown.next is not None:
        following = Address(request.url.path, dict(request.query_params)).with_(after=shown.next)
        headers["link"] = f'<{following}>; rel="next"'
    media = MEDIA_TYPES[asked.format]
    return Response(body, shown.status, headers, f"{media}; charset=utf-8")


def address_of(request: Request) -> Address:
    """Return the address of a request, without language and ending.

    A parameter that is given several times has its values joined by commas.
    """
    query: dict[str, str] = {}
    for key, value in request.query_params.multi_items():
        if key != "lang":
            query[key] = f"{query[key]},{value}" if key in query else value
    return Address(request.url.path, query)


def _body(request: Request, shown: Shown, asked: Asked, address: Address) -> bytes:
    if asked.format in (Format.JSON, Format.NDJSON, Format.CSV):
        return _data(shown, asked.format)
    if asked.format is Format.ATOM:
        return _feed(request, shown, asked, address)
    names = request.app.state.site.names(asked.language)
    if asked.format is Format.ICS:
        assert shown.calendar is not None
        return talks_calendar(shown.calendar(), names, base_of(request))
    renderer: Renderer = request.app.state.renderer
    context = {
        "next": shown.next,
        "visitor": visitor_of(request),
        "has_feed": shown.feed is not None,
        "has_calendar": shown.calendar is not None,
        **shown.context,
    }
    return renderer.page(shown.template, request.app.state.site, asked, address, context).encode()


def _data(shown: Shown, format: Format) -> bytes:
    data = shown.data() if callable(shown.data) else shown.data
    if format is Format.JSON:
        told: Object = {"data": _as_value(data)}
        if not isinstance(data, Mapping):
            told["next"] = shown.next
        told |= shown.besides
        return (json.dumps(told, ensure_ascii=False, allow_nan=False) + "\n").encode()
    objects = _lines(data, shown.lines)
    if format is Format.NDJSON:
        return "".join(line(one) + "\n" for one in objects).encode()
    return csv_of(objects).encode("utf-8-sig")


def _lines(data: Sequence[Object] | Object, lines: Sequence[Object] | str | None) -> list[Object]:
    """Return the rows of CSV and JSON Lines."""
    if isinstance(lines, str):
        assert isinstance(data, Mapping)
        return list(data[lines])  # type: ignore[arg-type]  # objects, as its maker says
    rows = data if lines is None else lines
    return [rows] if isinstance(rows, dict) else list(rows)


def _feed(request: Request, shown: Shown, asked: Asked, address: Address) -> bytes:
    assert shown.feed is not None
    words = request.app.state.renderer.words(asked.language)
    said = [
        f"{name}={value}" for name, value in address.query.items() if name not in ("limit", "after")
    ]
    head = words(str(shown.context.get("title_key", "site.name")))
    title = " — ".join(["Soten", head, *said])
    here = address.in_(asked.language)
    return atom(
        Feed(
            title,
            here.as_("atom"),
            here.with_(),
            asked.language.value,
            shown.feed(),
            None if shown.next is None else here.as_("atom", after=shown.next),
        ),
        base_of(request),
    )


def base_of(request: Request) -> str:
    """Return the address of this server as it was asked."""
    site: Site = request.app.state.site
    scheme = "https" if site.options.https else "http"
    return f"{scheme}://{request.headers.get('host', 'localhost')}"


def _as_value(data: Sequence[Object] | Object) -> Value:
    return data if isinstance(data, dict) else list(data)


def csv_of(objects: Iterable[Object]) -> str:
    r"""Return objects as CSV, nested values as JSON; no cell begins a formula.

    >>> csv_of([{"id": "a", "n": {"x": 1}}, {"id": "=1"}])
    'id,n\r\na,"{""x"": 1}"\r\n\'=1,\r\n'
    """
    rows = list(objects)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return safe_cell(value) if isinstance(value, str) else value


def error_response(request: Request, status: int, message: str) -> Response:
    """Return an error in the format that is asked for."""
    site: Site = request.app.state.site
    asked = asked_by(request, site.options.language)
    code = HTTPStatus(status).phrase.lower().replace(" ", "-")
    if asked.format is not Format.HTML:
        told = {"error": {"status": status, "code": code, "message": message}}
        return Response(
            json.dumps(told, ensure_ascii=False) + "\n",
            status,
            {"vary": VARY},
            media_type="application/json",
        )
    renderer: Renderer = request.app.state.renderer
    has_search = "/search" in request.app.state.paths
    context = {
        "status": status,
        "message": message,
        "visitor": visitor_of(request),
        "has_search": has_search,
    }
    try:
        page = renderer.page("error.html.jinja", site, asked, address_of(request), context)
    except LedgerError:  # not even its name can be asked for
        return Response(f"{status} {code}\n", status, media_type="text/plain")
    return Response(page, status, {"vary": VARY}, media_type="text/html")


def key_of(request: Request, asked: Asked, revision: str) -> tuple[object, ...]:
    """Return what two requests have in common that get the same answer."""
    query = tuple(sorted(request.query_params.multi_items()))
    visitor = visitor_of(request)
    who = (visitor.name, visitor.role, visitor.way)
    today = date.today()  # terms are seen from the day of asking
    looks: tuple[object, ...] = (asked.format, asked.language, asked.theme)
    if asked.format in (Format.ATOM, Format.ICS):  # they name this server
        looks = (*looks, request.headers.get("host"))
    return (revision, today, request.url.path, query, *looks, who)


def etag_of(key: tuple[object, ...]) -> str:
    """Return the entity tag of an answer."""
    digest = hashlib.blake2b(repr((__version__, key)).encode(), digest_size=9).hexdigest()
    return f'W/"{digest}"'


def kept_of(response: Response) -> Kept:
    """Return a response as it can be kept."""
    headers = {k: v for k, v in response.headers.items() if k not in ("content-length",)}
    return Kept(bytes(response.body), response.media_type or "text/html", headers)
