"""Reports that report nothing, or nothing of their own."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは橋を中心とした計画を続けている。", id="centred-on"),
        pytest.param("ノルダは橋の再建を目的とする計画を続けている。", id="aimed-at"),
        pytest.param("大幅な譲歩を求める案が配られた。", id="clause-before-a-noun"),
        pytest.param("橋の再建を拒む理由は分からない。", id="reason"),
    ],
)
def test_labels_and_modifiers_say_nothing(read: TextReader, text: str) -> None:
    """What a thing is for, and clauses before a noun without a subject of their own, say nothing."""
    assert read(text).statements == []


def test_a_quotation_before_a_noun_is_reported(read: TextReader) -> None:
    """In 「Aが「…」と述べた案」 A has said what is quoted, though the clause modifies a noun."""
    found = read("ベルカ大統領が「良い」と述べた案が配られた。")

    assert found.statements == [("belka", "良い")]


def test_the_noun_after_the_verb_may_be_the_speaker(read: TextReader) -> None:
    """In 「…を求めるAは」 it is A who demands."""
    found = read("停戦を求めるトセフ首相は帰った。")

    assert [speaker for speaker, _ in found.statements] == ["tosef"]
