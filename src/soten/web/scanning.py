"""A page of a list of which only some are wanted, without looking through the whole ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from soten.query import Page
from soten.records import UsageError

_T = TypeVar("_T")

MOST_STEPS = 8
"""So many times one request goes on through a list; the cursor leads the next one on."""


def scan(
    ask: Callable[[int, str | None], Page[_T]],
    is_wanted: Callable[[_T], bool],
    limit: int,
    after: str | None,
    steps: int = MOST_STEPS,
) -> Page[_T]:
    """Return at most `limit` of what `ask(limit, after)` gives and is wanted, asked `steps` times.

    Where few are wanted the page may hold fewer, or none, and still have a cursor.

    >>> def ask(limit, after):
    ...     first = int(after or 0)
    ...     return Page(tuple(range(first, first + limit)), str(first + limit))
    >>> scan(ask, lambda n: n % 4 == 0, 2, None)
    Page(rows=(0, 4), next='5')
    """
    found: list[_T] = []
    for _ in range(steps):
        page = ask(limit - len(found), after)
        found += filter(is_wanted, page.rows)
        after = page.next
        if after is None or len(found) >= limit:
            break
    return Page(tuple(found), after)


def window(rows: Sequence[_T], limit: int, after: str) -> Page[_T]:
    """Return a part of what is known whole, behind a cursor ("" from the start).

    Raises `UsageError` for a cursor that is none.

    >>> window("abcde", 2, ""), window("abcde", 2, "n4")
    (Page(rows=('a', 'b'), next='n2'), Page(rows=('e',), next=None))
    """
    if after and not (after[0] == "n" and after[1:].isascii() and after[1:].isdecimal()):
        raise UsageError(f"not a cursor of this list: {after!r}")
    start = int(after[1:] or 0)
    end = start + limit
    return Page(tuple(rows[start:end]), f"n{end}" if len(rows) > end else None)
