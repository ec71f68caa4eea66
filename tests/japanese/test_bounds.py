"""Which words bound a number."""

from __future__ import annotations

import pytest

from soten.japanese.bounds import bound_around
from soten.records import Bound


@pytest.mark.parametrize(
    ("text", "bound", "span"),
    [
        pytest.param("約300人が", Bound.APPROX, "約300人", id="約"),
        pytest.param("300人以上が", Bound.AT_LEAST, "300人以上", id="以上"),
        pytest.param("約300人以上が", Bound.AT_LEAST, "約300人以上", id="約-yields"),
        pytest.param(
            "少なくとも300人近くが", Bound.AT_LEAST, "少なくとも300人近く", id="least-near"
        ),
        pytest.param("計300人が", Bound.EXACT, "計300人", id="計"),
        pytest.param("300人超が", Bound.MORE_THAN, "300人超", id="超"),
        pytest.param("300人超党派の", Bound.EXACT, "300人", id="超党派"),
        pytest.param("300人に満たない", Bound.LESS_THAN, "300人に満たない", id="満たない"),
        pytest.param("最大で300人が", Bound.AT_MOST, "最大で300人", id="最大"),
        pytest.param("300人が", Bound.EXACT, "300人", id="none"),
        pytest.param("契約300件を", Bound.EXACT, "300件", id="契約"),
        pytest.param("300人以下同じ", Bound.EXACT, "300人", id="以下同じ"),
        pytest.param("300人以下の", Bound.AT_MOST, "300人以下", id="以下"),
    ],
)
def test_words_around_bound_a_number(text: str, bound: Bound, span: str) -> None:
    """Words before and after bound a number and belong to its span; 約 yields to any other."""
    start = text.index("300")
    around = bound_around(text, start, start + 4)

    assert around.bound is bound
    assert text[around.start : around.end] == span


def test_below_zero_bounds_turn_round() -> None:
    """20 degrees below zero or more is at most -20."""
    assert bound_around("20度以上", 0, 3, is_negative=True).bound is Bound.AT_MOST


def test_a_bound_of_another_number_does_not_reach_over() -> None:
    """少なくとも before one number says nothing of the next."""
    text = "少なくとも3機、戦車5両"

    assert bound_around(text, 10, 12).bound is Bound.EXACT
