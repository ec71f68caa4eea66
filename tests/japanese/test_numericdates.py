"""Dates in figures and in English."""

from __future__ import annotations

import pytest

from soten.japanese.moments import Relation
from soten.japanese.numericdates import find_numeric_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("2031-05-04", "2031-05-04", id="iso"),
        pytest.param("2031/5/4", "2031-05-04", id="slashes"),
        pytest.param("2031.05.04", "2031-05-04", id="dots"),
        pytest.param("25/12/2031", "2031-12-25", id="day-first"),
        pytest.param("12/25/2031", "2031-12-25", id="month-first"),
        pytest.param("04/05/2031", "2031-05-04", id="day-first-by-default"),
        pytest.param("May 4, 2031", "2031-05-04", id="english"),
        pytest.param("Sept. 2031", "2031-09", id="english-month"),
        pytest.param("4 May 2031", "2031-05-04", id="english-day-first"),
        pytest.param("5月 4, 2031", "2031-05-04", id="mixed"),
    ],
)
def test_a_date_in_figures_is_read(text: str, value: str) -> None:
    """The usual orders of year, month and day are read, the day first where nothing decides."""
    found = find_numeric_date(text, 0)

    assert found is not None
    assert found.first.value == value
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("after", "relation"),
    [
        ("以降", Relation.SINCE),
        ("から", Relation.SINCE),
        ("まで", Relation.UNTIL),
        ("の会談", Relation.AT),
    ],
)
def test_words_after_a_date_in_figures_make_it_an_end(after: str, relation: Relation) -> None:
    """As with a date written out: 以降 begins, まで ends."""
    found = find_numeric_date(f"2031-05-04{after}", 0)

    assert found is not None
    assert found.relation is relation


@pytest.mark.parametrize(
    "text", ["2031-13-04", "99/99/2031", "3.14", "192.168.1.1", "Mayor 2031", "1/2"]
)
def test_other_figures_are_no_dates(text: str) -> None:
    """Versions, fractions, addresses and impossible days are no dates; 1/2 needs its surroundings."""
    found = find_numeric_date(text, 0)

    assert found is None or found.first.value == "XXXX-01-02"
