"""Whether two meetings can be one, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soten.resolve.meetings import Meeting
from soten.resolve.sametalk import differ, fit_hint, fit_next_day, fit_on_day, is_elsewhere
from tests.resolve.talkstories import DAY, LEADERS, met

MINISTERS = (("melna", "norda"), ("orsok", "tesmia"))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(met(form="call"), id="call"),
        pytest.param(met(people=MINISTERS), id="other-people"),
        pytest.param(met(people=(*LEADERS[:1], MINISTERS[1])), id="another-partner"),
        pytest.param(met(sides=("haldia", "norda")), id="another-party"),
        pytest.param(met(place="farken", state="tesmia"), id="elsewhere"),
        pytest.param(met(place="ogdel"), id="another-town"),
        pytest.param(met(level="officials"), id="another-level"),
        pytest.param(met(round=3), id="another-round"),
        pytest.param(
            met(sides=("haldia", "norda", "tesmia"), form="trilateral"), id="one-party-more"
        ),
    ],
)
def test_what_sets_talks_apart(other: Meeting) -> None:
    """Another form, party, place, level or round, or other people, make another talk."""
    talk = met(people=LEADERS, level="leaders", round=2)

    assert differ(talk, other)
    assert differ(other, talk)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(met(people=LEADERS[:1]), id="one-named"),
        pytest.param(met(place=None, state=None), id="no-place"),
        pytest.param(met(place=None), id="only-the-state"),
        pytest.param(met(place="villa", state=None), id="another-spelling"),
        pytest.param(met(form="summit"), id="summit"),
        pytest.param(met(sides=("haldia", "norda", "tesmia")), id="with-the-host"),
    ],
)
def test_what_leaves_talks_one(other: Meeting) -> None:
    """What a report leaves out, or tells in other words, makes no other talk."""
    assert not differ(met(people=LEADERS), other)
    assert not differ(other, met(people=LEADERS))


def test_a_plan_may_come_about_elsewhere() -> None:
    """The same people's plan for the same day is the talk that they held in another place."""
    plan = met(people=LEADERS, place="farken", state="tesmia", stage="ahead")
    held = met(people=LEADERS)

    assert not differ(plan, held)
    assert differ(met(people=LEADERS, place="farken", state="tesmia"), held)
    assert (fit := fit_on_day(plan, held)) is not None
    assert fit.why == "talk-elsewhere"


def test_a_building_may_stand_in_any_town_of_its_state() -> None:
    """A place whose town is not known is not elsewhere than a town of the same state."""
    building = Meeting((), (), None, "meeting", "told", "palace", (), "haldia", is_town=False)

    assert not is_elsewhere(building, met())
    assert is_elsewhere(building, met(place="farken", state="tesmia"))


def test_the_more_is_shared_the_surer_it_is() -> None:
    """People of both sides and the place count more than the day and the states alone."""
    bare = met(place=None, state=None)
    fits = [
        fit_on_day(met(people=LEADERS), met(people=LEADERS)),
        fit_on_day(met(), met()),
        fit_on_day(met(people=LEADERS[:1]), met(people=LEADERS[:1], place=None)),
        fit_on_day(bare, bare),
    ]
    sure = [fit.confidence for fit in fits if fit is not None]

    assert len(sure) == 4
    assert sure == sorted(sure, reverse=True)


def test_states_alone_hardly_tell_of_leaders() -> None:
    """Where only states are told beside leaders, a person is asked."""
    fit = fit_on_day(met(people=LEADERS, level="leaders"), met(level="states"))

    assert fit is not None
    assert fit.confidence < 0.8


def test_a_moved_talk_meets_both_days() -> None:
    """A talk put off from one day to another is that of the one and of the other."""
    moved = met("2031-05-08", moved=("2031-05-10",), stage="off", place=None)

    assert (fit := fit_on_day(moved, met("2031-05-10"))) is not None
    assert fit.why == "talk-moved"
    assert fit_on_day(moved, met("2031-05-08")) is not None
    assert fit_on_day(moved, met("2031-05-09")) is None


NIGHT = met("2031-05-03", is_late=True)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        pytest.param(NIGHT, met("2031-05-04"), True, id="night"),
        pytest.param(met("2031-05-03"), met("2031-05-04"), False, id="two-days-running"),
        pytest.param(NIGHT, met("2031-05-05"), False, id="two-days-apart"),
        pytest.param(NIGHT, met("2031-05-04", place=None), False, id="no-place"),
        pytest.param(NIGHT, met("2031-05-04", stage="ahead"), False, id="planned"),
    ],
)
def test_neighbouring_days(one: Meeting, other: Meeting, is_one: bool) -> None:
    """What took place at one place at night may be told of the next day by another clock."""
    assert (fit_next_day(one, other) is not None) is is_one


def test_talks_that_one_story_tells_apart_are_two() -> None:
    """Where a report itself tells of a talk on either day, they are two."""
    one = Meeting(("norda", "tesmia"), (), ("2031-05-03",) * 2, "meeting", "told", "zirvan",
                  beside=("2031-05-04",), is_late=True)  # fmt: skip

    assert fit_next_day(one, met("2031-05-04")) is None


@pytest.mark.parametrize(
    ("hint", "is_one"),
    [
        pytest.param(met("2031-05-05", last="2031-05-11", place=None), True, id="week"),
        pytest.param(met("2031-05-01", last="2031-05-31"), True, id="month-and-place"),
        pytest.param(met("2031-05-01", last="2031-05-31", place=None), False, id="month"),
        pytest.param(met("2031-05-12", last="2031-05-18"), False, id="another-week"),
        pytest.param(met(None, said="2031-05-05", stage="ahead"), True, id="soon-and-place"),
        pytest.param(met(None, said="2031-05-05", stage="ahead", place=None), False, id="soon"),
        pytest.param(met(None, said="2031-05-05"), False, id="held-before"),
    ],
)
def test_hints_need_a_mark(hint: Meeting, is_one: bool) -> None:
    """A week is enough of a hint; a month, or no time at all, needs the place, people or round."""
    assert (fit_hint(hint, met()) is not None) is is_one


@pytest.mark.parametrize(
    ("form", "sides", "is_one"),
    [
        pytest.param("meeting", ("norda", "tesmia"), False, id="two"),
        pytest.param("meeting", ("haldia", "norda", "tesmia"), True, id="three-named"),
        pytest.param("trilateral", ("haldia", "norda", "tesmia"), True, id="three-told"),
        pytest.param("session", ("norda", "tesmia"), True, id="session"),
    ],
)
def test_a_talk_of_three_of_which_two_are_named(
    form: str, sides: tuple[str, ...], is_one: bool
) -> None:
    """A talk told as of three that names two is none of two, though these be the same."""
    three = met(form="trilateral")

    assert differ(three, met(form=form, sides=sides)) is not is_one


def test_sessions_are_one_by_the_body_that_meets() -> None:
    """Two reports of a council's session may name other members; talks of two states may not."""
    council = met(form="session", sides=("council", "norda"), bodies=("council",), place=None)
    again = met(form="session", sides=("council", "tesmia"), bodies=("council",), place=None)
    two = [met(form="session", sides=("haldia", who)) for who in ("norda", "tesmia")]

    assert not differ(council, again)
    assert differ(*two)


def test_a_move_of_the_states_talk_is_hardly_the_leaders() -> None:
    """News that a talk of delegations is put off to a day does not tell of the summit of that day."""
    moved = met("2031-05-03", moved=(DAY,), stage="off", level="states", place=None)
    summit = met(people=LEADERS, level="leaders")
    fit = fit_on_day(moved, summit)

    assert fit is not None
    assert fit.confidence < 0.8


def test_a_talk_without_a_day_is_not_one_elsewhere() -> None:
    """A report that tells no day but another town tells of another talk."""
    undated = met(None, people=LEADERS, stage="ahead", said="2031-05-01")
    plan = met(people=LEADERS, stage="ahead")

    assert fit_hint(undated, plan) is not None
    assert fit_hint(undated, replace(plan, place="farken", state="tesmia")) is None


def test_a_spelling_no_pack_lists_is_the_holder_of_the_office() -> None:
    """Of two reports, one may spell the minister's name so that no pack lists it."""
    listed = Meeting(("norda", "tesmia"), MINISTERS, (DAY, DAY), "meeting", "told",
                     offices=("melna:外相", "orsok:国防相"))  # fmt: skip
    spelled = Meeting(("norda", "tesmia"), (MINISTERS[0], ("x", "tesmia")), (DAY, DAY), "meeting",
                      "told", strangers=("x",), offices=("melna:外相", "x:国防相"))  # fmt: skip

    assert not differ(listed, spelled)
    assert differ(listed, replace(spelled, offices=("melna:外相", "x:外相")))


def test_two_news_of_a_new_day_are_not_of_one_talk() -> None:
    """Talks put off from one day to two other days are two, or one news of them is wrong."""
    moves = [met(moved=(day,), stage="off") for day in ("2031-05-10", "2031-05-17")]

    assert differ(*moves)
