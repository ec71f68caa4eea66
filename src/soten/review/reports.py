"""What was decided about one thing, and which decisions reach nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.records import Record, State
from soten.store import LOST, Entry, Search

if TYPE_CHECKING:
    from soten.store import Ledger


@dataclass(frozen=True, slots=True)
class History:
    """A thing with what was decided about it, the latest first.

    `found` is what the present reader found, None where it does not find the record or the thing
    is no record; `mark` is what `Reviewer.expected` takes.
    """

    id: str
    mark: str
    entries: tuple[Entry, ...]
    state: State | None = None
    record: Record | None = None
    found: Record | None = None


def history(ledger: Ledger, id: str) -> History:
    """Return what was decided about a record, story, actor or publisher."""
    mark = ledger.marks([id])[id]
    entries = tuple(ledger.decisions(Search(about=(id,))))
    stored = ledger.record(id)
    if stored is None:
        return History(id, mark, entries)
    return History(id, mark, entries, stored.state, stored.record, stored.found)


def orphans(ledger: Ledger) -> tuple[Entry, ...]:
    """Return the decisions that hold and of which a target is not found or cannot be applied."""
    return tuple(ledger.decisions(Search(fates=LOST, only_holding=True)))
