"""Figures that count the same thing and differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from soten.query.answers import Disagreement, Row
from soten.query.assembly import page_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.records import Bound, Figure, Unit
from soten.store import Order
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


def figures_that_disagree(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[Disagreement, ...]:
    """Return groups of figures that count the same thing in the same unit and differ.

    Conservative: two figures disagree only where both say what they count, in nearly the same
    words; are in the same unit (`other` is none); come from different voices or documents; are
    dated at most two weeks apart; and leave no number that satisfies the bounds of both.
    """
    selection = select_by(ledger, filter, (Figure.kind,))
    rows: tuple[Row[Figure], ...] = page_of(ledger, selection, Order.NEWEST, None, None).rows
    by_unit: dict[Unit, dict[str, list[Row[Figure]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        key = thing_of(row.record.what)
        if key and row.record.unit is not Unit.OTHER:
            by_unit[row.record.unit][key].append(row)
    return tuple(
        found
        for unit, things in by_unit.items()
        for keys in _same_things(things)
        if (found := _disagreement(unit, [row for key in keys for row in things[key]])) is not None
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
        return True
    first, second = set(pairwise(one)), set(pairwise(other))
    return 2 * len(first & second) >= _LIKE * (len(first) + len(second)) > 0


def may_agree(one: Figure, other: Figure) -> bool:
    """Say whether some number satisfies both figures, as their bounds limit it."""
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low <= other_high and other_low <= high


def _same_things(keys: Iterable[str]) -> Iterator[list[str]]:
    """Yield groups of descriptions, each like the first of its group, the shortest first."""
    leaders: dict[str, list[str]] = {}
    by_pair: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(keys, key=lambda key: (len(key), key)):
        near = dict.fromkeys(leader for pair in pairwise(key) for leader in by_pair[pair])
        leader = next((one for one in near if is_same_thing(one, key)), None)
        if leader is not None:
            leaders[leader].append(key)
            continue
        leaders[key] = [key]
        for pair in pairwise(key):
            by_pair[pair].append(key)
    yield from leaders.values()


def _disagreement(unit: Unit, rows: list[Row[Figure]]) -> Disagreement | None:
    compared = rows[:_MOST]
    involved = {
        row.id
        for at, one in enumerate(compared)
        for other in compared[at + 1 :]
        if _disagree(one, other)
        for row in (one, other)
    }
    if not involved:
        return None
    groups: dict[tuple[float, float], list[Row[Figure]]] = defaultdict(list)
    for row in compared:
        if row.id in involved:
            groups[row.record.value, row.record.max or row.record.value].append(row)
    return Disagreement(
        unit=unit,
        shared=min((str(row.record.what) for row in compared), key=len),
        groups=tuple(tuple(groups[value]) for value in sorted(groups)),
    )


def _disagree(one: Row[Figure], other: Row[Figure]) -> bool:
    if one.document.id == other.document.id and one.record.by == other.record.by:
        return False
    if one.when.low and other.when.low:
        apart = date.fromisoformat(one.when.low) - date.fromisoformat(other.when.low)
        if abs(apart.days) > _DAYS:
            return False
    if not is_same_thing(thing_of(one.record.what), thing_of(other.record.what)):
        return False
    return not may_agree(one.record, other.record)


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
