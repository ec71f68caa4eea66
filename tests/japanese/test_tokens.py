"""Morphemes with their places in the text."""

from __future__ import annotations

import pytest

from soten.japanese.tokens import tokenize


@pytest.mark.parametrize(
    "text", ["合意は遠いのか…。", "停戦だ‼", "５㌔進んだ。", "甲国　乙国\n丙国"]
)
def test_every_token_covers_its_words(text: str) -> None:
    """Signs that the tokenizer takes apart (…, ‼) give one token, and none is empty."""
    tokens = tokenize(text)

    assert all(text[token.start : token.end] == token.surface != "" for token in tokens)
    assert "".join(token.surface for token in tokens) == "".join(text.split())
