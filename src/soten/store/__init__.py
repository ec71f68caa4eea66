"""The ledger: records in and out of SQLite or PostgreSQL. The only SQL writer.

Opening a ledger imports the database layer; importing this package does not.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soten.store.deed import DeedDays, DeedKey, FoundDeed, NamedPlace, StoredDeed
from soten.store.judged import LOST, Entry, Proposal, Reached, Search
from soten.store.stored import (
    ActorCount,
    CarrierCount,
    Cast,
    Change,
    DateBasis,
    DocumentFacts,
    GoneRecord,
    Identity,
    JoinedItem,
    JoinReason,
    Label,
    Order,
    PassageHit,
    Precision,
    ReadingFacts,
    RunFacts,
    Selection,
    StoredRecord,
    Tally,
    When,
    WordCount,
    WrittenName,
)
from soten.store.timed import Moment, PlaceDay, PlacedThing, TalkDays
from soten.store.trace import StoredMove, Trace, Traced, TracedCell, UnmovedCourse
from soten.store.words import Words, parse_words

if TYPE_CHECKING:
    from soten.store.ledger import Ledger

__all__ = [
    "LOST",
    "ActorCount",
    "CarrierCount",
    "Cast",
    "Change",
    "DateBasis",
    "DeedDays",
    "DeedKey",
    "DocumentFacts",
    "Entry",
    "FoundDeed",
    "GoneRecord",
    "Identity",
    "JoinReason",
    "JoinedItem",
    "Label",
    "Ledger",
    "Moment",
    "NamedPlace",
    "Order",
    "PassageHit",
    "PlaceDay",
    "PlacedThing",
    "Precision",
    "Proposal",
    "Reached",
    "ReadingFacts",
    "RunFacts",
    "Search",
    "Selection",
    "StoredDeed",
    "StoredMove",
    "StoredRecord",
    "TalkDays",
    "Tally",
    "Trace",
    "Traced",
    "TracedCell",
    "UnmovedCourse",
    "When",
    "WordCount",
    "Words",
    "WrittenName",
    "open_ledger",
    "parse_words",
]


def open_ledger(where: str | Path, *, create: bool = True) -> Ledger:
    """Open the ledger in a file (SQLite) or at a `postgresql://` URL; use it in a `with`.

    A new ledger is created (unless `create` is false), an older one migrated. Raises
    `LedgerError` for what is no ledger, is newer than this code, or cannot be opened.
    """
    # SQLAlchemy takes 0.2 s to import, and `soten --help` opens no ledger.
    from soten.store.ledger import Ledger

    return Ledger(where, create=create)


def __getattr__(name: str) -> object:
    """Give `Ledger` to those who ask for it by name."""
    if name == "Ledger":
        # The same reason as in `open_ledger`.
        from soten.store.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
