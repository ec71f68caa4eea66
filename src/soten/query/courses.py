"""What a party said on a point at issue over time: its stands, from all its speakers.

A party is a side: what a minister, an envoy and an unnamed official say stands in one course, each
with how close he is to the party. Copies of one stand are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.closeness import Closeness, closeness_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.objects import Shared, Wording, WordingReader
from soten.query.stances import is_other
from soten.query.support import Support, Telling, supports
from soten.records import ActorType, Position, Stance, Statement
from soten.records.edtf import FIRST_DAY, LAST_DAY, bounds
from soten.records.joins import story_at, story_id
from soten.store import Label, Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

COPY_DAYS = 7
"""Equal words of one party dated so many days apart are one stand; later ones are said again."""
COMPARED_DAYS = 365
"""Stands farther apart than this are not compared: the talks they belong to are others."""
_A_MONTH = 31
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
    family: str = ""
    """The wire family of the story it stands in."""
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

    def is_before(self, other: Stand) -> bool:
        """Say whether it is surely of an earlier day than another stand.

        Where only their common document dates one of them, it is not.
        """
        if self.last_day >= other.first_day:
            return False
        one, two = self.position, other.position
        is_dated = one.record.date is not None and two.record.date is not None
        return is_dated or one.document.id != two.document.id

    def is_near(self, earlier: Stand) -> bool:
        """Say whether an earlier stand is exactly dated, and of the same year of talks."""
        if _days_between(earlier.first_day, earlier.last_day) > _A_MONTH:
            return False
        return _days_between(earlier.last_day, self.first_day) <= COMPARED_DAYS


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
    found = stands_by_point(ledger, filter)
    told = with_support(ledger, (stand for stands in found.values() for stand in stands))
    labels = ledger.labels({party for party, _ in found})
    issues = ledger.issue_labels()
    touched = ledger.days_touched({issue for _, issue in found})
    made = [
        _course(
            labels.get(party) or Label(party),
            issues.get(issue) or Label(issue),
            [told[stand.position.id] for stand in stands],
            day,
            touched.get(issue, {}),
        )
        for (party, issue), stands in found.items()
    ]
    return tuple(sorted(made, key=lambda c: (-len(c.stands), c.party.id, c.issue.id)))


def stands_by_point(
    ledger: Ledger, filter: Filter = EVERYTHING, reader: WordingReader | None = None
) -> dict[tuple[str, str], list[Stand]]:
    """Return the stands of each party on each point, the earliest first.

    Who asks for several points one by one gives the `reader` of wordings (`reader_of`).
    """
    selection = select_by(ledger, filter, (Position.kind,))
    rows = list(Assembler[Position](ledger).rows(ledger.records(selection, Order.OLDEST)))
    return stands_of(ledger, rows, reader or reader_of(ledger))


def stands_of(
    ledger: Ledger, rows: Sequence[Row[Position]], reader: WordingReader
) -> dict[tuple[str, str], list[Stand]]:
    """Return positions, the earliest first, as the stands of each party on each point."""
    known = _Known(ledger, rows, reader)
    found: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    for row in rows:
        _put(found[party_of(row), row.record.issue], known.stand(row))
    return found


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


def party_of(row: Row[Position]) -> str:
    """Return whose position it is: a person's side where he has one, else the party itself.

    A force or an organization with a position of its own is a party of its own, whatever state it
    is in: in a civil war the parties are of one side.
    """
    party = row.label(row.record.party)
    return party.side if party.type is ActorType.PERSON and party.side else party.id


def reader_of(ledger: Ledger) -> WordingReader:
    """Return what prepares wordings with the names of a ledger's parties."""
    return WordingReader(_names_of_parties(ledger))


def _names_of_parties(ledger: Ledger) -> Iterator[str]:
    """Yield the names of states, bodies and persons: they tell nothing of what a stance is to.

    A body that a point at issue is called after is left in.
    """
    points = {label.ja for label in ledger.issue_labels().values()}
    for actor in ledger.actors():
        if actor.known and actor.type in _PARTIES and points.isdisjoint(actor.aliases):
            yield from actor.aliases


_PARTIES = (ActorType.STATE, ActorType.PERSON, ActorType.ORGANIZATION, ActorType.FORCE)


class _Known:
    """What the ledger knows of positions: who speaks, in which story, known by which id."""

    def __init__(
        self, ledger: Ledger, rows: Sequence[Row[Position]], reader: WordingReader
    ) -> None:
        self.said = _statements(ledger, rows)
        speakers = (row.record.speaker for row in self.said.values())
        ids = {row.record.party for row in rows} | {s.entity or "" for s in speakers if s}
        self.actors = {actor.id: actor for actor in ledger.actors(sorted(ids))}
        self.reader = reader
        self.stories = ledger.stories({row.document.id for row in rows})
        told_in = {self._story(row) for row in rows}
        self.families = ledger.group_of("story", told_in)

    def _story(self, row: Row[Position]) -> str:
        number = story_at(self.stories.get(row.document.id, ()), row.evidence.span.start)
        return story_id(row.document.id, number)

    def stand(self, row: Row[Position]) -> Stand:
        """Return a position as a stand of its own."""
        statement = self.said.get(row.record.statement or "")
        speaker = None if statement is None else statement.record.speaker
        party, story = party_of(row), self._story(row)
        is_told = row.record.statement is None
        closeness = closeness_of(speaker, party, row.when.low, self.actors, is_told=is_told)
        return Stand(
            position=row,
            closeness=closeness,
            speaker=None if speaker is None or statement is None else statement.label(speaker.key),
            statement=statement,
            reports=(row,),
            wording=self.reader.read(row.record.what or row.evidence.exact),
            family=self.families.get(story, story),
        )


def _statements(ledger: Ledger, rows: Sequence[Row[Position]]) -> dict[str, Row[Statement]]:
    ids = list(dict.fromkeys(row.record.statement for row in rows if row.record.statement))
    assembler = Assembler[Statement](ledger)
    found: dict[str, Row[Statement]] = {}
    for at in range(0, len(ids), _BATCH):
        stored = ledger.records(Selection(ids=tuple(ids[at : at + _BATCH])))
        found |= {row.id: row for row in assembler.rows(stored)}
    return found


def _put(stands: list[Stand], new: Stand) -> None:
    """Add a stand, or make it a further report of the same stand told nearby in time."""
    for at in range(len(stands) - 1, -1, -1):
        if _days_between(stands[at].first_day, new.first_day) > COPY_DAYS:
            break
        if _is_copy(stands[at], new):
            stands[at] = _merged(stands[at], new)
            return
    stands.append(new)


def _is_copy(one: Stand, other: Stand) -> bool:
    if one.stance is not other.stance:
        return False
    if one.position.document.id == other.position.document.id:
        short, long = sorted((one.wording.text, other.wording.text), key=len)
        if (bool(short) and short in long) or _repeats(one, other):
            return True
        shared = one.wording.shared(other.wording) if _is_one_voice(one, other) else None
        return shared is not None and (shared.is_same_wording or len(shared.words) > 1)
    if one.family == other.family:
        return one.wording.shared(other.wording) is not None
    return one.wording.text == other.wording.text and len(one.wording.text) > _SHORTEST


def _is_one_voice(one: Stand, other: Stand) -> bool:
    bodies = Closeness.BODY in (one.closeness, other.closeness)
    return (one.speaker == other.speaker or bodies) and one.first_day == other.first_day


_SHORTEST = 8
"""Fewer characters than these are no copy where they are equal: 停戦案, これ."""


def _repeats(one: Stand, other: Stand) -> bool:
    ids = {stand.position.record.statement for stand in (one, other)}
    told = (stand.statement for stand in (one, other))
    return any(row is not None and row.record.repeats in ids - {None} for row in told)


def _merged(one: Stand, other: Stand) -> Stand:
    """Return two tellings as one stand: the nearer voice, then the one that says when, tells it."""

    def quality(stand: Stand) -> tuple[int, bool, int]:
        return stand.closeness.rank, stand.position.record.date is None, -len(stand.wording.text)

    better = one if quality(one) <= quality(other) else other
    return replace(better, reports=(*one.reports, *other.reports))


def _days_between(first: str, last: str) -> int:
    try:
        return abs((date.fromisoformat(last) - date.fromisoformat(first)).days)
    except ValueError:  # year 0, which no calendar has: the start of what has no known start
        return 0 if first == last else COMPARED_DAYS + 1


def _course(
    party: Label,
    issue: Label,
    stands: Sequence[Stand],
    day: str | None,
    touched: Mapping[str, int],
) -> Course:
    ordered = sorted(stands, key=lambda stand: (stand.first_day, stand.last_day))
    latest = ordered[-1]
    state, earlier = state_of(ordered)
    if day is not None and latest.last_day < day:
        state, earlier = State.SILENT, None
    return Course(
        party=party,
        issue=issue,
        stands=tuple(ordered),
        state=state,
        since=day,
        earlier=earlier,
        mentioned=sum(count for published, count in touched.items() if published > latest.last_day),
    )


def state_of(stands: Sequence[Stand]) -> tuple[State, Stand | None]:
    """Return how the latest of a party's stands is to the earlier ones, and to which."""
    latest = stands[-1]
    before = [stand for stand in stands[:-1] if stand.is_before(latest)]
    if not before:
        return State.FIRST, None
    for stand, shared in compared(before, latest):
        if is_other(stand.stance, latest.stance, shared):
            return State.SHIFTED, stand
        return State.UNCHANGED, stand
    return State.BESIDE, None


def compared(before: Sequence[Stand], later: Stand) -> Iterator[tuple[Stand, Shared]]:
    """Yield the earlier stands on the same thing, by as near a voice or a farther one.

    Those of the same tier come first, then those of farther ones, each the latest first: what a
    report told between two words of a minister does not hide that the minister's words changed.
    """
    near = [s for s in reversed(before) if s.closeness.tier == later.closeness.tier]
    far = [s for s in reversed(before) if s.closeness.tier > later.closeness.tier]
    for stand in (*near, *far):
        if not later.is_near(stand):
            continue
        shared = stand.wording.shared(later.wording)
        if shared is not None:
            yield stand, shared
