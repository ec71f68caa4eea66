"""An empty ledger's first documents: the samples, read once while pages tell how far it is."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

OnDocument = Callable[[str, int, int], None]
"""Told the name, the number and the count of documents as each is begun."""

AddSamples = Callable[[OnDocument], None]
"""Reads the samples into the ledger and tells how far it is."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is: the number of the document being read, of how many."""

    number: int = 0
    count: int = 0
    is_running: bool = False
    is_failed: bool = False


class Beginning:
    """The reading of the samples: begun by one, seen by everybody; safe from several threads."""

    def __init__(self, add_samples: AddSamples | None) -> None:
        """Take what reads the samples, None where nobody may ask for it."""
        self._add_samples = add_samples
        self._lock = threading.Lock()
        self._progress = Progress()

    @property
    def is_offered(self) -> bool:
        """Whether whoever started the server lets samples be read."""
        return self._add_samples is not None

    @property
    def progress(self) -> Progress:
        """How far it is."""
        with self._lock:
            return self._progress

    def start(self) -> None:
        """Begin, unless it runs already; return at once."""
        with self._lock:
            if self._progress.is_running:
                return
            self._progress = Progress(is_running=True)
        threading.Thread(target=self._run, name="samples", daemon=True).start()

    def _run(self) -> None:
        assert self._add_samples is not None
        try:
            self._add_samples(self._tell)
        except Exception:  # the outermost edge of this thread: the page tells, the log says why
            _log.exception("the samples could not be read")
            self._change(is_failed=True)
        self._change(is_running=False)

    def _tell(self, _: str, number: int, count: int) -> None:
        self._change(number=number, count=count)

    def _change(self, **changed: int) -> None:
        with self._lock:
            self._progress = replace(self._progress, **changed)  # type: ignore[arg-type]  # its fields
