"""Decisions from one ledger into another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.export.archive import jsonl_lines
from soten.export.exchange import line
from soten.records import InputError, Json, UsageError
from soten.review import Reviewer, read_decisions, take_in
from soten.store import Ledger, Selection, open_ledger
from soten.store.decided import decision_object, read_decision, sealed
from tests.ledgers import two_reports
from tests.store.test_deciding import stand


def reviewed(ledger: Ledger) -> None:
    """Decide something of everything."""
    reviewer = Reviewer(ledger, "aoki")
    ids = [one.id for one in ledger.records(Selection(kinds=("figure", "talk", "statement")))]
    reviewer.accept(ids[:2], "二人で確認")
    undone = reviewer.reject(ids[2:4])
    reviewer.undo([undone.id])
    reviewer.reject(ids[4:])
    reviewer.merge(["ko", "aoki"])


def test_a_ledger_of_the_same_documents_comes_to_the_same(tmp_path: Path) -> None:
    """Exported, read and taken in, decisions make an equal ledger; twice changes nothing."""
    with open_ledger(two_reports(tmp_path / "one.db")) as one:
        reviewed(one)
        lines, expected = list(jsonl_lines(one)), stand(one)
        own = [line(decision_object(decision)) for decision in one.every_decision()]
    with open_ledger(two_reports(tmp_path / "other.db")) as other:
        brought = take_in(other, read_decisions(lines))
        again = take_in(other, read_decisions(own))

        assert stand(other) == expected
        assert list(jsonl_lines(other)) == lines
    assert (brought.new, brought.known, brought.lost) == (5, 0, ())
    assert (again.new, again.known) == (0, 5)


def test_what_reaches_nothing_is_told(tmp_path: Path) -> None:
    """Decisions on documents that are not here are kept and named."""
    with open_ledger(two_reports(tmp_path / "one.db")) as one:
        reviewed(one)
        decisions = list(one.every_decision())
    with open_ledger(tmp_path / "empty.db") as empty:
        brought = take_in(empty, decisions)

        assert (brought.new, len(brought.lost)) == (5, 3)


@pytest.mark.parametrize(
    "change",
    [
        {"by": "beni"},
        {"why": "another reason"},
        {"action": "accept"},
        {"action": "shout"},
        {"targets": {}},
        {"targets": [{"kind": "claim"}]},
        {"extra": 1},
        {"at": None},
    ],
)
def test_a_changed_decision_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    """Who changes a line after the decision changes what its id says."""
    with open_ledger(two_reports(tmp_path / "one.db")) as one:
        id = next(iter(one.records(Selection(kinds=("figure",))))).id
        decision = Reviewer(one, "aoki").reject([id])
    told = json.dumps({**decision_object(decision), **change})

    with pytest.raises(InputError, match="line 2"):
        list(read_decisions(["", told]))


def test_what_is_no_json_is_refused() -> None:
    """A line that cannot be read is named; lines of other kinds are passed over."""
    assert list(read_decisions(['{"kind": "document", "id": "decision"}'])) == []
    with pytest.raises(InputError, match="line 1"):
        list(read_decisions(['{"kind": "decision"']))


def test_a_snapshot_that_is_no_record_harms_nothing(tmp_path: Path) -> None:
    """Hostile decisions are refused one by one and do not stop documents from being read."""
    with open_ledger(two_reports(tmp_path / "one.db")) as one:
        expected = stand(one)
        id = next(iter(one.records(Selection(kinds=("figure",))))).id
        taken = Reviewer(one, "aoki").accept([id])
        lines = []
        snapshots: list[Json] = [[], "x", {"value": "many"}, {"value": 1}, {"by": 3}, None]
        for snapshot in snapshots:
            told = json.loads(line(decision_object(taken)))
            told["targets"][0]["snapshot"] = snapshot
            lines.append(told)
    forged = [sealed(read_decision(told)) for told in lines]
    with open_ledger(two_reports(tmp_path / "other.db")) as other:
        take_in(other, forged)

        assert {id: one[0] for id, one in stand(other).items()} == {
            id: one[0] for id, one in expected.items()
        }
        with pytest.raises(UsageError):
            Reviewer(other, "beni").accept(["fg-none"])
