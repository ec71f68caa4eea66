"""Judging what a ledger joined by what is true of a crowd."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.crowd import Crowd, write_crowd
from bench.crowd.judging import Judged, Unit, end_to_end, joined_alone, judge, read_truth
from bench.joins import FLOORS, add_crowd, errors, scores_of
from soten.records import Span
from soten.store import Ledger, open_ledger


def units(*told: tuple[str, str]) -> list[Unit]:
    """Return units by group and truth, each of a document of its own; "own …": of no thing."""
    return [
        Unit(f"i{n}", group, truth, f"d{n}", Span(n, n + 1), is_own=truth.startswith("own"))
        for n, (group, truth) in enumerate(told)
    ]


def test_pairs_are_counted_by_contingency() -> None:
    """Of the pairs in a group those of one thing count, and of those of one thing those in a group."""
    score = joined_alone(Judged("talk", units(("a", "x"), ("a", "x"), ("a", "y"), ("b", "x"))))

    assert (score.together, score.grouped, score.true) == (1, 3, 3)


def test_what_the_reader_invents_counts_end_to_end_only() -> None:
    """A record of no thing of the world spoils a group only where reading errors count."""
    judged = Judged("talk", units(("a", "x"), ("a", "x"), ("a", "own 1")))

    assert joined_alone(judged).precision == 1
    assert end_to_end(judged).precision == pytest.approx(1 / 3)


def test_what_the_reader_misses_counts_end_to_end_only() -> None:
    """A mention that no record tells of is a pair lost with each that one does."""
    judged = Judged("talk", units(("a", "x"), ("a", "x")))
    judged.missed["x"] = 1

    assert joined_alone(judged).recall == 1
    assert end_to_end(judged).recall == pytest.approx(1 / 3)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a crowd of 1,000 reports."""
    folder = tmp_path_factory.mktemp("crowd")
    write_crowd(Crowd(1000), folder)
    return folder


@pytest.fixture(scope="module")
def ledger(crowd: Path) -> Iterator[Ledger]:
    """Return the ledger of the crowd."""
    with open_ledger(crowd / "ledger.db") as ledger:
        add_crowd(ledger, crowd)
        yield ledger


def test_joins_of_a_small_crowd_hold_their_floors(ledger: Ledger, crowd: Path) -> None:
    """What is joined across 1,000 reports is as right as the floors say."""
    scores = scores_of(judge(ledger, read_truth(crowd)))

    for what, floors in json.loads(FLOORS.read_text(encoding="utf-8")).items():
        for measure, floor in floors.items():
            assert scores[what][measure] >= floor, f"{what}: {measure}"


def test_errors_are_shown_with_their_words(ledger: Ledger, crowd: Path) -> None:
    """An error names the documents and shows what stands there."""
    judged = judge(ledger, read_truth(crowd))["story"]
    lines = list(errors(ledger, judged, 2))

    assert "are joined with others" in lines[0]
    assert any(".txt: " in line for line in lines[1:])
