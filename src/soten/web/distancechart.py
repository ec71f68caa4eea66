"""A distance over time as a drawing: steps, and hatched times of which nothing is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from soten.query.distancecourse import DistanceCourse, Step
from soten.query.sayings import day_after
from soten.settings import Language
from soten.web.drawing import Extent, NumberScale, Tick, TimeScale, date_ticks, day_number

_TOP, _HEIGHT, _AXIS = 16, 150, 40
_LEFT, _RIGHT = 84, 14
_BEFORE_DAYS = 60


@dataclass(frozen=True, slots=True)
class Dot:
    """A place at which a known step begins."""

    x: float
    y: float
    value: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: `lines` are paths of steps that follow one another, `bands` the unknown times."""

    width: int
    height: int
    top: float
    bottom: float
    scale: TimeScale
    ticks: tuple[Tick, ...]
    lines: tuple[str, ...]
    bands: tuple[Extent, ...]
    dots: tuple[Dot, ...]


def chart_of(course: DistanceCourse, width: int, language: Language) -> Chart | None:
    """Return the drawing of a course; None where it has no step."""
    scale = TimeScale.around(_days(course.steps), _LEFT, width - _RIGHT, margin=0.01)
    if scale is None:
        return None
    top, bottom = _TOP, _TOP + _HEIGHT
    values = NumberScale(0, 1, bottom, top)
    known = [step for step in course.steps if step.gap.value is not None]
    most = max(2, (width - _LEFT - _RIGHT) // 70)
    return Chart(
        width=width,
        height=bottom + _AXIS,
        top=top,
        bottom=bottom,
        scale=scale,
        ticks=date_ticks(scale.first, scale.last, most, language),
        lines=tuple(_lines(course.steps, scale, values)),
        bands=tuple(
            scale.extent(day_number(step.first), day_number(step.last))
            for step in course.steps
            if step.gap.value is None and day_number(step.last) >= scale.first
        ),
        dots=tuple(
            Dot(
                scale.x(day_number(step.first)),
                values.place(step.gap.value or 0),
                step.gap.value or 0,
            )
            for step in known
        ),
    )


def _days(steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
    """Yield the days that are drawn: of what is unknown before anything is known, some only."""
    known = next((step.first for step in steps if step.gap.value is not None), None)
    first = "" if known is None else day_after(known, -_BEFORE_DAYS)
    for step in steps:
        if step.last >= first:
            yield max(step.first, first), step.last


def _lines(steps: Sequence[Step], scale: TimeScale, values: NumberScale) -> Iterator[str]:
    """Yield the path of each stretch of known steps."""
    path = ""
    for step in steps:
        if step.gap.value is None:
            if path:
                yield path
            path = ""
            continue
        x, y = scale.x(day_number(step.first)), values.place(step.gap.value)
        end = scale.x(day_number(step.last) + 1)
        path += f"V{y:g}H{end:g}" if path else f"M{x:g} {y:g}H{end:g}"
    if path:
        yield path
