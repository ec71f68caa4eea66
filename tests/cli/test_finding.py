"""Search and show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledgers import later_reading


def test_search_finds_two_character_words(run: Run, ledger: Path) -> None:
    """Words of two characters are found in documents and records."""
    found = json.loads(run("search", "停戦", "--ledger", ledger).stdout)

    assert {hit["name"] for hit in found["documents"]} == {"a.txt", "b.txt"}
    assert found["records"]


def test_search_joins_its_words(run: Run, ledger: Path) -> None:
    """Every word must occur."""
    found = json.loads(run("search", "停戦", "北村", "砲撃", "--ledger", ledger).stdout)

    assert {hit["name"] for hit in found["documents"]} == {"b.txt"}


@pytest.mark.usefixtures("terminal")
def test_search_shows_places_on_a_terminal(run: Run, ledger: Path) -> None:
    """People get the piece of text with the word, and ids."""
    output = run("search", "停戦", "--ledger", ledger).output

    assert "停戦" in output
    assert later_reading().document.id in output


def test_nothing_found_is_no_error(run: Run, ledger: Path) -> None:
    """Words that do not occur give an empty answer."""
    found = run("search", "潜水艦", "--table", "--ledger", ledger)

    assert (found.exit_code, found.stdout) == (0, "")


@pytest.mark.parametrize("form", ["--json", "--table"])
def test_show_prints_every_record(run: Run, ledger: Path, form: str) -> None:
    """Whatever a list names by id can be shown, with its words and its document."""
    for line in run("timeline", "--ledger", ledger).stdout.splitlines():
        row = json.loads(line)
        found = run("show", row["id"], form, "--ledger", ledger, "--lang", "ja")

        assert found.exit_code == 0
        assert row["source"]["name"] in found.stdout
        assert row["id"] in found.stdout


def test_show_marks_the_words_in_their_sentence(run: Run, ledger: Path) -> None:
    """The evidence stands out in the text around it."""
    (line,) = run("commitments", "--ledger", ledger).stdout.splitlines()

    shown = run("show", json.loads(line)["id"], "--table", "--ledger", ledger).stdout

    assert "⟦年末まで攻撃を控える⟧と約束した" in shown


@pytest.mark.parametrize("form", ["--json", "--table"])
def test_show_prints_actors_and_documents(run: Run, ledger: Path, form: str) -> None:
    """Actors and documents are shown by their ids too."""
    document = later_reading().document.id

    assert "アオキ・ハル" in run("show", "aoki", form, "--ledger", ledger).stdout
    assert "b.txt" in run("show", document, form, "--ledger", ledger).stdout


def test_hostile_words_are_shown_harmless(run: Run, hostile: Path) -> None:
    """Neither search nor show prints an escape sequence of a document."""
    rows = run("statements", "--ledger", hostile).stdout.splitlines()
    outputs = [
        run("show", json.loads(row)["id"], "--table", "--ledger", hostile).output for row in rows
    ]

    outputs.append(run("search", "太字", "--table", "--ledger", hostile).output)
    assert rows
    assert all("\x1b" not in output and "\u202e" not in output for output in outputs)


def test_show_tells_why_a_statement_is_about_its_points(run: Run, ledger: Path) -> None:
    """With --why the clues of each candidate are listed, for people and for programs."""
    row = json.loads(run("statements", "--ledger", ledger).stdout.splitlines()[0])

    told = json.loads(run("show", row["id"], "--why", "--ledger", ledger).stdout)["why"]
    shown = run("show", row["id"], "--why", "--table", "--ledger", ledger, "--lang", "en").stdout

    assert told[0]["probability"] >= told[-1]["probability"]
    assert told[0]["clues"]
    assert "how often this point is meant" in shown


def test_only_statements_are_asked_why(run: Run, ledger: Path) -> None:
    """--why of anything else is wrong use."""
    assert run("show", "aoki", "--why", "--ledger", ledger).exit_code != 0
