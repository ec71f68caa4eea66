"""The ledger: records in and out of SQLite or PostgreSQL. The only SQL writer."""

from __future__ import annotations

from pathlib import Path


class Ledger:
    """An open ledger."""

    def __enter__(self) -> Ledger:
        """Return the ledger itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""


def open_ledger(where: str | Path, *, create: bool = True) -> Ledger:
    """Open the ledger at a path or `postgresql://` URL, creating and migrating it as needed."""
    raise NotImplementedError
