"""Wire families: which stories are copies of one another, who had it first, and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.answers import Page
from soten.query.differences import Difference, differences, shared_part
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.naming import key_of_name
from soten.records import Span, Story, UsageError
from soten.records.joins import Group, document_of_story, story_id
from soten.store import DocumentFacts, JoinReason, Label, Selection

if TYPE_CHECKING:
    from soten.store import Ledger


@dataclass(frozen=True, slots=True)
class FamilyStory:
    """A story of a family, with the document that carries it.

    `published` is the story's own date, else its document's (EDTF); `origin` whom it was taken
    from, as far as it says.
    """

    id: str
    document: DocumentFacts
    span: Span
    published: str | None
    origin: str | None


class FirstBy(StrEnum):
    """How the first carrier of a family is known."""

    DAY = "day"
    """It appeared on an earlier day than all others."""
    CREDIT = "credit"
    """Of those of the earliest day, others say they took it from this publisher."""
    LENGTH = "length"
    """Of those of the earliest day, it has the longest text."""
    NONE = "none"
    """No story has a day."""


@dataclass(frozen=True, slots=True)
class Family:
    """Stories that are copies of one another, the first known carrier first, and why they are."""

    id: str
    stories: tuple[FamilyStory, ...]
    first_by: FirstBy
    reasons: tuple[JoinReason, ...]

    @property
    def first(self) -> FamilyStory | None:
        """The first known carrier; None where no story has a day."""
        return None if self.first_by is FirstBy.NONE else self.stories[0]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two stories laid side by side; spans count from the beginning of the documents' texts."""

    one: FamilyStory
    other: FamilyStory
    family: str | None
    """The family that both are of; None where they are not known to be copies."""
    reasons: tuple[JoinReason, ...]
    shared: float
    """How much of the shorter story stands in the longer one, 0 to 1, told by the characters."""
    differences: tuple[Difference, ...]


def families(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[Family]:
    """Return stories that have copies, family by family, the latest first.

    Of the filter, days and `document` count; a family is let through where one of its stories is.
    """
    asked = select_by(ledger, filter)
    selection = Selection(since=asked.since, until=asked.until, documents=asked.documents)
    ahead = None if limit is None else limit + 1
    found = ledger.groups("story", selection, limit=ahead, after=after, at_least=2)
    shown = found if limit is None else found[:limit]
    rows = families_of(ledger, [group for group, _ in shown])
    return Page(tuple(rows), shown[-1][1] if shown and len(found) > len(shown) else None)


def families_of(ledger: Ledger, groups: Sequence[Group]) -> list[Family]:
    """Return the families of groups of stories, in the same order."""
    carriers = _stories_of(ledger, [id for group in groups for id in group.members])
    reasons: dict[str, list[JoinReason]] = {}
    of = {member: group.id for group in groups for member in group.members}
    for reason in ledger.reasons("story", [group.id for group in groups]):
        if reason.one in of:
            reasons.setdefault(of[reason.one], []).append(reason)
    origins = {carrier.origin for carrier in carriers.values() if carrier.origin}
    labels = ledger.labels(sorted(origins))
    return [
        _family(group, [carriers[id] for id in group.members], reasons.get(group.id, ()), labels)
        for group in groups
    ]


def family_of(ledger: Ledger, id: str) -> Family | None:
    """Return the family with this id, or that the story with this id is of; None for neither."""
    group = ledger.groups_with("story", [id]).get(id)
    return None if group is None else families_of(ledger, [group])[0]


def copies_of(ledger: Ledger, documents: Sequence[str]) -> dict[str, tuple[Group, ...]]:
    """Return the families, of two stories or more, that stories of documents are of."""
    stories = ledger.stories(documents)
    ids = {
        document: [story_id(document, n) for n in range(max(1, len(stories.get(document, ()))))]
        for document in documents
    }
    groups = ledger.groups_with("story", [id for mine in ids.values() for id in mine])
    return {
        document: tuple(
            {
                groups[id].id: groups[id]
                for id in mine
                if id in groups and len(groups[id].members) > 1
            }.values()
        )
        for document, mine in ids.items()
    }


def compare(ledger: Ledger, one: str, other: str) -> Comparison:
    """Return what differs between two stories.

    Each is asked for by its id, or by its document (an id, a name or a part of one) where that
    holds one story only, or one only that is of the other's family. Raises `UsageError` where that
    does not settle two stories.
    """
    first, second = _settled(ledger, _asked(ledger, one), _asked(ledger, other))
    carriers = _stories_of(ledger, [first, second])
    mine, yours = carriers[first], carriers[second]
    texts = {id: ledger.text(id) for id in {mine.document.id, yours.document.id}}
    left = mine.span.cut(texts[mine.document.id]) if mine.span.end else ""
    right = yours.span.cut(texts[yours.document.id]) if yours.span.end else ""
    found = differences(left, right)
    groups = ledger.groups_with("story", [first, second])
    group = groups.get(first)
    is_family = group is not None and second in group.members
    return Comparison(
        mine,
        yours,
        group.id if group is not None and is_family else None,
        tuple(ledger.reasons("story", [group.id])) if group is not None and is_family else (),
        shared_part(left, right, found),
        tuple(_moved(each, mine.span.start, yours.span.start) for each in found),
    )


def _moved(found: Difference, one: int, other: int) -> Difference:
    def moved(span: Span | None, by: int) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    return Difference(
        found.kind, moved(found.one, one), moved(found.other, other), found.before, found.after
    )


def _asked(ledger: Ledger, asked: str) -> list[str]:
    """Return the ids of the stories that are asked for by a story's or a document's name."""
    document, dot, number = asked.rpartition(".")
    if dot and number.isdecimal() and ledger.facts([document]):
        count = max(1, len(ledger.stories([document]).get(document, ())))
        if int(number) < count:
            return [story_id(document, int(number))]
        raise UsageError(f"document {document} has {count} stories, numbered from 0")
    documents = [asked] if ledger.facts([asked]) else ledger.documents_named(asked)
    if len(documents) != 1:
        many = "more than one document is" if documents else "no document or story in the ledger is"
        raise UsageError(f"{many} {asked!r}")
    count = max(1, len(ledger.stories(documents).get(documents[0], ())))
    return [story_id(documents[0], n) for n in range(count)]


def _settled(ledger: Ledger, ours: list[str], theirs: list[str]) -> tuple[str, str]:
    """Return the two stories that are meant, of those that may be."""
    if len(ours) == len(theirs) == 1 and ours != theirs:
        return ours[0], theirs[0]
    groups = ledger.group_of("story", [*ours, *theirs])
    pairs = [
        (one, other)
        for one in ours
        for other in theirs
        if one != other and one in groups and groups[one] == groups.get(other)
    ]
    if len(pairs) == 1:
        return pairs[0]
    if ours == theirs and len(ours) == 1:
        raise UsageError(f"{ours[0]} is compared with itself")
    choice = ", ".join(dict.fromkeys((*ours, *theirs)))
    raise UsageError(f"which stories? Say two of {choice}")


def _stories_of(ledger: Ledger, ids: Iterable[str]) -> dict[str, FamilyStory]:
    """Return stories by id, with what is known of their documents."""
    places = {id: document_of_story(id) for id in ids}
    documents = {document for document, _ in places.values()}
    facts, stories = ledger.facts(documents), ledger.stories(documents)
    return {
        id: _story_of(id, number, facts[document], stories.get(document, ()))
        for id, (document, number) in places.items()
        if document in facts
    }


def _story_of(id: str, number: int, facts: DocumentFacts, stories: Sequence[Story]) -> FamilyStory:
    if number < len(stories):
        story = stories[number]
        published = story.published.edtf or facts.published.edtf
        origin = story.origin or (facts.origin[0] if facts.origin and len(stories) < 2 else None)
        return FamilyStory(id, facts, story.span, published, origin)
    origin = facts.origin[0] if facts.origin else None
    return FamilyStory(id, facts, Span(0, facts.chars), facts.published.edtf, origin)


def _family(
    group: Group,
    carriers: Sequence[FamilyStory],
    reasons: Iterable[JoinReason],
    labels: Mapping[str, Label],
) -> Family:
    dated = sorted((c for c in carriers if c.published), key=lambda c: (_day(c), c.id))
    first, first_by = _first(dated, carriers, labels)
    rest = [c for c in (*dated, *(c for c in carriers if not c.published)) if c is not first]
    stories = (*([] if first is None else [first]), *rest)
    return Family(group.id, stories, first_by, tuple(reasons))


def _first(
    dated: Sequence[FamilyStory], carriers: Sequence[FamilyStory], labels: Mapping[str, Label]
) -> tuple[FamilyStory | None, FirstBy]:
    """Return who is known to have carried a story first, and how that is known."""
    earliest = [c for c in dated if _day(c) == _day(dated[0])]
    if len(earliest) < 2:
        return (earliest[0], FirstBy.DAY) if earliest else (None, FirstBy.NONE)
    credited = {key_of_name(name) for c in carriers for name in _names(c.origin, labels)}
    own = [c for c in earliest if c.document.publisher and c.origin is None or _is_own(c, labels)]
    named = [c for c in own if key_of_name(c.document.publisher or "") in credited]
    if len(named) == 1:
        return named[0], FirstBy.CREDIT
    return max(earliest, key=lambda c: (c.span.end - c.span.start, c.id)), FirstBy.LENGTH


def _is_own(carrier: FamilyStory, labels: Mapping[str, Label]) -> bool:
    """Say whether a story names its own publisher as where it comes from."""
    publisher = key_of_name(carrier.document.publisher or "")
    return publisher in map(key_of_name, _names(carrier.origin, labels))


def _names(origin: str | None, labels: Mapping[str, Label]) -> list[str]:
    """Return what an outlet is called: its id or name as told, and its names in the ledger."""
    if origin is None:
        return []
    label = labels.get(origin)
    return [origin, *(name for name in (label.ja, label.en) if name)] if label else [origin]


def _day(carrier: FamilyStory) -> str:
    return (carrier.published or "").partition("/")[0]
