"""Of each record on a point at issue, its kind and day: few of the many on a point are of one kind."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0016"

_STATISTICS = {
    "ix_record_issues_told": "2000000 150000 25000 15 1",
    "record_issues": "2000000 2 1",
}


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Write the table anew, in order of records."""
    op.execute(
        "CREATE TABLE record_issues_told AS SELECT i.record, i.issue, r.kind, r.day"
        " FROM record_issues AS i JOIN records AS r ON r.row = i.record"
    )
    op.drop_table("record_issues")
    op.create_table(
        "record_issues",
        sa.Column(
            "record",
            sa.Integer,
            sa.ForeignKey("records.row", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("issue", _key(), primary_key=True),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("day", _key(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO record_issues (record, issue, kind, day)"
        " SELECT record, issue, kind, day FROM record_issues_told ORDER BY record, issue"
    )
    op.drop_table("record_issues_told")
    columns = ["issue", "kind", "day", "record"]
    op.create_index("ix_record_issues_told", "record_issues", columns)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    connection.execute(sa.text("DELETE FROM sqlite_stat1 WHERE tbl LIKE 'record_issues%'"))
    insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('record_issues', :i, :n)")
    for index, numbers in _STATISTICS.items():
        connection.execute(insert, {"i": index, "n": numbers})
