"""Positions in short (`traces`), so that courses, shifts and distances read little of a ledger.

The table is derived: everything in it follows from records and what is joined. Every document that
is there has yet to be traced, which the next `soten add` or `soten rejoin` does; until then its
positions are read from the records themselves, as before.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Create both tables; every document that is there is untraced."""
    op.create_table(
        "traces",
        sa.Column(
            "record",
            sa.Integer,
            sa.ForeignKey("records.row", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("doc", sa.Integer, nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("issue", _key(), nullable=False),
        sa.Column("party", _key(), nullable=False),
        sa.Column("first", _key(), nullable=False),
        sa.Column("last", _key(), nullable=False),
        sa.Column("low", _key()),
        sa.Column("high", _key()),
        sa.Column("story", _key(), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_traces_doc", "traces", ["doc"])
    op.create_index("ix_traces_cell", "traces", ["issue", "party", "first", "last", "id"])
    op.create_index("ix_traces_issue", "traces", ["issue", "first", "last", "id"])
    op.create_index("ix_traces_party", "traces", ["party", "first", "last", "id"])
    op.create_index("ix_traces_day", "traces", ["first", "last", "id"])
    op.create_table(
        "untraced",
        sa.Column(
            "doc",
            sa.Integer,
            sa.ForeignKey("documents.row"),
            primary_key=True,
            autoincrement=False,
        ),
    )
    op.execute("INSERT INTO untraced (doc) SELECT documents.row FROM documents")
