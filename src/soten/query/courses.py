"""What a party said on a point at issue over time: its stands, from all its speakers.

A party is a side: what a minister, an envoy and an unnamed official say stands in one course, each
with how close he is to the party. Copies of one stand are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.closeness import Closeness
from soten.query.filters import EVERYTHING, Filter
from soten.query.objects import Wording
from soten.query.saidsource import Said
from soten.query.sayings import Saying, compared, statements
from soten.query.stances import is_other
from soten.query.support import Support, Telling, supports
from soten.records import Position, Stance, Statement
from soten.records.edtf import FIRST_DAY, LAST_DAY, bounds
from soten.store import Label, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

_BATCH = 500


class State(StrEnum):
    """How a party's latest stand on a point is to what it said before."""

    FIRST = "first"
    """It is the first that the ledger holds."""
    SHIFTED = "shifted"
    """It differs from an earlier stand on the same thing."""
    UNCHANGED = "unchanged"
    """It says again what an earlier one says."""
    BESIDE = "beside"
    """It is of another thing than the earlier ones, as far as their words tell."""
    SILENT = "silent"
    """Since the day asked about, there is none: nothing new."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What a party's voice said on a point on one occasion; copies are further `reports`.

    `speaker` is a key (`Speaker.key`), None where nobody is quoted or it is not settled who.
    """

    position: Row[Position]
    closeness: Closeness
    speaker: Label | None
    statement: Row[Statement] | None
    reports: tuple[Row[Position], ...]
    wording: Wording = field(compare=False, repr=False)
    support: Support | None = field(default=None, compare=False)
    """Independent families and sources that tell it, where they were asked for."""

    @property
    def stance(self) -> Stance:
        """The stance taken."""
        return self.position.record.stance

    @property
    def first_day(self) -> str:
        """The first day it may be of, `0000-01-01` where nothing tells."""
        return self.position.when.low or FIRST_DAY

    @property
    def last_day(self) -> str:
        """The last day it may be of, `9999-12-31` where nothing tells."""
        return self.position.when.high or LAST_DAY


@dataclass(frozen=True, slots=True)
class Course:
    """The stands of a party on a point, the earliest first.

    `mentioned` counts the documents, published after the latest stand, that touch the point at
    all; `since` is the day asked about, None where none was.
    """

    party: Label
    issue: Label
    stands: tuple[Stand, ...]
    state: State
    since: str | None = None
    earlier: Stand | None = None
    """The stand that the latest differs from, or says again."""
    mentioned: int = 0

    @property
    def latest(self) -> Stand:
        """The stand that came last."""
        return self.stands[-1]


def courses(
    ledger: Ledger, filter: Filter = EVERYTHING, *, since: str | None = None
) -> tuple[Course, ...]:
    """Return the course of each party on each point at issue, those with more stands first.

    `since` (EDTF) asks what is new from that day on; the stands before it are told all the same.
    """
    day = None if since is None else bounds(since)[0]
    said = Said(ledger, filter)
    found = said.merged_each(said.every())
    told = stands_of(ledger, (saying for sayings in found.values() for saying in sayings))
    told = with_support(ledger, told.values())
    labels = ledger.labels({party for _, party in found})
    issues = ledger.issue_labels()
    touched = ledger.days_touched({issue for issue, _ in found})
    made = [
        course_of(
            labels.get(party) or Label(party),
            issues.get(issue) or Label(issue),
            sayings,
            told,
            day,
            touched.get(issue, {}),
        )
        for (issue, party), sayings in found.items()
    ]
    return tuple(sorted(made, key=lambda c: (-len(c.stands), c.party.id, c.issue.id)))


def stands_of(
    ledger: Ledger, sayings: Iterable[Saying], *, most_reports: int | None = None
) -> dict[str, Stand]:
    """Return the stands that sayings are, by id; of each at most so many reports are fetched."""
    given = {saying.id: saying for saying in sayings}
    reports = {id: _reports(saying, most_reports) for id, saying in given.items()}
    wanted = tuple(dict.fromkeys(id for ids in reports.values() for id in ids))
    assembler = Assembler[Position](ledger)
    rows: dict[str, Row[Position]] = {}
    for at in range(0, len(wanted), _BATCH):
        stored = ledger.records(Selection(ids=wanted[at : at + _BATCH]))
        rows |= {row.id: row for row in assembler.rows(stored)}
    said = statements(ledger, (saying.statement for saying in given.values() if saying.statement))
    return {
        id: _stand(saying, rows, [rows[one] for one in reports[id] if one in rows], said)
        for id, saying in given.items()
        if id in rows
    }


def _reports(saying: Saying, most: int | None) -> tuple[str, ...]:
    if most is None or len(saying.reports) <= most:
        return saying.reports
    further = [id for id in saying.reports if id != saying.id]
    return (saying.id, *further[: most - 1])


def _stand(
    saying: Saying,
    rows: Mapping[str, Row[Position]],
    reports: Sequence[Row[Position]],
    said: Mapping[str, Row[Statement]],
) -> Stand:
    statement = said.get(saying.statement or "")
    speaker = None if statement is None else statement.record.speaker
    return Stand(
        position=rows[saying.id],
        closeness=saying.closeness,
        speaker=None if speaker is None or statement is None else statement.label(speaker.key),
        statement=statement,
        reports=tuple(reports),
        wording=saying.wording,
    )


def with_support(ledger: Ledger, stands: Iterable[Stand]) -> dict[str, Stand]:
    """Return stands by the id of their position, each with what supports it."""
    given = {stand.position.id: stand for stand in stands}
    tellings = {
        id: [
            Telling(row.evidence, None if stand.speaker is None else stand.speaker.id)
            for row in stand.reports
        ]
        for id, stand in given.items()
    }
    found = supports(ledger, tellings)
    return {id: replace(stand, support=found[id]) for id, stand in given.items()}


def course_of(
    party: Label,
    issue: Label,
    sayings: Sequence[Saying],
    told: Mapping[str, Stand],
    day: str | None = None,
    touched: Mapping[str, int] | None = None,
) -> Course:
    """Return a course of sayings, with their stands as they are told."""
    ordered = sorted(sayings, key=lambda one: (one.first_day, one.last_day))
    latest = ordered[-1]
    state, earlier = state_of(ordered)
    if day is not None and latest.last_day < day:
        state, earlier = State.SILENT, None
    return Course(
        party=party,
        issue=issue,
        stands=tuple(told[one.id] for one in ordered if one.id in told),
        state=state,
        since=day,
        earlier=None if earlier is None else told.get(earlier.id),
        mentioned=sum(n for published, n in (touched or {}).items() if published > latest.last_day),
    )


def state_of(sayings: Sequence[Saying]) -> tuple[State, Saying | None]:
    """Return how the latest of a party's sayings is to the earlier ones, and to which."""
    latest = sayings[-1]
    before = [saying for saying in sayings[:-1] if saying.is_before(latest)]
    if not before:
        return State.FIRST, None
    for saying, shared in compared(before, latest):
        if is_other(saying.stance, latest.stance, shared):
            return State.SHIFTED, saying
        return State.UNCHANGED, saying
    return State.BESIDE, None
