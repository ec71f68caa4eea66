"""What is one thing among the items of one block, where some are known to be different.

A judge says of two items that they are one, how sure that is, or that they are *apart*. Items that
are apart are never in one set, neither directly nor through others; an item that may be either of
two that are apart is linked to neither, only proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from soten.resolve.joining import CONNECTS, Link

T = TypeVar("T")

UNSURE = 0.6
"""How sure a link is at most where its item may as well be another."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why two items are, or may be, one thing, and how sure that is (see `Link`)."""

    why: str
    confidence: float
    detail: str | None = None


class Apart:
    """Two items are known to be different things."""


APART = Apart()

Judge = Callable[[T, T], Judgement | Apart | None]


def links_of(items: Mapping[str, T], judge: Judge[T]) -> list[Link]:
    """Return the links of a block, given its items by id: enough to connect what is one."""
    ids = sorted(items)
    apart: dict[str, set[str]] = {id: set() for id in ids}
    likely: dict[str, list[str]] = {id: [] for id in ids}
    found: list[tuple[str, str, Judgement]] = []
    for one, other in combinations(ids, 2):
        judged = judge(items[one], items[other])
        if isinstance(judged, Apart):
            apart[one].add(other)
            apart[other].add(one)
        elif judged is not None:
            found.append((one, other, judged))
            if judged.confidence >= CONNECTS:
                likely[one].append(other)
                likely[other].append(one)
    torn = {id for id in ids if _is_torn(likely[id], apart)}
    weighed = [
        (one, other, judged, _weighed(judged, is_torn=one in torn or other in torn))
        for one, other, judged in found
    ]
    weighed.sort(key=lambda entry: (-entry[3], entry[0], entry[1]))
    sets = _Sets(apart)
    return [
        Link(one, other, judged.why, sure, judged.detail)
        for one, other, judged, sure in weighed
        if sets.unite(one, other, connects=sure >= CONNECTS)
    ]


def _is_torn(near: Sequence[str], apart: Mapping[str, set[str]]) -> bool:
    """Say whether two of those that an item may be are known to be different."""
    return any(not apart[id].isdisjoint(near) for id in near)


def _weighed(judged: Judgement, *, is_torn: bool) -> float:
    return min(judged.confidence, UNSURE) if is_torn else judged.confidence


class _Sets:
    """Disjoint sets of which none holds two that are apart."""

    def __init__(self, apart: Mapping[str, set[str]]) -> None:
        self.root = {id: id for id in apart}
        self.members = {id: [id] for id in apart}
        self.apart = apart
        self.proposed: set[tuple[str, str]] = set()

    def unite(self, one: str, other: str, *, connects: bool) -> bool:
        """Unite two sets, or, without `connects`, note a proposal; say whether it is news."""
        first, second = sorted((self.root[one], self.root[other]))
        if first == second or (first, second) in self.proposed:
            return False
        smaller = self.members[second]
        if any(not self.apart[id].isdisjoint(self.members[first]) for id in smaller):
            return False
        if not connects:
            self.proposed.add((first, second))
            return True
        for id in smaller:
            self.root[id] = first
        self.members[first] += self.members.pop(second)
        return True
