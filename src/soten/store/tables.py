"""What all tables of the schema share."""

from __future__ import annotations

from sqlalchemy import MetaData, Text
from sqlalchemy.dialects import postgresql

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> Text:
    """Return the type of ids and days: text compared byte by byte."""
    return Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
