"""Parties named together, and 双方, 両国, 両首脳."""

from __future__ import annotations

import pytest

from soten.extract.pairs import pair_in
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param("ノルダとテスミアは停戦に合意した。", ["norda", "tesmia"], id="joined"),
        pytest.param("ノルダはテスミアと停戦に合意した。", ["norda", "tesmia"], id="met"),
        pytest.param(
            "ノルダのベルカ大統領とテスミアのトセフ首相は会談した。",
            ["belka", "tosef"],
            id="people",
        ),
        pytest.param("ノルダ、テスミアの代表が会談した。", ["norda", "tesmia"], id="comma"),
        pytest.param("ノルダ及びテスミアは停戦に合意した。", ["norda", "tesmia"], id="and"),
        pytest.param(
            "ノルダでは、政府と武装組織「テスミア」が戦う。", ["norda", "tesmia"], id="government"
        ),
        pytest.param("仲介するノルダとテスミアは発表した。", [], id="mediators"),
        pytest.param("ベルカ大統領とカンデル報道官は会談した。", [], id="one-side"),
        pytest.param("ノルダは停戦に合意した。", [], id="alone"),
        pytest.param("ノルダの橋とテスミアの道は広い。", [], id="things"),
    ],
)
def test_parties_named_together_are_a_pair(read: TextReader, text: str, pair: list[str]) -> None:
    """と, や and 、 join parties; mediators and people of one side are no pair."""
    analysis = read(text).analysis

    assert [speaker.key for speaker in pair_in(analysis.sentences[0], analysis)] == pair


@pytest.mark.parametrize(
    ("first", "head", "speakers"),
    [
        pytest.param("ノルダはテスミアと会談した。", "双方", ["norda", "tesmia"], id="parties"),
        pytest.param(
            "ノルダのベルカ大統領とテスミアのトセフ首相は会談した。",
            "両国",
            ["norda", "tesmia"],
            id="their-states",
        ),
        pytest.param(
            "ベルカ大統領とトセフ首相は会談した。", "両首脳", ["belka", "tosef"], id="leaders"
        ),
        pytest.param("橋が落ちた。", "双方", ["anonymous:双方"], id="nobody-named"),
        pytest.param(
            "ノルダとテスミアは会談した。アルデ通信が伝えた。",
            "両国",
            ["norda", "tesmia"],
            id="outlet",
        ),
    ],
)
def test_words_for_two_mean_the_pair(
    read: TextReader, first: str, head: str, speakers: list[str]
) -> None:
    """双方 and 両国 mean the parties last named together, 両首脳 their leaders."""
    found = read(f"{first}{head}は「橋を直す」と表明した。")

    assert [speaker for speaker, content in found.statements if content == "橋を直す"] == speakers
