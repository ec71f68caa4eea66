"""What is told after a promise that bears on it: as alleged by whom, never judged.

A link needs the same party, the same matter (deed, and what it is done to) and the right time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from soten.query.answers import Label, Row
from soten.query.assembly import Assembler
from soten.query.bearings import Bearing, Later, Promised, Since
from soten.query.deeds import Deed, Sort
from soten.query.gathering import BEGUN_DAYS, Gathered, days_on, overlaps
from soten.records import (
    Claim,
    Commitment,
    CommitmentStatus,
    EventType,
    Record,
    Talk,
    TalkForm,
)
from soten.records.promising import Matter, likeness, signs_of
from soten.store import Selection

if TYPE_CHECKING:
    from soten.store import Ledger

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
_MATCHED: Final = 0.5
"""So alike are the words of a promise and of one that takes its place."""

_FORMS: Final = {TalkForm.CALL: "電話", TalkForm.SUMMIT: "首脳"}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a record tells that bears on a promise; `signs` tell its words from others."""

    bearing: Bearing
    day: str
    id: str
    kind: str
    signs: str
    by: str | None = None
    shared: tuple[str, ...] = ()


def aftermath(
    ledger: Ledger,
    promises: Sequence[Promised],
    *,
    own_only: bool = False,
    most: int | None = None,
    untold: bool = False,
) -> dict[str, Since]:
    """Return what bears on each promise, by its id, in order of time; equal tellings are one.

    With `own_only` only what the promise's own tellings tell of it, which takes no time. With
    `most` only so many of each are read; all are counted. With `untold` promises are left out of
    which anything tells what became of them.
    """
    dated = [promise for promise in promises if (promise.told or promise.low) and not own_only]
    gathered = Gathered(ledger, dated) if dated else None
    found = {promise.id: list(_statuses(promise)) for promise in promises}
    for promise in dated:
        assert gathered is not None
        found[promise.id] += _deeds(gathered, promise)
        found[promise.id] += _words(gathered, promise)
        found[promise.id] += _further(gathered, promise)
    if untold:
        found = {id: mine for id, mine in found.items() if not _is_settled(mine)}
    return _Since(ledger, found).read(most)


def _is_settled(found: Iterable[_Told]) -> bool:
    """Say whether anything tells of the promise itself."""
    return any(told.bearing is not Bearing.ELSEWHERE for told in found)


class _Since:
    """What bears on promises, to be read from the ledger as far as it is shown."""

    def __init__(self, ledger: Ledger, found: dict[str, list[_Told]]) -> None:
        """Take what was found for each promise."""
        self._ledger = ledger
        everything = [told for mine in found.values() for told in mine]
        self._labels = ledger.labels({told.by for told in everything if told.by is not None})
        self._same = _same(ledger, everything)
        self._groups = {id: self._collapsed(mine) for id, mine in found.items()}

    def read(self, most: int | None) -> dict[str, Since]:
        """Return what bears on each promise, of each at most so many."""
        shown = {id: groups[:most] for id, groups in self._groups.items()}
        ids = {group[0].id for groups in shown.values() for group in groups}
        stored = self._ledger.records(Selection(ids=tuple(sorted(ids)))) if ids else ()
        rows = {row.id: row for row in Assembler[Record](self._ledger).rows(stored)}
        return {
            id: Since(
                tuple(self._later(group, rows[group[0].id]) for group in shown[id]),
                len(groups),
                _is_settled(group[0] for group in groups),
            )
            for id, groups in self._groups.items()
        }

    def _label(self, key: str | None) -> Label | None:
        if key is None:
            return None
        if key.startswith("anonymous:"):
            return Label(key, ja=key.removeprefix("anonymous:"))
        return self._labels.get(key) or Label(key)

    def _collapsed(self, found: Sequence[_Told]) -> list[list[_Told]]:
        """Return what is told in order of time, what says the same by the same voice together."""
        groups: dict[tuple[str, ...], list[_Told]] = {}
        for told in sorted(found, key=lambda one: (one.day, one.id)):
            by = self._label(told.by)
            thing = self._same.get(told.id) or told.signs
            groups.setdefault((told.bearing, by.id if by else "", thing), []).append(told)
        return list(groups.values())

    def _later(self, group: Sequence[_Told], row: Row[Record]) -> Later:
        first, *others = group
        further = tuple(dict.fromkeys(told.id for told in others))
        by = self._label(first.by)
        return Later(first.bearing, first.day, by, row, first.shared, further)


def _same(ledger: Ledger, found: Iterable[_Told]) -> dict[str, str]:
    """Return by which id talks, claims and promises are known across documents."""
    same: dict[str, str] = {}
    by_kind: dict[str, list[str]] = {}
    for told in found:
        by_kind.setdefault(told.kind, []).append(told.id)
    for kind in (Talk.kind, Claim.kind, Commitment.kind):
        same |= ledger.group_of(kind, by_kind.get(kind, ()))
    return same


def _statuses(promise: Promised) -> Iterator[_Told]:
    """Yield what the reports of the promise tell of what became of it."""
    for row in promise.rows:
        bearing = _STATUS.get(row.record.status)
        if bearing is not None:
            day = row.document.published.edtf or row.when.low or ""
            yield _Told(bearing, day, row.id, row.record.kind, signs_of(row.evidence.exact))


def _told(
    bearing: Bearing, deed: Deed, shared: tuple[str, ...] = (), *, by: str | None = None
) -> _Told:
    return _Told(bearing, deed.day, deed.id, deed.kind, deed.signs, by, shared)


# Deeds -----------------------------------------------------------------------------------


def _deeds(gathered: Gathered, promise: Promised) -> Iterator[_Told]:
    """Yield what the party is told to have done."""
    deeds = [deed for deed in gathered.of(promise, Sort.EVENT) if _is_doer(gathered, deed, promise)]
    if promise.matter.is_left_off:
        yield from _paused(deeds, promise)
        return
    for deed in deeds:
        shared = _done(deed, promise)
        if shared:
            yield _told(Bearing.DONE, deed, shared, by=deed.by)
    for deed in gathered.of(promise, Sort.TALK):
        if _is_promised(gathered, deed, promise):
            yield _told(Bearing.DONE, deed)


def _is_doer(gathered: Gathered, deed: Deed, promise: Promised) -> bool:
    is_doer = any(promise.party in (id, gathered.label(id).side) for id in deed.who)
    return is_doer and not overlaps(deed, promise)


def _paused(deeds: Sequence[Deed], promise: Promised) -> Iterator[_Told]:
    """Yield what is told of a pause: that it began, and attacks within its term."""
    begun, objects = promise.low, set(promise.matter.objects)
    for deed in deeds:
        if deed.is_paused and deed.matter.deeds & promise.matter.deeds:
            begun = min(filter(None, (begun, deed.day)))
            objects |= deed.matter.objects
            shared = tuple(sorted(deed.matter.objects))
            yield _told(Bearing.LEFT_OFF, deed, shared, by=deed.by)
    if "attack" not in promise.matter.deeds:
        return
    for deed in deeds:
        is_attack = deed.type is EventType.ASSAULT and not deed.is_paused
        if is_attack and (begun or promise.told) <= deed.day:
            shared = tuple(sorted(objects & deed.matter.objects))
            bearing = Bearing.WITHIN if shared or not objects else Bearing.ELSEWHERE
            if bearing is Bearing.WITHIN or deed.matter.objects:
                yield _told(bearing, deed, shared, by=deed.by)


def _done(deed: Deed, promise: Promised) -> tuple[str, ...]:
    """Return the objects that an event has in common with the deed promised before it."""
    wanted = {kind for name in promise.matter.deeds for kind in _DEED_EVENTS.get(name, ())}
    if deed.type not in wanted or deed.day < (promise.low or promise.told):
        return ()
    if not deed.matter.deeds & promise.matter.deeds:
        return ()
    return tuple(sorted(promise.matter.objects & deed.matter.objects))


def _is_promised(gathered: Gathered, talk: Deed, promise: Promised) -> bool:
    """Say whether a talk held is the one promised: with somebody named, in the form named."""
    words = promise.words
    if any((form is talk.form) is not (word in words) for form, word in _FORMS.items()):
        return False
    others = [gathered.label(id) for id in talk.who if id != promise.party]
    return any(_is_named(label, words) for label in others)


def _is_named(label: Label, words: str) -> bool:
    names = [part for name in (label.ja, label.en) if name for part in (name, name.split("・")[-1])]
    return any(len(name) > 1 and name in words for name in names)


# Words -----------------------------------------------------------------------------------


def _words(gathered: Gathered, promise: Promised) -> Iterator[_Told]:
    """Yield what is said of the promise later: broken, kept, extended, withdrawn."""
    for deed in gathered.of(promise, Sort.WORDS):
        is_cut = deed.bearing is Bearing.WITHDRAWN and "cut" in promise.matter.deeds
        if deed.bearing is None or is_cut or overlaps(deed, promise):
            continue
        if any(gathered.is_of(id, promise.party) for id in deed.who):
            shared = _shared(promise.matter, deed.matter)
            if shared is not None:
                yield _told(deed.bearing, deed, shared, by=deed.by)


# Further promises ------------------------------------------------------------------------


def _further(gathered: Gathered, promise: Promised) -> Iterator[_Told]:
    """Yield later promises of the party that take the place of this one, or go on from it.

    What only says the same again, at another time, is neither.
    """
    mine, words = {row.id for row in promise.rows}, signs_of(promise.words)
    for deed in gathered.of(promise, Sort.PROMISE):
        if deed.id in mine or not gathered.is_of(deed.who[0], promise.party):
            continue
        shared = _shared(promise.matter, deed.matter)
        if shared is None or (promise.high and deed.day > days_on(promise.high, BEGUN_DAYS)):
            continue
        if not shared and likeness(deed.told, words) < _MATCHED:
            continue
        bearing = _succession(deed, promise, words)
        if bearing is not None:
            yield _told(bearing, deed, shared)


def _succession(deed: Deed, promise: Promised, words: str) -> Bearing | None:
    """Return how a later promise follows on one: until later, or of something else instead."""
    if deed.matter.is_left_off is not promise.matter.is_left_off:
        return Bearing.OVERTAKEN
    if deed.is_longer:
        return Bearing.EXTENDED
    if deed.last is not None and promise.high and deed.last != promise.high:
        return Bearing.EXTENDED if deed.last > promise.high else Bearing.OVERTAKEN
    numbers = deed.matter.numbers, promise.matter.numbers
    is_other = all(numbers) and numbers[0] != numbers[1]
    is_alike = is_other and likeness(deed.told, words) >= _MATCHED
    return Bearing.OVERTAKEN if is_alike else None


def _shared(promise: Matter, other: Matter) -> tuple[str, ...] | None:
    """Return the objects in common, None where the matter is another one."""
    if not promise.touches(other):
        return None
    return tuple(sorted(promise.objects & other.objects))
