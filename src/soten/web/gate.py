"""The gate before every page: who asks, whether they may, whether a form is one of ours.

Without accounts the ledger is open to whoever sits at this machine, and only to pages that name the
machine so (a name of somebody's may be made to point at it). With accounts one has to log in, or
bring a token. Whatever changes something must come from a page of this server and bring along the
sign that only this browser was given; programs with a token have no cookies that others could use.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from soten.accounts import Doors, Role
from soten.records import LedgerError
from soten.web.answering import OWN, error_response
from soten.web.negotiation import Format, asked_by
from soten.web.site import Options, Site
from soten.web.visitors import Visitor, Way, form_sign

LOGIN = "/account/login"
LONGEST_FORM = 1_000_000
MOST_FIELDS = 2_000
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_PUBLIC = ("/static/",)
_OWN = ("/review", "/account")
"""What no cache may keep."""

Next = Callable[[Request], Awaitable[Response]]


class Form(dict[str, str]):
    """The fields of a form; of one that is given several times, the last. `every` gives all."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        """Take names and values in order."""
        super().__init__(pairs)
        self.pairs = pairs

    def every(self, name: str) -> list[str]:
        """Return all values of a field."""
        return [value for key, value in self.pairs if key == name]


def session_cookie(options: Options) -> str:
    """Return the name of the cookie of sessions; over https no other host can set it."""
    return "__Host-soten_session" if options.https else "soten_session"


def guest_cookie(options: Options) -> str:
    """Return the name of the cookie of those who are not logged in."""
    return "__Host-soten_guest" if options.https else "soten_guest"


def cookie_settings(options: Options) -> dict[str, object]:
    """Return how cookies are set: no script reads them, no other site's form brings them."""
    return {"httponly": True, "samesite": "lax", "secure": options.https, "path": "/"}


async def at_the_gate(request: Request, call_next: Next) -> Response:
    """Let a request through as somebody's, or turn it back."""
    site: Site = request.app.state.site
    path = request.url.path
    if path.startswith(_PUBLIC) and request.method in _SAFE:
        return await call_next(request)
    guest = request.cookies.get(guest_cookie(site.options), "") or secrets.token_urlsafe(16)
    try:
        visitor = await run_in_threadpool(_visitor, request, site, guest)
    except LedgerError as error:
        return error_response(request, 500, str(error))
    request.state.visitor = visitor
    refused = _refused(request, site, visitor) or await _refused_form(request, site, visitor)
    response = refused or await call_next(request)
    if path.startswith(_OWN) or response.headers.get("cache-control") == OWN:
        response.headers["cache-control"] = OWN
        if visitor.way in (Way.OPEN, Way.OUTSIDE):
            settings = cookie_settings(site.options)
            response.set_cookie(guest_cookie(site.options), guest, **settings)  # type: ignore[arg-type]
    return response


def _visitor(request: Request, site: Site, guest: str) -> Visitor:
    guest_form = form_sign(guest, site.options.secret)
    if not site.needs_login():
        name = site.options.reviewer
        role = Role.READER if name is None else Role.REVIEWER
        return Visitor(Way.OPEN, name, role, guest_form)
    doors = Doors(site.ledger)
    scheme, _, held = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        token = doors.token(held.strip())
        if token is not None:
            return Visitor(Way.TOKEN, token.account.name, token.role)
        return Visitor(Way.OUTSIDE, form=guest_form)
    secret = request.cookies.get(session_cookie(site.options))
    session = doors.session(secret) if secret else None
    if secret is None or session is None:
        return Visitor(Way.OUTSIDE, form=guest_form)
    account = session.account
    return Visitor(Way.SESSION, account.name, account.role, form_sign(secret), secret)


def _refused(request: Request, site: Site, visitor: Visitor) -> Response | None:
    """Return the answer to who may not ask this, None to who may."""
    if visitor.way is Way.OPEN:
        if not _is_here(request):
            return error_response(request, 421, "this ledger is served to this machine only")
        return None
    if visitor.role is not None or request.url.path == LOGIN:
        return None
    if request.method in _SAFE and asked_by(request).format is Format.HTML:
        query = f"?{request.url.query}" if request.url.query else ""
        back = urlencode({"next": request.url.path + query})
        return RedirectResponse(f"{LOGIN}?{back}", status_code=303)
    response = error_response(request, 401, "log in, or send a token: Authorization: Bearer TOKEN")
    response.headers["www-authenticate"] = "Bearer"
    return response


def _is_here(request: Request) -> bool:
    """Say whether the machine was asked by a name of its own; the header itself tells, unmended."""
    name, _, port = _host(request).rpartition(":")
    asked = name if name and port.isdecimal() else _host(request)
    return asked.strip("[]").lower() in _HERE


def _host(request: Request) -> str:
    return request.headers.get("host", "")


async def _refused_form(request: Request, site: Site, visitor: Visitor) -> Response | None:
    """Read the form of a request that changes something; return the answer to one not of ours."""
    if request.method in _SAFE:
        return None
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            return error_response(request, 413, "the form is too large")
    try:
        told = body.decode("utf-8", "replace")
        form = Form(parse_qsl(told, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return error_response(request, 413, "the form has too many fields")
    request.state.form = form
    if visitor.way is Way.TOKEN:
        return None
    if not is_from_here(request.headers, _host(request), site.options.https):
        return error_response(request, 403, "the form is not of this server")
    given = request.headers.get("x-csrf-token") or form.get("csrf", "")
    if not hmac.compare_digest(given.encode(), visitor.form.encode()):
        return error_response(request, 403, "the form is too old; load the page again")
    return None


def is_from_here(headers: Mapping[str, str], host: str, https: bool) -> bool:
    """Say whether a request came from a page of this server, as far as the browser tells.

    >>> is_from_here({"origin": "http://a:1"}, "a:1", False)
    True
    >>> is_from_here({"origin": "http://b"}, "a:1", False), is_from_here({"origin": "null"}, "a", False)
    (False, False)
    """
    origin = headers.get("origin")
    if origin is not None:
        return origin == f"{'https' if https else 'http'}://{host}"
    return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def form_of(request: Request) -> Form:
    """Return the form the gate has read."""
    found = getattr(request.state, "form", None)
    return found if isinstance(found, Form) else Form([])
