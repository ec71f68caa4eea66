"""Which points at issue a stretch of text is about: its clues weighed by a small linear model.

The weights are trained from annotations by `tools/train_issues.py` and kept in `issue_weights.json`;
docs/reading.md tells how well they do on documents they were not trained on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from soten.extract.issues import IssueLayer
from soten.extract.pointing import Clues, Pointers
from soten.japanese.analysis import Analysis
from soten.records import Span

_WEIGHTS = Path(__file__).with_name("issue_weights.json")
_MOST_POINTS = 3
ANY = "*"
"""Stands for a point that the annotations do not know: a pack may add its own."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A point at issue with its probability and what each clue adds to its score, most first."""

    issue: str
    probability: float
    clues: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class IssueModel:
    """The weights of clues.

    The likeliest point is named, and others from the probability `least` on if theirs is at least
    `share` of the likeliest one's.
    """

    weights: Mapping[str, float]
    least: float
    share: float

    def weight(self, clue: str) -> float:
        """Return the weight of a clue; one of an unknown point weighs what it does on average."""
        known = self.weights.get(clue)
        if known is not None:
            return known
        kind, bar, _ = clue.partition("|")
        return self.weights.get(f"{kind}|{ANY}", 0.0) if bar else 0.0

    def score(self, clues: Clues) -> float:
        """Return the sum of the clues, each times its weight."""
        return sum(value * self.weight(clue) for clue, value in clues.items())

    def choose(self, candidates: Mapping[str, Clues]) -> tuple[str, ...]:
        """Return the points that are named, the likeliest first."""
        chances = ((issue, probability(self.score(clues))) for issue, clues in candidates.items())
        return chosen(chances, self.least, self.share)

    def votes(self, candidates: Mapping[str, Clues]) -> list[Vote]:
        """Return every candidate with what speaks for and against it, the likeliest first."""
        votes = []
        for issue, clues in candidates.items():
            parts = [(clue, value * self.weight(clue)) for clue, value in clues.items()]
            parts.sort(key=lambda part: (-abs(part[1]), part[0]))
            votes.append(Vote(issue, probability(sum(p for _, p in parts)), tuple(parts)))
        return sorted(votes, key=lambda vote: (-vote.probability, vote.issue))


def probability(score: float) -> float:
    """Return the logistic of a score."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def chosen(chances: Iterable[tuple[str, float]], least: float, share: float) -> tuple[str, ...]:
    """Return the likeliest point, and at most two more that are likely enough.

    >>> chosen([("energy", 0.5), ("process", 0.2), ("ceasefire", 0.4)], 0.35, 0.5)
    ('energy', 'ceasefire')
    """
    first, *rest = sorted(chances, key=lambda chance: (-chance[1], chance[0]))[:_MOST_POINTS]
    bar = max(least, share * first[1])
    return (first[0], *(issue for issue, chance in rest if chance >= bar))


@lru_cache(maxsize=1)
def bundled_model() -> IssueModel:
    """Return the model that comes with the program."""
    raw = json.loads(_WEIGHTS.read_text("utf-8"))
    return IssueModel(raw["weights"], raw["least"], raw["share"])


class IssueReader:
    """Names the points at issue of stretches of one document."""

    def __init__(self, analysis: Analysis, layer: IssueLayer, model: IssueModel) -> None:
        self.model = model
        self.pointers = Pointers(analysis, layer)

    def name(self, start: int, end: int) -> tuple[str, ...]:
        """Return the points at issue of `start`–`end`, the likeliest first; never none."""
        return self.model.choose(self.pointers.clues(Span(start, end)))

    def votes(self, start: int, end: int) -> list[Vote]:
        """Return all points that could be meant, with what speaks for each."""
        return self.model.votes(self.pointers.clues(Span(start, end)))
