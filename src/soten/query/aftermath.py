"""What is told after a promise that bears on it: as alleged by whom, never judged.

A link needs the same party, the same matter (deed, and what it is done to) and the right time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from soten.query.answers import Label, Row
from soten.query.bearings import Bearing, Later, Promised, bearing_of
from soten.query.gathering import BEGUN_DAYS, Gathered, days_on
from soten.records import (
    Claim,
    Commitment,
    CommitmentStatus,
    Event,
    EventType,
    Record,
    Statement,
    Talk,
    TalkForm,
    TalkStatus,
)
from soten.records.promising import Matter, is_left_off, likeness, signs_of

if TYPE_CHECKING:
    from soten.store import Ledger

_WE: Final = re.compile("我々|われわれ|私たち|わが|我が")
_STATUS: Final = {
    CommitmentStatus.KEPT: Bearing.KEPT,
    CommitmentStatus.BROKEN: Bearing.BROKEN,
    CommitmentStatus.EXPIRED: Bearing.EXPIRED,
}
_DEED_EVENTS: Final = {
    "aid": (EventType.AID,),
    "sanction": (EventType.SANCTION,),
    "visit": (EventType.VISIT,),
    "sign": (EventType.AGREEMENT,),
    "exchange": (EventType.OTHER,),
    "release": (EventType.OTHER,),
    "send": (EventType.AID, EventType.MOBILIZE),
    "withdraw": (EventType.MOBILIZE, EventType.OTHER),
}
_SINGLE: Final = frozenset(("talk", "visit", "sign"))
"""Deeds of one day: another day of the like is another deed, not the same one put off."""

_MATCHED: Final = 0.5
"""So alike are the words of a promise and of one that takes its place."""

_FORMS: Final = {TalkForm.CALL: "電話", TalkForm.SUMMIT: "首脳"}


def aftermath(
    ledger: Ledger, promises: Sequence[Promised], *, own_only: bool = False
) -> dict[str, tuple[Later, ...]]:
    """Return what bears on each promise, by its id, in order of time; equal tellings are one.

    With `own_only` only what the promise's own tellings tell of it, which takes no time.
    """
    dated = [promise for promise in promises if (promise.told or promise.low) and not own_only]
    gathered = Gathered(ledger, dated) if dated else None
    found = {promise.id: list(_statuses(promise)) for promise in promises}
    for promise in dated:
        assert gathered is not None
        found[promise.id] += _deeds(gathered, promise)
        found[promise.id] += _voices(gathered, promise)
        found[promise.id] += _further(gathered, promise)
    everything = [later for laters in found.values() for later in laters]
    same = _same(ledger, everything)
    return {id: _collapsed(laters, same) for id, laters in found.items()}


def _same(ledger: Ledger, found: Iterable[Later]) -> dict[str, str]:
    """Return by which id talks, claims and promises are known across documents."""
    same: dict[str, str] = {}
    by_kind: dict[str, list[str]] = {}
    for later in found:
        by_kind.setdefault(later.row.record.kind, []).append(later.row.id)
    for kind in (Talk.kind, Claim.kind, Commitment.kind):
        same |= ledger.group_of(kind, by_kind.get(kind, ()))
    return same


def _collapsed(found: Sequence[Later], same: dict[str, str]) -> tuple[Later, ...]:
    """Return what is told in order of time, what says the same by the same voice as one."""
    groups: dict[tuple[str, ...], list[Later]] = {}
    for later in sorted(found, key=lambda one: (one.day, one.row.id)):
        by = "" if later.by is None else later.by.id
        thing = same.get(later.row.id) or signs_of(later.row.evidence.exact)
        groups.setdefault((later.bearing, by, thing), []).append(later)
    collapsed = [
        replace(
            laters[0], further=tuple({later.row.id: later.row for later in laters[1:]}.values())
        )
        for laters in groups.values()
    ]
    return tuple(collapsed)


def _statuses(promise: Promised) -> Iterator[Later]:
    """Yield what the reports of the promise tell of what became of it."""
    for row in promise.rows:
        bearing = _STATUS.get(row.record.status)
        if bearing is not None:
            yield Later(bearing, row.document.published.edtf or row.when.low or "", None, row)


# Deeds -----------------------------------------------------------------------------------


def _deeds(gathered: Gathered, promise: Promised) -> Iterator[Later]:
    """Yield what the party is told to have done."""
    deeds = gathered.deeds[promise.id]
    if promise.matter.is_left_off:
        yield from _paused(gathered, deeds, promise)
        return
    for row in deeds:
        assert isinstance(row.record, Event)
        shared = _done(gathered, row, row.record, promise)
        if shared:
            yield Later(Bearing.DONE, row.when.low or "", gathered.speaker_at(row), row, shared)
    for row in gathered.talks[promise.id]:
        if isinstance(row.record, Talk) and _is_promised(row, row.record, promise):
            yield Later(Bearing.DONE, row.when.low or "", None, row)


def _paused(gathered: Gathered, deeds: Sequence[Row[Record]], promise: Promised) -> Iterator[Later]:
    """Yield what is told of a pause: that it began, and attacks within its term."""
    begun, objects = promise.low, set(promise.matter.objects)
    for row in deeds:
        matter = gathered.matter(row)
        if is_left_off(row.evidence.exact) and matter.deeds & promise.matter.deeds:
            day = row.when.low or ""
            begun = min(filter(None, (begun, day)))
            objects |= matter.objects
            shared = tuple(sorted(matter.objects))
            yield Later(Bearing.LEFT_OFF, day, gathered.speaker_at(row), row, shared)
    named = replace(promise.matter, objects=frozenset(objects))
    for row in deeds:
        event, day = row.record, row.when.low or ""
        assert isinstance(event, Event)
        is_attack = event.type is EventType.ASSAULT and "attack" in promise.matter.deeds
        if is_attack and not is_left_off(row.evidence.exact) and (begun or promise.told) <= day:
            found = gathered.matter(row).objects
            shared = tuple(sorted(named.objects & found))
            bearing = Bearing.WITHIN if shared or not named.objects else Bearing.ELSEWHERE
            if bearing is Bearing.WITHIN or found:
                yield Later(bearing, day, gathered.speaker_at(row), row, shared)


def _done(gathered: Gathered, row: Row[Record], event: Event, promise: Promised) -> tuple[str, ...]:
    """Return the objects that an event has in common with the deed promised before it."""
    wanted = {kind for deed in promise.matter.deeds for kind in _DEED_EVENTS.get(deed, ())}
    if event.type not in wanted or (row.when.low or "") < (promise.low or promise.told):
        return ()
    matter = gathered.matter(row)
    if not matter.deeds & promise.matter.deeds:
        return ()
    return tuple(sorted(promise.matter.objects & matter.objects))


def _is_promised(row: Row[Record], talk: Talk, promise: Promised) -> bool:
    """Say whether a talk held is the one promised: with somebody named, in the form named."""
    if talk.status is not TalkStatus.HELD:
        return False
    words = promise.words
    if any((form is talk.form) is not (word in words) for form, word in _FORMS.items()):
        return False
    others = [row.label(id) for id in talk.participants if id != promise.party]
    return any(_is_named(label, words) for label in others)


def _is_named(label: Label, words: str) -> bool:
    names = [part for name in (label.ja, label.en) if name for part in (name, name.split("・")[-1])]
    return any(len(name) > 1 and name in words for name in names)


# Words -----------------------------------------------------------------------------------


def _voices(gathered: Gathered, promise: Promised) -> Iterator[Later]:
    """Yield what is said of the promise later: broken, kept, extended, withdrawn."""
    for row in gathered.voices[promise.id]:
        bearing = bearing_of(row.record, row.evidence.exact, promise)
        if bearing is None or not _fits(row, bearing) or not _is_about(gathered, row, promise):
            continue
        shared = _shared(promise.matter, gathered.matter(row))
        if shared is not None:
            yield Later(bearing, row.when.low or "", _speaker(row), row, shared)


def _fits(row: Row[Record], bearing: Bearing) -> bool:
    """A promise is another's promise (below), but for what tells of one kept or broken."""
    if not isinstance(row.record, Commitment):
        return True
    return row.record.rule == "word-kept" and bearing in (Bearing.ACCUSED, Bearing.SAID_KEPT)


def _is_about(gathered: Gathered, row: Row[Record], promise: Promised) -> bool:
    """Say whether words name the party, or are its own of itself."""
    record = row.record
    if isinstance(record, Commitment):
        return gathered.is_of(record.party, promise.party)
    named = list(gathered.named_in(row))
    if any(gathered.is_of(id, promise.party) for id in named):
        return True
    if not isinstance(record, Statement) or record.speaker is None:
        return False
    mine = gathered.is_of(record.speaker.entity, promise.party)
    return mine and (_WE.search(row.evidence.exact) is not None or not named)


def _speaker(row: Row[Record]) -> Label | None:
    record = row.record
    if isinstance(record, Statement) and record.speaker is not None:
        return None if record.speaker.author else row.label(record.speaker.key)
    if isinstance(record, Claim) and (record.asserted or record.denied):
        return row.label((record.asserted or record.denied)[0].by)
    return None


# Further promises ------------------------------------------------------------------------


def _further(gathered: Gathered, promise: Promised) -> Iterator[Later]:
    """Yield later promises of the party that take the place of this one, or go on from it.

    What only says the same again, at another time, is neither.
    """
    if promise.matter.deeds <= _SINGLE:
        return
    for row in gathered.further[promise.id]:
        record, day = row.record, row.document.published.edtf or ""
        assert isinstance(record, Commitment)
        if not gathered.is_of(record.party, promise.party):
            continue
        matter = gathered.matter(row)
        shared = _shared(promise.matter, matter)
        if shared is None or (promise.high and day > days_on(promise.high, BEGUN_DAYS)):
            continue
        if not shared and likeness(signs_of(record.what), signs_of(promise.words)) < _MATCHED:
            continue
        bearing = _succession(record, matter, promise)
        if bearing is not None:
            yield Later(bearing, day, None, row, shared)


def _succession(record: Commitment, matter: Matter, promise: Promised) -> Bearing | None:
    """Return how a later promise follows on one: until later, or of something else instead."""
    if matter.is_left_off is not promise.matter.is_left_off:
        return Bearing.OVERTAKEN
    if "延長" in record.what:
        return Bearing.EXTENDED
    if record.end is not None and promise.high and record.end != promise.high:
        return Bearing.EXTENDED if record.end > promise.high else Bearing.OVERTAKEN
    is_other = (
        matter.numbers and promise.matter.numbers and matter.numbers != promise.matter.numbers
    )
    is_alike = likeness(signs_of(record.what), signs_of(promise.words)) >= _MATCHED
    return Bearing.OVERTAKEN if is_other and is_alike else None


def _shared(promise: Matter, other: Matter) -> tuple[str, ...] | None:
    """Return the objects in common, None where the matter is another one."""
    if not promise.touches(other):
        return None
    return tuple(sorted(promise.objects & other.objects))
