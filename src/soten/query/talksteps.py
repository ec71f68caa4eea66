"""The steps of a talk: announced, moved, put off, held, told of again, denied, by whom and when.

A step is what one wire family reports; its copies are counted, not told again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.records import Evidence, Outcome, Record, Statement, Talk, TalkStatus
from soten.records.edtf import bounds
from soten.records.joins import story_at, story_id
from soten.store import DocumentFacts

if TYPE_CHECKING:
    from soten.store import Ledger


class StepKind(StrEnum):
    """What a report tells of a talk's course."""

    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    UNCERTAIN = "uncertain"
    STILL_PLANNED = "still-planned"
    """A later report that tells of it as planned."""
    CONFIRMED = "confirmed"
    """Somebody says that it will take place as planned, or did."""
    MOVED = "moved"
    PUT_OFF = "put-off"
    CALLED_OFF = "called-off"
    UNDER_WAY = "under-way"
    HELD = "held"
    ENDED = "ended"
    """Held, and the report tells what it brought."""
    DESCRIBED = "described"
    """A later report that tells of it as held."""
    DENIED = "denied"
    """Somebody says that there is, or was, no such talk."""


_ORDER = {kind: at for at, kind in enumerate(StepKind)}
_BY_STATUS = {
    TalkStatus.PROPOSED: StepKind.PROPOSED,
    TalkStatus.UNCERTAIN: StepKind.UNCERTAIN,
    TalkStatus.POSTPONED: StepKind.PUT_OFF,
    TalkStatus.CANCELLED: StepKind.CALLED_OFF,
    TalkStatus.ONGOING: StepKind.UNDER_WAY,
}


@dataclass(frozen=True, slots=True)
class Step:
    """What one wire family reports of a talk. `day` is the report's first day (ISO), "" unknown."""

    kind: StepKind
    day: str
    row: Row[Record]
    """The report: of copies, the one that came first."""
    family: str
    date: str | None
    """The date of the talk by this report (EDTF)."""
    outcome: Outcome | None = None
    moved_from: str | None = None
    copies: int = 0
    """How many further stories of the family tell the same."""

    @property
    def evidence(self) -> Evidence:
        """The exact words."""
        return self.row.evidence

    @property
    def document(self) -> DocumentFacts:
        """Where they stand."""
        return self.row.document

    @property
    def status(self) -> TalkStatus | None:
        """The status of the talk by this report, None for what is only said of it."""
        record = self.row.record
        return record.status if isinstance(record, Talk) else None


@dataclass(frozen=True, slots=True)
class Report:
    """A record that tells of a talk, with the day and the family of its story."""

    row: Row[Record]
    day: str
    family: str
    role: str
    """`talk`, `denial` or `confirmation`."""


def reports_of(
    ledger: Ledger, rows: Iterable[Row[Record]], roles: Mapping[str, str]
) -> dict[str, Report]:
    """Return the reports that records make, by the records' ids."""
    found = list(rows)
    stories = ledger.stories({row.document.id for row in found})
    numbers = {
        row.id: story_at(stories.get(row.document.id, ()), row.evidence.span.start) for row in found
    }
    ids = {row.id: story_id(row.document.id, numbers[row.id]) for row in found}
    families = ledger.group_of("story", set(ids.values()))
    made: dict[str, Report] = {}
    for row in found:
        own = stories.get(row.document.id, ())
        at = numbers[row.id]
        told = own[at].published.edtf if at < len(own) else None
        published = told or row.document.published.edtf
        day = "" if published is None else bounds(published)[0]
        family = families.get(ids[row.id], ids[row.id])
        made[row.id] = Report(row, day, family, roles.get(row.id, "talk"))
    return made


def steps_of(reports: Sequence[Report]) -> tuple[Step, ...]:
    """Return the steps that reports tell, the earliest report first.

    What a family tells twice is one step, the first; the rest are copies.
    """
    ordered = sorted(reports, key=lambda r: (r.day, r.row.document.added_at, r.row.id))
    made = _settled([step for report in ordered if (step := _step(report)) is not None])
    first: dict[tuple[str, StepKind, str | None], Step] = {}
    told: dict[tuple[str, StepKind, str | None], set[str]] = defaultdict(set)
    for step in made:
        key = (step.family, step.kind, step.date)
        told[key].add(step.document.id)
        first.setdefault(key, step)
    found = (
        step if len(told[key]) == 1 else replace(step, copies=len(told[key]) - 1)
        for key, step in first.items()
    )
    return tuple(sorted(found, key=lambda s: (s.day, _ORDER[s.kind], s.row.id)))


def _step(report: Report) -> Step | None:
    record = report.row.record
    if isinstance(record, Statement):
        kind = StepKind.DENIED if report.role == "denial" else StepKind.CONFIRMED
        return Step(kind, report.day, report.row, report.family, None)
    if not isinstance(record, Talk):
        return None
    date, moved_from = record.date, record.moved_from
    kind = _BY_STATUS.get(record.status, StepKind.ANNOUNCED)
    if record.status is TalkStatus.HELD:
        kind = StepKind.HELD
    elif record.moved_to is not None:
        kind, date, moved_from = StepKind.MOVED, record.moved_to, record.date
    elif moved_from is not None and record.status is TalkStatus.PLANNED:
        kind = StepKind.MOVED
    return Step(kind, report.day, report.row, report.family, date, record.outcome, moved_from)


def _settled(steps: list[Step]) -> list[Step]:
    """Tell the first report of a plan, and of what took place, from later ones."""
    found: list[Step] = []
    planned: dict[str | None, tuple[str, str]] = {}
    held: tuple[str, str] | None = None
    for step in steps:
        kind = step.kind
        if kind is StepKind.ANNOUNCED:
            first = planned.setdefault(step.date, (step.day, step.family))
            later = step.day > first[0] and step.family != first[1]
            kind = StepKind.STILL_PLANNED if later else kind
        elif kind is StepKind.HELD:
            held = held or (step.day, step.family)
            is_later = step.day > _last_fresh(step, held[0]) and step.family != held[1]
            is_over = step.outcome is not None
            kind = StepKind.DESCRIBED if is_later else StepKind.ENDED if is_over else kind
        found.append(step if kind is step.kind else replace(step, kind=kind))
    return found


_FRESH_DAYS = 3
"""So many days after a talk, or its first report, a report of it is still news of its being held."""


def _last_fresh(step: Step, first: str) -> str:
    """Return the last day on which a report is news of the talk's being held."""
    day = max(first, "" if step.date is None else bounds(step.date)[1])
    if not ("0002" <= day[:4] <= "9997"):
        return day
    return (date.fromisoformat(day) + timedelta(days=_FRESH_DAYS)).isoformat()
