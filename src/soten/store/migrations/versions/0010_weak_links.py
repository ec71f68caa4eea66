"""An index over the few links that are only proposed, the surest first."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_WEAK = sa.text("confidence < 0.8 AND confidence > 0")


def upgrade() -> None:
    """Create the index, and say in SQLite's statistics that it is small."""
    columns = ["confidence", "one", "other", "key"]
    op.create_index("ix_links_weak", "links", columns, sqlite_where=_WEAK, postgresql_where=_WEAK)
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:t, :i, :n)")
        told = {"t": "links", "i": "ix_links_weak", "n": "25000 250 3 2 1"}
        connection.execute(insert, told)
