"""The words that point at issues, in the order of a document's text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from soten.extract.rules import IssueHit


class IssueLayer:
    """The cue words of points at issue in a document."""

    def __init__(self, hits: Sequence[IssueHit]) -> None:
        self.hits = list(hits)
        self.starts = [hit.start for hit in self.hits]

    def within(self, start: int, end: int) -> list[IssueHit]:
        """Return the cue words that lie wholly in `start`–`end`."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [hit for hit in self.hits[first:last] if hit.end <= end]

    def weigh(self, start: int, end: int) -> Counter[str]:
        """Return the weight of each point at issue in `start`–`end`; like words count once."""
        weights: Counter[str] = Counter()
        for hit in {hit.weights: hit for hit in self.within(start, end)}.values():
            for issue, weight in hit.weights:
                weights[issue] += weight
        return weights

    def certain(self, start: int, end: int, least: int) -> set[str]:
        """Return the points that one word of weight `least` or more points at."""
        return {
            issue
            for hit in self.within(start, end)
            for issue, weight in hit.weights
            if weight >= least
        }
