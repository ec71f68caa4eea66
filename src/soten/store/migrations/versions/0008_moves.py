"""Where stances moved (`moves`), found once from positions in short, so that a page is a few rows.

The table is derived: what is told in short and has no moves yet is found anew, course by course, by
the next `soten add` or `soten rejoin`; until then shifts are found when they are asked for.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def _trace(name: str, *, is_key: bool) -> sa.Column[int]:
    return sa.Column(
        name,
        sa.Integer,
        sa.ForeignKey("traces.record", ondelete="CASCADE"),
        primary_key=is_key,
        nullable=False,
        autoincrement=False,
    )


def upgrade() -> None:
    """Create both tables; every course that is there is to be gone through from its beginning."""
    op.create_table(
        "moves",
        _trace("later", is_key=True),
        _trace("earlier", is_key=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("issue", _key(), nullable=False),
        sa.Column("party", _key(), nullable=False),
        sa.Column("first", _key(), nullable=False),
        sa.Column("last", _key(), nullable=False),
        sa.Column("low", _key()),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_moves_earlier", "moves", ["earlier"])
    op.create_index("ix_moves_cell", "moves", ["issue", "party", "first", "last", "id"])
    op.create_index("ix_moves_issue", "moves", ["issue", "first", "last", "id"])
    op.create_index("ix_moves_party", "moves", ["party", "first", "last", "id"])
    op.create_index("ix_moves_day", "moves", ["first", "last", "id"])
    op.create_table(
        "unmoved",
        sa.Column("issue", _key(), primary_key=True),
        sa.Column("party", _key(), primary_key=True),
        sa.Column("first", _key(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO unmoved (issue, party, first)"
        " SELECT issue, party, min(first) FROM traces GROUP BY issue, party"
    )
