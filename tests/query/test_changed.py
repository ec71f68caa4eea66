from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from soten.pipeline import add_paths
from soten.query import Filter, changes
from soten.query.steps import Move
from soten.records import UsageError
from soten.store import Ledger
from tests.readings import write_pack
from tests.store.factory import LATER_RUN, RUN, document, full_reading, reading


def test_what_is_new_since_a_day(ledger: Ledger) -> None:
    """Documents published since, with their records; an undated one counts from its arrival."""
    for name, edtf in (("old", "2025-11-30"), ("new", "2025-12-04"), ("undated", None)):
        d = document(document().text + name, name, edtf=edtf)
        ledger.put_reading(RUN, full_reading(d))

    found = changes(ledger, "2025-12-01")

    assert {facts.name for facts in found.documents} == {"new", "undated"}
    assert {facts.name for facts in changes(ledger, "2027").documents} == set()
    only = changes(ledger, "2025-12-01", Filter(document="new"))
    assert [facts.name for facts in only.documents] == ["new"]


def read_reports(tmp_path: Path, reports: dict[str, tuple[str, str]]) -> str:
    """Read reports of some days; return where the ledger is."""
    pack = write_pack(tmp_path)
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, (day, text) in reports.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        meta = json.dumps({"published": day})
        (folder / f"{name}.txt.meta.json").write_text(meta, encoding="utf-8")
    where = str(tmp_path / "l.db")
    add_paths([folder], where, ["core", str(pack)])
    return where


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of three reports read from text: planned, then put off; claimed, denied."""
    reports = {
        "a": (
            "2031-05-05",
            "ノルダのベルカ大統領とテスミアのトセフ首相は5月10日、ジルヴァンで会談する。",
        ),
        "b": (
            "2031-05-08",
            "5月10日に予定されていたベルカ大統領とトセフ首相の会談は延期された。",
        ),
        "c": (
            "2031-05-08",
            "ノルダ軍はファルケンを制圧したと発表した。テスミア国防省はこれを否定した。",
        ),
    }
    with Ledger(read_reports(tmp_path, reports)) as ledger:
        yield ledger


def test_a_talk_put_off_since_is_told_and_is_not_new(told: Ledger) -> None:
    """An older report announced the talk; a fresh one puts it off."""
    (change,) = changes(told, "2031-05-07").talks

    assert change.is_moved
    assert not change.is_new
    assert [step.kind.value for step in change.steps] == ["put-off"]


def test_a_talk_nobody_told_of_before_is_new(told: Ledger) -> None:
    """Seen from before the first report the same talk is new."""
    (change,) = changes(told, "2031-05-01").new_talks

    assert len(change.talk.rows) == 2


def test_a_claim_denied_since_is_told_with_its_denial(told: Ledger) -> None:
    """The denial's words stand in a fresh report."""
    (change,) = changes(told, "2031-05-07").disputes

    assert "否定" in next(s for s in change.steps if s.move is Move.DENIED).cites[0].evidence.exact
    assert changes(told, "2031-06").disputes == ()


def test_a_run_says_what_came_since_it_began(told: Ledger) -> None:
    """The only run brought every document; an unknown one is refused by name."""
    (facts,) = told.runs()

    assert len(changes(told, facts.run.id).documents) == 3
    with pytest.raises(UsageError, match="run-nothing"):
        changes(told, "run-nothing")


def test_what_is_no_longer_found_is_told(filled: Ledger) -> None:
    """Records that a later reading left out are listed as gone, from the day of that reading."""
    filled.put_reading(LATER_RUN, reading(document()))

    found = changes(filled, "2025-12-01")

    assert {gone.record.kind for gone in found.gone} == {
        "statement",
        "position",
        "claim",
        "figure",
        "talk",
        "commitment",
    }
    assert changes(filled, "2999").gone == ()
    with pytest.raises(UsageError):
        changes(filled, "昨日")


PAUSE = "ノルダは{}までエネルギー施設への攻撃を停止すると約束した。"


@pytest.mark.parametrize("since", ["2031-05-07", "0001-02"])
def test_a_promise_is_due_however_far_back_one_looks(tmp_path: Path, since: str) -> None:
    """A promise whose last day is to come is due, seen from the latest report."""
    with Ledger(read_reports(tmp_path, {"a": ("2031-05-08", PAUSE.format("5月20日"))})) as ledger:
        found = changes(ledger, since, ahead=14)

    assert [promise.last_day for promise in found.due] == ["2031-05-20"]


def test_a_promise_that_ended_long_before_is_not_looked_at(tmp_path: Path) -> None:
    """What was to last until spring is not overdue since autumn."""
    reports = {
        "a": ("2031-05-08", PAUSE.format("5月20日")),
        "b": ("2031-11-20", PAUSE.format("11月22日")),
        "c": ("2031-11-30", "ノルダとテスミアは29日に協議した。"),
    }
    with Ledger(read_reports(tmp_path, reports)) as ledger:
        found = changes(ledger, "2031-11-01")

    assert [promise.last_day for promise in found.overdue] == ["2031-11-22"]
