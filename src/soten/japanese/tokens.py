"""Morphemes: one pass of SudachiPy in mode C over a document's text.

This is the only module that imports the tokenizer.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import NamedTuple

import sudachipy
from sudachipy.errors import SudachiError

_CHUNK = 12_000
"""Characters handed to the tokenizer at once: its limit is 49,149 bytes, and a character is at most 4."""
_SURE = 1_000
"""Characters that the tokenizer always takes, though it spells ㍿ out as four."""

_POS_BY_CLASS = {
    "代名詞": "PRON",
    "動詞": "V",
    "形容詞": "ADJ",
    "形状詞": "NA",
    "助詞": "P",
    "助動詞": "AUX",
    "接頭辞": "PRE",
    "接尾辞": "SUF",
    "補助記号": "SYM",
    "記号": "SYM",
    "副詞": "ADV",
    "連体詞": "ADN",
    "接続詞": "CONJ",
    "感動詞": "INTJ",
    "空白": "SP",
}
_PROPER = {"人名": "PERSON", "地名": "PLACE"}


NOUNS = frozenset(("N", "VN", "NAME", "PERSON", "PLACE", "UNK", "NUM", "SUF", "PRE", "NA"))
"""The classes of what a noun compound is made of."""


class Token(NamedTuple):
    """A morpheme with its place in the text.

    `pos` is one of N VN NUM NAME PERSON PLACE UNK PRON V ADJ NA P AUX PRE SUF SYM ADV ADN CONJ INTJ;
    VN is a noun that する makes a verb, PERSON and PLACE are the dictionary's proper nouns of those
    kinds, NAME any other, UNK a katakana word the dictionary does not hold. `fine` is the
    dictionary's own finer class where a rule needs it
    (連用形 and the like for inflected words, 係助詞 and the like for particles).
    """

    surface: str
    start: int
    end: int
    pos: str
    lemma: str
    fine: str


@cache
def _tokenizer() -> sudachipy.Tokenizer:
    return sudachipy.Dictionary().tokenizer(mode=sudachipy.SplitMode.C)


_classes: dict[int, tuple[str, str]] = {}


def _classify(pos: tuple[str, ...]) -> tuple[str, str]:
    if pos[0] == "名詞":
        if pos[1] == "固有名詞":
            return _PROPER.get(pos[2], "NAME"), pos[3]
        if pos[1] == "数詞":
            return "NUM", pos[1]
        return ("VN" if pos[2].startswith("サ変") else "N"), pos[2]
    code = _POS_BY_CLASS.get(pos[0], "N")
    return code, pos[5] if code in ("V", "ADJ", "AUX") else pos[1]


def tokenize(text: str) -> list[Token]:
    """Return the morphemes of `text` in order, white space left out; offsets are into `text`.

    An accent that stands alone (´) counts as white space. No morpheme runs over a line's end. A line
    longer than the tokenizer takes is cut after 。, where it has none after 、, and else at the limit.

    >>> [token.surface for token in tokenize("外相は会談した。")]
    ['外相', 'は', '会談', 'し', 'た', '。']
    """
    tokens: list[Token] = []
    for start, end in _chunks(text):
        _tokenize_chunk(text[start:end], start, tokens)
    return tokens


def _chunks(text: str) -> list[tuple[int, int]]:
    """Cut `text` into pieces that the tokenizer takes, at line ends, else at 。 or 、, else anywhere."""
    pieces: list[tuple[int, int]] = []
    start, size = 0, len(text)
    while start < size:
        end = min(start + _CHUNK, size)
        if end < size:
            for mark in ("\n", "。", "、"):
                cut = text.rfind(mark, start, end)
                if cut > start:
                    end = cut + 1
                    break
        pieces.append((start, end))
        start = end
    return pieces


def _tokenize_chunk(chunk: str, offset: int, into: list[Token]) -> None:
    classes, append = _classes, into.append
    try:
        morphemes = _tokenizer().tokenize(chunk)
    except SudachiError:  # a chunk full of signs like ㍿ grows too long when they are spelled out
        if len(chunk) <= _SURE:
            raise
        half = len(chunk) // 2
        _tokenize_chunk(chunk[:half], offset, into)
        _tokenize_chunk(chunk[half:], offset + half, into)
        return
    for morpheme in morphemes:
        key = morpheme.part_of_speech_id()
        known = classes.get(key)
        if known is None:
            known = classes[key] = _classify(morpheme.part_of_speech())
        pos, fine = known
        if pos == "SP":
            continue
        surface = morpheme.surface()
        if not surface or surface.isspace():  # some signs get a second, empty morpheme
            continue
        if pos == "N" and "ァ" <= surface[0] <= "ヺ" and morpheme.is_oov():
            pos = "UNK"
        begin = morpheme.begin() + offset
        if "。" in surface[:-1]:  # a run of marks over the end of a sentence
            into += [
                Token(c, begin + i, begin + i + 1, pos, c, fine) for i, c in enumerate(surface)
            ]
            continue
        append(Token(surface, begin, begin + len(surface), pos, morpheme.dictionary_form(), fine))


def dictionary_version() -> str:
    """Return the tokenizer's and its dictionary's versions, as recorded with every run."""
    return f"sudachipy {version('sudachipy')}, sudachidict-core {version('sudachidict-core')}"
