"""Ledgers whose contents are written out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soten.export.columns import Names
from soten.settings import Language
from soten.store import Ledger, open_ledger
from tests.ledgers import hostile_reading, two_reports, write_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of two reports."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as opened:
        yield opened


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of one hostile document."""
    with open_ledger(write_ledger(tmp_path / "hostile.db", hostile_reading())) as opened:
        yield opened


@pytest.fixture(params=list(Language))
def names(request: pytest.FixtureRequest) -> Names:
    """Return labels in each language."""
    return Names(request.param, {"ceasefire": ("停戦", "ceasefire")})


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger with nothing in it."""
    with open_ledger(tmp_path / "empty.db") as opened:
        yield opened
