"""Running commands on ledgers filled by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from soten.cli import main
from tests.ledgers import hostile_reading, two_reports, write_ledger

Run = Callable[..., Result]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return where a ledger of two reports is."""
    return two_reports(tmp_path / "ledger.db")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return where a ledger of one hostile document is."""
    return write_ledger(tmp_path / "hostile.db", hostile_reading())


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `soten` with the words it is given; nothing is a terminal."""
    for name in ("SOTEN_LEDGER", "SOTEN_PACKS", "SOTEN_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")

    def invoke(*words: object) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words])

    return invoke


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands take stdout for a terminal of 100 columns."""
    for module in ("lists", "finding", "reprints", "briefing"):
        monkeypatch.setattr(f"soten.cli.{module}.is_terminal", lambda stream: True)
    monkeypatch.setenv("COLUMNS", "100")
