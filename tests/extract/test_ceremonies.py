"""Sessions and signings without a word for a talk."""

from __future__ import annotations

import pytest

from soten.records import TalkForm, TalkStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        pytest.param(
            "国連安保理は4日、停戦を求める決議を採択した。ノルダは決議に反対した。",
            {"un-security-council", "norda"},
            id="adoption",
        ),
        pytest.param(
            "国連安保理は4日、新しい議長を選出した。", {"un-security-council"}, id="election"
        ),
        pytest.param(
            "ノルダとテスミアは4日、ジルヴァンで停戦の合意に署名した。",
            {"norda", "tesmia"},
            id="signing",
        ),
        pytest.param(
            "ベルカ大統領とトセフ首相は4日、ジルヴァンで停戦の協定への署名を行った。",
            {"belka", "norda", "tosef", "tesmia"},
            id="signing-as-a-noun",
        ),
        pytest.param(
            "ノルダとテスミアは4日、ハルディアのジルヴァンで停戦に合意した。",
            {"norda", "tesmia"},
            id="agreed-at-a-place",
        ),
        pytest.param(
            "ガルト連盟が4日、ハルディアのジルヴァンで開催された。",
            {"garto-league", "haldia"},
            id="body-in-session",
        ),
    ],
)
def test_a_council_that_adopts_and_parties_that_sign_have_met(
    read: TextReader, text: str, participants: set[str]
) -> None:
    """Both are sessions, with those who argued or signed."""
    (talk,) = read(text).findings.talks

    assert (set(talk.participants), talk.form, talk.date) == (
        participants,
        TalkForm.SESSION,
        "2031-05-04",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダとテスミアは4日、停戦の合意に署名した。", id="no-place"),
        pytest.param("ノルダ議会は4日、予算案を可決した。", id="parliament"),
        pytest.param("国連安保理の決議は4日に採択された。", id="resolution-only"),
    ],
)
def test_what_needs_no_meeting(read: TextReader, text: str) -> None:
    """A signing at no place, a parliament's vote and a resolution alone tell of no talk."""
    assert read(text).findings.talks == []


def test_a_talk_agreed_on_is_no_signing(read: TextReader) -> None:
    """Parties who agree to hold a talk have not held it on that day."""
    (talk,) = read("ノルダとテスミアは4日、停戦協議を行うことで合意した。").findings.talks

    assert (talk.status, talk.date) == (TalkStatus.PLANNED, None)
