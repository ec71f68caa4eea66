"""Talks as all reports tell them: one answer a meeting, with its history, rounds and what is denied.

Statuses stand as reported. Where reports conflict, both are shown; the latest report only says
which comes first. Nothing is said to have been held that no report tells so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.query.answers import Label, Page, Row
from soten.query.assembly import Assembler
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.support import Support, Telling, supports
from soten.query.talksteps import Report, Step, StepKind, reports_of, steps_of
from soten.records import Outcome, Record, Talk, TalkForm, TalkStatus
from soten.records.edtf import bounds
from soten.records.joins import Group
from soten.store import JoinReason, Order, Selection, StoredRecord

if TYPE_CHECKING:
    from soten.store import Ledger

_BATCH = 200
_AHEAD = (TalkStatus.PLANNED, TalkStatus.PROPOSED, TalkStatus.UNCERTAIN)
_OFF = (TalkStatus.POSTPONED, TalkStatus.CANCELLED)
_TOLD = (TalkStatus.HELD, TalkStatus.ONGOING)
_WEIGHT = (*_TOLD, *_OFF, *_AHEAD)
"""Of reports of one day, what counts as the later."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A status as reported: by the latest report on which day, by how many wire families."""

    status: TalkStatus
    day: str
    families: int


@dataclass(frozen=True, slots=True)
class JoinedTalk:
    """One talk by all its reports. `id` is that of its first record, by id.

    `participants` and `places` stand in order of how many reports name them. `planned` are the
    dates it was set for, `held` those it took place on, in the order they were told; of dates that
    agree the most exact.
    """

    id: str
    sides: tuple[str, ...]
    participants: tuple[Label, ...]
    places: tuple[Label, ...]
    form: TalkForm
    planned: tuple[str, ...]
    held: tuple[str, ...]
    due: str | None
    """The date it is set for by the latest report that tells one."""
    standings: tuple[Standing, ...]
    """Every status that is reported, the latest first."""
    outcomes: tuple[Outcome, ...]
    round: int | None
    support: Support
    steps: tuple[Step, ...]
    reasons: tuple[JoinReason, ...]
    rows: tuple[Row[Talk], ...]
    """The single readings, the earliest report first."""

    @property
    def status(self) -> TalkStatus:
        """The status by the latest report."""
        return self.standings[0].status

    @property
    def date(self) -> str | None:
        """The day it took place on, else the one it is set for, in EDTF."""
        return self.held[0] if self.held else self.due

    @property
    def latest(self) -> Row[Talk]:
        """The reading of the latest report."""
        return self.rows[-1]

    @property
    def families(self) -> int:
        """How many independent wire families report it."""
        return len(self.support.families)

    @property
    def denied(self) -> tuple[Step, ...]:
        """Who says that there is, or was, no such talk."""
        return tuple(step for step in self.steps if step.kind is StepKind.DENIED)

    @property
    def is_contested(self) -> bool:
        """True where a report tells that it took place, and as late a one that it did not."""
        return bool(self.denied) or _conflict(self.steps)

    def is_left_open(self, today: str) -> bool:
        """Say whether its day is gone by on `today` (ISO) and nothing further is known."""
        if self.status not in _AHEAD or self.date is None:
            return False
        return bounds(self.date)[1] < today


def last_day(ledger: Ledger) -> str | None:
    """Return the day of the latest dated report in the ledger (ISO)."""
    newest = ledger.newest_documents(limit=1)
    published = newest[0][0].published.edtf if newest else None
    return None if published is None else bounds(published)[1]


def joined_talks(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
    within: int | None = None,
) -> Page[JoinedTalk]:
    """Return talks, the latest first; a talk is let through where one of its reports is.

    With `limit` and `within` it may be looked among about so many only: the page then may hold
    fewer talks, or none, and still have a cursor. Of days, those of reports count, not of remarks.
    """
    selection = select_by(ledger, filter, (Talk.kind,))
    if limit is not None and within is not None:
        groups, place = ledger.groups_within(
            Talk.kind, selection, limit=limit, after=after, within=within
        )
        return Page(tuple(talks_of(ledger, groups)), place)
    found: list[JoinedTalk] = []
    while True:
        size = _BATCH if limit is None else min(_BATCH, limit - len(found))
        page = ledger.groups(Talk.kind, selection, Order.NEWEST, limit=max(size, 1), after=after)
        found += talks_of(ledger, [group for group, _ in page])
        is_last = len(page) < max(size, 1)
        after = None if is_last else page[-1][1]
        if is_last or (limit is not None and len(found) >= limit):
            return Page(tuple(found), after)


def talks_of(ledger: Ledger, groups: Sequence[Group]) -> list[JoinedTalk]:
    """Return groups of records as talks, in the same order; those without a talk are left out."""
    ids = [id for group in groups for id in group.members]
    if not ids:
        return []
    rows = {row.id: row for row in Assembler[Record](ledger).rows(_stored(ledger, ids))}
    items = ledger.joined_items(Talk.kind, ids)
    roles = {id: str(item.features.get("role", "talk")) for id, item in items.items()}
    sides = {id: _texts(item.features.get("sides")) for id, item in items.items()}
    reports = reports_of(ledger, rows.values(), roles)
    named = {who for row in rows.values() for who in _named(row.record)}
    canon = ledger.canon(named)
    known = _Known(canon, ledger.labels({*named, *canon.values()}), sides)
    mine = {group.id: [reports[id] for id in group.members if id in reports] for group in groups}
    tellings = {
        id: [Telling(r.row.evidence) for r in told if isinstance(r.row.record, Talk)]
        for id, told in mine.items()
    }
    support = supports(ledger, tellings)
    reasons = _reasons(ledger.reasons(Talk.kind, list(mine)), groups)
    return [
        _talk(told, known, support[id], reasons.get(id, ()))
        for id, told in mine.items()
        if tellings[id]
    ]


def _stored(ledger: Ledger, ids: Sequence[str]) -> Iterable[StoredRecord]:
    for start in range(0, len(ids), _BATCH):
        yield from ledger.records(Selection(ids=tuple(ids[start : start + _BATCH])))


@dataclass(frozen=True, slots=True)
class _Known:
    """What actors are called across documents, and the parties each record was compared by."""

    canon: dict[str, str]
    labels: dict[str, Label]
    sides: dict[str, tuple[str, ...]]

    def label(self, id: str) -> Label:
        who = self.canon.get(id, id)
        return self.labels.get(who) or self.labels.get(id) or Label(who)


def _named(record: Record) -> Iterable[str]:
    if isinstance(record, Talk):
        yield from record.participants
        if record.place is not None:
            yield record.place


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _reasons(
    found: Iterable[JoinReason], groups: Sequence[Group]
) -> dict[str, tuple[JoinReason, ...]]:
    of = {id: group.id for group in groups for id in group.members}
    made: dict[str, list[JoinReason]] = {}
    for reason in found:
        if reason.one in of:
            made.setdefault(of[reason.one], []).append(reason)
    return {id: tuple(reasons) for id, reasons in made.items()}


def _talk(
    reports: Sequence[Report],
    known: _Known,
    support: Support,
    reasons: tuple[JoinReason, ...],
) -> JoinedTalk:
    told = sorted(
        (r for r in reports if isinstance(r.row.record, Talk)), key=lambda r: (r.day, r.row.id)
    )
    rows = tuple(_talk_row(report.row) for report in told)
    records = [row.record for row in rows]
    sides = Counter(known.sides.get(row.id, ()) for row in rows)
    standings = _standings(told)
    return JoinedTalk(
        id=min(row.id for row in rows),
        sides=min(sides, key=lambda s: (-sides[s], s)) if sides else (),
        participants=_by_count(known, (record.participants for record in records)),
        places=_by_count(known, ([r.place] if r.place else [] for r in records)),
        form=_form(records),
        planned=_planned(records),
        held=_held(records),
        due=_due(records),
        standings=standings,
        outcomes=tuple(dict.fromkeys(r.outcome for r in records if r.outcome is not None)),
        round=next((r.round for r in records if r.round is not None), None),
        support=support,
        steps=steps_of(reports),
        reasons=reasons,
        rows=rows,
    )


def _talk_row(row: Row[Record]) -> Row[Talk]:
    assert isinstance(row.record, Talk)
    return row  # type: ignore[return-value]  # the record is a talk: a row of it is a row of a talk


def _by_count(known: _Known, named: Iterable[Iterable[str]]) -> tuple[Label, ...]:
    labels: dict[str, Label] = {}
    counts: Counter[str] = Counter()
    for ids in named:
        for label in {known.label(id).id: known.label(id) for id in ids}.values():
            labels[label.id] = label
            counts[label.id] += 1
    return tuple(labels[id] for id in sorted(counts, key=lambda id: (-counts[id], id)))


def _form(records: Sequence[Talk]) -> TalkForm:
    """Return the form that says most: 会談 is said of any."""
    forms = Counter(record.form for record in records)
    forms.pop(TalkForm.MEETING, None)
    return min(forms, key=lambda form: (-forms[form], form.value)) if forms else TalkForm.MEETING


def _planned(records: Sequence[Talk]) -> tuple[str, ...]:
    """Return the dates a talk was set for, each once, in the order they were told."""
    found: list[str | None] = []
    for record in records:
        found.append(record.moved_from)
        if record.status not in _TOLD:
            found += [record.date, record.moved_to]
    return _firm(found)


def _held(records: Sequence[Talk]) -> tuple[str, ...]:
    return _firm(record.date for record in records if record.status in _TOLD)


def _due(records: Sequence[Talk]) -> str | None:
    dates = [r.moved_to or r.date for r in records if r.status not in _TOLD]
    return next((date for date in reversed(dates) if date is not None), None)


def _firm(dates: Iterable[str | None]) -> tuple[str, ...]:
    """Return dates once each, without those that only say less exactly what another one says."""
    days = list(dict.fromkeys(date for date in dates if date is not None))
    return tuple(date for date in days if not _holds_another(date, days))


def _holds_another(date: str, days: Sequence[str]) -> bool:
    """Say whether a date only says less exactly what another one says: 来週 beside the 8th."""
    first, last = bounds(date)
    others = (bounds(day) for day in days if day != date)
    return any(first <= low and high <= last for low, high in others)


def _standings(told: Sequence[Report]) -> tuple[Standing, ...]:
    """Return each status with its latest report, the latest first."""
    days: dict[TalkStatus, str] = {}
    families: dict[TalkStatus, set[str]] = {}
    for report in told:
        record = report.row.record
        assert isinstance(record, Talk)
        days[record.status] = max(days.get(record.status, ""), report.day)
        families.setdefault(record.status, set()).add(report.family)
    ordered = sorted(days, key=_WEIGHT.index)
    ordered.sort(key=lambda status: days[status], reverse=True)
    return tuple(Standing(status, days[status], len(families[status])) for status in ordered)


def _conflict(steps: Sequence[Step]) -> bool:
    """Say whether the talk is told as held and, as late, as off."""
    held = [s.day for s in steps if s.status in _TOLD]
    off = [s.day for s in steps if s.status is TalkStatus.CANCELLED]
    return bool(held and off) and max(off) >= min(held)
