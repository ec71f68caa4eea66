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
    return None


def told_by_writer(side: Side, analysis: Analysis, rules: Rules) -> Account | None:
    """Return the writer's sentence that a bare denial (関与を否定した, これを否定した) contests, or None.

    It stands a little before, in the same story, tells a deed, and names who denies it.
    """
    content = side.statement.content
    if not content.overlaps(
        side.statement.frame
    ):  # 「これを否定した」: what stands before is denied
        return _WRITER, content
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
