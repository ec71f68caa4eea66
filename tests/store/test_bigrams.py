from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from soten.store.bigrams import (
    PASSAGE_CHARS,
    Phrase,
    cut_passages,
    fold,
    fold_with_offsets,
    pairs_of,
    phrase_of,
)

JAPANESE = st.text(
    alphabet="停戦交渉ロシアﾛｼｱガカ゛1１aA é㈱𠮷。「」\n\u3099\uff9e'\"\\*", max_size=40
)


def holds(text: str, phrase: Phrase) -> bool:
    """Say whether the pairs of a text hold a phrase, as a full-text index would."""
    pairs = pairs_of(text)
    *whole, last = phrase.pairs
    size = len(phrase.pairs)
    return any(
        pairs[at : at + size - 1] == whole
        and (
            pairs[at + size - 1].startswith(last)
            if phrase.is_prefix
            else pairs[at + size - 1] == last
        )
        for at in range(len(pairs) - size + 1)
    )


@given(text=JAPANESE, start=st.integers(0, 39), size=st.integers(1, 8))
def test_every_piece_of_a_folded_text_is_found(text: str, start: int, size: int) -> None:
    """Any piece of a text, of any length and at any place, is found in it."""
    phrase = phrase_of(fold(text)[start : start + size])

    assert phrase is None or holds(text, phrase)


@given(text=JAPANESE, other=st.text(alphabet="停戦交渉ロシア", min_size=1, max_size=4))
def test_nothing_is_found_that_does_not_stand_there(text: str, other: str) -> None:
    """A word is found where its folded characters stand and nowhere else."""
    phrase = phrase_of(other)

    assert phrase is not None
    assert holds(text, phrase) == (other in fold(text))


@given(text=JAPANESE)
def test_folding_with_offsets_is_folding(text: str) -> None:
    """The folded text with offsets equals the folded text, and offsets never go back."""
    folded, offsets = fold_with_offsets(text)

    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


def test_no_pair_holds_a_character_of_a_query_language() -> None:
    """Quotes, stars and backslashes become full-width, so no pair can break out of a query."""
    assert not set("".join(pairs_of("a'b\"c\\d*e&f|g!h(i)"))) & set("'\"\\*&|!()")


def test_decomposed_kana_are_found_composed() -> None:
    """ガ stored as カ and a mark is found by ガ, and カ is not found in ガ."""
    phrase, other = phrase_of("ガザ"), phrase_of("カサ")

    assert phrase is not None
    assert other is not None
    assert holds("ガザ地区".replace("ガ", "カ\u3099"), phrase)
    assert not holds("ガザ地区", other)


def test_passages_follow_each_other_without_a_gap() -> None:
    """Passages cover a long text, end at stories, and are no longer than allowed."""
    text = ("あ" * 99 + "。") * 300
    places = list(cut_passages(text, [150, 17000]))

    assert "".join(text[a:b] for a, b in places) == text
    assert {150, 17000} <= {end for _, end in places}
    assert max(b - a for a, b in places) <= PASSAGE_CHARS
    assert all(text[b - 1] == "。" for _, b in places if b not in (150, 17000))


def test_an_empty_text_has_no_passage() -> None:
    """Nothing is indexed of an empty text."""
    assert list(cut_passages("", [0])) == []
    assert phrase_of(" \u3000\n") is None
