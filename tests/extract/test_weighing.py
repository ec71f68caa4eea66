"""Which points at issue clues add up to."""

from __future__ import annotations

import time

import pytest

from soten.extract.weighing import IssueModel, bundled_model, chosen, probability
from tests.readings import NEWS, TextReader

_MODEL = IssueModel({"word": 2.0, "point |energy": -1.0, "point |*": 0.5}, least=0.35, share=0.5)


def test_a_score_is_the_sum_of_weighed_clues() -> None:
    """Each clue counts its value times its weight; a clue without weight counts nothing."""
    assert _MODEL.score({"word": 0.5, "point |energy": 1.0, "unheard of": 1.0}) == 0.0


def test_a_point_of_an_unknown_pack_weighs_the_average() -> None:
    """What the annotations do not know is weighed as the others are on average."""
    assert _MODEL.weight("point |fisheries") == 0.5
    assert _MODEL.weight("fisheries") == 0.0


@pytest.mark.parametrize(
    ("chances", "named"),
    [
        pytest.param([("a", 0.1), ("b", 0.05)], ("a",), id="always-one"),
        pytest.param([("a", 0.9), ("b", 0.5)], ("a", "b"), id="two"),
        pytest.param([("a", 0.9), ("b", 0.4)], ("a",), id="too-far-behind"),
        pytest.param([("a", 0.5), ("b", 0.3)], ("a",), id="too-unlikely"),
        pytest.param([("d", 0.6), ("c", 0.6), ("b", 0.6), ("a", 0.6)], ("a", "b", "c"), id="three"),
    ],
)
def test_the_likeliest_are_named(chances: list[tuple[str, float]], named: tuple[str, ...]) -> None:
    """The likeliest point is named, and at most two that come near it; ties go by name."""
    assert chosen(chances, 0.35, 0.5) == named


def test_votes_tell_what_each_clue_adds(read: TextReader) -> None:
    """The clues of a vote add up to its probability, and the first votes are those named."""
    issues = read("停戦と制裁を話した。").issues
    votes = issues.votes(0, 9)

    assert tuple(vote.issue for vote in votes)[:2] == issues.name(0, 9)
    for vote in votes:
        assert probability(sum(part for _, part in vote.clues)) == pytest.approx(vote.probability)


def test_points_are_named_fast(read: TextReader) -> None:
    """Naming the points of a statement takes well under a millisecond."""
    issues = read(NEWS).issues
    began = time.process_time()
    for _ in range(100):
        issues.name(60, 80)

    assert time.process_time() - began < 0.1


def test_the_bundled_weights_are_few_and_small() -> None:
    """The model is a small table of clues, none of which is a word of a text."""
    weights = bundled_model().weights

    assert 50 < len(weights) < 500
    assert all(abs(weight) < 10 for weight in weights.values())
    assert all(clue.isascii() for clue in weights)
