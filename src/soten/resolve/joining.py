"""What joins records of different documents: items, keys, links, and who makes them.

A *joiner* is made for one kind of thing (stories, actors, talks, claims …). For each document it
says which *items* the document holds, with the features by which they can be compared and the
*keys* (blocks) under which others may be found; and, given all items under one key, which of them
are one thing: *links* with a reason and a confidence. Groups are what links connect
(`soten.resolve.grouping`).

Both answers are pure functions, and the second one of a set: so the order in which documents
arrive changes nothing, and adding a document costs what its keys hold, not what the ledger holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from soten.records import Actor, Document, Record, Span, Story
from soten.records.joins import (
    CONNECTS,
    PARTS,
    Features,
    Group,
    Item,
    Json,
    Keyed,
    Link,
    Verdict,
    story_at,
    story_id,
)

__all__ = [
    "CONNECTS",
    "PARTS",
    "Features",
    "Group",
    "Item",
    "Joiner",
    "Json",
    "Keyed",
    "Link",
    "Source",
    "Verdict",
    "story_id",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A document as joiners see it: its text and stories, its effective records, its actors.

    Effective: what a person rejected is left out and what a person corrected is corrected.
    `canon` maps ids of actors to the ids they are known by across documents (`who`).
    """

    document: Document
    records: tuple[Record, ...]
    actors: Mapping[str, Actor] = field(hash=False)
    canon: Mapping[str, str] = field(hash=False, default_factory=dict)

    def who(self, id: str) -> str:
        """Return the id an actor is known by across documents; other ids come back as they are."""
        return self.canon.get(id, id)

    def side(self, id: str) -> str:
        """Return the party an actor belongs to, itself where it belongs to none."""
        actor = self.actors.get(self.who(id)) or self.actors.get(id)
        return id if actor is None else self.who(actor.side or actor.id)

    def story_at(self, offset: int) -> int:
        """Return the number of the story that a place of the text is in."""
        return story_at(self.stories(), offset)

    def stories(self) -> tuple[Story, ...]:
        """Return the stories of the document; one without marks is one story."""
        document = self.document
        whole = Story(Span(0, len(document.text)), published=document.published)
        return document.stories or (whole,)

    def published(self, offset: int) -> str | None:
        """Return when the report at a place was published (EDTF), as far as known."""
        story = self.stories()[self.story_at(offset)]
        return story.published.edtf or self.document.published.edtf


class Joiner(Protocol):
    """Joins things of one kind."""

    kind: ClassVar[str]
    """What is joined: "story", "actor", "talk", "claim", "figure", "commitment"."""
    version: ClassVar[int]
    """Raised with every change of the answers, so that a ledger knows what to join again."""
    equal: ClassVar[str | None]
    """Why items with equal features and keys are one thing; None where they need not be.

    Such items are compared as one, so a thing told ten thousand times costs what one costs.
    """

    def items(self, source: Source) -> Iterable[Keyed]:
        """Return the items of a document, each once."""
        ...

    def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
        """Return which items under one key are one thing; where `equal` is set, no two are equal.

        Depends on the set of items only, not on their order; need not link what further links
        connect already (a star suffices).
        """
        ...
