from __future__ import annotations

import pytest

from soten.records import UsageError
from soten.store.words import parse_words


@pytest.mark.parametrize(
    ("typed", "every", "never"),
    [
        pytest.param("停戦 交渉", [["停戦"], ["交渉"]], [], id="and"),
        pytest.param("停戦　交渉", [["停戦"], ["交渉"]], [], id="full-width-space"),
        pytest.param("停戦 OR 休戦 交渉", [["停戦", "休戦"], ["交渉"]], [], id="or-binds-two"),
        pytest.param("停戦 -交渉", [["停戦"]], ["交渉"], id="not"),
        pytest.param("停戦 －交渉", [["停戦"]], ["交渉"], id="full-width-minus"),
        pytest.param('"停戦 交渉" -"核 施設"', [["停戦 交渉"]], ["核 施設"], id="phrases"),
        pytest.param("「停戦」", [["「停戦」"]], [], id="japanese-quotes-are-text"),
        pytest.param("F-16 ﾄﾞﾛｰﾝ", [["f－16"], ["ドローン"]], [], id="folded"),
        pytest.param("OR 停戦 OR", [["停戦"]], [], id="or-alone-joins-nothing"),
        pytest.param('"停戦', [["停戦"]], [], id="open-phrase"),
        pytest.param('停戦 "" \'', [["停戦"], ["＇"]], [], id="empty-phrase"),
    ],
)
def test_what_is_typed_is_understood(typed: str, every: list[list[str]], never: list[str]) -> None:
    """Words are joined by AND; OR, phrases and exclusions are told apart."""
    words = parse_words(typed)

    assert [[phrase.text for phrase in group] for group in words.every] == every
    assert [phrase.text for phrase in words.never] == never


@pytest.mark.parametrize("typed", ["", "  ", "-停戦", '""', "OR"])
def test_nothing_to_look_for_is_refused(typed: str) -> None:
    """A search without a word that must occur is wrong use."""
    with pytest.raises(UsageError, match="nothing to search for"):
        parse_words(typed)
