"""What is denied but said in no statement: what the writer tells, or what the denial itself relates."""

from __future__ import annotations

import re

from soten.extract.contesting import PART_IN_IT, SUSPECTED, WORDLESS
from soten.extract.heldclaims import Side, reach
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import CueKind
from soten.records import ActorType, Span

Account = tuple[str, Span]
"""Who holds something, and where it is told."""
_WRITER = "author"
_BACK = 3
"""Sentences back in which the writer has told what is denied."""
_CLAUSE = 6
"""Characters of a clause that tells what somebody holds."""
_OF_SOMEBODY = re.compile(
    r"(?P<told>という|との|とする|とした|といった)[^。、「」]{1,20}?(?P<own>(?:側|政府|当局)?(?:から)?の)"
    r"(?P<false>虚偽の|偽の|誤った|偽りの|根拠のない|事実無根の|でたらめな|一方的な)?"
    r"(?:主張|発表|説明|見方|指摘|非難|批判|見解|言い分|疑惑|嫌疑|報告|報道|訴え)"
)
_BY_SOMEBODY = re.compile(r"(?:政府|当局|側|軍)?(?P<by>による|から(?:出ている)?の)、?")
"""「A国政府による、町を制圧したとする主張を否定した」: whose words are denied, told before them."""
_WORDS = re.compile(
    r"(?:という|との|とする|とした|といった)"
    r"(?:主張|発表|説明|見方|指摘|非難|批判|見解|言い分|疑惑|嫌疑|報告|報道|訴え|告発|情報)"
)
_ALLEGED = re.compile(
    r"(?:(?:との|という|とする|といった)(?:訴え|指摘|疑い|疑惑|批判|非難|報告|報道|見方|見解|証言|情報|噂|うわさ|声|主張)"
    r"(?:が|も)[^、。]{0,10}|と(?:(?:指摘|非難|批判|報道|報告|告発|名指し)さ|(?:報じ|伝え|み|見)ら)れ[^、。]{0,6})"
    r"(?:が|ものの|けれど|けれども|にもかかわらず|のに対し)、"
)
"""「…との訴えが相次ぐが、B軍は関与を否定している」: what is denied in the same sentence."""
_HOLDERS = frozenset(
    (ActorType.PERSON, ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE, ActorType.OUTLET)
)


def told_in_denial(side: Side, analysis: Analysis, *, branded: bool = False) -> Account | None:
    """Return what a denial says that somebody holds: 「町を制圧したとするA軍の主張を否定した」.

    With `branded` only what is called false: 「…というA国の虚偽の主張」.
    """
    start, end = side.statement.content.start, reach(side)
    for found in _OF_SOMEBODY.finditer(analysis.text, start, end):
        if branded and found["false"] is None:
            continue
        stops = (found.start("own"), found.end("own") - 1)
        owner = next(filter(None, map(analysis.name_by_stop.get, stops)), None)
        if owner is None or found.start() - start < _CLAUSE:
            continue
        if owner.start != found.end("told") or owner.member == side.by:
            continue
        if analysis.member(owner).type in _HOLDERS:
            return owner.member, Span(start, found.start())
    return None if branded else _of_one_before(side, analysis)


def _of_one_before(side: Side, analysis: Analysis) -> Account | None:
    """Return what a denial says that somebody holds who is told before it."""
    text, start = analysis.text, side.statement.content.start
    by = _BY_SOMEBODY.search(text, start, side.statement.content.end)
    if by is None:
        return None
    owner = next(filter(None, map(analysis.name_by_stop.get, (by.start(), by.start("by")))), None)
    words = _WORDS.search(text, by.end(), reach(side))
    if owner is None or words is None or owner.member == side.by:
        return None
    if words.start() - by.end() < _CLAUSE or analysis.member(owner).type not in _HOLDERS:
        return None
    return owner.member, Span(by.end(), words.start())


def told_by_writer(side: Side, analysis: Analysis, rules: Rules) -> Account | None:
    """Return the writer's sentence that a bare denial (関与を否定した, これを否定した) contests, or None.

    It stands a little before, in the same story, tells a deed, and names who denies it.
    """
    content = side.statement.content
    if not content.overlaps(
        side.statement.frame
    ):  # 「これを否定した」: what stands before is denied
        return _WRITER, content
    alleged = _alleged(side, analysis)
    if alleged is not None:
        return _WRITER, alleged
    whole = WORDLESS.match(analysis.text, content.start, content.end)
    if whole is None and not PART_IN_IT.search(analysis.text, content.start, content.end):
        return None
    at = side.statement.sentence
    story = analysis.sentences[at].story
    for view in reversed(analysis.sentences[max(0, at - _BACK) : at]):
        if view.story != story:
            return None
        if _names(view, side, analysis) and _tells_deed(view, analysis, rules):
            return _WRITER, _account(view, analysis)
    return None


def _alleged(side: Side, analysis: Analysis) -> Span | None:
    """Where the sentence of a denial tells, before it, what others hold."""
    content = side.statement.content
    view = analysis.sentences[side.statement.sentence]
    found = _ALLEGED.search(analysis.text, view.start, reach(side))
    if found is None:
        return None
    start = content.start if found.start() > content.start else view.start
    return Span(start, found.start()) if found.start() - start >= _CLAUSE else None


def _names(view: SentenceView, side: Side, analysis: Analysis) -> bool:
    members = analysis.cast.members
    named = {n.member for n in analysis.names.within(view.start, view.end)}
    return (
        side.by in named
        or side.camp in named
        or any(members[key].side == side.camp for key in named)
    )


def _tells_deed(view: SentenceView, analysis: Analysis, rules: Rules) -> bool:
    hits = rules.cues[CueKind.CLAIM].hits(analysis.text, view.start, view.end)
    return next(iter(hits), None) is not None


def _account(view: SentenceView, analysis: Analysis) -> Span:
    """The sentence without its full stop and without とされる."""
    end = view.end
    while end > view.start + 1 and analysis.text[end - 1] in "。 \n":
        end -= 1
    held = SUSPECTED.search(analysis.text, max(view.start + 1, end - 12), end)
    return Span(view.start, end if held is None else held.start())
