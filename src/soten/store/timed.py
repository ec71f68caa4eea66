"""What stands on a time axis or a map, in columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from soten.store.cursors import pack_cursor


@dataclass(frozen=True, slots=True)
class Moment:
    """A record as a mark on a time axis.

    `date` is its EDTF, `low` and `high` the ISO days it reaches over, None where unknown; `is_own`
    is false where its document dates it. `group` names the talk or promise it tells, across
    documents.
    """

    id: str
    kind: str
    type: str | None
    status: str | None
    date: str | None
    day: str
    low: str | None
    high: str | None
    is_own: bool
    group: int | None
    place: tuple[str, int, int, int, str]
    """Where it stands in the order."""

    @property
    def cursor(self) -> str:
        """What to go on behind it with."""
        return pack_cursor(self.place)


@dataclass(frozen=True, slots=True)
class TalkDays:
    """Days that reports name for a talk: what it was (told, ahead …) and the first and last day."""

    stage: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class PlaceDay:
    """How many talks, or events, a place has on an ISO day."""

    place: str
    kind: str
    day: str
    count: int


class PlacedThing(NamedTuple):
    """A talk or event with its place; `group` names the talk across documents.

    Many are looked at for one page.
    """

    id: str
    place: str
    group: int | None
