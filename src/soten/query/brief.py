"""Where the talks stand: one answer that an editor can print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from soten.query.answers import (
    Cell,
    Disagreement,
    Matrix,
    Row,
    SourceRow,
)
from soten.query.catalog import sources
from soten.query.changed import Changes, changes
from soten.query.commitments import JoinedCommitment, joined_commitments
from soten.query.disputes import disputes, figures_that_disagree
from soten.query.filters import EVERYTHING, Filter
from soten.query.lists import events, statements, talks
from soten.query.matrix import positions_matrix
from soten.query.steps import Dispute
from soten.records import Event, Position, Record, Statement, Talk, TalkStatus
from soten.records.edtf import FIRST_DAY, LAST_DAY, bounds

if TYPE_CHECKING:
    from soten.store import Ledger

RECENT_DAYS = 7
"""How far back "what changed" looks from the latest report where nobody says since when."""

_AHEAD = (TalkStatus.PLANNED, TalkStatus.PROPOSED, TalkStatus.UNCERTAIN)
_OFF = (TalkStatus.POSTPONED, TalkStatus.CANCELLED)
_HELD = (TalkStatus.HELD, TalkStatus.ONGOING)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class TalkGroup:
    """One talk as all reports tell it, the latest report first."""

    reports: tuple[Row[Talk], ...]

    @property
    def latest(self) -> Row[Talk]:
        """The report that came last."""
        return self.reports[0]


@dataclass(frozen=True, slots=True)
class Shift:
    """A party's stance on a point at issue that is new, and the one it had before (if any)."""

    cell: Cell
    before: Row[Position] | None

    @property
    def after(self) -> Row[Position]:
        """The position the party holds now."""
        return self.cell.latest


@dataclass(frozen=True, slots=True)
class News:
    """What is dated on or after a day; None where no report has a date.

    `changes` is what reports of that day or later tell of talks, claims and promises.
    """

    since: str | None
    changes: Changes | None = None
    shifts: tuple[Shift, ...] = ()
    talks: tuple[TalkGroup, ...] = ()
    commitments: tuple[JoinedCommitment, ...] = ()
    statements: tuple[Row[Statement], ...] = ()
    events: tuple[Row[Event], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """Where the talks stand by the reports of a ledger.

    `first_day` and `last_day` are of the dated reports. Talks are in three lists: those ahead,
    those put off or cancelled, and those held, each the latest first.
    """

    about: str | None
    first_day: str | None
    last_day: str | None
    ahead: tuple[TalkGroup, ...]
    off: tuple[TalkGroup, ...]
    held: tuple[TalkGroup, ...]
    matrix: Matrix
    disputes: tuple[Dispute, ...]
    figures: tuple[Disagreement, ...]
    commitments: tuple[JoinedCommitment, ...]
    news: News
    sources: tuple[SourceRow, ...]

    @property
    def characters(self) -> int:
        """How many characters the reports have together."""
        return sum(source.document.chars for source in self.sources)


def brief(ledger: Ledger, *, since: str | None = None, about: str | None = None) -> Brief:
    """Return where the talks stand.

    `since` (EDTF) is the day from which on something counts as changed: without it, a week before
    the latest report. `about` limits all parts to an actor or a point at issue. Raises
    `UsageError` for a date that is none.
    """
    asked = EVERYTHING if about is None else Filter(about=about)
    reports = sources(ledger, asked).rows
    first, last = _period(reports)
    day = bounds(since)[0] if since is not None else _days_before(last)
    met = talk_groups(ledger, talks(ledger, asked).rows)
    matrix = positions_matrix(ledger, asked)
    on = last if last not in (None, LAST_DAY) else None
    promised = joined_commitments(ledger, asked, on=on).rows
    return Brief(
        about=about,
        first_day=first,
        last_day=last,
        ahead=tuple(group for group in met if group.latest.record.status in _AHEAD),
        off=tuple(group for group in met if group.latest.record.status in _OFF),
        held=tuple(group for group in met if group.latest.record.status in _HELD),
        matrix=matrix,
        disputes=disputes(ledger, asked).rows,
        figures=figures_that_disagree(ledger, asked),
        commitments=tuple(sorted(promised, key=_end, reverse=True)),
        news=_news(ledger, asked, day, matrix, met, promised),
        sources=reports,
    )


def _period(reports: Iterable[SourceRow]) -> tuple[str | None, str | None]:
    days = [
        bounds(report.document.published.edtf)
        for report in reports
        if report.document.published.edtf is not None
    ]
    if not days:
        return None, None
    return min(first for first, _ in days), max(last for _, last in days)


def _days_before(day: str | None) -> str | None:
    if day is None or day in (FIRST_DAY, LAST_DAY):
        return None
    return (date.fromisoformat(day) - timedelta(days=RECENT_DAYS)).isoformat()


def _end(promise: JoinedCommitment) -> str:
    return bounds(promise.end)[1] if promise.end is not None else ""


def talk_groups(ledger: Ledger, rows: Sequence[Row[Talk]]) -> tuple[TalkGroup, ...]:
    """Return talks, the reports of one talk put together, in the order of their first row."""
    joined = ledger.group_of(Talk.kind, (row.id for row in rows))
    groups: dict[str, list[Row[Talk]]] = {}
    for row in rows:
        groups.setdefault(joined.get(row.id, row.id), []).append(row)
    return tuple(
        TalkGroup(tuple(sorted(group, key=_reported, reverse=True))) for group in groups.values()
    )


def _reported(row: Row[Talk]) -> str:
    published = row.document.published.edtf
    return bounds(published)[1] if published is not None else ""


def _news(
    ledger: Ledger,
    asked: Filter,
    day: str | None,
    matrix: Matrix,
    met: Sequence[TalkGroup],
    promised: Sequence[JoinedCommitment],
) -> News:
    if day is None:
        return News(None)
    fresh = replace(asked, since=day)
    return News(
        since=day,
        changes=changes(ledger, day, asked),
        shifts=tuple(_shifts(matrix, day)),
        talks=tuple(g for g in met if any(_since(row, day) for row in g.reports)),
        commitments=tuple(p for p in promised if _is_new(p, day)),
        statements=tuple(r for r in statements(ledger, fresh).rows if _is_news(r, day)),
        events=tuple(r for r in events(ledger, fresh).rows if _since(r, day)),
    )


def _since(row: Row[R], day: str) -> bool:
    """Say whether a row's first day is on or after `day`; a longer stretch may begin before."""
    return row.when.low is not None and row.when.low >= day


def _is_new(promise: JoinedCommitment, day: str) -> bool:
    """Say whether a promise, or anything told of it since, is of `day` or later."""
    told = any(_since(row, day) for row in promise.rows)
    return told or any(later.day >= day for later in promise.since)


def _is_news(row: Row[Statement], day: str) -> bool:
    """Say whether a statement is of `day` or later and no second telling of one in its document."""
    return row.record.repeats is None and _since(row, day)


def _shifts(matrix: Matrix, day: str) -> Iterable[Shift]:
    for issue in matrix.issues:
        for party in matrix.parties:
            cell = matrix.cell(issue.id, party.id)
            if cell is None or not _since(cell.latest, day):
                continue
            before = next((row for row in cell.history if not _since(row, day)), None)
            if before is None or before.record.stance is not cell.latest.record.stance:
                yield Shift(cell, before)
