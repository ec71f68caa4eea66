"""Figures: numbers with what they count and whose they are."""

from __future__ import annotations

from bisect import bisect_right

from soten.extract.findings import FigureFinding, StatementFinding
from soten.japanese.analysis import Analysis
from soten.records import Span

_BREAKS = "、。「」『』\n（）()"
_REACH = 30


def find_figures(analysis: Analysis, statements: list[StatementFinding]) -> list[FigureFinding]:
    """Return the figures of a document, each with the owner of the statement it stands in."""
    owners = _Owners(statements)
    return [
        FigureFinding(
            Span(n.start, n.end),
            n.value,
            n.max,
            n.bound,
            n.unit,
            _counted(analysis.text, n.start, n.end),
            owners.of(n.start, n.end),
            "number-with-unit",
        )
        for n in analysis.numbers
    ]


class _Owners:
    """Whose words cover a place: the narrowest statement that holds it."""

    def __init__(self, statements: list[StatementFinding]) -> None:
        self.by_start = sorted(statements, key=lambda s: s.content.start)
        self.starts = [s.content.start for s in self.by_start]

    def of(self, start: int, end: int) -> str | None:
        from_here = [
            s
            for s in self._near(start)
            if s.content.start <= start and end <= s.content.end and s.speaker is not None
        ]
        if not from_here:
            return None
        narrowest = min(from_here, key=lambda s: s.content.end - s.content.start)
        assert narrowest.speaker is not None
        return narrowest.speaker.key

    def _near(self, place: int) -> list[StatementFinding]:
        at = bisect_right(self.starts, place)
        return self.by_start[max(0, at - 12) : at]


def _counted(text: str, start: int, end: int) -> str | None:
    """Return the words around a number that say what is counted, as they stand in the text."""
    left = start
    while left > 0 and start - left < _REACH and text[left - 1] not in _BREAKS:
        left -= 1
    right = end
    while right < len(text) and right - end < _REACH and text[right] not in _BREAKS:
        right += 1
    words = text[left:right].strip()
    return words or None
