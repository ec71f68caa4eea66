"""Promises in words and as objects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.export.columns import Names
from soten.export.exchange import line
from soten.export.promises import BEARINGS, promise_line, promise_object, promise_table
from soten.export.table import width
from soten.query.bearings import Bearing
from soten.query.commitments import JoinedCommitment, joined_commitments
from soten.settings import Language
from soten.store import open_ledger
from tests.query.test_commitments import event, promise


@pytest.fixture
def found(tmp_path: Path) -> tuple[JoinedCommitment, ...]:
    """Return a pause with an attack within its term, and one of which nothing is told."""
    with open_ledger(tmp_path / "l.db") as ledger:
        promise(ledger)
        event(ledger, "甲国軍がエネルギー施設を攻撃した", "2026-01-31", by="otsu-mod")
        promise(ledger, "甲国は代表団を派遣する", end="2026-01-31")
        return joined_commitments(ledger, on="2026-02-05").rows


@pytest.mark.parametrize("language", list(Language))
def test_a_table_sets_beside_each_promise_what_is_told_since(
    found: tuple[JoinedCommitment, ...], language: Language
) -> None:
    """What is told since stands below, as told, with whose words it is."""
    narrow = promise_table(found, Names(language, {}), 80)
    whole = "".join(promise_table(found, Names(language, {}), 400)).replace(" ", "")

    assert all(width(one) <= 80 for one in narrow)
    assert BEARINGS[Bearing.WITHIN][language is Language.EN].replace(" ", "") in whole
    assert ("その後の記録なし" if language is Language.JA else "nothingsince") in whole


def test_no_bearing_is_a_verdict() -> None:
    """Every bearing has words in both languages that only say what is told or said."""
    assert set(BEARINGS) == set(Bearing)


def test_an_object_holds_tellings_term_and_what_is_told_since(
    found: tuple[JoinedCommitment, ...],
) -> None:
    """The whole records stand in the object, only their ids in a line of the exchange format."""
    pause = next(one for one in found if one.since)
    whole = json.loads(line(promise_object(pause)))
    short = json.loads(line(promise_line(pause)))

    assert (whole["due"], whole["overdue"]) == ({"state": "passed", "days": -4}, False)
    assert whole["since"][0]["record"]["kind"] == "event"
    assert short["kind"] == "joined_commitment"
    assert [later["bearing"] for later in short["since"]] == ["done-within"]
    assert short["since"][0]["record"] == whole["since"][0]["record"]["id"]
    assert "on" not in short
