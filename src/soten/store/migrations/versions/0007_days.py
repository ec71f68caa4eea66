"""Indexes over versions: the latest documents, those fresh since a day, those of a publisher."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the indexes."""
    op.create_index("ix_versions_day", "versions", ["published_low", "doc"])
    op.create_index("ix_versions_fresh", "versions", ["published_high", "added_at"])
    of_one = ["publisher", "published_low", "published_high"]
    op.create_index("ix_versions_publisher", "versions", of_one)
