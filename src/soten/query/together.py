"""What a record is across documents: the series of a figure, the promise of a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soten.query.answers import Detail, RecordDetail
from soten.query.commitments import JoinedCommitment, joined_commitment
from soten.query.figures import Series, series_of
from soten.records import Commitment, Figure

if TYPE_CHECKING:
    from soten.store import Ledger

Together = Series | JoinedCommitment


def together_with(ledger: Ledger, detail: Detail) -> Together | None:
    """Return the series or joined promise that a record is part of; None for anything else.

    A figure that stands alone is no series.
    """
    if not isinstance(detail, RecordDetail):
        return None
    record = detail.row.record
    if isinstance(record, Commitment):
        return joined_commitment(ledger, record.id)
    if not isinstance(record, Figure):
        return None
    group = ledger.groups_with(Figure.kind, [record.id]).get(record.id)
    if group is None or len(group.members) < 2:
        return None
    return next(iter(series_of(ledger, [group])), None)
