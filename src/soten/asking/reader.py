"""Reads a question: `QuestionReader.read` returns what was understood and what was not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soten.asking.cuewords import (
    NO_CONTENT,
    NO_CONTENT_EN,
    PLACE_AFTER,
    SOUGHT,
    STANCES,
    TO_AFTER,
    TOPIC_AFTER,
)
from soten.asking.englishdates import find_periods
from soten.asking.names import EnglishNames, Named, japanese_names
from soten.asking.pieces import Pieces
from soten.asking.points import PointWords
from soten.japanese.analysis import Analysis
from soten.japanese.index import NameIndex
from soten.japanese.moments import Relation
from soten.japanese.times import anchor_times
from soten.lexicon import Lexicon
from soten.query.question import Part, Question, Sought, check_question
from soten.records import ActorType
from soten.records.edtf import FIRST_DAY, LAST_DAY, bounds
from soten.store import Selection, parse_words

if TYPE_CHECKING:
    from soten.store import Ledger

_PLACES = (ActorType.PLACE,)
_TOPICS = (ActorType.PLAN, ActorType.FACILITY)
_CONTENT = frozenset(("N", "VN", "NAME", "PERSON", "PLACE", "UNK", "NUM", "NA", "ADJ", "V", "ADV"))
_AFTER_DATE = re.compile(r"\s*(?:以降|から|以来|より後|まで|以前|より前|の間|に|の)?")
_BEFORE_DAY = re.compile(r"\s*より前")
_UPTO_DAY = re.compile(r"\s*以前")
_ENGLISH_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TOPIC_BEFORE_EN = re.compile(
    r"\b(?:about|on|over|regarding|concerning)\s+(?:the\s+)?$", re.IGNORECASE
)
_TO_BEFORE_EN = re.compile(r"\b(?:to|told|tell)\s+(?:the\s+)?$", re.IGNORECASE)
_PLACE_BEFORE_EN = re.compile(r"\b(?:in|at|near)\s+(?:the\s+)?$", re.IGNORECASE)


class QuestionReader:
    """Reads questions with one lexicon; holds what is compiled from it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index = NameIndex(lexicon)
        self._points = PointWords(lexicon)
        self._english = EnglishNames(self._index)

    def read(self, text: str, ledger: Ledger, today: date) -> Question:
        """Return what a question asks; `today` is what 先週 and "last week" are reckoned from.

        Names are those of the lexicon and of the ledger. What is no name, no point, no date and
        no word of asking is looked for in the ledger's records: found there, it narrows the
        answer as words; else it is told as not understood. Raises `UsageError` for an empty
        question and for one that is too long.
        """
        asked = check_question(text)
        pieces = Pieces(asked)
        if pieces.is_japanese:
            return self._japanese(pieces, ledger, today)
        return self._in_english(pieces, ledger, today)

    def _japanese(self, pieces: Pieces, ledger: Ledger, today: date) -> Question:
        text = pieces.text
        analysis = Analysis(text, self._index)
        since, until = _japanese_period(pieces, analysis, today)
        names = japanese_names(text, analysis, ledger)
        points = list(self._points.japanese(text))
        _put_stances(pieces, in_english=False)
        _put_points(pieces, points, names)
        for named in names:
            if pieces.is_free(named.start, named.end):
                pieces.put(_part(named, text), named.start, named.end, named.id)
        _put_sought(pieces, in_english=False)
        _put_asked_points(pieces, points)
        unknown = _japanese_rest(pieces, analysis)
        return _question(pieces, unknown, since, until, ledger)

    def _in_english(self, pieces: Pieces, ledger: Ledger, today: date) -> Question:
        text = pieces.text
        since, until = None, None
        for period in find_periods(text, today):
            since, until = since or period.since, until or period.until
            told = f"{period.since or '..'}/{period.until or '..'}"
            pieces.put(Part.PERIOD, period.start, period.end, told)
        names = list(self._english.find(text))
        points = list(self._points.english(text))
        for start, end, ids, _ in points:
            own = [n for n in names if n.start < end and start < n.end]
            if own and not _TOPIC_BEFORE_EN.search(text, 0, min(n.start for n in own)):
                continue
            if pieces.is_free(start, end):
                for id in ids:
                    pieces.put(Part.ISSUE, start, end, id)
        for named in names:
            if pieces.is_free(named.start, named.end):
                pieces.put(_english_part(named, text), named.start, named.end, named.id)
        _put_stances(pieces, in_english=True)
        _put_sought(pieces, in_english=True)
        unknown = [
            match.group()
            for match in _ENGLISH_WORD.finditer(text)
            if pieces.is_free(match.start(), match.end())
            and re.sub(r"['’].*", "", match.group().casefold()) not in NO_CONTENT_EN
        ]
        return _question(pieces, unknown, since, until, ledger)


def _japanese_period(
    pieces: Pieces, analysis: Analysis, today: date
) -> tuple[str | None, str | None]:
    """Note the dates; return the first and the last day, None for open."""
    text = pieces.text
    since: str | None = None
    until: str | None = None
    for time in anchor_times(analysis.expressions.items, text, today.isoformat()):
        low, high = bounds(time.edtf)
        is_span = "/" in time.edtf
        end = time.end
        after = _AFTER_DATE.match(text, end)
        if _BEFORE_DAY.match(text, end):
            until = (date.fromisoformat(low) - timedelta(days=1)).isoformat()
        elif _UPTO_DAY.match(text, end):
            until = high
        elif time.relation is Relation.SINCE and not is_span:
            since = low
        elif time.relation is Relation.UNTIL and not is_span:
            until = high
        else:
            since = since or (low if low != FIRST_DAY else None)
            until = until or (high if high != LAST_DAY else None)
        pieces.put(Part.PERIOD, time.start, after.end() if after else end, time.edtf)
    return since, until


def _put_points(
    pieces: Pieces,
    points: Iterable[tuple[int, int, tuple[str, ...], int]],
    names: Iterable[Named],
) -> None:
    """Note the points at issue, but for words that also name a party, and words of asking.

    A cue inside a longer name belongs to the name, unless the name is a facility's and the cue
    names a point for certain. A party's name is a point where it is what is spoken of.
    """
    known = list(names)
    for start, end, ids, weight in sorted(points, key=lambda p: (p[0], p[0] - p[1])):
        own = [n for n in known if n.start < end and start < n.end]
        if any(not _gives_way(named, start, end, weight, pieces.text) for named in own):
            continue
        if pieces.is_free(start, end) and not _is_asking(pieces.text, start, end):
            for id in ids:
                pieces.put(Part.ISSUE, start, end, id)


def _gives_way(named: Named, start: int, end: int, weight: int, text: str) -> bool:
    """Say whether a name stands for a point at issue, not for the one it names."""
    if end > named.end or start < named.start:
        return True
    if named.type is ActorType.FACILITY:
        return weight > 2
    is_whole = (start, end) == (named.start, named.end)
    is_body = named.type is ActorType.ORGANIZATION
    return is_whole and is_body and TOPIC_AFTER.match(text, named.end) is not None


def _is_asking(text: str, start: int, end: int) -> bool:
    """Say whether a word may be one of asking: 会談はいつ, 交渉の進展は."""
    return any(
        japanese.fullmatch(text[start:end]) or re.match(r"(?:交渉|協議|会談)$", text[start:end])
        for _, japanese, _ in SOUGHT
    )


def _put_asked_points(
    pieces: Pieces, points: Iterable[tuple[int, int, tuple[str, ...], int]]
) -> None:
    """Note points by words of asking where something else is asked for: 交渉についての立場."""
    for start, end, ids, _ in points:
        is_spoken_of = TOPIC_AFTER.match(pieces.text, end) is not None
        has_point = any(piece.part is Part.ISSUE for _, piece in pieces.found)
        if is_spoken_of and not has_point and pieces.is_free(start, end):
            for id in ids:
                pieces.put(Part.ISSUE, start, end, id)


def _part(named: Named, text: str) -> Part:
    """Return what a name stands for, by what it names and what follows it."""
    if named.type in _TOPICS:
        return Part.TOPIC
    if named.type in _PLACES:
        return Part.PLACE
    if TOPIC_AFTER.match(text, named.end):
        return Part.TOPIC
    if TO_AFTER.match(text, named.end):
        return Part.TO
    if named.type is ActorType.STATE and PLACE_AFTER.match(text, named.end):
        return Part.PLACE
    return Part.PARTY


def _english_part(named: Named, text: str) -> Part:
    if named.type in _TOPICS or _TOPIC_BEFORE_EN.search(text, 0, named.start):
        return Part.TOPIC
    if named.type in _PLACES or (
        named.type is ActorType.STATE and _PLACE_BEFORE_EN.search(text, 0, named.start)
    ):
        return Part.PLACE
    return Part.TO if _TO_BEFORE_EN.search(text, 0, named.start) else Part.PARTY


def _put_stances(pieces: Pieces, *, in_english: bool) -> None:
    """Note the first word of a stance: 拒否した, 支持している."""
    for stances, japanese, english in STANCES:
        for match in (english if in_english else japanese).finditer(pieces.text):
            if pieces.is_free(*match.span()):
                pieces.put(Part.STANCE, *match.span(), stances)
                return


def _put_sought(pieces: Pieces, *, in_english: bool) -> None:
    """Note what is sought: the first of the table that the question says; cover the others.

    Words of asking that are points too and are spoken of (交渉について) are left to be points.
    A stance alone, or asked of somebody (誰), seeks positions.
    """
    sought: list[tuple[Sought, int, int]] = []
    for what, japanese, english in SOUGHT:
        for match in (english if in_english else japanese).finditer(pieces.text):
            if pieces.is_free(*match.span()) and not TOPIC_AFTER.match(pieces.text, match.end()):
                sought.append((what, *match.span()))
                pieces.cover(*match.span())
    stance = next((p for _, p in pieces.found if p.part is Part.STANCE), None)
    if stance is not None and all(what is Sought.ACTORS for what, _, _ in sought):
        start = pieces.text.index(stance.words)
        pieces.put(Part.SOUGHT, start, start + len(stance.words), Sought.POSITIONS.value)
    elif sought:
        what, start, end = sought[0]
        pieces.put(Part.SOUGHT, start, end, what.value)


def _japanese_rest(pieces: Pieces, analysis: Analysis) -> list[str]:
    """Return the words of content that nothing covers, those side by side as one."""
    words: list[tuple[int, int]] = []
    for token in analysis.tokens:
        is_content = token.pos in _CONTENT and token.lemma not in NO_CONTENT
        if (
            not is_content
            or token.surface in NO_CONTENT
            or not pieces.is_free(token.start, token.end)
        ):
            continue
        if words and words[-1][1] == token.start and token.pos not in ("V", "ADJ"):
            words[-1] = (words[-1][0], token.end)
        else:
            words.append((token.start, token.end))
    return [pieces.text[start:end] for start, end in words]


def _question(
    pieces: Pieces, rest: Iterable[str], since: str | None, until: str | None, ledger: Ledger
) -> Question:
    unknown: list[str] = []
    for word in dict.fromkeys(rest):
        if pieces.is_japanese and _stands_in_records(word, ledger):
            at = pieces.text.index(word)
            pieces.put(Part.WORDS, at, at + len(word), word)
        else:
            unknown.append(word)
    return Question(pieces.text, pieces.understood(), tuple(unknown), since, until)


def _stands_in_records(word: str, ledger: Ledger) -> bool:
    quoted = word.replace('"', "").strip()
    return len(quoted) > 1 and ledger.count(Selection(words=parse_words(f'"{quoted}"'))) > 0
