"""All that may bear on some promises, found by deed, side and day before words are compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from soten.query.answers import Label
from soten.query.bearings import Promised
from soten.query.deeds import ASSAULT, MET, UNKNOWN_SIDE, Deed, Sort, deeds_of, key_name
from soten.query.telling import deeds_in
from soten.records import Span
from soten.records.edtf import FIRST_DAY, LAST_DAY
from soten.store import DeedDays, FoundDeed

if TYPE_CHECKING:
    from soten.store import Ledger

OPEN_DAYS: Final = 90
"""A promise without a last day is looked after for so many days."""

AFTER_DAYS: Final = 21
"""So many days after its term people still speak of a promise."""

BEGUN_DAYS: Final = 14
"""A pause may be told to have begun so many days before it is reported."""

_MANY: Final = 2_000
"""Where so many documents have yet to be told, all records of the days are read."""
_TALKED: Final = frozenset(("talk", "visit"))
_SINGLE: Final = frozenset(("talk", "visit", "sign"))
"""Deeds of one day: another day of the like is another deed, not the same one put off."""


def days_on(day: str, days: int) -> str:
    """Return a day so many days on; an unknown or open one stays as it is.

    >>> days_on("2026-01-29", 14), days_on("", 14)
    ('2026-02-12', '')
    """
    if day in ("", FIRST_DAY, LAST_DAY):
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def last_of(promise: Promised) -> str:
    """Return the last day on which deeds bear on a promise."""
    return promise.high or days_on(promise.low or promise.told, OPEN_DAYS)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of what deeds, from which day to which, something of a sort may bear on a promise."""

    names: frozenset[str]
    first: str
    last: str


def _asked(promise: Promised) -> Iterator[tuple[Sort, _Asked]]:
    """Yield what is looked for of each sort."""
    deeds, told, last = promise.matter.deeds, promise.told, last_of(promise)
    if not deeds:
        return
    begun = days_on(told or promise.low, -BEGUN_DAYS)
    done = {*deeds, ASSAULT} if promise.matter.is_left_off else deeds
    yield Sort.EVENT, _Asked(frozenset(done), min(begun, promise.low or begun), last)
    if promise.low and promise.high and deeds & _TALKED:
        yield Sort.TALK, _Asked(frozenset((MET,)), promise.low, promise.high)
    if not deeds <= _SINGLE:
        yield Sort.PROMISE, _Asked(deeds, days_on(told, 1), days_on(last, BEGUN_DAYS))
    yield Sort.WORDS, _Asked(deeds, told or promise.low, days_on(last, AFTER_DAYS))


class _Days:
    """Deeds of one name and side, in order of days, to be cut by days."""

    def __init__(self) -> None:
        self._deeds: dict[tuple[str, str], Deed] = {}
        self._keys: list[tuple[str, str]] = []

    def add(self, day: str, deed: Deed) -> None:
        self._deeds[day, deed.id] = deed

    def between(self, first: str, last: str) -> list[tuple[str, str]]:
        """Return the places of what has a day from `first` to `last`."""
        if len(self._keys) != len(self._deeds):
            self._keys = sorted(self._deeds)
        low = bisect_left(self._keys, (max(first, FIRST_DAY), ""))
        return self._keys[low : bisect_right(self._keys, (last, "~"))]

    def at(self, key: tuple[str, str]) -> Deed:
        return self._deeds[key]


class Gathered:
    """What parties do, promise and are said to do, around some promises.

    Looks up what is kept of deeds by name, sides and days, once for promises of overlapping days;
    deeds of documents that have yet to be told are read off their records.
    """

    def __init__(self, ledger: Ledger, promises: Sequence[Promised]) -> None:
        """Take the promises, all of which have a day or a term."""
        self._asked = {promise.id: dict(_asked(promise)) for promise in promises}
        self._sides = _sides(ledger, {promise.party for promise in promises})
        self._days: dict[tuple[str, str], _Days] = defaultdict(_Days)
        found = list(_found(ledger, self._wanted(promises)))
        known = deeds_of(found)
        for one in found:
            self._days[one.deed, one.side].add(one.day, known[one.id])
        self._labels = ledger.labels({id for deed in known.values() for id in deed.who})

    def _wanted(self, promises: Sequence[Promised]) -> list[DeedDays]:
        by_name: dict[str, list[DeedDays]] = defaultdict(list)
        for promise in promises:
            for sort, one in self._asked[promise.id].items():
                for deed in one.names:
                    name = key_name(sort, deed)
                    asked = DeedDays((name,), self._sides[promise.party], one.first, one.last)
                    by_name[name].append(asked)
        names: dict[DeedDays, list[str]] = defaultdict(list)
        for name in sorted(by_name):
            for days in _together(by_name[name]):
                names[replace(days, deeds=())].append(name)
        return [replace(days, deeds=tuple(mine)) for days, mine in names.items()]

    def of(self, promise: Promised, sort: Sort) -> Iterator[Deed]:
        """Yield what is told of a promise's deeds by or of its party, in order of days and ids."""
        asked = self._asked[promise.id].get(sort)
        if asked is None:
            return
        found: dict[tuple[str, str], Deed] = {}
        for name in asked.names:
            for side in self._sides[promise.party]:
                days = self._days.get((key_name(sort, name), side))
                if days is not None:
                    found |= {key: days.at(key) for key in days.between(asked.first, asked.last)}
        yield from (found[key] for key in sorted(found))

    def label(self, id: str) -> Label:
        """Return what to call an actor of a deed."""
        return self._labels.get(id) or Label(id)

    def is_of(self, id: str, party: str) -> bool:
        """Say whether an actor is a party or one on its side."""
        label = self.label(id)
        return party in (label.id, id, label.side)


def overlaps(deed: Deed, promise: Promised) -> bool:
    """Say whether something is told in the very words of a promise."""
    return any(
        deed.document == one.document.id and one.evidence.span.overlaps(Span(deed.start, deed.end))
        for one in promise.rows
    )


def _sides(ledger: Ledger, parties: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return under which sides deeds of parties, and of all on their side, may be kept."""
    labels = ledger.labels(parties)
    canon = ledger.canon(label.side for label in labels.values() if label.side)
    found: dict[str, tuple[str, ...]] = {}
    for party in parties:
        label = labels.get(party) or Label(party)
        side = label.side or ""
        sides = {UNKNOWN_SIDE, party, label.id, canon.get(side, side)}
        found[party] = tuple(sorted(sides))
    return found


def _together(asked: Iterable[DeedDays]) -> Iterator[DeedDays]:
    """Yield what is asked of one name, overlapping days as one."""
    together: DeedDays | None = None
    for one in sorted(asked, key=lambda one: (one.first, one.last)):
        if together is None or one.first > together.last:
            if together is not None:
                yield together
            together = one
            continue
        sides = tuple(sorted({*together.sides, *one.sides}))
        together = replace(together, sides=sides, last=max(together.last, one.last))
    if together is not None:
        yield together


def _found(ledger: Ledger, wanted: Sequence[DeedDays]) -> Iterator[FoundDeed]:
    """Yield what is kept of deeds, then what documents tell that have yet to be told."""
    yield from ledger.deeds(wanted)
    late = ledger.untold(_MANY) if wanted else ()
    if not late:
        return
    since, until = min(one.first for one in wanted), max(one.last for one in wanted)
    for stored in deeds_in(ledger, None if len(late) == _MANY else late, since, until):
        for key in stored.keys:
            if any(
                key.deed in one.deeds and key.side in one.sides and one.first <= key.day <= one.last
                for one in wanted
            ):
                yield FoundDeed(stored.id, stored.document, stored.body, *astuple(key))
