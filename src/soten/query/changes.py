"""What is new since a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soten.query.answers import Changes
from soten.query.assembly import page_of
from soten.query.details import gone_detail
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.naming import KINDS
from soten.records import DateMention, Mention
from soten.records.edtf import bounds
from soten.store import Order

if TYPE_CHECKING:
    from soten.store import Ledger

TOLD_KINDS = tuple(kind for kind in KINDS if kind not in (Mention.kind, DateMention.kind))
"""Kinds of record that tell something on their own."""


def changes_since(ledger: Ledger, since: str, filter: Filter = EVERYTHING) -> Changes:
    """Return documents published on or after `since` (EDTF), with their records.

    A document that nothing dates counts from when it was stored. `gone` are records that stood
    in the ledger until a reading on or after that day no longer found them.
    """
    day = bounds(since)[0]
    selection = replace(select_by(ledger, filter, TOLD_KINDS), fresh_since=day)
    return Changes(
        since=since,
        documents=tuple(facts for facts, _ in ledger.newest_documents(selection)),
        rows=page_of(ledger, selection, Order.NEWEST, None, None).rows,
        gone=tuple(
            gone_detail(ledger, record)
            for record in ledger.gone(since=day)
            if record.record.kind in selection.kinds
        ),
    )
