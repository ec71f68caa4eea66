"""What stays of a story when it is copied: its skeleton, sentence by sentence.

A reprint changes width, spelling of names, and the endings of sentences (です・ます to である); so
hiragana, signs and spaces are dropped, known actors become one sign each however they are spelled,
and numerals become digits. What is left are the words that carry the content, in order.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from soten.japanese.folding import fold_form
from soten.japanese.numerals import KANJI_NUMERAL, whole_number
from soten.japanese.sentences import outline
from soten.records import Span

LONGEST: Final = 30_000
"""Characters of a story that are looked at; what follows decides nothing."""

_ACTORS: Final = 0xF0000
"""Where the private signs for actors begin; there are `_SIGNS` of them."""
_SIGNS: Final = 0xFFFD

_COUNTED: Final = re.compile(rf"({KANJI_NUMERAL})(?=[年月日時分人名機発両隻基万億兆か%％])")
_JOINED: Final = re.compile(r"(?<=[0-9])[,，](?=[0-9]{3})")
_POINT: Final = re.compile(r"(?<=[0-9])[.．・](?=[0-9])")
_DROPPED: Final = re.compile(
    r"[^0-9a-z\u0001㐀-鿿々〆ァ-ヺ\U00020000-\U0003ffff\U000f0000-\U000ffffd]+"
)
_NUMBER: Final = re.compile(r"[0-9]+(?:\u0001[0-9]+)?[万億兆]?[^0-9]?")
_DIGITS: Final = re.compile(r"[0-9\u0001]+")


@dataclass(frozen=True, slots=True)
class Bone:
    """One sentence of a story: its skeleton, what it is with other numbers, and its numbers.

    `quoted` is the share of it inside quotation marks.
    """

    text: str
    numbers: tuple[str, ...]
    quoted: float

    @property
    def masked(self) -> str:
        """The skeleton with every number as one sign: what a template keeps."""
        return _DIGITS.sub("#", self.text) if self.numbers else self.text

    @property
    def tells(self) -> bool:
        """True where it holds a number, an actor or a quotation: what a footer seldom does."""
        return bool(self.numbers) or self.quoted > 0 or any(ord(c) >= _ACTORS for c in self.text)


def actor_sign(id: str) -> str:
    """Return the private sign that stands for an actor, the same in every text."""
    return chr(_ACTORS + zlib.crc32(id.encode()) % _SIGNS)


def bones_of(text: str, actors: Iterable[tuple[Span, str]] = ()) -> list[Bone]:
    """Return the sentences of a story as skeletons, empty ones left out.

    `actors` are the places in `text` where known actors are named, with their ids.

    >>> [one] = bones_of("首相は二十日、停戦案を受け入れると述べました。")
    >>> [other] = bones_of("首相は２０日、停戦案を受け入れる、と述べた。")
    >>> one.text == other.text, one.text, one.numbers
    (True, '首相20日停戦案受入述', ('20日',))
    """
    marked = _with_signs(text[:LONGEST], actors)
    drawn = outline(marked)
    quotes = [(q.start, q.end) for q in drawn.quotations if q.depth == 0]
    found: list[Bone] = []
    for sentence in drawn.sentences:
        raw = marked[sentence.start : sentence.end]
        bone = skeleton_of(raw)
        if bone:
            inside = sum(
                max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in quotes
            )
            numbers = tuple(_NUMBER.findall(bone))
            found.append(Bone(bone, numbers, inside / len(raw)))
    return found


def skeleton_of(raw: str) -> str:
    """Return the skeleton of a stretch of text.

    >>> skeleton_of("ヴィトコフ特使は、「１，３７０人」と話した。")
    'ビトコフ特使1370人話'
    """
    flat = _JOINED.sub("", unicodedata.normalize("NFKC", raw).casefold())
    flat = _COUNTED.sub(_as_digits, flat)
    return _DROPPED.sub("", fold_form(_POINT.sub("\u0001", flat)))


def same_text_form(text: str) -> str:
    """Return a text as two copies of the very same words share it: without width, signs, spaces."""
    flat = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    return "".join(filter(str.isalnum, flat))


def _as_digits(match: re.Match[str]) -> str:
    value = whole_number(match[1])
    return match[1] if value is None else str(value)


def _with_signs(text: str, actors: Iterable[tuple[Span, str]]) -> str:
    """Return the text with each actor's name as its sign."""
    parts: list[str] = []
    done = 0
    for span, id in sorted(actors):
        if span.start >= done and span.end <= len(text):
            parts += text[done : span.start], actor_sign(id)
            done = span.end
    return "".join((*parts, text[done:]))
