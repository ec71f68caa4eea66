"""The brief from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("language", "title"), [("ja", "# 交渉の現在地"), ("en", "# Where the talks stand")]
)
def test_without_a_file_it_is_printed(run: Run, ledger: Path, language: str, title: str) -> None:
    """The brief comes to stdout in the language asked for."""
    found = run("brief", "--ledger", ledger, "--lang", language)

    assert (found.exit_code, found.stderr) == (0, "")
    assert found.stdout.splitlines()[0] == title


@pytest.mark.parametrize(
    ("name", "start"),
    [("b.html", "<!DOCTYPE html>"), ("b.md", "# Where"), ("b.json", '{"about": null')],
)
def test_the_suffix_says_the_form(
    run: Run, ledger: Path, tmp_path: Path, name: str, start: str
) -> None:
    """A page, Markdown or JSON is written by the name of the file."""
    target = tmp_path / "out" / name

    found = run("brief", "-o", target, "--ledger", ledger)

    assert (found.exit_code, found.stdout) == (0, "")
    assert target.read_text("utf-8").startswith(start)


def test_the_same_ledger_gives_the_same_page(run: Run, ledger: Path, tmp_path: Path) -> None:
    """Two pages of one ledger are equal byte by byte."""
    for name in ("a.html", "b.html"):
        run("brief", "-o", tmp_path / name, "--ledger", ledger)

    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_json_holds_every_part_with_evidence(run: Run, ledger: Path, tmp_path: Path) -> None:
    """Programs get the whole brief, every row with its words and document."""
    run("brief", "-o", tmp_path / "b.json", "--ledger", ledger, "--since", "2025-12-10")
    found = json.loads((tmp_path / "b.json").read_text("utf-8"))

    assert found["period"] == {"first": "2025-12-04", "last": "2025-12-12"}
    assert found["changes"]["since"] == "2025-12-10"
    assert [cell["latest"]["stance"] for cell in found["positions"]["cells"]] == ["rejects"]
    (group,) = found["talks"]["held"]
    assert len(group["reports"]) == 2
    assert all(row["evidence"]["exact"] for row in group["reports"])
    assert {row["basis"] for row in (r["published"] for r in found["sources"])} == {"stated"}


def test_it_can_be_about_one_actor(run: Run, ledger: Path) -> None:
    """`--about` limits the brief and stands in its title."""
    found = run("brief", "--about", "otsu-mod", "--ledger", ledger, "--lang", "en")

    assert found.stdout.splitlines()[0] == "# Where the talks stand: otsu-mod"
    assert "年末まで攻撃を控える" not in found.stdout
