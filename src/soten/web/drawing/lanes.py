"""Stretches of time in lanes below each other, over one axis of dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from soten.settings import Language
from soten.web.drawing.scales import Extent, TimeScale, day_number
from soten.web.drawing.ticks import Tick, date_ticks

T = TypeVar("T")

WIDE, NARROW = 720, 340
"""How wide drawings are made, in CSS pixels: for a desk, and for a phone."""
_EDGE, _AXIS, _TICK = 10.0, 38.0, 64.0
_OPEN_ROOM = 26.0
"""So much room has what goes on behind the last day."""


@dataclass(frozen=True, slots=True)
class Timed(Generic[T]):
    """A thing with the ISO days it covers; `high` is None where it goes on."""

    thing: T
    low: str
    high: str | None


@dataclass(frozen=True, slots=True)
class Lane(Generic[T]):
    """Things that stand in one lane. With `is_upward` further rows stand above the first."""

    name: str
    things: Sequence[Timed[T]]
    is_upward: bool = False


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A thing where it is drawn: what it covers, and the top of its row."""

    thing: T
    extent: Extent
    y: float


@dataclass(frozen=True, slots=True)
class DrawnLane(Generic[T]):
    """A lane where it is drawn; its name stands in the `head` above its rows."""

    name: str
    top: float
    bottom: float
    placed: tuple[Placed[T], ...]


@dataclass(frozen=True, slots=True)
class LaneChart(Generic[T]):
    """Lanes over an axis of dates; things stand in rows `row` high."""

    width: float
    height: float
    row: float
    scale: TimeScale
    ticks: tuple[Tick, ...]
    lanes: tuple[DrawnLane[T], ...]

    @property
    def bottom(self) -> float:
        """Where the axis stands."""
        return self.height - _AXIS


def lane_chart(
    lanes: Sequence[Lane[T]],
    width: float,
    language: Language,
    *,
    row: float = 22,
    head: float = 20,
    least: float = 18,
    gap: float = 2,
) -> LaneChart[T] | None:
    """Return lanes as they are drawn; None where nothing in them is dated.

    A thing is `least` wide at least, and none covers another: those that would stand in rows.
    """
    things = [timed for lane in lanes for timed in lane.things]
    goes_on = any(timed.high is None for timed in things)
    right = width - _EDGE - (_OPEN_ROOM if goes_on else 0)
    scale = TimeScale.around(((t.low, t.high or t.low) for t in things), _EDGE, right)
    if scale is None:
        return None
    ticks = date_ticks(scale.first, scale.last, max(2, int((right - _EDGE) // _TICK)), language)
    drawn: list[DrawnLane[T]] = []
    top = 4.0
    for lane in lanes:
        extents = [_extent(scale, timed, width - _EDGE, least) for timed in lane.things]
        rows = rows_of([(extent.x, extent.end) for extent in extents], gap)
        count = max(rows, default=0) + 1
        first = top + head
        placed = tuple(
            Placed(timed.thing, extent, first + row * (count - 1 - at if lane.is_upward else at))
            for timed, extent, at in zip(lane.things, extents, rows, strict=True)
        )
        bottom = first + row * count + 4
        drawn.append(DrawnLane(lane.name, top, bottom, placed))
        top = bottom
    return LaneChart(width, top + 4 + _AXIS, row, scale, ticks, tuple(drawn))


def _extent(scale: TimeScale, timed: Timed[T], edge: float, least: float) -> Extent:
    if timed.high is not None:
        return scale.extent(day_number(timed.low), day_number(timed.high), least=least)
    x = scale.x(day_number(timed.low))
    return Extent(x, round(edge - x, 2), False, True)


def rows_of(extents: Sequence[tuple[float, float]], gap: float = 0) -> list[int]:
    """Return for each stretch the first row in which no earlier one is in its way.

    >>> rows_of([(0, 10), (5, 20), (12, 30), (40, 50)], 1)
    [0, 1, 0, 0]
    """
    order = sorted(range(len(extents)), key=lambda at: (extents[at][0], at))
    ends: list[float] = []
    rows = [0] * len(extents)
    for at in order:
        begin, end = extents[at]
        free = next((n for n, last in enumerate(ends) if last + gap <= begin), len(ends))
        if free == len(ends):
            ends.append(end)
        else:
            ends[free] = end
        rows[at] = free
    return rows
