"""One thing in full, by its id."""

from __future__ import annotations

from soten.query.answers import Detail
from soten.store import Ledger


def show(ledger: Ledger, id: str) -> Detail:
    """Return a record, actor or document in full; raise `UsageError` for an unknown id."""
    raise NotImplementedError
