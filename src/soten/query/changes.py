"""What is new since a day."""

from __future__ import annotations

from soten.query.answers import Changes
from soten.query.filters import EVERYTHING, Filter
from soten.store import Ledger


def changes_since(ledger: Ledger, since: str, filter: Filter = EVERYTHING) -> Changes:
    """Return documents published, or added, on or after `since` (EDTF), with their records."""
    raise NotImplementedError
