"""Where and when a reading goes into the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reading goes: the document's row, the version's number, the text before."""

    doc: int
    number: int
    old_text: str | None
    """The text whose records stand in the ledger now, None for a new document."""


def now() -> str:
    """Return the present moment as ISO 8601 in UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
