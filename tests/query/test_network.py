"""Who met whom, and who spoke to whom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from soten.query import Filter
from soten.query.network import network
from soten.records import Act
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger
from tests.store.factory import RUN, document, reading, statement
from tests.talkledger import ANNOUNCED, COURSE, fill


def test_a_talk_told_by_many_is_one_meeting(ledger: Ledger, pack: Path) -> None:
    """Those who took part are tied once; the states they stand for are not named beside them."""
    fill(ledger, pack, COURSE)
    found = network(ledger)

    ties = {(tie.one.id, tie.other.id): tie for tie in found.ties}
    assert ties["belka", "tosef"].met == 1
    assert ties["belka", "tosef"].example.evidence.exact
    by_side = network(ledger, sides=True)
    assert [(tie.one.id, tie.other.id, tie.met) for tie in by_side.ties] == [("norda", "tesmia", 1)]


def test_a_plan_is_no_meeting(ledger: Ledger, pack: Path) -> None:
    """Only what is told as held ties anybody."""
    fill(ledger, pack, (ANNOUNCED,))

    assert network(ledger).ties == ()


def test_words_to_somebody_have_a_direction(ledger: Ledger) -> None:
    """Who spoke stands first or second, and nobody is tied to himself."""
    text = "甲国は乙国に撤退を求めた。甲国は停戦に応じないと述べた。"
    d = document(text, "a.txt", edtf="2025-12-12")
    demand = replace(statement(d, "撤退を求めた", "ko", Act.DEMAND), to="otsu")
    ledger.put_reading(RUN, reading(d, [demand, statement(d, "停戦に応じない", "ko", Act.REJECT)]))
    join_pending(ledger, JOINERS)
    (tie,) = network(ledger).ties

    assert (tie.one.id, tie.other.id) == ("ko", "otsu")
    assert (tie.met, tie.said, tie.answered, tie.weight) == (0, 1, 0, 1)
    assert network(ledger, Filter(until="2024")).ties == ()


def test_only_the_most_tied_are_shown(ledger: Ledger, pack: Path) -> None:
    """The rest is counted."""
    fill(ledger, pack, COURSE)
    found = network(ledger, most=1)

    assert (len(found.actors), found.ties) == (1, ())
    assert found.left_out >= 1
