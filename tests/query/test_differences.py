from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.query.differences import Difference, Kind, differences, shared_part
from tests.resolve import wirepairs as w


def told(one: str, other: str) -> list[tuple[str, str, str]]:
    """Return differences without their places."""
    return [(d.kind.value, d.before, d.after) for d in differences(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param("死者は12人だ。", "死者は15人だ。", [("other-number", "12", "15")], id="number"),
        pytest.param("会談した。", "会談しました。", [("other-form", "", "まし")], id="ending"),
        pytest.param("町を解放した。", "町を制圧した。", [("other-words", "解放", "制圧")], id="words"),
        pytest.param("応じると述べた。", "応じないと述べた。", [("other-words", "る", "ない")], id="denied"),
        pytest.param("北軍が南軍を撃った。", "北軍を南軍が撃った。", [
            ("other-words", "が南軍を", "を南軍が")], id="who-whom"),
        pytest.param("１２人が退いた。", "12人が退いた。", [], id="width"),
        pytest.param("三日に会った。", "3日に会った。", [("other-form", "三", "3")], id="kanji-digit"),
        pytest.param("19.3%を失った。", "193%を失った。", [("other-number", "19.3", "193")], id="point"),
        pytest.param("会った。", "会った。詳報は後で。", [("added", "", "詳報は後で。")], id="added"),
        pytest.param("5日に都で会った。", "5日に会った。", [("left-out", "都で", "")], id="words-left-out"),
        pytest.param("会った。終わった。", "会った。", [("left-out", "終わった。", "")], id="left-out"),
        pytest.param("", "会った。", [("added", "", "会った。")], id="nothing"),
    ],
)  # fmt: skip
def test_each_kind_of_difference_is_told(
    one: str, other: str, found: list[tuple[str, str, str]]
) -> None:
    """Numbers, words, forms, and what only one text has are told apart."""
    assert told(one, other) == found


def test_a_rewritten_story_differs_in_form_only() -> None:
    """A story in polite endings keeps its numbers and its content words."""
    kinds = {
        kind for kind, before, after in told("\n".join(w.RAID[1:]), "\n".join(w.POLITE_RAID[1:]))
    }

    assert kinds == {"other-form"}


def test_sentences_of_a_translation_stand_side_by_side() -> None:
    """Sentences in quite other words are shown as wholes, each beside its like."""
    found = differences("\n".join(w.RELEASE_ONE), "\n".join(w.RELEASE_TWO))

    assert [(d.before, d.after) for d in found] == list(
        zip(w.RELEASE_ONE, w.RELEASE_TWO, strict=True)
    )


def test_how_much_is_shared_is_of_the_shorter_text() -> None:
    """A clip is wholly in the story it was cut from."""
    whole, clip = "\n".join(w.SUMMIT), "\n".join(w.SUMMIT[:4])

    assert shared_part(whole, clip, differences(whole, clip)) == 1.0
    assert shared_part("", clip, differences("", clip)) == 0.0


@given(st.text("甲乙12。「」\nた", max_size=60), st.text("甲乙12。「」\nた", max_size=60))
def test_differences_hold_the_exact_words(one: str, other: str) -> None:
    """Spans cut what they say from both texts; a text does not differ from itself."""
    for found in differences(one, other):
        assert isinstance(found, Difference)
        assert (found.one.cut(one) if found.one else "") == found.before
        assert (found.other.cut(other) if found.other else "") == found.after
        assert found.before or found.after
    assert differences(one, one) == ()
    assert Kind("added") is Kind.ADDED
