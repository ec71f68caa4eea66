"""Series of figures of one quantity."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.query.differing import is_one_time, may_agree
from soten.query.figures import figure_series, series_named, series_with
from soten.query.filters import EVERYTHING
from soten.records import Assertion, Bound, Claim, Evidence, Figure, Span, Unit, UsageError
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger, open_ledger
from tests.query.tolls import PLACES, held, put
from tests.store.factory import ACTORS, RUN, cut, document, figure, mention, reading


def number(
    value: float, bound: Bound = Bound.EXACT, unit: Unit = Unit.PERSON, max: float | None = None
) -> Figure:
    """Return a figure of its own."""
    return Figure("fg", Evidence("d", Span(0, 1), "x"), value, bound, unit, max)


LOSSES = "過去24時間における甲国軍の人的損失は{}人だった。"


def losses(ledger: Ledger, name: str, value: int, edtf: str, by: str | None) -> str:
    """Put a report of a day's losses; return its figure."""
    text = f"{name}。" + LOSSES.format(value)
    return put(ledger, name, text, f"{value}人", value, edtf=edtf, by=by)


def test_a_series_has_a_point_for_every_day_and_owner(ledger: Ledger) -> None:
    """Two owners' numbers of two days are four points, in order of time, none averaged."""
    losses(ledger, "一", 1200, "2025-12-03", "otsu")
    losses(ledger, "二", 300, "2025-12-03", "ko")
    losses(ledger, "三", 1300, "2025-12-04", "otsu")
    losses(ledger, "四", 310, "2025-12-04", "ko")

    (series,) = figure_series(ledger).rows

    assert series.quantity.of is not None
    assert (series.quantity.act, series.quantity.period, series.quantity.of.id) == (
        "losses",
        "day",
        "ko",
    )
    told = [(p.day, p.by.id if p.by else None, p.value) for p in series.points]
    assert told == [
        ("2025-12-03", "ko", 300),
        ("2025-12-03", "otsu", 1200),
        ("2025-12-04", "ko", 310),
        ("2025-12-04", "otsu", 1300),
    ]
    assert series.apart == ((0, 1), (2, 3))
    assert [owner and owner.id for owner in series.owners] == ["ko", "otsu"]


def test_equal_numbers_of_one_owner_and_day_are_one_point(ledger: Ledger) -> None:
    """Three reports of one owner's number make one point with three evidences."""
    for name in "一二三":
        losses(ledger, name, 1200, "2025-12-03", "otsu")

    (series,) = figure_series(ledger).rows

    (point,) = series.points
    assert (len(point.rows), series.apart) == (3, ())


def test_a_report_s_own_number_is_kept_apart_from_any_owner_s(ledger: Ledger) -> None:
    """A number nobody is said to give is told as the reports' own."""
    losses(ledger, "一", 1200, "2025-12-03", None)
    losses(ledger, "二", 1200, "2025-12-03", "otsu")

    (series,) = figure_series(ledger).rows

    assert [point.by and point.by.id for point in series.points] == [None, "otsu"]


def test_a_day_and_all_days_together_are_two_series(ledger: Ledger) -> None:
    """1200 in a day and 90,000 so far never stand on one axis."""
    losses(ledger, "一", 1200, "2025-12-03", "otsu")
    text = "甲国軍の人的損失はこれまでに90000人に上る。"
    put(ledger, "二", text, "90000人", 90000, by="otsu")

    found = figure_series(ledger, least=1).rows

    assert sorted(series.quantity.period for series in found) == ["day", "total"]


def test_a_number_that_is_only_denied_contradicts_nobody(ledger: Ledger) -> None:
    """「70%が制圧されたというのは事実でない」 is no number of whoever says so."""
    held(ledger, "一", "甲国軍は北村の70%を制圧した。", ("70%", 70), by="ko-army")
    text = "甲国軍が北村の90%を制圧したとする発表は事実でない。"
    d = document(text, "二")
    share = figure(d, "90%", 90, "otsu", what=text, unit=Unit.PERCENT)
    denial = cut(d, "甲国軍が北村の90%を制圧したとする発表は事実でない")
    claim = Claim("cl-x", denial, "制圧", (), (Assertion("otsu", denial),))
    names = [mention(d, "甲国軍", "ko-army"), mention(d, "北村", "kitamura")]
    ledger.put_reading(RUN, reading(d, [*names, share, claim], (*ACTORS, *PLACES)))
    join_pending(ledger, JOINERS)

    (series,) = figure_series(ledger).rows

    assert [(p.value, p.is_denied) for p in series.points] == [(70, False), (90, True)]
    assert series.apart == ()


def test_a_share_with_no_holder_is_of_the_only_one_told(ledger: Ledger) -> None:
    """「北村の75%が制圧された」 goes with the one army that is told to hold it, not with two."""
    held(ledger, "一", "甲国軍は北村の70%を制圧した。", ("70%", 70))
    held(ledger, "二", "北村の75%が制圧された。", ("75%", 75))
    (series,) = figure_series(ledger).rows
    assert [point.value for point in series.points] == [70, 75]

    held(ledger, "三", "乙国軍が北村の20%を支配している。", ("20%", 20))

    assert figure_series(ledger).rows == ()


@pytest.mark.parametrize(
    ("name", "count"),
    [("甲国", 1), ("ko losses", 1), ("人的損失", 1), ("乙国", 0), ("甲国 無人機", 0)],
)
def test_a_series_is_found_by_the_words_that_name_it(ledger: Ledger, name: str, count: int) -> None:
    """All the words must name the quantity: its side, its thing, what is done."""
    losses(ledger, "一", 1200, "2025-12-03", "otsu")
    losses(ledger, "二", 1300, "2025-12-04", "otsu")

    assert len(figure_series(ledger, name=name).rows) == count


def test_a_series_is_found_by_one_of_its_figures(ledger: Ledger) -> None:
    """A figure's id asks for the series it is a point of, also where it stands alone."""
    id = losses(ledger, "一", 1200, "2025-12-03", "otsu")

    (series,) = figure_series(ledger, name=id).rows

    assert [row.id for row in series.points[0].rows] == [id]


def test_what_is_no_figure_has_no_series(filled: Ledger) -> None:
    """Asking for the series of a statement is refused."""
    statement = next(s.id for s in filled.records() if s.record.kind == "statement")

    with pytest.raises(UsageError, match="no figure"):
        figure_series(filled, name=statement)


def test_pages_hold_every_series_once(ledger: Ledger) -> None:
    """Asked for one at a time, all series come, the latest first."""
    for at, place in enumerate(["北村", "南村"]):
        for value in (3, 4):
            text = f"攻撃により{place}で{value}人が死亡した。"
            put(ledger, f"{at}{value}", text, f"{value}人", value, edtf=f"2025-12-0{at + 1}")
    whole = [series.id for series in figure_series(ledger).rows]

    first = figure_series(ledger, limit=1)
    second = figure_series(ledger, limit=1, after=first.next)

    assert [*(s.id for s in first.rows), *(s.id for s in second.rows)] == whole


@pytest.mark.parametrize("looked_at", [1, 2, 9])
@pytest.mark.parametrize("word", ["北村", "死亡", "どこにもない"])
def test_looking_through_series_by_words_leaves_none_out(
    ledger: Ledger, word: str, looked_at: int
) -> None:
    """Page after page, however many are looked through at once, come those that the words name."""
    for at, place in enumerate(["北村", "南村"]):
        for value in (3, 4):
            text = f"攻撃により{place}で{value}人が死亡した。"
            put(ledger, f"{at}{value}", text, f"{value}人", value, edtf=f"2025-12-0{at + 1}")
    whole = [series.id for series in figure_series(ledger, name=word).rows]
    asked = {"limit": 1, "looked_at": looked_at, "latest": 9}

    page = series_named(ledger, EVERYTHING, [word], after=None, **asked)
    found = [series.id for series in page.rows]
    while page.next is not None:
        page = series_named(ledger, EVERYTHING, [word], after=page.next, **asked)
        found += [series.id for series in page.rows]

    assert found == whole


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (number(70), number(75), False),
        (number(70), number(70), True),
        (number(700, Bound.APPROX), number(701), True),
        (number(700, Bound.APPROX), number(800), False),
        (number(19000, Bound.AT_LEAST), number(25000), True),
        (number(19000, Bound.AT_LEAST), number(15000), False),
        (number(10, Bound.AT_MOST), number(20, Bound.MORE_THAN), False),
        (number(10, Bound.RANGE, max=20), number(15), True),
        (number(10, Bound.RANGE, max=20), number(25, Bound.LESS_THAN), True),
    ],
)
def test_bounds_say_what_a_number_may_be(one: Figure, other: Figure, agree: bool) -> None:
    """Two figures may agree where some number satisfies both, whichever comes first."""
    assert may_agree(one, other) is agree
    assert may_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "period", "together"),
    [
        ("2025-11", "2025-11", "month", True),
        ("2025-11", "2025-12", "month", False),
        ("2025-11-20", "2025-12-20", "total", False),
        ("", "2025-12-20", "total", True),
    ],
)
def test_numbers_are_compared_within_their_time(
    one: str, other: str, period: str, together: bool
) -> None:
    """A month's numbers are of that month; a time nobody tells may be any."""
    assert is_one_time(one, other, period) is together


REPORTS = (
    ("一", "甲国軍は北村の70%を制圧した。", "70%", 70.0, "ko-army"),
    ("二", "北村の75%が制圧された。", "75%", 75.0, None),
    ("三", "甲国軍が解放したのは北村の75%だ。", "75%", 75.0, "ko-army"),
    ("四", "乙国軍が北村の20%を支配している。", "20%", 20.0, "otsu"),
    ("五", "甲国軍は南村の40%を占領した。", "40%", 40.0, "ko-army"),
)


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for many small ledgers."""
    return tmp_path_factory.mktemp("orders")


NUMBERS = itertools.count()


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(REPORTS))
def test_the_order_of_arrival_changes_no_series(
    shelves: Path, order: list[tuple[str, str, str, float, str | None]]
) -> None:
    """Five reports in any order give the same series with the same points."""
    with open_ledger(shelves / f"{next(NUMBERS)}.db") as ledger:
        for name, text, words, value, by in order:
            held(ledger, name, text, (words, value), by=by)
        found = {
            (series.id, tuple((p.day, p.value, p.by and p.by.id) for p in series.points))
            for series in figure_series(ledger, least=1).rows
        }

    assert {frozenset(point[1] for point in points) for _, points in found} == {
        frozenset([70.0, 75.0]),
        frozenset([75.0]),
        frozenset([20.0]),
        frozenset([40.0]),
    }


def test_of_a_long_series_a_stretch_is_read(ledger: Ledger) -> None:
    """From the latest back; what stands before and after is counted."""
    ids = [losses(ledger, f"{n}", 1000 + n, f"2025-12-0{n}", "otsu") for n in range(1, 6)]

    latest = series_with(ledger, ids[0], latest=2)
    before = series_with(ledger, ids[0], latest=2, skipped=2)

    assert latest is not None
    assert before is not None
    assert [point.value for point in latest.points] == [1004, 1005]
    assert (latest.earlier, latest.later) == (3, 0)
    assert [point.value for point in before.points] == [1002, 1003]
    assert (before.earlier, before.later) == (1, 2)
    assert series_with(ledger, "fg-none") is None
