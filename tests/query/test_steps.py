"""Tellings put together into steps."""

from __future__ import annotations

from soten.query import Cite, Move, When
from soten.query.steps import Step, Telling, course_of
from soten.records import Evidence, Published, Span
from soten.records.edtf import bounds
from soten.store import DateBasis, DocumentFacts, Label


def telling(move: Move, by: str, day: str, report: str, *, is_own: bool = True) -> Telling:
    """Return what a voice says on a day in a report; not its own day: the day of the report."""
    basis = DateBasis.OWN if is_own else DateBasis.DOCUMENT
    published = Published(day)
    facts = DocumentFacts(report, 1, f"{report}.txt", "0", 9, "2031-01-01", published=published)
    cite = Cite(Evidence(report, Span(0, 2), "橋は"), facts, f"{report}.0", f"cl-{report}")
    return Telling(move, Label(by), When(day, *bounds(day), basis), cite)


def moves(steps: tuple[Step, ...]) -> list[tuple[str, str]]:
    """Return day and move of each step."""
    return [(step.when.edtf or "", step.move.value) for step in steps]


def test_one_voice_on_one_day_is_one_step() -> None:
    """Three reports of one assertion make one step with three places."""
    said = [telling(Move.ASSERTED, "north", "2031-05-06", f"d-{n}") for n in (3, 1, 2)]

    (step,) = course_of(said)

    assert [cite.document.id for cite in step.cites] == ["d-1", "d-2", "d-3"]
    assert step.families == 3


def test_who_says_it_again_later_repeats_it() -> None:
    """The first day is asserted, a later one asserted again."""
    first = telling(Move.ASSERTED, "north", "2031-05-06", "d-1")
    again = telling(Move.ASSERTED, "north", "2031-05-20", "d-2")

    assert moves(course_of([again, first])) == [
        ("2031-05-06", "asserted"),
        ("2031-05-20", "repeated"),
    ]


def test_a_report_without_a_day_of_its_own_tells_of_the_day_before() -> None:
    """Next day's paper does not make a second assertion; one of weeks later does."""
    said = telling(Move.ASSERTED, "north", "2031-05-06", "d-1")
    paper = telling(Move.ASSERTED, "north", "2031-05-07", "d-2", is_own=False)
    later = telling(Move.ASSERTED, "north", "2031-06-07", "d-3", is_own=False)

    assert moves(course_of([said, paper, later])) == [
        ("2031-05-06", "asserted"),
        ("2031-06-07", "repeated"),
    ]


def test_who_changes_sides_withdraws_or_concedes() -> None:
    """To deny what one has asserted is to withdraw it; to assert what one denied, to concede it."""
    north = [
        telling(Move.ASSERTED, "north", "2031-05-06", "d-1"),
        telling(Move.DENIED, "north", "2031-05-09", "d-2"),
    ]
    south = [
        telling(Move.DENIED, "south", "2031-05-06", "d-1"),
        telling(Move.ASSERTED, "south", "2031-05-09", "d-2"),
    ]

    assert [move for _, move in moves(course_of(north))] == ["asserted", "withdrawn"]
    assert [move for _, move in moves(course_of(south))] == ["denied", "conceded"]


def test_what_has_no_day_stands_last() -> None:
    """Steps without a day come behind those with one."""
    undated = telling(Move.DENIED, "south", "2031-05-06", "d-1")
    undated = Telling(undated.move, undated.by, When(), undated.cite)
    dated = telling(Move.ASSERTED, "north", "2031-05-08", "d-2")

    assert [step.by.id for step in course_of([undated, dated])] == ["north", "south"]
