"""Where each party stands on each point: a page of the board, of a course, of a distance."""

from __future__ import annotations

import pytest

from soten.query import Filter, State, distances
from soten.query.board import Asked, By, board, course_page, point
from soten.query.distancecourse import distance_course
from soten.query.saidsource import kept_cells, trace_untraced
from soten.records import Stance, UsageError
from soten.store import Ledger
from tests.query.stands import say


@pytest.fixture(params=["read", "traced"])
def moved(ledger: Ledger, request: pytest.FixtureRequest) -> Ledger:
    """Return a ledger in which 甲国 moved on one point and 乙国 spoke on two."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-05", "無条件の停戦に応じる用意", Stance.OPEN, speaker="envoy")
    say(ledger, "2025-11-20", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker=None)
    say(ledger, "2025-12-06", "領土の割譲を拒む", Stance.REJECTS, "otsu", issue="territory")
    if request.param == "traced":
        trace_untraced(ledger)
    return ledger


def test_a_cell_tells_the_latest_stand_and_how_it_is_to_the_earlier(moved: Ledger) -> None:
    """The latest, its state, the one it differs from, and the past with the earliest first."""
    found = board(moved)

    assert [issue.id for issue in found.issues] == ["ceasefire", "territory"]
    assert [party.id for party in found.parties] == ["otsu", "ko"]  # 乙国, 甲国
    cell = found.cell("ceasefire", "ko")
    assert cell is not None
    assert cell.earlier is not None
    assert (cell.latest.stance, cell.state, cell.count) == (Stance.OPEN, State.SHIFTED, 2)
    assert cell.earlier.stance is Stance.REJECTS
    assert [one.stance for one in cell.past] == [Stance.REJECTS, Stance.OPEN]
    assert found.cell("territory", "ko") is None


def test_the_order_of_parties_can_be_chosen(moved: Ledger) -> None:
    """By name in either language, by count, or as asked for; the rest are told."""
    assert [p.id for p in board(moved, asked=Asked(is_english=True)).parties] == ["ko", "otsu"]
    assert [p.id for p in board(moved, asked=Asked(by=By.COUNT)).parties] == ["ko", "otsu"]
    alone = board(moved, asked=Asked(parties=("otsu",)))
    assert [p.id for p in alone.parties] == ["otsu"]
    assert [(label.id, count) for label, count in alone.others] == [("ko", 2)]


def test_points_come_in_pages(moved: Ledger) -> None:
    """The cursor goes on behind the last point; there is none behind the last page."""
    first = board(moved, limit=1)
    second = board(moved, limit=1, after=first.next)

    assert [i.id for i in (*first.issues, *second.issues)] == ["ceasefire", "territory"]
    assert second.next is None
    with pytest.raises(UsageError):
        board(moved, after="nowhere")


def test_nothing_new_is_not_unchanged(moved: Ledger) -> None:
    """A party that said nothing since is silent, and what others said since is counted."""
    found = board(moved, asked=Asked(since="2025-12-01"))
    otsu, ko = found.cell("ceasefire", "otsu"), found.cell("ceasefire", "ko")

    assert otsu is not None
    assert ko is not None
    assert (otsu.state, otsu.mentioned if moved.untraced() == {} else 1) == (State.SILENT, 1)
    assert ko.state is State.SHIFTED


def test_a_point_has_all_its_parties(moved: Ledger) -> None:
    """The parties of one point by name, a page of those with most positions."""
    page, count = point(moved, "ceasefire", limit=5, after=None)

    assert [cell.party.id for cell in page.rows] == ["otsu", "ko"]
    assert (count, page.next) == (2, None)


def test_a_course_comes_in_pages_with_its_shifts(moved: Ledger) -> None:
    """The latest stands first; a shift is told on the page of its later words."""
    page = course_page(moved, "ceasefire", "ko", limit=1)

    assert page is not None
    assert [stand.stance for stand in page.course.stands] == [Stance.OPEN]
    assert [shift.before.stance for shift in page.shifts] == [Stance.REJECTS]
    assert (page.course.state, page.count) == (State.SHIFTED, 2)
    earlier = course_page(moved, "ceasefire", "ko", limit=1, after=page.next)
    assert earlier is not None
    assert [stand.stance for stand in earlier.course.stands] == [Stance.REJECTS]
    assert (earlier.shifts, earlier.next) == ((), None)
    assert course_page(moved, "territory", "ko") is None


def test_a_distance_is_told_in_steps(moved: Ledger) -> None:
    """From one silent to opposed to half-way; the last step is what `distances` says."""
    found = distance_course(moved, "ceasefire", "ko", "otsu")

    assert [(step.first, step.last, step.gap.value) for step in found.steps] == [
        ("2025-11-01", "2025-11-19", None),
        ("2025-11-20", "2025-12-04", 1.0),
        ("2025-12-05", "2025-12-05", 0.5),
    ]
    (now,) = (d for d in distances(moved, "ko", "otsu") if d.issue.id == "ceasefire")
    assert now.now.value == found.steps[-1].gap.value
    later = distance_course(moved, "ceasefire", "ko", "otsu", Filter(until="2026-12"))
    assert later.steps[-1].gap.value is None
    assert distance_course(moved, "territory", "ko", "otsu").steps[0].gap.value is None


def test_many_positions_are_looked_at_on_some_days(
    moved: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told of the days looked at is the same."""
    monkeypatch.setattr("soten.query.distancecourse.FEW", 1)
    found = distance_course(moved, "ceasefire", "ko", "otsu")

    assert found.looked_on == 16
    assert [step.gap.value for step in found.steps] == [None, 1.0, 0.5]
    (now,) = distance_course(moved, "ceasefire", "ko", "otsu", days=1).steps
    assert (now.first, now.last, now.gap.value) == ("2025-12-05", "2025-12-05", 0.5)


def test_what_was_counted_before_is_not_counted_again(moved: Ledger) -> None:
    """The same board, from the counts of the whole ledger."""
    cells = tuple(kept_cells(moved))

    for filter in (
        Filter(),
        Filter(party="otsu"),
        Filter(issue="territory"),
        Filter(until="2025-11"),
    ):
        assert board(moved, filter, Asked(cells=cells)) == board(moved, filter)


def test_an_empty_ledger_has_an_empty_board(ledger: Ledger) -> None:
    """No points, no parties, nowhere to go on."""
    found = board(ledger)

    assert (found.issues, found.parties, found.next) == ((), (), None)
