"""Full-text search in documents and records."""

from __future__ import annotations

from soten.query.answers import Found
from soten.store import Ledger


def search(ledger: Ledger, words: str, *, limit: int = 20, after: str | None = None) -> Found:
    """Return documents and records that hold the words.

    Words are joined by AND; `"…"` is a phrase, `OR` an alternative, `-word` what must not occur.
    """
    raise NotImplementedError
