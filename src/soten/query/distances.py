"""How far two parties stand apart on each point at issue, and whether they have moved.

A distance rests on two quotations, one of each party, on one thing: the latest that can be
compared. It is the difference of their steps (`soten.query.stances`): 0 where both go all the way
towards the thing, 1 where one wants it and the other refuses it. Where no two quotations can be
compared it is unknown, and the reason is told. Points are never averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.closeness import Closeness
from soten.query.courses import Stand, stands_by_point
from soten.query.filters import EVERYTHING, Filter
from soten.query.naming import actor_named
from soten.query.objects import Shared
from soten.query.stances import apart
from soten.records import ActorType, UsageError
from soten.records.edtf import bounds
from soten.store import Label

if TYPE_CHECKING:
    from soten.store import Ledger

WITHIN_DAYS = 180
"""A stand older than this on the day asked about no longer counts as what a party holds."""

COMPARED = 40
"""How many of a party's latest stands on a point are compared with the other's."""


class Unknown(StrEnum):
    """Why a distance is unknown."""

    SILENT = "silent"
    """One of the two has said nothing on the point within the days that count."""
    OTHER_THINGS = "other-things"
    """Both have, but of different things, as far as their words tell."""
    NO_SCALE = "no-scale"
    """Both speak of one thing, but their stances cannot be set against each other: both demand,
    both refuse, both offer, one demands and the other offers, or one is undecided."""


class Movement(StrEnum):
    """How a distance changed between two days."""

    CLOSER = "closer"
    FURTHER = "further"
    SAME = "same"
    UNKNOWN = "unknown"
    """One of the two distances is unknown, or they are of different things."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How far two parties stood apart on a point on a day.

    `one` and `other` are the stands the value rests on; where it is unknown, the latest of each
    (None where a party is silent). `shared` are the words of content that both hold.
    """

    value: float | None
    one: Stand | None
    other: Stand | None
    shared: tuple[str, ...] = ()
    unknown: Unknown | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """How far two parties stand apart on a point, and how far they stood on an earlier day."""

    one: Label
    other: Label
    issue: Label
    on: str
    """The day (ISO) as of which it is told."""
    now: Gap
    since: str | None = None
    before: Gap | None = None

    @property
    def movement(self) -> Movement:
        """How the distance changed since the earlier day."""
        if self.before is None or self.now.value is None or self.before.value is None:
            return Movement.UNKNOWN
        if not _is_same_thing(self.now, self.before):
            return Movement.UNKNOWN
        if self.now.value == self.before.value:
            return Movement.SAME
        return Movement.CLOSER if self.now.value < self.before.value else Movement.FURTHER


def distances(
    ledger: Ledger,
    one: str,
    other: str,
    filter: Filter = EVERYTHING,
    *,
    since: str | None = None,
    on: str | None = None,
    within: int = WITHIN_DAYS,
) -> tuple[Distance, ...]:
    """Return how far two parties (ids or names) stand apart on each point that one still speaks on.

    Known distances come first, the largest first. `on` (EDTF) is the day as of which it is told:
    without it, that of the latest stand of either. `since` adds the distance on that day. Of the
    filter, the point, the document and the dates of stands count. Raises `UsageError` for one
    party twice.
    """
    ids = _party(ledger, one), _party(ledger, other)
    if ids[0] == ids[1]:
        raise UsageError(f"{one!r} and {other!r} are one party: {ids[0]}")
    held = _held_by(ledger, ids, filter)
    day = bounds(on)[1] if on is not None else _latest_day(held)
    asked = None if since is None else bounds(since)[0]
    labels, issues = ledger.labels(ids), ledger.issue_labels()
    found = []
    for issue in held[0].keys() | held[1].keys():
        stands = held[0].get(issue, ()), held[1].get(issue, ())
        before = None if asked is None else gap(*stands, _day_before(asked), within)
        found.append(
            Distance(
                one=labels[ids[0]],
                other=labels[ids[1]],
                issue=issues.get(issue) or Label(issue),
                on=day,
                now=gap(*stands, day, within),
                since=asked,
                before=before,
            )
        )
    return tuple(sorted((d for d in found if d.now.one or d.now.other), key=_order))


_Held = Mapping[str, Sequence[Stand]]
"""A party's stands by point."""


def _held_by(ledger: Ledger, ids: tuple[str, str], filter: Filter) -> tuple[_Held, _Held]:
    first, second = (
        {
            issue: stands
            for (party, issue), stands in stands_by_point(ledger, replace(filter, party=id)).items()
            if party == id
        }
        for id in ids
    )
    return first, second


def _latest_day(held: Iterable[_Held]) -> str:
    days = (stand.last_day for found in held for stands in found.values() for stand in stands)
    return max((day for day in days if day < _NEVER), default=_NEVER)


_NEVER = "9999-12-31"


def _party(ledger: Ledger, name: str) -> str:
    """Return the party a name means: the side of a person, else who it is."""
    id = actor_named(ledger, name)
    label = ledger.labels([id])[id]
    return label.side if label.type is ActorType.PERSON and label.side else id


def _order(found: Distance) -> tuple[bool, float, str, str]:
    latest = max((s.last_day for s in (found.now.one, found.now.other) if s), default="")
    value = found.now.value
    is_silent = found.now.unknown is Unknown.SILENT
    return is_silent, 2.0 if value is None else -value, latest, found.issue.id


def gap(one: Sequence[Stand], other: Sequence[Stand], day: str, within: int = WITHIN_DAYS) -> Gap:
    """Return how far two parties' stands on one point are apart on an ISO day.

    Of the pairs of stands on the same thing, that counts whose older part is latest.
    """
    first, second = _held(one, day, within), _held(other, day, within)
    if not first or not second:
        return Gap(
            None, first[0] if first else None, second[0] if second else None, (), Unknown.SILENT
        )
    best: Gap | None = None
    for a in first:
        for b in second:
            shared = a.wording.shared(b.wording)
            if shared is not None and (best is None or _is_better(a, b, shared, best)):
                best = _measured(a, b, shared)
    return best or Gap(None, first[0], second[0], (), Unknown.OTHER_THINGS)


def _held(stands: Sequence[Stand], day: str, within: int) -> list[Stand]:
    """Return the stands a party still holds on a day, the latest first.

    What somebody else says of the party is left out.
    """
    oldest = _day_before(day, within)
    found = [
        stand
        for stand in stands
        if oldest <= stand.first_day
        and stand.last_day <= day
        and stand.closeness not in (Closeness.OTHER, Closeness.UNKNOWN)
    ]
    return sorted(found, key=_age, reverse=True)[:COMPARED]


def _age(stand: Stand) -> tuple[str, int, str]:
    return stand.first_day, -stand.closeness.rank, stand.position.id


def _is_better(a: Stand, b: Stand, shared: Shared, best: Gap) -> bool:
    if best.one is None or best.other is None:
        return True
    new = (
        apart(a.stance, b.stance, shared) is not None,
        min(_age(a), _age(b)),
        max(_age(a), _age(b)),
    )
    old_ages = (_age(best.one), _age(best.other))
    return new > (best.value is not None, min(old_ages), max(old_ages))


def _measured(a: Stand, b: Stand, shared: Shared) -> Gap:
    value = apart(a.stance, b.stance, shared)
    return Gap(value, a, b, shared.words, Unknown.NO_SCALE if value is None else None)


def _is_same_thing(now: Gap, before: Gap) -> bool:
    """Say whether two gaps rest on the same thing: no new stand, or words in common."""
    pairs = ((now.one, before.one), (now.other, before.other))
    return all(
        a is not None and b is not None and (a == b or a.wording.shared(b.wording) is not None)
        for a, b in pairs
    )


def _day_before(day: str, days: int = 1) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day
