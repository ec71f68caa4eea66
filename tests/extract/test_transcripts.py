"""Talk written down turn by turn."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


def _turns(read: TextReader, text: str) -> list[tuple[str, str]]:
    """Return speaker and words of each turn's sentences."""
    return [
        (s.speaker.key if s.speaker else "", s.content.cut(text))
        for s in read(text).findings.statements
        if s.rule == "turn-of-speaker"
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "[司会者]\n橋は残るのでしょうか。\n[カンデル報道官]\n壊れた橋は七日に直る。急ぐ理由はない。",
            id="brackets",
        ),
        pytest.param(
            "記者：橋は残るのでしょうか。\nカンデル報道官：壊れた橋は七日に直る。急ぐ理由はない。",
            id="colons",
        ),
    ],
)
def test_every_sentence_of_a_turn_is_its_speakers(read: TextReader, text: str) -> None:
    """The answers are the speaker's, the questions nobody's."""
    assert _turns(read, text) == [
        ("kandel", "壊れた橋は七日に直る"),
        ("kandel", "急ぐ理由はない"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[カンデル報道官]\n壊れた橋は七日に直る。", id="one-label-is-a-heading"),
        pytest.param("[天気]\n雨が降り続く。\n[市場]\n値は上がった。", id="labels-without-names"),
        pytest.param("[司会者]\n橋は残るのでしょうか。\n[記者]\n道も残りますか。", id="questions"),
    ],
)
def test_what_is_no_transcript(read: TextReader, text: str) -> None:
    """A heading, sections and questions are no turns."""
    assert _turns(read, text) == []
