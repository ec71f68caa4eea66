"""What each side claims of who holds a place, as stretches of time in which its word stands.

A claim stands from the day it is made until whoever made it says otherwise. Where two that exclude
each other stand at once, the place is contested. Nothing here says who holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from soten.query.contrast import contrast_of
from soten.query.places import Claimant, PlaceHistory
from soten.query.steps import Move, Step
from soten.records import Control, Hold
from soten.store import Label

_HOLDING = (Hold.TAKEN, Hold.RETAKEN, Hold.HELD)
_SAID = (Move.ASSERTED, Move.REPEATED, Move.CONCEDED)


@dataclass(frozen=True, slots=True)
class Stretch:
    """ISO days from `low` to `high`; `high` is None where it goes on."""

    low: str
    high: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """What one side says of who holds a place, for as long as it stands by it.

    `holder` is the side said to hold the place, by id; None where it is said to be fought over or
    nobody says by whom it is held. `is_denial` is true of the word that `holder` does not hold it.
    `began` is the first step of `steps`, its days as wide as they are known; `until` the ISO day
    on which the side says otherwise. `contested` are stretches in which another side's word
    excludes it.
    """

    claimant: Label
    hold: Hold
    holder: str | None
    is_denial: bool
    steps: tuple[Step, ...]
    until: str | None = None
    contested: tuple[Stretch, ...] = ()

    @property
    def began(self) -> Step:
        """The step that it begins with."""
        return self.steps[0]

    @property
    def low(self) -> str:
        """The first day it may be of."""
        return self.began.when.low or ""

    @property
    def control(self) -> Control:
        """What it says of the place, as it was said last."""
        return self.steps[-1].control[0]


def tenures_of(history: PlaceHistory) -> tuple[Tenure, ...]:
    """Return what is said of who holds a place, by claimant in order, each in order of time.

    What is undated is left out: where it would stand is not known.
    """
    found = [tenure for claimant in history.claimants for tenure in _of_one(claimant)]
    return tuple(replace(tenure, contested=tuple(_contested(tenure, found))) for tenure in found)


def _of_one(claimant: Claimant) -> list[Tenure]:
    """Return what one side says; a later word of its own ends an earlier one that it excludes."""
    ended: list[Tenure] = []
    standing: list[Tenure] = []
    for step in claimant.steps:
        if not step.control or not step.when.low or step.move is Move.UNCONFIRMED:
            continue
        control, is_denial = step.control[0], step.move not in _SAID
        if control.hold is Hold.LOST and not is_denial:
            control, is_denial = replace(control, hold=Hold.HELD), True
        tenure = Tenure(claimant.party, control.hold, control.holder, is_denial, (step,))
        kept: list[Tenure] = []
        is_again = False
        for earlier in standing:
            if _is_same(earlier, tenure):
                kept.append(replace(earlier, steps=(*earlier.steps, step)))
                is_again = True
            elif _excludes(earlier, tenure):
                ended.append(replace(earlier, until=step.when.low))
            else:
                kept.append(earlier)
        standing = kept if is_again else [*kept, tenure]
    return sorted(
        (*ended, *standing), key=lambda tenure: (tenure.low, tenure.holder or "", tenure.hold)
    )


def _is_same(one: Tenure, other: Tenure) -> bool:
    """Say whether a word repeats another: taken, retaken and held are one."""
    hold = one.hold is other.hold or (one.hold in _HOLDING and other.hold in _HOLDING)
    return hold and one.holder == other.holder and one.is_denial == other.is_denial


def _excludes(one: Tenure, other: Tenure) -> bool:
    """Say whether two words cannot both be so."""
    if one.is_denial and other.is_denial:
        return False
    if one.is_denial or other.is_denial:
        denied, said = (one, other) if one.is_denial else (other, one)
        return denied.holder == said.holder and (denied.hold in _HOLDING) == (said.hold in _HOLDING)
    pair = (one.control, other.control)
    return any(contrast_of(a, b, lambda id: id) is Move.OPPOSED for a, b in (pair, pair[::-1]))


def _contested(tenure: Tenure, every: Sequence[Tenure]) -> Iterator[Stretch]:
    """Yield the stretches in which another side's word excludes this one, in order, put together."""
    found = [
        stretch
        for other in every
        if other.claimant.id != tenure.claimant.id and _excludes(tenure, other)
        if (stretch := _at_once(tenure, other)) is not None
    ]
    yield from _put_together(found)


def _at_once(one: Tenure, other: Tenure) -> Stretch | None:
    low = max(one.low, other.low)
    ends = [end for end in (one.until, other.until) if end is not None]
    high = min(ends, default=None)
    return None if high is not None and high <= low else Stretch(low, high)


def _put_together(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield stretches in order, those that touch as one.

    >>> list(_put_together([Stretch("2031-02", None), Stretch("2031-01", "2031-03")]))
    [Stretch(low='2031-01', high=None)]
    """
    kept: Stretch | None = None
    for one in sorted(stretches, key=lambda stretch: (stretch.low, stretch.high or "9")):
        if kept is None:
            kept = one
        elif kept.high is None or one.low <= kept.high:
            high = None if kept.high is None or one.high is None else max(kept.high, one.high)
            kept = Stretch(kept.low, high)
        else:
            yield kept
            kept = one
    if kept is not None:
        yield kept
