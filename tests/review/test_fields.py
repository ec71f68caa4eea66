"""Fields as people type them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soten.records import Json, UsageError
from soten.review import read_fields
from soten.store import Ledger, Selection, open_ledger
from tests.ledgers import two_reports
from tests.store.factory import TEXT, document

D = document().id
EVIDENCE: Json = {"document": D, "start": 0, "end": 2, "exact": "甲国"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of two reports."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("speaker", "アオキ", {"entity": "aoki"}),
        ("speaker", "author", {"author": True}),
        ("speaker", "anonymous:当局者", {"anonymous": "当局者"}),
        ("speaker", "", None),
        ("party", "乙国", "otsu"),
        ("by", "anonymous:当局者", "anonymous:当局者"),
        ("participants", "甲国、otsu", ["ko", "otsu"]),
        ("issues", "停戦", ["ceasefire"]),
        ("issues", "", []),
        ("issue", "ceasefire", "ceasefire"),
        ("value", "1,250", 1250.0),
        ("date", "2025-12-03", "2025-12-03"),
        ("evidence", "0-2", EVIDENCE),
        (
            "evidence",
            "甲国のアオキ",
            {"document": D, "start": 0, "end": 6, "exact": "甲国のアオキ"},
        ),
        ("denied", "otsu@0-2", [{"by": "otsu", "evidence": EVIDENCE}]),
        ("via", '["ko"]', ["ko"]),
    ],
)
def test_names_become_ids(ledger: Ledger, name: str, typed: str, value: Json) -> None:
    """Names, places and numbers are what the ledger holds."""
    assert read_fields(ledger, D, {name: typed}) == {name: value}


@pytest.mark.parametrize(
    ("name", "typed", "reason"),
    [
        ("speaker", "丙国", "丙国"),
        ("issue", "天気", "天気"),
        ("value", "many", "number"),
        ("evidence", "0-9999", "fit"),
        ("evidence", "丙国", "does not hold"),
        ("evidence", "甲国", "more than once"),
        ("denied", "otsu", "where"),
        ("via", "[1", "JSON"),
    ],
)
def test_what_is_unknown_is_told(ledger: Ledger, name: str, typed: str, reason: str) -> None:
    """What names nothing is an error that says what."""
    with pytest.raises(UsageError, match=reason):
        read_fields(ledger, D, {name: typed})


def test_words_are_looked_for_near_the_record(ledger: Ledger) -> None:
    """Of words that stand in a text more than once, those nearest to the record are meant."""
    promise = next(
        one for one in ledger.records(Selection(kinds=("commitment",))) if one.document == D
    )
    found = read_fields(ledger, D, {"evidence": "甲国"}, promise.record)

    assert isinstance(found["evidence"], dict)
    assert found["evidence"]["start"] == TEXT.rindex("甲国")


def test_a_side_keeps_its_words(ledger: Ledger) -> None:
    """Who denies may be corrected without saying where again."""
    claim = next(iter(ledger.records(Selection(kinds=("claim",))))).record
    (denial,) = getattr(claim, "denied")  # noqa: B009 - it is a claim
    found = read_fields(ledger, D, {"denied": "乙国"}, claim)

    assert isinstance(found["denied"], list)
    assert isinstance(found["denied"][0], dict)
    assert found["denied"][0]["by"] == "otsu"
    evidence = found["denied"][0]["evidence"]
    assert isinstance(evidence, dict)
    assert evidence["exact"] == denial.evidence.exact
