"""Points at issue of a stretch of text, from the words in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from soten.extract.rules import IssueHit

_ENOUGH = 2
"""Least weight of a point at issue that is named."""
_SHARE = 0.5
"""A second point is named if it weighs at least this share of the first."""
_FALLBACK = "other"


class IssueLayer:
    """The cue words of points at issue in a document, in the order of its text."""

    def __init__(self, hits: Sequence[IssueHit]) -> None:
        self.hits = list(hits)
        self.starts = [hit.start for hit in self.hits]

    def weigh(self, start: int, end: int) -> Counter[str]:
        """Return the weight of each point at issue in `start`–`end`; a word counts once."""
        weights: Counter[str] = Counter()
        seen: set[tuple[tuple[str, int], ...]] = set()
        for hit in self.hits[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if hit.end > end or hit.weights in seen:
                continue
            seen.add(hit.weights)
            for issue, weight in hit.weights:
                weights[issue] += weight
        return weights

    def name(self, start: int, end: int, *around: tuple[int, int]) -> tuple[str, ...]:
        """Return at most two points at issue of `start`–`end`, the weightiest first.

        Where the words themselves point at none, those of the stretches `around` decide, one after
        the other; where these do not either, the answer is ("other",).
        """
        weights = self.weigh(start, end)
        for stretch in around:
            if weights and max(weights.values()) >= _ENOUGH:
                break
            for issue, weight in self.weigh(*stretch).items():
                weights[issue] += weight
        ranked = [(w, i) for i, w in weights.items() if w >= _ENOUGH]
        if not ranked:
            return (_FALLBACK,)
        ranked.sort(key=lambda item: (-item[0], item[1]))
        top = ranked[0][0]
        return tuple(issue for weight, issue in ranked[:2] if weight >= top * _SHARE)
