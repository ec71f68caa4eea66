"""Of each record somebody has a role in, its kind and day: what one said in a month is looked up."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"

_STATISTICS = {
    "ix_record_actors_told": "3000000 40 15 2 1 1",
    "record_actors": "3000000 2 2 1",
}


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Write the table anew, in order of records."""
    op.execute(
        "CREATE TABLE record_actors_told AS SELECT a.record, a.role, a.who, r.kind, r.day"
        " FROM record_actors AS a JOIN records AS r ON r.row = a.record"
    )
    op.drop_table("record_actors")
    op.create_table(
        "record_actors",
        sa.Column(
            "record",
            sa.Integer,
            sa.ForeignKey("records.row", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("role", _key(), primary_key=True),
        sa.Column("who", _key(), primary_key=True),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("day", _key(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO record_actors (record, role, who, kind, day)"
        " SELECT record, role, who, kind, day FROM record_actors_told ORDER BY record, role, who"
    )
    op.drop_table("record_actors_told")
    columns = ["who", "kind", "day", "role", "record"]
    op.create_index("ix_record_actors_told", "record_actors", columns)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    connection.execute(sa.text("DELETE FROM sqlite_stat1 WHERE tbl LIKE 'record_actors%'"))
    insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('record_actors', :i, :n)")
    for index, numbers in _STATISTICS.items():
        connection.execute(insert, {"i": index, "n": numbers})
