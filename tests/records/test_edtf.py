"""Which dates the ledger holds, and which days they cover."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.records.edtf import FIRST_DAY, LAST_DAY, bounds, is_edtf
from soten.records.errors import UsageError

DAYS = st.dates(min_value=date(1, 1, 1))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("2025-12-03", "2025-12-03", "2025-12-03", id="day"),
        pytest.param("2025-11", "2025-11-01", "2025-11-30", id="month"),
        pytest.param("2000-02", "2000-02-01", "2000-02-29", id="leap-month"),
        pytest.param("1900-02", "1900-02-01", "1900-02-28", id="century-not-leap"),
        pytest.param("2025~", "2025-01-01", "2025-12-31", id="about-a-year"),
        pytest.param("2025-06?", "2025-06-01", "2025-06-30", id="uncertain-month"),
        pytest.param("2025-21", "2025-03-01", "2025-05-31", id="spring"),
        pytest.param("2025-22", "2025-06-01", "2025-08-31", id="summer"),
        pytest.param("2025-23%", "2025-09-01", "2025-11-30", id="autumn"),
        pytest.param("2023-24", "2023-12-01", "2024-02-29", id="winter-into-leap-year"),
        pytest.param("9999-24", "9999-12-01", LAST_DAY, id="winter-at-the-end-of-time"),
        pytest.param("202X", "2020-01-01", "2029-12-31", id="decade"),
        pytest.param("19XX", "1900-01-01", "1999-12-31", id="century"),
        pytest.param("2025-XX", "2025-01-01", "2025-12-31", id="some-month"),
        pytest.param("2025-04-XX", "2025-04-01", "2025-04-30", id="some-day"),
        pytest.param("2025-XX-XX", "2025-01-01", "2025-12-31", id="some-day-of-a-year"),
        pytest.param("2025-11-28/2025-12-04", "2025-11-28", "2025-12-04", id="interval"),
        pytest.param("2025-11/2026", "2025-11-01", "2026-12-31", id="mixed-interval"),
        pytest.param("2025-12-03/..", "2025-12-03", LAST_DAY, id="open-end"),
        pytest.param("../2027-12-31", FIRST_DAY, "2027-12-31", id="open-start"),
        pytest.param("2025/", "2025-01-01", LAST_DAY, id="unknown-end"),
        pytest.param("/2025", FIRST_DAY, "2025-12-31", id="unknown-start"),
    ],
)
def test_bounds_are_the_first_and_last_day_meant(value: str, first: str, last: str) -> None:
    """The bounds of a value are the first and the last day that it may mean."""
    assert is_edtf(value)
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "..",
        "/",
        "../..",
        "../",
        "25-12-03",
        "2025-13",
        "2025-00",
        "2025-25",
        "2025-11-31",
        "2025-02-29",
        "2025-21-01",
        "2025-XX-03",
        "20X5",
        "2XXX",
        "202X-01",
        "2025-1-3",
        "2025/2024",
        "2025/2026/2027",
        "2025-12-03T09:00:00Z",
        "2025-12-03\n",
        " 2025",
        "?2025",
        "2025?~",
        "2025年",
        "２０２５",
        "３日",
        "unknown",
    ],
)
def test_other_strings_are_no_dates(value: str) -> None:
    """A string that is not of the supported part of EDTF is refused by both functions."""
    assert not is_edtf(value)
    with pytest.raises(UsageError, match="EDTF"):
        bounds(value)


@given(DAYS)
def test_every_calendar_day_covers_itself(day: date) -> None:
    """A day of the calendar is valid and covers exactly itself."""
    assert bounds(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(DAYS)
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    """The bounds of a month and of a year hold each of their days."""
    for length in (7, 4):
        first, last = bounds(day.isoformat()[:length])
        assert first <= day.isoformat() <= last


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31)))
def test_seasons_follow_each_other_without_a_gap(day: date) -> None:
    """Each season begins on the day after the one before it ends."""
    codes = [f"{day.year:04}-{code}" for code in (21, 22, 23, 24)]
    spans = [bounds(code) for code in codes]
    for (_, last), (first, _) in pairwise(spans):
        assert date.fromisoformat(last) + timedelta(days=1) == date.fromisoformat(first)


@given(DAYS, DAYS)
def test_an_interval_is_valid_only_forwards(one: date, other: date) -> None:
    """An interval of two days is valid exactly where it does not run backwards."""
    assert is_edtf(f"{one}/{other}") == (one <= other)


@given(DAYS, st.sampled_from("?~%"))
def test_a_qualifier_does_not_move_the_bounds(day: date, qualifier: str) -> None:
    """A qualified value covers the days of the unqualified one."""
    assert bounds(f"{day}{qualifier}") == bounds(f"{day}")


@given(st.text(alphabet="0123456789-/.X?~%", max_size=24))
def test_a_valid_value_has_ordered_bounds(value: str) -> None:
    """Whatever is accepted has bounds in order and inside the calendar."""
    if is_edtf(value):
        first, last = bounds(value)
        assert FIRST_DAY <= first <= last <= LAST_DAY


@given(st.text(max_size=40))
def test_any_text_is_judged_without_failing(value: str) -> None:
    """`is_edtf` answers for every string."""
    assert is_edtf(value) in (True, False)
