"""The first schema: documents, readings, actors, records, full-text search."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Create every table."""
    _create_documents()
    _create_actors()
    _create_records()
    _create_search()


def _create_documents() -> None:
    """Create runs, documents and what was read."""
    op.create_table(
        "runs",
        sa.Column("id", _key(), primary_key=True),
        sa.Column("started_at", _key(), nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("lexicon", sa.Text, nullable=False),
        sa.Column("dictionary", sa.Text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", _key(), nullable=False, unique=True),
        sa.Column("current", sa.Integer, nullable=False),
        sa.Column("added_at", _key(), nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("doc", sa.Integer, sa.ForeignKey("documents.row"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("sha256", _key(), nullable=False, unique=True),
        sa.Column("raw_sha256", _key()),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("published", _key()),
        sa.Column("published_low", _key()),
        sa.Column("published_high", _key()),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("stories", sa.Text, nullable=False),
        sa.Column("chars", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("added_at", _key(), nullable=False),
        sa.Column("reader", sa.Text),
        sa.UniqueConstraint("doc", "number"),
    )
    op.create_table(
        "sources",
        sa.Column("doc", sa.Integer, sa.ForeignKey("documents.row"), primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("seen_at", _key(), nullable=False),
        sa.Column("facts", sa.Text),
        sa.Column("added_at", _key(), nullable=False),
    )
    op.create_index("ix_sources_name", "sources", ["name"])
    op.create_table(
        "readings",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("doc", sa.Integer, sa.ForeignKey("documents.row"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("run", _key(), sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("at", _key(), nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
        sa.Column("gone", sa.Integer, nullable=False),
        sa.Column("kept", sa.Integer, nullable=False),
        sa.Column("issues", sa.Text, nullable=False),
    )
    op.create_index("ix_readings_doc", "readings", ["doc"])


def _create_actors() -> None:
    """Create actors and points at issue."""
    op.create_table(
        "actors",
        sa.Column("id", _key(), primary_key=True),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("name_ja", sa.Text),
        sa.Column("name_en", sa.Text),
        sa.Column("side", _key()),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("known", sa.Boolean, nullable=False),
        sa.Column("wikidata", sa.Text),
        sa.Column("geonames", sa.Integer),
        sa.Column("latitude", sa.Float(53)),
        sa.Column("longitude", sa.Float(53)),
    )
    op.create_index("ix_actors_side", "actors", ["side"])
    op.create_table(
        "forms",
        sa.Column("actor", _key(), sa.ForeignKey("actors.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.UniqueConstraint("actor", "form"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_forms_form", "forms", ["form"])
    op.create_table(
        "issues",
        sa.Column("id", _key(), primary_key=True),
        sa.Column("name_ja", sa.Text),
        sa.Column("name_en", sa.Text),
    )


def _create_records() -> None:
    """Create records and what is searched."""
    op.create_table(
        "records",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", _key(), nullable=False, unique=True),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("doc", sa.Integer, sa.ForeignKey("documents.row"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("type", _key()),
        sa.Column("status", _key()),
        sa.Column("who", _key()),
        sa.Column("issues", sa.Text),
        sa.Column("date", _key()),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("day", _key(), nullable=False),
        sa.Column("low", _key()),
        sa.Column("high", _key()),
        sa.Column("digest", _key(), nullable=False),
    )
    op.create_index("ix_records_order", "records", ["doc", "place", "rank", "id"])
    op.create_index("ix_records_day", "records", ["kind", "day", "doc", "place", "id"])
    op.create_index("ix_records_who", "records", ["kind", "who", "doc"])
    op.create_table(
        "record_actors",
        sa.Column(
            "record", sa.Integer, sa.ForeignKey("records.row", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("role", _key(), primary_key=True),
        sa.Column("who", _key(), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_record_actors_who_role_record", "record_actors", ["who", "role", "record"])
    op.create_table(
        "record_issues",
        sa.Column(
            "record", sa.Integer, sa.ForeignKey("records.row", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("issue", _key(), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_record_issues_issue_record", "record_issues", ["issue", "record"])
    op.create_table(
        "gone",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("doc", sa.Integer, sa.ForeignKey("documents.row"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.row"), nullable=False),
    )
    op.create_index("ix_gone_id", "gone", ["id"])
    op.create_table(
        "passages",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("doc", sa.Integer, sa.ForeignKey("documents.row"), nullable=False),
        sa.Column("record", sa.Integer, sa.ForeignKey("records.row", ondelete="CASCADE")),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("extra", sa.Text, nullable=False),
    )
    op.create_index("ix_passages_doc", "passages", ["doc"])
    op.create_index("ix_passages_record", "passages", ["record"])


def _create_search() -> None:
    """Create what full-text search looks in, with the means of each database."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER TABLE passages ADD COLUMN pairs tsvector NOT NULL")
        op.execute("CREATE INDEX ix_passages_pairs ON passages USING gin (pairs)")
    else:
        op.execute(
            "CREATE VIRTUAL TABLE passage_pairs USING fts5(pairs, content='', tokenize='ascii')"
        )
