"""A page of a list of which only some are wanted, without looking through the whole ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from soten.query import Page

_T = TypeVar("_T")

MOST_STEPS = 8
"""So many times one request goes on through a list; the cursor leads the next one on."""


def scan(
    ask: Callable[[int, str | None], Page[_T]],
    is_wanted: Callable[[_T], bool],
    limit: int,
    after: str | None,
) -> Page[_T]:
    """Return at most `limit` of what `ask(limit, after)` gives and is wanted.

    Where few are wanted the page may hold fewer, or none, and still have a cursor.

    >>> def ask(limit, after):
    ...     first = int(after or 0)
    ...     return Page(tuple(range(first, first + limit)), str(first + limit))
    >>> scan(ask, lambda n: n % 4 == 0, 2, None)
    Page(rows=(0, 4), next='5')
    """
    found: list[_T] = []
    for _ in range(MOST_STEPS):
        page = ask(limit - len(found), after)
        found += filter(is_wanted, page.rows)
        after = page.next
        if after is None or len(found) >= limit:
            break
    return Page(tuple(found), after)
