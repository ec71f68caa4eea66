"""A window of time, and marks laid out in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.query.axis import Mark, Standing
from soten.records import UsageError
from soten.store import Precision
from soten.web.bands import HEAD, Band, Scale, Window, bands_of
from soten.web.drawing import TimeScale, day_number


def mark(low: str, high: str, *, kind: str = "event", was: str | None = None) -> Mark:
    """Return a mark of these days."""
    days = () if was is None else ((was, was),)
    precision = Precision.DAY if low == high else Precision.MONTH
    return Mark(f"{low}-{high}", kind, low, high, precision, False, True, Standing.TOLD, days)


def drawn(*marks: Mark, days: tuple[str, str] = ("2031-01-01", "2031-04-10")) -> Band:
    """Return the band of events with these marks."""
    scale = TimeScale(day_number(days[0]), day_number(days[1]), 0, 100)
    (band,) = bands_of({"event": marks}, {}, scale, {})
    return band


def test_a_mark_is_as_wide_as_its_date() -> None:
    """A day of a hundred is one percent wide, a month thirty-one."""
    day, month = drawn(mark("2031-01-11", "2031-01-11"), mark("2031-03-01", "2031-03-31")).marks

    assert (day.extent.x, day.extent.width) == (10.0, 1.0)
    assert month.extent.width == 31.0


def test_marks_at_one_time_stand_in_different_lanes() -> None:
    """None hides another; what does not overlap shares a lane."""
    one, two, far = drawn(
        mark("2031-01-11", "2031-01-11"),
        mark("2031-01-11", "2031-01-11"),
        mark("2031-02-11", "2031-02-11"),
    ).marks

    assert one.y + one.height <= two.y
    assert far.y == one.y


def test_the_day_a_talk_was_set_for_has_room_in_its_lane() -> None:
    """The line between the two crosses nothing."""
    moved, other = drawn(
        mark("2031-02-11", "2031-02-11", was="2031-01-11"), mark("2031-01-20", "2031-01-20")
    ).marks

    assert moved.was[0].x == 10.0
    assert moved.y != other.y


def test_too_many_marks_are_counted_instead() -> None:
    """A hundred on one day have no room; records are counted by day."""
    scale = TimeScale(day_number("2031-01-01"), day_number("2031-04-10"), 0, 100)
    many = [mark("2031-01-11", "2031-01-11") for _ in range(100)]
    (band,) = bands_of({"event": many}, {"event": {"2031-01-11": 100}}, scale, {})

    assert band.marks == ()
    assert [(c.since, c.until, c.count) for c in band.columns] == [
        ("2031-01-11", "2031-01-11", 100)
    ]


def test_many_years_are_counted_by_year() -> None:
    """A column is never too thin to be seen."""
    scale = TimeScale(day_number("1950-01-01"), day_number("2049-12-31"), 0, 100)
    (band,) = bands_of({"event": None}, {"event": {"2031-01-11": 3, "2031-07-01": 4}}, scale, {})

    assert [(c.since, c.until, c.count) for c in band.columns] == [("2031-01-01", "2031-12-31", 7)]


@given(
    st.integers(1, 3_652_058),
    st.integers(0, 40_000),
    st.lists(st.sampled_from(["in", "out", "left", "right"]), max_size=12),
)
def test_no_move_leaves_the_days_there_are(first: int, days: int, moves: list[str]) -> None:
    """However far one goes, a window has a first and a last day, in this order."""
    window = Window.between(first, first + days)
    for move in moves:
        window = {
            "in": lambda w: w.zoomed(0.5),
            "out": lambda w: w.zoomed(2),
            "left": lambda w: w.moved(-0.5),
            "right": lambda w: w.moved(0.5),
        }[move](window)
        assert window.since <= window.until
    assert Window.of(window.since, window.until, None, None) == window


def test_a_window_is_as_long_as_asked() -> None:
    """One end and a scale, or the latest report and two weeks more."""
    assert Window.of("", "2031-03-31", Scale.DAY, None).since == "2031-03-04"
    assert Window.of("", "", None, "2031-03-01").until == "2031-03-15"
    assert Window.of("2031", "2031", Scale.DAY, None).days == 365
    with pytest.raises(UsageError):
        Window.of("3月", "", None, None)


def test_a_band_keeps_room_for_its_name() -> None:
    """Marks begin below it."""
    band = drawn(mark("2031-01-11", "2031-01-11"))

    assert band.marks[0].y >= band.top + HEAD
