"""Talk clusters: which meetings under one key are one talk.

Meetings on firm days come first: what is surely one (the same people or place on one day) is united
before what is only likely one, and nothing is united that holds two meetings which differ. What is
likely one joins only where it fits no other; a hint (来週, a month, no day at all) joins the one
talk it fits, and none where it fits two. The answer depends on the set of meetings only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from soten.resolve.joining import CONNECTS
from soten.resolve.meetings import Meeting
from soten.resolve.sametalk import (
    Fit,
    differ,
    fit_alike,
    fit_hint,
    fit_next_day,
    fit_on_day,
)
from soten.resolve.spans import days_between
from soten.resolve.talkremarks import concerns

_SURE = 0.9
"""From this confidence on a fit counts whatever else would fit too."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two meetings, by number, that are one talk."""

    one: int
    other: int
    fit: Fit


def part(meetings: Sequence[Meeting]) -> list[tuple[int, int]]:
    """Return the pairs of one day that cannot be one talk; a third that fits both is one of them only."""
    firm = [n for n, m in enumerate(meetings) if m.role == "talk" and m.is_firm]
    near = sorted(_near(meetings, firm, 0))
    return [(one, other) for one, other in near if differ(meetings[one], meetings[other])]


def unite(meetings: Sequence[Meeting]) -> list[Edge]:
    """Return what makes one talk of meetings; the answer names them by their number."""
    return _Clusters(meetings).run()


class _Clusters:
    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self.meetings = meetings
        self.of = list(range(len(meetings)))
        self.members = {n: [n] for n in self.of}
        self.made: list[Edge] = []
        self.proposed: list[Edge] = []

    def run(self) -> list[Edge]:
        told = [n for n, m in enumerate(self.meetings) if m.role == "talk"]
        firm = [n for n in told if self.meetings[n].is_firm]
        self._unite_firm(list(self._edges(firm, fit_on_day)))
        self._unite_neighbours(list(self._edges(firm, fit_next_day, reach=1)))
        self._attach([n for n in told if not self.meetings[n].is_firm], firm, fit_hint)
        self._unite_hints([n for n in told if not self.meetings[n].is_firm])
        self._attach([n for n, m in enumerate(self.meetings) if m.role != "talk"], told, concerns)
        return self.made + [e for e in self.proposed if self._is_open(e)]

    def _is_open(self, edge: Edge) -> bool:
        """Say whether a person may still find that the two ends of an edge are one."""
        one, other = self.of[edge.one], self.of[edge.other]
        return one != other and not self._clash(one, other)

    def _edges(
        self, firm: list[int], fit: Callable[[Meeting, Meeting], Fit | None], *, reach: int = 0
    ) -> Iterator[Edge]:
        """Yield the fits among meetings whose days lie no further apart than `reach`."""
        for one, other in sorted(_near(self.meetings, firm, reach)):
            found = fit(self.meetings[one], self.meetings[other])
            if found is not None and not differ(self.meetings[one], self.meetings[other]):
                yield Edge(one, other, found)

    def _unite_firm(self, edges: list[Edge]) -> None:
        edges.sort(key=lambda e: (-e.fit.confidence, e.one, e.other))
        beside: dict[int, set[int]] = defaultdict(set)
        for edge in edges:
            beside[edge.one].add(edge.other)
            beside[edge.other].add(edge.one)
        for edge in edges:
            if edge.fit.confidence < CONNECTS:
                self.proposed.append(edge)
            elif edge.fit.confidence >= _SURE or not self._has_rival(edge, beside):
                self._join(edge)

    def _has_rival(self, edge: Edge, beside: dict[int, set[int]]) -> bool:
        """Say whether one of two clusters fits a third as well that the other one cannot be."""
        one, other = self.of[edge.one], self.of[edge.other]
        for mine, yours in ((one, other), (other, one)):
            near = {self.of[n] for member in self.members[mine] for n in beside[member]}
            for third in sorted(near - {mine, yours}):
                if self._clash(third, yours) and not self._clash(third, mine):
                    return True
        return False

    def _unite_neighbours(self, edges: list[Edge]) -> None:
        """Unite talks of two neighbouring days, never of three."""
        for edge in edges:
            both = [*self.members[self.of[edge.one]], *self.members[self.of[edge.other]]]
            days = [day for n in both for day in self.meetings[n].days or ()]
            if days_between(min(days), max(days)) <= 1:
                self._join(edge)

    def _attach(
        self, loose: list[int], firm: list[int], fit: Callable[[Meeting, Meeting], Fit | None]
    ) -> None:
        """Join each loose meeting to the one cluster it fits."""
        chosen = [self._only_fit(n, firm, fit) for n in loose]
        for edge in chosen:
            if edge is not None:
                self._join(edge)

    def _only_fit(
        self, loose: int, firm: list[int], fit: Callable[[Meeting, Meeting], Fit | None]
    ) -> Edge | None:
        best: dict[int, Edge] = {}
        for n in firm:
            if n == loose:
                continue
            found = fit(self.meetings[loose], self.meetings[n])
            cluster = self.of[n]
            if found is None or self._clash(self.of[loose], cluster):
                continue
            if cluster not in best or best[cluster].fit.confidence < found.confidence:
                best[cluster] = Edge(loose, n, found)
        return next(iter(best.values())) if len(best) == 1 else None

    def _unite_hints(self, hints: list[int]) -> None:
        for one, other in combinations(hints, 2):
            found = fit_alike(self.meetings[one], self.meetings[other])
            if found is not None:
                self._join(Edge(one, other, found))

    def _clash(self, one: int, other: int) -> bool:
        """Say whether two clusters hold meetings that differ; a remark differs from nothing."""
        return any(
            differ(self.meetings[n], self.meetings[m])
            for n in self.members[one]
            for m in self.members[other]
            if self.meetings[n].role == self.meetings[m].role == "talk"
        )

    def _join(self, edge: Edge) -> None:
        one, other = self.of[edge.one], self.of[edge.other]
        if one == other or self._clash(one, other):
            return
        one, other = sorted((one, other))
        for n in self.members[other]:
            self.of[n] = one
        self.members[one] += self.members.pop(other)
        self.made.append(edge)


def _near(meetings: Sequence[Meeting], firm: list[int], reach: int) -> set[tuple[int, int]]:
    """Return pairs of meetings with days that touch, or that lie next to each other."""
    stretches = sorted(
        (first, last, n)
        for n in firm
        for first, last in (meetings[n].days or ("", ""), *meetings[n].moved)
    )
    found: set[tuple[int, int]] = set()
    for at, (_, last, n) in enumerate(stretches):
        for first, _, m in stretches[at + 1 :]:
            if first > last and days_between(last, first) > reach:
                break
            if n != m:
                found.add((min(n, m), max(n, m)))
    return found
