"""Dates of English questions."""

from __future__ import annotations

from datetime import date

import pytest

from soten.asking.englishdates import find_periods

TODAY = date(2025, 12, 10)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("today", "2025-12-10", "2025-12-10"),
        ("yesterday", "2025-12-09", "2025-12-09"),
        ("last week", "2025-12-01", "2025-12-07"),
        ("this month", "2025-12-01", "2025-12-31"),
        ("last month", "2025-11-01", "2025-11-30"),
        ("last year", "2024-01-01", "2024-12-31"),
        ("in November", "2025-11-01", "2025-11-30"),
        ("in 2024", "2024-01-01", "2024-12-31"),
        ("on 20 November", "2025-11-20", "2025-11-20"),
        ("on 31 December", "2024-12-31", "2024-12-31"),
        ("on Nov 3rd, 2023", "2023-11-03", "2023-11-03"),
        ("since 2025-11-20", "2025-11-20", None),
        ("after November", "2025-12-01", None),
        ("until 3 December", None, "2025-12-03"),
        ("before 3 December", None, "2025-12-02"),
        ("between 1 November and 3 December 2025", "2025-11-01", "2025-12-03"),
        ("from June to August", "2025-06-01", "2025-08-31"),
    ],
)
def test_periods(text: str, since: str | None, until: str | None) -> None:
    """A stretch of time is told by its first and its last day."""
    (found,) = find_periods(text, TODAY)

    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize("text", ["on 31 February 2025", "maybe", "12"])
def test_what_is_no_date(text: str) -> None:
    """A day that does not exist, a word that only begins like a month, a bare number."""
    assert find_periods(text, TODAY) == []
