"""The lexicon compiled for extraction: reporting verbs, cue patterns, points at issue."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from soten.extract.cuetable import CueTable
from soten.extract.wordings import LoadedWords
from soten.lexicon.entries import CueEntry, CueKind, Lexicon, VerbEntry
from soten.records import Act

_GAP = "…"
"""What stands in a cue between two words that need not adjoin."""
_REACH = 14
"""Characters that may stand between the two."""
_OPEN = re.compile(r"[^。、「」『』\n]*")
"""What may stand between the two: no mark that ends a clause or opens a quotation."""
_NEXT = 4
"""Cue words after the first among which the second is looked for."""


class IssueHit(NamedTuple):
    """A cue word of a point at issue: `weights` holds each point it points at."""

    start: int
    end: int
    weights: tuple[tuple[str, int], ...]


class IssueWords:
    """The cues of all points at issue: words, and two words near each other (攻撃…停止)."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for issue in lexicon.issues.values():
            for cue, weight in issue.cues.items():
                cues[cue].append((issue.id, weight))
        words: dict[str, tuple[tuple[str, int], ...]] = {}
        self._pairs: dict[str, dict[str, tuple[tuple[str, int], ...]]] = defaultdict(dict)
        for cue, weights in cues.items():
            first, gap, second = cue.partition(_GAP)
            if gap:
                self._pairs[first][second] = tuple(weights)
                words.setdefault(first, ())
                words.setdefault(second, ())
            else:
                words[cue] = tuple(weights)
        self._words, self._weights = list(words), list(words.values())
        self._finder = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[IssueHit]:
        """Return the cues in `text` in one pass, in the order of their starts."""
        places = self._finder.find_matches_as_indexes(text)
        found: list[IssueHit] = []
        for number, (index, start, end) in enumerate(places):
            if self._weights[index]:
                found.append(IssueHit(start, end, self._weights[index]))
            seconds = self._pairs.get(self._words[index])
            if seconds is None:
                continue
            for other, begin, stop in places[number + 1 : number + 1 + _NEXT]:
                if begin - end > _REACH or not _OPEN.fullmatch(text, end, begin):
                    break
                weights = seconds.get(self._words[other])
                if weights is not None:
                    found.append(IssueHit(start, stop, weights))
        return found


class Rules:
    """What extraction knows of words, compiled once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.verbs: dict[str, VerbEntry] = {v.text: v for v in lexicon.verbs}
        for verb in lexicon.verbs:
            if len(verb.text) == 3 and verb.text.endswith("する"):  # 評する is 評す before れる
                self.verbs.setdefault(verb.text[:-1], verb)
        self.attitudes: dict[str, Act] = {a.text: a.act for a in lexicon.attitudes}
        by_kind: dict[CueKind, list[CueEntry]] = defaultdict(list)
        for cue in sorted(lexicon.cues, key=lambda c: -c.weight):
            by_kind[cue.kind].append(cue)
        self.cues = {kind: CueTable(by_kind[kind]) for kind in CueKind}
        self._issues = IssueWords(lexicon)
        self.loaded = LoadedWords(lexicon.words, lexicon.actors.values())
        self.issue_ids = frozenset(lexicon.issues)
        self.concepts = {word.text: f"={word.concept}" for word in lexicon.words}
        """What each loaded word means: 制圧 and 解放 are one."""

    def issue_hits(self, text: str) -> list[IssueHit]:
        """Return every cue of a point at issue in `text`, in the order of the text."""
        return self._issues.find(text)
