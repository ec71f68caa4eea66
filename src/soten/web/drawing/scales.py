"""From days and numbers to places in a drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from soten.records.edtf import FIRST_DAY, LAST_DAY

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def day_number(day: str) -> int:
    """Return the number of an ISO day; the open ends of EDTF are the first and last day there is.

    >>> day_number("0001-01-02"), day_number("0000-01-01"), day_number("9999-12-31") == _LAST
    (2, 1, True)
    """
    return _FIRST if day <= "0001" else date.fromisoformat(day).toordinal()


@dataclass(frozen=True, slots=True)
class Extent:
    """What a stretch of time covers in a drawing; it is open where it goes on beyond the edge."""

    x: float
    width: float
    is_open_before: bool = False
    is_open_behind: bool = False

    @property
    def middle(self) -> float:
        """The place of its middle."""
        return self.x + self.width / 2

    @property
    def end(self) -> float:
        """The place where it ends."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days, from the beginning of `first` to the end of `last`, laid from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def __post_init__(self) -> None:
        if self.last < self.first or self.right <= self.left:
            raise ValueError(f"no room for days: {self}")

    @classmethod
    def around(
        cls,
        stretches: Iterable[tuple[str | None, str | None]],
        left: float,
        right: float,
        *,
        margin: float = 0.03,
    ) -> TimeScale | None:
        """Return a scale on which stretches of ISO days have room; None where no day is known.

        Ends that are open or unknown do not widen it. `margin` is added at either side, in parts
        of the whole, one day at least.

        >>> scale = TimeScale.around([("2031-05-02", "2031-05-02"), ("0000-01-01", None)], 0, 90)
        >>> scale is not None and (scale.last - scale.first, scale.day_width)
        (2, 30.0)
        """
        days = [
            day_number(day)
            for stretch in stretches
            for day in stretch
            if day and FIRST_DAY < day < LAST_DAY
        ]
        if not days:
            return None
        first, last = min(days), max(days)
        room = max(1, round((last - first) * margin))
        return cls(max(_FIRST, first - room), min(_LAST, last + room), left, right)

    @property
    def day_width(self) -> float:
        """How wide one day is."""
        return (self.right - self.left) / (self.last + 1 - self.first)

    def x(self, day: int) -> float:
        """Return where a day begins; days beyond the ends are at the edges."""
        place = self.left + (day - self.first) * self.day_width
        return round(min(max(place, self.left), self.right), 2)

    def extent(self, low: int, high: int, *, least: float = 0) -> Extent:
        """Return what the days from `low` to `high` cover, `least` wide at least.

        What is widened stays around its middle, and within the edges.
        """
        x, end = self.x(low), self.x(high + 1)
        if end - x < least:
            x = min(max((x + end - least) / 2, self.left), max(self.left, self.right - least))
            end = min(x + least, self.right)
        width = round(end - x, 2)
        return Extent(round(x, 2), width, low < self.first, high > self.last)


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Numbers from `low` to `high` laid from `start` to `end`, which may run upwards."""

    low: float
    high: float
    start: float
    end: float

    def __post_init__(self) -> None:
        if self.high <= self.low:
            raise ValueError(f"no room for numbers: {self}")

    def place(self, value: float) -> float:
        """Return where a number is; what is beyond the ends is at the ends."""
        part = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + part * (self.end - self.start), 2)
