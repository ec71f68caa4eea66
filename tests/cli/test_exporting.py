"""Exports from the command line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledgers import LATER


def test_jsonl_goes_to_stdout_or_a_file(run: Run, ledger: Path, tmp_path: Path) -> None:
    """Both give the same lines; only the file leaves a word on stderr."""
    printed = run("export", "jsonl", "--ledger", ledger)
    written = run("export", "jsonl", "-o", tmp_path / "o" / "r.jsonl", "--ledger", ledger)

    assert printed.stderr == ""
    assert (tmp_path / "o" / "r.jsonl").read_text("utf-8") == printed.stdout
    assert "lines" in written.stderr
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["r.jsonl"]


def test_jsonl_obeys_filters(run: Run, ledger: Path) -> None:
    """Only what the filters let through is exported."""
    found = run("export", "jsonl", "--act", "reject", "--ledger", ledger).stdout.splitlines()
    kinds = [json.loads(line)["kind"] for line in found]

    assert kinds.count("statement") == 1
    assert "talk" not in kinds


def test_text_is_exact(run: Run, ledger: Path) -> None:
    """The stored text comes out as it is, with nothing added."""
    assert run("export", "text", "b.txt", "--ledger", ledger).stdout == LATER


def test_csv_of_one_kind_goes_to_stdout(run: Run, ledger: Path) -> None:
    """`--kind` gives one table."""
    found = run("export", "csv", "--kind", "talk", "--ledger", ledger)
    rows = list(csv.DictReader(found.stdout.splitlines()))

    assert {row["status"] for row in rows} == {"planned", "held"}


def test_csv_of_all_kinds_goes_to_a_folder(run: Run, ledger: Path, tmp_path: Path) -> None:
    """Without `--kind` a folder gets a file for each."""
    found = run("export", "csv", "-o", tmp_path / "csv", "--ledger", ledger, "--party", "otsu")

    assert found.exit_code == 0
    assert len(list((tmp_path / "csv").iterdir())) == 10
    assert (tmp_path / "csv" / "commitment.csv").read_text("utf-8").count("\n") == 1


@pytest.mark.parametrize("bom", [True, False])
def test_a_byte_order_mark_is_an_option(run: Run, ledger: Path, tmp_path: Path, bom: bool) -> None:
    """Spreadsheets get their mark, programs do not."""
    words = ["export", "csv", "--kind", "talk", "-o", tmp_path / "t.csv", "--ledger", ledger]
    run(*words, *(["--bom"] if bom else []))

    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf") is bom


def test_hostile_cells_are_text(run: Run, hostile: Path) -> None:
    """Formulas of a document are text, unless a program asks for the raw words."""
    words = ("export", "csv", "--kind", "statement", "--ledger", hostile)

    def evidence(*more: str) -> list[str]:
        return [row["evidence"] for row in csv.DictReader(run(*words, *more).stdout.splitlines())]

    assert evidence()[0].startswith("'=HYPERLINK")
    assert evidence("--raw")[0].startswith("=HYPERLINK")


def test_series_are_written_for_spreadsheets(run: Run, ledger: Path) -> None:
    """Every telling of every point of a series is a line, with owner, number and evidence."""
    header, *lines = run(
        "export", "csv", "--kind", "series", "--ledger", ledger
    ).stdout.splitlines()

    assert header.startswith("series,quantity,quantity_en,unit,date,by")
    assert [line.split(",")[5] for line in lines] == ["ko", "otsu"]
