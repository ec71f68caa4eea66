"""Lines of the exchange format that say what several records are together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from soten.export.exchange import line
from soten.export.promises import promise_line
from soten.export.quantities import series_object
from soten.query import EVERYTHING, Filter, records
from soten.query.commitments import joined_commitments
from soten.query.figures import figure_series
from soten.records import Commitment, Figure

if TYPE_CHECKING:
    from soten.store import Ledger

_BATCH = 200
"""So many joined things are held in memory at a time."""


def series_and_promises(ledger: Ledger, filter: Filter = EVERYTHING) -> Iterator[str]:
    """Yield series of figures and joined promises, those that name only records written before.

    With a filter that is what has all its members, and all that is told since, let through.
    """
    written = None if filter == EVERYTHING else {row.id for row in records(ledger, filter)}
    yield from _series(ledger, filter, written)
    yield from _promises(ledger, filter, written)


def _series(ledger: Ledger, filter: Filter, written: set[str] | None) -> Iterator[str]:
    if not _lets_through(filter, Figure.kind):
        return
    asked = replace(filter, kinds=())
    after: str | None = None
    while True:
        page = figure_series(ledger, asked, limit=_BATCH, after=after)
        for series in page.rows:
            ids = {row.id for point in series.points for row in point.rows}
            if written is None or written >= ids:
                yield line(series_object(series))
        after = page.next
        if after is None:
            return


def _promises(ledger: Ledger, filter: Filter, written: set[str] | None) -> Iterator[str]:
    if not _lets_through(filter, Commitment.kind):
        return
    asked = replace(filter, kinds=())
    after: str | None = None
    while True:
        page = joined_commitments(ledger, asked, limit=_BATCH, after=after)
        for promise in page.rows:
            told = {id for later in promise.since for id in (later.row.id, *later.further)}
            ids = told | {row.id for row in promise.rows}
            if written is None or written >= ids:
                yield line(promise_line(promise))
        after = page.next
        if after is None:
            return


def _lets_through(filter: Filter, kind: str) -> bool:
    return not filter.kinds or kind in filter.kinds
