"""How many records begin on each day: of all, of each point at issue, of each publisher.

It is counted off the index of days where that tells, since no more of a large ledger is to be read
than that; what was rejected, which it does not tell, is taken off one by one.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"

_OF_KINDS = "r.kind IN ('talk', 'statement', 'event', 'commitment')"
_COUNTED = (
    "SELECT '', r.kind, r.day, count(*) FROM records AS r WHERE {} GROUP BY r.kind, r.day",
    "SELECT 'issue:' || i.issue, r.kind, r.day, count(*) FROM record_issues AS i"
    " JOIN records AS r ON r.row = i.record WHERE {} GROUP BY i.issue, r.kind, r.day",
    "SELECT 'publisher:' || coalesce(v.publisher, ''), r.kind, r.day, count(*) FROM records AS r"
    " JOIN documents AS d ON d.row = r.doc JOIN versions AS v ON v.doc = d.row"
    " AND v.number = d.current WHERE {} GROUP BY coalesce(v.publisher, ''), r.kind, r.day",
)
_REJECTED = f"{_OF_KINDS} AND r.state <> 'read' AND r.state = 'rejected'"


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the table and count."""
    counts = op.create_table(
        "day_counts",
        sa.Column("term", _key(), primary_key=True),
        sa.Column("kind", _key(), primary_key=True),
        sa.Column("day", _key(), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    for counted in _COUNTED:
        op.execute(f"INSERT INTO day_counts (term, kind, day, count) {counted.format(_OF_KINDS)}")
        c = counts.c
        for term, kind, day, count in connection.execute(sa.text(counted.format(_REJECTED))).all():
            at = (c.term == term, c.kind == kind, c.day == day)
            connection.execute(sa.update(counts).where(*at).values(count=c.count - count))
    connection.execute(sa.delete(counts).where(counts.c.count == 0))
    if connection.dialect.name == "sqlite":
        insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:t, :t, :n)")
        connection.execute(insert, {"t": "day_counts", "n": "300000 6000 2000 1"})
