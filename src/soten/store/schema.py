"""The tables of the newest schema. `migrations/` makes them; a test holds the two together.

Documents, versions and records have small integer keys (`row`) besides their ids, because every
record, every role and every passage refers to one. Days are ISO dates and ids are ASCII, compared
byte by byte in both kinds of database. JSON is text: the ledger never looks into it with SQL.
"""

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

from soten.store.daytables import day_counts
from soten.store.deedtables import deed_keys, deeds, untold
from soten.store.jointables import (
    cell_keys,
    cells,
    groups,
    items,
    joiners,
    links,
    pending,
    rounds,
    verdicts,
    weak,
)
from soten.store.tables import key as _key
from soten.store.tables import metadata
from soten.store.tracetables import moves, traces, unmoved, untraced

__all__ = [
    "cell_keys",
    "cells",
    "day_counts",
    "deed_keys",
    "deeds",
    "groups",
    "items",
    "joiners",
    "links",
    "metadata",
    "moves",
    "pending",
    "rounds",
    "traces",
    "unmoved",
    "untold",
    "untraced",
    "verdicts",
    "weak",
]

REVISIONS = tuple(f"{number:04}" for number in range(1, 19))
"""Schema revisions this code knows, the newest last."""

VERSION_TABLE = "soten_schema"
"""Where a ledger says which revision it has."""

runs = Table(
    "runs",
    metadata,
    Column("id", _key(), primary_key=True),
    Column("started_at", _key(), nullable=False),
    Column("code", Text, nullable=False),
    Column("lexicon", Text, nullable=False),
    Column("dictionary", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("id", _key(), nullable=False, unique=True),
    Column("current", Integer, nullable=False),
    Column("added_at", _key(), nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("doc", Integer, ForeignKey("documents.row"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", _key(), nullable=False, unique=True),
    Column("raw_sha256", _key()),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("url", Text),
    Column("language", Text),
    Column("published", _key()),
    Column("published_low", _key()),
    Column("published_high", _key()),
    Column("basis", Text, nullable=False),
    Column("why", Text),
    Column("origin", Text, nullable=False),
    Column("stories", Text, nullable=False),
    Column("chars", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("added_at", _key(), nullable=False),
    Column("reader", Text),
    UniqueConstraint("doc", "number"),
    Index("ix_versions_day", "published_low", "doc"),
    Index("ix_versions_fresh", "published_high", "added_at"),
    Index("ix_versions_publisher", "publisher", "published_low", "published_high"),
)

sources = Table(
    "sources",
    metadata,
    Column("doc", Integer, ForeignKey("documents.row"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("seen_at", _key(), nullable=False),
    Column("facts", Text),
    Column("added_at", _key(), nullable=False),
    Index(None, "name"),
)

readings = Table(
    "readings",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("doc", Integer, ForeignKey("documents.row"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("run", _key(), ForeignKey("runs.id"), nullable=False),
    Column("at", _key(), nullable=False),
    Column("new", Integer, nullable=False),
    Column("gone", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("issues", Text, nullable=False),
    Index(None, "doc"),
)

actors = Table(
    "actors",
    metadata,
    Column("id", _key(), primary_key=True),
    Column("type", Text, nullable=False),
    Column("name_ja", Text),
    Column("name_en", Text),
    Column("side", _key()),
    Column("roles", Text, nullable=False),
    Column("known", Boolean, nullable=False),
    Column("wikidata", Text),
    Column("geonames", Integer),
    Column("latitude", Float(53)),
    Column("longitude", Float(53)),
    Index(None, "side"),
    Index("ix_actors_name", "name_ja"),
    Index(
        "ix_actors_listed",
        "id",
        sqlite_where=text("known = 1"),
        postgresql_where=text("known"),
    ),
)

forms = Table(
    "forms",
    metadata,
    Column("actor", _key(), ForeignKey("actors.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    UniqueConstraint("actor", "form"),
    Index(None, "form"),
    sqlite_with_rowid=False,
)

issues = Table(
    "issues",
    metadata,
    Column("id", _key(), primary_key=True),
    Column("name_ja", Text),
    Column("name_en", Text),
)

records = Table(
    "records",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("id", _key(), nullable=False, unique=True),
    Column("kind", _key(), nullable=False),
    Column("doc", Integer, ForeignKey("documents.row"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("type", _key()),
    Column("status", _key()),
    Column("who", _key()),
    Column("issues", Text),
    Column("date", _key()),
    Column("basis", Text, nullable=False),
    Column("day", _key(), nullable=False),
    Column("low", _key()),
    Column("high", _key()),
    Column("digest", _key(), nullable=False),
    Column("state", _key(), nullable=False, server_default="read"),
    Column("found", Text),
    Index("ix_records_order", "doc", "place", "rank", "id"),
    Index("ix_records_day", "kind", "day", "doc", "place", "id"),
    Index(
        "ix_records_reach",
        "kind",
        "high",
        "low",
        sqlite_where=text("low < high"),
        postgresql_where=text("low < high"),
    ),
    Index("ix_records_who", "kind", "who", "doc"),
    Index(
        "ix_records_state",
        "state",
        sqlite_where=text("state <> 'read'"),
        postgresql_where=text("state <> 'read'"),
    ),
)
"""Records as they stand: what the reader found, with what persons decided on top.

`state` says what was decided. `found` is null where the row is just what the reader found, JSON
null where the present reader does not find the record, else what it found instead.
"""

record_actors = Table(
    "record_actors",
    metadata,
    Column("record", Integer, ForeignKey("records.row", ondelete="CASCADE"), primary_key=True),
    Column("role", _key(), primary_key=True),
    Column("who", _key(), primary_key=True),
    Column("kind", _key(), nullable=False),
    Column("day", _key(), nullable=False),
    Index("ix_record_actors_told", "who", "kind", "day", "role", "record"),
    sqlite_with_rowid=False,
)
"""Who has a role in records, whose own `kind` and `day` stand here once more."""

record_issues = Table(
    "record_issues",
    metadata,
    Column("record", Integer, ForeignKey("records.row", ondelete="CASCADE"), primary_key=True),
    Column("issue", _key(), primary_key=True),
    Column("kind", _key(), nullable=False),
    Column("day", _key(), nullable=False),
    Index("ix_record_issues_told", "issue", "kind", "day", "record"),
    sqlite_with_rowid=False,
)
"""Points at issue of records, whose own `kind` and `day` stand here once more."""

gone = Table(
    "gone",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("id", _key(), nullable=False),
    Column("kind", _key(), nullable=False),
    Column("doc", Integer, ForeignKey("documents.row"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("reading", Integer, ForeignKey("readings.row"), nullable=False),
    Index(None, "id"),
)

passages = Table(
    "passages",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("doc", Integer, ForeignKey("documents.row"), nullable=False),
    Column("record", Integer, ForeignKey("records.row", ondelete="CASCADE")),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("extra", Text, nullable=False),
    Index(None, "doc"),
    Index(None, "record"),
)
"""What full-text search looks through: stretches of documents, and records (`record` is set).

The words of a passage are its `extra` (a title, names) and the document's text from `start` to
`end`. Their pairs stand in the virtual table `passage_pairs` of an SQLite file, and in the column
`pairs` (tsvector) of a PostgreSQL database.
"""

decisions = Table(
    "decisions",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("id", _key(), nullable=False, unique=True),
    Column("action", _key(), nullable=False),
    Column("at", _key(), nullable=False),
    Column("by", Text, nullable=False),
    Column("undoes", _key()),
    Column("holds", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_decisions_at", "at", "id"),
    Index(None, "undoes"),
)
"""What persons decided (`soten.records.decisions`): only ever added to.

`body` is the whole decision; `holds` is false while another decision takes it back.
"""

decision_targets = Table(
    "decision_targets",
    metadata,
    Column("decision", Integer, ForeignKey("decisions.row"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", _key(), nullable=False),
    Column("id", _key(), nullable=False),
    Column("subject", _key(), nullable=False),
    Column("document", _key()),
    Column("sha256", _key()),
    Column("now", _key()),
    Column("fate", _key()),
    Column("reason", Text),
    Index(None, "id"),
    Index(None, "now"),
    Index(None, "document"),
    Index(None, "sha256"),
    Index(None, "fate"),
)
"""What decisions are about: the id then, and `now` the one it has with the present reading.

`fate`, `now` and `reason` are null while the decision does not hold.
"""

accounts = Table(
    "accounts",
    metadata,
    Column("key", _key(), primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", _key(), nullable=False),
    Column("password", Text, nullable=False),
    Column("made_at", _key(), nullable=False),
)
"""Who may log in to a served ledger; `key` is the folded name, `password` an Argon2 hash."""

sessions = Table(
    "sessions",
    metadata,
    Column("id", _key(), primary_key=True),
    Column("account", _key(), ForeignKey("accounts.key"), nullable=False),
    Column("made_at", _key(), nullable=False),
    Column("seen_at", _key(), nullable=False),
    Index(None, "account"),
    Index(None, "made_at"),
)
"""Browsers that are logged in; `id` is the SHA-256 of what the cookie holds."""

tokens = Table(
    "tokens",
    metadata,
    Column("id", _key(), primary_key=True),
    Column("secret", _key(), nullable=False),
    Column("account", _key(), ForeignKey("accounts.key"), nullable=False),
    Column("role", _key(), nullable=False),
    Column("note", Text, nullable=False),
    Column("made_at", _key(), nullable=False),
    Index(None, "account"),
)
"""Programs that may ask in an account's name; `secret` is the SHA-256 of what they hold."""

login_attempts = Table(
    "login_attempts",
    metadata,
    Column("key", _key(), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("since", _key(), nullable=False),
    Index(None, "since"),
)
"""Failed logins of late; `key` is a digest of an account's key, an address, or both."""
