"""What a talk becomes by the word なる or する: called off (「会談は中止になった」), or set for a day."""

from __future__ import annotations

from soten.extract.talkwords import FALLEN
from soten.japanese.analysis import Analysis
from soten.japanese.phrases import Phrase

_NEAR = 4
"""Phrases after the noun within which its predicate stands."""
_LATER = ("以降", "以後")


def falls_through(text: str, phrases: list[Phrase], at: int) -> int | None:
    """Return the predicate that tells what became of the talk at `at`: 「会談は中止に＋なった」."""
    for k in range(at + 2, min(at + 2 + _NEAR, len(phrases))):
        noun = phrases[k - 1]
        ends = phrases[k].lemma in ("なる", "する", "終わる") and noun.particle in ("に", "と")
        if ends and text.endswith(FALLEN, noun.start, noun.head_end):
            return k
    return None


def is_set_for(analysis: Analysis, phrases: list[Phrase], tells: int) -> bool:
    """Say whether a predicate tells when a talk will be: 「会談は来月になる」, 「選挙以降となる」."""
    day = phrases[tells - 1]
    if phrases[tells].lemma != "なる" or day.particle not in ("に", "と"):
        return False
    times = analysis.times.within(day.start, day.head_end)
    return bool(times) or analysis.text.endswith(_LATER, day.start, day.head_end)
