"""The lexicon compiled for matching: one automaton for names, one for words."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from soten.japanese.folding import fold_form, fold_width
from soten.lexicon.entries import (
    ActorEntry,
    BodyEntry,
    Form,
    FormKind,
    Lexicon,
    SourceEntry,
    SuffixEntry,
    TalkNoun,
    TitleEntry,
)
from soten.records import ActorType

_EXACT_BELOW = 5
"""Folded forms shorter than this must stand in the text letter for letter, but for width and ヴ: ビル
is not ビール, ＮＡＴＯ is NATO, ヴェラ is ベラ."""
_VU = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))


class Hit(NamedTuple):
    """A listed form found in a text, at code points of the text."""

    start: int
    end: int
    readings: tuple[tuple[str, Form], ...]


class WordHit(NamedTuple):
    """A word of the word tables found in a text."""

    start: int
    end: int
    text: str


def _plain(form: str) -> str:
    """Return a form in letters of one width, with ヴ spelled as it is spoken."""
    plain = fold_width(form)
    if "ヴ" in plain:
        for written, spoken in _VU:
            plain = plain.replace(written, spoken)
    return plain


class NameIndex:
    """Names, titles, bodies and suffixes of a lexicon, ready to be matched in one pass each."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.actors: dict[str, ActorEntry] = lexicon.actors
        self.titles: dict[str, TitleEntry] = {t.text: t for t in lexicon.titles}
        self.bodies: dict[str, BodyEntry] = {b.text: b for b in lexicon.bodies}
        self.sources: dict[str, SourceEntry] = {s.text: s for s in lexicon.sources}
        self.suffixes: dict[str, SuffixEntry] = {s.text: s for s in lexicon.suffixes}
        self.talks: dict[str, TalkNoun] = {t.text: t for t in lexicon.talk_nouns}
        self.kanji: dict[str, str] = {}
        self._states: set[str] = set()
        forms: dict[str, list[tuple[str, Form]]] = defaultdict(list)
        for entry in lexicon.actors.values():
            for form in entry.forms:
                if entry.type is ActorType.STATE:
                    self._states.add(form.text)
                if form.kind is FormKind.KANJI:
                    self.kanji.setdefault(form.text, entry.id)
                else:
                    forms[fold_form(form.text)].append((entry.id, form))
        self._keys = [key for key in forms if key]
        self._readings = [tuple(forms[key]) for key in self._keys]
        self._names = AhoCorasick(self._keys, matchkind=MatchKind.LeftmostLongest)
        words = {
            *self.titles,
            *self.bodies,
            *self.sources,
            *self.suffixes,
            *self.talks,
        }
        self._words = sorted(words)
        self._word_automaton = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    def names_in(self, text: str, folded: str, places: list[int]) -> list[Hit]:
        """Return the listed forms in a folded text, leftmost and longest, none overlapping."""
        hits: list[Hit] = []
        for index, start, end in self._names.find_matches_as_indexes(folded):
            begin, stop = places[start], places[end]
            while stop > begin + 1 and text[stop - 1] in "・=＝゠ 　":
                stop -= 1
            readings = self._readings[index]
            if end - start < _EXACT_BELOW:
                written = _plain(text[begin:stop])
                readings = tuple(r for r in readings if _plain(r[1].text) == written)
            if readings:
                hits.append(Hit(begin, stop, readings))
        return hits

    def words_in(self, text: str) -> list[WordHit]:
        """Return titles, bodies, sources, suffixes and talk nouns, leftmost and longest."""
        words = self._words
        return [
            WordHit(start, end, words[index])
            for index, start, end in self._word_automaton.find_matches_as_indexes(text)
        ]

    def is_state(self, form: str) -> bool:
        """Say whether a written form names a listed state."""
        return form in self._states

    def side_of(self, entry: ActorEntry) -> str | None:
        """Return the state or bloc an entry belongs to; a state is its own side."""
        if entry.side is not None:
            return entry.side
        if entry.type is ActorType.STATE:
            return entry.id
        return entry.parent
