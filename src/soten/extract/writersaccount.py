"""What the writer tells as a fact or as what is held, where somebody named in it denies it."""

from __future__ import annotations

from soten.extract.contesting import PART_IN_IT, SUSPECTED
from soten.extract.heldclaims import Side
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import CueKind
from soten.records import Span

_BACK = 3
"""Sentences back in which the writer has told what is denied."""


def told_by_writer(side: Side, analysis: Analysis, rules: Rules) -> Span | None:
    """Return the writer's sentence that a bare denial (関与を否定した, これを否定した) contests, or None.

    It stands a little before, in the same story, tells a deed, and names who denies it.
    """
    content = side.statement.content
    if not content.overlaps(
        side.statement.frame
    ):  # 「これを否定した」: what stands before is denied
        return content
    if not PART_IN_IT.search(analysis.text, content.start, content.end):
        return None
    at = side.statement.sentence
    story = analysis.sentences[at].story
    for view in reversed(analysis.sentences[max(0, at - _BACK) : at]):
        if view.story != story:
            return None
        if _names(view, side, analysis) and _tells_deed(view, analysis, rules):
            return _account(view, analysis)
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
