"""Which points at issue the words of a place are about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from soten.records import Position, Record, Span, Statement


class IssuesAt:
    """The issues of the statements and positions that rest on the same words.

    A look-up walks back only as far as an earlier span can still reach.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        """Take the spans and issues of the statements and positions among `records`."""
        found = [
            (record.evidence.span.start, record.evidence.span.end, _own(record))
            for record in records
            if isinstance(record, Statement | Position)
        ]
        found.sort()
        self._spans = found
        self._starts = [start for start, _, _ in found]
        self._reach = list(accumulate((end for _, end, _ in found), max))

    def __call__(self, span: Span) -> tuple[str, ...]:
        """Return the issues at `span`, in order of id."""
        issues: set[str] = set()
        index = bisect_left(self._starts, span.end) - 1
        while index >= 0 and self._reach[index] > span.start:
            if self._spans[index][1] > span.start:
                issues.update(self._spans[index][2])
            index -= 1
        return tuple(sorted(issues))


def _own(record: Statement | Position) -> tuple[str, ...]:
    return record.issues if isinstance(record, Statement) else (record.issue,)
