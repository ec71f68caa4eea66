"""What is counted over the whole ledger once for each revision of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


class Memo:
    """Keeps what was made for the ledger's present revision; safe to use from several threads."""

    def __init__(self, revision: Callable[[], str]) -> None:
        """Take what tells the present revision."""
        self._revision = revision
        self._lock = threading.Lock()
        self._locks: dict[object, threading.Lock] = {}
        self._kept: dict[object, tuple[str, object]] = {}

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
