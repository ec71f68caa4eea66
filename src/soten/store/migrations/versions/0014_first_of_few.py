"""Indexes over the links of each kind that only propose, the surest first, and over packs' actors."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_KINDS = ("story", "actor", "talk", "claim", "figure", "commitment")
_WEAK = "confidence < 0.8 AND confidence > 0 AND key > '{0}:' AND key < '{0};'"


def upgrade() -> None:
    """Create the indexes, and say in SQLite's statistics that they are small."""
    op.drop_index("ix_links_weak", "links")
    columns: list[str | sa.TextClause] = [sa.text("confidence DESC"), "one", "other", "key"]
    told = {"ix_actors_listed": ("actors", "500 1")}
    for kind in _KINDS:
        name, weak = f"ix_links_weak_{kind}", sa.text(_WEAK.format(kind))
        op.create_index(name, "links", columns, sqlite_where=weak, postgresql_where=weak)
        told[name] = ("links", "25000 250 3 2 1")
    op.create_index(
        "ix_actors_listed",
        "actors",
        ["id"],
        sqlite_where=sa.text("known = 1"),
        postgresql_where=sa.text("known"),
    )
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    connection.execute(sa.text("DELETE FROM sqlite_stat1 WHERE idx = 'ix_links_weak'"))
    insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:t, :i, :n)")
    for index, (table, numbers) in told.items():
        connection.execute(insert, {"t": table, "i": index, "n": numbers})
