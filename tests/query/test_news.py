"""What the documents that came last tell anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from soten.query import Filter
from soten.query.news import News, NewsKind, news
from soten.query.steps import Move
from soten.query.talksteps import StepKind
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Label, Ledger
from tests.ledgers import later_reading
from tests.store.factory import RUN, full_reading
from tests.talkledger import ANNOUNCED, COURSE, fill


def told(found: list[News]) -> list[tuple[str, object, bool]]:
    """Return items in short."""
    return [(item.kind.value, item.step, item.is_new) for item in found]


def test_news_of_a_talk_come_in_the_order_of_arrival(ledger: Ledger, pack: Path) -> None:
    """The last to come first; each step once; only the announcement is new."""
    fill(ledger, pack, COURSE)
    found = news(ledger, kinds=[NewsKind.TALK]).rows

    assert [item.step for item in found] == [
        StepKind.DESCRIBED,
        StepKind.ENDED,
        StepKind.MOVED,
        StepKind.DENIED,
        StepKind.ANNOUNCED,
    ]
    assert [item.is_new for item in found] == [False] * 4 + [True]


def test_a_copy_is_no_news(ledger: Ledger, pack: Path) -> None:
    """The same story from another file brings nothing."""
    fill(ledger, pack, [ANNOUNCED])
    before = [item.id for item in news(ledger, kinds=[NewsKind.TALK]).rows]
    fill(ledger, pack, [("2031-05-02", ANNOUNCED[1] + "（終わり）")])

    assert len(before) == 1
    assert {item.id for item in news(ledger, kinds=[NewsKind.TALK]).rows} == set(before)


def test_pages_hold_whole_documents_and_nothing_twice(ledger: Ledger, pack: Path) -> None:
    """The cursor goes on behind the last document."""
    fill(ledger, pack, COURSE)
    whole = [item.id for item in news(ledger).rows]
    pages: list[str] = []
    after = None
    for _ in range(10):
        page = news(ledger, reports=2, after=after)
        pages += [item.id for item in page.rows]
        after = page.next
        if after is None:
            break

    assert pages == whole


@pytest.fixture
def moved(ledger: Ledger) -> Ledger:
    """Return a ledger in which 甲国 changed its mind in a later report."""
    ledger.put_issues([Label("ceasefire", "停戦", "ceasefire")])
    ledger.begin_run(RUN)
    for reading in (full_reading(), later_reading()):
        ledger.put_reading(RUN, reading)
    join_pending(ledger, JOINERS)
    return ledger


def test_claims_and_promises_are_told(moved: Ledger) -> None:
    """A denial is louder than the claim it stands beside."""
    found = news(moved).rows

    kinds = {item.kind for item in found}
    assert {NewsKind.TALK, NewsKind.CLAIM, NewsKind.COMMITMENT} <= kinds
    claims = [item for item in found if item.kind is NewsKind.CLAIM]
    assert Move.DENIED in {item.step for item in claims}


def test_the_filter_narrows(moved: Ledger) -> None:
    """By party and by kind; a party that does nothing has no news."""
    mine = news(moved, Filter(party="ko"), [NewsKind.TALK]).rows

    assert {item.kind for item in mine} == {NewsKind.TALK}
    assert news(moved, Filter(issue="ceasefire"), [NewsKind.COMMITMENT]).rows == ()


def test_an_empty_ledger_has_no_news(ledger: Ledger) -> None:
    """Nothing, and nowhere to go on."""
    page = news(ledger)

    assert (page.rows, page.next) == ((), None)
