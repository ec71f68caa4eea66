"""What to decide on first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from soten.export.reviewing import DOUBTS
from soten.query import Filter
from soten.query.details import record_rows
from soten.records import Act
from soten.review import REASONS, Reviewer, queue
from soten.review.queue import _Weighing
from soten.store import Ledger, Order, Selection, open_ledger
from tests.ledgers import two_reports, write_ledger
from tests.store.factory import document, reading, statement

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of two reports."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as opened:
        yield opened


def test_a_denied_claim_comes_first(ledger: Ledger) -> None:
    """What is denied, told by one source and of much-named parties matters most."""
    first = queue(ledger, Filter(kinds=("claim", "statement", "talk")))[0]

    assert first.kind == "claim"
    assert {"denied", "single-source"} <= {doubt.name for doubt in first.uncertain}
    assert "party" in {doubt.name for doubt in first.central}
    assert 0 < first.score <= 1


def test_figures_that_differ_for_one_day_are_asked_about(ledger: Ledger) -> None:
    """Two counts of one thing on one day stand side by side, and somebody may look."""
    (due,) = (one for one in queue(ledger) if one.kind == "figure")

    assert ("sources-differ", "12 / 30") in [(doubt.name, doubt.detail) for doubt in due.uncertain]
    assert due.members == 2


def test_the_number_is_its_reasons(ledger: Ledger) -> None:
    """Uncertain times central, as the page says."""
    for due in queue(ledger, limit=100):
        doubt = 1.0
        for reason in due.uncertain:
            doubt *= 1 - reason.weight
        central = min(1.0, sum(reason.weight for reason in due.central))
        assert due.score == pytest.approx((1 - doubt) * central, abs=0.001)
        assert all(reason.weight <= REASONS[reason.name] for reason in due.uncertain + due.central)


def test_what_was_decided_is_not_asked_again(ledger: Ledger) -> None:
    """Whatever a person decided about a record, it leaves the queue, until it is taken back."""
    first = queue(ledger)[0]
    decision = Reviewer(ledger, "aoki", first.marks).accept(first.ids)
    assert first.ids not in [due.ids for due in queue(ledger, limit=100)]

    Reviewer(ledger, "aoki").undo([decision.id])

    assert queue(ledger)[0].ids == first.ids


def test_the_queue_is_filtered(ledger: Ledger) -> None:
    """One may ask for one kind, party or point at issue."""
    claims = queue(ledger, Filter(kinds=("claim", "event")))
    assert {due.kind for due in claims} == {"claim", "event"}
    assert queue(ledger, Filter(party="otsu", kinds=("commitment",))) == ()
    assert len(queue(ledger, limit=1)) == 1


def test_who_speaks_matters(tmp_path: Path) -> None:
    """A statement whose speaker is not settled comes before one whose speaker is not named."""
    d = document()
    said = statement(d, "停戦に応じる用意がある", None, Act.ASSERT, issues=("ceasefire",))
    sure = statement(d, "年末まで攻撃を控える", "ko", Act.ASSERT, date="2025-12-04")
    path = write_ledger(tmp_path / "ledger.db", reading(d, [said, sure]))
    with open_ledger(path) as ledger:
        found = queue(ledger)

    assert [due.ids for due in found] == [(said.id,)]


def test_of_a_large_ledger_the_newest_are_weighed(ledger: Ledger) -> None:
    """Who asks for fewer of each kind is told of fewer, and of the newest."""
    few = queue(ledger, Filter(kinds=("claim",)), limit=100, newest=1)
    newest = next(iter(ledger.records(Selection(kinds=("claim",)), Order.NEWEST, limit=1)))

    assert [due.ids for due in few if due.link is None] == [(newest.id,)]


def test_a_link_is_asked_about_where_nothing_else_is_let_through(tmp_path: Path) -> None:
    """Also where what it joins is of a point at issue, and nothing that is let through is."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as ledger:
        some = next(iter(ledger.records(Selection(kinds=("statement",)), Order.NEWEST, limit=1)))
        weighing = _Weighing(ledger, Filter(until="1990-01-01"), 10)
        (row,) = record_rows(ledger, [some.id])

        assert weighing.rows == {}
        assert weighing.central(replace(row, issues=("ceasefire",)), 2)


def test_an_empty_ledger_asks_nothing(tmp_path: Path) -> None:
    """There is nothing to decide on where nothing was read."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert queue(ledger) == ()


def test_every_reason_is_explained() -> None:
    """Each reason stands in the page's table with its weight, and has words in both languages."""
    page = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    told = {
        name: float(most)
        for name, most in re.findall(r"^\| `([a-z-]+)` \| ([0-9.]+) \|", page, re.M)
    }

    assert told == dict(REASONS)
    assert DOUBTS.keys() == REASONS.keys()
