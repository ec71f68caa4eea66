"""The table of counts by day (`soten.store.daycounts`)."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table

from soten.store.tables import key as _key
from soten.store.tables import metadata

day_counts = Table(
    "day_counts",
    metadata,
    Column("term", _key(), primary_key=True),
    Column("kind", _key(), primary_key=True),
    Column("day", _key(), primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many records of a kind begin on a day ("" unknown), rejected ones aside; `term` is what they
have in common: "" nothing, `issue:` and a point at issue, `publisher:` and a publisher's name."""
