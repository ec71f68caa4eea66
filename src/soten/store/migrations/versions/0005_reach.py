"""An index over records of more than one day, by their last: what reaches into a window of time."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the index."""
    op.create_index(
        "ix_records_reach",
        "records",
        ["kind", "high", "low"],
        sqlite_where=sa.text("low < high"),
        postgresql_where=sa.text("low < high"),
    )
