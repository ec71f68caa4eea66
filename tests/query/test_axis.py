"""Marks on a time axis, and the list that says the same."""

from __future__ import annotations

from pathlib import Path

from soten.query.axis import Standing, begun, day_counts, listed, marks, marks_of
from soten.query.filters import Filter
from soten.store import Ledger, Precision
from tests.momentledger import fill as fill_many
from tests.talkledger import ANNOUNCED, COURSE, MOVED, fill


def test_a_talk_stands_where_it_was_held(ledger: Ledger, pack: Path) -> None:
    """One mark however many tell of it, with the day it was set for before."""
    fill(ledger, pack, COURSE)
    (talk,) = marks(ledger, Filter(kinds=("talk",))).marks

    assert (talk.low, talk.high, talk.standing) == ("2031-05-10", "2031-05-10", Standing.TOLD)
    assert talk.was == (("2031-05-08", "2031-05-08"),)
    assert talk.precision is Precision.DAY


def test_a_talk_that_is_ahead_stands_where_it_is_set_for(ledger: Ledger, pack: Path) -> None:
    """The day it was moved to; nothing says that it took place."""
    fill(ledger, pack, (ANNOUNCED, MOVED))
    (talk,) = marks(ledger, Filter(kinds=("talk",))).marks

    assert (talk.low, talk.standing) == ("2031-05-10", Standing.AHEAD)
    assert talk.was == (("2031-05-08", "2031-05-08"),)


def test_a_talk_is_listed_once_on_all_pages(ledger: Ledger, pack: Path) -> None:
    """Told in May and in June, it stands where it begins."""
    fill(ledger, pack, COURSE)
    ids: list[str] = []
    after: str | None = None
    while True:
        page = listed(ledger, Filter(), on="2031-07-01", limit=1, after=after)
        ids += [one.talk.id for one in page.rows if one.talk]
        after = page.next
        if after is None:
            break

    assert len(ids) == 1


def test_a_list_says_what_is_drawn(filled: Ledger) -> None:
    """Each mark has its line, in the same order; a promise with its term."""
    drawn = marks(filled).marks
    page = listed(filled, on="2026-01-01", limit=20)

    assert [one.mark for one in page.rows] == list(drawn)
    promise = next(one for one in page.rows if one.promise)
    assert promise.mark is not None
    assert promise.mark.high == "2025-12-31"
    assert promise.mark.is_rough  # nobody says when it begins


def test_much_is_cut_and_counted(ledger: Ledger) -> None:
    """So many marks at most; the counts know all."""
    fill_many(ledger, 700)
    found = marks(ledger, limit=100)

    assert found.is_cut
    assert len(found.marks) == 100
    assert sum(map(sum, (days.values() for days in day_counts(ledger).values()))) == 700


def test_a_month_is_as_wide_as_a_month(ledger: Ledger) -> None:
    """A day is a day; what only its document dates stands at that day and says so."""
    fill_many(ledger, 200)
    wide = [m for m in marks(ledger).marks if m.precision is Precision.MONTH]

    assert wide
    assert {m.low[8:] for m in wide} == {"01"}
    assert any(not m.is_own for m in marks(ledger).marks)


def test_what_is_known_of_a_window_changes_nothing(filled: Ledger) -> None:
    """Drawn and listed of the same records, a window is what it is when each reads its own."""
    for most in (1, 7, 70, 1000):
        known = begun(filled, Filter(), limit=most)
        assert marks_of(filled, known) == marks(filled, limit=most)
        for limit in (1, 20):
            page = listed(filled, on="2026-01-01", limit=limit)
            assert listed(filled, on="2026-01-01", limit=limit, known=known) == page
