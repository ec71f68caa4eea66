"""Who could not confirm a claim."""

from __future__ import annotations

import pytest

from tests.readings import ReadText, TextReader

BRIDGE = "テスミア国防省は、ノルダ軍がファルケンの橋を破壊したと発表した。"
SHELLING = "オルソク外相は、ノルダ軍がロドナを砲撃したと述べた。"


def unconfirmed_in(found: ReadText) -> list[list[str]]:
    """Return who could not confirm each claim."""
    return [[side.by for side in claim.unconfirmed] for claim in found.findings.claims]


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        pytest.param("本紙は独自に確認できていない。", "author", id="own-paper"),
        pytest.param("真偽は不明だ。", "author", id="nobody-named"),
        pytest.param("アルデ通信はこの情報を独自に確認できていない。", "arde-news", id="outlet"),
        pytest.param("ガルト連盟は「裏付けが取れていない」と述べた。", "garto-league", id="quoted"),
        pytest.param("この情報は未確認だ。", "author", id="in-one-word"),
        pytest.param("独自の検証はできておらず、被害の規模は分からない。", "author", id="verified"),
    ],
)
def test_who_could_not_confirm_neither_asserts_nor_denies(
    read: TextReader, answer: str, by: str
) -> None:
    """「独自に確認できていない」 is a voice of its own on what was claimed before it."""
    found = read(BRIDGE + answer)

    assert unconfirmed_in(found) == [[by]]
    assert found.findings.claims[0].denied == []


def test_the_same_sentence_may_tell_the_claim(read: TextReader) -> None:
    """In 「…と発表したが、確認できていない」 the evidence begins after the claim."""
    found = read(BRIDGE.replace("発表した。", "発表したが、本紙は独自に確認できていない。"))

    (claim,) = found.findings.claims
    assert [found.cut(side.span) for side in claim.unconfirmed] == ["本紙は独自に確認できていない"]


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        pytest.param("これらの情報は確認できていない。", [["author"], ["author"]], id="all"),
        pytest.param("橋の破壊は確認できていない。", [["author"], []], id="one-by-its-words"),
        pytest.param("真偽は不明だ。", [[], ["author"]], id="the-last"),
    ],
)
def test_words_tell_which_claims_are_meant(
    read: TextReader, answer: str, by: list[list[str]]
) -> None:
    """All claims before are meant, or those that share words, or the last."""
    assert unconfirmed_in(read(BRIDGE + SHELLING + answer)) == by


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("アルデ通信は映像の撮影場所を確認した。", id="confirmed"),
        pytest.param("カンデル報道官は合意の内容を確認した。", id="another-thing"),
        pytest.param("カンデル報道官はこれを否定した。", id="denied"),
    ],
)
def test_what_is_confirmed_or_denied_is_not_unconfirmed(read: TextReader, answer: str) -> None:
    """To confirm and to deny are other things."""
    assert not any(unconfirmed_in(read(BRIDGE + answer)))


def test_without_a_claim_nothing_is_unconfirmed(read: TextReader) -> None:
    """A sentence that says that something could not be confirmed opens no claim."""
    found = read("トセフ首相は4日、ベルカ大統領と会談した。会談の内容は確認できていない。")

    assert found.findings.claims == []
