"""Deeds in short (`deeds`), so that what is told after a promise is found by deed, side and day.

The tables are derived: everything in them follows from records and what is joined. Every document
that is there has yet to be told, which the next `soten add`, `soten rejoin` or `soten serve` does;
until then its deeds are read from the records themselves. An index over the first days of groups
finds those that last longer than until a day.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"

_STATISTICS = (
    ("deed_keys", "deed_keys", "500000 25000 800 3 1"),
    ("deed_keys", "ix_deed_keys_record", "500000 2"),
    ("deeds", "ix_deeds_doc", "300000 3"),
    ("groups", "ix_groups_low", "500000 80000 20 5"),
)
"""What SQLite's planner takes them for, as in revision 0009."""


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
    op.create_index("ix_groups_low", "groups", ["kind", "low", "high"])
    op.execute("INSERT INTO untold (doc) SELECT documents.row FROM documents")
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:t, :i, :n)")
        for table, index, numbers in _STATISTICS:
            connection.execute(insert, {"t": table, "i": index, "n": numbers})
