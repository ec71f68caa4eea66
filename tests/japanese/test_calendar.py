"""How reporting counts days, and how stretches of days are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.japanese.calendar import (
    Part,
    Precision,
    day_of,
    decade_of,
    era_year,
    month_of,
    parse_edtf,
    part_of,
    season_of,
    shifted,
    week_of,
    year_of,
)

DAYS = st.dates(min_value=date(1868, 1, 1), max_value=date(2200, 1, 1))


@pytest.mark.parametrize(
    ("part", "edtf"),
    [
        pytest.param(Part.EARLY, "2031-02-01/2031-02-10", id="上旬"),
        pytest.param(Part.MIDDLE, "2031-02-11/2031-02-20", id="中旬"),
        pytest.param(Part.LATE, "2031-02-21/2031-02-28", id="下旬"),
        pytest.param(Part.END, "2031-02-28", id="末"),
        pytest.param(Part.WHOLE, "2031-02", id="中"),
    ],
)
def test_a_month_has_three_thirds_and_an_end(part: Part, edtf: str) -> None:
    """上旬, 中旬 and 下旬 are the thirds of a month, 末 its last day, 中 the whole."""
    assert part_of(month_of(2031, 2), part).edtf == edtf


@pytest.mark.parametrize(
    ("part", "edtf"),
    [
        pytest.param(Part.END, "2030-12-31", id="末"),
        pytest.param(Part.FIRST_HALF, "2030-01/2030-06", id="前半"),
        pytest.param(Part.SECOND_HALF, "2030-07/2030-12", id="後半"),
        pytest.param(None, "2030", id="whole"),
    ],
)
def test_a_year_has_halves_and_an_end(part: Part | None, edtf: str) -> None:
    """年末 is the last day of December; 前半 and 後半 are six months each."""
    assert part_of(year_of(2030), part).edtf == edtf


def test_a_week_runs_from_monday_and_ends_with_its_weekend() -> None:
    """The week of a Sunday began six days before, and its 週末 is that Saturday and Sunday."""
    week = week_of(date(2026, 2, 1))

    assert week.edtf == "2026-01-26/2026-02-01"
    assert part_of(week, Part.END).edtf == "2026-01-31/2026-02-01"


def test_a_winter_is_named_by_the_year_it_begins_in() -> None:
    """The winter of January 2023 is 2022-24 and reaches to the end of February."""
    winter = season_of(2022, 24)

    assert (winter.edtf, winter.last) == ("2022-24", date(2023, 2, 28))


def test_half_a_decade_is_five_years() -> None:
    """1990年代後半 is 1995 to 1999."""
    assert decade_of(1990, Part.SECOND_HALF).edtf == "1995/1999"


@pytest.mark.parametrize(
    ("era", "number", "year"),
    [
        pytest.param("令和", 1, 2019, id="reiwa-1"),
        pytest.param("平成", 31, 2019, id="heisei-31"),
        pytest.param("平成", 32, None, id="no-heisei-32"),
        pytest.param("昭和", 64, 1989, id="showa-64"),
        pytest.param("昭和", 0, None, id="no-year-0"),
        pytest.param("寛永", 3, None, id="unknown-era"),
    ],
)
def test_an_era_has_only_its_own_years(era: str, number: int, year: int | None) -> None:
    """A year of an era is Gregorian from the era's beginning to the next one's, and else unknown."""
    assert era_year(era, number) == year


@given(DAYS, st.integers(-40, 40))
def test_moving_by_months_keeps_the_month_asked_for(day: date, months: int) -> None:
    """A day moved by months lands in the month asked for, on its last day where it is too short."""
    moved = shifted(day, months, Precision.MONTH)

    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


@given(DAYS)
def test_what_is_written_is_read_back(day: date) -> None:
    """A stretch written as EDTF and read again covers the same days."""
    for stretch in (
        day_of(day),
        week_of(day),
        month_of(day.year, day.month),
        year_of(day.year),
        part_of(month_of(day.year, day.month), Part.MIDDLE),
    ):
        read = parse_edtf(stretch.edtf)
        assert read is not None
        assert (read.first, read.last) == (stretch.first, stretch.last)


@pytest.mark.parametrize(
    "edtf", [None, "", "昨日", "2025-13", "2025-02-30", "a/b", "2025/2026/2027"]
)
def test_what_is_no_date_is_none(edtf: str | None) -> None:
    """Text that is no EDTF date gives no stretch."""
    assert parse_edtf(edtf) is None
