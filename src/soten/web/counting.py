"""Counting over a whole large ledger, behind the pages: in this process, or in one for all."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar

from soten.records import SotenError
from soten.store import Ledger

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_P = ParamSpec("_P")
_log = logging.getLogger(__name__)

_MOST = 50
"""So many counts are kept; the one that nobody asked for the longest goes first."""


class StillCountingError(SotenError):
    """What is asked for is being counted; it will be there in a while."""


@dataclass(frozen=True, slots=True)
class Count(Generic[_T_co]):
    """What to count: a function of a ledger, and what else it is given.

    Another process may count: the function is one of a module, the rest can be pickled.
    """

    make: Callable[..., _T_co]
    given: tuple[object, ...] = ()
    named: tuple[tuple[str, object], ...] = ()

    @classmethod
    def by(
        cls, make: Callable[Concatenate[Ledger, _P], _T_co], *given: _P.args, **named: _P.kwargs
    ) -> Count[_T_co]:
        """Return what to count by a function that is given a ledger and more."""
        return cls(make, given, tuple(sorted(named.items())))

    def of(self, ledger: Ledger) -> _T_co:
        """Count."""
        return self.make(ledger, *self.given, **dict(self.named))


@dataclass(frozen=True, slots=True)
class Counted(Generic[_T_co]):
    """What was counted, of which revision of the ledger, and when the counting began (UTC)."""

    value: _T_co
    revision: str
    at: datetime
    is_current: bool = True
    """False where the ledger has changed since."""


class Counter(Protocol):
    """Whoever counts behind the pages."""

    def latest(self, count: Count[_T], known: str | None) -> Counted[_T] | None:
        """Return what was counted last, None if that is of the revision `known`, or not there yet.

        What is not of the ledger's present revision is begun to be counted anew.
        """


class ThreadCounter:
    """Counts in threads of this process, one thing after the other; safe to use from several."""

    def __init__(self, ledger: Ledger) -> None:
        """Take the ledger, which somebody else closes."""
        self._ledger = ledger
        self._lock, self._turn = threading.Lock(), threading.Lock()
        self._kept: OrderedDict[Count[object], Counted[object]] = OrderedDict()
        self._begun: set[Count[object]] = set()

    def latest(self, count: Count[_T], known: str | None) -> Counted[_T] | None:
        """Return what was counted last, as `Counter` says."""
        revision = self._ledger.revision()
        with self._lock:
            kept = self._kept.get(count)
            if kept is not None:
                self._kept.move_to_end(count)
            if (kept is None or kept.revision != revision) and count not in self._begun:
                self._begun.add(count)
                threading.Thread(target=self._count, args=(count,), daemon=True).start()
        if kept is None or kept.revision == known:
            return None
        return kept  # type: ignore[return-value]  # what is kept under a count is of its type

    def _count(self, count: Count[object]) -> None:
        try:
            with self._turn:
                revision, at = self._ledger.revision(), datetime.now(UTC)
                made = Counted(count.of(self._ledger), revision, at)
            with self._lock:
                self._kept[count] = made
                while len(self._kept) > _MOST:
                    self._kept.popitem(last=False)
        except Exception:  # the outermost edge of a thread: the log says why nothing comes
            _log.exception("counting %s failed", count.make.__name__)
        finally:
            with self._lock:
                self._begun.discard(count)
