"""Days in buckets."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from soten.resolve.spans import fortnights, ordinal, seasons, stretch

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 6))
def test_a_week_and_the_days_around_it_lie_in_one_bucket(first: date, length: int) -> None:
    """Whatever lasts no longer than a week has a bucket that shows the day before and after too."""
    last = first + timedelta(days=length)
    buckets = fortnights(first.isoformat(), last.isoformat())

    assert any(
        stretch(b)[0] < first.toordinal() and last.toordinal() < stretch(b)[1] for b in buckets
    )
    assert len(buckets) <= 3


@given(DAYS, st.sampled_from([2, 5, 8, 11]))
def test_a_season_lies_in_one_bucket(day: date, month: int) -> None:
    """A season has a bucket that shows all of it, and what it reaches into share it."""
    first = date(day.year, month + 1, 1)
    last = (first + timedelta(days=93)).replace(day=1) - timedelta(days=1)
    buckets = seasons(first.isoformat(), last.isoformat())

    assert any(
        stretch(b)[0] <= ordinal(first.isoformat()) and ordinal(last.isoformat()) <= stretch(b)[1]
        for b in buckets
    )


@given(DAYS)
def test_neighbouring_days_share_a_bucket(day: date) -> None:
    """A day and the next are compared."""
    after = (day + timedelta(days=1)).isoformat()

    assert set(fortnights(day.isoformat(), day.isoformat())) & set(fortnights(after, after))
