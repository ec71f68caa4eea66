"""Who takes part where the sentence of a talk leaves it to what came before."""

from __future__ import annotations

import pytest

from soten.records import TalkStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "participants", "date"),
    [
        pytest.param(
            "ノルダはテスミアを非難し、テスミアは否定した。両国は4日、ジルヴァンで停戦の協定に署名した。",
            {"norda", "tesmia"},
            "2031-05-04",
            id="both-states-sign",
        ),
        pytest.param(
            "ノルダ軍はテスミア軍の陣地を攻撃した。ノルダはテスミアの反撃も防いだ。"
            "テスミアは損害を認め、ノルダは誇った。停戦交渉は4日に始まった。",
            {"norda", "tesmia"},
            "2031-05-04",
            id="those-who-fight",
        ),
        pytest.param(
            "トセフ首相は4日、「ノルダと捕虜の扱いについて協議をしている」と述べた。",
            {"tosef", "tesmia", "norda"},
            "2031-05-04",
            id="who-speaks",
        ),
    ],
)
def test_parties_left_out_are_those_told_before(
    read: TextReader, text: str, participants: set[str], date: str
) -> None:
    """両国 are the states just named; a quotation's subject is who speaks it."""
    (talk,) = read(text).findings.talks

    assert (set(talk.participants), talk.date) == (participants, date)


def test_leaders_sit_at_a_summit_of_states(read: TextReader) -> None:
    """The president a text names takes part in his state's summit; a minister does not."""
    (talk,) = read(
        "ノルダとテスミアの首脳会談が4日に開かれた。ベルカ大統領は橋を見た。オルソク外相は休んだ。"
    ).findings.talks

    assert set(talk.participants) == {"norda", "tesmia", "belka"}


def test_turns_of_a_series_have_its_parties(read: TextReader) -> None:
    """前回 with its own day is one more talk, between those who meet now."""
    talks = read(
        "ノルダとテスミアは4日、ジルヴァンで協議を行った。"
        "先月10日にロドナで開かれた前回より雰囲気は良かった。双方は次の協議までに案を作る。"
    ).findings.talks

    assert [(set(t.participants), t.date, t.status) for t in talks] == [
        ({"norda", "tesmia"}, "2031-05-04", TalkStatus.HELD),
        ({"norda", "tesmia"}, "2031-04-10", TalkStatus.HELD),
        ({"norda", "tesmia"}, None, TalkStatus.PLANNED),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("前回より参加者は増えた。", id="no-series"),
        pytest.param("ノルダの記者団と会見したトセフ首相は、交渉を急ぐと述べた。", id="press"),
        pytest.param("停戦交渉は難航している。", id="nobody-fights"),
    ],
)
def test_nobody_is_made_up(read: TextReader, text: str) -> None:
    """Where nobody was told before, there is no talk."""
    assert read(text).findings.talks == []
