"""Up to which day a course's moves have yet to be found, so that old news costs no whole course."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the last day; what is to be found already is so to the end."""
    key = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    op.add_column("unmoved", sa.Column("last", key, nullable=False, server_default="9999-12-31"))
