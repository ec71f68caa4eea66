"""The application: routes, what surrounds them, and how errors are told."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from soten import __version__
from soten.records import ConflictError, LedgerError, UsageError
from soten.web.answering import OWN, VARY, error_response, etag_of, kept_of, key_of
from soten.web.counting import StillCountingError
from soten.web.gate import at_the_gate
from soten.web.negotiation import Endings, asked_by
from soten.web.openapi import DESCRIPTION, describe
from soten.web.pages import AHEAD, PAGES
from soten.web.queues import Queues
from soten.web.rendering import FOLDER, Renderer
from soten.web.security import SafeHeaders
from soten.web.site import PARTIES, Options, Site
from soten.web.words import Pair

_log = logging.getLogger(__name__)
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_Next = Callable[[Request], Awaitable[Response]]


def create_app(options: Options) -> FastAPI:
    """Return the application for one ledger; it is opened at once and closed at shutdown."""
    site = Site(options)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        site.memo.begin([PARTIES])
        for counts in AHEAD:
            site.memo.begin(counts(site))
        yield
        site.close()

    app = FastAPI(
        title="Soten",
        version=__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        lifespan=lifespan,
    )
    describe(app)
    words: dict[str, Pair] = {}
    for page in PAGES:
        app.include_router(page.router)
        words.update(page.WORDS)
    paths = {getattr(route, "path", "") for page in PAGES for route in page.router.routes}
    app.state.site, app.state.paths = site, paths
    app.state.queues = Queues()
    app.state.renderer = Renderer(paths, words)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    _tell_errors(app)
    app.middleware("http")(_kept_answers)
    app.middleware("http")(at_the_gate)
    app.middleware("http")(_told_failures)
    # What the highest level saves more costs four times as much.
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Endings)
    app.add_middleware(SafeHeaders)
    return app


def has_odd_signs(*told: str) -> bool:
    r"""Say whether an address holds what no text has and no database takes.

    >>> has_odd_signs("/search", "停戦\n\t"), has_odd_signs("a\0b"), has_odd_signs("\ud800")
    (False, True, True)
    """
    return any(_ODD.search(each) for each in told)


async def _told_failures(request: Request, call_next: _Next) -> Response:
    """Refuse signs that no text has; answer what fails unforeseen, the log says what it was."""
    if has_odd_signs(
        request.url.path, *request.query_params.keys(), *request.query_params.values()
    ):
        return await run_in_threadpool(
            error_response, request, HTTPStatus.BAD_REQUEST, "the address holds control characters"
        )
    try:
        return await call_next(request)
    except Exception:  # the outermost edge: whoever asked is told, and the server goes on
        _log.exception("%s %s failed", request.method, request.url.path)
        return await run_in_threadpool(
            error_response, request, HTTPStatus.INTERNAL_SERVER_ERROR, "something went wrong"
        )


async def _kept_answers(request: Request, call_next: _Next) -> Response:
    """Answer from what is kept, or with 304, where the ledger has not changed since."""
    path = request.url.path
    if request.method not in ("GET", "HEAD") or path.startswith(("/static", "/review", "/account")):
        return await call_next(request)
    site: Site = request.app.state.site
    key = key_of(request, asked_by(request, site.options.language), site.revision())
    tag = etag_of(key)
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": VARY}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    kept = site.kept(key)
    if kept is not None:
        return Response(kept.body, headers={**kept.headers, **headers})
    stale = site.memo.stale
    response = await call_next(request)
    is_own = response.headers.get("cache-control") == OWN
    if response.status_code != HTTPStatus.OK or is_own or site.memo.stale != stale:
        return response
    body = b"".join([part async for part in response.body_iterator])  # type: ignore[attr-defined]
    whole = Response(body, headers=dict(response.headers))
    site.keep(key, kept_of(whole))
    whole.headers.update(headers)
    return whole


def _tell_errors(app: FastAPI) -> None:
    """Give every error one shape, in the format that was asked for."""

    @app.exception_handler(HTTPException)
    async def _(request: Request, error: HTTPException) -> Response:
        return error_response(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    async def _(request: Request, error: RequestValidationError) -> Response:
        told = "; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in error.errors())
        return error_response(request, HTTPStatus.UNPROCESSABLE_ENTITY, told)

    @app.exception_handler(UsageError)
    async def _(request: Request, error: UsageError) -> Response:
        return error_response(request, HTTPStatus.BAD_REQUEST, str(error))

    @app.exception_handler(ConflictError)
    async def _(request: Request, error: ConflictError) -> Response:
        return error_response(request, HTTPStatus.CONFLICT, str(error))

    @app.exception_handler(StillCountingError)
    async def _(request: Request, error: StillCountingError) -> Response:
        answer = error_response(request, HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        answer.headers["retry-after"] = "10"
        return answer

    @app.exception_handler(LedgerError)
    async def _(request: Request, error: LedgerError) -> Response:
        return error_response(request, HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
