"""What the writer tells and somebody named denies."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "ノルダの工作員が橋を爆破したとされる。ノルダは関与を否定している。",
            "ノルダの工作員が橋を爆破した",
            id="held",
        ),
        pytest.param(
            "ノルダ軍が橋を破壊した。カンデル報道官はこれを否定した。",
            "ノルダ軍が橋を破壊した",
            id="fact",
        ),
    ],
)
def test_the_writer_asserts_what_somebody_denies(read: TextReader, text: str, told: str) -> None:
    """A bare denial contests what the writer has told of who denies."""
    (claim,) = read(text).findings.claims

    assert (claim.what, [s.by for s in claim.asserted]) == (told, ["author"])
    assert len(claim.denied) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("橋が破壊された。ノルダは関与を否定した。", id="names-nobody"),
        pytest.param("ノルダの橋は古い。ノルダは関与を否定した。", id="no-deed"),
        pytest.param(
            "ノルダ軍が橋を破壊した。ノルダは大統領の辞任を否定した。", id="something-else"
        ),
    ],
)
def test_the_writer_asserts_nothing_otherwise(read: TextReader, text: str) -> None:
    """A denial of what the writer did not tell of him stands alone."""
    assert all(claim.asserted == [] for claim in read(text).findings.claims)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "カンデル報道官は、ノルダ軍が橋を破壊したとするテスミア側の主張を否定した。",
            ("ノルダ軍が橋を破壊した", ["tesmia"], ["kandel"]),
            id="denied",
        ),
        pytest.param(
            "カンデル報道官は、ノルダ軍が橋を破壊したというテスミアの主張は嘘だと述べた。",
            ("ノルダ軍が橋を破壊した", ["tesmia"], ["kandel"]),
            id="called-a-lie",
        ),
        pytest.param(
            "カンデル報道官は、テスミア政府による、ノルダ軍が橋を破壊したとする主張を否定した。",
            ("ノルダ軍が橋を破壊した", ["tesmia"], ["kandel"]),
            id="told-before",
        ),
        pytest.param(
            "ノルダ軍が橋を破壊したとの指摘が相次ぐが、カンデル報道官は関与を否定した。",
            ("ノルダ軍が橋を破壊した", ["author"], ["kandel"]),
            id="alleged",
        ),
        pytest.param(
            "ノルダは武装組織を支援していると指摘されているが、否定している。",
            ("武装組織を支援している", ["author"], ["norda"]),
            id="alleged-of-himself",
        ),
    ],
)
def test_a_denial_tells_whose_words_it_denies(
    read: TextReader, text: str, told: tuple[str, list[str], list[str]]
) -> None:
    """Whose words are denied asserts them, though no statement of his is told."""
    found = read(text)

    assert [(c.what, *found.sides(c)) for c in found.findings.claims] == [told]


def test_what_an_outlet_tells_is_denied_as_its_claim(read: TextReader) -> None:
    """A denial of the writer's sentence contests whoever the sentence is from."""
    found = read("アルデ通信によると、ノルダ軍が橋を破壊した。ノルダは関与を否定した。")

    assert [found.sides(c) for c in found.findings.claims] == [(["arde-news"], ["norda"])]
