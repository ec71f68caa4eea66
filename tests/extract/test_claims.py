"""Facts that somebody asserts and others could check or deny."""

from __future__ import annotations

import pytest

from tests.readings import ReadText, TextReader

Sides = tuple[list[str], list[str]]


def claims_in(found: ReadText) -> list[tuple[str, list[str], list[str]]]:
    """Return each claim with who asserts and who denies it."""
    return [(claim.what, *found.sides(claim)) for claim in found.findings.claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "テスミア国防省は、ノルダ軍が橋を破壊したと発表した。",
            ("ノルダ軍が橋を破壊した", ["tesmia-mod"], []),
            id="deed",
        ),
        pytest.param(
            "トセフ首相は「1200人が家を失った」と語った。",
            ("1200人が家を失った", ["tosef"], []),
            id="number",
        ),
        pytest.param(
            "ベルカ大統領はファルケンの陥落を否定した。",
            ("ファルケンの陥落", [], ["belka"]),
            id="denial-alone",
        ),
        pytest.param(
            "トセフ首相はファルケンの陥落を認めなかった。",
            ("ファルケンの陥落", [], ["tosef"]),
            id="not-admitted",
        ),
    ],
)
def test_what_could_be_checked_is_a_claim(
    read: TextReader, text: str, claim: tuple[str, list[str], list[str]]
) -> None:
    """A deed or number that somebody holds true, and whatever is denied, is a claim."""
    assert claims_in(read(text)) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領は「停戦は近い」と述べた。", id="hope"),
        pytest.param("ベルカ大統領は停戦を求めた。", id="demand"),
        pytest.param("ノルダ軍が橋を破壊した。", id="writer's-own-words"),
        pytest.param("ベルカ大統領は協議を歓迎した。", id="praise"),
        pytest.param("ベルカ大統領はコメントを控えた。", id="no-comment"),
    ],
)
def test_what_is_no_claim(read: TextReader, text: str) -> None:
    """Hopes, demands, praise and what the writer tells on his own are no claims."""
    assert claims_in(read(text)) == []


def test_a_claim_is_split_by_place(read: TextReader) -> None:
    """Places with a number each are claims of their own."""
    found = read("ノルダ国防省は、ファルケンの70%、ロドナの80%以上を制圧したと発表した。")

    assert claims_in(found) == [
        ("ファルケンの70%", ["norda-mod"], []),
        ("ロドナの80%以上を制圧した", ["norda-mod"], []),
    ]


def test_one_place_is_not_split(read: TextReader) -> None:
    """Two numbers about one place, or a place without number, make one claim."""
    found = read("ノルダ国防省は、ファルケンの70%とその周辺を制圧したと発表した。")

    assert len(claims_in(found)) == 1


@pytest.mark.parametrize(
    "denial",
    [
        pytest.param("カンデル報道官はこれを否定した。", id="これ"),
        pytest.param("カンデル報道官は、橋の破壊は事実ではないと述べた。", id="same-words"),
        pytest.param("カンデル報道官はテスミア国防省の発表を否定した。", id="whose-words"),
        pytest.param("カンデル報道官はそのような非難を否定した。", id="such-words"),
    ],
)
def test_a_denial_joins_the_claim_it_contests(read: TextReader, denial: str) -> None:
    """A denial of these words, of their gist or of their owner joins the claim."""
    found = read("テスミア国防省は、ノルダ軍がファルケンの橋を破壊したと発表した。" + denial)

    assert claims_in(found) == [("ノルダ軍がファルケンの橋を破壊した", ["tesmia-mod"], ["kandel"])]


def test_a_denial_of_something_else_stands_alone(read: TextReader) -> None:
    """A denial that shares no words with what was claimed is a claim of its own."""
    found = read(
        "テスミア国防省は、ノルダ軍が橋を破壊したと発表した。"
        "カンデル報道官は大統領の辞任の噂を否定した。"
    )

    assert [(a, d) for _, a, d in claims_in(found)] == [(["tesmia-mod"], []), ([], ["kandel"])]


def test_nobody_denies_his_own_claim(read: TextReader) -> None:
    """Who asserts something and then denies another thing contests others, not himself."""
    found = read(
        "カンデル報道官は、ノルダ軍が橋を破壊したと発表した。"
        "カンデル報道官は、橋の破壊は事実ではないと述べた。"
    )

    assert all(set(a).isdisjoint(d) for _, a, d in claims_in(found))


def test_the_same_words_of_two_are_one_claim(read: TextReader) -> None:
    """Two who hold the same true assert one claim together."""
    found = read(
        "テスミア国防省は、ノルダ軍がファルケンの橋を破壊したと発表した。"
        "トセフ首相は、ノルダ軍がファルケンの橋を破壊したと述べた。"
    )

    assert [(a, d) for _, a, d in claims_in(found)] == [(["tesmia-mod", "tosef"], [])]


def test_other_numbers_are_other_claims(read: TextReader) -> None:
    """Claims that differ only in their number are two."""
    found = read(
        "ノルダ国防省は、ファルケンの橋を12本破壊したと発表した。"
        "テスミア国防省は、ファルケンの橋が3本破壊されたと発表した。"
    )

    assert len(claims_in(found)) == 2


def test_the_evidence_of_a_denial_is_the_denial(read: TextReader) -> None:
    """Who denies is shown by the denial, who asserts by what is asserted."""
    found = read("テスミア国防省は橋の破壊を発表した。カンデル報道官はこれを否定した。")
    (claim,) = found.findings.claims

    assert [found.cut(side.span) for side in claim.asserted] == ["橋の破壊"]
    assert [found.cut(side.span) for side in claim.denied] == ["カンデル報道官はこれを否定した"]


def test_joint_speakers_share_a_claim(read: TextReader) -> None:
    """「A国とB国は…と発表した」 is one claim of both."""
    found = read("テスミアとハルディアは、橋が破壊されたと発表した。")

    assert [len(claim.asserted) for claim in found.findings.claims] == [2]
