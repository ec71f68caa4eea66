"""How well something is supported: by independent families and primary sources, never by copies.

Ten papers that print one agency's report are one family of stories. A primary source is whose word
it is: a named speaker or owner, else the innermost outlet that is known to have told it. Somebody
unnamed is kept as described and counted apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from soten.query.naming import key_of_name
from soten.records import (
    Claim,
    Commitment,
    Evidence,
    Figure,
    Position,
    Record,
    Statement,
    Story,
)
from soten.records.joins import Group, document_of_story, story_at, story_id
from soten.store import DocumentFacts, Label

if TYPE_CHECKING:
    from soten.store import Ledger

K = TypeVar("K", bound=Hashable)

ANONYMOUS = "anonymous:"
PUBLISHER = "publisher:"
"""Begins the name of a publisher that no actor is known to be."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A place that tells something, and whose word it is.

    `by` is an actor's id, `anonymous:…`, `author`, or None where the document tells it itself.
    """

    evidence: Evidence
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """What something rests on; every source once, in order of its id.

    `primary` are ids of actors and outlets, or `publisher:…`; a story of which nothing of the kind
    is known counts as one source of its own, told by its family's id.
    """

    families: tuple[str, ...]
    """Independent wire families, by id."""
    primary: tuple[str, ...]
    anonymous: tuple[str, ...] = ()
    """Unnamed sources as described (`anonymous:…`), once for each family and description."""
    copies: int = 0
    """How many further stories tell the same as copies."""


def tellings_of(record: Record) -> tuple[Telling, ...]:
    """Return the places where a record is told; of a claim, where it is asserted."""
    match record:
        case Claim():
            return tuple(Telling(side.evidence, side.by) for side in record.asserted)
        case Statement():
            by = None if record.speaker is None else record.speaker.key
        case Figure():
            by = record.by
        case Position() | Commitment():
            by = record.party
        case _:
            by = None
    return (Telling(record.evidence, by),)


def denials_of(claim: Claim) -> tuple[Telling, ...]:
    """Return the places where a claim is denied."""
    return tuple(Telling(side.evidence, side.by) for side in claim.denied)


def support_of(ledger: Ledger, tellings: Iterable[Telling]) -> Support:
    """Return what supports one thing that is told at these places."""
    return supports(ledger, {"": tuple(tellings)})[""]


def supports(ledger: Ledger, groups: Mapping[K, Sequence[Telling]]) -> dict[K, Support]:
    """Return what supports each of several things, with a bounded number of questions to the ledger."""
    every = [telling for tellings in groups.values() for telling in tellings]
    known = _Known(ledger, every)
    return {key: known.support(tellings) for key, tellings in groups.items()}


class _Known:
    """What the ledger knows of the documents and voices of tellings, fetched at once."""

    def __init__(self, ledger: Ledger, tellings: Sequence[Telling]) -> None:
        documents = {telling.evidence.document for telling in tellings}
        self.stories: dict[str, tuple[Story, ...]] = dict(ledger.stories(documents))
        ids = {self.story(telling) for telling in tellings}
        self.groups: dict[str, Group] = ledger.groups_with("story", ids)
        members = {id for group in self.groups.values() for id in group.members} | ids
        around = {document_of_story(id)[0] for id in members}
        self.stories |= ledger.stories(around - documents)
        self.facts: dict[str, DocumentFacts] = ledger.facts(around)
        voices = {t.by for t in tellings if t.by and t.by != "author"}
        self.canon = ledger.canon(by for by in voices if not by.startswith(ANONYMOUS))
        origins = {id for member in members if (id := self._origin(member)) is not None}
        self.outlets = _outlets(ledger.labels(origins))

    def story(self, telling: Telling) -> str:
        """Return the id of the story that a telling stands in."""
        document = telling.evidence.document
        number = story_at(self.stories.get(document, ()), telling.evidence.span.start)
        return story_id(document, number)

    def family(self, story: str) -> str:
        """Return the family of a story; one that was not joined yet is its own."""
        group = self.groups.get(story)
        return story if group is None else group.id

    def support(self, tellings: Sequence[Telling]) -> Support:
        """Return what supports a thing."""
        stories = {self.story(telling) for telling in tellings}
        families = {self.family(story) for story in stories}
        named: set[str] = set()
        unnamed: set[tuple[str, str]] = set()
        for telling in tellings:
            story, by = self.story(telling), telling.by
            if by is None or by == "author":
                named.add(self._printed_by(story))
            elif by.startswith(ANONYMOUS):
                unnamed.add((by, self.family(story)))
            else:
                named.add(self.canon.get(by, by))
        return Support(
            families=tuple(sorted(families)),
            primary=tuple(sorted(named)),
            anonymous=tuple(by for by, _ in sorted(unnamed)),
            copies=len(stories) - len(families),
        )

    def _printed_by(self, story: str) -> str:
        """Return the innermost outlet that a story or one of its copies goes back to."""
        group = self.groups.get(story)
        members = (story,) if group is None else group.members
        for origin in map(self._origin, members):
            if origin is not None:
                return self._outlet(origin)
        publisher = next(self._publishers(members), None)
        return self.family(story) if publisher is None else self._outlet(publisher)

    def _outlet(self, name: str) -> str:
        """Return the id of the outlet with this id or name, else `publisher:…`."""
        return self.outlets.get(key_of_name(name), f"{PUBLISHER}{name}")

    def _publishers(self, members: Iterable[str]) -> Iterator[str]:
        for member in members:
            document = document_of_story(member)[0]
            facts = self.facts.get(document)
            is_page = len(self.stories.get(document, ())) > 1
            if facts is not None and facts.publisher and not is_page:
                yield facts.publisher

    def _origin(self, member: str) -> str | None:
        """Return whom a story was taken from: as it says itself, or the whole of its document."""
        document, number = document_of_story(member)
        stories = self.stories.get(document, ())
        if number < len(stories) and stories[number].origin:
            return stories[number].origin
        facts = self.facts.get(document)
        return facts.origin[0] if facts is not None and facts.origin and len(stories) < 2 else None


def _outlets(labels: Mapping[str, Label]) -> dict[str, str]:
    """Return the ids of outlets by the keys of their ids and names."""
    return {
        key_of_name(name): id
        for id, label in labels.items()
        for name in (id, label.ja, label.en)
        if name
    }
