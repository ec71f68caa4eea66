"""Inner sentences: the sentence of a quotation in which something is told, read like one of its own."""

from __future__ import annotations

from bisect import bisect_left

from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import chunk

_TERM = frozenset("をにがのではもへ")
"""What follows a quotation that is only a term: 「直接対話」を始めた."""
_SHORT = 12
"""Characters below which a quotation is a term and no sentence: 「和平会議」."""


def innermost(analysis: Analysis, view: SentenceView, place: int) -> SentenceView:
    """Return the sentence, or of a quotation that holds the place the sentence in it."""
    if not analysis.is_quoted(place):
        return view
    held = [q for q in analysis.quotations.within(view.start, place) if q.end > place]
    if not held:
        return view
    quotation = held[-1]
    if analysis.text[quotation.end : quotation.end + 1] in _TERM:
        return view
    start = analysis.text.rfind("。", quotation.inner_start, place) + 1
    start = max(start, quotation.inner_start)
    end = analysis.text.find("。", place, quotation.inner_end)
    end = end if end > 0 else quotation.inner_end
    if end - start < _SHORT:
        return view
    tokens = analysis.tokens
    first = bisect_left(tokens, start, key=lambda t: t.start)
    last = bisect_left(tokens, end, key=lambda t: t.start)
    inner = SentenceView(view.index, start, end, view.paragraph, first, last, story=view.story)
    inner.phrases = chunk(tokens, first, last, analysis.closes)
    return inner
