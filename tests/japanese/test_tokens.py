"""Morphemes with their places in the text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.japanese.tokens import Token, dictionary_version, tokenize

KINDS = frozenset(
    "N VN NUM NAME PERSON PLACE UNK PRON V ADJ NA P AUX PRE SUF SYM ADV ADN CONJ INTJ".split()
)
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("首相が会談した。停戦、ベンチー・ヴィＡ１㍿㌔ﾍﾞ…‼🔸𠮷 　\n\t\r"),
        st.characters(codec="utf-8"),
    ),
    max_size=80,
)


def kinds(text: str) -> list[str]:
    """Return the morphemes of a text, each with its class."""
    return [f"{token.surface}/{token.pos}" for token in tokenize(text)]


def fits(tokens: list[Token], text: str) -> bool:
    """Say whether the tokens stand in the text where they say, in order, and leave only space out."""
    edges = [0, *(place for t in tokens for place in (t.start, t.end)), len(text)]
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return (
        all(text[t.start : t.end] == t.surface != "" for t in tokens)
        and edges == sorted(edges)
        and all(is_space(char) for gap in gaps for char in gap)
    )


def is_space(char: str) -> bool:
    """Say whether a character is white space, or an accent that is spelled with one (´)."""
    return char.isspace() or unicodedata.normalize("NFKC", char).startswith(" ")


@pytest.mark.parametrize(
    "text", ["合意は遠いのか…。", "停戦だ‼", "５㌔進んだ。", "甲国　乙国\n丙国"]
)
def test_every_token_covers_its_words(text: str) -> None:
    """Signs that the tokenizer takes apart (…, ‼) give one token, and none is empty."""
    tokens = tokenize(text)

    assert all(text[token.start : token.end] == token.surface != "" for token in tokens)
    assert "".join(token.surface for token in tokens) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("停戦する", ["停戦/VN", "する/V"], id="verbal-noun"),
        pytest.param("東京の議会", ["東京/PLACE", "の/P", "議会/N"], id="place"),
        pytest.param("カルロ氏", ["カルロ/PERSON", "氏/SUF"], id="person"),
        pytest.param("プラホチェンコと", ["プラホチェンコ/UNK", "と/P"], id="unknown-katakana"),
        pytest.param("ビールを", ["ビール/N", "を/P"], id="known-katakana"),
        pytest.param("五人に", ["五/NUM", "人/SUF", "に/P"], id="number"),
        pytest.param("とても静かだ", ["とても/ADV", "静か/NA", "だ/AUX"], id="adjectival-noun"),
        pytest.param("同国と両国", ["同国/N", "と/P", "両国/N"], id="same-country"),
    ],
)
def test_kinds_of_words(text: str, expected: list[str]) -> None:
    """A token's class tells verbal nouns, names, numbers and unknown katakana words apart."""
    assert kinds(text) == expected


@pytest.mark.parametrize("text", ["ぷらほ", "PRAHO", "普羅補", "ビル", "パソコン", "テレビ"])
def test_only_unknown_katakana_words_are_unknown(text: str) -> None:
    """No word that is written otherwise, or that the dictionary holds, is an unknown name."""
    assert all(token.pos != "UNK" for token in tokenize(text))


def test_inflected_words_carry_their_dictionary_form_and_class() -> None:
    """A verb's lemma is its dictionary form and its finer class its inflection."""
    went, not_, did, but = tokenize("行かなかったが")

    assert (went.lemma, not_.lemma, did.lemma) == ("行く", "ない", "た")
    assert went.fine.startswith("未然形")
    assert (but.pos, but.fine) == ("P", "接続助詞")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "　\t\r\n"])
def test_space_is_no_token(text: str) -> None:
    """White space of any kind yields nothing."""
    assert tokenize(text) == []


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        pytest.param("🔸🔸停戦", "停戦", 2, id="emoji"),
        pytest.param("𠮷と停戦", "停戦", 2, id="rare-kanji"),
        pytest.param("👨‍👩‍👧停戦", "停戦", 5, id="joined-emoji"),
        pytest.param("５㌔で停戦", "停戦", 3, id="squared-sign"),
        pytest.param("ＡＢＣ　停戦", "停戦", 4, id="full-width"),
        pytest.param("か\u3099停戦", "停戦", 2, id="combining-mark"),
    ],
)
def test_offsets_count_code_points(text: str, word: str, start: int) -> None:
    """Offsets are indices of the text as given, whatever its characters are normalized to."""
    assert (word, start) in [(token.surface, token.start) for token in tokenize(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("首相は会談した。" * 12_500, id="sentences"),
        pytest.param("首相は会談し、" * 14_300, id="commas"),
        pytest.param("停戦" * 50_000, id="no-mark"),
        pytest.param("\n" + "首相は会談した" * 14_300, id="after-a-line-end"),
        pytest.param("🔸" * 100_000, id="four-bytes-each"),
        pytest.param("㍿" * 30_000, id="signs-that-grow"),
        pytest.param("首相は会談した。\n" * 11_000, id="lines"),
    ],
)
def test_texts_longer_than_the_tokenizer_takes(text: str) -> None:
    """A line of any length is read whole, with offsets that fit, past the tokenizer's limits."""
    assert fits(tokenize(text), text)


def test_a_long_line_is_cut_at_a_sentence_end() -> None:
    """Cutting a long line parts no word: every sentence of it gives the same morphemes."""
    sentence = "首相は各国の代表と会談した。"
    words = [token.surface for token in tokenize(sentence)]

    assert [token.surface for token in tokenize(sentence * 3_000)] == words * 3_000


@settings(deadline=None)
@given(TEXTS)
def test_tokens_equal_the_text_at_their_offsets(text: str) -> None:
    """Tokens stand in the text in order and leave out nothing but space."""
    tokens = tokenize(text)

    assert fits(tokens, text)
    assert all(token.pos in KINDS for token in tokens)


def test_versions_are_named() -> None:
    """The version recorded with a run names the tokenizer's and the dictionary's."""
    assert re.fullmatch(r"sudachipy \S+, sudachidict-core \S+", dictionary_version())


def test_marks_that_run_over_a_full_stop_are_parted() -> None:
    """No morpheme holds the end of a sentence inside it, whatever marks stand around it."""
    assert all("。" not in token.surface[:-1] for token in tokenize("外相は」「「「「」。「外相は"))
