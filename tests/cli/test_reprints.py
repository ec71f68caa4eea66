"""`soten families` and `soten compare`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.export.table import width
from soten.store import open_ledger
from tests.cli.conftest import Run
from tests.ledgers import hostile_document
from tests.query.wires import put, three_carriers
from tests.resolve.wirepairs import SUMMIT


@pytest.fixture
def wires(tmp_path: Path) -> Path:
    """Return a ledger of one story that three documents carry, and another story."""
    with open_ledger(tmp_path / "wires.db") as ledger:
        put(ledger, *three_carriers(), hostile_document())
    return tmp_path / "wires.db"


def test_families_are_json_lines_in_a_pipe(run: Run, wires: Path) -> None:
    """A family has its stories, the first known carrier first, and why they are one."""
    (family,) = map(json.loads, run("families", "--ledger", wires).stdout.splitlines())

    assert family["kind"] == "family"
    assert family["first"] == family["stories"][0]["id"]
    assert [story["source"]["name"] for story in family["stories"]] == [
        "wire.txt", "paper.txt", "clips.txt"
    ]  # fmt: skip
    assert family["reasons"][0]["why"] in ("near-text", "clipped")


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("language", ["ja", "en"])
def test_families_are_a_table_on_a_terminal(run: Run, wires: Path, language: str) -> None:
    """The table says who is first and how the others are tied to it."""
    found = run("families", "--ledger", wires, "--lang", language)

    assert ("最初（出典表記）" in found.stdout) is (language == "ja")
    assert all(width(line) <= 100 for line in found.stdout.splitlines())


def test_a_ledger_without_copies_has_no_families(run: Run, ledger: Path) -> None:
    """Nothing found is no error."""
    found = run("families", "--ledger", ledger, "--table")

    assert found.exit_code == 0
    assert found.stdout == ""


def test_what_differs_is_told_with_the_words_of_both(run: Run, wires: Path) -> None:
    """The comparison of a story with its clip is what the clip leaves out."""
    found = json.loads(run("compare", "wire.txt", "paper.txt", "--ledger", wires).stdout)

    assert [each["one"]["exact"] for each in found["differences"]] == list(SUMMIT[5:])
    assert {each["kind"] for each in found["differences"]} == {"left-out"}
    assert found["family"] is not None


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_comparison_is_a_table_on_a_terminal(run: Run, wires: Path, language: str) -> None:
    """Two stories that are no copies are compared too, and said not to be."""
    found = run("compare", "wire.txt", "raid.txt", "--ledger", wires, "--lang", language)

    assert found.exit_code == 0
    assert (
        "not known to be copies" if language == "en" else "写しとは認められない"
    ) in found.stdout


def test_a_story_is_shown_with_its_copies(run: Run, wires: Path) -> None:
    """`soten show` takes a story's id."""
    (family,) = map(json.loads, run("families", "--ledger", wires).stdout.splitlines())

    shown = run("show", family["stories"][2]["id"], "--ledger", wires)
    table = run("show", family["stories"][2]["id"], "--ledger", wires, "--table")

    assert json.loads(shown.stdout) == family
    assert family["id"] in table.stdout.replace("\n", "").replace(" ", "")


def test_sources_tell_the_families_of_their_stories(run: Run, wires: Path) -> None:
    """A document's row names the families it is of; the table counts their stories."""
    rows = [json.loads(line) for line in run("sources", "--ledger", wires).stdout.splitlines()]
    families = {row["name"]: row["families"] for row in rows}

    assert len(families["clips.txt"][0]["stories"]) == 3
    assert families["raid.txt"] == []
    assert "≈3" in run("sources", "--table", "--ledger", wires).stdout


def test_the_exchange_format_ends_with_families(run: Run, wires: Path) -> None:
    """Each family of two stories or more is one line, with the places of its stories."""
    lines = [
        json.loads(line) for line in run("export", "jsonl", "--ledger", wires).stdout.splitlines()
    ]
    (family,) = [line for line in lines if line["kind"] == "family"]

    assert {story["document"] for story in family["stories"]} <= {
        line["id"] for line in lines if line["kind"] == "document"
    }
    assert set(family["stories"][0]) == {"id", "document", "start", "end"}


def test_a_hostile_document_is_compared_without_harm(run: Run, wires: Path) -> None:
    """Control signs of a name or a text never reach the terminal."""
    found = run("compare", "calc", "raid.txt", "--ledger", wires, "--table")

    assert found.exit_code == 0
    assert "\x1b" not in found.stdout
