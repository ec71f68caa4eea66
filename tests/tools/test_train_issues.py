"""Training the model that names points at issue."""

from __future__ import annotations

import pytest

from bench.accuracy import CORPORA
from soten.extract.weighing import bundled_model
from tools.train_issues import Example, examples_of, measure, train, unseen


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """The annotated statements of the samples."""
    return list(examples_of(CORPORA[:1]))


def test_the_same_annotations_give_the_same_weights(examples: list[Example]) -> None:
    """Training twice, in whatever order of candidates, ends at the same weights."""
    turned = [
        Example(
            e.corpus,
            e.document,
            dict(reversed(e.candidates.items())),
            e.wanted,
            e.is_found,
            e.by_words,
        )
        for e in examples
    ]

    assert train(examples).weights == train(turned).weights


def test_the_bundled_model_knows_the_clues_of_the_reading(examples: list[Example]) -> None:
    """Every clue that speaks for a point in the samples has a weight in the bundled model."""
    known = bundled_model()
    clues = {clue for e in examples for clues in e.candidates.values() for clue in clues}

    assert {clue for clue in clues if "|" not in clue} <= set(known.weights)
    assert all(known.weight(clue) for clue in clues if clue.startswith("words |"))


def test_the_model_beats_words_alone_on_unseen_documents(examples: list[Example]) -> None:
    """Trained on the other documents only, it names points better than their words alone do."""
    words = measure(examples, [e.by_words for e in examples], "samples")
    model = measure(examples, unseen(examples), "samples")

    assert model[2] > words[2] + 0.02
