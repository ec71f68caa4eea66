"""Figures of one quantity that differ (`soten.query.figures` says what one quantity is)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from soten.query.answers import Disagreement, Row
from soten.query.figures import Point, Series, series_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.records import Figure
from soten.store import Order

if TYPE_CHECKING:
    from soten.store import Ledger

_BATCH = 200


def figures_that_disagree(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[Disagreement, ...]:
    """Return figures of one quantity that differ about one time, the latest first.

    Conservative: two figures disagree only where what they count was joined as one quantity;
    they come from different voices or reports; are of the same day, month or year, or, where
    they are for no such period, at most two weeks apart; and leave no number that satisfies the
    bounds of both. The filter lets a quantity through where one of its figures is.
    """
    selection = select_by(ledger, filter, (Figure.kind,))
    found: list[Disagreement] = []
    after: str | None = None
    while True:
        page = ledger.groups(
            Figure.kind, selection, Order.NEWEST, limit=_BATCH, after=after, at_least=2
        )
        for series in series_of(ledger, [group for group, _ in page]):
            found += disagreements_in(series)
        if len(page) < _BATCH:
            return tuple(found)
        after = page[-1][1]


def disagreements_in(series: Series) -> list[Disagreement]:
    """Return what differs in a series: one answer for all that is tied by differing."""
    return [
        Disagreement(
            unit=series.quantity.unit,
            place=series.quantity.at if series.quantity.act == "held" else None,
            shared=series.quantity.shared,
            groups=_equal([series.points[at] for at in tied]),
        )
        for tied in _tied(series.apart)
    ]


def _tied(apart: tuple[tuple[int, ...], ...]) -> list[list[int]]:
    """Return the places of points that differ, those that share one together."""
    groups: list[set[int]] = []
    for pair in apart:
        near = [group for group in groups if group & set(pair)]
        merged = set(pair).union(*near)
        groups = [group for group in groups if group not in near] + [merged]
    return sorted(sorted(group) for group in groups)


def _equal(points: list[Point]) -> tuple[tuple[Row[Figure], ...], ...]:
    """Return the figures of points, equal ones together, in order of the number."""
    found: dict[tuple[float, float], list[Row[Figure]]] = defaultdict(list)
    for point in points:
        found[point.value, point.max or point.value] += point.rows
    return tuple(
        tuple(sorted(found[value], key=lambda row: row.when.low or "", reverse=True))
        for value in sorted(found)
    )
