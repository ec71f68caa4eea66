"""Ledgers for the tests: every behaviour is asked of both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soten.store import Ledger, open_ledger
from tests.store.cluster import ledger_place


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where an empty ledger can be, in each kind of database."""
    return ledger_place(request.param, tmp_path)


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """Return an empty ledger in each kind of database."""
    with open_ledger(where) as opened:
        yield opened
