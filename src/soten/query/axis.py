"""What happened when: talks, statements, events and promises as marks on a time axis.

A mark stands at the time its record speaks of, as wide as what is known of it; where the record
does not say, at its document's day, and says so. Talks and promises are one mark each, however
many tell of them; where a talk was set for other days, these belong to its mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.answers import Row
from soten.query.assembly import Assembler
from soten.query.commitments import JoinedCommitment, commitments_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.gathering import OPEN_DAYS, days_on
from soten.query.joinedtalks import JoinedTalk, talks_of
from soten.records import Commitment, Event, Record, Statement, Talk
from soten.records.edtf import FIRST_DAY, bounds
from soten.store import DateBasis, Moment, Precision, Selection, TalkDays, When

if TYPE_CHECKING:
    from soten.store import Ledger

KINDS: tuple[str, ...] = (Talk.kind, Statement.kind, Event.kind, Commitment.kind)
"""The kinds that stand on the axis, in order of their bands."""

MOST_MARKS = 10_000
"""So many marks are drawn one by one; where there are more, they are counted by day."""

_LEAST_BATCH = 60
_MOST_BATCHES = 12
_LOOKED_THROUGH = 3_000
"""For what bears on the promises of a page, at most so many records are looked through."""
_TOLD, _OFF = "told", "off"


class Standing(StrEnum):
    """What a mark tells of."""

    TOLD = "told"
    """Something that is told to have been, or a promise."""
    AHEAD = "ahead"
    """A talk that no report tells to have taken place."""
    OFF = "off"
    """A talk that was put off or called off, and no report tells to have taken place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the axis. `id` is the record's, of a talk or promise that of a telling.

    `low` and `high` are ISO days. `is_rough` says that it lies anywhere between them, or that the
    ends are not exact; `is_own` is false for a day of publication. `was` are other days a talk was
    set for.
    """

    id: str
    kind: str
    low: str
    high: str
    precision: Precision
    is_rough: bool
    is_own: bool
    standing: Standing
    was: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A mark with what it stands for; `mark` is None where nothing tells when."""

    mark: Mark | None
    kind: str
    row: Row[Record] | None = None
    talk: JoinedTalk | None = None
    promise: JoinedCommitment | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """The first records of a window of time; `is_cut` says that there are more."""

    moments: tuple[Moment, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks in order of their days; `is_cut` says that there are more."""

    marks: tuple[Mark, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class ListedPage:
    """Things in order of their days, and where to go on."""

    rows: tuple[Listed, ...]
    next: str | None


Asked = Filter | Selection
"""What narrows: a filter, or one that is settled already (`settled`), which saves a page time."""


def settled(ledger: Ledger, asked: Asked) -> Selection:
    """Return a filter with its names settled to ids; raise `UsageError` for a name that is none."""
    return select_by(ledger, asked, KINDS) if isinstance(asked, Filter) else asked


def day_counts(ledger: Ledger, asked: Asked = EVERYTHING) -> dict[str, dict[str, int]]:
    """Return how many records of each kind begin on each day, whatever days are asked; "": none.

    Every telling of a talk or promise counts.
    """
    selection = replace(settled(ledger, asked), since=None, until=None)
    return ledger.day_counts(selection)


def marks(ledger: Ledger, asked: Asked = EVERYTHING, *, limit: int = MOST_MARKS) -> Marks:
    """Return the marks of a window of time, of at most `limit` records."""
    return marks_of(ledger, begun(ledger, asked, limit=limit))


def begun(ledger: Ledger, asked: Asked, *, limit: int) -> Begun:
    """Return the first records of a window of time, of which it can be drawn and listed."""
    found = ledger.moments(settled(ledger, asked), limit=limit + 1)
    return Begun(tuple(found[:limit]), len(found) > limit)


def marks_of(ledger: Ledger, begun: Begun) -> Marks:
    """Return the marks of records of a window."""
    return Marks(tuple(_marks_of(ledger, begun.moments)), begun.is_cut)


def listed(
    ledger: Ledger,
    asked: Asked = EVERYTHING,
    *,
    on: str,
    limit: int,
    after: str | None = None,
    undated: bool = False,
    counts: Mapping[str, Mapping[str, int]] | None = None,
    known: Begun | None = None,
) -> ListedPage:
    """Return what stands in a window of time, in order of its first day, each thing once.

    `on` is the day that terms of promises are seen from. With `undated`, what no day is known of.
    Where `counts` (as `day_counts` gives them) tell of too many records to look through for what
    bears on promises, only what their own tellings tell is told. What is `known` of the window is
    not read again.
    """
    selection = settled(ledger, asked)
    taken: dict[object, Moment] = {}
    day = _Seen(on, counts)
    size = max(_LEAST_BATCH, 2 * limit)
    for _ in range(_MOST_BATCHES):
        batch = _known(known, size) if after is None and not undated else None
        if batch is None:
            batch = ledger.moments(selection, limit=size, after=after, undated=undated)
        told = [moment.group for moment in batch if moment.group is not None]
        before = ledger.told_before(selection, told, after) if after and told else set()
        for at, moment in enumerate(batch):
            if moment.group not in before:
                taken.setdefault(_thing(moment), moment)
            after = moment.cursor
            if len(taken) == limit:
                is_last = at == len(batch) - 1 and len(batch) < size
                return _page(ledger, selection, taken, day, None if is_last else after)
        if len(batch) < size:
            return _page(ledger, selection, taken, day, None)
    return _page(ledger, selection, taken, day, after)


def _known(known: Begun | None, size: int) -> Sequence[Moment] | None:
    """Return the first so many records of a window, None where that is not known."""
    if known is None or (known.is_cut and len(known.moments) < size):
        return None
    return known.moments[:size]


def _thing(moment: Moment) -> object:
    return moment.id if moment.group is None else (moment.kind, moment.group)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The day promises are seen from, and how much there is to look through for them."""

    on: str
    counts: Mapping[str, Mapping[str, int]] | None

    def is_much(self, first: str, last: str) -> bool:
        """Say whether too many records begin between these days."""
        return (
            self.counts is not None
            and sum(
                count
                for days in self.counts.values()
                for day, count in days.items()
                if first <= day <= last
            )
            > _LOOKED_THROUGH
        )


def _page(
    ledger: Ledger,
    selection: Selection,
    taken: Mapping[object, Moment],
    seen: _Seen,
    after: str | None,
) -> ListedPage:
    moments = list(taken.values())
    marked = {mark.id: mark for mark in _marks_of(ledger, moments)}
    joined = [moment for moment in moments if moment.group is not None]
    talks, promises = _talks(ledger, joined), _promises(ledger, joined, seen)
    single = [m.id for m in moments if m.id not in talks and m.id not in promises]
    asked = Selection(ids=tuple(single), states=selection.states)
    stored = ledger.records(asked) if single else ()
    rows = {row.id: row for row in Assembler[Record](ledger).rows(stored)}
    return ListedPage(
        tuple(
            Listed(marked.get(m.id), m.kind, rows.get(m.id), talks.get(m.id), promises.get(m.id))
            for m in moments
            if m.id in talks or m.id in promises or m.id in rows
        ),
        after,
    )


def _talks(ledger: Ledger, joined: Sequence[Moment]) -> dict[str, JoinedTalk]:
    ids = [moment.id for moment in joined if moment.kind == Talk.kind]
    groups = ledger.groups_with(Talk.kind, ids)
    talks = talks_of(ledger, list({group.id: group for group in groups.values()}.values()))
    by_member = {row.id: talk for talk in talks for row in talk.rows}
    return {id: by_member[id] for id in ids if id in by_member}


def _promises(ledger: Ledger, joined: Sequence[Moment], seen: _Seen) -> dict[str, JoinedCommitment]:
    told = [moment for moment in joined if moment.kind == Commitment.kind]
    ids = [moment.id for moment in told]
    groups = ledger.groups_with(Commitment.kind, ids)
    first = min((moment.low or "" for moment in told), default="")
    last = days_on(max((moment.high or "" for moment in told), default=""), OPEN_DAYS)
    own_only = bool(ids) and seen.is_much(first, last)
    different = list({group.id: group for group in groups.values()}.values())
    by_member = {
        row.id: promise
        for promise in commitments_of(ledger, different, on=seen.on, own_only=own_only)
        for row in promise.rows
    }
    return {id: by_member[id] for id in ids if id in by_member}


# Marks --------------------------------------------------------------------------------------


def _marks_of(ledger: Ledger, moments: Sequence[Moment]) -> Iterator[Mark]:
    things: dict[object, list[Moment]] = {}
    for moment in moments:
        if moment.low is not None:
            things.setdefault(_thing(moment), []).append(moment)
    groups = [m.group for m in moments if m.kind == Talk.kind and m.group is not None]
    days = ledger.talk_days(groups) if groups else {}
    for told in things.values():
        yield _talk_mark(told, days) if told[0].kind == Talk.kind else _mark(told)


def _mark(told: Sequence[Moment]) -> Mark:
    """Return the mark of a record, or of a promise by the telling that says most of its term."""
    best = min(told, key=lambda m: (not m.is_own, m.place))
    when = When(best.date, best.low, best.high, DateBasis.OWN)
    low, high = best.low or "", best.high or ""
    is_rough = when.precision is Precision.SPAN or _is_about(best.date)
    if best.kind == Commitment.kind:
        # What binds until a day from the day it was reported: where it begins, nobody says.
        is_rough = best.is_own and best.date is not None and low < bounds(best.date)[0]
    return Mark(
        told[0].id, best.kind, low, high, when.precision, is_rough, best.is_own, Standing.TOLD
    )


def _is_about(date: str | None) -> bool:
    return date is not None and date[-1:] in "?~%"


def _talk_mark(told: Sequence[Moment], days: Mapping[int, Sequence[TalkDays]]) -> Mark:
    """Return the mark of a talk: where it took place, else where it is set for."""
    first = told[0]
    known = days.get(first.group, ()) if first.group is not None else ()
    stages = {day.stage for day in known}
    standing = (
        Standing.TOLD
        if _TOLD in stages or not stages
        else Standing.OFF
        if stages == {_OFF}
        else Standing.AHEAD
    )
    stage = _TOLD if standing is Standing.TOLD else ""
    exact = _exact([(day.low, day.high) for day in known if day.stage == stage or not stage])
    plain = _mark(told)
    if not exact:
        return replace(plain, standing=standing)
    # The latest day it is set for stands for a talk that was moved; the first told, for one held.
    low, high = exact[0] if standing is Standing.TOLD else exact[-1]
    own = next((m for m in told if m.is_own and (m.low, m.high) == (low, high)), None)
    when = When(own.date if own else _edtf(low, high), low, high, DateBasis.OWN)
    others = _exact([(day.low, day.high) for day in known if day.stage != _TOLD])
    return replace(
        plain,
        low=low,
        high=high,
        precision=when.precision,
        is_rough=when.precision is Precision.SPAN or _is_about(when.edtf),
        is_own=True,
        standing=standing,
        was=tuple(day for day in others if day[1] < low or day[0] > high),
    )


def _edtf(low: str, high: str) -> str:
    if low == high:
        return low
    for size in (7, 4):
        if low > FIRST_DAY and bounds(low[:size]) == (low, high):
            return low[:size]
    return f"{low}/{high}"


def _exact(days: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return stretches of days without those that hold another one: they only say less exactly."""
    return [
        one
        for one in dict.fromkeys(days)
        if not any(other != one and one[0] <= other[0] and other[1] <= one[1] for other in days)
    ]
