"""Counts by day, kept as documents come and are decided on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from soten.records import Act, Action, Record
from soten.store import Ledger, Proposal, Selection
from tests.store.factory import LATER_RUN, RUN, commitment, document, reading, statement

KINDS = ("talk", "statement", "event", "commitment")
TEXT = "甲国は停戦を求めた。甲国は撤退を拒んだ。甲国は年内の合意を望んだ。甲国は年末まで攻撃を控える。\n"
D = replace(document(TEXT, "t.txt", edtf="2031-05-10"), publisher="北方新報")


def told(*without: str) -> list[Record]:
    """Return what is read in the document, some words aside."""
    records: list[Record] = [
        statement(D, "停戦を求めた", "ko", Act.DEMAND, date="2031-05-10", issues=("ceasefire",)),
        statement(D, "撤退を拒んだ", "ko", Act.REJECT, date="2031-04"),
        statement(D, "年内の合意を望んだ", "otsu", Act.DEMAND),
        commitment(D, "年末まで攻撃を控える", "ko", "2031-12-31"),
    ]
    return [record for record in records if record.evidence.exact not in without]


def assert_kept(ledger: Ledger) -> None:
    """Assert that what is kept is what counting the records one by one gives."""
    for asked in (
        Selection(kinds=KINDS),
        Selection(kinds=KINDS, issue="ceasefire"),
        Selection(kinds=KINDS, publisher="北方新報"),
        Selection(kinds=KINDS, publisher="国際時報"),
        Selection(kinds=KINDS, publisher=""),
    ):
        days: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        for one in ledger.records(asked):
            days[one.record.kind][one.when.low or ""] += 1
        assert ledger.day_counts(asked) == days, asked


def test_counts_follow_readings(ledger: Ledger) -> None:
    """A document that is new, read again, told by another publisher, or emptied."""
    ledger.begin_run(RUN)
    ledger.put_reading(RUN, reading(D, told()))
    assert_kept(ledger)
    assert ledger.day_counts(Selection(kinds=KINDS, issue="ceasefire"))["statement"] == {
        "2031-05-10": 1
    }

    ledger.begin_run(LATER_RUN)
    ledger.put_reading(LATER_RUN, reading(D, told("停戦を求めた")))
    assert_kept(ledger)
    ledger.put_reading(LATER_RUN, reading(replace(D, publisher="国際時報"), told()))
    assert_kept(ledger)
    ledger.put_reading(LATER_RUN, reading(replace(D, publisher=None), []))
    assert_kept(ledger)
    assert ledger.day_counts(Selection(kinds=KINDS)) == {kind: {} for kind in KINDS}


def test_counts_follow_decisions(ledger: Ledger) -> None:
    """What is rejected is not counted, until that is taken back."""
    ledger.begin_run(RUN)
    ledger.put_reading(RUN, reading(D, told()))
    (first, *_) = ledger.records(Selection(kinds=("statement",)))
    before = ledger.day_counts(Selection(kinds=KINDS))

    (decision,) = ledger.decide([Proposal(Action.REJECT, (first.id,))], by="aoki")
    assert_kept(ledger)
    assert ledger.day_counts(Selection(kinds=KINDS)) != before
    ledger.decide([Proposal(Action.UNDO, undoes=decision.id)], by="aoki")
    assert ledger.day_counts(Selection(kinds=KINDS)) == before


def test_everything_can_be_counted_anew(ledger: Ledger) -> None:
    """With the same result."""
    ledger.begin_run(RUN)
    ledger.put_reading(RUN, reading(D, told()))
    ledger.recount_days()

    assert_kept(ledger)
