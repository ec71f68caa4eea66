"""`soten talks` and a talk's history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.store import open_ledger
from tests.cli.conftest import Run
from tests.talkledger import COURSE, fill


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, pack: Path) -> Path:
    """Return a ledger on the course of one talk."""
    where = tmp_path_factory.mktemp("course") / "l.db"
    with open_ledger(str(where)) as opened:
        fill(opened, pack, COURSE)
    return where


def test_talks_are_listed_once(run: Run, course: Path) -> None:
    """What several reports tell of a talk is one line; with --readings each is one."""
    joined = run("talks", "--ledger", course).stdout.splitlines()
    single = run("talks", "--readings", "--ledger", course).stdout.splitlines()

    assert [json.loads(line)["kind"] for line in joined] == ["joined_talk"]
    assert [json.loads(line)["kind"] for line in single] == ["talk"] * 4


def test_show_tells_the_history(run: Run, course: Path) -> None:
    """Any reading's id shows the course of its talk, on a terminal and in a pipe."""
    (line,) = run("talks", "--ledger", course).stdout.splitlines()
    for id in json.loads(line)["members"]:
        shown = run("show", id, "--ledger", course)
        assert len(json.loads(shown.stdout)["talk"]["history"]) == 5
        table = run("show", id, "--table", "--lang", "ja", "--ledger", course).stdout
        assert "日程変更" in table
