"""Which party a speaker stands for."""

from __future__ import annotations

from copy import copy

import pytest

from soten.extract.parties import inner_party, party_of, party_of_member
from soten.records import Speaker
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "key", "party"),
    [
        pytest.param("ベルカ大統領が帰った。", "belka", "norda", id="person"),
        pytest.param("ノルダが動いた。", "norda", "norda", id="state"),
        pytest.param("ノルダ国防省が動いた。", "norda-mod", "norda", id="ministry"),
        pytest.param("ノルダ軍が動いた。", "norda-forces", "norda-forces", id="force"),
        pytest.param("ガルト連盟が動いた。", "garto-league", "garto-league", id="league"),
        pytest.param("アルデ通信が動いた。", "arde-news", None, id="outlet"),
        pytest.param("ファルケンで動いた。", "farken", None, id="place"),
    ],
)
def test_a_speaker_stands_for_a_side(
    read: TextReader, text: str, key: str, party: str | None
) -> None:
    """People and ministries stand for their state, forces and leagues for themselves, others for none."""
    assert party_of(Speaker(entity=key), read(text).analysis) == party


def test_nobody_stands_for_nothing(read: TextReader) -> None:
    """The unnamed, the writer and nobody are no parties."""
    analysis = read("ノルダが動いた。").analysis

    assert party_of(None, analysis) is None
    assert party_of(Speaker(anonymous="高官"), analysis) is None
    assert party_of(Speaker(author=True), analysis) is None
    assert party_of(Speaker(entity="unknown"), analysis) is None


@pytest.mark.parametrize(
    ("described", "party"),
    [
        pytest.param("ノルダ外務省の報道官", "norda", id="spokesman"),
        pytest.param("テスミア政府高官2人", "tesmia", id="officials"),
        pytest.param("ガルト連盟外相ら", "garto-league", id="ministers"),
        pytest.param("ノルダの元高官", None, id="former"),
        pytest.param("ノルダの専門家", None, id="expert"),
        pytest.param("ノルダのメディア", None, id="media"),
        pytest.param("報道官", None, id="of-nobody"),
    ],
)
def test_an_official_without_a_name_stands_for_his_side(
    read: TextReader, described: str, party: str | None
) -> None:
    """Officials described by their state speak for it; former ones and others speak for nobody."""
    analysis = read("ノルダとテスミアとガルト連盟が動いた。").analysis

    assert party_of(Speaker(anonymous=described), analysis) == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param(
            "カンデル報道官は「テスミアは会う用意がある」と述べた。", "tesmia", id="another's-will"
        ),
        pytest.param("カンデル報道官は「会う用意がある」と述べた。", None, id="own-will"),
        pytest.param(
            "カンデル報道官は「テスミアが応じれば会う用意がある」と述べた。", None, id="condition"
        ),
        pytest.param("カンデル報道官は「テスミアと我々は会う用意がある」と述べた。", None, id="we"),
        pytest.param(
            "カンデル報道官は「ノルダとテスミアは会う用意がある」と述べた。", None, id="both"
        ),
        pytest.param(
            "カンデル報道官はテスミアが送った使節との会談後、「会う用意がある」と述べた。",
            None,
            id="led-in",
        ),
    ],
)
def test_the_will_of_another_party_is_its_own(
    read: TextReader, text: str, party: str | None
) -> None:
    """Readiness told of another party belongs to that party, unless it is a condition."""
    found = read(text)
    (statement,) = found.findings.statements

    assert inner_party(found.analysis, statement) == party


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("ハマスは停戦を求めた。", "hamas", id="armed-group"),
        pytest.param("公明党は停戦を求めた。", "komeito", id="political-party"),
    ],
)
def test_parties_and_armed_groups_stand_for_themselves(
    read: TextReader, text: str, key: str
) -> None:
    """A political party or an armed group of a state is a party of its own."""
    assert party_of(Speaker(entity=key), read(text).analysis) == key


def test_an_information_office_tells_only_what_others_say(read: TextReader) -> None:
    """An office that informs takes no stance of its own; the body it belongs to does."""
    analysis = read("ガルト連盟が動いた。").analysis
    league = analysis.cast.members["garto-league"]
    office = copy(league)
    office.name = "ガルト連盟広報センター"

    assert party_of_member(league, analysis) == "garto-league"
    assert party_of_member(office, analysis) is None
