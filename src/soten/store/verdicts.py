"""What decisions to merge and split say of pairs of items, the latest first heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[str, str]
"""Two items, the smaller id first."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision to merge (or split) the first of these items with (from) the others."""

    decision: str
    order: tuple[str, str]
    is_same: bool
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds of pairs of items (are they one thing, by which decision), and what does not.

    `overruled` are decisions that say of some pair the contrary of later ones.
    """

    pairs: Mapping[Pair, tuple[bool, str]]
    overruled: frozenset[str]


def settle(rulings: Iterable[Ruling]) -> Settled:
    """Return what rulings on things of one kind come to; a later one wins, also at one remove.

    >>> merge = Ruling("dc-1", ("2026-01-01", "dc-1"), True, ("a", "b"))
    >>> again = Ruling("dc-2", ("2026-01-02", "dc-2"), True, ("b", "c"))
    >>> split = Ruling("dc-3", ("2026-01-03", "dc-3"), False, ("a", "c"))
    >>> settled = settle([merge, again, split])
    >>> settled.pairs
    {('a', 'c'): (False, 'dc-3'), ('b', 'c'): (True, 'dc-2')}
    >>> sorted(settled.overruled)
    ['dc-1']
    """
    one = _Sides()
    pairs: dict[Pair, tuple[bool, str]] = {}
    overruled: set[str] = set()
    for ruling in sorted(rulings, key=lambda ruling: ruling.order, reverse=True):
        for pair in pairs_in(ruling.items):
            if one.contradicts(pair, ruling.is_same):
                overruled.add(ruling.decision)
            elif pair not in pairs:
                pairs[pair] = (ruling.is_same, ruling.decision)
                one.take(pair, ruling.is_same)
    return Settled(dict(sorted(pairs.items())), frozenset(overruled))


def pairs_in(items: Sequence[str]) -> list[Pair]:
    """Return the pairs of the first item with the others."""
    first = items[0] if items else ""
    return sorted({(min(first, other), max(first, other)) for other in items if other != first})


class _Sides:
    """Sets of items that are one, and which sets are to stay apart."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.apart: dict[str, set[str]] = {}

    def root(self, item: str) -> str:
        self.parent.setdefault(item, item)
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def contradicts(self, pair: Pair, is_same: bool) -> bool:
        first, second = map(self.root, pair)
        if not is_same:
            return first == second
        return first != second and any(
            self.root(enemy) == second for enemy in self.apart.get(first, ())
        )

    def take(self, pair: Pair, is_same: bool) -> None:
        first, second = map(self.root, pair)
        if not is_same:
            self.apart.setdefault(first, set()).add(second)
            self.apart.setdefault(second, set()).add(first)
        elif first != second:
            self.parent[second] = first
            self.apart.setdefault(first, set()).update(self.apart.pop(second, ()))
