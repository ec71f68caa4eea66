"""A ledger's connections: reading ones, and writing ones that take turns."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar  # Any: answers are typed by what is asked

from sqlalchemy import Connection

from soten.store.counting import revision
from soten.store.failures import translated
from soten.store.opening import open_engine
from soten.store.opening import writing as transaction
from soten.store.selecting import SIDES

_T = TypeVar("_T")
_MOST_SIDES = 500
"""So many sides are known at once: most are of a few actors, some of thousands."""


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """One state of a ledger, and what was answered of it."""

    connection: Connection
    answers: dict[Hashable, Any] = field(default_factory=dict)


class Connected:
    """An open database; every connection is given back by `close`."""

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        """Open the ledger, creating and migrating it as needed."""
        self._engine, self.name = open_engine(where, create=create)
        self._here = threading.local()
        self._sides: tuple[str, dict[str, tuple[str, ...]]] = ("", {})

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Have all that this thread asks meanwhile answered of one state of the ledger.

        It is one reading transaction: many questions cost less, and some that come again are not
        asked again. What is written meanwhile, by whomever, is not seen.
        """
        if self._snapshot is not None:
            yield
            return
        with translated(self.name):
            connection = self._engine.connect()
        with connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with translated(self.name):
                at = revision(connection)
            connection.execution_options(**{SIDES: self._sides_at(at)})
            self._here.snapshot = _Snapshot(connection, {"revision": at})
            try:
                yield
            finally:
                del self._here.snapshot

    def _sides_at(self, revision: str) -> dict[str, tuple[str, ...]]:
        """Return who is on which side, as far as anybody asked at a revision; what is asked joins it."""
        known_at, known = self._sides
        if known_at != revision or len(known) > _MOST_SIDES:
            known = {}
            self._sides = (revision, known)
        return known

    @property
    def _snapshot(self) -> _Snapshot | None:
        return getattr(self._here, "snapshot", None)

    @contextmanager
    def _reads(self) -> Iterator[Connection]:
        held = self._snapshot
        with translated(self.name):
            if held is not None:
                yield held.connection
                return
            with self._engine.connect() as connection:
                yield connection

    def _once(self, question: Hashable, ask: Callable[[Connection], _T]) -> _T:
        """Return the answer to a question that stays the same at one state."""
        held = self._snapshot
        if held is not None and question in held.answers:
            return held.answers[question]  # type: ignore[no-any-return]  # of what was asked
        with self._reads() as connection:
            answer = ask(connection)
        if held is not None:
            held.answers[question] = answer
        return answer

    def _each(
        self,
        question: str,
        ids: Iterable[str],
        ask: Callable[[Connection, Sequence[str]], Mapping[str, _T]],
    ) -> dict[str, _T]:
        """Return answers by id, asking for those of which nothing was asked at this state."""
        wanted, held = tuple(dict.fromkeys(ids)), self._snapshot
        known: dict[str, _T | None] = {}
        if held is not None:
            known = held.answers.setdefault(question, known)
        new = [id for id in wanted if id not in known]
        if new:
            with self._reads() as connection:
                found = ask(connection, new)
            known |= {id: found.get(id) for id in new}
        return {id: answer for id in wanted if (answer := known[id]) is not None}

    @contextmanager
    def _writes(self) -> Iterator[Connection]:
        with translated(self.name), transaction(self._engine) as connection:
            yield connection
