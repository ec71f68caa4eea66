"""Scales, ticks, lettering and outlines: pure functions that charts are drawn with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.settings import Language
from soten.web.drawing import (
    NumberScale,
    TimeScale,
    date_ticks,
    day_number,
    fitted,
    number_axis,
    number_ticks,
    outline,
    text_width,
)

DAYS = st.integers(date.min.toordinal(), date.max.toordinal())
NUMBERS = st.floats(-1e12, 1e12, allow_nan=False, allow_subnormal=False).map(lambda n: round(n, 3))


@given(st.lists(DAYS, min_size=2, max_size=2).map(sorted), st.lists(DAYS, min_size=1))
def test_later_days_stand_further_right_and_none_outside(ends: list[int], days: list[int]) -> None:
    """A scale keeps the order of days and its edges."""
    scale = TimeScale(ends[0], ends[1], 40, 700)

    places = [scale.x(day) for day in sorted(days)]

    assert places == sorted(places)
    assert all(40 <= place <= 700 for place in places)


@given(
    st.lists(DAYS, min_size=2, max_size=2).map(sorted),
    st.lists(DAYS, min_size=2, max_size=2).map(sorted),
    st.floats(0, 50),
)
def test_what_a_stretch_covers_lies_within_the_edges(
    ends: list[int], stretch: list[int], least: float
) -> None:
    """However short or far away it is, it is as wide as was asked for, and inside."""
    scale = TimeScale(ends[0], ends[1], 40, 700)

    found = scale.extent(stretch[0], stretch[1], least=least)

    assert 40 <= found.x <= found.end <= 700.01
    assert found.width >= least - 0.02
    assert found.is_open_before == (stretch[0] < ends[0])
    assert found.is_open_behind == (stretch[1] > ends[1])


@given(
    st.lists(DAYS, min_size=2, max_size=2).map(sorted),
    st.integers(1, 20),
    st.sampled_from(Language),
)
def test_ticks_are_few_in_order_and_inside(ends: list[int], most: int, language: Language) -> None:
    """Over days or over thousands of years; a year is named where it begins to be told of."""
    found = date_ticks(ends[0], ends[1], most, language)

    days = [tick.day for tick in found]
    assert 1 <= len(days) <= most
    assert days == sorted(set(days))
    assert ends[0] <= days[0]
    assert days[-1] <= ends[1]
    assert found[0].head is not None or found[0].text.startswith(
        str(date.fromordinal(days[0]).year)
    )


@given(st.lists(NUMBERS, min_size=2, max_size=2).map(sorted), st.integers(2, 12))
def test_numbers_of_an_axis_hold_all_between_them(ends: list[float], most: int) -> None:
    """The first is no greater than the least, the last no less than the greatest."""
    found = number_ticks(ends[0], ends[1], most)

    room = (found[-1] - found[0]) * 1e-6
    assert found[0] <= ends[0] + room
    assert found[-1] >= ends[1] - room
    assert 2 <= len(found) <= max(most, 3)
    assert list(found) == sorted(set(found))


def test_a_scale_without_days_is_none() -> None:
    """Where nothing is dated there is nothing to draw."""
    assert TimeScale.around([(None, None), ("0000-01-01", "9999-12-31")], 0, 100) is None


def test_a_scale_without_room_is_refused() -> None:
    """Days and numbers need some."""
    with pytest.raises(ValueError, match="no room"):
        TimeScale(10, 9, 0, 100)
    with pytest.raises(ValueError, match="no room"):
        NumberScale(1, 1, 0, 100)
    with pytest.raises(ValueError, match="no ticks"):
        date_ticks(10, 9, 5, Language.JA)
    with pytest.raises(ValueError, match="no numbers"):
        number_ticks(float("nan"), 1, 5)


def test_weeks_begin_on_monday() -> None:
    """Where days are too many."""
    first = day_number("2031-11-05")

    found = date_ticks(first, first + 40, 7, Language.EN)

    assert {date.fromordinal(tick.day).weekday() for tick in found} == {0}
    assert [tick.text for tick in found][:2] == ["10 Nov", "17 Nov"]


def test_an_axis_of_high_numbers_does_not_begin_at_nought() -> None:
    """Else the differences that matter could not be seen; low ones begin there."""
    assert not number_axis(70, 80, 5, Language.EN).begins_at_zero
    assert number_axis(2, 80, 5, Language.EN).begins_at_zero
    assert [words for _, words in number_axis(0, 60_000, 4, Language.EN).ticks][1] == "20,000"


def test_numbers_run_upwards() -> None:
    """A scale may begin below."""
    scale = NumberScale(0, 10, 200, 20)

    assert (scale.place(0), scale.place(5), scale.place(10), scale.place(11)) == (200, 110, 20, 20)


@given(st.text(max_size=60), st.floats(10, 300))
def test_text_is_cut_to_its_room(text: str, room: float) -> None:
    """With an ellipsis; never longer than it was."""
    found = fitted(text, room, 13)

    assert text_width(found, 13) <= max(room, text_width("…", 13)) + 0.1
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]))


@pytest.mark.parametrize("shape", range(5))
def test_every_shape_has_an_outline_of_its_own(shape: int) -> None:
    """Closed, and unlike the others."""
    found = [outline(one, 10, 10, 5) for one in range(5)]

    assert found[shape].startswith("M")
    assert found[shape].endswith("Z")
    assert found.count(found[shape]) == 1
