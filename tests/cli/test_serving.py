"""What `soten serve` does before it serves."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from soten.cli import main
from soten.store import open_ledger
from soten.web import memo, processes
from soten.web.site import Options
from tests.ledgers import later_reading, write_ledger
from tests.store.factory import full_reading


def test_a_ledger_of_an_older_soten_is_looked_through_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deeds and moves that an older one did not keep are kept before anybody asks."""
    served: list[tuple[Options, int]] = []

    def serve(options: Options, host: str, port: int, count: int) -> None:
        served.append((options, count))

    monkeypatch.setattr(processes, "serve", serve)
    path = tmp_path / "old.db"
    write_ledger(path, full_reading(), later_reading())
    with sqlite3.connect(path) as database:
        database.execute("INSERT OR IGNORE INTO untold (doc) SELECT row FROM documents")

    first, again = (
        CliRunner().invoke(main, ["--ledger", str(path), "serve"], catch_exceptions=False)
        for _ in range(2)
    )

    assert "looking once" in first.stderr
    assert "looking once" not in again.stderr
    assert [count for _, count in served] == [1, 1]
    with open_ledger(path) as ledger:
        assert not ledger.untold()


@pytest.mark.parametrize(("asked", "least", "most"), [((), 2, 4), (("--processes", "3"), 3, 3)])
def test_a_large_ledger_is_answered_for_by_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], least: int, most: int
) -> None:
    """As many as there are processors, or as one says; an empty ledger always has one."""
    counts: list[int] = []
    monkeypatch.setattr(processes, "serve", lambda *given: counts.append(given[-1]))
    monkeypatch.setattr(memo, "LARGE", 0)
    path = write_ledger(tmp_path / "large.db", full_reading())
    for ledger in (path, tmp_path / "empty.db"):
        CliRunner().invoke(main, ["--ledger", str(ledger), "serve", *asked], catch_exceptions=False)

    assert least <= counts[0] <= most
    assert counts[1] == 1
