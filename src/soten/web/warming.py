"""Asking each page once before anybody does: what is made at the first time is there then.

Templates are compiled, statements for the database are made, the words of questions are loaded. That
takes from a tenth of a second to a whole one for each kind of page, in every process anew.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from fastapi.routing import APIRoute

from soten.web.pages import PAGES

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import Message, Scope

_WORDS = {"/ask": urlencode({"q": "会談はいつか"}), "/search": urlencode({"q": "会談"})}
"""What is asked of pages that tell nothing unless they are asked something."""
_LINK = re.compile(r'href="(/[^"?#]*)')
_AGAIN_S, _ROUNDS = 10, 60
"""What is still being counted is asked for again after so long, so many times."""


def warm(app: FastAPI) -> None:
    """Ask an address of each page, in a thread of its own."""
    threading.Thread(target=lambda: asyncio.run(asked_once(app)), daemon=True).start()


async def asked_once(app: FastAPI, again_s: float = _AGAIN_S) -> dict[str, int]:
    """Ask an address of each page for which there is one; return paths of routes with how it went.

    Pages of one thing are asked for as the lists link to them.
    """
    every = (route for page in PAGES for route in page.router.routes)
    routes = [route for route in every if isinstance(route, APIRoute) and _is_page(route)]
    asked: dict[str, int] = {}
    left = {route.path: route.path for route in routes if "{" not in route.path}
    for _ in range(_ROUNDS):
        waiting: dict[str, str] = {}
        while left:
            path, address = left.popitem()
            asked[path], body = await _answer(app, address, _WORDS.get(path, ""))
            if asked[path] == HTTPStatus.SERVICE_UNAVAILABLE:
                waiting[path] = address
            left |= {of: at for of, at in _linked(body, routes) if of not in asked}
        if not waiting:
            break
        left = waiting
        await asyncio.sleep(again_s)
    return asked


def _is_page(route: APIRoute) -> bool:
    return "GET" in (route.methods or ()) and route.include_in_schema


def _linked(body: str, routes: list[APIRoute]) -> Iterator[tuple[str, str]]:
    """Yield what a page links to, each with the path of its route."""
    for address in dict.fromkeys(_LINK.findall(body)):
        for route in routes:
            if route.path_regex.match(address):
                yield route.path, address
                break


async def _answer(app: FastAPI, path: str, query: str) -> tuple[int, str]:
    """Return the status and the body of an answer, as a browser of this machine gets it."""
    status, body = 0, b""
    is_asked = False

    async def receive() -> Message:
        nonlocal is_asked
        if is_asked:  # and does not go away
            await asyncio.Event().wait()
        is_asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status, body
        status = message.get("status", status)
        body += message.get("body", b"")

    await app(_scope(path, query), receive, send)
    return status, body.decode("utf-8", "replace")


def _scope(path: str, query: str) -> Scope:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost"), (b"accept", b"text/html")],
        "client": None,
        "server": None,
    }
