"""Deciding from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledgers import two_reports


def first(run: Run, ledger: Path, command: str) -> str:
    """Return the id of the first record of a list."""
    return str(json.loads(run(command, "--ledger", ledger).stdout.splitlines()[0])["id"])


def test_what_is_rejected_leaves_the_lists(run: Run, ledger: Path) -> None:
    """A rejected record is shown only on request, and comes back when that is taken back."""
    id = first(run, ledger, "commitments")

    taken = json.loads(
        run("review", "reject", id, "--by", "aoki", "--why", "x", "--ledger", ledger).stdout
    )

    assert (taken["action"], taken["by"], taken["why"]) == ("reject", "aoki", "x")
    assert run("commitments", "--ledger", ledger).stdout == ""
    (line,) = run("commitments", "--state", "rejected", "--ledger", ledger).stdout.splitlines()
    assert (json.loads(line)["id"], json.loads(line)["state"]) == (id, "rejected")
    assert json.loads(run("show", id, "--ledger", ledger).stdout)["decisions"][0]["why"] == "x"
    assert run("review", "undo", taken["id"], "--ledger", ledger).exit_code == 0
    assert first(run, ledger, "commitments") == id


def test_a_correction_is_told_with_what_was_read(run: Run, ledger: Path) -> None:
    """Names are settled to ids; the reader's finding stands beside."""
    id = first(run, ledger, "statements")
    done = run("review", "correct", id, "speaker=乙国", "date=", "--by", "aoki", "--ledger", ledger)
    assert done.exit_code == 0, done.output

    told = json.loads(run("show", id, "--ledger", ledger).stdout)
    shown = run("show", id, "--table", "--lang", "ja", "--ledger", ledger).stdout

    assert told["speaker"] == {"entity": "otsu"}
    assert told["found"]["speaker"] != told["speaker"]
    assert "訂正" in shown
    assert "読み取り" in shown


def test_an_added_record_is_listed(run: Run, ledger: Path) -> None:
    """A person adds what the reader missed on words of a text."""
    words = ("commitment", "a.txt", "攻撃を控えると約束した", "party=甲国", "what=停止")
    done = run("review", "add", *words, "--by", "aoki", "--ledger", ledger)
    assert done.exit_code == 0, done.output

    lines = run("commitments", "--state", "added", "--ledger", ledger).stdout.splitlines()

    assert [json.loads(line)["what"] for line in lines] == ["停止"]


@pytest.mark.parametrize(
    "words",
    [
        ("accept", "st-none"),
        ("correct", "st-none", "date=2025"),
        ("correct", "st-none"),
        ("merge", "ko"),
        ("merge", "ko", "nobody"),
        ("split", "ko"),
        ("undo", "dc-none"),
        ("grade", "甲通信", "Z"),
        ("add", "statement", "nowhere", "0-5"),
        ("add", "statement", "a.txt", "0-99999", "act=assert", "quote=direct"),
        ("queue", "--kind", "opinion"),
        ("queue", "--state", "unsure"),
    ],
)
def test_what_cannot_be_decided_is_wrong_use(
    run: Run, ledger: Path, words: tuple[str, ...]
) -> None:
    """One line on stderr says what is wrong; nothing is decided."""
    done = run("review", *words, "--ledger", ledger)

    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert run("review", "log", "--ledger", ledger).stdout == ""


def test_the_queue_names_its_reasons(run: Run, ledger: Path) -> None:
    """What matters most comes first, in words for people and with marks for programs."""
    due = json.loads(run("review", "queue", "--kind", "claim", "--ledger", ledger).stdout)
    shown = run("review", "queue", "--table", "--lang", "ja", "--ledger", ledger).stdout

    assert due["kind"] == "claim"
    assert due["marks"].keys() == set(due["ids"])
    assert "否定あり" in shown


def test_decisions_go_from_ledger_to_ledger(run: Run, ledger: Path, tmp_path: Path) -> None:
    """What one exports another takes in; what it cannot place is said and gives exit code 1."""
    id = first(run, ledger, "talks")
    run("review", "accept", id, "--by", "aoki", "--ledger", ledger)
    out = tmp_path / "decisions.jsonl"
    assert run("review", "export", "-o", out, "--ledger", ledger).exit_code == 0
    other = two_reports(tmp_path / "other.db")
    empty = tmp_path / "empty.db"
    run("add", tmp_path / "none", "--ledger", empty)

    taken = run("review", "import", out, "--ledger", other)

    assert (taken.exit_code, "1 new" in taken.stderr) == (0, True)
    (line,) = run("talks", "--state", "accepted", "--ledger", other).stdout.splitlines()
    assert json.loads(line)["id"] == id
    assert run("review", "import", tmp_path / "none", "--ledger", other).exit_code == 1
    (log,) = run("review", "log", id, "--ledger", other).stdout.splitlines()
    assert json.loads(log)["reached"][0]["fate"] == "applies"
    assert run("review", "orphans", "--ledger", other).stdout == ""


def test_who_decides_is_told_by_the_environment(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --by it is SOTEN_REVIEWER, else the user of the system."""
    monkeypatch.setenv("SOTEN_REVIEWER", "beni")
    id = first(run, ledger, "talks")

    taken = json.loads(run("review", "accept", id, "--ledger", ledger).stdout)

    assert taken["by"] == "beni"
