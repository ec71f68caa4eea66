"""What changed since a day, or since a run of the reader.

Fresh is a report that was published on the day or later (or that a run and those after it brought).
A talk or a claim has changed where a fresh report tells something of it; it is new where no older
report does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from soten.query.answers import GoneDetail
from soten.query.bearings import Bearing
from soten.query.commitments import JoinedCommitment, joined_commitments
from soten.query.details import gone_detail
from soten.query.disputes import joined_groups
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.gathering import AFTER_DAYS, OPEN_DAYS, days_on
from soten.query.joinedtalks import JoinedTalk, talks_of
from soten.query.naming import KINDS
from soten.query.shifts import Shift, shifts_told
from soten.query.silence import Silence, silences
from soten.query.steps import Dispute, Move
from soten.query.steps import Step as ClaimStep
from soten.query.talksteps import Step as TalkStep
from soten.query.talksteps import StepKind
from soten.records import (
    Claim,
    Commitment,
    DateMention,
    Mention,
    Position,
    Talk,
    UsageError,
    Wording,
)
from soten.records.edtf import bounds
from soten.records.joins import Group
from soten.store import DocumentFacts, Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger, RunFacts

TOLD_KINDS = tuple(
    kind for kind in KINDS if kind not in (Mention.kind, DateMention.kind, Wording.kind)
)
"""Kinds of record that tell something on their own."""

AHEAD_DAYS = 14
"""How far ahead promises and talks are looked for where nobody says."""

_MOVED = (StepKind.MOVED, StepKind.PUT_OFF, StepKind.CALLED_OFF)
_BREACH = (Bearing.ACCUSED, Bearing.BROKEN, Bearing.WITHIN)
_BATCH = 200
_EARLIEST = "0002-01-01"
"""No promise that bears on anything is older; days can be counted back from it."""


@dataclass(frozen=True, slots=True)
class TalkChange:
    """A talk of which fresh reports tell, with what these tell; `is_new` where no older one does."""

    talk: JoinedTalk
    steps: tuple[TalkStep, ...]
    is_new: bool

    @property
    def is_moved(self) -> bool:
        """True where a fresh report moves it, puts it off or calls it off."""
        return any(step.kind in _MOVED for step in self.steps)


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim of which fresh reports tell, with what these tell; `is_new` where no older one does."""

    dispute: Dispute
    steps: tuple[ClaimStep, ...]
    is_new: bool

    @property
    def is_denied(self) -> bool:
        """True where a fresh report tells of a denial."""
        return any(step.move is Move.DENIED for step in self.steps)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since `since`: a day (ISO), or the moment a run began.

    Promises are seen from `on` (ISO), the day of the ledger's latest report: `due` end within
    `ahead` days, `overdue` ended since with nothing told of them, `broken` somebody says are broken.
    `documents` are the fresh reports, the latest first.
    """

    since: str
    on: str | None
    ahead: int
    documents: tuple[DocumentFacts, ...]
    talks: tuple[TalkChange, ...]
    claims: tuple[ClaimChange, ...]
    shifts: tuple[Shift, ...]
    due: tuple[JoinedCommitment, ...]
    overdue: tuple[JoinedCommitment, ...]
    broken: tuple[JoinedCommitment, ...]
    silences: tuple[Silence, ...]
    gone: tuple[GoneDetail, ...] = ()
    """Records that a reading since then no longer found."""
    cut: tuple[str, ...] = ()
    """Kinds (`document`, `talk`, `claim`, `commitment`) of which only the latest were looked at."""

    @property
    def new_talks(self) -> tuple[TalkChange, ...]:
        """Talks of which no older report tells."""
        return tuple(change for change in self.talks if change.is_new)

    @property
    def moved_talks(self) -> tuple[TalkChange, ...]:
        """Talks that were moved, put off or called off."""
        return tuple(change for change in self.talks if change.is_moved)

    @property
    def disputes(self) -> tuple[ClaimChange, ...]:
        """Claims that somebody denies now."""
        return tuple(change for change in self.claims if change.is_denied)


def changes(
    ledger: Ledger,
    since: str,
    filter: Filter = EVERYTHING,
    *,
    ahead: int = AHEAD_DAYS,
    most: int | None = None,
) -> Changes:
    """Return what changed since `since`: an EDTF date, or the id of a run.

    What a run and those after it brought is fresh. `ahead` says how many days ahead promises are
    due. With `most` only so many of the latest documents, talks, claims and promises are looked at.
    Raises `UsageError` for what is neither date nor run.
    """
    run = run_named(ledger, since)
    selection = _fresh(ledger, since, filter, run)
    cut: set[str] = set()
    ahead_of = None if most is None else most + 1
    newest = ledger.newest_documents(selection, limit=ahead_of)
    if len(newest) != len(newest[:most]):
        cut.add("document")
    documents = tuple(facts for facts, _ in newest[:most])
    fresh = {facts.id for facts in documents}
    first = run.run.started_at[:10] if run is not None else bounds(since)[0]
    on = ledger.last_day()
    days = (first, *(facts.published.edtf for facts in documents))
    promised = _promises(ledger, filter, days, on, most, cut)
    return Changes(
        since=run.run.started_at if run is not None else bounds(since)[0],
        on=on,
        ahead=ahead,
        documents=documents,
        talks=tuple(_talks(ledger, _groups(ledger, Talk.kind, selection, most, cut), fresh)),
        claims=tuple(_claims(ledger, _groups(ledger, Claim.kind, selection, most, cut), fresh)),
        shifts=shifts_told(ledger, filter, replace(selection, kinds=(Position.kind,))),
        due=tuple(
            one for one in promised if 0 <= (-1 if one.due_in is None else one.due_in) <= ahead
        ),
        overdue=tuple(one for one in promised if one.is_overdue and (one.last_day or "") >= first),
        broken=tuple(one for one in promised if _is_told_broken(one, fresh)),
        silences=silences(ledger, on),
        gone=tuple(_gone(ledger, selection)),
        cut=tuple(sorted(cut)),
    )


def _promises(
    ledger: Ledger,
    filter: Filter,
    days: Iterable[str | None],
    on: str | None,
    most: int | None,
    cut: set[str],
) -> tuple[JoinedCommitment, ...]:
    """Return the promises that are looked after on one of these days, or on `on`.

    None whose time was long over before the first of them: of those nobody speaks any more.
    """
    if on is None:
        return ()
    first = min(bounds(day)[0] for day in (on, *days) if day is not None)
    since = days_on(max(first, _EARLIEST), -(OPEN_DAYS + AFTER_DAYS))
    asked = since if filter.since is None else max(since, bounds(filter.since)[0])
    page = joined_commitments(ledger, replace(filter, since=asked), on=on, limit=most)
    if page.next is not None:
        cut.add(Commitment.kind)
    return page.rows


def run_named(ledger: Ledger, id: str) -> RunFacts | None:
    """Return the run with this id, None for what is no id of a run; raise for an unknown one."""
    if not id.startswith("run-"):
        return None
    found = next((facts for facts in ledger.runs() if facts.run.id == id), None)
    if found is None:
        raise UsageError(f"no run is called {id}; `soten runs` lists them")
    return found


def _fresh(ledger: Ledger, since: str, filter: Filter, run: RunFacts | None) -> Selection:
    selection = select_by(ledger, filter, TOLD_KINDS)
    if run is not None:
        return replace(selection, stored_since=run.run.started_at)
    return replace(selection, fresh_since=bounds(since)[0])


def _gone(ledger: Ledger, selection: Selection) -> Iterator[GoneDetail]:
    since = selection.stored_since or selection.fresh_since
    for record in ledger.gone(since=since):
        if record.record.kind in selection.kinds:
            yield gone_detail(ledger, record)


def _groups(
    ledger: Ledger, kind: str, selection: Selection, most: int | None, cut: set[str]
) -> Iterator[list[Group]]:
    """Yield the groups of a kind of which a fresh report tells, a batch at a time."""
    wanted = replace(selection, kinds=(kind,))
    after: str | None = None
    for _ in count() if most is None else range(-(-most // _BATCH)):
        page = ledger.groups(kind, wanted, Order.NEWEST, limit=_BATCH, after=after)
        yield [group for group, _ in page]
        if len(page) < _BATCH:
            return
        after = page[-1][1]
    cut.add(kind)


def _talks(ledger: Ledger, batches: Iterable[list[Group]], fresh: set[str]) -> Iterator[TalkChange]:
    for groups in batches:
        for talk in talks_of(ledger, groups):
            steps = tuple(step for step in talk.steps if step.document.id in fresh)
            is_new = all(row.document.id in fresh for row in talk.rows)
            if steps:
                yield TalkChange(talk, steps, is_new)


def _claims(
    ledger: Ledger, batches: Iterable[list[Group]], fresh: set[str]
) -> Iterator[ClaimChange]:
    for groups in batches:
        for dispute in joined_groups(ledger, groups):
            steps = tuple(
                step
                for step in dispute.course
                if any(cite.document.id in fresh for cite in step.cites)
            )
            is_new = all(row.document.id in fresh for row in dispute.claims)
            if steps:
                yield ClaimChange(dispute, steps, is_new)


def _is_told_broken(one: JoinedCommitment, fresh: set[str]) -> bool:
    """Say whether a fresh report tells of a breach of a promise, or of an accusation of one."""
    return any(later.bearing in _BREACH and later.row.document.id in fresh for later in one.since)
