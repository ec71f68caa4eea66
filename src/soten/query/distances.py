"""How far two parties stand apart on each point at issue, and whether they have moved.

A distance rests on two quotations, one of each party, on one thing: the latest that can be
compared. It is the difference of their steps (`soten.query.stances`): 0 where both go all the way
towards the thing, 1 where one wants it and the other refuses it. Where no two quotations can be
compared it is unknown, and the reason is told. Points are never averaged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.courses import Stand, stands_of
from soten.query.filters import EVERYTHING, Filter
from soten.query.gaps import WITHIN_DAYS, Short, Unknown, gap, held_around
from soten.query.naming import actor_named
from soten.query.saidsource import Said
from soten.query.sayings import day_after
from soten.records import ActorType, UsageError
from soten.records.edtf import bounds
from soten.store import Label

if TYPE_CHECKING:
    from soten.store import Ledger


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
    ids = two_parties(ledger, one, other)
    said = tuple(Said(ledger, replace(filter, party=id)) for id in ids)
    latest = [source.latest_day(id) for source, id in zip(said, ids, strict=True)]
    day = bounds(on)[1] if on is not None else max((d for d in latest if d), default=_NEVER)
    asked = None if since is None else bounds(since)[0]
    told_on = None if asked is None else day_after(asked, -1)
    points = {
        cell.issue
        for source, id in zip(said, ids, strict=True)
        for cell in source.cells()
        if cell.party == id
    }

    def on_day(issue: str, moment: str) -> Short:
        first, second = (
            held_around(source, (issue, id), moment, within)
            for source, id in zip(said, ids, strict=True)
        )
        return gap(first, second, moment, within)

    found = {
        issue: (on_day(issue, day), None if told_on is None else on_day(issue, told_on))
        for issue in points
    }
    sayings = [s for gaps in found.values() for short in gaps if short for s in short.both]
    stands = stands_of(ledger, sayings)
    labels, issues = ledger.labels(ids), ledger.issue_labels()
    told = [
        Distance(
            one=labels[ids[0]],
            other=labels[ids[1]],
            issue=issues.get(issue) or Label(issue),
            on=day,
            now=gap_of(now, stands),
            since=asked,
            before=None if before is None else gap_of(before, stands),
        )
        for issue, (now, before) in found.items()
    ]
    return tuple(sorted((d for d in told if d.now.one or d.now.other), key=_order))


_NEVER = "9999-12-31"


def two_parties(ledger: Ledger, one: str, other: str) -> tuple[str, str]:
    """Return the ids of two parties; raise `UsageError` for one twice, or an unknown name."""
    ids = _party(ledger, one), _party(ledger, other)
    if ids[0] == ids[1]:
        raise UsageError(f"{one!r} and {other!r} are one party: {ids[0]}")
    return ids


def _party(ledger: Ledger, name: str) -> str:
    """Return the party a name means: the side of a person, else who it is."""
    id = actor_named(ledger, name)
    label = ledger.labels([id])[id]
    return label.side if label.type is ActorType.PERSON and label.side else id


def gap_of(short: Short, stands: Mapping[str, Stand]) -> Gap:
    """Return a gap with the stands it rests on."""
    one = None if short.one is None else stands.get(short.one.id)
    other = None if short.other is None else stands.get(short.other.id)
    return Gap(short.value, one, other, short.shared, short.unknown)


def _order(found: Distance) -> tuple[bool, float, str, str]:
    latest = max((s.last_day for s in (found.now.one, found.now.other) if s), default="")
    value = found.now.value
    is_silent = found.now.unknown is Unknown.SILENT
    return is_silent, 2.0 if value is None else -value, latest, found.issue.id


def _is_same_thing(now: Gap, before: Gap) -> bool:
    """Say whether two gaps rest on the same thing: no new stand, or words in common."""
    pairs = ((now.one, before.one), (now.other, before.other))
    return all(
        a is not None
        and b is not None
        and (a.position.id == b.position.id or a.wording.shared(b.wording) is not None)
        for a, b in pairs
    )
