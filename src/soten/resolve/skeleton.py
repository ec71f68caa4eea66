"""What stays of a story when it is copied: its skeleton, sentence by sentence.

A reprint changes width, spelling of names, and the endings of sentences (です・ます to である); so
hiragana, signs and spaces are dropped, known actors get one name wherever they are called otherwise,
a word in katakana is one sign, and numerals become digits. What is left are the words that carry the
content, in order.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from soten.japanese.folding import fold_form, loosen
from soten.japanese.numerals import KANJI_NUMERAL, whole_number
from soten.japanese.sentences import outline
from soten.records import Span

LONGEST: Final = 30_000
"""Characters of a story that are looked at; what follows decides nothing."""

_COUNTED: Final = re.compile(rf"({KANJI_NUMERAL})(?=[年月日時分人名機発両隻基万億兆か%％])")
_JOINED: Final = re.compile(r"(?<=[0-9])[,，](?=[0-9]{3})")
_POINT: Final = re.compile(r"(?<=[0-9])[.．・](?=[0-9])")
_DROPPED: Final = re.compile(r"[^0-9a-z\u0001\u0002㐀-鿿々〆ァ-ヺ\U00020000-\U0003ffff]+")
_NUMBER: Final = re.compile(r"[0-9]+(?:\u0001[0-9]+)?[万億兆]?[^0-9]?")
_NAMED: Final = "\u0002"
_KANA: Final = re.compile(r"[ァ-ヺ]{2,}")
_SIGNS: Final = 0xF0000
_HOW_MANY: Final = 0xFFFD
_DIGITS: Final = re.compile(r"[0-9\u0001]+")


@dataclass(frozen=True, slots=True)
class Bone:
    """One sentence of a story: its skeleton, what it is with other numbers, and its numbers.

    `quoted` is the share of it inside quotation marks; `named` says whether an actor is named.
    """

    text: str
    numbers: tuple[str, ...]
    quoted: float
    named: bool = False

    @property
    def masked(self) -> str:
        """The skeleton with every number as one sign: what a template keeps."""
        return _DIGITS.sub("#", self.text) if self.numbers else self.text

    @property
    def tells(self) -> bool:
        """True where it holds a number, an actor or a quotation: what a footer seldom does."""
        return bool(self.numbers) or self.quoted > 0 or self.named


class Name(NamedTuple):
    """A place in a story where an actor is named, and the name to read there."""

    span: Span
    name: str


def bones_of(text: str, names: Iterable[Name] = ()) -> list[Bone]:
    """Return the sentences of a story as skeletons, empty ones left out.

    `names` are the places in `text` where actors are named.

    >>> [one] = bones_of("首相は二十日、停戦案を受け入れると述べました。")
    >>> [other] = bones_of("首相は２０日、停戦案を受け入れる、と述べた。")
    >>> one.text == other.text, one.text, one.numbers
    (True, '首相20日停戦案受入述', ('20日',))
    """
    marked = _with_names(text[:LONGEST], names)
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
            found.append(Bone(bone.replace(_NAMED, ""), numbers, inside / len(raw), _NAMED in bone))
    return found


def skeleton_of(raw: str) -> str:
    """Return the skeleton of a stretch of text.

    >>> skeleton_of("ヴィトコフ特使は、「１，３７０人」と話した。") == skeleton_of("ビトコフ特使 1370人話")
    True
    """
    flat = _JOINED.sub("", unicodedata.normalize("NFKC", raw).casefold())
    flat = _COUNTED.sub(_as_digits, flat)
    return _KANA.sub(_sign, _DROPPED.sub("", loosen(fold_form(_POINT.sub("\u0001", flat)))))


def _sign(match: re.Match[str]) -> str:
    """Return the one private sign for a word in katakana: a long name tells no more than a short one."""
    return chr(_SIGNS + zlib.crc32(match[0].encode()) % _HOW_MANY)


def same_text_form(text: str) -> str:
    """Return a text as two copies of the very same words share it: without width, signs, spaces."""
    flat = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    return "".join(filter(str.isalnum, flat))


def _as_digits(match: re.Match[str]) -> str:
    value = whole_number(match[1])
    return match[1] if value is None else str(value)


def _with_names(text: str, names: Iterable[Name]) -> str:
    """Return the text with each actor under one name, and a mark in front."""
    parts: list[str] = []
    done = 0
    for span, name in sorted(names):
        if span.start >= done and span.end <= len(text):
            parts += text[done : span.start], _NAMED, name
            done = span.end
    return "".join((*parts, text[done:]))


def one_name(written: str, main: str, *, is_person: bool) -> str:
    """Return the name to read where an actor is named: the main one, unless it is only spelled so.

    Spelling is folded anyway, also where the name was not known to be the actor's; and of a person
    the text may give the whole name or a part.

    >>> one_name("キエフ", "キーウ", is_person=False), one_name("ベルカ", "ドラン・ベルカ", is_person=True)
    ('キーウ', 'ベルカ')
    """
    if is_person and set(_parts(written)) & set(_parts(main)):
        return written
    return main


def _parts(name: str) -> list[str]:
    return [loosen(fold_form(part)) for part in re.split(r"[・＝=\s]", name) if part]
