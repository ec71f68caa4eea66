"""Claims found again by their words."""

from __future__ import annotations

import time

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "ノルダ国防省は、ファルケンを制圧したと発表した。"
            "ベルカ大統領は、ノルダ軍がファルケンを解放したと述べた。",
            1,
            id="one-town-in-two-words",
        ),
        pytest.param(
            "ノルダ国防省は、ファルケンを制圧したと発表した。"
            "ベルカ大統領は、ノルダ軍がロドナを制圧したと述べた。",
            2,
            id="two-towns",
        ),
        pytest.param(
            "テスミア国防省は、ファルケンを奪還したと発表した。"
            "ノルダ国防省は先月、ファルケンを制圧したと発表していた。",
            2,
            id="each-side-says-it-took-it",
        ),
        pytest.param(
            "テスミア国防省は、ファルケンが制圧されたと発表した。"
            "ノルダ国防省は、ファルケンを制圧したと発表した。",
            1,
            id="one-does-not-say-by-whom",
        ),
    ],
)
def test_claims_of_one_place_are_one(read: TextReader, text: str, claims: int) -> None:
    """To have taken a town is one claim in whatever words, and another for each town."""
    assert len(read(text).findings.claims) == claims


def test_what_is_denied_first_is_asserted_later(read: TextReader) -> None:
    """A lead that tells the denial joins the assertion told after it."""
    found = read(
        "ノルダ国防省は、ノルダ軍がファルケンの橋を破壊したとの報道を否定した。"
        "テスミア国防省は、ノルダ軍がファルケンの橋を破壊したと述べた。"
    )

    assert [found.sides(claim) for claim in found.findings.claims] == [
        (["tesmia-mod"], ["norda-mod"])
    ]


def test_claims_said_over_and_over_take_no_longer(read: TextReader) -> None:
    """Four times the same words take about four times as long."""
    once = "テスミア国防省は、ノルダ軍が橋を破壊したと発表した。カンデル報道官はこれを否定した。"

    def seconds(times: int) -> float:
        begun = time.process_time()
        read(once * times)
        return time.process_time() - begun

    seconds(50)

    assert seconds(800) < 10 * seconds(200)
