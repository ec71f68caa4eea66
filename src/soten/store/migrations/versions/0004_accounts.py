"""Accounts of a served ledger: who may log in, browsers that are, tokens, failed logins."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"


def _key() -> sa.Text:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the tables of accounts."""
    op.create_table(
        "accounts",
        sa.Column("key", _key(), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", _key(), nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("made_at", _key(), nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("id", _key(), primary_key=True),
        sa.Column("account", _key(), sa.ForeignKey("accounts.key"), nullable=False),
        sa.Column("made_at", _key(), nullable=False),
        sa.Column("seen_at", _key(), nullable=False),
    )
    op.create_table(
        "tokens",
        sa.Column("id", _key(), primary_key=True),
        sa.Column("secret", _key(), nullable=False),
        sa.Column("account", _key(), sa.ForeignKey("accounts.key"), nullable=False),
        sa.Column("role", _key(), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("made_at", _key(), nullable=False),
    )
    op.create_table(
        "login_attempts",
        sa.Column("key", _key(), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("since", _key(), nullable=False),
    )
    op.create_index("ix_sessions_account", "sessions", ["account"])
    op.create_index("ix_sessions_made_at", "sessions", ["made_at"])
    op.create_index("ix_tokens_account", "tokens", ["account"])
    op.create_index("ix_login_attempts_since", "login_attempts", ["since"])
