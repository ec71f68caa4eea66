"""Figures that count the same thing and differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from soten.query.answers import Disagreement, Row
from soten.query.assembly import page_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.holdings import held_places
from soten.records import Bound, Figure, Span, Story, Unit
from soten.store import Label, Order
from soten.store.bigrams import fold

if TYPE_CHECKING:
    from soten.store import Ledger

_LIKE = 0.8
"""The least share of common character pairs (Dice) of two descriptions of one thing.

Set so that a spelling variant in a name of six or more kana passes and another name does not.
"""

_DAYS = 14
"""Figures dated further apart tell of different times."""

_APPROX = 0.05
"""How far an approximate number may be from another without contradicting it."""

_MOST = 400
"""Of one thing only this many figures, the latest, are compared with each other."""

_IDLE = re.compile(r"[ぁ-ん、。・「」『』（）\s]+|数$")
"""What descriptions of one thing may differ in: inflection, particles, marks, a final 数."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure with what it counts: a place that is held, or the words of its description."""

    row: Row[Figure]
    report: tuple[str, int]
    """The document and the story in it, by number, that the figure stands in."""
    place: str | None
    thing: str

    def is_of_the_same(self, other: _Counted) -> bool:
        if self.place is not None or other.place is not None:
            return self.place == other.place
        return is_same_thing(self.thing, other.thing)


def figures_that_disagree(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[Disagreement, ...]:
    """Return groups of figures that count the same thing in the same unit and differ.

    Conservative: two figures disagree only where both say what they count, in nearly the same
    words, or both say how much of one place is held (`soten.query.holdings`); are in the same
    unit (`other` is none); come from different voices or reports; are dated at most two weeks
    apart; and leave no number that satisfies the bounds of both.
    """
    selection = select_by(ledger, filter, (Figure.kind,))
    rows: tuple[Row[Figure], ...] = page_of(ledger, selection, Order.NEWEST, None, None).rows
    places = held_places(ledger, rows)
    labels = ledger.labels(places.values())
    stories = ledger.stories(row.document.id for row in rows)
    by_unit: dict[Unit, list[_Counted]] = defaultdict(list)
    for row in rows:
        report = (row.document.id, _story_at(stories[row.document.id], row.evidence.span))
        counted = _Counted(row, report, places.get(row.id), _described(row))
        if row.record.unit is not Unit.OTHER and (counted.place or counted.thing):
            by_unit[row.record.unit].append(counted)
    return tuple(
        found
        for unit, figures in by_unit.items()
        for same in _grouped(figures)
        if (found := _disagreement(unit, same, labels)) is not None
    )


def thing_of(what: str | None) -> str:
    """Return what is counted as the kanji, kana and letters that name it, to be compared.

    >>> thing_of("死者 の 数"), thing_of("撃墜された無人機"), thing_of(None)
    ('死者', '撃墜無人機', '')
    """
    return "" if what is None else _IDLE.sub("", _IDLE.sub("", fold(what)))


def is_same_thing(one: str, other: str) -> bool:
    """Say whether two results of `thing_of` name one thing.

    >>> is_same_thing("クラスノアルメイスク死者", "クラスノアルメィスク死者")
    True
    >>> is_same_thing("撃墜無人機", "発射無人機"), is_same_thing("戦死者", "相手側戦死者")
    (False, False)
    """
    if one == other:
        return bool(one)
    first, second = set(pairwise(one)), set(pairwise(other))
    return 2 * len(first & second) >= _LIKE * (len(first) + len(second)) > 0


def may_agree(one: Figure, other: Figure) -> bool:
    """Say whether some number satisfies both figures, as their bounds limit it."""
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low <= other_high and other_low <= high


def _story_at(stories: Sequence[Story], span: Span) -> int:
    """Return the number of the story a place is in, -1 for none."""
    inside = (number for number, story in enumerate(stories) if story.span.contains(span))
    return next(inside, -1)


def _described(row: Row[Figure]) -> str:
    """Return what a figure says it counts, without the figure itself."""
    what = row.record.what or ""
    return thing_of(what.replace(row.evidence.exact, ""))


def _grouped(figures: Iterable[_Counted]) -> Iterator[list[_Counted]]:
    """Yield the figures of each place, then those of each description or one like it."""
    by_place: dict[str, list[_Counted]] = defaultdict(list)
    by_thing: dict[str, list[_Counted]] = defaultdict(list)
    for figure in figures:
        if figure.place is not None:
            by_place[figure.place].append(figure)
        else:
            by_thing[figure.thing].append(figure)
    yield from by_place.values()
    for things in _same_things(by_thing):
        yield [figure for thing in things for figure in by_thing[thing]]


def _same_things(things: Iterable[str]) -> Iterator[list[str]]:
    """Yield groups of descriptions, each like the first of its group, the shortest first."""
    leaders: dict[str, list[str]] = {}
    by_pair: dict[tuple[str, str], list[str]] = defaultdict(list)
    for thing in sorted(things, key=lambda thing: (len(thing), thing)):
        near = dict.fromkeys(leader for pair in pairwise(thing) for leader in by_pair[pair])
        leader = next((one for one in near if is_same_thing(one, thing)), None)
        if leader is not None:
            leaders[leader].append(thing)
            continue
        leaders[thing] = [thing]
        for pair in pairwise(thing):
            by_pair[pair].append(thing)
    yield from leaders.values()


def _disagreement(
    unit: Unit, figures: list[_Counted], labels: dict[str, Label]
) -> Disagreement | None:
    compared = figures[:_MOST]
    place = compared[0].place
    involved = {
        figure.row.id
        for at, one in enumerate(compared)
        for other in compared[at + 1 :]
        if _disagree(one, other)
        for figure in (one, other)
    }
    if not involved:
        return None
    rows = [figure.row for figure in compared if figure.row.id in involved]
    groups: dict[tuple[float, float], list[Row[Figure]]] = defaultdict(list)
    for row in rows:
        groups[row.record.value, row.record.max or row.record.value].append(row)
    return Disagreement(
        unit=unit,
        place=None if place is None else labels.get(place) or Label(place),
        shared=min((str(row.record.what) for row in rows), key=len),
        groups=tuple(tuple(groups[value]) for value in sorted(groups)),
    )


def _disagree(one: _Counted, other: _Counted) -> bool:
    first, second = one.row, other.row
    if one.report == other.report and first.record.by == second.record.by:
        return False
    if first.when.low and second.when.low:
        apart = date.fromisoformat(first.when.low) - date.fromisoformat(second.when.low)
        if abs(apart.days) > _DAYS:
            return False
    return one.is_of_the_same(other) and not may_agree(first.record, second.record)


def _range(figure: Figure) -> tuple[float, float]:
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
