"""Where the talks stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from soten.query import talks
from soten.query.brief import brief, talk_groups
from soten.records import Stance, TalkStatus, UsageError
from soten.store import Ledger, open_ledger
from tests.ledgers import later_reading, two_reports, write_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of two reports."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as opened:
        yield opened


def test_period_and_size_are_those_of_the_reports(ledger: Ledger) -> None:
    """The period runs from the first report's day to the last one's."""
    found = brief(ledger)

    assert (found.first_day, found.last_day) == ("2025-12-04", "2025-12-12")
    assert len(found.sources) == 2
    assert found.characters == sum(row.document.chars for row in found.sources)


def test_reports_of_one_talk_are_put_together(ledger: Ledger) -> None:
    """A talk planned in one report and held in the next is one talk, as the latest tells it."""
    found = brief(ledger)
    (group,) = found.held

    assert (found.ahead, found.off) == ((), ())
    assert [row.record.status for row in group.reports] == [TalkStatus.HELD, TalkStatus.PLANNED]


def test_reports_not_yet_joined_stay_apart(ledger: Ledger) -> None:
    """Whatever the ledger does not know to be one talk is told by itself."""
    rows = talks(ledger).rows
    strange = [replace(row, id=f"{row.id}x") for row in rows]

    assert len(talk_groups(ledger, rows)) == 1
    assert len(talk_groups(ledger, strange)) == 2


def test_a_stance_that_moved_is_news(ledger: Ledger) -> None:
    """What differs from the stance before the day is a shift, with the earlier words."""
    (shift,) = brief(ledger, since="2025-12-10").news.shifts

    assert shift.after.record.stance is Stance.REJECTS
    assert shift.before is not None
    assert shift.before.record.stance is Stance.OPEN


def test_only_what_is_dated_since_is_news(ledger: Ledger) -> None:
    """Statements and events before the day are no news; nothing is before the first."""
    late, all_ = brief(ledger, since="2025-12-10").news, brief(ledger, since="2025-12-01").news

    assert [row.record.date for row in late.events] == ["2025-12-20"]
    assert (len(late.statements), len(all_.statements)) == (1, 2)
    assert (len(late.talks), len(all_.talks)) == (0, 1)


def test_news_begins_a_week_before_the_latest_report(ledger: Ledger) -> None:
    """Where nobody says since when, it is a week before the latest report."""
    assert brief(ledger).news.since == "2025-12-05"


def test_a_brief_can_be_about_one_actor(ledger: Ledger) -> None:
    """With `about`, all parts concern the actor."""
    found = brief(ledger, about="otsu-mod")

    assert len(found.disputes) == 1
    assert found.commitments == ()
    assert found.held == ()


def test_wrong_questions_are_refused(ledger: Ledger) -> None:
    """A date that is none, or an actor nobody knows, draws an error."""
    with pytest.raises(UsageError):
        brief(ledger, since="3日")
    with pytest.raises(UsageError):
        brief(ledger, about="誰も知らない人")


def test_undated_reports_have_no_news(tmp_path: Path) -> None:
    """Where no report has a date, nothing can be said to be new."""
    reading = later_reading()
    undated = replace(
        reading, document=replace(reading.document, published=type(reading.document.published)())
    )
    with open_ledger(write_ledger(tmp_path / "undated.db", undated)) as ledger:
        found = brief(ledger)

    assert (found.first_day, found.news.since) == (None, None)
