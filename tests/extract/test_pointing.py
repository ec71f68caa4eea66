"""What speaks for each point at issue."""

from __future__ import annotations

from soten.records import Span
from tests.readings import TextReader

_TEXT = "停戦の交渉が始まった。ベルカ大統領は5日、ジルヴァンを訪れた。大統領は「この提案は残る」と述べた。"


def test_words_of_the_stretch_are_clues(read: TextReader) -> None:
    """A point has clues for the weight, the share and the certainty of its words."""
    text = "停戦と制裁を話した。"
    clues = read(text).issues.pointers.clues(Span(0, 2))

    assert clues["ceasefire"]["words 3"] == 1
    assert clues["ceasefire"]["share"] == 1
    assert clues["ceasefire"]["certain word"] == 1
    assert clues["ceasefire"]["firm"] == 1
    assert "words 1" not in clues["sanctions"]
    assert clues["sanctions"]["sentence firm"] == 1


def test_what_stands_around_is_a_clue(read: TextReader) -> None:
    """Of a stretch without words the sentences before, the lead and the story speak."""
    start = _TEXT.index("この提案は残る")
    clues = read(_TEXT).issues.pointers.clues(Span(start, start + 7))["ceasefire"]

    assert "words 1" not in clues
    assert clues["none"] == 1
    assert clues["earlier none"] > 0
    assert clues["lead none"] > 0
    assert clues["story none"] > 0
    assert clues["back to lead"] == clues["lead none"]


def test_other_is_always_a_candidate(read: TextReader) -> None:
    """The point that is none of the others needs no word."""
    assert list(read("空は青い。").issues.pointers.clues(Span(0, 4))) == ["other"]


def test_stories_do_not_speak_for_each_other(read: TextReader) -> None:
    """What another story of the page is about is no clue."""
    text = "停戦の交渉が始まった。\n橋は残った。\n"
    found = read(text)
    start = text.index("橋")
    found.analysis.stories = (Span(0, start), Span(start, len(text)))

    assert "ceasefire" not in found.issues.pointers.clues(Span(start, start + 5))
