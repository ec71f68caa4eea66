"""Which meetings under one key are one talk."""

from __future__ import annotations

from collections.abc import Sequence

from soten.resolve.meetings import Meeting
from soten.resolve.talkclusters import unite
from tests.resolve.talkstories import LEADERS, met

MINISTERS = (("melna", "norda"), ("orsok", "tesmia"))
BARE = met(place=None, state=None)


def groups(meetings: Sequence[Meeting]) -> list[set[int]]:
    """Return the numbers of meetings that surely are one."""
    found = [{n} for n in range(len(meetings))]
    for edge in unite(meetings):
        if edge.fit.confidence >= 0.8:
            one = next(g for g in found if edge.one in g)
            other = next(g for g in found if edge.other in g)
            if one is not other:
                found.remove(other)
                one |= other
    return sorted(found, key=min)


def test_what_fits_one_talk_joins_it() -> None:
    """A report that names only the states joins the one talk of that day."""
    assert groups([met(people=LEADERS), BARE]) == [{0, 1}]


def test_what_fits_two_talks_of_a_day_joins_neither() -> None:
    """A report that names only the states joins none of two talks of that day."""
    two = [met(people=LEADERS), met(people=MINISTERS)]

    assert groups([*two, BARE]) == [{0}, {1}, {2}]


def test_nothing_joins_two_talks_that_differ() -> None:
    """A report that is surely of either of two talks does not make them one."""
    two = [met(people=LEADERS), met(people=MINISTERS)]
    surely = met(people=LEADERS[:1])

    assert groups([*two, surely]) in ([{0, 2}, {1}], [{0}, {1, 2}])


def test_three_days_in_a_row_are_not_one_talk() -> None:
    """Talks of neighbouring days may be one, but not so on and on."""
    days = [met(f"2031-05-{day:02}", is_late=True) for day in (3, 4, 5)]

    assert len(groups(days)) == 2


def test_hints_at_one_time_are_one() -> None:
    """Two reports of a talk of next week tell of one, whether or not its day is known."""
    week = met("2031-05-05", last="2031-05-11", place=None, stage="ahead")
    other = met("2031-05-05", last="2031-05-11", stage="ahead")

    assert groups([week, other]) == [{0, 1}]
    assert groups([week, other, met()]) == [{0, 1, 2}]


def test_hints_never_chain_two_talks() -> None:
    """A week with two talks in it joins neither."""
    week = met("2031-05-05", last="2031-05-11", place=None, stage="ahead")

    assert groups([week, met("2031-05-06"), met("2031-05-09")]) == [{0}, {1}, {2}]


def test_doubts_are_left_to_people() -> None:
    """What is too little to join is proposed, unless something sets it apart."""
    leaders, states = met(people=LEADERS, level="leaders"), met(level="states")
    (proposal,) = unite([leaders, states])

    assert proposal.fit.confidence < 0.8
    assert [
        e for e in unite([leaders, states, met(level="officials")]) if e.fit.confidence < 0.8
    ] == []
