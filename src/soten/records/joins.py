"""What joins things of different documents: items, keys, links, groups.

An *item* is one thing of one document that may be the same as another document's: a record, an
actor, a story. Items are compared with those that share a *key* with them; *links* say which are
one, why, and how sure that is; *groups* are what links connect.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from soten.records.kinds import Actor, Document, Record, Story

CONNECTS = 0.8
"""The least confidence of a link that puts two items into one group; others are proposals."""

PARTS = 0.0
"""The confidence of a link that says that two items are not one: no third joins them."""

SURE, WHY, DETAIL = "sure", "why", "detail"
"""Features that say why items of equal features are one, where the joiner's `equal` is too coarse."""

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Features = Mapping[str, Json]


def story_id(document: str, number: int) -> str:
    """Return the id of a story: the document's id and the story's number in it, from 0.

    >>> story_id("d-1", 2)
    'd-1.2'
    """
    return f"{document}.{number}"


def document_of_story(id: str) -> tuple[str, int]:
    """Return the document that a story's id names, and the story's number in it.

    >>> document_of_story("d-1.2")
    ('d-1', 2)
    """
    document, _, number = id.rpartition(".")
    return document, int(number)


def story_at(stories: Sequence[Story], offset: int) -> int:
    """Return the number of the story that a place of a document's text is in.

    What stands between stories, or in a document without marks, counts as its first story.
    """
    inside = (n for n, s in enumerate(stories) if s.span.start <= offset < s.span.end)
    return next(inside, 0)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of one document that may be the same as another document's.

    `id` is a record's or an actor's id, or a story's (`story_id`).
    """

    id: str
    features: Features = field(hash=False)


@dataclass(frozen=True, slots=True)
class Keyed:
    """An item with the keys under which it is compared with others; no key: it stands alone.

    `day` is the ISO day the item is listed by, "" where unknown. A `shared` item belongs to no one
    document (an actor that a pack lists); every document that has it offers the same.
    """

    item: Item
    keys: tuple[str, ...] = ()
    day: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Two items that are one thing: why (a name in `docs/joining.md`), and how sure, 0 to 1.

    `detail` is what the reason rests on, in the words of the documents (a date, a name). A link
    below `CONNECTS` joins nothing: it is proposed to a person. One of `PARTS` keeps its ends in
    two groups, whatever links both with a third item.
    """

    one: str
    other: str
    why: str
    confidence: float = 1.0
    detail: str | None = None

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise ValueError(f"{self.one} is linked to itself")
        if not PARTS <= self.confidence <= 1:
            raise ValueError(f"a confidence is from 0 to 1, not {self.confidence}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided of two items: that they are one thing, or that they are not."""

    one: str
    other: str
    is_same: bool
    decision: str
    """The id of the decision."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are one thing; `id` is one of them, `low` and `high` its days ("" unknown)."""

    kind: str
    id: str
    members: tuple[str, ...]
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A document as the ledger holds it: its effective records, and the actors these name."""

    document: Document
    records: tuple[Record, ...]
    actors: Mapping[str, Actor] = field(hash=False)


@dataclass(slots=True)
class Offered:
    """What offers changed in the ledger; cells are items that look alike, told by row.

    `keys` have other cells than before, `cells` are to be looked at, `shrunk` lost an item, and
    `gained` says id, day and whether it is shared of each item a cell gained.
    """

    keys: set[str] = field(default_factory=set)
    cells: set[int] = field(default_factory=set)
    shrunk: set[int] = field(default_factory=set)
    gained: dict[int, list[tuple[str, str, bool]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Cells that groups, links or verdicts connect; told by digest, which no order changes."""

    groups: Mapping[str, int]
    """Cell → the row of the group it is in."""
    links: Sequence[tuple[str, str, float]]
    same: Sequence[tuple[str, str]]
    """What people said is one."""
    apart: Sequence[tuple[str, str]]
    """What people said is not one."""
    differ: Sequence[tuple[str, str]] = ()
    """What joiners said is not one; a person who says otherwise is right."""
