"""What is disputed: claims with a denial, and figures that disagree."""

from __future__ import annotations

from soten.query.answers import Disagreement, Dispute, Page
from soten.query.filters import EVERYTHING, Filter
from soten.store import Ledger


def disputes(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Dispute]:
    """Return claims that somebody denies, the newest first."""
    raise NotImplementedError


def figures_that_disagree(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[Disagreement, ...]:
    """Return groups of figures that count the same thing in the same unit and differ."""
    raise NotImplementedError
