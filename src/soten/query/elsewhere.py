"""Where else a record is told: the records of other documents that are one thing with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.support import Support, support_of, tellings_of
from soten.records import Claim, Commitment, Figure, Record, Talk
from soten.store import Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

_JOINED = (Talk.kind, Claim.kind, Figure.kind, Commitment.kind)
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Records that are one thing with a record, at most twenty, and what supports it altogether.

    `count` is how many records are that thing, the record itself too.
    """

    rows: tuple[Row[Record], ...]
    count: int
    support: Support


def elsewhere(ledger: Ledger, row: Row[Record]) -> Elsewhere:
    """Return where else what a record tells is told."""
    members = [row.id]
    if row.record.kind in _JOINED:
        group = ledger.groups_with(row.record.kind, [row.id]).get(row.id)
        members = [row.id] if group is None else list(group.members)
    others = tuple(id for id in members if id != row.id)[:_SHOWN]
    found = ledger.records(Selection(ids=others), Order.NEWEST) if others else []
    rows = tuple(Assembler[Record](ledger).rows(found))
    tellings = [telling for one in (row, *rows) for telling in tellings_of(one.record)]
    return Elsewhere(rows, len(members), support_of(ledger, tellings))
