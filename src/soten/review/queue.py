"""What to look at first: what is uncertain and central.

A number from 0 to 1: how uncertain times how central, each with its reasons. Uncertain is
1 - (1 - w1)(1 - w2)… over the reasons that hold, central the sum of its reasons, 1 at most; the
weights are those of `REASONS`, set by hand so that the order is easy to foresee, not measured.
Looked at are the newest `NEWEST` records of each kind that nobody has decided on, and a third as
many of the surest proposed links of each kind, whatever the ledger holds besides.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from soten.query import EVERYTHING, Basis, Filter, Precision, Row
from soten.query.assembly import Assembler
from soten.query.filters import select_by
from soten.records import (
    Action,
    Claim,
    Commitment,
    Event,
    Figure,
    Position,
    Record,
    State,
    Statement,
    Talk,
)
from soten.records.edtf import bounds
from soten.records.joins import Group
from soten.review.deciding import JOINED
from soten.store import JoinReason, Order, Search, Selection, StoredRecord
from soten.store.traits import traits_of

if TYPE_CHECKING:
    from soten.store import Ledger

NEWEST = 300
"""So many undecided records of each kind are weighed, the newest."""

WITHIN = 40
"""What many records meet is looked for among so many times as many records of each kind."""

COMPARED = 30
"""Of one thing so many reports are looked through for what differs."""

DUE_DAYS = 30
"""A commitment that ends within so many days of the ledger's last day is due."""

FADING_DAYS = 90
"""After so many days what is recent counts about a third."""

REASONS: Mapping[str, float] = {
    "weak-link": 1.0,
    "sources-differ": 0.5,
    "unknown-speaker": 0.5,
    "denied": 0.4,
    "undated": 0.3,
    "unnamed-speaker": 0.3,
    "no-party": 0.3,
    "single-source": 0.2,
    "dated-by-report": 0.1,
    "party": 0.4,
    "due": 0.3,
    "disputed": 0.2,
    "issue": 0.2,
    "many-reports": 0.2,
    "recent": 0.2,
}
"""Reason → its most weight. Those up to `dated-by-report` make uncertain, the others central."""

_KINDS = (Statement, Talk, Figure, Position, Claim, Commitment, Event)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason for looking: its name in `REASONS`, its weight here, and what it rests on."""

    name: str
    weight: float
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """Something to decide on: a record nobody decided on, or a link that is proposed.

    `rows` are the record, or the two ends of the link where these are records; `members` counts
    what it is one with across documents, itself included; `marks` is for `Reviewer.expected`.
    """

    score: float
    uncertain: tuple[Doubt, ...]
    central: tuple[Doubt, ...]
    ids: tuple[str, ...]
    kind: str
    rows: tuple[Row[Record], ...] = ()
    link: JoinReason | None = None
    members: int = 1
    marks: Mapping[str, str] = field(default_factory=dict, hash=False)


def queue(
    ledger: Ledger, filter: Filter = EVERYTHING, *, limit: int = 20, newest: int = NEWEST
) -> tuple[Due, ...]:
    """Return what to decide on, what matters most first, at most `limit`.

    Of what is one across documents only the weightiest record is listed. Weighed are the `newest`
    of each kind.
    """
    weighing = _Weighing(ledger, filter, newest)
    due = sorted([*weighing.records(), *weighing.links()], key=lambda one: (-one.score, one.ids))
    shown = [one for one in due if one.score > 0][:limit]
    marks = ledger.marks([id for one in shown for id in one.ids])
    return tuple(replace(one, marks={id: marks[id] for id in one.ids}) for one in shown)


class _Weighing:
    def __init__(self, ledger: Ledger, filter: Filter, newest: int) -> None:
        self.ledger, self.newest = ledger, newest
        self.kinds = [k.kind for k in _KINDS if not filter.kinds or k.kind in filter.kinds]
        selection = select_by(ledger, filter, tuple(k.kind for k in _KINDS))
        if selection.party is not None:  # found once for all kinds
            selection = replace(selection, party=None, acting=ledger.side_of(selection.party))
        self.stored = [one for kind in self.kinds for one in self._newest(selection, kind)]
        self.rows = {row.id: row for row in Assembler[Record](ledger).rows(self.stored)}
        self.groups = {kind: self._groups(kind) for kind in self.kinds if kind in JOINED}
        self.canon = ledger.canon({who for row in self.rows.values() for who in _parties(row)})
        self.said = Counter(
            self.canon.get(who, who) for row in self.rows.values() for who in _parties(row)
        )
        self.touched = Counter(issue for row in self.rows.values() for issue in row.issues)
        days = [row.document.published.edtf for row in self.rows.values()]
        self.today = max((bounds(day)[0] for day in days if day), default="")

    def _newest(self, selection: Selection, kind: str) -> list[StoredRecord]:
        wanted = replace(selection, kinds=(kind,), states=(State.READ,))
        most = self.newest
        return list(self.ledger.records(wanted, Order.NEWEST, limit=most, within=WITHIN * most))

    def _groups(self, kind: str) -> dict[str, Group]:
        ids = [one.id for one in self.stored if one.record.kind == kind]
        return self.ledger.groups_with(kind, ids) if ids else {}

    # Records -----------------------------------------------------------------------------

    def records(self) -> list[Due]:
        """Return the records, of those that are one only the first."""
        differing = self._differing()
        best: dict[str, Due] = {}
        for row in self.rows.values():
            group = self.groups.get(row.record.kind, {}).get(row.id)
            uncertain = [*_doubts(row)]
            if isinstance(row.record, Claim) and self._is_single(group):
                uncertain.append(_doubt("single-source"))
            if group is not None and group.id in differing:
                uncertain.append(_doubt("sources-differ", detail=differing[group.id]))
            members = 1 if group is None else len(group.members)
            due = _due(uncertain, self.central(row, members), (row.id,), row.record.kind)
            due = replace(due, rows=(row,), members=members)
            key = row.id if group is None else group.id
            if key not in best or due.score > best[key].score:
                best[key] = due
        return list(best.values())

    def _is_single(self, group: Group | None) -> bool:
        return group is None or len(group.members) == 1

    def _differing(self) -> dict[str, str]:
        """Return the groups whose reports tell different days, ends or numbers, with what."""
        groups = {
            group.id: group
            for kind in (Talk.kind, Figure.kind, Commitment.kind)
            for group in self.groups.get(kind, {}).values()
            if len(group.members) > 1
        }
        ids = tuple({id for group in groups.values() for id in group.members[:COMPARED]})
        told = {one.id: _told(one) for one in self.ledger.records(Selection(ids=ids))}
        found: dict[str, str] = {}
        for group in groups.values():
            slots: dict[str, set[str]] = {}
            for slot, value in (pair for id in group.members if (pair := told.get(id))):
                slots.setdefault(slot, set()).add(value)
            differing = [" / ".join(sorted(values)) for values in slots.values() if len(values) > 1]
            if differing:
                found[group.id] = differing[0]
        return found

    def central(self, row: Row[Record], members: int) -> list[Doubt]:
        """Return why a record matters."""
        parties = [(self.said[self.canon.get(who, who)], who) for who in _parties(row)]
        most = max(self.said.values(), default=1)
        found: list[Doubt] = []
        if parties:
            count, who = max(parties)
            found.append(_doubt("party", math.log1p(count) / math.log1p(most), row.label(who).id))
        issues = [(self.touched[issue], issue) for issue in row.issues]
        if issues:
            count, issue = max(issues)
            share = math.log1p(count) / math.log1p(max(self.touched.values(), default=1))
            found.append(_doubt("issue", share, issue))
        if members > 1:
            found.append(_doubt("many-reports", math.log(members) / math.log(10), str(members)))
        if isinstance(row.record, Claim) and row.record.denied:
            found.append(_doubt("disputed"))
        age = _days(self.today, row.when.low)
        if age is not None:
            found.append(_doubt("recent", math.exp(-abs(age) / FADING_DAYS), row.when.low))
        if isinstance(row.record, Commitment) and row.record.end is not None:
            left = _days(bounds(row.record.end)[1], self.today)
            if left is not None and 0 <= left <= DUE_DAYS:
                found.append(_doubt("due", detail=row.record.end))
        return found

    # Links -------------------------------------------------------------------------------

    def links(self) -> list[Due]:
        """Return the proposed links that no person has decided on."""
        parted = self._parted()
        kinds = [kind for kind in JOINED if kind in self.kinds or len(self.kinds) == len(_KINDS)]
        found: list[Due] = []
        for kind in kinds:
            told = [link for link, _ in self.ledger.proposals(kind, limit=self.newest // 3)]
            fresh = [link for link in told if frozenset((link.one, link.other)) not in parted]
            rows = self._ends(fresh)
            for link in fresh:
                ends = tuple(rows[id] for id in (link.one, link.other) if id in rows)
                sure = link.confidence
                doubt = _doubt("weak-link", 4 * sure * (1 - sure), link.detail or link.why)
                central = max(
                    (self.central(row, 2) for row in ends), key=_sum, default=[_unplaced(link)]
                )
                due = _due([doubt], central, (link.one, link.other), kind)
                found.append(replace(due, rows=ends, link=link))
        return found

    def _parted(self) -> set[frozenset[str]]:
        entries = self.ledger.decisions(Search(actions=(Action.SPLIT,), only_holding=True))
        return {
            frozenset((entry.reached[0].now or "", other.now or ""))
            for entry in entries
            for other in entry.reached[1:]
        }

    def _ends(self, links: Sequence[JoinReason]) -> dict[str, Row[Record]]:
        ids = tuple(sorted({id for link in links for id in (link.one, link.other)}))
        stored = self.ledger.records(Selection(ids=ids)) if ids else ()
        return {row.id: row for row in Assembler[Record](self.ledger).rows(stored)}


def _unplaced(link: JoinReason) -> Doubt:
    """Return how central a link is between things that are no records."""
    return _doubt("many-reports", math.log(2) / math.log(10), link.kind)


def _doubts(row: Row[Record]) -> Iterable[Doubt]:
    """Yield why a record is uncertain by itself."""
    record = row.record
    if isinstance(record, Statement):
        if record.speaker is None:
            yield _doubt("unknown-speaker")
        elif record.speaker.anonymous is not None:
            yield _doubt("unnamed-speaker", detail=record.speaker.anonymous)
    if isinstance(record, Claim) and record.denied:
        yield _doubt("denied")
    if isinstance(record, Event) and record.actor is None:
        yield _doubt("no-party")
    if isinstance(record, Figure) and record.by is None:
        yield _doubt("no-party")
    if row.when.basis is Basis.NONE:
        yield _doubt("undated")
    elif row.when.basis is Basis.DOCUMENT and isinstance(record, Talk | Event | Commitment):
        yield _doubt("dated-by-report")


def _told(stored: StoredRecord) -> tuple[str, str] | None:
    """Return what reports of one thing may differ in: a day, an end, a number for one day."""
    record, when = stored.record, stored.when
    if isinstance(record, Talk):
        is_day = when.basis is Basis.OWN and when.precision is Precision.DAY
        return ("", when.low) if is_day and when.low is not None else None
    if isinstance(record, Figure):
        value = f"{record.value:g}" + ("" if record.max is None else f"–{record.max:g}")
        return None if when.edtf is None else (when.edtf, value)
    if isinstance(record, Commitment) and record.end is not None:
        return "", record.end
    return None


def _parties(row: Row[Record]) -> list[str]:
    roles = traits_of(row.record).roles
    return [who for _, who in roles if who != "author" and not who.startswith("anonymous:")]


def _doubt(name: str, share: float = 1.0, detail: str | None = None) -> Doubt:
    return Doubt(name, round(REASONS[name] * min(1.0, max(0.0, share)), 3), detail)


def _sum(reasons: Iterable[Doubt]) -> float:
    return min(1.0, sum(reason.weight for reason in reasons))


def _due(
    uncertain: Sequence[Doubt], central: Sequence[Doubt], ids: tuple[str, ...], kind: str
) -> Due:
    doubt = 1 - math.prod(1 - min(reason.weight, 1.0) for reason in uncertain)
    told = tuple(sorted(uncertain, key=lambda reason: (-reason.weight, reason.name)))
    matters = tuple(sorted(central, key=lambda reason: (-reason.weight, reason.name)))
    return Due(round(doubt * _sum(central), 3), told, matters, ids, kind)


def _days(later: str, earlier: str | None) -> int | None:
    """Return the days between two ISO days, None where one is unknown or no day of a calendar."""
    if not later or not earlier:
        return None
    try:
        return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
    except ValueError:
        return None
