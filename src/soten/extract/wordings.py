"""Loaded words: what one side or one press calls by this name and others by another.

Names are words too: where a pack says of one form of a name whose it is (キエフ, キーウ), each form is
a wording of the concept `name:` with the actor's id.

The words, what each means (`concept`) and whose they are come from the packs (`words.yaml`). A word
whose concept is a type of event (解放, 制圧: control-change) counts only in a sentence that tells of
such an event, or of a claim about a place, since prisoners are 解放 too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from soten.extract.findings import ClaimFinding, EventFinding, StatementFinding, WordingFinding
from soten.japanese.analysis import Analysis
from soten.japanese.folding import fold_form
from soten.lexicon.entries import ActorEntry, LoadedWord
from soten.records import ActorType, EventType, Quote, Span, Voice

_EVENTS = frozenset(type.value for type in EventType)
_PLACES = (ActorType.PLACE, ActorType.FACILITY)


class LoadedWords:
    """The loaded words of a lexicon, compiled once."""

    def __init__(self, words: Sequence[LoadedWord], actors: Iterable[ActorEntry] = ()) -> None:
        self.names = {
            entry.id: {fold_form(form.text): form.whose for form in entry.forms}
            for entry in actors
            if any(form.whose for form in entry.forms)
        }
        """Actor → its forms, folded, with whose each is."""
        by_concept: dict[str, list[LoadedWord]] = defaultdict(list)
        for word in words:
            by_concept[word.concept].append(word)
        chosen: dict[str, LoadedWord] = {}
        for concept in by_concept.values():
            if len({word.text for word in concept}) > 1:  # a word without another is no choice
                chosen |= {word.text: word for word in concept if not word.plain}
        self._words = list(chosen.values())
        self._finder = AhoCorasick(list(chosen), matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[tuple[int, int, LoadedWord]]:
        """Yield start, end and entry of each loaded word, in one pass, in order."""
        for index, start, end in self._finder.find_matches_as_indexes(text):
            yield start, end, self._words[index]


def find_wordings(
    analysis: Analysis,
    words: LoadedWords,
    statements: Iterable[StatementFinding],
    events: Iterable[EventFinding],
    claims: Iterable[ClaimFinding],
) -> list[WordingFinding]:
    """Return the loaded words of a text, each with who uses it.

    A word in a direct quotation is its speaker's; one in reported words may be the speaker's or
    the writer's and says so; every other is the writer's own.
    """
    told: dict[str, set[int]] = defaultdict(set)
    for event in events:
        told[event.type.value].add(_sentence_at(analysis, event.span.start))
    about = _claimed(analysis, claims)
    contents = sorted(statements, key=lambda s: (s.content.start, -s.content.end))
    starts = [s.content.start for s in contents]
    found: list[WordingFinding] = []
    for start, end, word in words.find(analysis.text):
        if not _stands_alone(analysis, start, end):
            continue
        sentence = _sentence_at(analysis, start)
        if word.concept in _EVENTS and sentence not in told[word.concept] | about:
            continue
        voice, by = _voice(contents, bisect_right(starts, start), end)
        rule = f"loaded-word-{word.concept}"
        found.append(WordingFinding(Span(start, end), word.concept, word.whose, voice, by, rule))
    for name in analysis.names:
        forms = words.names.get(name.member)
        form = fold_form(analysis.text[name.start : name.end])
        if forms is not None and form in forms:
            voice, by = _voice(contents, bisect_right(starts, name.start), name.end)
            span, concept = Span(name.start, name.end), f"name:{name.member}"
            found.append(WordingFinding(span, concept, forms[form], voice, by, "loaded-name"))
    return sorted(found, key=lambda wording: (wording.span.start, wording.span.end))


def _claimed(analysis: Analysis, claims: Iterable[ClaimFinding]) -> set[int]:
    """Return the sentences in which a claim is made and a place is named."""
    spans = [side.span for claim in claims for side in (*claim.asserted, *claim.denied)]
    return {
        _sentence_at(analysis, span.start)
        for span in spans
        if any(
            analysis.member(name).type in _PLACES
            for name in analysis.names.within(span.start, span.end)
        )
    }


def _sentence_at(analysis: Analysis, place: int) -> int:
    sentence = analysis.sentence_of(place)
    return -1 if sentence is None else sentence.index


def _stands_alone(analysis: Analysis, start: int, end: int) -> bool:
    """Say whether a word begins and ends where words do and is no part of a name."""
    names = analysis.names.within(max(0, start - 40), end)
    if any(name.start <= start and end <= name.end for name in names):
        return False
    return start in analysis.ground.begins and end in analysis.ground.ends


def _voice(contents: Sequence[StatementFinding], before: int, end: int) -> tuple[Voice, str | None]:
    """Return whose word it is that ends at `end`, of the `before` contents that begin ahead of it."""
    for at in range(before - 1, max(-1, before - 9), -1):
        statement = contents[at]
        if statement.content.end >= end and not (statement.speaker and statement.speaker.author):
            speaker = statement.speaker.key if statement.speaker else None
            direct = statement.quote is Quote.DIRECT
            return (Voice.QUOTED if direct else Voice.REPORTED), speaker
    return Voice.OWN, None
