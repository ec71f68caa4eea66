"""The tables of deeds in short (`soten.store.deeds`)."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from soten.store.tables import key as _key
from soten.store.tables import metadata

deeds = Table(
    "deeds",
    metadata,
    Column(
        "record",
        Integer,
        ForeignKey("records.row", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("doc", Integer, nullable=False),
    Column("id", _key(), nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_deeds_doc", "doc"),
)
"""Records that may bear on a promise, in short: what comparing needs. Made from records once a
document is joined; dropped with them."""

deed_keys = Table(
    "deed_keys",
    metadata,
    Column("deed", _key(), primary_key=True),
    Column("side", _key(), primary_key=True),
    Column("day", _key(), primary_key=True),
    Column(
        "record",
        Integer,
        ForeignKey("deeds.record", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Index("ix_deed_keys_record", "record"),
    sqlite_with_rowid=False,
)
"""Under which deed, side ("" unknown) and day records in short are found."""

untold = Table(
    "untold",
    metadata,
    Column("doc", Integer, ForeignKey("documents.row"), primary_key=True, autoincrement=False),
)
"""Documents whose deeds have yet to be told in short; they hold no `deeds`."""
