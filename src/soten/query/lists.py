"""Lists of records by kind, the newest first."""

from __future__ import annotations

from collections.abc import Iterator

from soten.query.answers import Page, Row
from soten.query.filters import EVERYTHING, Filter
from soten.records import (
    Commitment,
    Event,
    Figure,
    Position,
    Record,
    Statement,
    Talk,
)
from soten.store import Ledger


def talks(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Talk]]:
    """Return talks, the newest first."""
    raise NotImplementedError


def positions(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Position]]:
    """Return positions, the newest first."""
    raise NotImplementedError


def figures(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Figure]]:
    """Return figures, the newest first."""
    raise NotImplementedError


def commitments(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Commitment]]:
    """Return commitments, the newest first."""
    raise NotImplementedError


def statements(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Statement]]:
    """Return statements, the newest first."""
    raise NotImplementedError


def events(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Row[Event]]:
    """Return events, the newest first."""
    raise NotImplementedError


def timeline(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
    newest_first: bool = False,
) -> Page[Row[Record]]:
    """Return everything that has a date of its own, in order of its first day."""
    raise NotImplementedError


def records(ledger: Ledger, filter: Filter = EVERYTHING) -> Iterator[Row[Record]]:
    """Yield records of every kind, documents in order of arrival, records in order of place."""
    raise NotImplementedError
