"""The tables of what joins documents: items, cells, keys, links, groups, and persons' verdicts."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from soten.records.joins import CONNECTS
from soten.store.tables import key as _key
from soten.store.tables import metadata

JOINED = ("story", "actor", "talk", "claim", "figure", "commitment")
"""Kinds of thing that are joined across documents."""


def weak(kind: str) -> str:
    """Return what is told of a link of a kind that only proposes, in the words its index has."""
    return f"confidence < {CONNECTS} AND confidence > 0 AND key > '{kind}:' AND key < '{kind};'"


pending = Table(
    "pending",
    metadata,
    Column("doc", Integer, ForeignKey("documents.row"), primary_key=True, autoincrement=False),
)
"""Documents whose things have yet to be joined with those of other documents."""

cells = Table(
    "cells",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("kind", _key(), nullable=False),
    Column("digest", _key(), nullable=False),
    Column("features", Text, nullable=False),
    Column("grp", Integer, nullable=False),
    UniqueConstraint("digest", "kind"),
    Index("ix_cells_grp", "grp"),
)
"""Items that look alike to their joiner, compared and grouped as one."""

items = Table(
    "items",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("kind", _key(), nullable=False),
    Column("id", _key(), nullable=False),
    Column("doc", Integer, ForeignKey("documents.row")),
    Column("day", _key(), nullable=False),
    Column("cell", Integer, ForeignKey("cells.row"), nullable=False),
    UniqueConstraint("id", "kind"),
    Index("ix_items_doc", "doc", "kind"),
    Index("ix_items_cell", "cell", "id"),
)
"""What joiners offered (`soten.records.joins`); `doc` is null for what belongs to no document."""

cell_keys = Table(
    "cell_keys",
    metadata,
    Column("key", _key(), primary_key=True),
    Column("cell", Integer, ForeignKey("cells.row", ondelete="CASCADE"), primary_key=True),
    Index(None, "cell"),
    sqlite_with_rowid=False,
)

rounds = Table(
    "rounds",
    metadata,
    Column(
        "cell",
        Integer,
        ForeignKey("cells.row", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("day", _key(), primary_key=True),
    Column("sides", _key(), nullable=False),
    Column("call", Boolean, nullable=False),
    Index("ix_rounds_sides", "sides", "call", "day", "cell"),
    sqlite_with_rowid=False,
)
"""Between whom talks are told (ids joined by `|`), with the first of each of the days they are told for."""

links = Table(
    "links",
    metadata,
    Column("key", _key(), primary_key=True),
    Column("one", Integer, ForeignKey("cells.row", ondelete="CASCADE"), primary_key=True),
    Column("other", Integer, ForeignKey("cells.row", ondelete="CASCADE"), primary_key=True),
    Column("why", _key(), nullable=False),
    Column("confidence", Float(53), nullable=False),
    Column("detail", Text),
    Index(None, "one"),
    Index(None, "other"),
    sqlite_with_rowid=False,
)
for _kind in JOINED:
    Index(
        f"ix_links_weak_{_kind}",
        *(links.c.confidence.desc(), links.c.one, links.c.other, links.c.key),
        sqlite_where=text(weak(_kind)),
        postgresql_where=text(weak(_kind)),
    )

groups = Table(
    "groups",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("kind", _key(), nullable=False),
    Column("id", _key(), nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("low", _key(), nullable=False),
    Column("high", _key(), nullable=False),
    Column("size", Integer, nullable=False),
    Index("ix_groups_high", "kind", "high", "id"),
    Index("ix_groups_low", "kind", "low", "high"),
    Index("ix_groups_id", "id", "kind"),
)
"""Groups, by the row of one of their cells (`cells.grp`); `id` is the item that stands for one."""

verdicts = Table(
    "verdicts",
    metadata,
    Column("kind", _key(), primary_key=True),
    Column("one", _key(), primary_key=True),
    Column("other", _key(), primary_key=True),
    Column("same", Boolean, nullable=False),
    Column("decision", _key(), nullable=False),
    Index("ix_verdicts_other", "kind", "other"),
)
"""Pairs of items that a person joined or parted; `one` < `other`."""

joiners = Table(
    "joiners",
    metadata,
    Column("kind", _key(), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("equal", _key()),
)
"""Which version of each joiner joined what is here."""
