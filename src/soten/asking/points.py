"""Points at issue in a question: the cues of packs, and the points' own names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from soten.extract.rules import IssueWords
from soten.lexicon import Lexicon

_STRONG, _FAIR = 3, 2
"""A cue of weight 3 names its point; one of 2 does where no other cue of it says more."""

_STEM = 7
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_SMALL = frozenset(("and", "of", "the", "other", "parties", "power"))


class PointWords:
    """Finds the points at issue that words name, in Japanese and in English."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = IssueWords(lexicon)
        self._japanese = {i.name_ja: i.id for i in lexicon.issues.values() if i.id != "other"}
        self._english = {
            issue.id: {_stem(word) for word in _WORD.findall(issue.name_en)} - _SMALL
            for issue in lexicon.issues.values()
            if issue.id != "other"
        }

    def japanese(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...], int]]:
        """Yield places with the points their words name, and how strongly (2 or 3)."""
        for name, id in self._japanese.items():
            for match in re.finditer(re.escape(name), text):
                yield match.start(), match.end(), (id,), _STRONG
        for hit in self._cues.find(text):
            most = max(weight for _, weight in hit.weights)
            if most >= _FAIR:
                ids = tuple(issue for issue, weight in hit.weights if weight == most)
                yield hit.start, hit.end, ids, most

    def english(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...], int]]:
        """Yield places where words stand that together name one point and no other."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            sizes = range(min(3, len(words) - at), 0, -1)
            size = next((n for n in sizes if self._point(words[at : at + n])), 0)
            if size:
                point = self._point(words[at : at + size])
                point = self._point(words[at : at + size])
                yield words[at].start(), words[at + size - 1].end(), (point,), _STRONG
            at += max(size, 1)

    def _point(self, words: Iterable[re.Match[str]]) -> str:
        """Return the point all these words are of, "" where there is none or more than one."""
        stems = [_stem(word.group()) for word in words]
        if not stems or stems[0] in _SMALL or stems[-1] in _SMALL:
            return ""
        stems = [stem for stem in stems if stem not in _SMALL]
        found = [id for id, own in self._english.items() if own.issuperset(stems)]
        return found[0] if len(found) == 1 else ""


def _stem(word: str) -> str:
    """Return what forms of an English word have in common.

    >>> _stem("Territorial") == _stem("territory"), _stem("cease-fire"), _stem("plants")
    (True, 'ceasefi', 'plant')
    """
    plain = word.casefold().replace("-", "")
    plain = plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain
    return plain[:_STEM]
