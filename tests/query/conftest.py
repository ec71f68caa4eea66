"""Ledgers for the tests: answers are asked of both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger, open_ledger
from tests.store.cluster import new_database, server_url
from tests.store.factory import RUN, full_reading


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """Return an empty ledger in each kind of database."""
    where = str(tmp_path / "ledger.db")
    if request.param == "postgresql":
        url = server_url()
        if url is None:
            pytest.skip("needs PostgreSQL")
        where = new_database(url)
    with open_ledger(where) as opened:
        yield opened


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Return a ledger with one document of most kinds of record."""
    ledger.put_reading(RUN, full_reading())
    join_pending(ledger, JOINERS)
    return ledger
