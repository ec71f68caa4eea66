"""Whether two quotations speak of the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.query.objects import WordingReader

READER = WordingReader(["ノルダ", "テスミア"])


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("無条件の停戦", "30日間の暫定停戦", ("停戦",)),
        ("完全で無条件の停戦", "無条件の停戦には応じない", ("無条件", "停戦")),
        ("ガルト連盟への加盟", "加盟を認める", ("加盟",)),
        ("KL部隊の撤収", "ＫＬの撤収", ("撤収", "kl")),
    ],
)
def test_shared_words_are_what_makes_them_comparable(
    one: str, other: str, words: tuple[str, ...]
) -> None:
    """Stretches of kanji and names that both hold are what both speak of."""
    shared = READER.read(one).shared(READER.read(other))

    assert shared is not None
    assert shared.words == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("この提案", "その計画", id="words-that-point-elsewhere"),
        pytest.param("ノルダへの要求", "ノルダの用意", id="only-the-party-and-small-words"),
        pytest.param("領土の割譲", "捕虜の交換", id="different-things"),
        pytest.param("連盟加盟", "連盟加盟の断念", id="one-of-them-of-its-ending"),
        pytest.param("", "停戦", id="nothing"),
    ],
)
def test_what_is_not_compared(one: str, other: str) -> None:
    """Without a shared word of content, or with one of them negative, there is no comparison."""
    assert READER.read(one).shared(READER.read(other)) is None


def test_the_words_of_refusing_are_not_what_is_refused() -> None:
    """「領土の割譲など容認しない」 speaks of cession, not of its not being so."""
    assert not READER.read("領土の割譲など容認しない").is_negative
    assert not READER.read("連盟に加盟させる意図はない").is_negative
    assert READER.read("割譲しないという約束").is_negative


def test_one_wording_with_a_word_changed() -> None:
    """A copy with a word changed is the same wording."""
    shared = READER.read("紛争の根本原因を取り除く必要がある").shared(
        READER.read("紛争の根本原因を除く必要がある")
    )

    assert shared is not None
    assert shared.is_same_wording


@given(st.text(max_size=40), st.text(max_size=40))
def test_comparing_is_symmetric(one: str, other: str) -> None:
    """Which of the two comes first changes nothing but the order of the words."""
    a, b = READER.read(one), READER.read(other)
    there, back = a.shared(b), b.shared(a)

    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.is_same_wording == back.is_same_wording
