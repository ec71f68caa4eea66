"""Sentences and quotations of a text.

A sentence never ends inside 「」『』 or （）. Marks are paired within a line; a quotation that is never
closed ends with its sentence, so that one lost mark does not swallow the page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN = {"「": "」", "『": "』", "“": "”", "〝": "〟", "(": ")", "（": "）", "〈": "〉", "《": "》"}
_CLOSE = {close: opening for opening, close in _OPEN.items()}
_QUOTE_OPEN = frozenset('「『“〝"')
_WRAPPED = 300
"""Characters within which a quotation that is open at a line's end must close."""
_MARK = re.compile(r'[「」『』“”〝〟"()（）〈〉《》。．！？!?\n【】]')
_ENDERS = frozenset("。．！？!?")


class Quotation(NamedTuple):
    """A quoted stretch: `start`–`end` with its marks, `inner_start`–`inner_end` without.

    `depth` is 0 for a quotation that stands in no other. `closed` is False where the closing mark
    is missing and the end is that of the sentence.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


class Sentence(NamedTuple):
    """A sentence's place in the text, its final mark included; `paragraph` counts text lines."""

    start: int
    end: int
    paragraph: int


class Outline(NamedTuple):
    """A text cut into sentences, with its quotations and bracketed asides in order of their start."""

    sentences: list[Sentence]
    quotations: list[Quotation]
    asides: list[tuple[int, int]]


def outline(text: str) -> Outline:
    """Return the sentences, quotations and bracketed asides of `text` in one pass over its marks.

    >>> text = "彼は「行く。必ず」と述べた。次だ。"
    >>> [text[s.start:s.end] for s in outline(text).sentences]
    ['彼は「行く。必ず」と述べた。', '次だ。']
    """
    result = Outline([], [], [])
    marks: list[tuple[str, int]] = []
    begin = paragraph = 0
    for match in _MARK.finditer(text):
        if match.group() != "\n":
            marks.append((match.group(), match.start()))
            continue
        if _goes_on(text, marks, match.end()):
            continue
        _Line(text, begin, match.start(), paragraph).read(marks, result)
        begin, paragraph = match.end(), paragraph + 1
        marks.clear()
    _Line(text, begin, len(text), paragraph).read(marks, result)
    result.quotations.sort()
    result.asides.sort()
    return result


def _goes_on(text: str, marks: list[tuple[str, int]], at: int) -> bool:
    """Say whether a quotation open at a line's end is closed by the lines right after it.

    Text that was wrapped, or cut at every 。, goes on; a blank line or a new quotation ends it.
    """
    opened = sum((mark == "「") - (mark == "」") for mark, _ in marks)
    if opened != 1:
        return False
    following = text[at : at + _WRAPPED]
    close = following.find("」")
    return close >= 0 and "「" not in following[:close] and "\n\n" not in following[:close]


class _Line(NamedTuple):
    """One line of a text, read on its own."""

    text: str
    begin: int
    end: int
    paragraph: int

    def read(self, marks: list[tuple[str, int]], into: Outline) -> None:
        """Add the line's sentences, quotations and asides; `marks` are the marks in it, in order."""
        close_of, lost = _pair(marks)
        begin, protected_until, open_quotes = self.begin, -1, list[int]()
        for mark, at in marks:
            close = close_of.get(at)
            if close is not None:
                self._add_pair(mark, at, close, open_quotes, into)
                protected_until = max(protected_until, close)
            elif at in lost and mark in _QUOTE_OPEN:
                self._add_unclosed(at, into)
            elif at >= protected_until and self._ends_sentence(mark, at):
                begin = self._add_sentence(begin, at + 1, into)
        self._add_sentence(begin, self.end, into)

    def _add_pair(
        self, mark: str, at: int, close: int, open_quotes: list[int], into: Outline
    ) -> None:
        if mark not in _QUOTE_OPEN:
            into.asides.append((at, close + 1))
            return
        while open_quotes and open_quotes[-1] < at:
            open_quotes.pop()
        if close > at + 1:
            depth = len(open_quotes)
            into.quotations.append(Quotation(at, close + 1, at + 1, close, depth, True))
        open_quotes.append(close)

    def _add_unclosed(self, at: int, into: Outline) -> None:
        """Add a quotation whose closing mark is lost: it ends with the sentence it stands in."""
        stop = self.text.find("。", at, self.end)
        inner_end = self.end if stop < 0 else stop
        if inner_end > at + 1:
            into.quotations.append(Quotation(at, inner_end, at + 1, inner_end, 0, False))

    def _ends_sentence(self, mark: str, at: int) -> bool:
        following = self.text[at + 1 : at + 2]
        if mark not in _ENDERS or (following and following in _ENDERS):
            return False
        return not (mark == "．" and following.isdigit())

    def _add_sentence(self, begin: int, end: int, into: Outline) -> int:
        start = begin
        while start < end and self.text[start].isspace():
            start += 1
        if end > start:
            into.sentences.append(Sentence(start, end, self.paragraph))
        return end


def _pair(marks: list[tuple[str, int]]) -> tuple[dict[int, int], set[int]]:
    """Pair brackets: where each opening closes, and which openings never do."""
    stack: list[tuple[str, int]] = []
    close_of: dict[int, int] = {}
    lost: set[int] = set()
    depth_of: dict[str, int] = {}
    for mark, at in marks:
        opening = _CLOSE.get(mark)
        if mark == '"':
            opening = '"' if depth_of.get('"') else None
        if opening is not None and depth_of.get(opening):
            while stack[-1][0] != opening:
                inner, place = stack.pop()
                depth_of[inner] -= 1
                lost.add(place)
            depth_of[opening] -= 1
            close_of[stack.pop()[1]] = at
        elif mark in _OPEN or mark == '"':
            stack.append((mark, at))
            depth_of[mark] = depth_of.get(mark, 0) + 1
    lost.update(place for _, place in stack)
    return close_of, lost
