"""Adding files, and evaluating what was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.cli.adding import summary_line
from soten.pipeline import Summary
from soten.settings import Language
from tests.cli.conftest import Run

TEXT = "甲国の外務省は2025年12月3日、声明を出した。報道官は「停戦に応じる」と述べた。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one report."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path / "in"


def test_adding_twice_reads_once(run: Run, folder: Path, tmp_path: Path) -> None:
    """The second time nothing is new; a changed file is."""
    words = ("add", folder, "--pack", "core", "--ledger", tmp_path / "l.db")
    first, second = run(*words), run(*words)
    (folder / "a.txt").write_text(TEXT + "首相は否定した。\n", "utf-8")
    third = run(*words)

    assert [found.exit_code for found in (first, second, third)] == [0, 0, 0]
    assert first.stderr.startswith("1 new, 0 changed, 0 unchanged, 0 failed")
    assert second.stderr.startswith("0 new, 0 changed, 1 unchanged, 0 failed")
    assert third.stderr.startswith("0 new, 1 changed, 0 unchanged, 0 failed")
    assert first.stdout == ""


def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    """One line for each file that cannot be read, code 1, and the others are in the ledger."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)

    found = run(
        "add", folder, tmp_path / "gone.txt", "--pack", "core", "--ledger", tmp_path / "l.db"
    )
    lines = found.stderr.strip().splitlines()

    assert found.exit_code == 1
    assert len(lines) == 4
    assert all(line.startswith("soten: ") for line in lines[:-1])
    assert lines[-1].startswith("1 new, 0 changed, 0 unchanged, 3 failed")
    assert len(run("sources", "--ledger", tmp_path / "l.db").stdout.splitlines()) == 1


def test_an_unknown_pack_is_wrong_use(run: Run, folder: Path, tmp_path: Path) -> None:
    """A pack that is none is told before anything is read."""
    found = run("add", folder, "--pack", "atlantis", "--ledger", tmp_path / "l.db")

    assert found.exit_code == 2
    assert "atlantis" in found.stderr


def test_the_summary_is_in_both_languages() -> None:
    """The same numbers stand in either summary."""
    summary = Summary(2, 1, 3, ("x",), 1234, 56789, 1.26)

    assert summary_line(summary, Language.EN) == (
        "2 new, 1 changed, 3 unchanged, 1 failed; 1,234 records from 56,789 characters in 1.3 s"
    )
    assert summary_line(summary, Language.JA) == (
        "文書：新規2・変更1・変更なし3・読めず1、記録1,234件、56,789字、1.3秒"
    )


def evaluation(folder: Path) -> tuple[Path, Path]:
    """Return gold and documents of one report."""
    gold = folder.parent / "gold"
    gold.mkdir()
    annotations = {
        "document": "a.txt",
        "published": {"edtf": "2025-12-03", "basis": "inferred", "why": ""},
        "dates": [{"text": "2025年12月3日", "edtf": "2025-12-03"}],
    }
    (gold / "a.txt.json").write_text(json.dumps(annotations, ensure_ascii=False), "utf-8")
    return gold, folder


def test_evaluate_reads_and_scores(run: Run, folder: Path, tmp_path: Path) -> None:
    """Documents are read into a ledger that is thrown away, and scored."""
    gold, texts = evaluation(folder)

    found = run("evaluate", gold, texts, "--pack", "core", "--json")
    scores = json.loads(found.stdout)

    assert found.exit_code == 0
    assert (scores["date"]["gold"], scores["date"]["recall"]) == (1, 1.0)
    assert scores["evidence_not_in_text"] == 0
    assert not (tmp_path / "soten.db").exists()


def test_evaluate_scores_a_ledger(run: Run, folder: Path, tmp_path: Path) -> None:
    """With --ledger, what that ledger holds is scored; what it lacks counts as missed."""
    gold, texts = evaluation(folder)
    run("add", texts, "--pack", "core", "--ledger", tmp_path / "l.db")
    (tmp_path / "in" / "b.txt").write_text(TEXT, "utf-8")
    (gold / "b.txt.json").write_text((gold / "a.txt.json").read_text("utf-8"), "utf-8")

    found = run("evaluate", gold, texts, "--ledger", tmp_path / "l.db", "--json")

    scores = json.loads(found.stdout)
    assert found.exit_code == 0
    assert (scores["date"]["gold"], scores["date"]["recall"]) == (2, 0.5)


def test_evaluate_tells_what_changed_since(run: Run, folder: Path, tmp_path: Path) -> None:
    """--since lists what is gained and lost since --save; with --json both are lists."""
    gold, texts = evaluation(folder)
    before = tmp_path / "before.txt"
    command = ("evaluate", gold, texts, "--pack", "core", "--since", before)
    run("evaluate", gold, texts, "--pack", "core", "--save", before)

    unchanged = run(*command)
    before.write_text("", "utf-8")
    changed = run(*command)

    assert unchanged.stdout == ""
    assert changed.stdout.splitlines() == [
        "date: 1 gained, 0 lost",
        "  > a.txt 「2025年12月3日」 2025-12-03",
    ]
    assert json.loads(run(*command, "--json").stdout)["gained"][0]["measure"] == "date"


def test_evaluate_refuses_a_file_that_save_did_not_write(run: Run, folder: Path) -> None:
    """--since names a file that is not there, --save one that cannot be written."""
    gold, texts = evaluation(folder)
    command = ("evaluate", gold, texts, "--pack", "core")

    assert "cannot be read" in run(*command, "--since", folder / "none.txt").stderr
    assert "cannot be written" in run(*command, "--save", folder / "no" / "x.txt").stderr


def test_evaluate_names_what_it_cannot_use(run: Run, folder: Path) -> None:
    """Broken annotations are named on stderr with code 1, and the rest is scored."""
    gold, texts = evaluation(folder)
    (texts / "b.txt").write_text(TEXT, "utf-8")
    (gold / "b.txt.json").write_text("{", "utf-8")

    found = run("evaluate", gold, texts, "--pack", "core", "--errors", "date")

    assert found.exit_code == 1
    assert "b.txt.json" in found.stderr
    assert run("evaluate", gold, texts, "--errors", "planet").exit_code == 2
