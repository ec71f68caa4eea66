"""The addresses of every kind of page, found from the routes: a new page joins by itself.

The id of one thing is taken from the list above its address (`/talks` for `/talks/{id}`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any  # Any: the data of an answer, a JSON document

from fastapi.routing import APIRoute

from soten.web.pages import PAGES

LISTS = {
    "/documents": "/sources/documents",
    "/compare": "/sources/documents",
    "/records": "/statements",
    "/review/records": "/statements",
    "/timeline/items": "/statements",
}
"""Where ids come from, where that is not the address above."""

GIVEN = {"/positions": ("ceasefire", "russia")}
"""Things that are told by more than an id."""

_ASKED = {"/search": "?q=停戦", "/ask": "?q=停戦についての立場は?"}
_NO_PAGE = ("/text", "/citation", "/theme", "/samples", "/account", "/index", "/review/add")

Get = Callable[[str], Mapping[str, Any]]  # Any: as above


def page_addresses(get: Get) -> dict[str, str]:
    """Return a name and an address for each page; `get` gives the JSON at an address.

    A page of one thing of which the ledger has none is left out.
    """
    return dict(_addresses(get))


def _addresses(get: Get) -> Iterator[tuple[str, str]]:
    for path in sorted(_paths()):
        if path.endswith(_NO_PAGE) or path.startswith("/account"):
            continue
        name = path.strip("/").replace("/", "-").replace("{", "").replace("}", "") or "now"
        parent, brace, _ = path.partition("/{")
        if not brace:
            yield name, path + _ASKED.get(path, "")
            continue
        ids = GIVEN.get(parent) or _ids(get(f"{LISTS.get(parent, parent)}.json")["data"])
        if parent == "/compare":
            ids = tuple(f"{id}.0" for id in ids)
        if len(ids) >= path.count("{"):
            filled = iter(ids)
            parts = [next(filled) if part.startswith("{") else part for part in path.split("/")]
            yield name, "/".join(parts)


def _ids(data: Any) -> tuple[str, ...]:  # Any: as above
    if not isinstance(data, list):
        return ()
    return tuple(one.get("joined") or one["id"] for one in data if one.get("id"))


def _paths() -> set[str]:
    return {
        route.path
        for page in PAGES
        for route in page.router.routes
        if isinstance(route, APIRoute) and "GET" in (route.methods or ())
    }
