from __future__ import annotations

import pytest

from soten.records import Span
from soten.resolve.skeleton import Name, bones_of, same_text_form, skeleton_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("停戦に応じると述べた。", "停戦に応じる、と述べました。", id="endings"),
        pytest.param("１３７０人が退いた", "1,370人が退いた", id="width-and-separators"),
        pytest.param("六月二十日に会う", "6月20日に会う", id="kanji-numerals"),
        pytest.param("ヴィクトル・ヤンセン氏", "ビクトル＝ヤンセン氏", id="katakana"),
        pytest.param("ＮＡＴＯは 反対", "natoは反対", id="letters-and-spaces"),
    ],
)
def test_what_a_reprint_changes_is_not_in_the_skeleton(one: str, other: str) -> None:
    """Two spellings of the same words have one skeleton."""
    assert skeleton_of(one) == skeleton_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("137機を撃墜", "112機を撃墜", id="numbers"),
        pytest.param("19.3%を支配", "193%を支配", id="decimals"),
        pytest.param("停戦に合意", "停戦を拒否", id="words"),
    ],
)
def test_what_is_told_is_in_the_skeleton(one: str, other: str) -> None:
    """Other numbers or words are another skeleton."""
    assert skeleton_of(one) != skeleton_of(other)


def test_a_known_actor_has_one_name() -> None:
    """Two names of one city give one skeleton where the actor is known to be one."""
    [one] = bones_of("キエフが攻撃された。", [Name(Span(0, 3), "キーウ")])
    [other] = bones_of("キーウが攻撃された。")

    assert one.text == other.text
    assert one.named
    assert not other.named


def test_a_long_name_in_katakana_weighs_what_a_short_one_does() -> None:
    """Words in katakana are one sign each, so that names alone make no two stories alike."""
    assert len(skeleton_of("ゼレンスキー氏")) == len(skeleton_of("ルビオ氏")) == 2


def test_a_sentence_knows_how_much_of_it_is_quoted() -> None:
    """A sentence that is nearly all quotation is told from one that is none."""
    quoted, told = bones_of("「攻撃をやめない限り協議には応じない」と述べた。攻撃は続いた。")

    assert quoted.quoted > 0.6
    assert told.quoted == 0


def test_a_masked_sentence_is_what_a_template_keeps() -> None:
    """Two sentences that differ in numbers only are alike when masked."""
    [one] = bones_of("約1370人を失った。")
    [other] = bones_of("約990人を失った。")

    assert one.text != other.text
    assert one.masked == other.masked


def test_a_sentence_without_content_is_left_out() -> None:
    """Signs and hiragana alone make no skeleton."""
    assert bones_of("……。\nそうです。") == []


def test_the_very_same_words_are_told_from_words_with_other_endings() -> None:
    """Width and signs do not count for the very same text, endings do."""
    assert same_text_form("５日、会う。") == same_text_form("5日 会う")
    assert same_text_form("会った。") != same_text_form("会いました。")
