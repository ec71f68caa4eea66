"""Deeds in short: what records tell that may bear on a promise, as comparing takes it.

A deed is read off records once and kept (`soten.query.telling`); `Gathered` looks among them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple  # Any: JSON, as written below

from soten.query.bearings import Bearing
from soten.records import EventType, TalkForm
from soten.records.promising import Matter
from soten.store import DeedKey, FoundDeed, StoredDeed

UNKNOWN_SIDE = ""
"""The side of whoever is not known to be on any: it may turn out later."""
ASSAULT = "assault"
"""Stands for the deed of whatever event is an assault, in what words it is told."""
NO_MATTER = Matter(frozenset(), frozenset())
"""What a talk is about, which is told by who takes part."""
MET = "met"
"""Stands for the deed of a talk that was held."""


class Sort(StrEnum):
    """How a deed is told."""

    EVENT = "event"
    TALK = "talk"
    """A talk that was held."""
    PROMISE = "promise"
    WORDS = "words"
    """What is said of promises: broken, kept, extended, withdrawn."""


class Deed(NamedTuple):
    """What a record of some kind tells that may bear on a promise.

    `start` and `end` are the place of its evidence. `who` are ids, as read, of who does it, takes
    part, promises, or of whom it is told; `by` whose words it is (an actor, `anonymous:…`), None
    where a report tells it in its own voice. `matter` is what its words are about, names left out
    and places by id (`NO_MATTER` of a talk); `signs` tell its words from others. Many are made for one
    page.
    """

    id: str
    document: str
    kind: str
    day: str
    """When it happened, or was told ("" unknown)."""
    start: int
    end: int
    who: tuple[str, ...]
    matter: Matter
    signs: str
    by: str | None = None
    type: EventType | None = None
    """Of an event."""
    is_paused: bool = False
    """Of an event: whether something is told to have been left off."""
    form: TalkForm | None = None
    """Of a talk."""
    told: str = ""
    """Of a promise: the signs of what is promised."""
    last: str | None = None
    """Of a promise: until when (EDTF)."""
    is_longer: bool = False
    """Of a promise: whether it tells itself to extend another."""
    bearing: Bearing | None = None
    """Of words: what they say of a promise."""


def key_name(sort: Sort, deed: str) -> str:
    """Return the name under which deeds of a sort are kept.

    >>> key_name(Sort.EVENT, "attack")
    'event:attack'
    """
    return f"{sort}:{deed}"


def stored_deed(deed: Deed, keys: Iterable[DeedKey]) -> StoredDeed:
    """Return a deed as the ledger keeps it."""
    matter = deed.matter
    about = [sorted(matter.deeds), sorted(matter.objects), sorted(matter.numbers)]
    told: list[Any] = [
        *(deed.kind, deed.day, deed.start, deed.end, deed.who),
        *(about, matter.is_left_off, deed.signs, deed.by),
        *(deed.type, deed.is_paused, deed.form, deed.told, deed.last, deed.is_longer),
        deed.bearing,
    ]
    while not told[-1]:
        told.pop()
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return StoredDeed(deed.id, deed.document, body, tuple(keys))


def deeds_of(found: Iterable[FoundDeed]) -> dict[str, Deed]:
    """Return deeds that the ledger keeps, by id, each once under however many keys it was found."""
    once = list({one.id: one for one in found}.values())
    # One text is read much faster than many short ones.
    bodies = json.loads("[" + ",".join([one.body for one in once]) + "]")
    return {one.id: _deed(one, told) for one, told in zip(once, bodies, strict=True)}


def _deed(found: FoundDeed, told: list[Any]) -> Deed:
    told += _NOTHING[len(told) :]
    kind, day, start, end, who, (deeds, objects, numbers), is_left_off, signs, by, *rest = told
    type, is_paused, form, promised, last, is_longer, bearing = rest
    return Deed(
        found.id,
        found.document,
        kind,
        day,
        start,
        end,
        tuple(who),
        Matter(frozenset(deeds), frozenset(objects), frozenset(numbers), bool(is_left_off)),
        signs or "",
        by,
        _TYPES.get(type),
        bool(is_paused),
        _FORMS.get(form),
        promised or "",
        last,
        bool(is_longer),
        _BEARINGS.get(bearing),
    )


_NOTHING = (None,) * 16
"""What stands for fields that are left out at the end."""
_TYPES = {one.value: one for one in EventType}
_FORMS = {one.value: one for one in TalkForm}
_BEARINGS = {one.value: one for one in Bearing}
