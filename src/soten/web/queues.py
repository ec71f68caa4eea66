"""What is to be decided on, kept for a while: weighing costs more than looking what is still open."""

from __future__ import annotations

import threading
import time

from soten.query import Filter
from soten.review import NEWEST, Due, queue
from soten.store import Ledger

WEIGHED = 200
"""So many are weighed at once; a page shows fewer."""

STANDS_S = 120.0
"""So long the order stands, unless something is taken back. What was decided on or changed since
is left out at once."""

_MOST_FILTERS = 50


class Queues:
    """Queues by their filters; safe to use from several threads."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._kept: dict[Filter, tuple[float, str | None, tuple[Due, ...]]] = {}

    def due(
        self, ledger: Ledger, filter: Filter, limit: int, newest: int = NEWEST
    ) -> tuple[Due, ...]:
        """Return what to decide on, what matters most first, with marks that hold now.

        Weighed are the `newest` of each kind.
        """
        taken_back = ledger.last_taken_back()
        with self._lock:
            made, back, found = self._kept.get(filter, (-STANDS_S, None, ()))
        if time.monotonic() - made >= STANDS_S or back != taken_back:
            return self._weighed(ledger, filter, newest, taken_back)[:limit]
        still = _open(ledger, found)
        if len(still) < min(limit, len(found)) and len(found) == WEIGHED:
            still = self._weighed(ledger, filter, newest, taken_back)
        return still[:limit]

    def _weighed(
        self, ledger: Ledger, filter: Filter, newest: int, taken_back: str | None
    ) -> tuple[Due, ...]:
        found = queue(ledger, filter, limit=WEIGHED, newest=newest)
        with self._lock:
            if len(self._kept) >= _MOST_FILTERS:
                self._kept.clear()
            self._kept[filter] = (time.monotonic(), taken_back, found)
        return found


def _open(ledger: Ledger, found: tuple[Due, ...]) -> tuple[Due, ...]:
    """Return those that nobody decided on or changed since they were weighed."""
    now = ledger.marks([id for due in found for id in due.ids])
    return tuple(due for due in found if all(now[id] == mark for id, mark in due.marks.items()))
