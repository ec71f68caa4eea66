"""A ledger's connections: reading ones, and writing ones that take turns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from soten.store.failures import translated
from soten.store.opening import open_engine
from soten.store.opening import writing as transaction


class Connected:
    """An open database; every connection is given back by `close`."""

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        """Open the ledger, creating and migrating it as needed."""
        self._engine, self.name = open_engine(where, create=create)

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

    @contextmanager
    def _reads(self) -> Iterator[Connection]:
        with translated(self.name), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writes(self) -> Iterator[Connection]:
        with translated(self.name), transaction(self._engine) as connection:
            yield connection
