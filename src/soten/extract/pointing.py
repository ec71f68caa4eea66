"""What speaks for each point at issue of a stretch of text: words in it and around it, as clues.

A clue is a short name with a value from 0 to 1; `weighing` gives each its weight. A name that ends
in `|` and a point at issue is weighed for that point alone. A stretch is `none`, `weak` or `firm` by
the weight its own words give to one point: where they name none, what stands around counts more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from soten.extract.issues import IssueLayer
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import Span

Clues = dict[str, float]
Shares = Mapping[str, float]

OTHER = "other"
"""The point that is none of the others; always a candidate."""
_FIRM = 2
"""Least weight of words that by themselves name a point."""
_CERTAIN = 3
_STEPS = (1, 2, 3, 4, 6)
"""Weights of words from each of which on they count more."""
_LEAD = 2
"""Sentences at the head of a story that tell what it is about."""
_BACK = re.compile(
    r"この|その|これ|それ|同(?:案|計画|決議|提案|報告)|こうした|そうした|提案|計画|要求|決議|案|合意|声明|措置"
)
"""Words that point back at what was told before."""


class Pointers:
    """The cue words of a document, asked for the clues of one stretch after the other."""

    def __init__(self, analysis: Analysis, layer: IssueLayer) -> None:
        self.analysis, self.layer = analysis, layer
        self._sentences: dict[int, Shares] = {}

    @cached_property
    def _stories(self) -> tuple[Span, ...]:
        return self.analysis.stories or (Span(0, max(1, len(self.analysis.text))),)

    @cached_property
    def _story_shares(self) -> list[tuple[Shares, Shares]]:
        """The shares of each story's points in all of it, and in its lead."""
        shares: list[tuple[Shares, Shares]] = []
        ends = [view.end for view in self.analysis.sentences]
        for story in self._stories:
            whole: Counter[str] = Counter()
            for hit in self.layer.within(story.start, story.end):
                for issue, weight in hit.weights:
                    whole[issue] += weight
            last = min(bisect_right(ends, story.start) + _LEAD, len(ends)) - 1
            lead_end = ends[last] if ends else story.end
            shares.append((_shares(whole), _shares(self.layer.weigh(story.start, lead_end))))
        return shares

    def _around(self, place: int) -> tuple[Shares, Shares]:
        starts = [story.start for story in self._stories]
        return self._story_shares[max(0, bisect_right(starts, place) - 1)]

    def _sentence(self, index: int) -> Shares:
        if index < 0:
            return {}
        if index not in self._sentences:
            view = self.analysis.sentences[index]
            self._sentences[index] = _shares(self.layer.weigh(view.start, view.end))
        return self._sentences[index]

    def _beside(self, span: Span, view: SentenceView | None, own: Counter[str]) -> Shares:
        """The shares of what the sentence says outside the stretch."""
        if view is None:
            return {}
        return _shares(self.layer.weigh(view.start, view.end) - own)

    def clues(self, span: Span) -> dict[str, Clues]:
        """Return the clues for each point at issue that may be meant in `span`."""
        own = self.layer.weigh(span.start, span.end)
        total, most = sum(own.values()), max(own.values(), default=0)
        strength = "firm" if most >= _FIRM else "weak" if total else "none"
        view = self.analysis.sentence_of(span.start)
        index = view.index if view is not None else 0
        story, lead = self._around(span.start)
        near = {
            "sentence": self._beside(span, view, own),
            "lead": lead,
            "story": story,
            "before": self._sentence(index - 1),
            "earlier": self._sentence(index - 2),
        }
        back = _BACK.search(self.analysis.text, span.start, span.end) is not None
        certain = self.layer.certain(span.start, span.end, _CERTAIN)
        found: dict[str, Clues] = {}
        for issue in sorted({OTHER, *own, *near["sentence"], *story}):
            clues = _own_clues(issue, own[issue], total, most, issue in certain)
            clues[f"{strength} other" if issue == OTHER else strength] = 1.0
            for place, shares in near.items():
                clues[f"{place} {strength}"] = shares.get(issue, 0.0)
                if back and place in ("before", "lead", "story"):
                    clues[f"back to {place}"] = shares.get(issue, 0.0)
            for place in ("lead", "story"):
                shares = near[place]
                clues[f"{place} |{issue}"] = shares.get(issue, 0.0)
                if shares and shares.get(issue, 0.0) == max(shares.values()):
                    clues[f"first in {place} {strength}"] = 1.0
            found[issue] = {name: value for name, value in clues.items() if value}
        return found


def _own_clues(issue: str, weight: int, total: int, most: int, certain: bool) -> Clues:
    """What the words of the stretch itself say of one point."""
    clues: Clues = {f"point |{issue}": 1.0, "rivals": min(6, total - weight) / 6}
    if weight:
        clues |= {f"words {step}": 1.0 for step in _STEPS if weight >= step}
        clues[f"words |{issue}"] = 1.0
        clues["share"] = weight / total
        clues["heaviest" if weight == most else "lighter"] = 1.0
    if certain:
        clues["certain word"] = 1.0
    return clues


def _shares(weights: Counter[str]) -> Shares:
    total = sum(weights.values())
    return {issue: weight / total for issue, weight in weights.items()} if total else {}
