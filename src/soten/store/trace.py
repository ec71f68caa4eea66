"""What is asked of positions in short, and what answers (`soten.store.traced`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from soten.store.stored import Selection

Key = tuple[str, str, str]
"""The place of a trace in a list: first day, last day, the position's id."""


class Trace(NamedTuple):
    """A position in short; `body` is what whoever traced it made, `story` the story it stands in.

    `first` and `last` are ISO days, `FIRST_DAY` and `LAST_DAY` where none is known. `document` is
    the place of its document in order of arrival.
    """

    id: str
    issue: str
    party: str
    first: str
    last: str
    story: str
    body: str
    document: int = 0


@dataclass(frozen=True, slots=True)
class Traced:
    """Which traces are read. `parties` limits to these; `since` and `until` as of `Selection`.

    Of traces those earlier than the place `before` are read, and those not earlier than `at`; those
    that begin on the ISO day `begins` or later, and those that do not end before `reaches`. `told`
    limits to positions that a selection lets through, `ids` to these.
    """

    issue: str | None = None
    parties: tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None
    before: Key | None = None
    at: Key | None = None
    begins: str | None = None
    reaches: str | None = None
    told: Selection | None = None
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class TracedCell:
    """How many positions of a party on a point are traced, and how many of these are of known days."""

    issue: str
    party: str
    count: int
    dated: int


@dataclass(frozen=True, slots=True)
class StoredMove:
    """A stance that moved, by the ids of both positions; `body` is what whoever found it made."""

    earlier: str
    later: str
    body: str


@dataclass(frozen=True, slots=True)
class UnmovedCourse:
    """A party on a point of which moves have yet to be found.

    `first` and `last` are the first days (ISO) of the earliest and the latest trace that came or
    went since they were found.
    """

    issue: str
    party: str
    first: str
    last: str
