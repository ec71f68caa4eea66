"""Stances as a scale."""

from __future__ import annotations

from itertools import product

import pytest

from soten.query.objects import Shared
from soten.query.stances import apart, is_other
from soten.records import Stance

WORD, TWO, SAME = Shared(("停戦",)), Shared(("停戦", "無条件")), Shared((), is_same_wording=True)


@pytest.mark.parametrize(
    ("before", "after", "shared", "is_shift"),
    [
        (Stance.REJECTS, Stance.OPEN, WORD, True),
        (Stance.ACCEPTS, Stance.OPPOSES, WORD, True),
        (Stance.ACCEPTS_IF, Stance.ACCEPTS, WORD, True),
        (Stance.UNDECIDED, Stance.SUPPORTS, WORD, True),
        (Stance.DEMANDS, Stance.OFFERS, TWO, True),
        (Stance.DEMANDS, Stance.OFFERS, WORD, False),
        (Stance.DEMANDS, Stance.REJECTS, TWO, False),
        (Stance.DEMANDS, Stance.REJECTS, SAME, True),
        (Stance.DEMANDS, Stance.SUPPORTS, SAME, False),
        (Stance.OFFERS, Stance.ACCEPTS, WORD, False),
        (Stance.REJECTS, Stance.OPPOSES, WORD, False),
        (Stance.OPEN, Stance.DEMANDS, TWO, False),
    ],
)
def test_what_is_a_shift(before: Stance, after: Stance, shared: Shared, is_shift: bool) -> None:
    """Alike stances are no shift, nor is a demand beside a refusal of something else."""
    assert is_other(before, after, shared) is is_shift


@pytest.mark.parametrize(
    ("one", "other", "shared", "value"),
    [
        (Stance.DEMANDS, Stance.REJECTS, WORD, 1.0),
        (Stance.DEMANDS, Stance.ACCEPTS, WORD, 0.0),
        (Stance.DEMANDS, Stance.ACCEPTS_IF, WORD, 0.25),
        (Stance.OFFERS, Stance.OPEN, WORD, 0.5),
        (Stance.SUPPORTS, Stance.OPPOSES, WORD, 0.75),
        (Stance.OPEN, Stance.OPEN, WORD, 0.0),
        (Stance.DEMANDS, Stance.DEMANDS, SAME, 0.0),
        (Stance.REJECTS, Stance.REJECTS, SAME, 0.0),
        (Stance.DEMANDS, Stance.DEMANDS, TWO, None),
        (Stance.REJECTS, Stance.OPPOSES, TWO, None),
        (Stance.DEMANDS, Stance.OFFERS, TWO, None),
        (Stance.UNDECIDED, Stance.REJECTS, SAME, None),
    ],
)
def test_how_far_apart(one: Stance, other: Stance, shared: Shared, value: float | None) -> None:
    """The number is the difference of the steps, and unknown where words alone cannot tell."""
    assert apart(one, other, shared) == value


def test_both_ways_are_as_far() -> None:
    """From one party to the other is as far as back, and never outside 0 to 1."""
    for one, other in product(Stance, Stance):
        there = apart(one, other, WORD)

        assert there == apart(other, one, WORD)
        assert there is None or 0 <= there <= 1
