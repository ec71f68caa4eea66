"""The course of a claim: what was said of it by whom and when, step by step.

Who says the same on one day, in however many reports, makes one step with all its words. Steps
stand in order of time, claims and denials alike; none is weighed against another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from soten.query.answers import Row, Voice
from soten.query.support import Support
from soten.records import Claim, Control, Evidence, Figure
from soten.store import DateBasis, DocumentFacts, JoinReason, Label, When


class Move(StrEnum):
    """What a step does, seen from the claim whose course it belongs to."""

    ASSERTED = "asserted"
    REPEATED = "repeated"
    """Who asserted it says it again on a later day."""
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    """Somebody says that he could not confirm it."""
    OPPOSED = "opposed"
    """Another claim about the same place excludes it."""
    OTHERWISE = "otherwise"
    """Another claim tells of another part of the same place."""
    WITHDRAWN = "withdrawn"
    """Who asserted it denies it later."""
    CONCEDED = "conceded"
    """Who denied it asserts it later."""


_RANK = {move: at for at, move in enumerate(Move)}
_REPORTED = 3
"""Days within which what was said on a day is reported without saying when."""
_LATEST = "9999-12-31"
"""Where steps without a day stand."""


@dataclass(frozen=True, slots=True)
class Cite:
    """The words of one report: its document, its wire family, the claim read there."""

    evidence: Evidence
    document: DocumentFacts
    family: str
    claim: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one voice said of a claim on one day, with the words of every report that tells it.

    `when` is the day it was said where a report says so, else the day of the report. `via` names
    the hands it came through in some report. `control` is what it tells of a place.
    """

    move: Move
    by: Label
    when: When
    cites: tuple[Cite, ...]
    via: tuple[Label, ...] = ()
    control: tuple[Control, ...] = ()

    @property
    def families(self) -> int:
        """In how many independent wire families it is told."""
        return len({cite.family for cite in self.cites})


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim across documents: who asserts it, denies it or could not confirm it, step by step.

    `id` is the claim's across documents, `claims` what was read in each, the first told first;
    `claim` is the first of them. `asserted`, `denied` and `unconfirmed` have every voice of every
    report. `places` names the places it is about and those who are said to hold them.
    """

    id: str
    claim: Row[Claim]
    asserted: tuple[Voice, ...]
    denied: tuple[Voice, ...]
    figures: tuple[Row[Figure], ...] = ()
    claims: tuple[Row[Claim], ...] = ()
    unconfirmed: tuple[Voice, ...] = ()
    course: tuple[Step, ...] = ()
    support: Support | None = None
    """What it is asserted by: independent families and primary sources."""
    denial: Support | None = None
    """The same of its denials."""
    why: tuple[JoinReason, ...] = ()
    """Why claims of several documents are one."""
    places: dict[str, Label] = field(default_factory=dict, hash=False)
    left_out: int = 0
    """How many further claims of documents are one with it and were not looked at."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One voice in one report, before copies are put together."""

    move: Move
    by: Label
    when: When
    cite: Cite
    via: tuple[Label, ...] = ()
    control: tuple[Control, ...] = ()


def course_of(tellings: Iterable[Telling], *, of_one: bool = True) -> tuple[Step, ...]:
    """Return tellings as steps in order of time; undated ones come last.

    `of_one` is true of tellings of one claim, which tell one thing; else what they tell of places
    keeps them apart.
    """
    same: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        alone = of_one and telling.move not in (Move.OPPOSED, Move.OTHERWISE)
        holds = () if alone else holds_of(telling.control)
        same[telling.move, telling.by.id, holds].append(telling)
    steps = [
        _step(day, sorted(group, key=_place))
        for told in same.values()
        for day, group in _by_day(told).items()
    ]
    return tuple(_told_again(sorted(steps, key=_order), of_one=of_one))


def holds_of(control: Iterable[Control]) -> tuple[tuple[object, ...], ...]:
    """Return what is told of places so that it can be compared: 80％以上 and 80% are one."""
    return tuple((c.place, c.hold, c.holder, c.share or c.part) for c in control)


def _by_day(tellings: Sequence[Telling]) -> dict[When, list[Telling]]:
    """Return what one voice said of one thing by the day it was said.

    A report that does not say when is of the day that another gives, if it appeared by then or
    within `_REPORTED` days.
    """
    said = sorted({t.when.low for t in tellings if t.when.basis is DateBasis.OWN and t.when.low})
    whens = {t.when.low: t.when for t in tellings if t.when.basis is DateBasis.OWN}
    found: dict[When, list[Telling]] = defaultdict(list)
    reported: dict[str, When] = {}
    for telling in sorted(tellings, key=_place):
        when, low = telling.when, telling.when.low
        if when.basis is DateBasis.DOCUMENT and low is not None:
            day = next((day for day in reversed(said) if _days_between(day, low) >= 0), None)
            if day is not None and _days_between(day, low) <= _REPORTED:
                when = whens[day]
        key = whens.get(when.low, when) if when.basis is DateBasis.OWN else when
        found[reported.setdefault(f"{key.low}", key)].append(telling)
    return found


def _days_between(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _place(telling: Telling) -> tuple[str, str, int]:
    published = telling.cite.document.published.edtf or _LATEST
    return published, telling.cite.document.id, telling.cite.evidence.span.start


def _step(when: When, group: Sequence[Telling]) -> Step:
    first = group[0]
    cites = {(t.cite.evidence.document, t.cite.evidence.span): t.cite for t in reversed(group)}
    via = {label.id: label for telling in group for label in telling.via}
    ordered = tuple(reversed(cites.values()))
    return Step(first.move, first.by, when, ordered, tuple(via.values()), first.control)


def _order(step: Step) -> tuple[str, int, str, str]:
    return step.when.low or _LATEST, _RANK[step.move], step.by.id, step.cites[0].evidence.document


def _told_again(steps: Sequence[Step], *, of_one: bool) -> list[Step]:
    """Tell first assertions from later ones, and who changes sides; steps are in order of time."""
    asserted: dict[object, str] = {}
    denied: dict[object, str] = {}
    found: list[Step] = []
    for step in steps:
        whose = (step.by.id, () if of_one else holds_of(step.control))
        by, day, move = whose, step.when.low or _LATEST, step.move
        if move is Move.ASSERTED:
            if denied.get(by, day) < day:
                move = Move.CONCEDED
            elif asserted.get(by, day) < day:
                move = Move.REPEATED
            asserted.setdefault(by, day)
        elif move is Move.DENIED:
            if asserted.get(by, day) < day:
                move = Move.WITHDRAWN
            denied.setdefault(by, day)
        found.append(step if move is step.move else replace(step, move=move))
    return found
