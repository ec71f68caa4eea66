"""`soten ask`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_pipe_gets_one_object(run: Run, ledger: Path) -> None:
    """What was understood, what was not, and rows with their evidence."""
    found = run("ask", "先月の停戦についての発言", "--today", "2026-01-05", "--ledger", ledger)
    told = json.loads(found.stdout)

    assert found.exit_code == 0
    assert told["question"]["sought"] == "statements"
    assert told["question"]["since"] == "2025-12-01"
    assert [row["evidence"]["exact"] for row in told["found"]] == [
        "停戦に応じない",
        "停戦に応じる用意がある",
    ]


def test_a_terminal_gets_sentences_and_a_table(run: Run, ledger: Path) -> None:
    """Fixed sentences in the language asked for, then the rows."""
    japanese = run(
        "ask", "停戦についての立場は", "--table", "--lang", "ja", "--ledger", ledger
    ).stdout
    english = run(
        "ask", "positions on the ceasefire", "--table", "--lang", "en", "--ledger", ledger
    )

    assert japanese.startswith("理解したこと: 争点＝停戦、求めるもの＝立場\n1件\n")
    assert english.stdout.startswith("understood: sought: positions; point: ceasefire\nfound: 1\n")
    assert "po-" in japanese


def test_nothing_is_said_to_be_nothing(run: Run, ledger: Path) -> None:
    """An answer without rows says so, with what would be found otherwise."""
    told = run("ask", "制裁についての発言", "--table", "--lang", "ja", "--ledger", ledger).stdout

    assert "台帳にあてはまる記録はない" in told
    assert "「争点」を外すと2件" in told


@pytest.mark.parametrize("words", ["", " ", "あ" * 10_000])
def test_what_is_no_question_is_wrong_use(run: Run, ledger: Path, words: str) -> None:
    """An empty question and one too long are refused in one line."""
    found = run("ask", words, "--ledger", ledger)

    assert found.exit_code == 2
    assert len(found.stderr.splitlines()) == 1


def test_a_day_that_is_none_is_wrong_use(run: Run, ledger: Path) -> None:
    """--today takes a day."""
    assert run("ask", "停戦", "--today", "tomorrow", "--ledger", ledger).exit_code == 2


@pytest.mark.parametrize("way", ["--table", "--json"])
def test_hostile_questions_and_ledgers_stay_words(run: Run, hostile: Path, way: str) -> None:
    """Control signs of a question or a document never reach a terminal."""
    found = run("ask", "\x1b[31m停戦<script>の立場は", way, "--ledger", hostile)

    assert found.exit_code == 0
    assert "\x1b" not in found.stdout
