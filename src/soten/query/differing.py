"""Which numbers of one quantity differ about one time: no number could satisfy both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from math import inf
from typing import TYPE_CHECKING

from soten.records import Bound, Figure

if TYPE_CHECKING:
    from soten.query.figures import Point

_APPROX = 0.05
"""How far an approximate number may be from another without contradicting it."""

_DAYS = {"day": 0, "week": 6, "month": 0, "year": 0}
"""How many days apart numbers for a period may be told of and still be of one time."""

_STATE_DAYS = 14
"""Numbers of a state, or from the beginning on, are of one time within so many days."""

_ACT_DAYS = {
    **dict.fromkeys(("losses", "launched", "shot-down", "repelled", "struck", "for", "against"), 0),
    **dict.fromkeys(("killed", "wounded", "casualties", "missing", "detained", "destroyed"), 3),
}
"""Numbers of what is done once, told for no period, are of one time within so many days."""

_MOST = 400
"""Of one quantity only this many figures, the latest, are compared with each other."""


def may_agree(one: Figure, other: Figure) -> bool:
    """Say whether some number satisfies both figures, as their bounds limit it."""
    (low, high), (other_low, other_high) = range_of(one), range_of(other)
    return low <= other_high and other_low <= high


def range_of(figure: Figure) -> tuple[float, float]:
    """Return the least and the most a figure's number may be."""
    value = figure.value
    match figure.bound:
        case Bound.EXACT:
            return value, value
        case Bound.APPROX:
            return value - abs(value) * _APPROX, value + abs(value) * _APPROX
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return value, inf
        case Bound.AT_MOST | Bound.LESS_THAN:
            return -inf, value
        case Bound.RANGE:
            return value, value if figure.max is None else figure.max


def is_one_time(one: str, other: str, period: str, act: str = "") -> bool:
    """Say whether numbers told of two times (days, months, years) may be set side by side.

    >>> is_one_time("2025-11-20", "2025-11-21", "day"), is_one_time("2025-11-20", "2025-11-21", "")
    (False, True)
    """
    if not one or not other or len(one) < 10 or len(other) < 10:
        return one == other or not one or not other
    apart = abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    return apart <= days_of_one_time(period, act)


def days_of_one_time(period: str, act: str) -> int:
    """Return how many days apart exactly dated numbers may be told of and be of one time."""
    if period in _DAYS:
        return _DAYS[period]
    return _STATE_DAYS if period else _ACT_DAYS.get(act, _STATE_DAYS)


def differing(points: Sequence[Point], period: str, act: str) -> tuple[tuple[int, ...], ...]:
    """Return which points differ about one time, each with those that it differs from.

    Points are given in order of their days; of many only the latest are compared.
    """
    found: dict[int, set[int]] = defaultdict(set)
    for at, other in _near(points, days_of_one_time(period, act)):
        if differ(points[at], points[other], period, act):
            found[at] |= {at, other}
    groups: list[set[int]] = []
    for at in sorted(found):
        if not any(found[at] <= group for group in groups):
            groups.append(found[at])
    return tuple(tuple(sorted(group)) for group in groups)


def _near(points: Sequence[Point], days: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of points that may be of one time, without looking at all pairs."""
    latest = range(max(0, len(points) - _MOST), len(points))
    exact = {at: date.fromisoformat(d).toordinal() for at in latest if len(d := points[at].day) > 9}
    for at in latest:
        for other in range(at + 1, len(points)):
            if at in exact and other in exact and exact[other] - exact[at] > days:
                break
            yield at, other


def differ(one: Point, other: Point, period: str, act: str = "") -> bool:
    """Say whether two points are of one time and no number satisfies both.

    A number that is only denied says nothing of what is true, and one voice in one report
    contradicts nobody.
    """
    if one.is_denied or other.is_denied or not is_one_time(one.day, other.day, period, act):
        return False
    if may_agree(one.figure, other.figure):
        return False
    who = [None if p.by is None else p.by.id for p in (one, other)]
    return who[0] != who[1] or one.reports != other.reports
