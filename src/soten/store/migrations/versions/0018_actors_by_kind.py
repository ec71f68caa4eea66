"""Of each record somebody has a role in, its kind and day: what one said in a month is looked up."""

from soten.store.migrations.telling import tell_kind_and_day

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Write the table anew."""
    statistics = "3000000 40 15 2 1 1"
    tell_kind_and_day("record_actors", ("role", "who"), "who kind day role record", statistics)
