"""What was counted before tells the same as what is counted when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from soten.query import Filter, actors, mentioned
from soten.query.mentioned import mentioned_of, most_mentioned, profile
from soten.records import UsageError
from soten.store import Ledger
from tests.talkledger import CALL, COURSE, fill


def test_a_profile_is_the_same_counted_or_not(
    ledger: Ledger, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether names, or all of it, are kept or looked up."""
    fill(ledger, pack, (*COURSE, CALL))
    ids = [row.actor.id for row in actors(ledger).rows]
    plain = {id: profile(ledger, id) for id in ids}
    for often, many in ((10_000, 10_000), (0, 10_000), (0, 0)):
        monkeypatch.setattr(mentioned, "OFTEN", often)
        monkeypatch.setattr(mentioned, "MANY", many)
        counted = most_mentioned(ledger, limit=1000)
        assert [row.actor.id for row in counted.rows] == ids
        assert len(counted.names) == (len(ids) if often == 0 else 0)
        found = {id: profile(ledger, id, counted).detail for id in ids}
        for id in ids:
            assert found[id].row == plain[id].detail.row
            assert found[id].identity.names == plain[id].detail.identity.names
            assert found[id].identity.offices == plain[id].detail.identity.offices
            assert found[id].latest == plain[id].detail.latest
            assert profile(ledger, id, counted).says == plain[id].says
    with pytest.raises(UsageError):
        profile(ledger, "どこにもない名前")


@pytest.mark.parametrize(
    "filter",
    [
        Filter(),
        Filter(party="ノルダ"),
        Filter(since="2031-05-05"),
        Filter(since="2031-05-05", until="2031-05-21", party="norda"),
        Filter(until="2031-05-02"),
        Filter(until="2030"),
        Filter(document="0.txt"),
    ],
    ids=str,
)
def test_those_of_a_time_are_counted_as_among_all(
    ledger: Ledger, pack: Path, filter: Filter
) -> None:
    """Mentions and documents are the same; the records in which they act are those of all times."""
    fill(ledger, pack, (*COURSE, CALL))
    rows, is_cut = mentioned_of(ledger, filter, most_mentioned(ledger, limit=1000), limit=1000)

    assert not is_cut
    assert [(row.actor.id, row.mentions, row.documents, row.counts) for row in rows] == [
        (row.actor.id, row.mentions, row.documents, row.counts)
        for row in actors(ledger, filter).rows
    ]


def test_of_many_mentions_the_latest_count(
    ledger: Ledger, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it is said that there are more."""
    monkeypatch.setattr(mentioned, "LATELY", 3)
    fill(ledger, pack, COURSE)
    counted = most_mentioned(ledger, limit=1000)
    rows, is_cut = mentioned_of(ledger, Filter(until="2032"), counted, limit=1000)

    assert is_cut
    assert sum(row.mentions for row in rows) == 3
