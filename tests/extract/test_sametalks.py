"""Which mentions tell of one talk."""

from __future__ import annotations

import pytest

from soten.records import TalkStatus
from tests.readings import TextReader

_MET = "ノルダのベルカ大統領とテスミアのトセフ首相は4日、ジルヴァンで会談した。"


@pytest.mark.parametrize(
    "later",
    [
        pytest.param("会談は3時間続いた。", id="bare"),
        pytest.param("会談後、トセフ首相は橋を視察した。", id="afterwards"),
        pytest.param("この会談で両首脳は橋について話した。", id="this"),
        pytest.param("会談にはカンデル報道官が同席した。", id="attended"),
        pytest.param("ベルカ氏は4日のトセフ氏との会談で橋に触れた。", id="same-day"),
    ],
)
def test_a_later_mention_joins_the_talk(read: TextReader, later: str) -> None:
    """A mention without parties or with the same ones and no other day is of the talk told before."""
    assert len(read(_MET + later).findings.talks) == 1


@pytest.mark.parametrize(
    "later",
    [
        pytest.param("両氏は10日に再び会談する予定だ。", id="next"),
        pytest.param("トセフ首相は、次回はロドナで会うことを提案した。", id="proposed"),
        pytest.param("ベルカ大統領はオルソク外相とも会談した。", id="one-more"),
        pytest.param("ノルダとハルディアは橋について協議した。", id="others"),
    ],
)
def test_another_talk_stays_apart(read: TextReader, later: str) -> None:
    """Another day, another round, one more partner or other parties make another talk."""
    assert len(read(_MET + later).findings.talks) == 2


def test_the_plan_and_the_meeting_are_one(read: TextReader) -> None:
    """A plan told first and the meeting on its day told later are one talk, and it was held."""
    (talk,) = read(
        "ノルダとテスミアは4日に協議する予定だった。ノルダとテスミアは4日、ジルヴァンで協議した。"
    ).findings.talks

    assert talk.status is TalkStatus.HELD


def test_other_people_of_the_same_sides_meet_apart(read: TextReader) -> None:
    """Two ministers who met and two leaders who had met make two talks."""
    ministers = "ノルダのメルナ外相は4日、テスミアのロゼフ国防相と会談した。"
    leaders = "ノルダのベルカ大統領とテスミアのトセフ首相が協議していた。"
    talks = read(ministers + leaders).findings.talks

    assert len(talks) == 2
