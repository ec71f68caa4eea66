"""`soten claims`, `soten disputes`, `soten places`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.export.table import width
from soten.store import open_ledger
from tests.cli.conftest import Run
from tests.query.frontline import put_reports


@pytest.fixture
def front(pack: Path, tmp_path: Path) -> Path:
    """Return where a ledger of reports on two towns is."""
    where = tmp_path / "front.db"
    with open_ledger(where) as ledger:
        put_reports(ledger, pack)
    return where


@pytest.mark.parametrize("words", [("disputes",), ("claims",), ("places",), ("places", "rodona")])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_tables_hold_the_words_of_both_sides(
    run: Run, front: Path, words: tuple[str, ...], language: str
) -> None:
    """Each list names who claims, in the language asked for, and fits its width."""
    found = run(*words, "--table", "--ledger", front, "--lang", language)

    assert found.exit_code == 0
    assert ("ノルダ" if language == "ja" else "Norda") in found.stdout
    assert all(width(line) <= 100 for line in found.stdout.splitlines())


def test_a_place_limits_disputes(run: Run, front: Path) -> None:
    """`--place` takes a name of the place; its dispute comes with its course."""
    (row,) = run("disputes", "--place", "ファルケン", "--ledger", front).stdout.splitlines()
    dispute = json.loads(row)

    assert [step["move"] for step in dispute["course"]] == [
        "asserted",
        "denied",
        "unconfirmed",
        "opposed",
    ]
    assert dispute["support"]["copies"] == 0
    assert all(cite["evidence"]["exact"] for step in dispute["course"] for cite in step["cites"])


def test_histories_of_places_are_by_claimant(run: Run, front: Path) -> None:
    """In a pipe a place is one object with its claimants, the one that spoke first first."""
    rows = [json.loads(line) for line in run("places", "--ledger", front).stdout.splitlines()]

    assert [row["id"] for row in rows] == ["farken", "rodona"]
    assert [each["party"] for each in rows[0]["claimants"]] == ["norda", "tesmia", "author"]


def test_joined_claims_are_exported(run: Run, front: Path) -> None:
    """The exchange format ends with claims that several documents tell."""
    lines = [
        json.loads(line) for line in run("export", "jsonl", "--ledger", front).stdout.splitlines()
    ]
    ids = {each["id"] for each in lines if each["kind"] == "claim"}
    (joined,) = [each for each in lines if each["kind"] == "joined_claim"]

    assert len(joined["claims"]) == 2
    assert ids.issuperset(joined["claims"])
    assert [step["move"] for step in joined["course"]][:2] == ["asserted", "denied"]


def test_a_filtered_export_names_no_claim_it_left_out(run: Run, front: Path) -> None:
    """A joined claim is written only where all its claims are."""
    found = run("export", "jsonl", "--document", "0.txt", "--ledger", front).stdout

    assert "joined_claim" not in found
