"""What is counted over the whole ledger, once for each revision of it.

In a small ledger whoever asks first waits. In a large one counting goes on in the background: until
it is done the first time, whoever asks is told to come again; after that, what was counted last is
given while the new revision is counted.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from soten.records import SotenError

_T = TypeVar("_T")

_MOST = 100
"""So many things are kept; what was made first goes first."""


class StillCountingError(SotenError):
    """What is asked for is being counted; it will be there in a while."""


LATELY = 32
"""So many of the things that were asked for lately are kept, where there may be any number."""


class Memo:
    """Keeps what was made for the ledger's present revision; safe to use from several threads."""

    def __init__(
        self, revision: Callable[[], str], is_large: Callable[[], bool] = lambda: False
    ) -> None:
        """Take what tells the present revision, and whether the ledger is too large to wait."""
        self._revision, self._is_large = revision, is_large
        self._lock = threading.Lock()
        self._locks: dict[object, threading.Lock] = {}
        self._kept: dict[object, tuple[str, object]] = {}
        self._lately: OrderedDict[object, tuple[str, object]] = OrderedDict()
        self._behind: dict[object, threading.Thread] = {}
        self.stale = 0
        """How often what was given, or not given, was not of the present revision."""

    def once(self, key: object, make: Callable[[], _T]) -> _T:
        """Return what `make` gave for this revision; who asks meanwhile waits and gets the same.

        >>> made = []
        >>> memo = Memo(lambda: "1")
        >>> memo.once("n", lambda: made.append(1) or 7), memo.once("n", lambda: 8), made
        (7, 7, [1])
        """
        return self._made(key, make)

    def counted(self, key: object, make: Callable[[], _T]) -> _T:
        """Return what `make` gave for this revision; in a large ledger nobody waits for it.

        There what was made last is returned, and made anew in the background. Raises
        `StillCountingError` where nothing was made yet.
        """
        revision = self._revision()
        kept = self._kept.get(key)
        if kept is None or kept[0] != revision:
            if not self._is_large():
                return self._made(key, make)
            self._begin(key, make)
            self.stale += 1
        if kept is None:
            raise StillCountingError("this is being counted over the whole ledger; ask again soon")
        return kept[1]  # type: ignore[return-value]  # what is kept under a key is of one type

    def _made(self, key: object, make: Callable[[], _T]) -> _T:
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            revision = self._revision()
            kept = self._kept.get(key)
            if kept is None or kept[0] != revision:
                kept = (revision, make())
                with self._lock:
                    self._kept[key] = kept
                    while len(self._kept) > _MOST:
                        del self._kept[next(iter(self._kept))]
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

    def _begin(self, key: object, make: Callable[[], object]) -> None:
        with self._lock:
            if key not in self._behind or not self._behind[key].is_alive():
                work = threading.Thread(target=self._made, args=(key, make), daemon=True)
                self._behind[key] = work
                work.start()
