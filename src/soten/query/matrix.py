"""Positions as a matrix of points at issue × parties."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from soten.query.answers import Cell, Matrix, Row
from soten.query.assembly import page_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.sayings import party_of
from soten.records import Position
from soten.store import Label, Order

if TYPE_CHECKING:
    from soten.store import Ledger


def positions_matrix(
    ledger: Ledger, filter: Filter = EVERYTHING, *, by_side: bool = True
) -> Matrix:
    """Return each party's latest position on each point at issue, with those before it.

    With `by_side` a person stands in the column of his side, where he has one; the rows keep who
    it was. A force or an organization that holds a position of its own keeps its column: two armies
    of one country are two parties. Points and parties with more positions come first.
    """
    selection = select_by(ledger, filter, (Position.kind,))
    rows: tuple[Row[Position], ...] = page_of(ledger, selection, Order.NEWEST, None, None).rows
    found: dict[tuple[str, str], list[Row[Position]]] = {}
    for row in rows:
        found.setdefault((row.record.issue, _column(row, by_side)), []).append(row)
    issues = Counter(row.record.issue for row in rows)
    parties = Counter(_column(row, by_side) for row in rows)
    issue_labels = ledger.issue_labels()
    party_labels = ledger.labels(parties)
    return Matrix(
        issues=tuple(issue_labels.get(id) or Label(id) for id in _ranked(issues)),
        parties=tuple(party_labels.get(id) or Label(id) for id in _ranked(parties)),
        cells={
            (issue, party): Cell(issue, party, latest, tuple(history))
            for (issue, party), (latest, *history) in found.items()
        },
    )


def _column(row: Row[Position], by_side: bool) -> str:
    return party_of(row) if by_side else row.label(row.record.party).id


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda id: (-counts[id], id))
