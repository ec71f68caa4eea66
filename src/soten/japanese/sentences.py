"""Sentences and quotations of a text.

A sentence never ends inside 「」『』 or （） unless it is endless (`_LONGEST`). Marks are paired within
a line; a quotation that is never closed ends with its sentence, or before the bracket around it, so
that one lost mark does not swallow the page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN = {"「": "」", "『": "』", "“": "”", "〝": "〟", "(": ")", "（": "）", "〈": "〉", "《": "》"}
_CLOSE = {close: opening for opening, close in _OPEN.items()}
_QUOTE_OPEN = frozenset('「『“〝"')
_LONGEST = 2_000
"""Characters after which a sentence is cut at a 、, so that a page without 。 is read in time; where
no 、 stands in as many more, it is cut there."""
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
    """A sentence's place in the text, its final mark included.

    `paragraph` counts the lines of the text, those that one quotation runs through as one.
    """

    start: int
    end: int
    paragraph: int


class Aside(NamedTuple):
    """A bracketed remark, its brackets included."""

    start: int
    end: int


class Outline(NamedTuple):
    """A text cut into sentences, with its quotations and bracketed asides in order of their start."""

    sentences: list[Sentence]
    quotations: list[Quotation]
    asides: list[Aside]


def outline(text: str) -> Outline:
    """Return the sentences, quotations and bracketed asides of `text` in one pass over its marks.

    >>> text = "彼は「行く。必ず」と述べた。次だ。"
    >>> [text[s.start:s.end] for s in outline(text).sentences]
    ['彼は「行く。必ず」と述べた。', '次だ。']
    """
    result = Outline([], [], [])
    marks: list[tuple[str, int]] = []
    begin = paragraph = opened = 0
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark != "\n":
            marks.append((mark, match.start()))
            opened = max(opened + (mark == "「") - (mark == "」"), 0)
            continue
        if opened == 1 and _goes_on(text, match.end()):
            continue
        _Line(text, begin, match.start(), paragraph).read(marks, result)
        begin, paragraph, opened = match.end(), paragraph + 1, 0
        marks.clear()
    _Line(text, begin, len(text), paragraph).read(marks, result)
    result.quotations.sort()
    result.asides.sort()
    return result


def _goes_on(text: str, at: int) -> bool:
    """Say whether a quotation open at a line's end is closed by the lines that begin at `at`.

    Text that was wrapped, or cut at every 。, goes on; a blank line or a new quotation ends it.
    """
    following = text[at : at + _WRAPPED]
    close = following.find("」")
    if close < 0 or "「" in following[:close]:
        return False
    return not following.startswith("\n") and "\n\n" not in following[:close]


class _Line(NamedTuple):
    """One line of a text, read on its own."""

    text: str
    begin: int
    end: int
    paragraph: int

    def read(self, marks: list[tuple[str, int]], into: Outline) -> None:
        """Add the line's sentences, quotations and asides; `marks` are the marks in it, in order."""
        close_of, lost = _pair(marks)
        begin, around, unclosed = self.begin, _Around([], []), list[int]()
        for mark, at in marks:
            around.leave(at)
            close = close_of.get(at)
            depth = len(around.quotes) + len(unclosed)
            if close is not None:
                self._add_pair(mark, at, close, depth, into)
                around.enter(mark, close)
            elif at in lost and mark in _QUOTE_OPEN and around.pairs:
                _add_unclosed(at, around.pairs[-1], depth, into)
                around.quotes.append(around.pairs[-1])
            elif at in lost and mark in _QUOTE_OPEN:
                unclosed.append(at)
            elif not around.pairs and self._ends_sentence(mark, at):
                _add_all_unclosed(unclosed, at if mark == "。" else at + 1, into)
                begin = self._add_sentence(begin, at + 1, into)
        _add_all_unclosed(unclosed, self.end, into)
        self._add_sentence(begin, self.end, into)

    def _add_pair(self, mark: str, at: int, close: int, depth: int, into: Outline) -> None:
        if mark not in _QUOTE_OPEN:
            into.asides.append(Aside(at, close + 1))
        elif close > at + 1:
            into.quotations.append(Quotation(at, close + 1, at + 1, close, depth, True))

    def _ends_sentence(self, mark: str, at: int) -> bool:
        following = self.text[at + 1 : at + 2]
        if mark not in _ENDERS or (following and following in _ENDERS):
            return False
        return not (mark == "．" and following.isdigit())

    def _add_sentence(self, begin: int, end: int, into: Outline) -> int:
        start = begin
        while start < end and self.text[start].isspace():
            start += 1
        while end - start > _LONGEST:
            cut = _cut_after(self.text, start, min(end, start + 2 * _LONGEST))
            if cut == end:
                break
            into.sentences.append(Sentence(start, cut, self.paragraph))
            start = cut
        if end > start:
            into.sentences.append(Sentence(start, end, self.paragraph))
        return end


def _cut_after(text: str, start: int, end: int) -> int:
    """Return where to cut an endless sentence: after a 、 outside brackets or inside, else at `end`."""
    depth = 0
    for at in range(start, end):
        sign = text[at]
        depth = max(depth + (sign in _OPEN) - (sign in _CLOSE), 0)
        if sign == "、" and at - start >= (_LONGEST // 2 if not depth else _LONGEST):
            return at + 1
    return end


class _Around(NamedTuple):
    """Where the brackets close that stand around a place: all of them, and those of quotations."""

    pairs: list[int]
    quotes: list[int]

    def enter(self, mark: str, close: int) -> None:
        """Go into a bracket."""
        self.pairs.append(close)
        if mark in _QUOTE_OPEN:
            self.quotes.append(close)

    def leave(self, at: int) -> None:
        """Leave the brackets that close before or at a place."""
        for closes in self:
            while closes and closes[-1] <= at:
                closes.pop()


def _add_all_unclosed(starts: list[int], end: int, into: Outline) -> None:
    """Add the quotations of a sentence whose closing marks are lost: they end with the sentence."""
    for depth, start in enumerate(starts):
        _add_unclosed(start, end, depth, into)
    starts.clear()


def _add_unclosed(start: int, end: int, depth: int, into: Outline) -> None:
    if end > start + 1:
        into.quotations.append(Quotation(start, end, start + 1, end, depth, False))


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
