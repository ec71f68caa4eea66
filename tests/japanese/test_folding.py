"""Spelling variants brought to one key, with the way back to the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.japanese.folding import fold, fold_form, fold_width

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ヴァィゥェォッャュョヮーアイウビブバベボ・＝=゠甲はＡ１　🔸𠮷’\n"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ヴィトコフ", "ビトコフ", id="vi"),
        pytest.param("ヴァルガ", "バルガ", id="va"),
        pytest.param("レヴュー", "レビュー", id="vyu"),
        pytest.param("ジルヴ", "ジルブ", id="v"),
        pytest.param("ウィットマン", "ウイトマン", id="small-i-and-tsu"),
        pytest.param("ゴルダーン", "ゴルダン", id="long-mark"),
        pytest.param("カルロ・ベンチ", "カルロ＝ベンチ", id="middle-dot-and-double-hyphen"),
        pytest.param("カルロ・ベンチ", "カルロ=ベンチ", id="equals-sign"),
        pytest.param("カルロ・ベンチ", "カルロ゠ベンチ", id="katakana-double-hyphen"),
        pytest.param("カルロ・ベンチ", "カルロベンチ", id="no-mark"),
        pytest.param("ＮＡＴＯ", "NATO", id="width"),
        pytest.param("第５軍", "第5軍", id="width-of-digits"),
        pytest.param("オ’ハラ", "オ'ハラ", id="apostrophe"),
    ],
)
def test_variants_of_one_name_fold_to_one_key(one: str, other: str) -> None:
    """Spellings of one name that differ by ヴ, small kana, ー, ッ, marks or width have one key."""
    assert fold_form(one) == fold_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ベンチ", "ペンチ", id="ba-pa"),
        pytest.param("ゴルダン", "ゴルタン", id="da-ta"),
        pytest.param("ウィトコフ", "ビトコフ", id="u-is-no-vu"),
        pytest.param("ベルダ", "べるだ", id="hiragana"),
        pytest.param("米国・英国", "米国英国", id="dot-between-kanji"),
        pytest.param("らーめん", "らめん", id="long-mark-in-hiragana"),
        pytest.param("𠮷田", "吉田", id="other-kanji"),
        pytest.param("NATO", "nato", id="case"),
        pytest.param("ベルダ", "ﾍﾞﾙﾀﾞ", id="half-width-katakana"),
    ],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    """Other sounds, scripts, kanji and letter cases are other names; marks outside katakana stay."""
    assert fold_form(one) != fold_form(other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "停戦を求めた。",
        "米国・英国",
        "らーめん",
        "会談……。",
        "「行く」と述べた",
        "🔸𠮷",
        "・・・",
        "ーー",
    ],
)
def test_texts_without_katakana_stay_as_they_are(text: str) -> None:
    """Nothing is folded away where no katakana stands."""
    assert fold_form(text) == text


def test_places_lead_back_to_the_text() -> None:
    """Each folded character knows the character of the text that it came from, and the end its own."""
    text = "🔸スティーヴン・ヴィットマンは"
    folded = fold(text)

    assert folded.text == "🔸ステイブンビトマンは"
    assert [text[place] for place in folded.places[:-1]] == list("🔸スティヴンヴトマンは")
    assert folded.places[-1] == len(text)


def test_a_letter_that_folds_to_two_gives_both_one_place() -> None:
    """ヴュ folds to ビユ, and both stand where ヴ stood."""
    assert fold("レヴュ").text == "レビユ"
    assert list(fold("レヴュ").places) == [0, 1, 1, 3]


@given(TEXTS)
def test_every_place_maps_back(text: str) -> None:
    """Places never go back, lie in the text, and end at its end; what was not folded is the same."""
    folded = fold(text)

    assert len(folded.places) == len(folded.text) + 1
    assert all(a <= b for a, b in pairwise(folded.places))
    assert all(0 <= place < len(text) for place in folded.places[:-1])
    assert folded.places[-1] == len(text)
    for char, place in zip(folded.text, folded.places, strict=False):
        is_katakana = "ァ" <= text[place] <= "ヺ"
        assert is_katakana or char == fold_width(text[place])


@given(TEXTS)
def test_folding_is_done_once(text: str) -> None:
    """A key folds to itself."""
    key = fold_form(text)

    assert fold_form(key) == key


@given(TEXTS)
def test_width_changes_no_place(text: str) -> None:
    """Folding the width alone keeps every character where it stands."""
    assert len(fold_width(text)) == len(text)
