"""Of each record on a point at issue, its kind and day: few of the many on a point are of one kind."""

from soten.store.migrations.telling import tell_kind_and_day

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Write the table anew."""
    statistics = "2000000 150000 25000 15 1"
    tell_kind_and_day("record_issues", ("issue",), "issue kind day record", statistics)
