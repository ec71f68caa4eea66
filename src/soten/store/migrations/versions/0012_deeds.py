"""Deeds in short (`deeds`), so that what is told after a promise is found by deed, side and day.

The tables are derived: everything in them follows from records and what is joined. Every document
that is there has yet to be told, which the next `soten add`, `soten rejoin` or `soten serve` does;
until then its deeds are read from the records themselves.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def _of(name: str) -> sa.Column[int]:
    return sa.Column(
        "record",
        sa.Integer,
        sa.ForeignKey(f"{name}", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )


def upgrade() -> None:
    """Create the tables; every document that is there is untold."""
    op.create_table(
        "deeds",
        _of("records.row"),
        sa.Column("doc", sa.Integer, nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_deeds_doc", "deeds", ["doc"])
    op.create_table(
        "deed_keys",
        sa.Column("deed", _key(), primary_key=True),
        sa.Column("side", _key(), primary_key=True),
        sa.Column("day", _key(), primary_key=True),
        _of("deeds.record"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_deed_keys_record", "deed_keys", ["record"])
    op.create_table(
        "untold",
        sa.Column(
            "doc",
            sa.Integer,
            sa.ForeignKey("documents.row"),
            primary_key=True,
            autoincrement=False,
        ),
    )
    op.execute("INSERT INTO untold (doc) SELECT documents.row FROM documents")
