"""Claims joined across documents: one proposition, whoever asserts, denies or repeats it.

Of claims that tell who holds a place the place, the deed, the holder and the part count: 解放, 制圧 and
占領 are one, 70% and 75% two. Of others their words are compared (`soten.resolve.propositions`). Who says
the opposite makes another claim, which `soten.query.disputes` sets beside it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import ClassVar, Final

from soten.records import Assertion, Claim, Control, Hold
from soten.records.edtf import bounds
from soten.resolve.joining import Features, Item, Json, Keyed, Link, Source
from soten.resolve.propositions import ONE_SIDE, Marks, Proposition

_HELD_DAYS: Final = 45
"""Claims of one holder of a place that are made within this many days always meet."""
_STATE_DAYS: Final = 20
"""The same of claims of a state of things."""
_DEED_DAYS: Final = 2
"""The same of claims of a deed; told of another day it is another deed."""
_FEWEST: Final = 4
"""Signs that a claim needs to be known again by them; 「2人が死亡した」 may be said of anything."""
_LOWEST: Final = 4
"""Signs with the lowest hashes, of which each two make a key."""
_ALIKE: Final = 0.6
"""Least share of the signs of two claims of one side (Jaccard) that makes them one."""
_HELD_IN: Final = 0.8
"""Least share of the shorter one's signs in the other's, where it has `_TELLING` or more."""
_TELLING: Final = 6
_OF_OTHERS: Final = 0.75
"""Least share (Jaccard) where no side asserts both."""
_CROWD: Final = 150
"""Above so many different claims under one key, each is compared with its neighbours only."""
_AROUND: Final = 40
"""Characters of a claim's sentence, else of it and the one before, that tell it from others of few words."""
_ENDS: Final = "。\n"
_BOUNDS: Final = re.compile(r"以上|以下|未満|余り?|超|約|およそ|少なくとも|ほぼ|程度|近く|[ぁ-ん]")


class ClaimJoiner:
    """Joins claims of one proposition."""

    kind: ClassVar[str] = "claim"
    version: ClassVar[int] = 3
    equal: ClassVar[str | None] = "same-words"

    def items(self, source: Source) -> Iterable[Keyed]:
        """Return the claims of a document."""
        marks = Marks(source)
        for claim in source.records:
            if isinstance(claim, Claim):
                yield _keyed(claim, source, marks)

    def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
        """Return which claims under a key are one proposition."""
        found = sorted(items, key=lambda item: item.id)
        if key.startswith("hold:"):
            yield from _holding(found)
        elif key.startswith("said:"):
            yield from _worded(found)


def _keyed(claim: Claim, source: Source, marks: Marks) -> Keyed:
    day = _day_of(claim, source)
    by, denied = (
        sorted({_side(side, source) for side in sides}) for sides in (claim.asserted, claim.denied)
    )
    if claim.control:
        held = sorted({_told(control, source) for control in claim.control})
        holders = {control.holder for control in claim.control if control.holder}
        sides = sorted({source.side(holder) for holder in holders})
        keys = _timed(f"hold:{_digest('|'.join(held))}", day, _HELD_DAYS)
        no = [] if sides else [*denied]
        features: Features = {"hold": [*held], "holders": [*sides], "denied": [*no]}
        return Keyed(Item(claim.id, features), keys, day)
    said = marks.of(claim)
    if len(said.terms | said.numbers) < _FEWEST:
        return _by_sentence(claim, day, source)
    days = _DEED_DAYS if said.is_deed else _STATE_DAYS
    deed = _first_day(said.day) or day if said.is_deed else day
    keys = tuple(key for pair in _pairs(said) for key in _timed(f"said:{pair}", deed, days))
    return Keyed(Item(claim.id, _features(said, by, denied)), keys, day)


def _by_sentence(claim: Claim, day: str, source: Source) -> Keyed:
    """Return a claim in so few words that only what stands around them tells which it is."""
    text, span = source.document.text, claim.evidence.span
    start = max(text.rfind(mark, 0, span.start) for mark in _ENDS) + 1
    stops = [at for mark in _ENDS if (at := text.find(mark, span.end)) >= 0]
    end = min(stops, default=len(text))
    around = _plain(text[start:end])
    if len(around) < _AROUND:
        before = max(text.rfind(mark, 0, max(0, start - 1)) for mark in _ENDS) + 1
        around = _plain(text[before:end])
    if len(around) < _AROUND:
        return Keyed(Item(claim.id, {"only": claim.id}), (), day)
    told = _digest(f"{around}|{_plain(claim.what)}")
    return Keyed(Item(claim.id, {"told": told}), _timed(f"told:{told}", day, _STATE_DAYS), day)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _told(control: Control, source: Source) -> str:
    """What is said of a place, as a sign, whoever is said to hold it."""
    hold = Hold.TAKEN if control.hold is Hold.RETAKEN else control.hold
    part = "" if control.part is None else _amount(control)
    return f"{source.who(control.place)} {hold.value} {part}".strip()


def _amount(control: Control) -> str:
    """The part that is told, without the words that bound it: 80%以上 and 80％ are one.

    >>> _amount(Control("a-town", Hold.TAKEN, "a-state", None, "約１３集落以上"))
    '13集落'
    """
    if control.share is not None:
        return f"{control.share:g}%"
    words = unicodedata.normalize("NFKC", control.part or "").replace(",", "")
    return _BOUNDS.sub("", words)


def _features(said: Proposition, by: list[str], denied: list[str]) -> Features:
    def listed(signs: Iterable[str]) -> list[Json]:
        return [*sorted(signs)]

    return {
        "terms": listed(said.terms | said.numbers),
        "numbers": listed(said.numbers),
        "agents": listed(said.agents),
        "places": listed(said.places),
        "not": said.is_negated,
        "of-words": said.is_of_words,
        "by": listed(by),
        "denied": listed(() if by else denied),
    }


def _side(side: Assertion, source: Source) -> str:
    """The side of a voice; 「A国外務省の報道官」 is of the side of A国."""
    if not side.by.startswith("anonymous:"):
        return source.side(side.by)
    named = [
        (len(form), actor.id)
        for actor in source.actors.values()
        if actor.type in ONE_SIDE
        for form in actor.aliases
        if form in side.by
    ]
    return source.side(max(named)[1]) if named else side.by


def _day_of(claim: Claim, source: Source) -> str:
    """The day on which a claim was first made or denied, else on which the report appeared."""
    told = [day for side in claim.sides if (day := _first_day(side.date))]
    return min(told) if told else _first_day(source.published(claim.evidence.span.start)) or ""


def _first_day(edtf: str | None) -> str | None:
    return bounds(edtf)[0] if edtf else None


def _timed(key: str, day: str, days: int) -> tuple[str, ...]:
    """Return a key under two stretches of time, so that claims made within `days` share one."""
    if not day:
        return (f"{key}:undated",)
    at = date.fromisoformat(day).toordinal() // days
    return (f"{key}:{days}.{at}", f"{key}:{days}.{at + 1}")


def _pairs(said: Proposition) -> Iterator[str]:
    """Yield keys: each two of the signs with the lowest hashes, so that like claims share one."""
    lowest = sorted(said.terms, key=_digest)[:_LOWEST]
    for one, other in combinations(lowest, 2):
        yield _digest(f"{one}|{other}")


def _digest(words: str) -> str:
    return hashlib.blake2b(words.encode(), digest_size=9).hexdigest()


def _holding(items: Sequence[Item]) -> Iterator[Link]:
    """Link claims that tell the same of the same places; the key already says what they tell.

    Where nobody is named who holds them, it is who else is said to, if that is one side only.
    """
    by_holder: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in items:
        by_holder[tuple(_listed(item, "holders"))].append(item)
    for holders, same in by_holder.items():
        for one, other in pairwise(same):
            if holders or _listed(one, "denied") == _listed(other, "denied"):
                yield Link(one.id, other.id, "same-holder", 0.95, " ".join(holders) or None)
    named = {holders: same for holders, same in by_holder.items() if holders}
    for item in by_holder.get((), ()):
        fitting = [h for h in named if not set(h) & set(_listed(item, "denied"))]
        if len(fitting) == 1:
            other = named[fitting[0]][0]
            yield Link(item.id, other.id, "holder-untold", 0.85, " ".join(fitting[0]))


def _worded(items: Sequence[Item]) -> Iterator[Link]:
    pairs: Iterable[tuple[Item, Item]] = combinations(items, 2)
    if len(items) > _CROWD:
        near = sorted(items, key=lambda item: (_listed(item, "terms"), item.id))
        pairs = ((a, b) for at, a in enumerate(near) for b in near[at + 1 : at + 12])
    for one, other in pairs:
        alike = likeness(one.features, other.features)
        if alike is not None:
            yield Link(one.id, other.id, "like-words", round(0.8 + 0.19 * alike, 3))


def likeness(one: Features, other: Features) -> float | None:
    """Return how alike two claims are, 0 to 1; None where they are not one claim.

    Numbers, places and those who act must not differ, nor may only one say that it is not so, or
    tell what others claim; and who asserts the one is not who denies the other.
    """
    if one["not"] != other["not"] or one["of-words"] != other["of-words"]:
        return None
    if not all(_fits(_set(one, name), _set(other, name)) for name in ("numbers", "places")):
        return None
    agents = _set(one, "agents"), _set(other, "agents")
    if agents[0] and agents[1] and agents[0] != agents[1]:
        return None
    terms = _set(one, "terms"), _set(other, "terms")
    shared, least = len(terms[0] & terms[1]), min(map(len, terms))
    by = _set(one, "by"), _set(other, "by")
    if by[0] & _set(other, "denied") or by[1] & _set(one, "denied"):
        return None
    alike = shared / len(terms[0] | terms[1])
    held = least >= _TELLING and shared / least >= _HELD_IN
    if by[0] & by[1] or not by[0] or not by[1]:
        return alike if alike >= _ALIKE or held else None
    return alike if alike >= _OF_OTHERS else None


def _fits(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether one tells no other numbers or places than the other, only fewer."""
    return one <= other or other <= one


def _set(features: Features, name: str) -> frozenset[str]:
    return frozenset(_listed_of(features, name))


def _listed(item: Item, name: str) -> list[str]:
    return _listed_of(item.features, name)


def _listed_of(features: Features, name: str) -> list[str]:
    found = features.get(name)
    return [str(one) for one in found] if isinstance(found, list) else []
