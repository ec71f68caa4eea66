"""What is asked of deeds in short, and what answers (`soten.store.deeds`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class DeedKey:
    """Under what a record is found: a deed, whose side ("" unknown), and an ISO day."""

    deed: str
    side: str
    day: str


@dataclass(frozen=True, slots=True)
class StoredDeed:
    """A record in short by its id; `body` is what whoever told it made, `keys` where it is found."""

    id: str
    document: str
    body: str
    keys: tuple[DeedKey, ...]


class FoundDeed(NamedTuple):
    """A record in short as it was found, under one of its keys. Many are read for one page."""

    id: str
    document: str
    body: str
    deed: str
    side: str
    day: str


@dataclass(frozen=True, slots=True)
class DeedDays:
    """Which records in short are read: of deeds by some sides, on days from the first to the last."""

    deeds: tuple[str, ...]
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
