"""Promises as all documents tell them, with what is told of them since, and when they fall due.

Whether a promise was kept is never said here: only who tells what, and that a term has passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.aftermath import aftermath
from soten.query.answers import Label, Page, Row
from soten.query.assembly import Assembler
from soten.query.bearings import Later, Promised
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.support import Support, supports, tellings_of
from soten.records import Commitment, UsageError
from soten.records.edtf import LAST_DAY, bounds
from soten.records.joins import Group
from soten.records.promising import Matter
from soten.store import JoinedItem, JoinReason, Order, Selection

if TYPE_CHECKING:
    from soten.store import Ledger

_BATCH = 200
_SPARE = 10
"""So many more than are wanted are looked at: what only tells of promises is left out."""
_ALL_AT_ONCE = 2_000
"""Promises read at once where all are asked for: what bears on them is then fetched once."""


class Due(StrEnum):
    """Where a promise's last day lies, seen from a day."""

    AHEAD = "ahead"
    TODAY = "today"
    PASSED = "passed"
    """The term has passed; `JoinedCommitment.is_overdue` says whether anything is told since."""
    OPEN = "no-last-day"


@dataclass(frozen=True, slots=True)
class JoinedCommitment:
    """One promise of one party, as all documents tell it.

    `rows` are its tellings, the first reported first. `start`, `end` (EDTF) and `condition` are
    as told by the first telling that tells them. `since` is what bears on it, in order of time,
    or the first of it where no more was asked for.
    """

    id: str
    party: Label
    rows: tuple[Row[Commitment], ...]
    start: str | None
    end: str | None
    condition: str | None
    since: tuple[Later, ...]
    support: Support
    reasons: tuple[JoinReason, ...]
    on: str
    """The day the term is seen from (ISO)."""
    told_since: int
    """How much there is that bears on it."""
    is_settled: bool
    """True where any of that tells of the promise itself."""

    @property
    def what(self) -> str:
        """What is promised, in the fullest telling's words."""
        return max((row.record.what for row in self.rows), key=len)

    @property
    def last_day(self) -> str | None:
        """The last day of the term (ISO), None where none is told."""
        day = None if self.end is None else bounds(self.end)[1]
        return None if day == LAST_DAY else day

    @property
    def due_in(self) -> int | None:
        """In how many days the term ends; below 0: so long ago."""
        if self.last_day is None:
            return None
        return (date.fromisoformat(self.last_day) - date.fromisoformat(self.on)).days

    @property
    def due(self) -> Due:
        """Where its last day lies."""
        days = self.due_in
        if days is None:
            return Due.OPEN
        return Due.TODAY if days == 0 else Due.AHEAD if days > 0 else Due.PASSED

    @property
    def is_overdue(self) -> bool:
        """True where the term has passed and nothing in the ledger says what became of it."""
        return self.due is Due.PASSED and not self.is_settled


def joined_commitments(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    on: str | None = None,
    due_within: int | None = None,
    overdue: bool = False,
    limit: int | None = None,
    after: str | None = None,
    most: int | None = None,
) -> Page[JoinedCommitment]:
    """Return promises, those with the latest first day first, seen from the day `on` (today).

    With `due_within` only those whose last day is at most so many days ahead; with `overdue` only
    those whose term has passed and of which nothing is told since. With `most` only the first so
    many of what is told since each are given. Raises `UsageError` for a day
    that is none.
    """
    day = day_of(on)
    selection = select_by(ledger, filter, (Commitment.kind,))
    found: list[JoinedCommitment] = []
    is_asked = due_within is not None or overdue
    while True:
        room = None if limit is None or is_asked else limit - len(found)
        size = _ALL_AT_ONCE if limit is None else _BATCH
        size = size if room is None else min(size, room + _SPARE)
        page = ledger.groups(Commitment.kind, selection, Order.NEWEST, limit=size, after=after)
        cursors = {group.id: cursor for group, cursor in page}
        groups = [group for group, _ in page]
        for one in commitments_of(ledger, groups, on=day, most=most, limit=room):
            if not _is_wanted(one, due_within, overdue=overdue):
                continue
            if limit is not None and len(found) == limit:
                return Page(tuple(found), cursors[found[-1].id])
            found.append(one)
        is_last = len(page) < size
        if limit is not None and len(found) == limit and not is_asked:
            is_whole = is_last and (not page or found[-1].id == page[-1][0].id)
            return Page(tuple(found), None if is_whole else cursors[found[-1].id])
        if is_last:
            return Page(tuple(found), None)
        after = page[-1][1]


def joined_commitment(ledger: Ledger, id: str, *, on: str | None = None) -> JoinedCommitment | None:
    """Return the joined promise that a record tells; None for a record that was not joined."""
    group = ledger.groups_with(Commitment.kind, [id]).get(id)
    if group is None:
        return None
    return next(iter(commitments_of(ledger, [group], on=day_of(on))), None)


def commitments_of(
    ledger: Ledger,
    groups: Sequence[Group],
    *,
    on: str,
    own_only: bool = False,
    most: int | None = None,
    limit: int | None = None,
    untold: bool = False,
) -> list[JoinedCommitment]:
    """Return groups of tellings as promises, in the same order; with `limit` of the first so many.

    With `own_only`, of what bears on them only what their own tellings tell; with `most` only the
    first so many of it. With `untold` only those of which nothing tells what became of them.
    """
    items = ledger.joined_items(Commitment.kind, [id for group in groups for id in group.members])
    groups = [group for group in groups if not _only_tell(group.members, items)]
    ids = [id for group in groups for id in group.members]
    if not ids:
        return []
    stored = ledger.records(Selection(ids=tuple(ids)))
    rows = {row.id: row for row in Assembler[Commitment](ledger).rows(stored)}
    told = {
        group.id: tuple(sorted((rows[id] for id in group.members if id in rows), key=_first))
        for group in groups
    }
    promises = [_promised(id, mine, items) for id, mine in told.items() if mine]
    promises = [one for one in promises if not _only_tell([row.id for row in one.rows], items)][
        :limit
    ]
    since = aftermath(ledger, promises, own_only=own_only, most=most, untold=untold)
    promises = [one for one in promises if one.id in since]
    support = supports(
        ledger, {p.id: [t for row in p.rows for t in tellings_of(row.record)] for p in promises}
    )
    labels = ledger.labels(promise.party for promise in promises)
    reasons = ledger.reasons(Commitment.kind, [promise.id for promise in promises])
    made = []
    for one in promises:
        members = {row.id for row in one.rows}
        made.append(
            JoinedCommitment(
                one.id,
                labels.get(one.party) or one.rows[0].label(one.rows[0].record.party),
                one.rows,
                _told(one.rows, "start"),
                _told(one.rows, "end"),
                _told(one.rows, "condition"),
                since[one.id].first,
                support[one.id],
                tuple(reason for reason in reasons if reason.one in members),
                on,
                since[one.id].count,
                since[one.id].is_settled,
            )
        )
    return made


def _only_tell(ids: Iterable[str], items: dict[str, JoinedItem]) -> bool:
    """「Aは停戦を守っている」 tells of a promise, and is none."""
    return all(items[id].features.get("told") for id in ids if id in items)


def _promised(id: str, rows: tuple[Row[Commitment], ...], items: dict[str, JoinedItem]) -> Promised:
    features = [items[row.id].features for row in rows if row.id in items]

    def words(key: str) -> frozenset[str]:
        found: set[str] = set()
        for feature in features:
            value = feature.get(key)
            found |= set(map(str, value)) if isinstance(value, list) else set()
        return frozenset(found)

    is_off = any(feature.get("off") is True for feature in features)
    matter = Matter(words("deeds"), words("objects"), words("numbers"), is_off)
    start, end = _told(rows, "start"), _told(rows, "end")
    reported = [day for row in rows if (day := _reported(row))]
    return Promised(
        id,
        str(features[0]["side"]) if features else rows[0].record.party,
        matter,
        min(reported, default=""),
        bounds(start)[0] if start else "",
        bounds(end)[1] if end else "",
        rows,
    )


def _reported(row: Row[Commitment]) -> str:
    published = row.document.published.edtf
    return bounds(published)[0] if published else ""


def _first(row: Row[Commitment]) -> tuple[str, str]:
    return _reported(row), row.id


def _told(rows: Sequence[Row[Commitment]], field: str) -> str | None:
    values = (getattr(row.record, field) for row in rows)
    return next((value for value in values if value), None)


def day_of(on: str | None) -> str:
    """Return the day terms are seen from, today for None; raise `UsageError` for what is no day."""
    if on is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(on).isoformat()
    except ValueError:
        raise UsageError(f"not a day (such as 2025-12-03): {on!r}") from None


def _is_wanted(one: JoinedCommitment, due_within: int | None, *, overdue: bool) -> bool:
    if overdue and not one.is_overdue:
        return False
    if due_within is None:
        return True
    return one.due_in is not None and 0 <= one.due_in <= due_within
