"""The queue that is kept for a while."""

from __future__ import annotations

from pathlib import Path

import pytest

from soten.query import Filter
from soten.review import Due, Reviewer, queue
from soten.store import Ledger, open_ledger
from soten.web import queues
from soten.web.queues import Queues

EVERYTHING = Filter()


def test_what_was_decided_on_leaves_at_once(
    own_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without weighing anew; what was taken back, by whomever, comes again at once."""
    with open_ledger(own_ledger) as ledger:
        kept = Queues()
        first = kept.due(ledger, EVERYTHING, 5)
        weighed: list[int] = []

        def weigh(ledger: Ledger, filter: Filter, *, limit: int, newest: int) -> tuple[Due, ...]:
            weighed.append(limit)
            return queue(ledger, filter, limit=limit, newest=newest)

        monkeypatch.setattr(queues, "queue", weigh)

        taken = Reviewer(ledger, "beni").accept(first[0].ids)
        assert kept.due(ledger, EVERYTHING, 4) == first[1:]
        assert weighed == []

        Reviewer(ledger, "beni").undo([taken.id])
        assert kept.due(ledger, EVERYTHING, 5)[0].ids == first[0].ids
        assert len(weighed) == 1

        monkeypatch.setattr(queues, "STANDS_S", 0.0)
        kept.due(ledger, EVERYTHING, 5)
        assert len(weighed) == 2
