"""Words that decide whether something happened."""

from __future__ import annotations

import pytest

from soten.extract.happening import DOUBTED, NOT_YET, ONGOING


@pytest.mark.parametrize("words", ["続いている", "増えつつある", "進んでおり"])
def test_what_goes_on(words: str) -> None:
    """A predicate with ている or つつある goes on."""
    assert ONGOING.search(words)


@pytest.mark.parametrize("words", ["続く", "進んでいない", "続いた"])
def test_what_does_not_go_on(words: str) -> None:
    """A bare, negated or past predicate does not go on."""
    assert not ONGOING.search(words)


@pytest.mark.parametrize("words", ["した可能性", "したかどうか", "すべきだ", "したとみられる"])
def test_what_is_left_open(words: str) -> None:
    """Words of possibility, question and duty leave open whether it happened."""
    assert DOUBTED.search(words)


@pytest.mark.parametrize("words", ["したと発表", "したため", "し、"])
def test_what_is_not_left_open(words: str) -> None:
    """A report or a reason leaves nothing open."""
    assert not DOUBTED.search(words)


@pytest.mark.parametrize("words", ["の恐れ", "を防ぐ", "に備え", "への警戒"])
def test_what_need_not_have_happened(words: str) -> None:
    """What is feared, prevented or expected need not have happened."""
    assert NOT_YET.match(words)


@pytest.mark.parametrize("words", ["で橋が落ちた", "が続く", "の跡"])
def test_what_may_have_happened(words: str) -> None:
    """Other words after the noun say nothing against it."""
    assert not NOT_YET.match(words)
