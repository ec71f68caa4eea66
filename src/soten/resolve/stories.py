"""Stories joined into wire families: reprints, clips, light rewrites, two translations of a release."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import ClassVar, Final

from soten.records import (
    Actor,
    ActorType,
    DateMention,
    Document,
    Figure,
    Mention,
    Record,
    Span,
    Story,
)
from soten.records.edtf import bounds
from soten.resolve.copies import WITHIN_DAYS, compare, is_enough
from soten.resolve.joining import Item, Keyed, Link, Source, story_id
from soten.resolve.skeleton import Name, bones_of, one_name, same_text_form
from soten.resolve.sketches import (
    IS_QUOTE,
    TELLS,
    Drawn,
    Fact,
    Line,
    Sketch,
    draw,
    hash_of,
)

_LONG: Final = 9
"""Signs of a sentence that is long enough to look for copies by."""
_FROM_THE_LEAD: Final = 3
_FROM_ALL: Final = 5
_DAYS: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?")
_OWN: Final = (ActorType.PERSON, ActorType.PLACE, ActorType.FACILITY)
"""Kinds of actor that translations name alike; of others they may name the office or the state."""
_FIGURES: Final = 4
_FEWEST_FACTS: Final = 8
_CROWD: Final = 60
"""Above so many different texts under one key, only the longest of each family is compared."""


class StoryJoiner:
    """Joins stories that are copies of one wire story, or translations of one release."""

    kind: ClassVar[str] = "story"
    version: ClassVar[int] = 4
    equal: ClassVar[str | None] = "same-text"

    def items(self, source: Source) -> Iterable[Keyed]:
        """Return every story of a document with its sketch."""
        marks = _Marks(source)
        for number, story in enumerate(source.stories()):
            published = source.published(story.span.start)
            drawn = _drawn(source.document, story, marks, _day_of(published))
            day = bounds(published)[0] if published else ""
            id = story_id(source.document.id, number)
            if not is_enough(drawn.sketch):  # what anybody may write is nobody's copy
                yield Keyed(Item(id, {"only": id}), (), day)
            else:
                yield Keyed(Item(id, drawn.sketch.features()), _sorted(_keys(drawn)), day)

    def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
        """Return which stories under a key are one: each linked to the longest it is a copy of."""
        cells: dict[str, list[Item]] = {}
        for item in sorted(items, key=lambda item: item.id):
            cells.setdefault(str(item.features["text"]), []).append(item)
        for same in cells.values():
            sketch = Sketch.of(same[0].features)
            verdict = compare(sketch, sketch)
            if verdict is not None:
                first, *others = same
                for item in others:
                    yield Link(first.id, item.id, verdict.why, verdict.confidence)
        yield from _copies([(Sketch.of(same[0].features), same[0].id) for same in cells.values()])


def _copies(cells: list[tuple[Sketch, str]]) -> Iterator[Link]:
    """Yield, for each text, a link to one that it is a copy of, the longest families first.

    A family is looked at by its longest text, then, unless there is a crowd, by all its texts.
    """
    families: list[list[tuple[Sketch, str]]] = []
    for sketch, id in sorted(cells, key=lambda cell: (-cell[0].length, cell[0].text)):
        joined: list[list[tuple[Sketch, str]]] = []
        for family in families:
            known = family if len(cells) <= _CROWD else family[:1]
            link = next(_links_to(sketch, id, known), None)
            if link is not None:
                joined.append(family)
                yield link
        if joined:
            first, *rest = joined
            first.append((sketch, id))
            for family in rest:
                first += family
                families.remove(family)
        else:
            families.append([(sketch, id)])


def _links_to(sketch: Sketch, id: str, known: Iterable[tuple[Sketch, str]]) -> Iterator[Link]:
    for other, other_id in known:
        verdict = compare(sketch, other)
        if verdict is not None:
            one, two = sorted((id, other_id))
            yield Link(one, two, verdict.why, verdict.confidence, verdict.detail or None)


def _day_of(published: str | None) -> int | None:
    """Return the day of a date that is known to the day or nearly so, as an ordinal."""
    if published is None:
        return None
    first, last = (date.fromisoformat(day).toordinal() for day in _within_years(published))
    return first if last - first <= 3 else None


def _within_years(published: str) -> tuple[str, str]:
    first, last = bounds(published)
    return max(first, "0001-01-01"), max(last, "0001-01-01")


# What a story is made of ---------------------------------------------------------------------


class _Marks:
    """What was found in a document, by place: known actors, and the facts a translation keeps."""

    def __init__(self, source: Source) -> None:
        known = {id: actor for id, actor in source.actors.items() if _is_lasting(actor)}
        self.names: list[Name] = []
        self.facts: list[tuple[Span, int, str]] = []
        for record in source.records:
            if isinstance(record, Mention) and record.entity in known:
                actor = known[record.entity]
                self.names.append(_name(record, actor))
                if actor.type is not ActorType.OUTLET:
                    who = actor.id if actor.type in _OWN else source.side(actor.id)
                    self.facts.append((record.evidence.span, hash_of(who), "a"))
            elif isinstance(record, Figure | DateMention):
                told = _told(record)
                if told is not None:
                    self.facts.append((record.evidence.span, hash_of(told[0]), told[1]))
        self.names.sort()
        self.facts.sort()

    def names_in(self, span: Span) -> list[Name]:
        """Return where known actors are named in a story, counted from its start."""
        return [
            Name(Span(place.start - span.start, place.end - span.start), name)
            for place, name in self.names
            if span.contains(place)
        ]

    def facts_in(self, span: Span) -> list[Fact]:
        """Return the facts of a story in order, an actor named twice in a row once."""
        size = max(1, span.end - span.start)
        found: list[Fact] = []
        for place, hash, kind in self.facts:
            if span.contains(place):
                if kind != "a" or not found or found[-1].hash != hash:
                    found.append(Fact(hash, (place.start - span.start) * 255 // size, kind))
        return found


def _name(mention: Mention, actor: Actor) -> Name:
    written, is_person = mention.evidence.exact, actor.type is ActorType.PERSON
    return Name(
        mention.evidence.span, one_name(written, actor.name_ja or written, is_person=is_person)
    )


def _is_lasting(actor: Actor) -> bool:
    """Say whether an actor has this id in every document: a listed one, and a body of a party."""
    return actor.known or (actor.side is not None and actor.id.startswith(f"{actor.side}-"))


def _told(record: Record) -> tuple[str, str] | None:
    """Return a figure or a day as two translations tell it alike, and the kind of fact it is."""
    if isinstance(record, Figure):
        digits = f"{record.value:.6g}".replace(".", "").strip("0")
        kind = "F" if len(digits) >= 3 else "f"
        return f"{record.value:g}/{record.max}", kind
    if isinstance(record, DateMention) and _DAYS.fullmatch(record.edtf):
        return record.edtf, "d"
    return None


def _drawn(document: Document, story: Story, marks: _Marks, day: int | None) -> Drawn:
    text = story.span.cut(document.text) if document.text else ""
    bones = bones_of(text, marks.names_in(story.span))
    return draw(bones, same_text_form(text), marks.facts_in(story.span), day)


# Keys ----------------------------------------------------------------------------------------


def _keys(drawn: Drawn) -> Iterator[str]:
    """Yield the keys of a story.

    Most hold for twenty days and are given twice, ten days apart, so that stories up to ten days
    apart share one; those of undated stories hold for undated ones. Few hold for ever: the very
    words, and two long sentences in a row that tell something.
    """
    sketch = drawn.sketch
    yield f"t{sketch.text}"
    yield from (f"p{_short(pair)}" for pair in _pairs(sketch.lines))
    times = ["u"] if sketch.day is None else _buckets(sketch.day)
    for time in times:
        yield from (f"{time}b{_written(band)}" for band in drawn.bands)
        yield from (f"{time}s{_short(line.exact)}" for line in _sentences(sketch.lines))
        yield from (f"{time}f{_short(hash)}" for hash in _figures(sketch.facts))


def _buckets(day: int) -> list[str]:
    assert WITHIN_DAYS == 10
    return [f"{day // WITHIN_DAYS + later:x}" for later in (0, 1)]


def _sentences(lines: Sequence[Line]) -> list[Line]:
    """Return the sentences to look for copies by: of the lead, and some of all."""
    long = [line for line in lines if line.length >= _LONG and line.marks & TELLS]
    return [*long[:_FROM_THE_LEAD], *sorted(long[_FROM_THE_LEAD:])[:_FROM_ALL]]


def _pairs(lines: Sequence[Line]) -> list[int]:
    """Return hashes of two long sentences in a row: the first two, and some of all."""
    long = [line for line in lines if line.length >= _LONG and not line.marks & IS_QUOTE]
    found = [
        hash_of(f"{one.exact} {two.exact}")
        for one, two in pairwise(long)
        if one.marks & two.marks & TELLS
    ]
    return [*found[:1], *sorted(found[1:])[:3]]


def _figures(facts: Sequence[Fact]) -> list[int]:
    """Return the figures and days to look for translations by; none for a story with few facts."""
    if len(facts) < _FEWEST_FACTS:
        return []
    figures = sorted({fact.hash for fact in facts if fact.kind == "F"})[:_FIGURES]
    pairs: list[int] = []
    for at, fact in enumerate(facts):
        actors = [f.hash for f in facts[max(0, at - 3) : at + 4] if f.kind == "a"][:2]
        if fact.kind == "d" and len(actors) == 2:
            pairs.append(hash_of(f"{fact.hash} {sorted(actors)}"))
    return [*figures, *sorted(pairs)[: _FIGURES - len(figures)]]


def _sorted(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(keys)))


def _short(hash: int) -> str:
    return _written(hash.to_bytes(4, "big"))


def _written(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
