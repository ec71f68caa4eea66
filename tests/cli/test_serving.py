"""What `soten serve` does before it serves."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from soten.cli import main
from soten.store import open_ledger
from soten.web import processes
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
