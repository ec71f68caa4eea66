"""What of a talk's record is compared with others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from soten.resolve.attendees import level_of
from soten.resolve.meetings import Meeting, hinted_days, meeting_of, seat_of
from tests.resolve.talkstories import talks_of
from tests.resolve.wirestories import StoryReader

LEADERS = "ノルダのベルカ大統領は8日、ジルヴァンでテスミアのトセフ首相と会談した。"


@pytest.fixture(scope="module")
def stories(pack: Path) -> StoryReader:
    """Return what reads stories with the invented pack."""
    return StoryReader(pack)


def meeting(stories: StoryReader, text: str, day: str = "2031-05-09") -> Meeting:
    """Return the first talk of a text as it is compared."""
    source = stories.source(text, day)
    return meeting_of(source, talks_of(source)[0])


def test_people_count_as_their_states(stories: StoryReader) -> None:
    """Sides are the states; people are named with the side they stand for."""
    found = meeting(stories, LEADERS)

    assert found.sides == ("norda", "tesmia")
    assert found.people == (("belka", "norda"), ("tosef", "tesmia"))
    assert (found.place, found.state, found.level) == ("zirvan", "haldia", "leaders")


def test_spokespeople_do_not_meet(stories: StoryReader) -> None:
    """Who speaks for a side and is named beside a talk is none of those it is compared by."""
    text = "ノルダのカンデール報道官とテスミアのトセフ首相は8日、ジルヴァンで会談した。"
    found = meeting(stories, text)

    assert found.sides == ("norda", "tesmia")
    assert found.people == (("tosef", "tesmia"),)


def test_features_come_back_as_they_were(stories: StoryReader) -> None:
    """What is put into an item's features is what comes out."""
    found = meeting(stories, LEADERS)
    more = replace(found, moved=(("2031-05-10",) * 2,), round=2, beside=("2031-05-07",), only="x")

    assert Meeting.of(found.features()) == found
    assert Meeting.of(more.features()) == more


def test_equal_reports_have_equal_features(stories: StoryReader) -> None:
    """Documents that tell the same of a talk on a day are told apart by nothing."""
    later = meeting(stories, LEADERS.replace("会談した", "会談を行った"), "2031-05-10")

    assert meeting(stories, LEADERS) == later


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param("ノルダとテスミアは8日、首脳会談を行った。", "leaders", id="summit"),
        pytest.param("ノルダとテスミアは8日、実務者協議を行った。", "officials", id="officials"),
        pytest.param(
            "ノルダとテスミアの代表団は8日、協議を行った。", "officials", id="delegations"
        ),
        pytest.param("ノルダとテスミアは8日、外相会談を行った。", "ministers", id="ministers"),
        pytest.param("ノルダとテスミアは8日、協議を行った。", "states", id="states"),
        pytest.param("ノルダとテスミアは8日、会談した。", None, id="open"),
    ],
)
def test_words_tell_the_level(stories: StoryReader, text: str, level: str | None) -> None:
    """首脳, 外相 and 実務者 say of which level a talk is; 会談 leaves it open."""
    source = stories.source(text, "2031-05-09")

    assert level_of(source, talks_of(source)[0]) == level


def test_a_state_is_no_place(stories: StoryReader) -> None:
    """Where only the state is told, the place is not known."""
    source = stories.source(LEADERS, "2031-05-09")
    (talk,) = talks_of(source)

    assert seat_of(source, replace(talk, place="haldia")).place is None
    assert seat_of(source, replace(talk, place="haldia")).state == "haldia"


def test_a_date_says_which_days(stories: StoryReader) -> None:
    """A month hints at its days, a year and an open end at nothing."""
    assert hinted_days("2031-05") == ("2031-05-01", "2031-05-31")
    assert hinted_days("2031-21") == ("2031-03-01", "2031-05-31")
    assert hinted_days("2031") is None
    assert hinted_days("2031-05-08/..") is None


def test_people_of_other_sentences_are_not_compared(stories: StoryReader) -> None:
    """Whom only another sentence names may have met another time; 両首脳 stands for those told."""
    before = "ノルダのベルカ大統領とテスミアのトセフ首相は4日、電話で会談した。"
    source = stories.source(
        before + "次回の協議は来月8日にジルヴァンで開かれる予定だ。", "2031-05-09"
    )
    (later,) = [talk for talk in talks_of(source) if talk.form.value != "call"]
    both = stories.source(before + "両首脳は来月8日にジルヴァンで会談する予定だ。", "2031-05-09")
    (leaders,) = [talk for talk in talks_of(both) if talk.form.value != "call"]

    assert meeting_of(source, later).people == ()
    assert meeting_of(source, later).sides == ("norda", "tesmia")
    assert meeting_of(both, leaders).persons == {"belka", "tosef"}
