"""What a claim says, as signs that do not depend on how it is worded.

Names become ids (of states, forces and bodies the side they belong to), numbers values with their
unit; of the rest the words in kanji, katakana and letters count, and neither particles nor endings.

>>> sorted(words_of("米国が研究所に資金を提供している"))
['提供', '研究', '究所', '米国', '資金']
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from soten.records import (
    ActorType,
    Claim,
    DateMention,
    Event,
    EventType,
    Figure,
    Mention,
    Span,
)
from soten.resolve.joining import Source

_RUN = re.compile(r"[一-龥々]+|[ァ-ヴー]{2,}|[A-Za-zａ-ｚＡ-Ｚ]{2,}")
_NEGATED = re.compile(
    r"(?:ない|ません|なかった|ておらず|わけでは(?:ない|ありません))(?:という|と)?[」』。]*\Z"
)
"""The end of what is said not to be so."""
_ACTING = re.compile(
    r"(?:の?(?:軍|側|政府|当局|部隊|兵士?|指導部|政権|大統領|首相))*(?:[がはも]|による|によって)"
)
"""What follows the name of who is said to act."""
_OF_WORDS = re.compile(
    r"(?:という|との|とする|とした|といった)[^、。]{0,16}?(?:主張|報道|情報|説明|見方|発言|発表|記述|うわさ|噂)"
)
_SUFFERED = re.compile(r"(?:さ|ら)れ(?:た|て|、|ました)|(?:攻撃|砲撃|空爆|爆撃|被害)を受け")
_BY_WHOM = re.compile(
    r"(?:の?(?:軍|側|政府|当局|部隊))*(?:に(?:よって|より)?(?!対|つい)|による|の[^、。]{0,8}?(?:攻撃|砲撃|空爆|爆撃)を?)"
)
"""What follows the name of who acts where something is suffered: A軍に砲撃され, A軍の攻撃を受け."""
_EMPTY = frozenset("年月 月日 日間 時間 日本 主張 発表 表明 報告 指摘 可能 事実".split())
ONE_SIDE = frozenset((ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))
"""Kinds of actor that speak and act for a side."""
_PLACES = (ActorType.PLACE, ActorType.FACILITY)
_DEEDS = frozenset(EventType) - {EventType.CONTROL_CHANGE, EventType.OTHER}
"""Events that happen on a day; told again of another day they are others."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a claim says. `day` is the ISO day of the deed it tells of, None of a state of things."""

    terms: frozenset[str]
    numbers: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    is_negated: bool = False
    is_of_words: bool = False
    """True of a claim about what somebody claims: 「…というA国の主張を広めている」."""
    is_deed: bool = False
    day: str | None = None


@dataclass(slots=True)
class Marks:
    """The marks of one document, by place: its names, numbers, dates and deeds."""

    source: Source
    _marks: list[tuple[int, Mention | Figure | DateMention]] = field(init=False)
    _events: list[Event] = field(init=False)

    def __post_init__(self) -> None:
        kinds = (Mention, Figure, DateMention)
        marks = [r for r in self.source.records if isinstance(r, kinds)]
        self._marks = sorted(
            ((mark.evidence.span.start, mark) for mark in marks),
            key=lambda pair: (pair[0], -pair[1].evidence.span.end, pair[1].kind),
        )
        self._events = [r for r in self.source.records if isinstance(r, Event)]

    def of(self, claim: Claim) -> Proposition:
        """Return what a claim says."""
        span = span_of(claim, self.source.document.text)
        marks = list(self._within(span))
        deeds = [e for e in self._events if e.type in _DEEDS and e.evidence.span.overlaps(span)]
        names = [mark for mark in marks if isinstance(mark, Mention)]
        text = self.source.document.text
        told = [self._sign(name) for name in names]
        known = [m.evidence.span for m in marks if not self._is_found(m)]
        rest = words_of(_without(text, span, known))
        signs = (s for n, s in zip(names, told, strict=True) if not self._is_found(n))
        return Proposition(
            terms=frozenset((*signs, *rest)),
            numbers=frozenset(_number(mark) for mark in marks if isinstance(mark, Figure)),
            agents=self._agents(span, names, told),
            places=frozenset(
                sign for name, sign in zip(names, told, strict=True) if self._is_place(name)
            ),
            is_negated=bool(claim.asserted) and _NEGATED.search(span.cut(text)) is not None,
            is_of_words=_OF_WORDS.search(text, span.start, span.end) is not None,
            is_deed=bool(deeds),
            day=next((e.date for e in deeds if e.date is not None), None),
        )

    def _within(self, span: Span) -> Iterator[Mention | Figure | DateMention]:
        """Yield the marks that begin in a stretch of text, the longest of those at one place."""
        until = span.start
        for start, mark in self._marks[bisect_left(self._marks, span.start, key=lambda p: p[0]) :]:
            if start >= span.end:
                return
            if start >= until:
                until = mark.evidence.span.end
                yield mark

    def _agents(self, span: Span, names: Sequence[Mention], signs: Sequence[str]) -> frozenset[str]:
        """Who is said to act: A in 「A軍がB市を砲撃した」 and in 「B市がA軍に砲撃された」."""
        text = self.source.document.text
        passive = _SUFFERED.search(text, span.start, span.end) is not None
        acting = _BY_WHOM if passive else _ACTING
        return frozenset(
            sign
            for name, sign in zip(names, signs, strict=True)
            if not self._is_place(name) and acting.match(text, name.evidence.span.end, span.end)
        )

    def _is_found(self, mark: Mention | Figure | DateMention) -> bool:
        """Say whether a name is known from this document only: its words tell more than its id."""
        if not isinstance(mark, Mention) or self.source.who(mark.entity) != mark.entity:
            return False
        actor = self.source.actors.get(mark.entity)
        return actor is None or not actor.known

    def _sign(self, name: Mention) -> str:
        if self._is_found(name):
            return unicodedata.normalize("NFKC", name.evidence.exact)
        actor = self.source.actors.get(name.entity)
        kind = actor.type if actor is not None else None
        return self.source.side(name.entity) if kind in ONE_SIDE else self.source.who(name.entity)

    def _is_place(self, name: Mention) -> bool:
        actor = self.source.actors.get(name.entity)
        return actor is not None and actor.type in _PLACES


def span_of(claim: Claim, text: str) -> Span:
    """Return where a document says what a claim says; for one only denied, where it tells that."""
    span = claim.evidence.span
    if not claim.asserted:
        start = text.find(claim.what, max(0, span.start - len(claim.what)), span.end)
        if claim.what and start >= 0:
            return Span(start, start + len(claim.what))
    return span


def words_of(text: str) -> set[str]:
    """Return the words of a text as signs: runs in kanji by twos, words in katakana and letters."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        if run[0] < "一":
            found.add(unicodedata.normalize("NFKC", run).casefold())
        elif len(run) > 1:
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return found - _EMPTY


def _without(text: str, span: Span, marks: Sequence[Span]) -> str:
    """Return a stretch of text with marks cut out, a space in the place of each."""
    parts: list[str] = []
    at = span.start
    for mark in marks:
        parts.append(text[at : mark.start])
        at = max(at, mark.end)
    parts.append(text[at : span.end])
    return " ".join(parts)


def _number(figure: Figure) -> str:
    top = "" if figure.max is None else f"-{figure.max:g}"
    return f"{figure.value:g}{top}{figure.unit.value}"
