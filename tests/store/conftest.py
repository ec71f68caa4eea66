"""Ledgers for the tests: every behaviour is asked of both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soten.store import Ledger, open_ledger
from tests.store.cluster import new_database, server_url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where an empty ledger can be, in each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    url = server_url()
    if url is None:
        pytest.skip("needs PostgreSQL")
    return new_database(url)


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """Return an empty ledger in each kind of database."""
    with open_ledger(where) as opened:
        yield opened
