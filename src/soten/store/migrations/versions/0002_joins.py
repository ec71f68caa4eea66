"""What joins things of different documents: items, keys, links, groups, verdicts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the tables; every document that is there has yet to be joined."""
    _create_items()
    _create_links()
    _create_groups()
    op.create_table(
        "pending",
        sa.Column(
            "doc",
            sa.Integer,
            sa.ForeignKey("documents.row"),
            primary_key=True,
            autoincrement=False,
        ),
    )
    op.execute("INSERT INTO pending (doc) SELECT documents.row FROM documents")


def _create_items() -> None:
    op.create_table(
        "cells",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("digest", _key(), nullable=False),
        sa.Column("features", sa.Text, nullable=False),
        sa.Column("grp", sa.Integer, nullable=False),
        sa.UniqueConstraint("digest", "kind", name="uq_cells_digest_kind"),
    )
    op.create_index("ix_cells_grp", "cells", ["grp"])
    op.create_table(
        "items",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("doc", sa.Integer, sa.ForeignKey("documents.row")),
        sa.Column("day", _key(), nullable=False),
        sa.Column("cell", sa.Integer, sa.ForeignKey("cells.row"), nullable=False),
        sa.UniqueConstraint("id", "kind", name="uq_items_id_kind"),
    )
    op.create_index("ix_items_doc", "items", ["doc", "kind"])
    op.create_index("ix_items_cell", "items", ["cell", "id"])
    op.create_table(
        "cell_keys",
        sa.Column("key", _key(), primary_key=True),
        sa.Column(
            "cell", sa.Integer, sa.ForeignKey("cells.row", ondelete="CASCADE"), primary_key=True
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cell_keys_cell", "cell_keys", ["cell"])


def _create_links() -> None:
    op.create_table(
        "links",
        sa.Column("key", _key(), primary_key=True),
        sa.Column(
            "one", sa.Integer, sa.ForeignKey("cells.row", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column(
            "other", sa.Integer, sa.ForeignKey("cells.row", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("why", _key(), nullable=False),
        sa.Column("confidence", sa.Float(53), nullable=False),
        sa.Column("detail", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_links_one", "links", ["one"])
    op.create_index("ix_links_other", "links", ["other"])
    op.create_table(
        "verdicts",
        sa.Column("kind", _key(), primary_key=True),
        sa.Column("one", _key(), primary_key=True),
        sa.Column("other", _key(), primary_key=True),
        sa.Column("same", sa.Boolean, nullable=False),
        sa.Column("decision", _key(), nullable=False),
    )
    op.create_index("ix_verdicts_other", "verdicts", ["kind", "other"])


def _create_groups() -> None:
    op.create_table(
        "groups",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("shared", sa.Boolean, nullable=False),
        sa.Column("low", _key(), nullable=False),
        sa.Column("high", _key(), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_index("ix_groups_high", "groups", ["kind", "high", "id"])
    op.create_index("ix_groups_id", "groups", ["id", "kind"])
    op.create_table(
        "joiners",
        sa.Column("kind", _key(), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("equal", _key()),
    )
