"""Topics that can speak though no pack lists them."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("topic", "described"),
    [
        ("運営会社は", "運営会社"),
        ("ファルケン市の消防局は", "ファルケン市の消防局"),
        ("運転手の男性は", "運転手の男性"),
        ("ゾルタックスは", "ゾルタックス"),
        ("主催者は", "主催者"),
    ],
)
def test_a_topic_that_can_speak_takes_the_word(
    read: TextReader, topic: str, described: str
) -> None:
    """A noun for people or a body, or a proper name, speaks; nobody before it does."""
    found = read(f"ベルカ大統領は「橋は残る」と述べた。{topic}5日、橋を閉じると発表した。")

    assert found.statements[1:] == [(f"anonymous:{described}", "橋を閉じる")]


@pytest.mark.parametrize(
    "topic", ["影響は", "死者は", "4人は", "橋は", "動きは", "成長は", "若者も", "ファルケンは"]
)
def test_what_cannot_speak_is_part_of_what_is_said(read: TextReader, topic: str) -> None:
    """A topic that is nobody belongs to the content, and the speaker is carried on."""
    found = read(f"ベルカ大統領は「橋は残る」と述べた。{topic}少ないと語った。")

    assert found.statements[1:] == [("belka", f"{topic}少ない")]


def test_somebody_known_comes_first(read: TextReader) -> None:
    """Where a listed speaker is a topic too, he speaks."""
    found = read("運営会社は閉まったが、ベルカ大統領は橋は残ると述べた。")

    assert [speaker for speaker, _ in found.statements] == ["belka"]


@pytest.mark.parametrize(
    ("topic", "speaker"),
    [
        pytest.param("水族館の飼育主査は", "anonymous:水族館の飼育主査", id="office"),
        pytest.param("原因は", "belka", id="thing"),
        pytest.param("現在は", "belka", id="time"),
        pytest.param("ファルケンは", "belka", id="place"),
    ],
)
def test_a_topic_before_words_takes_the_word(read: TextReader, topic: str, speaker: str) -> None:
    """A noun that is no thing and no time speaks the quotation right after it."""
    found = read(f"ベルカ大統領は「橋は残る」と述べた。{topic}「道は遠い」と語った。")

    assert found.statements[-1][0] == speaker


def test_what_a_thing_is_called_is_not_said_by_it(read: TextReader) -> None:
    """「提案は「…」とする」 tells what the proposal holds."""
    found = read("草稿の骨子は「橋は残る」とする。")

    assert "anonymous:草稿の骨子" not in [speaker for speaker, _ in found.statements]
