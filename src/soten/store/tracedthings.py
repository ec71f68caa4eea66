"""What a ledger says of positions in short (`soten.store.traced`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from soten.store import moves, traced
from soten.store.connected import Connected
from soten.store.trace import Key, StoredMove, Trace, Traced, TracedCell, UnmovedCourse


class TracingDesk:
    """Where documents are traced, in the transaction of `connection`: `documents` are due."""

    def __init__(self, connection: Connection, limit: int) -> None:
        """Take the connection of a writing transaction."""
        self._connection = connection
        self.documents = traced.untraced(connection, limit)

    def put(self, traces: Iterable[Trace]) -> None:
        """Store the traces of the documents that were due."""
        traced.put_traces(self._connection, tuple(self.documents.values()), traces)


class MovingDesk:
    """Where the moves of one course are found, in the transaction of `connection`."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection of a writing transaction; `course` is None where none is left."""
        self._connection = connection
        self.course: UnmovedCourse | None = moves.unmoved(connection)

    def put(self, since: str, until: Key | None, found: Iterable[StoredMove]) -> None:
        """Store the moves of the course from a day up to a place, None: to its end."""
        if self.course is not None:
            moves.put_moves(self._connection, self.course, since, until, found)


class TracedThings(Connected):
    """Questions about positions in short."""

    @contextmanager
    def tracing(self, limit: int) -> Iterator[TracingDesk]:
        """Give the desk at which at most so many documents are traced, in one transaction."""
        with self._writes() as connection:
            yield TracingDesk(connection, limit)

    @contextmanager
    def moving(self) -> Iterator[MovingDesk]:
        """Give the desk at which the moves of one course are found, in one transaction."""
        with self._writes() as connection:
            yield MovingDesk(connection)

    def moves(self, asked: Traced, limit: int | None = None) -> list[StoredMove]:
        """Return where stances moved, the newest first; of `asked` the later words count."""
        with self._reads() as connection:
            return moves.moves(connection, asked, limit)

    def has_all_moves(self) -> bool:
        """Say whether every document is traced and every course gone through."""
        return self._once("has all moves", moves.is_all_found)

    def untraced(self) -> dict[str, int]:
        """Return documents that have yet to be traced, with their places in order of arrival."""
        return dict(self._once("untraced", traced.untraced))

    def traces(
        self, asked: Traced, *, newest: bool = False, limit: int | None = None
    ) -> list[Trace]:
        """Return traces in order of their days, the earliest first, or the newest."""
        with self._reads() as connection:
            return traced.traces(connection, [asked], newest=newest, limit=limit)[0]

    def latest_traces(self, asked: Sequence[Traced], limit: int) -> list[list[Trace]]:
        """Return, of each that is asked, so many traces, the newest first."""
        with self._reads() as connection:
            return traced.traces(connection, asked, newest=True, limit=limit)

    def traced_cells(
        self, asked: Traced, every: Sequence[TracedCell] | None = None
    ) -> list[TracedCell]:
        """Return which parties have traces on which points, the most first.

        `every` are those of all days, where they were counted before.
        """
        with self._reads() as connection:
            return traced.cells(connection, asked, every)

    def traced_parties(self, actor: str) -> Sequence[str]:
        """Return the parties with traces that are this actor or on its side."""
        with self._reads() as connection:
            return traced.parties_of(connection, actor)

    def latest_traced(self, asked: Traced) -> str | None:
        """Return the last known day of the selected traces."""
        with self._reads() as connection:
            return traced.latest_day(connection, asked)

    def documents_since(self, issue: str, day: str, most: int) -> int:
        """Return how many documents tell a position on a point of a later day, at most `most`."""
        with self._reads() as connection:
            return traced.documents_since(connection, issue, day, most)
