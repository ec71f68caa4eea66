"""What is made of the whole ledger, once for each revision of it.

In a small ledger whoever asks first waits. In a large one counting goes on in the background: until
it is done the first time, whoever asks is told to come again; after that, what was counted last is
given while the new revision is counted.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from soten.store import Ledger
from soten.web.counting import Count, Counted, Counter, StillCountingError, ThreadCounter

_T = TypeVar("_T")

LARGE = 10_000
"""More documents make a large ledger: counting over all of it takes longer than a reader waits."""

_MOST = 100
"""So many things are kept; what was made first goes first."""

LATELY = 32
"""So many of the things that were asked for lately are kept, where there may be any number."""


def is_large(ledger: Ledger) -> bool:
    """Say whether counting over a whole ledger takes longer than a reader waits."""
    return ledger.document_count() > LARGE


class Memo:
    """Keeps what was made for the ledger's present revision; safe to use from several threads."""

    def __init__(self, ledger: Ledger, counter: Counter | None = None) -> None:
        """Take the ledger, and who counts over it while it is large: threads of this process."""
        self._ledger = ledger
        self._counter: Counter = counter or ThreadCounter(ledger)
        self._lock = threading.Lock()
        self._locks: dict[object, threading.Lock] = {}
        self._kept: dict[object, tuple[str, object]] = {}
        self._lately: OrderedDict[object, tuple[str, object]] = OrderedDict()
        self._counts: OrderedDict[object, Counted[object]] = OrderedDict()
        self.stale = 0
        """How often what was given, or not given, was not of the present revision."""

    def is_large(self) -> bool:
        """Say whether counting over the whole ledger takes longer than a reader waits."""
        return is_large(self._ledger)

    def once(self, key: object, make: Callable[[], _T]) -> _T:
        """Return what `make` gave for this revision; who asks meanwhile waits and gets the same."""
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            revision = self._ledger.revision()
            kept = self._kept.get(key)
            if kept is None or kept[0] != revision:
                kept = (revision, make())
                with self._lock:
                    self._kept[key] = kept
                    while len(self._kept) > _MOST:
                        del self._kept[next(iter(self._kept))]
            return kept[1]  # type: ignore[return-value]  # what is kept under a key is of one type

    def lately(self, key: object, make: Callable[[], _T]) -> _T:
        """Return what `make` gave for this revision, if it was asked for among the last ones."""
        revision = self._ledger.revision()
        with self._lock:
            kept = self._lately.get(key)
        if kept is None or kept[0] != revision:
            kept = (revision, make())
        with self._lock:
            self._lately[key] = kept
            self._lately.move_to_end(key)
            while len(self._lately) > LATELY:
                self._lately.popitem(last=False)
        return kept[1]  # type: ignore[return-value]  # what is kept under a key is of one type

    def counted(self, count: Count[_T]) -> Counted[_T]:
        """Return what is counted over the ledger; in a large one nobody waits for it.

        There what was counted last is returned, and counted anew in the background. Raises
        `StillCountingError` where nothing was counted yet.
        """
        if not self.is_large():
            value = self.once(count, lambda: count.of(self._ledger))
            return Counted(value, self._ledger.revision(), datetime.now(UTC))
        revision = self._ledger.revision()
        with self._lock:
            kept = self._counts.get(count)
        if kept is None or kept.revision != revision:
            kept = self._latest(count, kept.revision if kept else None) or kept
            if kept is None or kept.revision != revision:
                self.stale += 1
            if kept is None:
                raise StillCountingError("this is counted over the whole ledger; ask again soon")
        with self._lock:
            self._counts[count] = kept
            self._counts.move_to_end(count)
            while len(self._counts) > LATELY:
                self._counts.popitem(last=False)
        return replace(kept, is_current=kept.revision == revision)  # type: ignore[return-value]  # what is kept under a count is of its type

    def begin(self, counts: Iterable[Count[object]]) -> None:
        """Have a large ledger counted before anybody asks."""
        if self.is_large():
            for count in counts:
                self._latest(count, None)

    def _latest(self, count: Count[_T], known: str | None) -> Counted[_T] | None:
        try:
            return self._counter.latest(count, known)
        except (EOFError, OSError):  # the process that counted for all is gone
            self._counter = ThreadCounter(self._ledger)
            return self._counter.latest(count, known)
