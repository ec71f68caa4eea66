"""The tables of positions in short (`soten.store.traced`)."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from soten.records.edtf import LAST_DAY
from soten.store.tables import key as _key
from soten.store.tables import metadata

traces = Table(
    "traces",
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
    Column("issue", _key(), nullable=False),
    Column("party", _key(), nullable=False),
    Column("first", _key(), nullable=False),
    Column("last", _key(), nullable=False),
    Column("low", _key()),
    Column("high", _key()),
    Column("story", _key(), nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_traces_doc", "doc"),
    Index("ix_traces_cell", "issue", "party", "first", "last", "id"),
    Index("ix_traces_issue", "issue", "first", "last", "id"),
    Index("ix_traces_party", "party", "first", "last", "id"),
    Index("ix_traces_day", "first", "last", "id"),
)
"""Positions in short: whose on what, when (`first` and `last` day, also where no day is known),
and in `body` what comparing needs. Made from records once a document is joined; dropped with them.
"""

untraced = Table(
    "untraced",
    metadata,
    Column("doc", Integer, ForeignKey("documents.row"), primary_key=True, autoincrement=False),
)
"""Documents whose positions have yet to be told in short; they hold no `traces`."""

moves = Table(
    "moves",
    metadata,
    Column(
        "later",
        Integer,
        ForeignKey("traces.record", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("earlier", Integer, ForeignKey("traces.record", ondelete="CASCADE"), nullable=False),
    Column("id", _key(), nullable=False),
    Column("issue", _key(), nullable=False),
    Column("party", _key(), nullable=False),
    Column("first", _key(), nullable=False),
    Column("last", _key(), nullable=False),
    Column("low", _key()),
    Column("body", Text, nullable=False),
    Index(None, "earlier"),
    Index("ix_moves_cell", "issue", "party", "first", "last", "id"),
    Index("ix_moves_issue", "issue", "first", "last", "id"),
    Index("ix_moves_party", "party", "first", "last", "id"),
    Index("ix_moves_day", "first", "last", "id"),
)
"""Where a stance moved: two traces of one party on one point; id, days and `low` are the later's."""

unmoved = Table(
    "unmoved",
    metadata,
    Column("issue", _key(), primary_key=True),
    Column("party", _key(), primary_key=True),
    Column("first", _key(), nullable=False),
    Column("last", _key(), nullable=False, server_default=LAST_DAY),
    sqlite_with_rowid=False,
)
"""Points and parties with the first days of the earliest and the latest trace that came or went
since their moves were found: what lies around these has yet to be found anew."""
