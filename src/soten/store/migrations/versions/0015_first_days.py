"""Indexes over the first days of groups and over names, and what SQLite takes those of deeds for.

A list until a day begins at that day, but for the groups that last longer; a question is looked
through for names.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_STATISTICS = {
    "ix_groups_low": ("groups", "500000 80000 20 5"),
    "ix_actors_name": ("actors", "100000 5"),
    "deed_keys": ("deed_keys", "500000 25000 800 3 1"),
    "ix_deed_keys_record": ("deed_keys", "500000 2"),
    "ix_deeds_doc": ("deeds", "300000 3"),
}
"""As in revision 0009: the plans they lead to are good for small ledgers as well."""


def upgrade() -> None:
    """Create the indexes and write the statistics."""
    op.create_index("ix_groups_low", "groups", ["kind", "low", "high"], if_not_exists=True)
    op.create_index("ix_actors_name", "actors", ["name_ja"])
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    forget = sa.text("DELETE FROM sqlite_stat1 WHERE idx = :i")
    insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:t, :i, :n)")
    for index, (table, numbers) in _STATISTICS.items():
        connection.execute(forget, {"i": index})
        connection.execute(insert, {"t": table, "i": index, "n": numbers})
