"""Who says what of claims, in which report and when: claims of the ledger taken apart by voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from soten.query.answers import Row, Voice
from soten.query.steps import Cite, Move, Telling
from soten.records import ActorType, Assertion, Claim, Control, Evidence, Published, Story
from soten.records.edtf import bounds
from soten.records.joins import story_at, story_id
from soten.store import DateBasis, DocumentFacts, Label, When

if TYPE_CHECKING:
    from soten.store import Ledger


class Tellings:
    """What the ledger knows of the documents and voices of some claims, fetched at once."""

    def __init__(self, ledger: Ledger, rows: Sequence[Row[Claim]]) -> None:
        """Fetch what belongs to these claims."""
        told = [side for row in rows for side in row.record.sides]
        documents = {side.evidence.document for side in told}
        self._stories = ledger.stories(documents)
        self._facts = ledger.facts(documents)
        self._families = ledger.group_of("story", {self._story(side.evidence) for side in told})
        named = {id for side in told for id in (side.by, *side.via) if _is_actor(id)}
        named |= {
            id for row in rows for c in row.record.control for id in (c.place, c.holder) if id
        }
        self._canon = ledger.canon(named)
        self._labels = ledger.labels(named | set(self._canon.values()))
        sides = {label.side for label in self._labels.values() if label.side}
        self._labels |= ledger.labels(sides - self._labels.keys())

    def who(self, id: str) -> str:
        """Return the id an actor is known by across documents."""
        return self._canon.get(id, id)

    def side(self, id: str | None) -> str | None:
        """Return the party an actor belongs to, itself where it belongs to none or is an outlet."""
        if id is None:
            return None
        label = self.label(id)
        is_outlet = label.type is ActorType.OUTLET
        return self.who(id) if label.side is None or is_outlet else label.side

    def label(self, id: str) -> Label:
        """Return what to call a voice, a place or a holder."""
        if id.startswith("anonymous:"):
            return Label(id, ja=id.removeprefix("anonymous:"))
        who = self.who(id)
        return self._labels.get(who) or self._labels.get(id) or Label(who)

    def voices(self, sides: Iterable[Assertion]) -> Iterator[Voice]:
        """Yield voices with their words."""
        for side in sides:
            yield Voice(self.label(side.by), side.evidence, self._facts[side.evidence.document])

    def of(self, row: Row[Claim], moves: Mapping[Move, Sequence[Assertion]]) -> Iterator[Telling]:
        """Yield the voices of a claim as tellings of these moves."""
        for move, sides in moves.items():
            for side in sides:
                yield Telling(
                    move,
                    self.label(side.by),
                    self.when(side),
                    self.cite(side.evidence, row.id),
                    tuple(map(self.label, side.via)),
                    tuple(map(self.control, row.record.control)),
                )

    def control(self, told: Control) -> Control:
        """Return what is told of a place with the ids known across documents, of the holder its side."""
        return replace(told, place=self.who(told.place), holder=self.side(told.holder))

    def cite(self, evidence: Evidence, claim: str) -> Cite:
        """Return the words of a report with its document and wire family."""
        story = self._story(evidence)
        facts = self._facts[evidence.document]
        return Cite(evidence, facts, self._families.get(story, story), claim)

    def when(self, side: Assertion) -> When:
        """Return the day something was said, else of its report."""
        if side.date is not None:
            return When(side.date, *bounds(side.date), DateBasis.OWN)
        facts = self._facts[side.evidence.document]
        published = self._published(side.evidence, facts).edtf or facts.published.edtf
        if published is None:
            return When()
        return When(published, *bounds(published), DateBasis.DOCUMENT)

    def _published(self, evidence: Evidence, facts: DocumentFacts) -> Published:
        stories: Sequence[Story] = self._stories.get(evidence.document, ())
        inside = stories[story_at(stories, evidence.span.start)] if stories else None
        return facts.published if inside is None else inside.published

    def _story(self, evidence: Evidence) -> str:
        stories = self._stories.get(evidence.document, ())
        return story_id(evidence.document, story_at(stories, evidence.span.start))


def _is_actor(id: str) -> bool:
    return id != "author" and not id.startswith("anonymous:")
