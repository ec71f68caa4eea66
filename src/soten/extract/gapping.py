"""One verb for several speakers: 「A氏は「…」、B氏は「…」と述べた」."""

from __future__ import annotations

from dataclasses import replace

from soten.extract.reporting import Report
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import Span


def part_gapped(reports: list[Report], view: SentenceView, analysis: Analysis) -> list[Report]:
    """Return the reports, each quotation with a topic of its own as a report of its own."""
    parted: list[Report] = []
    for report in reports:
        parted += _parts(report, view, analysis)
    return parted


def _parts(report: Report, view: SentenceView, analysis: Analysis) -> list[Report]:
    """The reports that share the verb of `report`, in the order of the sentence."""
    if report.quoted is None or report.postposed is not None:
        return [report]
    parts: list[Report] = []
    since = report.since
    for at in range(report.since + 1, report.marker):
        inside = _whole_quotation(at, view, analysis)
        if inside is None or not view.phrases[at - 1].particle.endswith(("は", "も")):
            continue
        part = replace(report, since=at - 1, marker=at, quoted=inside, shares_verb=True)
        part.content_end = inside.end + 1
        parts.append(part)
        since = at + 1
    return [*parts, replace(report, since=since)] if parts else [report]


def _whole_quotation(at: int, view: SentenceView, analysis: Analysis) -> Span | None:
    """The inside of the quotation that a phrase is, where only 、 follows it."""
    phrase = view.phrases[at]
    if phrase.quote is None or phrase.particle or not phrase.comma or phrase.lemma is not None:
        return None
    quotation = analysis.quotation_at[phrase.quote]
    if phrase.start != quotation.start or phrase.head_end != quotation.end:
        return None
    return Span(quotation.inner_start, quotation.inner_end)
