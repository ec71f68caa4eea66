"""What a ledger says of deeds in short (`soten.store.deeds`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from soten.store import deeds
from soten.store.connected import Connected
from soten.store.deed import DeedDays, FoundDeed, NamedPlace, StoredDeed


class TellingDesk:
    """Where deeds of documents are told, in the transaction of `connection`: `documents` are due."""

    def __init__(self, connection: Connection, limit: int) -> None:
        """Take the connection of a writing transaction."""
        self._connection = connection
        self.documents = deeds.untold(connection, limit)

    def put(self, told: Iterable[StoredDeed]) -> None:
        """Store the deeds of the documents that were due."""
        deeds.put_deeds(self._connection, tuple(self.documents.values()), told)


class ToldDeeds(Connected):
    """Questions about deeds in short."""

    @contextmanager
    def telling(self, limit: int) -> Iterator[TellingDesk]:
        """Give the desk at which deeds of at most so many documents are told, in one transaction."""
        with self._writes() as connection:
            yield TellingDesk(connection, limit)

    def untold(self, limit: int | None = None) -> list[str]:
        """Return documents of which deeds have yet to be told, the first so many to arrive."""
        with self._reads() as connection:
            return list(deeds.untold(connection, limit))

    def deeds(self, asked: Iterable[DeedDays]) -> list[FoundDeed]:
        """Return the records in short that are found there, in no order."""
        with self._reads() as connection:
            return list(deeds.deeds(connection, asked))

    def named_places(self, documents: Sequence[str]) -> list[NamedPlace]:
        """Return who is named and who speaks where, in documents."""
        with self._reads() as connection:
            return deeds.named_places(connection, documents)
