"""Text made harmless for terminals, spreadsheets and Markdown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.export.neutral import cell, markdown, plain


@given(st.text())
def test_no_control_sign_reaches_a_terminal(text: str) -> None:
    """Whatever a document holds, what is printed has no control sign and stays on one line."""
    shown = plain(text)

    assert all(unicodedata.category(sign) not in ("Cc", "Cs") for sign in shown)
    assert len(shown.splitlines()) <= 1


@pytest.mark.parametrize(
    "text", ["停戦「に」応じる。", "ウクライナ（キーウ）", "１９．３％", "𠮷野家"]
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    """Japanese text is not touched."""
    assert plain(text) == text
    assert cell(text) == text
    assert markdown(text) == text


@pytest.mark.parametrize("start", list("=+-@＝＋－＠\t\r"))
def test_formulas_are_text(start: str) -> None:
    """A cell that a spreadsheet would compute begins with an apostrophe."""
    assert cell(f"{start}1") == f"'{start}1"


def test_hidden_signs_are_shown() -> None:
    """Signs that turn the writing direction are shown by their code."""
    assert plain("a\u202eb\u200bc\ufeff") == "a<U+202E>b<U+200B>c<U+FEFF>"
