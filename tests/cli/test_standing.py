"""`soten positions --history`, `soten shifts`, `soten distance`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any  # JSON, read as it stands

import pytest

from soten.records import Stance
from soten.store import open_ledger
from tests.cli.conftest import Run
from tests.query.stands import say


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """Return where a ledger is in which 甲国 moved towards 乙国."""
    path = tmp_path / "moved.db"
    with open_ledger(path) as ledger:
        say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
        say(ledger, "2025-11-05", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")
        say(ledger, "2025-12-02", "無条件の停戦に応じる考え", Stance.OPEN, speaker="envoy")
    return path


def rows(found: str) -> list[dict[str, Any]]:
    """Return what a pipe gets."""
    return [json.loads(line) for line in found.splitlines()]


@pytest.mark.parametrize("way", ["--matrix", "--history"])
def test_courses_go_into_pipes(run: Run, moved: Path, way: str) -> None:
    """Each course is one JSON object, with --json all are one array."""
    found = run("positions", way, "--ledger", moved)
    told = rows(found.stdout)

    assert [row["kind"] for row in told] == ["course", "course"]
    assert json.loads(run("positions", way, "--json", "--ledger", moved).stdout) == told


def test_since_asks_a_history_what_is_new(run: Run, moved: Path) -> None:
    """Earlier stands are told all the same, and silence is said to be silence."""
    told = rows(run("positions", "--history", "--since", "2025-12", "--ledger", moved).stdout)

    assert {str(row["state"]) for row in told} == {"shifted", "silent"}
    assert [len(row["stands"]) for row in told] == [2, 1]


def test_history_and_matrix_are_two_things(run: Run, moved: Path) -> None:
    """Asking for both is wrong use."""
    assert run("positions", "--history", "--matrix", "--ledger", moved).exit_code == 2


def test_shifts_are_listed(run: Run, moved: Path) -> None:
    """In a pipe as JSON, on a terminal with both quotations."""
    (told,) = rows(run("shifts", "--ledger", moved).stdout)
    table = run("shifts", "--table", "--lang", "ja", "--ledger", moved).stdout

    assert (told["from"], told["to"]) == ("rejects", "open")
    assert "拒否" in table
    assert "カンデル" in table
    assert run("shifts", "--since", "2026", "--ledger", moved).stdout == ""
    assert run("shifts", "--voices", "--ledger", moved).stdout == ""


def test_a_distance_is_told(run: Run, moved: Path) -> None:
    """By names, with the movement since a day."""
    found = run("distance", "甲国", "Otsu", "--since", "2025-12-01", "--ledger", moved)
    (told,) = rows(found.stdout)
    table = run("distance", "甲国", "乙国", "--table", "--lang", "ja", "--ledger", moved).stdout

    assert told["movement"] == "closer"
    assert table.startswith("■ 停戦: 隔たり0.50（半ば）\n")


def test_a_distance_needs_two_parties(run: Run, moved: Path) -> None:
    """A name nobody has, or one party twice, is wrong use."""
    assert run("distance", "甲国", "丙国", "--ledger", moved).exit_code == 2
    assert run("distance", "甲国", "甲国", "--ledger", moved).exit_code == 2


def test_help_explains_the_number(run: Run) -> None:
    """Whoever reads a number can read what it is made of."""
    told = " ".join(run("distance", "--help").stdout.split())

    assert "rejects 0, opposes 0.25, open 0.5, accepts-if 0.75" in told
    assert "unknown where one is silent" in told
