"""Protests to envoys as meetings."""

from __future__ import annotations

import pytest

from soten.records import TalkForm, TalkStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "テスミアのトセフ首相は4日、ノルダの大使に対し、水域の侵犯であるとして抗議した。",
            id="protests",
        ),
        pytest.param("トセフ首相は4日、ノルダの駐在大使に厳重に抗議した。", id="to-the-envoy"),
        pytest.param("トセフ首相は4日、ノルダの大使に抗議を申し入れた。", id="lodges-a-protest"),
        pytest.param("トセフ首相は4日、ノルダの大使に遺憾の意を伝えました。", id="regret"),
    ],
)
def test_who_protests_to_an_envoy_met_the_envoy(read: TextReader, text: str) -> None:
    """The official and the state whose envoy heard the protest take part."""
    (talk,) = read(text).findings.talks

    assert (set(talk.participants), talk.form, talk.status, talk.rule) == (
        {"tosef", "tesmia", "norda"},
        TalkForm.MEETING,
        TalkStatus.HELD,
        "talk-protest",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("トセフ首相は4日、ノルダに対し、侵犯であるとして抗議した。", id="to-a-state"),
        pytest.param("トセフ首相は4日、ノルダの大使に抗議しなかった。", id="denied"),
        pytest.param("トセフ首相は4日、ノルダの大使に感謝の意を伝えた。", id="thanks"),
        pytest.param("トセフ首相は4日、大使に抗議した。", id="whose-envoy-is-not-told"),
        pytest.param("テスミアの市民は4日、ノルダの大使館に抗議した。", id="embassy"),
    ],
)
def test_what_is_no_protest_to_an_envoy(read: TextReader, text: str) -> None:
    """A protest to a state, one not made and other messages are none."""
    assert read(text).findings.talks == []
