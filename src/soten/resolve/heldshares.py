"""How much of a place somebody holds: whose share, of which place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from soten.records import ActorType, Unit
from soten.resolve.clauses import AGENT, COUNTED, DOERS, OF, PLACES, REACH, Clause, period_of
from soten.resolve.quantitywords import HELD, PASSIVE

SHARES: Final = frozenset((Unit.PERCENT, Unit.KM2, Unit.SETTLEMENT))
"""Units in which it is told how much of a place is held."""

_LAND: Final = re.compile("[のが]?(?:領土|国土|領内|領|全土|面積)")
_LISTED: Final = re.compile("(?:[と、や]|および|及び)$")
"""「北州と南州の13集落」: what is counted of two places is of neither."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a place is held: `holder` is a side, "" where nobody is told to hold it."""

    place: str
    holder: str
    period: str


def share_of(clause: Clause) -> Share | None:
    """Return the share of a place that somebody holds, where the sentence tells of that."""
    at = clause.start
    if clause.unit not in SHARES:
        return None
    around = [
        *HELD.finditer(clause.sentence, max(0, at - REACH), at),
        *HELD.finditer(clause.sentence, clause.end, clause.end + REACH),
    ]
    if not around:
        return None
    place = _held_place(clause)
    if place is None:
        return None
    verb = min(around, key=lambda m: min(abs(m.start() - at), abs(m.start() - clause.end)))
    period = period_of(clause) if clause.unit is not Unit.PERCENT else _change(clause)
    return Share(place, _holder(clause, place, verb.start()), period)


def _change(clause: Clause) -> str:
    """A share held is a state, whatever day it is told of; only a month's gain is a change."""
    period = period_of(clause)
    return period if period in ("month", "year", "total") else ""


def _held_place(clause: Clause) -> str | None:
    """Return the place that a share is of: 「北村の70%」, 「701km2の北国領土」, else the last named."""
    places = [name for name in clause.names if name.type in PLACES]
    owner = clause.before(OF)
    beside = (owner.start("chain"), clause.start) if owner else (0, 0)
    counted = COUNTED.match(clause.right)
    behind = (clause.end, clause.end + (counted.end() if counted else 0))
    for first, last in (beside, behind):
        inside = [name for name in places if first <= name.start and name.end <= last]
        if inside:
            listed = _LISTED.search(clause.left[: inside[-1].start])
            is_one = listed is None or not any(n.end == listed.start() for n in places)
            return inside[-1].id if is_one else None
    before = [
        name.id
        for name in places
        if name.end <= clause.start
        and (name.type is not ActorType.STATE or _LAND.match(clause.sentence, name.end))
        and not AGENT.match(clause.sentence, name.end)
    ]
    return before[-1] if before else None


def _holder(clause: Clause, place: str, verb: int) -> str:
    """Return the side that holds: who is named as doing it, else who says so of himself."""
    agents = [
        name
        for name in clause.names
        if name.id not in (clause.by, place)
        and name.type in DOERS
        and AGENT.match(clause.sentence, name.end)
    ]
    if agents:
        return min(agents, key=lambda name: abs(name.start - verb)).side
    is_passive = PASSIVE.search(clause.sentence, verb, verb + 8) is not None
    return "" if is_passive or clause.by_side is None else clause.by_side
