"""Positions as a matrix of points at issue × parties."""

from __future__ import annotations

from soten.query.answers import Matrix
from soten.query.filters import EVERYTHING, Filter
from soten.store import Ledger


def positions_matrix(
    ledger: Ledger, filter: Filter = EVERYTHING, *, by_side: bool = True
) -> Matrix:
    """Return each party's latest position on each point at issue, with those before it.

    With `by_side` a party stands in the column of its side, where it has one.
    """
    raise NotImplementedError
