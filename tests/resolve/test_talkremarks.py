"""Statements that deny or confirm a talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from soten.resolve.meetings import meeting_of
from soten.resolve.talkremarks import concerns, remarks_of, role_of
from tests.resolve.talkstories import met, statements_of, talks_of
from tests.resolve.wirestories import StoryReader


@pytest.fixture(scope="module")
def stories(pack: Path) -> StoryReader:
    """Return what reads stories with the invented pack."""
    return StoryReader(pack)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param(
            "ノルダのカンデル報道官は8日、「テスミアとの会談の予定はない」と述べた。",
            "denial",
            id="no-plan",
        ),
        pytest.param(
            "ノルダのカンデル報道官は8日、10日に首脳会談が行われるとの報道を否定した。",
            "denial",
            id="denied-report",
        ),
        pytest.param(
            "テスミアのオルソク外相は2日、8日の首脳会談が予定通りジルヴァンで行われることを確認した。",
            "confirmation",
            id="confirmed",
        ),
        pytest.param(
            "ノルダのカンデル報道官は8日、橋の破壊を否定した。", None, id="something-else"
        ),
        pytest.param("ノルダのカンデル報道官は8日、会談は有益だったと述べた。", None, id="judged"),
        pytest.param(
            "ノルダのカンデル報道官は8日、大統領が4日の会談で橋について譲歩しなかったと述べた。",
            None,
            id="what-was-not-done-there",
        ),
    ],
)
def test_what_is_said_of_a_talk(stories: StoryReader, text: str, role: str | None) -> None:
    """A denial is of the talk itself, not of what was said there; so is a confirmation."""
    statements = statements_of(stories.source(text, "2031-05-09"))

    assert [role_of(statement) for statement in statements] == [role]


def test_a_remark_is_about_the_talk_told_before(stories: StoryReader) -> None:
    """Who is not named in a remark, and what day, is taken from the talk told before it."""
    source = stories.source(
        "ノルダとテスミアは12日にジルヴァンで協議すると、アルデ通信が報じた。"
        "ノルダのカンデル報道官は8日、「会談の予定はない」と述べた。",
        "2031-05-09",
    )
    talks = [(talk, meeting_of(source, talk)) for talk in talks_of(source)]
    ((_, remark),) = remarks_of(source, talks)

    assert remark.sides == ("norda", "tesmia")
    assert remark.days == ("2031-05-12", "2031-05-12")
    assert concerns(remark, talks[0][1]) is not None


def test_a_remark_without_parties_is_about_nothing(stories: StoryReader) -> None:
    """Whoever denies a talk without saying with whom is tied to none."""
    source = stories.source(
        "ノルダのカンデル報道官は8日、「会談の予定はない」と述べた。", "2031-05-09"
    )

    assert list(remarks_of(source, [])) == []


def test_a_remark_is_not_about_other_talks(stories: StoryReader) -> None:
    """Other parties, another day or another form are not what is denied."""
    source = stories.source(
        "ノルダのカンデル報道官は8日、「12日にテスミアとの会談の予定はない」と述べた。",
        "2031-05-09",
    )
    ((_, remark),) = remarks_of(source, [])

    assert concerns(remark, met("2031-05-12")) is not None
    assert concerns(remark, met("2031-05-13")) is None
    assert concerns(remark, met("2031-05-12", sides=("haldia", "norda"))) is None
    assert concerns(remark, met("2031-05-12", form="call")) is None
