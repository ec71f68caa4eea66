"""Where sayings come from: those the ledger keeps, and, of documents not traced yet, the records.

Where a filter asks for more than a party, a point and days, all sayings are read off the records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from soten.query.assembly import Assembler
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.sayings import (
    Key,
    Saying,
    day_after,
    merged,
    reader_of,
    saying_of,
    sayings_of,
    told_about_then,
    trace_of,
)
from soten.records import ActorType, Position
from soten.records.edtf import LAST_DAY
from soten.store import Order, Selection, Traced, TracedCell

if TYPE_CHECKING:
    from soten.store import Ledger

BATCH = 400
"""So many documents are traced in one transaction."""

Cell = tuple[str, str]
"""A point at issue and a party, by id."""

K = TypeVar("K")


def trace_untraced(ledger: Ledger) -> int:
    """Have the ledger keep the sayings of all documents it does not; return how many these were.

    To be called once things are joined: whose a position is, and which stories are copies, is then
    known.
    """
    count = 0
    reader = None
    while True:
        with ledger.tracing(BATCH) as desk:
            if not desk.documents:
                return count
            selection = Selection(kinds=(Position.kind,), documents=tuple(desk.documents))
            rows = list(Assembler[Position](ledger).rows(ledger.records(selection, Order.OLDEST)))
            found: list[Saying] = []
            if rows:
                reader = reader or reader_of(ledger)
                found = sayings_of(ledger, rows, reader, desk.documents)
            desk.put(map(trace_of, found))
            count += len(desk.documents)


class Said:
    """The sayings of a ledger that a filter lets through; none is read before it is asked for."""

    def __init__(self, ledger: Ledger, filter: Filter = EVERYTHING) -> None:
        """Take the ledger and the filter; raise `UsageError` for a name or date that is none."""
        self._ledger = ledger
        selection = select_by(ledger, filter, (Position.kind,))
        self._kept = _kept(ledger, selection)
        self._others: list[Saying] | None = None
        if self._kept is None:
            self._others = self._read(selection, None)
            return
        late = ledger.untraced()
        wanted = replace(selection, documents=tuple(late))
        self._others = self._read(wanted, late) if late else []

    @property
    def kept(self) -> Traced | None:
        """What is asked of the sayings that the ledger keeps, None where they do not tell."""
        return self._kept

    def _read(self, selection: Selection, arrivals: Mapping[str, int] | None) -> list[Saying]:
        rows = Assembler[Position](self._ledger).rows(self._ledger.records(selection, Order.OLDEST))
        given = list(rows)
        return sayings_of(self._ledger, given, reader_of(self._ledger), arrivals) if given else []

    def every(self, issue: str | None = None) -> dict[Cell, list[Saying]]:
        """Return all of a point, or of all points, by point and party."""
        return by_cell(self._ask(_Asked(issue)))

    def points(self) -> list[str]:
        """Return the points of which there are sayings, in order of id."""
        return sorted({cell.issue for cell in self.cells()})

    def cells(
        self, every: Sequence[TracedCell] | None = None, *, party: str | None = None
    ) -> list[TracedCell]:
        """Return which parties have sayings on which points, the most first; or of one `party`.

        `every` is what is kept of the whole ledger (`kept_cells`), where that was counted before.
        """
        asked = _Asked(party=party)
        kept = None if self._kept is None else asked.within(self._kept)
        counted = () if kept is None else self._kept_cells(kept, every)
        others = by_cell(one for one in self._others or () if asked.lets_through(one))
        if not others:
            return list(counted)
        found = {(cell.issue, cell.party): cell for cell in counted}
        for cell, sayings in others.items():
            before = found.get(cell, TracedCell(*cell, 0, 0))
            dated = sum(one.last_day < LAST_DAY for one in sayings)
            found[cell] = TracedCell(*cell, before.count + len(sayings), before.dated + dated)
        return sorted(found.values(), key=lambda cell: (-cell.count, cell.issue, cell.party))

    def _kept_cells(self, kept: Traced, every: Sequence[TracedCell] | None) -> Sequence[TracedCell]:
        if every is None:
            return self._ledger.traced_cells(kept)
        mine = [
            cell
            for cell in every
            if kept.issue in (None, cell.issue)
            and (kept.parties is None or cell.party in kept.parties)
        ]
        return self._ledger.traced_cells(kept, mine)

    def newest(
        self, limit: int, before: Key | None = None, *, begins: str = "", reaches: str = ""
    ) -> list[Saying]:
        """Return so many, the newest first, from behind a place on.

        `begins` and `reaches` (ISO days) leave out what begins, or ends, before.
        """
        return self._ask(_Asked(before=before, begins=begins, reaches=reaches), limit)

    def window(self, cell: Cell, limit: int, before: Key | None = None) -> list[Saying]:
        """Return so many of a cell, the newest first, from behind a place on."""
        return self._ask(_Asked(*cell, before=before), limit)

    def windows(
        self, read: Mapping[Cell, Sequence[Saying]], limit: int
    ) -> dict[Cell, list[Saying]]:
        """Return so many more of each cell, the newest first, from behind those read on."""
        asked = {
            cell: _Asked(*cell, before=sayings[-1].key if sayings else None)
            for cell, sayings in read.items()
        }
        found = {
            cell: [one for one in self._others or () if mine.lets_through(one)]
            for cell, mine in asked.items()
        }
        kept = {
            cell: told
            for cell, mine in asked.items()
            if self._kept is not None and (told := mine.within(self._kept)) is not None
        }
        told_of = self._ledger.latest_traces(list(kept.values()), limit)
        for cell, traces in zip(kept, told_of, strict=True):
            found[cell] += map(saying_of, traces)
        return {cell: _latest(sayings, limit) for cell, sayings in found.items()}

    def merged(self, sayings: Sequence[Saying]) -> list[Saying]:
        """Return sayings of one cell, the earliest first, copies of one as one (`merged`)."""
        return self.merged_each({"": sayings})[""]

    def merged_each(self, found: Mapping[K, Sequence[Saying]]) -> dict[K, list[Saying]]:
        """Return the sayings of each cell, the earliest first, copies of one as one."""
        stories = {story for sayings in found.values() for story in told_about_then(sayings)}
        families = self._ledger.group_of("story", stories)
        return {key: merged(sayings, families) for key, sayings in found.items()}

    def following(self, first: Key, days: int) -> list[Saying]:
        """Return those from a place on (with it), up to so many days later."""
        return self._ask(_Asked(before=(day_after(first[0], days), "~", "~"), at=first))

    def between(self, cell: Cell, first: Key, day: str) -> list[Saying]:
        """Return those of a cell from a place (with it) up to those that begin on an ISO day."""
        return self._ask(_Asked(*cell, before=(day, "~", "~"), at=first))

    def onward(self, cell: Cell, first: Key, limit: int) -> list[Saying]:
        """Return so many of a cell from a place on (with it), the earliest first."""
        asked = _Asked(*cell, at=first)
        found = [one for one in self._others or () if asked.lets_through(one)]
        kept = None if self._kept is None else asked.within(self._kept)
        if kept is not None:
            found += map(saying_of, self._ledger.traces(kept, limit=limit))
        return sorted(found, key=lambda one: one.key)[:limit]

    def latest_day(self, party: str) -> str | None:
        """Return the last known day on which a party said anything."""
        mine = _Asked(party=party)
        others = [one for one in self._others or () if mine.lets_through(one)]
        days = [one.last_day for one in others if one.last_day < LAST_DAY]
        asked = None if self._kept is None else mine.within(self._kept)
        kept = None if asked is None else self._ledger.latest_traced(asked)
        return max([*days, *([] if kept is None else [kept])], default=None)

    def of(self, selection: Selection) -> list[Saying]:
        """Return those whose positions a further selection lets through."""
        ids = {record.id for record in self._ledger.records(selection)} if self._others else set()
        others = [one for one in self._others or () if one.id in ids]
        if self._kept is None:
            return others
        kept = self._ledger.traces(replace(self._kept, told=selection))
        return [*map(saying_of, kept), *others]

    def _ask(self, asked: _Asked, limit: int | None = None) -> list[Saying]:
        """Return sayings, the newest first where there is a limit."""
        found = [one for one in self._others or () if asked.lets_through(one)]
        kept = None if self._kept is None else asked.within(self._kept)
        if kept is not None:
            traces = self._ledger.traces(kept, newest=limit is not None, limit=limit)
            found += map(saying_of, traces)
        if limit is None:
            return found
        return _latest(found, limit)


def _latest(sayings: Iterable[Saying], limit: int) -> list[Saying]:
    return sorted(sayings, key=lambda one: one.key, reverse=True)[:limit]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which of the sayings of a filter are asked for (`soten.store.Traced`)."""

    issue: str | None = None
    party: str | None = None
    before: Key | None = None
    at: Key | None = None
    begins: str = ""
    reaches: str = ""

    def lets_through(self, one: Saying) -> bool:
        """Say whether a saying is asked for."""
        return (
            self.issue in (None, one.issue)
            and self.party in (None, one.party)
            and (self.before is None or one.key < self.before)
            and (self.at is None or one.key >= self.at)
            and one.first_day >= self.begins
            and one.last_day >= self.reaches
        )

    def within(self, kept: Traced) -> Traced | None:
        """Return what to ask of the ledger, None where the filter lets nothing of it through."""
        is_outside = kept.issue is not None and self.issue not in (None, kept.issue)
        if self.party is not None and kept.parties is not None:
            is_outside = is_outside or self.party not in kept.parties
        if is_outside:
            return None
        return replace(
            kept,
            issue=self.issue or kept.issue,
            parties=kept.parties if self.party is None else (self.party,),
            before=self.before,
            at=self.at,
            begins=self.begins or None,
            reaches=self.reaches or None,
        )


def kept_cells(ledger: Ledger) -> list[TracedCell]:
    """Return how many positions of which parties on which points the ledger keeps in short."""
    return ledger.traced_cells(Traced())


def by_cell(sayings: Iterable[Saying]) -> dict[Cell, list[Saying]]:
    """Return sayings by point and party."""
    found: dict[Cell, list[Saying]] = defaultdict(list)
    for saying in sayings:
        found[saying.issue, saying.party].append(saying)
    return found


def _kept(ledger: Ledger, selection: Selection) -> Traced | None:
    """Return what to ask of the sayings that the ledger keeps; None: they do not tell."""
    plain = Selection(
        kinds=selection.kinds,
        party=selection.party,
        issue=selection.issue,
        since=selection.since,
        until=selection.until,
    )
    if selection != plain:
        return None
    parties = None
    if selection.party is not None:
        label = ledger.labels([selection.party]).get(selection.party)
        if label is not None and label.type is ActorType.PERSON:
            return None
        parties = tuple(ledger.traced_parties(selection.party))
    return Traced(selection.issue, parties, selection.since, selection.until)
