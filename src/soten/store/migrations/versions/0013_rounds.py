"""Between whom and on which days talks are told (`rounds`), so that the next one is found at once."""

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"

_BATCH = 5000


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the table and fill it from what talks are compared by."""
    rounds = op.create_table(
        "rounds",
        sa.Column(
            "cell",
            sa.Integer,
            sa.ForeignKey("cells.row", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("day", _key(), primary_key=True),
        sa.Column("sides", _key(), nullable=False),
        sa.Column("call", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    cells = sa.text("SELECT cells.row, features FROM cells WHERE kind = 'talk' ORDER BY cells.row")
    rows = [row for cell, features in connection.execute(cells) for row in _told(cell, features)]
    for at in range(0, len(rows), _BATCH):
        connection.execute(sa.insert(rounds), rows[at : at + _BATCH])
    op.create_index("ix_rounds_sides", "rounds", ["sides", "call", "day", "cell"])
    if connection.dialect.name == "sqlite":
        insert = sa.text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('rounds', :i, :n)")
        connection.execute(insert, {"i": "rounds", "n": "100000 1 1"})
        connection.execute(insert, {"i": "ix_rounds_sides", "n": "100000 1000 500 2 1"})


def _told(cell: int, features: str) -> Iterator[dict[str, object]]:
    told = json.loads(features)
    if told.get("role") != "talk" or not told.get("sides"):
        return
    stretches = [*([told["days"]] if told.get("days") else []), *told.get("moved", [])]
    sides, is_call = "|".join(told["sides"]), told.get("form") == "call"
    for day in sorted({first for first, _ in stretches}):
        yield {"cell": cell, "day": day, "sides": sides, "call": is_call}
