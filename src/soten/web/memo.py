"""What is counted over the whole ledger once for each revision of it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


LATELY = 32
"""So many of the things that were asked for lately are kept, where there may be any number."""


class Memo:
    """Keeps what was made for the ledger's present revision; safe to use from several threads."""

    def __init__(self, revision: Callable[[], str]) -> None:
        """Take what tells the present revision."""
        self._revision = revision
        self._lock = threading.Lock()
        self._locks: dict[object, threading.Lock] = {}
        self._kept: dict[object, tuple[str, object]] = {}
        self._lately: OrderedDict[object, tuple[str, object]] = OrderedDict()

    def once(self, key: object, make: Callable[[], _T]) -> _T:
        """Return what `make` gave for this revision; who asks meanwhile waits and gets the same.

        >>> made = []
        >>> memo = Memo(lambda: "1")
        >>> memo.once("n", lambda: made.append(1) or 7), memo.once("n", lambda: 8), made
        (7, 7, [1])
        """
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            revision = self._revision()
            kept = self._kept.get(key)
            if kept is None or kept[0] != revision:
                kept = self._kept[key] = (revision, make())
            return kept[1]  # type: ignore[return-value]  # what is kept under a key is of one type

    def lately(self, key: object, make: Callable[[], _T]) -> _T:
        """Return what `make` gave for this revision, if it was asked for among the last ones.

        >>> memo = Memo(lambda: "1")
        >>> memo.lately("n", lambda: 7), memo.lately("n", lambda: 8)
        (7, 7)
        """
        revision = self._revision()
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
