"""Joins figures of one quantity into a series: the same thing counted in the same way.

What makes two figures one quantity is in `soten.resolve.quantities`. Values, owners and days are
no part of it: a series is what they are told of (`soten.query.figures` lays them out).
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from soten.records import Actor, ActorType, DateMention, Figure, Mention, Span
from soten.records.edtf import bounds
from soten.resolve.clauses import Clause, Dated, Named
from soten.resolve.joining import Features, Item, Keyed, Link, Source, story_id
from soten.resolve.quantities import Quantity, quantity_of
from soten.resolve.quantitywords import HARM

_ENDS = "。\n"
_NEAR = 200
"""How far back, in characters, a place may be named that a toll is counted of."""

_SOLE_HOLDER = 0.85


class FigureJoiner:
    """Joins figures of one quantity."""

    kind: ClassVar[str] = "figure"
    version: ClassVar[int] = 2
    equal: ClassVar[str | None] = "same-quantity"

    def items(self, source: Source) -> Iterator[Keyed]:
        """Yield every figure of a document; with no key where nothing says what it counts."""
        sentences = _Sentences(source)
        before: tuple[str, Quantity | None] = ("", None)
        for figure in _figures(source):
            clause = sentences.clause(figure)
            told = before[1] if before[0] == clause.sentence else None
            quantity = quantity_of(clause, told)
            before = (clause.sentence, quantity)
            day = _day_of(clause, source, figure)
            if quantity is None:
                yield Keyed(Item(figure.id, {"alone": figure.id}), (), day)
            else:
                yield Keyed(Item(figure.id, features_of(quantity)), (_key(quantity),), day)

    def links(self, key: str, items: Sequence[Item]) -> Iterator[Link]:
        """Yield links between shares of a place with no holder named and the one holder there is.

        Where two are told to hold shares of one place, whose share is meant is left open.
        """
        found = sorted(items, key=lambda item: item.id)
        yield from _equal(found)
        holders = {str(item.features["of"]) for item in found} - {""}
        if len(holders) != 1:
            return
        (holder,) = holders
        named = next(item for item in found if item.features["of"] == holder)
        for item in found:
            if not item.features["of"]:
                yield Link(named.id, item.id, "only-holder-told", _SOLE_HOLDER, holder)


def _figures(source: Source) -> list[Figure]:
    found = (record for record in source.records if isinstance(record, Figure))
    return sorted(found, key=lambda figure: (figure.evidence.span, figure.id))


def _equal(items: Sequence[Item]) -> Iterator[Link]:
    """Yield a star of links for items with equal features."""
    first: dict[str, Item] = {}
    for item in items:
        one = first.setdefault(repr(sorted(item.features.items())), item)
        if one is not item:
            yield Link(one.id, item.id, "same-quantity")


def features_of(quantity: Quantity) -> Features:
    """Return what a quantity is, as the ledger keeps it."""
    return {
        "unit": quantity.unit.value,
        "counter": quantity.counter,
        "act": quantity.act,
        "thing": quantity.thing,
        "period": quantity.period,
        "of": quantity.of,
        "at": quantity.at,
        "on": quantity.on,
        "each": quantity.is_each,
        "planned": quantity.is_planned,
    }


def _key(quantity: Quantity) -> str:
    """Return what equal quantities share; shares held of one place meet whoever holds them."""
    features = dict(features_of(quantity))
    if quantity.act == "held":
        features.pop("of")
    raw = "\x1f".join(f"{name}={value}" for name, value in features.items())
    return hashlib.blake2b(raw.encode(), digest_size=12).hexdigest()


def _day_of(clause: Clause, source: Source, figure: Figure) -> str:
    """Return the day a figure is listed by: the last one told before it, else the report's."""
    told = [date.edtf for date in clause.dates if date.end <= clause.start]
    edtf = told[-1] if told else source.published(figure.evidence.span.start)
    return "" if edtf is None else bounds(edtf)[0]


class _Sentences:
    """The sentences of a document with the names and dates in them."""

    def __init__(self, source: Source) -> None:
        self.source, self.text = source, source.document.text
        named = (r for r in source.records if isinstance(r, Mention))
        self.names = sorted(_named(source, named), key=lambda name: (name.start, name.end))
        self.starts = [name.start for name in self.names]
        dated = (r for r in source.records if isinstance(r, DateMention))
        self.dates = sorted(
            (Dated(d.evidence.span.start, d.evidence.span.end, d.edtf) for d in dated),
            key=lambda date: (date.start, date.end, date.edtf),
        )
        self.days = [date.start for date in self.dates]

    def clause(self, figure: Figure) -> Clause:
        """Return a figure in its sentence, all places counted from the sentence's start."""
        span = figure.evidence.span
        first, last = _sentence(self.text, span)
        story = self.source.stories()[self.source.story_at(span.start)].span
        near = self._harmed(max(story.start, first - _NEAR), first)
        return Clause(
            self.text[first:last],
            span.start - first,
            span.end - first,
            figure.unit,
            None if figure.by is None else self.source.who(figure.by),
            None if figure.by is None else self._side(figure.by),
            tuple(_moved(name, first) for name in self._named(first, last)),
            tuple(
                Dated(d.start - first, d.end - first, d.edtf)
                for d in self.dates[bisect_left(self.days, first) : bisect_left(self.days, last)]
            ),
            tuple(_moved(name, first) for name in near),
            _described(figure),
            story_id(self.source.document.id, self.source.story_at(span.start)),
        )

    def _side(self, by: str) -> str | None:
        if by == "author" or by.startswith("anonymous:"):
            return None
        actor = self.source.actors.get(self.source.who(by)) or self.source.actors.get(by)
        return None if actor is None or actor.type is ActorType.OUTLET else self.source.side(by)

    def _harmed(self, start: int, end: int) -> list[Named]:
        """Return who is named in the sentence or two before that tell of harm."""
        found: list[Named] = []
        while start < end and not found:
            begin = max(start, max(self.text.rfind(mark, 0, end - 1) for mark in _ENDS) + 1)
            if HARM.search(self.text, begin, end):
                found = self._named(begin, end)
            end = begin
        return found

    def _named(self, start: int, end: int) -> list[Named]:
        return self.names[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]


def _described(figure: Figure) -> str | None:
    """Return what a figure counts where that is told apart from its number."""
    what, number = figure.what, figure.evidence.exact
    return None if what is None or number in what else what


def _named(source: Source, mentions: Iterable[Mention]) -> Iterator[Named]:
    for mention in mentions:
        id = source.who(mention.entity)
        actor: Actor | None = source.actors.get(id) or source.actors.get(mention.entity)
        if actor is not None:
            span = mention.evidence.span
            yield Named(span.start, span.end, id, actor.type, source.side(mention.entity))


def _moved(name: Named, by: int) -> Named:
    return Named(name.start - by, name.end - by, name.id, name.type, name.side)


def _sentence(text: str, span: Span) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, span.start) for mark in _ENDS) + 1
    ends = [end for mark in _ENDS if (end := text.find(mark, span.end)) >= 0]
    return start, min(ends, default=len(text))
