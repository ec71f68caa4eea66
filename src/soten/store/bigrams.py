"""Text as character pairs, so that any two characters of Japanese can be looked up.

The same scheme serves every kind of ledger. Text is folded (NFKC, case, width), cut into runs at
white space, and every run becomes its overlapping pairs; a sentinel follows the last character
of a run, so that it too begins a pair. Words are then phrases of pairs, and a single character
is the beginning of a pair. ASCII punctuation becomes full-width, so no token holds a character
that a query language or a literal could take for its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

SENTINEL = "\ue000"
"""A private-use character that stands behind the last character of every run."""

PASSAGE_CHARS = 8000
"""The longest stretch of a document that is indexed as one (PostgreSQL keeps 16,383 positions)."""

_TABLE: dict[int, int | str] = {
    code: chr(code + 0xFEE0) for code in range(0x21, 0x7F) if not chr(code).isalnum()
}
_TABLE |= dict.fromkeys((*range(0x21), *range(0x7F, 0xA1), ord(SENTINEL), 0xAD), " ")
_CLUSTER = re.compile(r".[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*", re.DOTALL)


def fold(text: str) -> str:
    """Return `text` as it is compared: one width, one case, marks composed, controls as spaces.

    >>> fold("ﾛｼｱ軍 ＮＡＴＯ")
    'ロシア軍 nato'
    """
    return unicodedata.normalize("NFKC", text).casefold().translate(_TABLE)


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters and its end, the place in `text`.

    >>> fold_with_offsets("㈱ｶﾞ")
    ('（株）ガ', [0, 0, 0, 1, 3])
    """
    parts: list[str] = []
    offsets: list[int] = []
    known: dict[str, str] = {}
    for match in _CLUSTER.finditer(text):
        cluster = match.group()
        folded = known.get(cluster)
        if folded is None:
            folded = known[cluster] = fold(cluster)
        parts.append(folded)
        offsets += [match.start()] * len(folded)
    return "".join(parts), [*offsets, len(text)]


def pairs_of(text: str) -> list[str]:
    """Return the pairs `text` is indexed by, in order.

    >>> pairs_of("外務省 声明") == ["外務", "務省", "省" + SENTINEL, "声明", "明" + SENTINEL]
    True
    """
    found: list[str] = []
    for run in fold(text).split():
        found += map("".join, pairwise(run + SENTINEL))
    return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word or phrase as consecutive pairs; with `is_prefix` the last is one character only."""

    text: str
    """The folded words, single spaces between them."""
    pairs: tuple[str, ...]
    is_prefix: bool = False
    is_quoted: bool = False
    """True where exactly these words are meant."""


def phrase_of(words: str) -> Phrase | None:
    """Return what to look up for `words`; None where nothing of them can be looked up.

    >>> phrase_of("停戦交渉").pairs
    ('停戦', '戦交', '交渉')
    >>> phrase_of("州").pairs, phrase_of("州").is_prefix
    (('州',), True)
    """
    runs = fold(words).split()
    if not runs:
        return None
    *_, last = runs
    pairs = pairs_of(" ".join(runs[:-1]))
    pairs += [last] if len(last) == 1 else list(map("".join, pairwise(last)))
    return Phrase(" ".join(runs), tuple(pairs), len(last) == 1)


def cut_passages(text: str, edges: Iterable[int] = ()) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` that are indexed as one, in order and without a gap.

    A stretch ends at every one of `edges` (where stories begin and end), and, when it would be
    longer than `PASSAGE_CHARS`, behind a line or a sentence in its second half if there is one.
    """
    stops = sorted({edge for edge in edges if 0 < edge < len(text)} | {len(text)})
    start = 0
    for stop in stops:
        while stop - start > PASSAGE_CHARS:
            cut = _break_before(text, start, start + PASSAGE_CHARS)
            yield start, cut
            start = cut
        if start < stop:
            yield start, stop
        start = stop


def _break_before(text: str, start: int, limit: int) -> int:
    middle = start + PASSAGE_CHARS // 2
    for mark in ("\n", "。"):
        at = text.rfind(mark, middle, limit)
        if at >= 0:
            return at + 1
    return limit
