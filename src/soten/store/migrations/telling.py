"""What records tell of, in tables of its own, with the kind and day of the record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


def tell_kind_and_day(table: str, whose: tuple[str, ...], index: str, statistics: str) -> None:
    """Write a table of a record and what it tells of (`whose`) anew, in order of records.

    `index` are the columns of the index that takes the place of the former one, `statistics` what
    SQLite is told of it.
    """
    columns = ", ".join(("record", *whose))
    op.execute(
        f"CREATE TABLE {table}_told AS SELECT told.*, r.kind, r.day"
        f" FROM {table} AS told JOIN records AS r ON r.row = told.record"
    )
    op.drop_table(table)
    reference = sa.ForeignKey("records.row", ondelete="CASCADE")
    op.create_table(
        table,
        sa.Column("record", sa.Integer, reference, primary_key=True),
        *(sa.Column(name, _key(), primary_key=True) for name in whose),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("day", _key(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        f"INSERT INTO {table} ({columns}, kind, day)"
        f" SELECT {columns}, kind, day FROM {table}_told ORDER BY {columns}"
    )
    op.drop_table(f"{table}_told")
    op.create_index(f"ix_{table}_told", table, index.split())
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    connection.execute(sa.text("DELETE FROM sqlite_stat1 WHERE tbl = :t"), {"t": table})
    insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:t, :i, :n)")
    few = " ".join((statistics.split(maxsplit=1)[0], *["2"] * len(whose), "1"))
    for name, numbers in ((f"ix_{table}_told", statistics), (table, few)):
        connection.execute(insert, {"t": table, "i": name, "n": numbers})


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
