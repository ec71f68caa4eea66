"""All that may bear on some promises, fetched at once and narrowed before words are compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from soten.query.answers import Label, Row
from soten.query.assembly import Assembler
from soten.query.bearings import CUE_WORDS, Promised
from soten.records import (
    ActorType,
    Claim,
    Commitment,
    Event,
    EventType,
    Mention,
    Record,
    Span,
    Statement,
    Talk,
)
from soten.records.edtf import FIRST_DAY, LAST_DAY
from soten.records.promising import Matter, matter_of
from soten.store import DateBasis, Selection, parse_words
from soten.store.traits import ACTING_ROLES, traits_of

if TYPE_CHECKING:
    from soten.store import Ledger

OPEN_DAYS: Final = 90
"""A promise without a last day is looked after for so many days."""

AFTER_DAYS: Final = 21
"""So many days after its term people still speak of a promise."""

BEGUN_DAYS: Final = 14
"""A pause may be told to have begun so many days before it is reported."""

_PLACES: Final = (ActorType.PLACE, ActorType.FACILITY)
_ASKED_ALONE: Final = 2
"""What more parties do is asked for at once."""
_ASSAULT: Final = "event:assault"
"""Stands for the deed of whatever event is an assault, in what words it is told."""
_MET: Final = frozenset(("talk", "visit"))


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


class _Days:
    """Rows in order of their first day, to be cut by days."""

    def __init__(self, rows: Iterable[Row[Record]]) -> None:
        self.rows = sorted(rows, key=lambda row: (_day(row), row.id))
        self.days = [_day(row) for row in self.rows]

    def between(self, first: str, last: str) -> list[Row[Record]]:
        """Return what has a day from `first` to `last`."""
        low = bisect_left(self.days, max(first, FIRST_DAY))
        return self.rows[low : bisect_right(self.days, last)]


class _ByDeed:
    """Rows by what their words, or `also`, say is done; each in order of days."""

    def __init__(
        self,
        rows: Iterable[Row[Record]],
        told: Callable[[Row[Record]], Matter],
        also: Callable[[Row[Record]], Iterable[str]] = lambda _: (),
    ) -> None:
        by: dict[str, list[Row[Record]]] = defaultdict(list)
        for row in rows:
            for deed in {*told(row).deeds, *also(row)}:
                by[deed].append(row)
        self._of = {deed: _Days(mine) for deed, mine in by.items()}

    def between(self, deeds: Iterable[str], first: str, last: str) -> list[Row[Record]]:
        """Return what tells of any of the deeds, with a day from `first` to `last`, in order."""
        known = [self._of[deed] for deed in sorted(deeds) if deed in self._of]
        if len(known) == 1:
            return known[0].between(first, last)
        found = {row.id: row for days in known for row in days.between(first, last)}
        return sorted(found.values(), key=lambda row: (_day(row), row.id))


@dataclass(frozen=True, slots=True)
class _Own:
    """What a party, or its side, does and promises in some days."""

    deeds: _ByDeed
    talks: _Days
    promises: _ByDeed


def _day(row: Row[Record]) -> str:
    if isinstance(row.record, Commitment):
        return row.document.published.edtf or ""
    return row.when.low or ""


def _assaulting(row: Row[Record]) -> tuple[str, ...]:
    is_assault = isinstance(row.record, Event) and row.record.type is EventType.ASSAULT
    return (_ASSAULT,) if is_assault else ()


def _acting(row: Row[Record]) -> list[str]:
    return [who for role, who in traits_of(row.record).roles if role in ACTING_ROLES]


class Gathered:
    """What parties do, promise and are said to do, around some promises.

    Asks the ledger once for each party, once for all that is said, and once for who is named and
    who speaks in the documents that are left.
    """

    def __init__(self, ledger: Ledger, promises: Sequence[Promised]) -> None:
        """Take the promises, all of which have a day or a term."""
        self._ledger = ledger
        self._assembler = Assembler[Record](ledger)
        self._raw: dict[str, Matter] = {}
        self._told: dict[str, Matter] = {}
        self._names: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._speakers: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._labels: dict[str, Label] = {}
        self._canon: dict[str, str] = {}
        first = [promise.told or promise.low for promise in promises]
        self._since = days_on(min(first), -BEGUN_DAYS)
        self._until = days_on(max(map(last_of, promises)), AFTER_DAYS)
        own = self._own(sorted({p.party for p in promises}))
        said = self._said()
        self.deeds = {p.id: self._deeds(p, own[p.party].deeds) for p in promises}
        self.talks = {p.id: self._talks(p, own[p.party].talks) for p in promises}
        self.further = {p.id: self._further(p, own[p.party].promises) for p in promises}
        self.voices = {p.id: self._voices(p, said) for p in promises}
        kept = (self.deeds, self.talks, self.further, self.voices)
        self._look_around(row for part in kept for rows in part.values() for row in rows)

    def _own(self, parties: Sequence[str]) -> dict[str, _Own]:
        """Return in which deeds, talks and promises of these days each party, or its side, acts."""
        kinds = (Event.kind, Talk.kind, Commitment.kind)
        asked = Selection(kinds=kinds, since=self._since, until=self._until)
        if len(parties) <= _ASKED_ALONE:
            alone = {party: replace(asked, party=party) for party in parties}
            return {party: self._sorted(self._rows(one)) for party, one in alone.items()}
        by_actor: dict[str, list[Row[Record]]] = defaultdict(list)
        for row in self._rows(asked):
            for who in _acting(row):
                by_actor[who].append(row)
        found: dict[str, _Own] = {}
        for party in parties:
            side = set(self._ledger.side_of(party))
            rows = {row.id: row for who in side for row in by_actor.get(who, ())}
            found[party] = self._sorted(rows.values())
        return found

    def _sorted(self, rows: Iterable[Row[Record]]) -> _Own:
        events: list[Row[Record]] = []
        talks: list[Row[Record]] = []
        promises: list[Row[Record]] = []
        for row in rows:
            if isinstance(row.record, Commitment):
                promises.append(row)
            elif row.when.basis is DateBasis.OWN:
                (talks if isinstance(row.record, Talk) else events).append(row)
        return _Own(
            _ByDeed(events, self._raw_matter, _assaulting),
            _Days(talks),
            _ByDeed(promises, self._raw_matter),
        )

    def _rows(self, asked: Selection) -> list[Row[Record]]:
        return list(self._assembler.rows(self._ledger.records(asked)))

    def _said(self) -> _ByDeed:
        kinds = (Statement.kind, Claim.kind, Commitment.kind)
        words = parse_words(CUE_WORDS)
        asked = Selection(kinds=kinds, since=self._since, until=self._until, words=words)
        return _ByDeed(self._rows(asked), self._raw_matter)

    def _raw_matter(self, row: Row[Record]) -> Matter:
        if row.id not in self._raw:
            self._raw[row.id] = matter_of(row.evidence.exact)
        return self._raw[row.id]

    def _deeds(self, promise: Promised, own: _ByDeed) -> list[Row[Record]]:
        """Return the party's deeds of the kind promised, each with a day of its own."""
        first = days_on(promise.told or promise.low, -BEGUN_DAYS)
        first = min(first, promise.low) if promise.low else first
        return [
            row
            for row in own.between({*promise.matter.deeds, _ASSAULT}, first, last_of(promise))
            if isinstance(row.record, Event)
            and self._is_doer(row, row.record, promise)
            and not overlaps(row, promise)
        ]

    def _is_doer(self, row: Row[Record], event: Event, promise: Promised) -> bool:
        label = row.labels.get(event.actor or "")
        return event.actor == promise.party or (label is not None and label.side == promise.party)

    def _talks(self, promise: Promised, own: _Days) -> list[Row[Record]]:
        if not (promise.low and promise.high) or not promise.matter.deeds & _MET:
            return []
        return own.between(promise.low, promise.high)

    def _further(self, promise: Promised, own: _ByDeed) -> list[Row[Record]]:
        """Return later promises of the party of the same deed."""
        mine = {row.id for row in promise.rows}
        last = days_on(last_of(promise), BEGUN_DAYS)
        return [
            row
            for row in own.between(promise.matter.deeds, days_on(promise.told, 1), last)
            if isinstance(row.record, Commitment)
            and row.id not in mine
            and row.record.rule != "word-kept"
        ]

    def _voices(self, promise: Promised, said: _ByDeed) -> list[Row[Record]]:
        last = days_on(last_of(promise), AFTER_DAYS)
        return [
            row
            for row in said.between(promise.matter.deeds, promise.told or promise.low, last)
            if not overlaps(row, promise)
        ]

    def _look_around(self, rows: Iterable[Row[Record]]) -> None:
        """Fetch who is named and who speaks in the documents of these rows."""
        ids = tuple(dict.fromkeys(row.document.id for row in rows))
        if not ids:
            return
        kinds = (Mention.kind, Statement.kind)
        for stored in self._ledger.records(Selection(kinds=kinds, documents=ids)):
            record, place = stored.record, stored.record.evidence.span
            if isinstance(record, Mention):
                self._names[stored.document].append((place, record.entity))
            elif isinstance(record, Statement) and record.speaker is not None:
                self._speakers[stored.document].append((place, record.speaker.key))
        places = (*self._names.values(), *self._speakers.values())
        everyone = {id for found in places for _, id in found}
        self._labels = self._ledger.labels(everyone)
        self._canon = self._ledger.canon(everyone)

    # What is known of a row --------------------------------------------------------------

    def matter(self, row: Row[Record]) -> Matter:
        """Return what words are about; places are told by id, other names are left out."""
        if row.id in self._told:
            return self._told[row.id]
        place, signs = row.evidence.span, list(row.evidence.exact)
        places: set[str] = set()
        for span, id in self._names[row.document.id]:
            if not place.contains(span):
                continue
            label = self._labels.get(id)
            if label is not None and label.type in _PLACES:
                places.add(self._canon.get(id, id))
            first, last = span.start - place.start, span.end - place.start
            signs[first:last] = " " * (last - first)
        found = matter_of("".join(signs))
        self._told[row.id] = replace(found, objects=found.objects | places)
        return self._told[row.id]

    def is_of(self, id: str | None, party: str) -> bool:
        """Say whether an actor is a party or one on its side."""
        if id is None:
            return False
        label = self._labels.get(id)
        return party in (self._canon.get(id, id), id) or (label is not None and label.side == party)

    def named_in(self, row: Row[Record]) -> Iterator[str]:
        """Yield the ids of those who are named in a row's words."""
        place = row.evidence.span
        yield from (id for span, id in self._names[row.document.id] if place.contains(span))

    def speaker_at(self, row: Row[Record]) -> Label | None:
        """Return in whose words something is told; None for a report's own voice."""
        place = row.evidence.span
        holding = [
            (span.end - span.start, key)
            for span, key in self._speakers[row.document.id]
            if span.contains(place)
        ]
        if not holding or min(holding)[1] == "author":
            return None
        key = min(holding)[1]
        return self._labels.get(key) or row.label(key)


def overlaps(row: Row[Record], promise: Promised) -> bool:
    """Say whether something is told in the very words of a promise."""
    return any(
        row.document.id == one.document.id and row.evidence.span.overlaps(one.evidence.span)
        for one in promise.rows
    )
