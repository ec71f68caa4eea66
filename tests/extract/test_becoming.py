"""What talks become."""

from __future__ import annotations

import pytest

from soten.records import TalkStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("told", "status"),
    [
        pytest.param("トセフ首相との会談は10日以降になると述べた。", TalkStatus.PLANNED, id="day"),
        pytest.param("トセフ首相との会談は来月となると述べた。", TalkStatus.PLANNED, id="month"),
        pytest.param("トセフ首相との会談は中止になったと述べた。", TalkStatus.CANCELLED, id="off"),
    ],
)
def test_what_a_talk_becomes(read: TextReader, told: str, status: TalkStatus) -> None:
    """It is set for a time or called off; the one who speaks is the other side."""
    (talk,) = read(f"ベルカ大統領は4日、{told}").findings.talks

    assert (set(talk.participants), talk.status) == ({"belka", "norda", "tosef", "tesmia"}, status)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("トセフ首相との会談は話題になると述べた。", id="something-else"),
        pytest.param("橋の建設は10日以降になると述べた。", id="no-talk"),
    ],
)
def test_what_becomes_no_talk(read: TextReader, told: str) -> None:
    """なる tells of a talk only with a time or an end."""
    assert read(f"ベルカ大統領は4日、{told}").findings.talks == []
