"""Who and what the ledger knows: actors and sources."""

from __future__ import annotations

from collections.abc import Iterator

from soten.query.answers import ActorRow, Page, SourceRow
from soten.query.filters import EVERYTHING, Filter
from soten.records import Actor, Document
from soten.store import Ledger


def actors(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[ActorRow]:
    """Return actors with counts, the most mentioned first."""
    raise NotImplementedError


def sources(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[SourceRow]:
    """Return documents with names, dating, counts and readings, the newest first."""
    raise NotImplementedError


def declared_actors(ledger: Ledger) -> Iterator[Actor]:
    """Yield every actor the ledger's records name, in order of id (for exports)."""
    raise NotImplementedError


def documents(ledger: Ledger, filter: Filter = EVERYTHING) -> Iterator[Document]:
    """Yield documents with their texts, in order of arrival (for exports)."""
    raise NotImplementedError
