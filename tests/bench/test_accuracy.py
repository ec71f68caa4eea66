"""Accuracy is held to floors that only rise."""

import json

import pytest

from bench.accuracy import CORPORA, FLOORS, RIGHT, Result, broken_floors, changed, raised, table


def test_a_measure_under_its_floor_is_named() -> None:
    """A fall under the floor gives one line; holding it exactly gives none."""
    floors = {"talk": 0.5, "figure": 0.8}

    assert broken_floors("samples", {"talk": 0.5, "figure": 0.81}, floors) == []
    assert broken_floors("samples", {"talk": 0.49, "figure": 0.81}, floors) == [
        "samples: talk 0.490 is under its floor of 0.500"
    ]


def test_a_measure_that_is_gone_breaks_its_floor() -> None:
    """A floor whose measure is no longer reported does not hold."""
    assert len(broken_floors("samples", {}, {"talk": 0.5})) == 1


def test_evidence_outside_the_text_is_never_allowed() -> None:
    """One piece of evidence that is not in its text fails, without any floor."""
    (line,) = broken_floors("samples", {"evidence_not_in_text": 1}, {})

    assert "not in the text" in line


@pytest.mark.parametrize(
    ("measured", "before", "after"),
    [
        pytest.param(0.9, {}, {"talk": 0.89}, id="first"),
        pytest.param(0.9, {"talk": 0.5}, {"talk": 0.89}, id="better"),
        pytest.param(0.4, {"talk": 0.5}, {"talk": 0.5}, id="worse"),
        pytest.param(0.0, {}, {}, id="nothing"),
    ],
)
def test_floors_only_rise(
    measured: float, before: dict[str, float], after: dict[str, float]
) -> None:
    """Raising sets a floor a little under what was measured and lowers none."""
    assert raised({"talk": measured, "evidence_not_in_text": 0}, before) == after


def test_the_table_shows_each_measure_beside_its_floor() -> None:
    """A measure without a floor shows a dash in its place."""
    _, talk, date = table({"samples": {"talk": 0.5, "date": 0.9}}, {"samples": {"talk": 0.4}})

    assert talk.split() == ["talk", "0.500", "0.40"]
    assert date.split() == ["date", "0.900", "-"]


def test_every_corpus_has_its_floors() -> None:
    """The file of floors has a section for each corpus."""
    recorded = json.loads(FLOORS.read_text(encoding="utf-8"))

    assert set(recorded["accuracy"]) == {corpus.name for corpus in CORPORA}


def test_changes_are_cut_short_and_say_so() -> None:
    """Of many changes of a kind the first are shown, with how many more there are."""
    items = [
        {"measure": "talk", "document": "a.txt", "words": str(n), "details": ""} for n in range(3)
    ]
    result = Result({"talk": 0.5, "date": 0.5}, gained=items, lost=[])

    assert [line.strip() for line in changed("samples", result, 1)] == [
        "samples talk: 3 gained, 0 lost",
        "> a.txt 「0」",
        "> and 2 more (--all shows them)",
    ]
    assert len(changed("samples", result, None)) == 4


def test_every_corpus_has_a_record_of_what_was_right() -> None:
    """For each corpus the digests of what was right at its floors are kept, samples by name."""
    assert {path.stem for path in RIGHT.iterdir()} == {corpus.name for corpus in CORPORA}
    documents = {line.split()[1] for line in (RIGHT / "samples.txt").read_text().splitlines()}
    assert documents <= {path.name for path in CORPORA[0].documents.iterdir()}
