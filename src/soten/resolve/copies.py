"""Whether one story is a copy of another, told from their sketches.

Copies keep sentences and their numbers. Two reports on one event share names and quotations, two
bulletins of one template share the sentences and change the numbers, and a later report that tells
what went before keeps a paragraph: none of these is a copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from soten.resolve.sketches import HAS_NUMBER, IS_QUOTE, TELLS, Fact, Sketch

WITHIN_DAYS: Final = 10
"""A copy appears within so many days of the story it was taken from; the very same words always."""

LEAST_SIGNS: Final = 20
"""Shorter stories than this are never joined, however alike: anybody may write that sentence."""
_SHORT: Final = 34
"""Shorter stories than this are joined where two of their sentences tell something."""
_LIKE: Final = 0.5
_MUCH_ALIKE: Final = 0.32
"""Reports of two reporters on one event hardly reach 0.25, and among articles of many years 0.2."""
_COVERED: Final = 0.7
_NUMBERS_KEPT: Final = 0.5
_LEAD_LIKE: Final = 0.15
_HALF: Final = 0.5
_CLIP: Final = 0.12
"""A clip has at least this share of the story it was cut from."""
_LONG: Final = 9
_LONGEST: Final = 30


class Verdict(NamedTuple):
    """Why two stories are one (a name of `docs/joining.md`), how sure, and what it rests on."""

    why: str
    confidence: float
    detail: str


def compare(one: Sketch, other: Sketch) -> Verdict | None:
    """Return why two stories are one wire story; None where they are not known to be.

    The answer does not depend on the order of the two.
    """
    small, large = sorted((one, other), key=lambda s: (s.length, s.text))
    if not is_enough(small):
        return None
    if one.text == other.text:
        return Verdict("same-text", 1.0, "")
    if one.day is not None and other.day is not None and abs(one.day - other.day) > WITHIN_DAYS:
        return None
    return _copied(small, large) or _translated(small, large)


def is_enough(sketch: Sketch) -> bool:
    """Say whether a story tells so much that two people hardly write it alike."""
    if sketch.length >= _SHORT:
        return True
    telling = sum(line.length >= _LONG and bool(line.marks & TELLS) for line in sketch.lines)
    return sketch.length >= LEAST_SIGNS and telling >= 2


def _copied(small: Sketch, large: Sketch) -> Verdict | None:
    shared = _Shared.of(small, large)
    if shared.is_template or not _keeps_numbers(small, large):
        return None
    like, kept = _likeness(small, large)
    ratio = small.length / large.length
    covered = max(kept, shared.length / max(1, shared.told))
    same_lead = len(small.lead & large.lead) >= _LEAD_LIKE * min(len(small.lead), len(large.lead))
    if ratio >= _HALF and (like >= _LIKE or (like >= _MUCH_ALIKE and same_lead)):
        return Verdict("near-text", round(min(0.99, 0.75 + like * 0.25), 2), _percent(covered))
    if covered < _COVERED or ratio < _CLIP or not (same_lead or shared.is_lead):
        return None
    if kept < _COVERED and not shared.has_enough:
        return None
    why = "clipped" if ratio < 0.75 else "near-text"
    return Verdict(why, round(min(0.97, 0.6 + covered * 0.35), 2), _percent(covered))


def _percent(covered: float) -> str:
    return f"{min(100, round(covered * 100))}%"


class _Shared(NamedTuple):
    """What sentences of the smaller story stand in the larger one."""

    told: int
    """Signs in the sentences of the smaller story that are long enough to be compared."""
    length: int
    narrative: int
    """Signs in shared sentences that are not mostly quotation."""
    long: int
    """How many shared sentences are long."""
    longest: int
    kept_numbers: int
    other_numbers: int
    first: float
    """How far into the larger story the first shared sentence stands, 0 to 1."""

    @classmethod
    def of(cls, small: Sketch, large: Sketch) -> _Shared:
        places = {line.exact: at for at, line in reversed(list(enumerate(large.lines)))}
        exact_small = {line.exact for line in small.lines}
        masked = {line.masked for line in large.lines if line.exact not in exact_small}
        shared = [line for line in small.lines if line.exact in places]
        numbered = [line for line in small.lines if line.marks & HAS_NUMBER]
        narrative = [line for line in shared if not line.marks & IS_QUOTE]
        first = min((places[line.exact] for line in shared), default=0)
        before = sum(line.length for line in large.lines[:first])
        return cls(
            told=sum(line.length for line in small.lines),
            length=sum(line.length for line in shared),
            narrative=sum(line.length for line in narrative),
            long=sum(line.length >= _LONG for line in narrative),
            longest=max((line.length for line in narrative), default=0),
            kept_numbers=sum(line.exact in places for line in numbered),
            other_numbers=sum(
                line.exact not in places and line.masked in masked for line in numbered
            ),
            first=before / max(1, large.length),
        )

    @property
    def is_template(self) -> bool:
        """True where the sentences are kept and their numbers are not."""
        return self.other_numbers > self.kept_numbers

    @property
    def is_lead(self) -> bool:
        """True where what is shared stands at the front of the larger story, as cut copies do."""
        return self.first <= 0.4

    @property
    def has_enough(self) -> bool:
        """True where two sentences are shared, or one so long that nobody writes it twice."""
        return self.long >= 2 or self.longest >= _LONGEST


def _keeps_numbers(small: Sketch, large: Sketch) -> bool:
    if not small.numbers:
        return True
    return len(small.numbers & large.numbers) >= _NUMBERS_KEPT * len(small.numbers)


def _likeness(small: Sketch, large: Sketch) -> tuple[float, float]:
    """Return the likeness (Jaccard) of two stories, and how much of the smaller is in the larger."""
    scale = max(small.scale, large.scale)
    limit = 1 << (32 - scale)
    one = {gram for gram in small.grams if gram < limit}
    other = {gram for gram in large.grams if gram < limit}
    if not one or not other:
        return 0.0, 0.0
    both = len(one & other)
    return both / len(one | other), both / len(one) if len(one) >= 20 else 0.0


_MATCHED: Final = 8
"""Facts that two translations have in common at least."""
_DISTINCT: Final = 3
_ORDERED: Final = 0.75
_ACTORS: Final = 0.6
_APART: Final = 0.05
"""How far from each other, as a share of the story, the same facts of two translations stand."""


def _translated(small: Sketch, large: Sketch) -> Verdict | None:
    """Return whether two stories are translations of one release.

    Their words differ, but each figure and day comes in the same order, at the same place, with
    the same actors: two reporters of one event choose, order and round differently.
    """
    if min(len(small.facts), len(large.facts)) < _MATCHED or small.length < 0.6 * large.length:
        return None
    ours, theirs = _of(small, "fFd"), _of(large, "fFd")
    matched = _in_order(ours, theirs)
    if len(matched) < _ORDERED * max(len(ours), len(theirs)):
        return None
    if len({fact.hash for fact, _ in matched if fact.kind == "F"}) < _DISTINCT:
        return None
    actors, others = ({fact.hash for fact in _of(sketch, "a")} for sketch in (small, large))
    both = len(actors & others)
    if len(matched) + both < _MATCHED or both < _ACTORS * len(actors | others):
        return None
    if _apart(matched) > _APART:
        return None
    return Verdict("same-release", 0.85, str(len(matched)))


def _apart(matched: Sequence[tuple[Fact, Fact]]) -> float:
    """Return how far apart matched facts stand, the first and the last of them laid together."""
    ours = _laid_out([one.place for one, _ in matched])
    theirs = _laid_out([other.place for _, other in matched])
    return sum(abs(one - other) for one, other in zip(ours, theirs, strict=True)) / len(matched)


def _laid_out(places: Sequence[int]) -> list[float]:
    size = max(1, places[-1] - places[0])
    return [(place - places[0]) / size for place in places]


def _of(sketch: Sketch, kinds: str) -> list[Fact]:
    return [fact for fact in sketch.facts if fact.kind in kinds]


def _in_order(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Return the longest common series of facts (bounded: sketches keep few)."""
    rows = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) - 1, -1, -1):
        row, below = rows[i], rows[i + 1]
        for j in range(len(theirs) - 1, -1, -1):
            same = ours[i].hash == theirs[j].hash
            row[j] = below[j + 1] + 1 if same else max(below[j], row[j + 1])
    found: list[tuple[Fact, Fact]] = []
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if ours[i].hash == theirs[j].hash:
            found.append((ours[i], theirs[j]))
            i, j = i + 1, j + 1
        elif rows[i + 1][j] >= rows[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
