"""Talks as a calendar: as wide as what is known of their day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from soten.export.calendar import days_of, talks_calendar
from soten.export.columns import Names
from soten.query import joined_talks
from soten.settings import Language
from soten.store import Ledger, open_ledger
from tests.talkledger import ANNOUNCED, MOVED, Told, fill

MONTH: Told = (
    "2031-06-02",
    "ノルダのベルカ大統領とテスミアのトセフ首相が8月にロドナで会談すると、大統領府が1日発表した。",
)
SOME_DAYS: Told = (
    "2031-07-02",
    "ノルダとテスミアの代表団は7月10日から12日までジルヴァンで会談すると、大統領府が1日発表した。",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return an empty ledger."""
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


def events(ledger: Ledger, language: Language = Language.JA) -> list[dict[str, object]]:
    """Return the events of the calendar of all talks."""
    talks = joined_talks(ledger).rows
    calendar = Calendar.from_ical(talks_calendar(talks, Names(language, {}), "http://localhost"))
    return [dict(one) for one in calendar.walk("VEVENT")]


def test_a_day_is_a_whole_day(ledger: Ledger, pack: Path) -> None:
    """Not an hour: the end is the day after; what is planned is tentative."""
    fill(ledger, pack, [ANNOUNCED])
    (event,) = events(ledger)

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2031, 5, 8), date(2031, 5, 9))  # type: ignore[attr-defined]
    assert event["STATUS"] == "TENTATIVE"
    assert "会談" in str(event["SUMMARY"])
    assert "8日に" in str(event["DESCRIPTION"])
    assert str(event["URL"]).startswith("http://localhost/talks/")


def test_the_latest_plan_is_in_it(ledger: Ledger, pack: Path) -> None:
    """What was put off stands as such on the day it was set for last."""
    fill(ledger, pack, [ANNOUNCED, MOVED])
    (event,) = events(ledger, Language.EN)

    assert event["DTSTART"].dt == date(2031, 5, 10)  # type: ignore[attr-defined]


def test_days_between_which_it_lies_are_spanned(ledger: Ledger, pack: Path) -> None:
    """From the first to the last; the words tell the span."""
    fill(ledger, pack, [SOME_DAYS])
    found = events(ledger)

    for event in found:
        start, end = event["DTSTART"].dt, event["DTEND"].dt  # type: ignore[attr-defined]
        assert (start, end) == (date(2031, 7, 10), date(2031, 7, 13))


def test_a_month_is_no_day(ledger: Ledger, pack: Path) -> None:
    """A talk of which only the month is known stands in no calendar."""
    fill(ledger, pack, [MONTH])
    (talk,) = joined_talks(ledger).rows

    assert talk.date == "2031-08"
    assert days_of(talk) is None
    assert events(ledger) == []
