from __future__ import annotations

from pathlib import Path

from soten.query import talks
from soten.query.elsewhere import elsewhere
from soten.store import open_ledger
from tests.ledgers import two_reports


def test_a_talk_told_twice_is_told_elsewhere(tmp_path: Path) -> None:
    """What another document tells of the same talk stands beside it, with what supports both."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as ledger:
        later, earlier = talks(ledger).rows

        found = elsewhere(ledger, later)

        assert [row.id for row in found.rows] == [earlier.id]
        assert found.count == 2
        assert len(found.support.families) == 2
