"""Telling deeds in short: off the records of documents, with who is named in them and who speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from soten.query.bearings import Bearing, bearing_of
from soten.query.deeds import (
    ASSAULT,
    MET,
    NO_MATTER,
    UNKNOWN_SIDE,
    Deed,
    Sort,
    key_name,
    stored_deed,
)
from soten.records import (
    ActorType,
    Claim,
    Commitment,
    Event,
    EventType,
    Mention,
    Record,
    Statement,
    Talk,
    TalkStatus,
)
from soten.records.edtf import FIRST_DAY
from soten.records.promising import Matter, is_left_off, matter_of, signs_of
from soten.store import (
    DateBasis,
    DeedKey,
    Label,
    NamedPlace,
    Order,
    Selection,
    StoredDeed,
    StoredRecord,
)

if TYPE_CHECKING:
    from soten.store import Ledger

BATCH = 200
"""Deeds of so many documents are told in one transaction."""

WORD_KEPT: Final = "word-kept"
"""The rule by which a text says that a promise was kept or broken: that is no promise itself."""

_DATED: Final = (Event.kind, Talk.kind, Statement.kind, Claim.kind)
_OF_PROMISES: Final = (Bearing.ACCUSED, Bearing.SAID_KEPT)
_PLACES: Final = (ActorType.PLACE, ActorType.FACILITY)
_WE: Final = re.compile("我々|われわれ|私たち|わが|我が")


def tell_untold(ledger: Ledger) -> int:
    """Have the ledger keep the deeds of all documents it does not; return how many these were.

    To be called once things are joined: who is who, and on whose side, is then known.
    """
    count = 0
    while True:
        with ledger.telling(BATCH) as desk:
            if not desk.documents:
                return count
            desk.put(deeds_in(ledger, tuple(desk.documents)))
            count += len(desk.documents)


def deeds_in(
    ledger: Ledger,
    documents: Sequence[str] | None,
    since: str | None = None,
    until: str | None = None,
) -> list[StoredDeed]:
    """Return the deeds that documents (None: all) tell, as they are kept.

    All of these days, perhaps more.
    """
    found = _found(ledger, documents, since, until)
    told = _Around(ledger, tuple({one.stored.document: 0 for one in found})).deeds(found)
    sides = _sides(ledger, {who for _, deed in told for who in deed.who})
    return [
        stored_deed(
            deed,
            (
                DeedKey(key_name(one.sort, name), side, one.day)
                for name in one.names
                for side in sorted({sides[who] for who in deed.who})
            ),
        )
        for one, deed in told
        if deed.who
    ]


@dataclass(frozen=True, slots=True)
class _Found:
    """A record that may bear on a promise: found under the names of deeds, on a day."""

    stored: StoredRecord
    sort: Sort
    names: tuple[str, ...]
    day: str


def _found(
    ledger: Ledger, documents: Sequence[str] | None, since: str | None, until: str | None
) -> list[_Found]:
    """Return the records of documents that tell a deed."""
    # Promises are found by the day of their report, whatever days they are of.
    within = None if documents is None else tuple(documents)
    of_days = Selection(_DATED, documents=within, since=since, until=until)
    promised = Selection((Commitment.kind,), documents=within, fresh_since=since)
    told = [
        (stored, told_as)
        for selection in (of_days, promised)
        for stored in ledger.records(selection, Order.PLACE)
        if (told_as := _sort_of(stored)) is not None
    ]
    reports = ledger.facts({stored.document: 0 for stored, _ in told if _is_promise(stored)})
    found: list[_Found] = []
    for stored, (sort, deed) in told:
        is_promise = _is_promise(stored)
        day = reports[stored.document].published.edtf if is_promise else stored.when.low
        names = (deed,) if deed else _names(stored.record)
        if names and day is not None and day >= FIRST_DAY:
            found.append(_Found(stored, sort, names, day))
    return found


def _is_promise(stored: StoredRecord) -> bool:
    return isinstance(stored.record, Commitment)


def _names(record: Record) -> tuple[str, ...]:
    """Return what is told to be done; an assault is one in what words it is told."""
    deeds = set(matter_of(record.evidence.exact).deeds)
    if isinstance(record, Event) and record.type is EventType.ASSAULT:
        deeds.add(ASSAULT)
    return tuple(sorted(deeds))


def _sort_of(stored: StoredRecord) -> tuple[Sort, str] | None:
    """Return how a record tells of a deed, and of which where its words do not; None: of none."""
    record, is_own = stored.record, stored.when.basis is DateBasis.OWN
    match record:
        case Event():
            return (Sort.EVENT, "") if is_own and record.actor is not None else None
        case Talk():
            return (Sort.TALK, MET) if is_own and record.status is TalkStatus.HELD else None
        case Commitment() if record.rule != WORD_KEPT:
            return Sort.PROMISE, ""
        case Commitment() | Statement() | Claim():
            return None if _bearing(record) is None else (Sort.WORDS, "")
        case _:
            return None


def _bearing(record: Record) -> Bearing | None:
    """Return what words say of a promise; of a promise only what tells another kept or broken."""
    bearing = bearing_of(record, record.evidence.exact)
    is_promise = isinstance(record, Commitment)
    return None if is_promise and bearing not in _OF_PROMISES else bearing


class _Around:
    """Who is named and who speaks in some documents."""

    def __init__(self, ledger: Ledger, documents: Sequence[str]) -> None:
        """Take the documents, and ask for all in them at once."""
        self._ledger = ledger
        self._names: dict[str, list[NamedPlace]] = defaultdict(list)
        self._speakers: dict[str, list[NamedPlace]] = defaultdict(list)
        for place in ledger.named_places(documents):
            kept = self._names if place.kind == Mention.kind else self._speakers
            kept[place.document].append(place)
        self._labels: dict[str, Label] = {}

    def deeds(self, found: Iterable[_Found]) -> list[tuple[_Found, Deed]]:
        """Return the deeds that records tell."""
        named = [
            (one, [] if one.sort is Sort.TALK else self._named_in(one.stored)) for one in found
        ]
        self._labels = self._ledger.labels({name.who for _, names in named for name in names})
        return [(one, self._deed(one, names)) for one, names in named]

    def _named_in(self, stored: StoredRecord) -> list[NamedPlace]:
        span = stored.record.evidence.span
        names = self._names[stored.document]
        return [name for name in names if span.start <= name.start and name.end <= span.end]

    def _deed(self, one: _Found, names: Sequence[NamedPlace]) -> Deed:
        record, evidence = one.stored.record, one.stored.record.evidence
        is_promise = one.sort is Sort.PROMISE
        plain = Deed(
            id=one.stored.id,
            document=one.stored.document,
            kind=record.kind,
            day=one.day if is_promise else one.stored.when.low or "",
            start=evidence.span.start,
            end=evidence.span.end,
            who=(),
            matter=NO_MATTER if one.sort is Sort.TALK else self._matter(one.stored, names),
            signs=signs_of(evidence.exact),
        )
        match record:
            case Event():
                return plain._replace(
                    who=(record.actor,) if record.actor else (),
                    by=self._speaker_at(one.stored),
                    type=record.type,
                    is_paused=is_left_off(evidence.exact),
                )
            case Talk():
                return plain._replace(who=record.participants, form=record.form)
            case Commitment() if is_promise:
                return plain._replace(
                    who=(record.party,),
                    told=signs_of(record.what),
                    last=record.end,
                    is_longer="延長" in record.what,
                )
            case _:
                of, by = _of_whom(record, [name.who for name in names])
                return plain._replace(who=of, by=by, bearing=_bearing(record))

    def _matter(self, stored: StoredRecord, names: Iterable[NamedPlace]) -> Matter:
        """Return what words are about; places are told by id, other names are left out."""
        evidence = stored.record.evidence
        signs = list(evidence.exact)
        places: set[str] = set()
        for name in names:
            label = self._labels.get(name.who)
            if label is not None and label.type in _PLACES:
                places.add(label.id)
            first, last = name.start - evidence.span.start, name.end - evidence.span.start
            signs[first:last] = " " * (last - first)
        found = matter_of("".join(signs))
        return replace(found, objects=found.objects | places)

    def _speaker_at(self, stored: StoredRecord) -> str | None:
        """Return in whose words something is told; None for a report's own voice."""
        span = stored.record.evidence.span
        holding = [
            (place.end - place.start, place.who)
            for place in self._speakers[stored.document]
            if place.start <= span.start and span.end <= place.end
        ]
        key = min(holding)[1] if holding else "author"
        return None if key == "author" else key


def _of_whom(record: Record, named: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """Return of whom words may tell, and whose words they are.

    They tell of those whom they name; of who speaks, where they name nobody or say 「我々」.
    """
    of = dict.fromkeys(named)
    match record:
        case Commitment():
            return (record.party,), None
        case Statement(speaker=speaker) if speaker is not None:
            if speaker.entity and (not named or _WE.search(record.evidence.exact)):
                of[speaker.entity] = None
            return tuple(of), None if speaker.author else speaker.key
        case Claim() if record.asserted or record.denied:
            return tuple(of), (record.asserted or record.denied)[0].by
        case _:
            return tuple(of), None


def _sides(ledger: Ledger, who: Iterable[str]) -> dict[str, str]:
    """Return on whose side actors are: a state's own, for anybody unknown `UNKNOWN_SIDE`."""
    labels = ledger.labels(who)
    canon = ledger.canon(label.side for label in labels.values() if label.side)
    found: dict[str, str] = defaultdict(lambda: UNKNOWN_SIDE)
    for id, label in labels.items():
        if label.side:
            found[id] = canon.get(label.side, label.side)
        elif label.type is ActorType.STATE:
            found[id] = label.id
    return found
