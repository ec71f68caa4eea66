"""What persons decide: the log of decisions, and what became of each record by them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns of records, create the tables of decisions."""
    op.add_column("records", sa.Column("state", _key(), nullable=False, server_default="read"))
    op.add_column("records", sa.Column("found", sa.Text))
    decided = sa.text("state <> 'read'")
    op.create_index(
        "ix_records_state",
        "records",
        ["state"],
        sqlite_where=decided,
        postgresql_where=decided,
    )
    op.create_table(
        "decisions",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", _key(), nullable=False, unique=True),
        sa.Column("action", _key(), nullable=False),
        sa.Column("at", _key(), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("undoes", _key()),
        sa.Column("holds", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_decisions_at", "decisions", ["at", "id"])
    op.create_index("ix_decisions_undoes", "decisions", ["undoes"])
    _create_targets()


def _create_targets() -> None:
    op.create_table(
        "decision_targets",
        sa.Column(
            "decision",
            sa.Integer,
            sa.ForeignKey("decisions.row"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("subject", _key(), nullable=False),
        sa.Column("document", _key()),
        sa.Column("sha256", _key()),
        sa.Column("now", _key()),
        sa.Column("fate", _key()),
        sa.Column("reason", sa.Text),
    )
    for name in ("id", "now", "document", "sha256", "fate"):
        op.create_index(f"ix_decision_targets_{name}", "decision_targets", [name])
