"""Findings made from what was read: content trimmed, dated, its points at issue named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from soten.extract.contents import OPENERS
from soten.extract.findings import StatementFinding
from soten.extract.issues import IssueLayer
from soten.extract.reports import Report
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import Act, ActorType, Quote, Span, Speaker

_ANAPHOR = re.compile(
    r"この|その|これ|それ|同(?:案|計画|決議|提案|報告)|こうした|そうした|提案|計画|要求|決議|案"
)
_BARE = 12
"""Characters of content too few to tell its point at issue: 受け入れの意思, 支持する考え."""
_MOURNING = re.compile(r"哀悼|弔意|追悼|冥福|お悔やみ|悲痛|悲しみ|見舞い")
"""Words of sympathy, that touch no point at issue."""
_TRIM = " 　、。，．"
_ADDRESSING = ("に対し", "に対して", "に", "に対しては", "に対しても")


@dataclass(frozen=True, slots=True)
class Told:
    """Content with all that is known of it but its speakers."""

    view: SentenceView
    content: Span
    frame: Span
    act: Act
    quote: Quote
    rule: str
    via: tuple[str, ...] = ()
    to: str | None = None
    negated: bool = False
    verb: str = ""


def findings_of(
    told: Told, speakers: tuple[Speaker, ...], analysis: Analysis, issues: IssueLayer
) -> list[StatementFinding]:
    """Return one finding for each speaker, or one without speaker."""
    content = told.content
    named = issues.name(content.start, content.end, *_around(told.view, content, analysis))
    return [
        StatementFinding(
            content,
            speaker,
            told.act,
            told.quote,
            told.rule,
            told.view.index,
            told.frame,
            named,
            date=_date(told.view, content, analysis),
            to=told.to,
            via=tuple(v for v in told.via if speaker is None or v != speaker.entity),
            negated=told.negated,
            verb=told.verb,
        )
        for speaker in speakers or (None,)
    ]


def quoted_or_trimmed(report: Report, content: Span, text: str) -> Span:
    """Return the inside of the quotation where nothing stands before it, else `content` trimmed."""
    if report.quoted is not None:
        before = text[content.start : report.quoted.start - 1].strip(_TRIM)
        follows_another = text[report.quoted.start - 2] in "」』”"
        if not before or before in OPENERS or follows_another:
            return report.quoted
    start, end = content.start, content.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end)


def addressee(
    report: Report, view: SentenceView, speakers: tuple[Speaker, ...], analysis: Analysis
) -> str | None:
    """Return whom it is said to: 〜に対し, 〜に at a demand."""
    for phrase in view.phrases[report.since : report.verb]:
        name = analysis.name_by_stop.get(phrase.head_end)
        if name is None or phrase.particle not in _ADDRESSING:
            continue
        if any(speaker.entity == name.member for speaker in speakers):
            continue
        if analysis.member(name).type is not ActorType.PLACE:
            return name.member
    return None


def _around(view: SentenceView, content: Span, analysis: Analysis) -> list[tuple[int, int]]:
    """Where else to look for the point at issue: the sentence; for 「この提案」 the one before."""
    if _MOURNING.search(analysis.text, content.start, content.end):
        return []
    around = [(view.start, view.end)]
    is_bare = content.end - content.start <= _BARE
    if view.index and (is_bare or _ANAPHOR.search(analysis.text, content.start, content.end)):
        around.append((analysis.sentences[view.index - 1].start, view.start))
    return around


def _date(view: SentenceView, content: Span, analysis: Analysis) -> str | None:
    """The first date the sentence gives outside the content."""
    for time in analysis.times.within(view.start, view.end):
        if not content.start <= time.start < content.end:
            return time.edtf
    return None
