"""Terms: from when until when a promise holds, and on what condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from soten.japanese.analysis import Analysis
from soten.japanese.moments import Relation, Time
from soten.records import Span

_CONDITION = re.compile(
    r"[^、。「」]{2,40}(?:れば|なければ|場合(?:に限[りっ]て?|は|に(?:は)?)?|(?<!出来る)(?<!できる)限り|条件に|なら)(?=、|[^、。]{2})"
)
_LASTING = re.compile(r"から[^、。]*(?:日|週|か月|カ月|ヶ月|年)間")


@dataclass(frozen=True, slots=True)
class Term:
    """The first and last day of a promise, as EDTF, and its condition in the text's words."""

    start: str | None
    end: str | None
    condition: str | None


def term_of(analysis: Analysis, span: Span, *, planned: bool = False) -> Term:
    """Return the term that a stretch of text gives a promise.

    A duration from a day ends that many days after it: 「22日から7日間」 ends on the 29th. Where
    something is `planned` for a day, that day is its first and last.
    """
    start = end = None
    for time in analysis.times.within(span.start, span.end):
        first, last = _bounds(time)
        if _LASTING.search(analysis.text, time.start, time.end) and first != last:
            start, end = start or first, end or _day_after(last)
        elif time.relation is Relation.UNTIL:
            end = end or last
        elif time.relation is Relation.SINCE:
            start = start or first
        elif planned and time.is_future:
            start, end = start or first, end or last
    condition = _CONDITION.search(analysis.text, span.start, span.end)
    return Term(start, end, condition.group() if condition else None)


def _bounds(time: Time) -> tuple[str, str]:
    parts: Sequence[str] = time.edtf.split("/")
    return parts[0], parts[-1]


def _day_after(edtf: str) -> str:
    try:
        return (date.fromisoformat(edtf) + timedelta(days=1)).isoformat()
    except ValueError:
        return edtf
