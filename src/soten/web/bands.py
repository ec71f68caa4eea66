"""A time axis drawn on the server: its window, and marks laid out in bands, in percent of the width.

A band has room for so many lanes. What overlaps in time stands in different lanes; where the lanes
would be too thin, a band counts records by day, week or month instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from soten.query.axis import KINDS, Mark
from soten.records.edtf import bounds
from soten.web.drawing import Extent, TimeScale, day_number

HEIGHTS: Mapping[str, int] = {"talk": 92, "statement": 156, "event": 100, "commitment": 100}
"""How high each band is where all are shown, its name included, in CSS pixels."""
AXIS = 36
"""The room above the bands, for the words of the axis."""
HEAD = 24
"""The room for the name of a band."""
LEAST = 0.6
"""A mark is at least so wide, in percent: about four pixels of a wide window."""

_FOOT = 6
_WIDEST = 2.4
"""A band is at most so many times as high where others are not shown."""
_PITCH, _LEAST_PITCH = 9.0, 3.0
_GAP = 0.25
_FIRST, _LAST = date(1, 1, 2).toordinal(), date(9999, 12, 30).toordinal()


class Scale(StrEnum):
    """How much time a window holds where its ends are not both given."""

    DAY = "day"
    """Four weeks."""
    WEEK = "week"
    """Three months."""
    MONTH = "month"
    """A year."""
    YEAR = "year"
    """Ten years."""

    @property
    def days(self) -> int:
        """Its length."""
        return {"day": 28, "week": 91, "month": 365, "year": 3653}[self.value]


@dataclass(frozen=True, slots=True)
class Window:
    """The days an axis shows, by number (`datetime.date.toordinal`), both included."""

    first: int
    last: int

    @classmethod
    def of(cls, since: str, until: str, scale: Scale | None, latest: str | None) -> Window:
        """Return the window of EDTF ends; one that is missing is as far away as the scale says.

        Without either, two weeks behind the latest report end it. Raises `UsageError` for no date.

        >>> window = Window.of("2025-12", "", None, None)
        >>> window.since, window.until
        ('2025-12-01', '2026-03-01')
        """
        length = (scale or Scale.WEEK).days - 1
        first = day_number(bounds(since)[0]) if since else None
        last = day_number(bounds(until)[1]) if until else None
        if first is None and last is None:
            end = date.fromisoformat(latest) if latest else date.today()
            last = (end + timedelta(days=14)).toordinal()
        if last is None:
            last = (first or 0) + length
        if first is None:
            first = last - length
        return cls.between(first, max(first, last))

    @classmethod
    def between(cls, first: int, last: int) -> Window:
        """Return a window, kept within the days there are."""
        first = min(max(first, _FIRST), _LAST)
        return cls(first, max(first, min(last, _LAST)))

    @property
    def days(self) -> int:
        """How many days it holds."""
        return self.last - self.first + 1

    @property
    def since(self) -> str:
        """The first day (ISO)."""
        return date.fromordinal(self.first).isoformat()

    @property
    def until(self) -> str:
        """The last day (ISO)."""
        return date.fromordinal(self.last).isoformat()

    @property
    def middle(self) -> int:
        """The day in the middle."""
        return (self.first + self.last) // 2

    def zoomed(self, factor: float) -> Window:
        """Return a window of so many times the days around the same middle, one day at least."""
        length = max(1, round(self.days * factor))
        first = self.first + (self.days - length) // 2
        return Window.between(first, first + length - 1)

    def moved(self, part: float) -> Window:
        """Return the window moved by a part of its days, by one at least."""
        by = max(1, round(self.days * abs(part))) * (1 if part > 0 else -1)
        return Window.between(self.first + by, self.last + by)

    def as_long_as(self, scale: Scale) -> Window:
        """Return a window as long as a scale says around the same middle."""
        first = self.middle - scale.days // 2
        return Window.between(first, first + scale.days - 1)

    @property
    def scale(self) -> Scale:
        """The scale that is nearest to its length."""
        return min(Scale, key=lambda scale: abs(scale.days - self.days) / scale.days)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark in its place: percent across, pixels down.

    `was` are the other days of a talk, `later` those on which something is told of a promise.
    """

    mark: Mark
    extent: Extent
    y: float
    height: float
    was: tuple[Extent, ...] = ()
    later: tuple[Extent, ...] = ()

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return round(self.y + self.height / 2, 2)


@dataclass(frozen=True, slots=True)
class Column:
    """How many records begin in a stretch of days, as a column of a band."""

    since: str
    until: str
    extent: Extent
    y: float
    height: float
    count: int


@dataclass(frozen=True, slots=True)
class Band:
    """The marks of one kind, or columns where there are too many of them."""

    kind: str
    top: int
    height: int
    marks: tuple[Drawn, ...]
    columns: tuple[Column, ...]
    count: int
    """Marks, or records where they are counted."""

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height


def bands_of(
    marks: Mapping[str, Sequence[Mark] | None],
    counts: Mapping[str, Mapping[str, int]],
    scale: TimeScale,
    later: Mapping[str, Sequence[str]],
) -> tuple[Band, ...]:
    """Return the bands of the kinds; None for marks says that there are too many to draw.

    `later` are days (EDTF) of what is told after a promise, by the id of its mark.
    """
    found, top = [], AXIS
    shown = [kind for kind in KINDS if kind in marks]
    wider = min(_WIDEST, sum(HEIGHTS.values()) / max(1, sum(HEIGHTS[kind] for kind in shown)))
    for kind in shown:
        mine = marks[kind]
        lanes = None if mine is None else _in_lanes(mine, scale, later)
        needed = HEIGHTS[kind] * wider if lanes is None else HEAD + _FOOT + lanes.count * _PITCH
        height = round(min(max(needed, HEIGHTS[kind]), HEIGHTS[kind] * wider))
        drawn = None if lanes is None else _drawn(lanes, top, height)
        columns: tuple[Column, ...] = ()
        if drawn is None:
            columns = tuple(_columns(counts.get(kind, {}), scale, top, height))
        count = len(drawn) if drawn is not None else sum(column.count for column in columns)
        found.append(Band(kind, top, height, tuple(drawn or ()), columns, count))
        top += height
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Lanes:
    """Marks with the lane each stands in, so that none hides another."""

    placed: tuple[Drawn, ...]
    lanes: tuple[int, ...]
    count: int


def _in_lanes(
    marks: Sequence[Mark], scale: TimeScale, later: Mapping[str, Sequence[str]]
) -> _Lanes:
    placed = [
        Drawn(
            mark,
            _extent(scale, mark.low, mark.high),
            0,
            0,
            tuple(_extent(scale, *was) for was in mark.was),
            tuple(_extent(scale, *bounds(day)) for day in later.get(mark.id, ())),
        )
        for mark in marks
    ]
    reaches = [(one.extent, *one.was, *one.later) for one in placed]
    firsts = [min(each.x for each in reach) for reach in reaches]
    ends: list[float] = []
    lanes = [0] * len(placed)
    for n in sorted(range(len(placed)), key=lambda n: (firsts[n], placed[n].extent.x)):
        lane = next((at for at, end in enumerate(ends) if end <= firsts[n]), len(ends))
        ends[lane : lane + 1] = [max(each.end for each in reaches[n]) + _GAP]
        lanes[n] = lane
    return _Lanes(tuple(placed), tuple(lanes), len(ends))


def _drawn(lanes: _Lanes, top: int, height: int) -> list[Drawn] | None:
    """Return marks in their places, None where they would be too thin."""
    room = height - HEAD - _FOOT
    pitch = min(_PITCH, room / max(1, lanes.count))
    if pitch < _LEAST_PITCH:
        return None
    thick = round(pitch * 0.72, 2)
    return [
        replace(one, y=round(top + HEAD + lane * pitch, 2), height=thick)
        for lane, one in zip(lanes.lanes, lanes.placed, strict=True)
    ]


def _extent(scale: TimeScale, low: str, high: str) -> Extent:
    return scale.extent(day_number(low), day_number(high), least=LEAST)


def _columns(
    counts: Mapping[str, int], scale: TimeScale, top: int, height: int
) -> Iterator[Column]:
    sums: dict[tuple[int, int], int] = {}
    for day, count in counts.items():
        if not day:
            continue
        number = day_number(day)
        if scale.first <= number <= scale.last:
            stretch = _stretch(number, scale)
            sums[stretch] = sums.get(stretch, 0) + count
    most = max(sums.values(), default=1)
    room = height - HEAD - _FOOT
    for (first, last), count in sorted(sums.items()):
        high = max(1.5, round(room * count / most, 2))
        yield Column(
            date.fromordinal(max(first, scale.first)).isoformat(),
            date.fromordinal(min(last, scale.last)).isoformat(),
            scale.extent(first, last, least=LEAST / 2),
            round(top + height - _FOOT - high, 2),
            high,
            count,
        )


def _stretch(number: int, scale: TimeScale) -> tuple[int, int]:
    """Return the day, week, month or year around a day, wide enough to be seen."""
    if scale.day_width >= LEAST:
        return number, number
    if scale.day_width * 7 >= LEAST:
        monday = number - (number - 1) % 7
        return monday, monday + 6
    day = date.fromordinal(number).isoformat()
    low, high = bounds(day[:7] if scale.day_width * 30 >= LEAST else day[:4])
    return day_number(low), day_number(high)
