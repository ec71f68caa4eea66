"""Joins tellings of one promise: the same party, nearly the same words or the same last day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final

from soten.records import ActorType, Commitment, Mention, Span
from soten.records.edtf import LAST_DAY, bounds
from soten.records.promising import ALIKE, Matter, likeness, matter_of, signs_of
from soten.resolve.joining import Features, Item, Json, Keyed, Link, Source

WORD_KEPT = "word-kept"
"""The rule by which a text says that a promise was kept or broken: that is no promise itself."""

_WINDOW: Final = 40
"""Days in which the tellings of one promise are looked for; windows overlap by half."""

_KEYS: Final = 6
_CONTEXT: Final = 240
_STOPPED: Final = re.compile(
    r"(?:攻撃|空爆|空襲|砲撃|戦闘|発射)[^。\n]{0,24}(?:停止|休止|中断|中止|禁止)"
)
"""What a promise that only speaks of its 停止 is about, told shortly before or after."""
_TARGET: Final = re.compile("[^はがを、。「」\n]*$")

_SAME, _LIKE, _TERM, _PERHAPS = 0.97, 0.88, 0.85, 0.6
_NEARLY: Final = 0.85
_LEAST: Final = 0.45
_LEAST_WITHIN: Final = 8


class CommitmentJoiner:
    """Joins tellings of one promise."""

    kind: ClassVar[str] = "commitment"
    version: ClassVar[int] = 2
    equal: ClassVar[str | None] = "same-promise"

    def items(self, source: Source) -> Iterator[Keyed]:
        """Yield every promise of a document; with no key what only tells that one was kept."""
        for record in source.records:
            if isinstance(record, Commitment):
                yield _offered(source, record)

    def links(self, key: str, items: Sequence[Item]) -> Iterator[Link]:
        """Yield links between tellings of one promise."""
        promises = sorted(map(_promise_of, items), key=lambda promise: promise.id)
        for at, one in enumerate(promises):
            for other in promises[at + 1 :]:
                link = _link(one, other)
                if link is not None:
                    yield link


@dataclass(frozen=True, slots=True)
class _Promise:
    """A promise as it is compared."""

    id: str
    signs: str
    matter: Matter
    low: str
    high: str
    condition: str


def _offered(source: Source, record: Commitment) -> Keyed:
    place = record.evidence.span
    side = _party(source, record.party)
    matter = _matter(source, record)
    published = source.published(place.start)
    told = bounds(published)[0] if published is not None else ""
    day = _day(record.start or record.end) or told
    features: Features = {
        "side": side,
        "signs": signs_of(record.what),
        "deeds": list[Json](sorted(matter.deeds)),
        "objects": list[Json](sorted(matter.objects)),
        "numbers": list[Json](sorted(matter.numbers)),
        "off": matter.is_left_off,
        "start": record.start or "",
        "end": record.end or "",
        "condition": signs_of(record.condition or ""),
        "told": _told_status(record),
    }
    item = Item(record.id, features)
    if record.rule == WORD_KEPT:
        return Keyed(item, (), day)
    return Keyed(item, tuple(_keys(side, matter, record, told)), day)


def _party(source: Source, party: str) -> str:
    """Return who is bound: a person's side, but a body or force itself."""
    actor = source.actors.get(source.who(party)) or source.actors.get(party)
    is_person = actor is not None and actor.type is ActorType.PERSON
    return source.side(party) if is_person else source.who(party)


def _matter(source: Source, record: Commitment) -> Matter:
    """Return what a promise is about; places are told by id, other names are left out."""
    text, place = source.document.text, record.evidence.span
    names = [mention for mention in source.records if isinstance(mention, Mention)]
    around = _context(text, place.start, place.end)
    words, where = record.what, frozenset[str]()
    if place.cut(text) == record.what:
        words, where = _unnamed(source, names, place)
    context = ""
    if around is not None:
        context, near = _unnamed(source, names, around)
        if not matter_of(words).deeds:
            where |= near
    found = matter_of(words, context)
    return replace(found, objects=found.objects | where)


def _unnamed(source: Source, names: Sequence[Mention], place: Span) -> tuple[str, frozenset[str]]:
    """Return words without the names of actors, and the ids of the places named in them."""
    signs = list(place.cut(source.document.text))
    places: set[str] = set()
    for mention in names:
        span = mention.evidence.span
        actor = source.actors.get(mention.entity)
        if actor is None or not place.contains(span):
            continue
        if actor.type in (ActorType.PLACE, ActorType.FACILITY):
            places.add(source.who(mention.entity))
        signs[span.start - place.start : span.end - place.start] = " " * (span.end - span.start)
    return "".join(signs), frozenset(places)


def _told_status(record: Commitment) -> str:
    """Return what a text says became of a promise it tells only by that; "" for a promise."""
    return record.status.value if record.rule == WORD_KEPT else ""


def _context(text: str, start: int, end: int) -> Span | None:
    """Return where it is told shortly around a promise what it is that is stopped, and where."""
    found = list(_STOPPED.finditer(text, max(0, start - _CONTEXT), start))[-1:]
    found += list(_STOPPED.finditer(text, end, end + _CONTEXT))[:1]
    if not found:
        return None
    stop = found[0].start()
    target = _TARGET.search(text, max(0, stop - 24), stop)
    return Span(target.start() if target else stop, found[0].end())


def _keys(side: str, matter: Matter, record: Commitment, told: str) -> Iterator[str]:
    """Yield who, what and when: the last day, else overlapping windows of the report's day."""
    words = [*sorted(matter.deeds), *sorted(matter.objects, key=lambda w: (-len(w), w))][:_KEYS]
    times = list(_windows(told))
    if record.end is not None:
        times.append(f"end {bounds(record.end)[1]}")
    for word in words:
        for time in times:
            yield f"{side}\x1f{word}\x1f{time}"


def _windows(day: str) -> Iterator[str]:
    if not day:
        yield "undated"
        return
    number = date.fromisoformat(day).toordinal() if day > "0001" else 0
    half = number // (_WINDOW // 2)
    yield str(half)
    yield str(half + 1)


def _day(edtf: str | None) -> str:
    return "" if edtf is None else bounds(edtf)[0]


def _promise_of(item: Item) -> _Promise:
    told = item.features
    start, end = str(told["start"]), str(told["end"])
    matter = Matter(
        _words(told["deeds"]), _words(told["objects"]), _words(told["numbers"]), told["off"] is True
    )
    low = bounds(start)[0] if start else ""
    high = bounds(end)[1] if end else ""
    return _Promise(item.id, str(told["signs"]), matter, low, high, str(told["condition"]))


def _words(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()


def _link(one: _Promise, other: _Promise) -> Link | None:
    """Return why two promises of one party are one; None where a term, number or 否 differs."""
    if not _may_be_one(one, other):
        return None
    alike = likeness(one.signs, other.signs)
    first, second = sorted((one.id, other.id))
    if alike >= _NEARLY or _within(one.signs, other.signs):
        return Link(first, second, "same-promise", _SAME)
    is_one_deed = bool(one.matter.deeds & other.matter.deeds) or not (
        one.matter.deeds | other.matter.deeds
    )
    if alike >= ALIKE and is_one_deed:
        return Link(first, second, "like-promise", _LIKE)
    if one.high and one.high == other.high != LAST_DAY and one.matter.touches(other.matter):
        return Link(first, second, "same-term", _TERM, one.high)
    if alike >= _LEAST and one.matter.touches(other.matter):
        return Link(first, second, "like-promise", _PERHAPS)
    return None


def _may_be_one(one: _Promise, other: _Promise) -> bool:
    if one.matter.is_left_off is not other.matter.is_left_off:
        return False
    if one.matter.numbers and other.matter.numbers and one.matter.numbers != other.matter.numbers:
        return False
    if one.condition and other.condition and likeness(one.condition, other.condition) < ALIKE:
        return False
    if one.high and other.high and one.high != other.high:
        return False
    return not (one.low and other.low and one.low != other.low)


def _within(one: str, other: str) -> bool:
    """Say whether a promise is told within a longer telling of it."""
    short, long = sorted((one, other), key=lambda signs: (len(signs), signs))
    return len(short) >= _LEAST_WITHIN and short in long
