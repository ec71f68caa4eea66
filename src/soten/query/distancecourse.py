"""How far two parties stood apart on one point, day after day: steps that hold until the next.

Where the ledger holds few positions of the two, every day on which the distance can have changed is
looked at; where it holds many, so many days, evenly apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soten.query.courses import Stand, stands_of
from soten.query.distances import Gap, gap_of, two_parties
from soten.query.filters import EVERYTHING, Filter
from soten.query.gaps import WITHIN_DAYS, Short, gap, held_around
from soten.query.saidsource import Said
from soten.query.sayings import Saying, day_after
from soten.records.edtf import FIRST_DAY, LAST_DAY, bounds
from soten.store import Label, TracedCell

if TYPE_CHECKING:
    from soten.store import Ledger

FEW = 150
"""Of a party with more positions on the point, a number of days is looked at."""
DAYS = 16
"""So many."""
_YEAR = 365


@dataclass(frozen=True, slots=True)
class Step:
    """A distance that stood from a day to a day (ISO); the next step begins the day after."""

    first: str
    last: str
    gap: Gap


@dataclass(frozen=True, slots=True)
class DistanceCourse:
    """The steps of a distance, the earliest first.

    `looked_on` counts the days looked at where not every day on which it can have changed was.
    """

    one: Label
    other: Label
    issue: Label
    steps: tuple[Step, ...]
    within: int
    looked_on: int | None = None


def distance_course(
    ledger: Ledger,
    issue: str,
    one: str,
    other: str,
    filter: Filter = EVERYTHING,
    *,
    within: int = WITHIN_DAYS,
    days: int = DAYS,
    cells: Sequence[TracedCell] | None = None,
) -> DistanceCourse:
    """Return how far two parties (ids or names) stood apart on a point (an id) over time.

    `days` bounds the days looked at where there are many positions; 1 tells of the last one only.
    `cells` is what `kept_cells` counted, where it was asked for before.

    Of the filter the days count: `until` is the last day told, else the latest on which either
    spoke; with `since` steps that ended before it are left out. Raises `UsageError` for one party
    twice.
    """
    ids = two_parties(ledger, one, other)
    said = Said(ledger, Filter(issue=issue))
    much = [cell for cell in said.cells(cells) if cell.party in ids and cell.count > FEW]
    if days == 1 and much:
        first, last, both = *_latest(said, ids, filter), None
    else:
        first, last, both = _read(said, issue, ids, filter)
    labels, names = ledger.labels(ids), ledger.issue_labels()
    course = DistanceCourse(
        labels.get(ids[0]) or Label(ids[0]),
        labels.get(ids[1]) or Label(ids[1]),
        names.get(issue) or Label(issue),
        (),
        within,
    )
    if first is None or last is None or first > last:
        return course
    if both is not None:
        told = [day for day in _events(both, within) if first <= day <= last]
        on = sorted({first, *told})
        shorts = [gap(*both, day, within) for day in on]
    else:
        start = filter.since and first or day_after(last, -_YEAR)
        on = _evenly(max(first, start), last, days)
        shorts = [
            gap(
                held_around(said, (issue, ids[0]), day, within),
                held_around(said, (issue, ids[1]), day, within),
                day,
                within,
            )
            for day in on
        ]
    stands = stands_of(ledger, [s for short in shorts for s in short.both], most_reports=1)
    steps = tuple(_steps(on, shorts, last, stands))
    return replace(course, steps=steps, looked_on=None if both else len(on))


_Days = tuple[str | None, str | None]
_Both = tuple[list[Saying], list[Saying]]


def _latest(said: Said, ids: Sequence[str], filter: Filter) -> _Days:
    """Return the day last told of, as the first and the last."""
    spoken = [day for id in ids if (day := said.latest_day(id)) is not None]
    return _within(max(spoken, default=None), max(spoken, default=None), filter)


def _read(
    said: Said, issue: str, ids: Sequence[str], filter: Filter
) -> tuple[str | None, str | None, _Both | None]:
    """Return the first and the last day told of, and what the two said where that is not much."""
    one, other = (said.window((issue, id), FEW + 1) for id in ids)
    is_few = max(len(one), len(other)) <= FEW
    return *_ends((one, other), filter), (said.merged(one), said.merged(other)) if is_few else None


def _ends(read: Sequence[Sequence[Saying]], filter: Filter) -> _Days:
    """Return the first and the last day that are told."""
    known = [
        one
        for found in read
        for one in found
        if one.first_day > FIRST_DAY and one.last_day < LAST_DAY
    ]
    if not known:
        return None, None
    days = [one.last_day for one in known]
    return _within(min(days), max(days), filter)


def _within(first: str | None, last: str | None, filter: Filter) -> _Days:
    """Return the first and the last day of those told that the filter asks for."""
    if first is None or last is None:
        return None, None
    if filter.since is not None:
        first = max(first, bounds(filter.since)[0])
    if filter.until is not None:
        last = min(bounds(filter.until)[1], max(last, day_after(last, WITHIN_DAYS + 1)))
    return first, last


def _events(both: Sequence[Sequence[Saying]], within: int) -> Iterator[str]:
    """Yield the days from which a saying counts, and no longer counts."""
    for sayings in both:
        for one in sayings:
            if one.first_day > FIRST_DAY and one.last_day < LAST_DAY:
                yield one.last_day
                yield day_after(one.first_day, within + 1)


def _evenly(first: str, last: str, most: int) -> list[str]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    count = min(most, (end - start).days + 1)
    if count < 2:
        return [last]
    step = (end - start).days / (count - 1)
    return [(start + timedelta(days=round(step * at))).isoformat() for at in range(count)]


def _steps(
    days: Sequence[str], shorts: Sequence[Short], last: str, stands: Mapping[str, Stand]
) -> Iterator[Step]:
    """Yield what stood from day to day; days on which nothing changed go on with the step."""
    ends = [*(day_after(day, -1) for day in days[1:]), last]
    held: tuple[str, str, Short] | None = None
    for day, end, short in zip(days, ends, shorts, strict=True):
        if held is not None and _is_same(held[2], short):
            held = (held[0], end, held[2])
            continue
        if held is not None:
            yield Step(held[0], held[1], gap_of(held[2], stands))
        held = (day, end, short)
    if held is not None:
        yield Step(held[0], held[1], gap_of(held[2], stands))


def _is_same(one: Short, other: Short) -> bool:
    if one.unknown is not None and one.unknown is other.unknown:
        return True
    ids = [[s.id for s in short.both] for short in (one, other)]
    return (one.value, one.unknown) == (other.value, other.unknown) and ids[0] == ids[1]
