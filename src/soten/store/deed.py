"""What is asked of deeds in short, and what answers (`soten.store.deeds`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeedKey:
    """Under what a record is found: a deed, whose side ("" unknown), and an ISO day."""

    deed: str
    side: str
    day: str


@dataclass(frozen=True, slots=True)
class StoredDeed:
    """A record in short by its id; `body` is what whoever told it made, `keys` where it is found.

    What is read back has the one key under which it was looked for.
    """

    id: str
    document: str
    body: str
    keys: tuple[DeedKey, ...]


@dataclass(frozen=True, slots=True)
class DeedDays:
    """Which records in short are read: of a deed by some sides, on days from the first to the last."""

    deed: str
    sides: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """Who is named (`mention`) or speaks (`statement`) at a place of a document; `who` as written."""

    document: str
    kind: str
    start: int
    end: int
    who: str
