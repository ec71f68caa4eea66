"""Numbers told at times by several owners, on one axis of dates and one of numbers.

Nothing is joined, averaged or smoothed: each number stands where it was told, as wide as its date
is known, open upwards or downwards where it is a bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from soten.records import Bound
from soten.records.edtf import bounds
from soten.settings import Language
from soten.web.drawing.lettering import text_width
from soten.web.drawing.scales import Extent, NumberScale, TimeScale, day_number
from soten.web.drawing.ticks import Axis, Tick, date_ticks, number_axis

T = TypeVar("T")

_TOP, _BELOW, _TICK = 24.0, 40.0, 64.0
_EDGE = 12.0
_INSET = 10.0
"""So far within the frame marks stand."""
_LETTER_RADIUS = 8.0
_LETTERED = 12
"""A mark with a letter needs so many pixels across for each that is drawn."""
_OPEN = 30.0
"""How long the open bar of a bound is."""


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """A number as it was told: its date (EDTF, "" unknown), value, upper end, bound."""

    thing: T
    day: str
    value: float
    max: float | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class Dot(Generic[T]):
    """A number where it is drawn.

    It is told of `x`, `y`; its mark stands there, or where another is in its way, at `mark_y`
    above or below. `extent` is what its date covers. `to` is the end of its bar: of a range the
    place of the greater number, of a bound where its open bar ends; None without.
    """

    thing: T
    x: float
    y: float
    mark_y: float
    extent: Extent
    to: float | None
    bound: Bound

    @property
    def is_open(self) -> bool:
        """Say whether its bar has no end: the number is a bound."""
        return self.to is not None and self.bound is not Bound.RANGE


@dataclass(frozen=True, slots=True)
class SeriesChart(Generic[T]):
    """Dots over axes; `radius` of their marks is small where there are many."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    scale: TimeScale
    ticks: tuple[Tick, ...]
    axis: Axis
    numbers: NumberScale
    dots: tuple[Dot[T], ...]
    radius: float


def series_chart(
    told: Sequence[Told[T]], width: float, height: float, language: Language
) -> SeriesChart[T] | None:
    """Return numbers as they are drawn; None where none is dated. Undated ones are left out."""
    dated = [(one, *bounds(one.day)) for one in told if one.day]
    ends = [one.value if one.max is None else one.max for one, _, _ in dated]
    if not dated:
        return None
    low = min((one.value for one, _, _ in dated), default=0)
    axis = number_axis(low, max(*ends, low), 6, language)
    left = _EDGE + max(text_width(words, 13) for _, words in axis.ticks)
    bottom, right = height - _BELOW, width - _EDGE
    inner = (left + _INSET, right - _INSET)
    scale = TimeScale.around(((first, last) for _, first, last in dated), *inner)
    if scale is None:
        return None
    numbers = NumberScale(axis.low, axis.high, bottom - 6, _TOP)
    dots = [
        _dot(one, scale.extent(day_number(first), day_number(last), least=4), numbers, bottom)
        for one, first, last in dated
    ]
    radius = _LETTER_RADIUS if len(dots) * _LETTERED <= right - left else 4.0
    return SeriesChart(
        width,
        height,
        _TOP,
        bottom,
        left,
        right,
        scale,
        date_ticks(scale.first, scale.last, max(2, int((right - left) // _TICK)), language),
        axis,
        numbers,
        tuple(_apart(dots, radius, bottom)),
        radius,
    )


def _dot(one: Told[T], extent: Extent, numbers: NumberScale, bottom: float) -> Dot[T]:
    y = numbers.place(one.value)
    to: float | None = None
    if one.bound is Bound.RANGE and one.max is not None:
        to = numbers.place(one.max)
    elif one.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        to = max(4.0, y - _OPEN)
    elif one.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        to = min(bottom, y + _OPEN)
    return Dot(one.thing, round(extent.middle, 2), y, y, extent, to, one.bound)


def _apart(dots: Sequence[Dot[T]], radius: float, bottom: float) -> Iterator[Dot[T]]:
    """Yield dots whose marks do not cover each other, moved up or down as little as may be."""
    if radius < _LETTER_RADIUS:
        yield from dots
        return
    step = 2 * radius + 1
    placed: list[tuple[float, float]] = []
    for dot in sorted(dots, key=lambda dot: (dot.x, dot.y)):
        free = (
            y
            for n in range(len(dots) + 1)
            for y in (dot.y - n * step, dot.y + n * step)
            if radius < y < bottom - radius
            and not any(abs(dot.x - a) < 2 * radius and abs(y - b) < step - 0.5 for a, b in placed)
        )
        y = next(free, dot.y)
        placed.append((dot.x, y))
        yield replace(dot, mark_y=round(y, 2))
