"""Promises told by whether somebody keeps them."""

from __future__ import annotations

import pytest

from soten.records import CommitmentStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("ノルダは停戦を守っている。", CommitmentStatus.KEPT, id="keeps"),
        pytest.param("ノルダは合意を履行した。", CommitmentStatus.KEPT, id="carried-out"),
        pytest.param("ノルダは約束を破った。", CommitmentStatus.BROKEN, id="breaks"),
        pytest.param(
            "ノルダが約束を破ったことは一度もありません。", CommitmentStatus.KEPT, id="never-broken"
        ),
    ],
)
def test_a_word_kept_or_broken_tells_a_promise(
    read: TextReader, text: str, status: CommitmentStatus
) -> None:
    """Who keeps or breaks a truce or his word has given it."""
    (promise,) = read(text).findings.commitments

    assert (promise.party, promise.status, promise.rule) == ("norda", status, "word-kept")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは停戦を守るよう求めた。", id="asked"),
        pytest.param("ノルダは停戦を守っていれば孤立しなかった。", id="supposed"),
        pytest.param("ノルダは町を守った。", id="no-word"),
    ],
)
def test_a_word_only_asked_for_tells_none(read: TextReader, text: str) -> None:
    """Asking to keep a truce, or keeping something else, tells no promise."""
    assert read(text).findings.commitments == []
