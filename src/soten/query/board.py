"""Where each party stands on each point: the latest stand, how it is to the earlier, a short past.

Points × parties as a board of which a page is read: counts come from an index, of each cell shown
its latest positions are read, never a whole course.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.query.answers import Page
from soten.query.courses import Course, Stand, State, course_of, stands_of, state_of, with_support
from soten.query.filters import EVERYTHING, Filter
from soten.query.moves import LOOK_BACK, moved
from soten.query.saidsource import Cell, Said
from soten.query.sayings import Saying
from soten.query.shifts import Shift, told
from soten.records import UsageError
from soten.records.edtf import bounds
from soten.store import Label, TracedCell
from soten.store.cursors import pack_cursor, unpack_cursor

if TYPE_CHECKING:
    from soten.store import Ledger

MARKS = 9
"""So many of the latest stands of a cell make up its short past."""
OTHERS = 60
"""So many parties without a column are named."""
_WINDOWS = (24, 96)
"""How many of a cell's latest positions are read first, and where these do not tell."""
_DOCUMENTS = 1000
"""Further documents on a point are counted up to so many."""


class By(StrEnum):
    """The order of parties; each takes no account of who they are."""

    NAME = "name"
    """By name in the reader's language."""
    COUNT = "count"
    """Those with more positions first."""


@dataclass(frozen=True, slots=True)
class BoardCell:
    """What a party holds on a point: its latest stand and how that is to the earlier ones.

    `past` are its latest stands in short, the earliest first; `count` counts all positions.
    `mentioned` counts documents that tell a position of anybody on the point since (at most 1,000),
    where nothing new was asked for and there is none.
    """

    party: Label
    issue: Label
    count: int
    latest: Stand
    state: State
    earlier: Stand | None
    past: tuple[Saying, ...]
    since: str | None = None
    mentioned: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """Points × parties, as many of both as were asked for.

    `others` are parties that have no column, those with more positions first (60 at most), with
    their counts, and `further` counts all of these; `counts` are the positions of each point,
    whoever holds them.
    """

    issues: tuple[Label, ...]
    parties: tuple[Label, ...]
    cells: Mapping[Cell, BoardCell] = field(hash=False)
    others: tuple[tuple[Label, int], ...] = ()
    further: int = 0
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    next: str | None = None

    def cell(self, issue: str, party: str) -> BoardCell | None:
        """Return the cell of a point and a party, None where nothing is known."""
        return self.cells.get((issue, party))


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of a board is asked for: `parties` by id, in their order; else so many by `by`."""

    parties: tuple[str, ...] = ()
    most: int = 6
    by: By = By.NAME
    is_english: bool = False
    since: str | None = None
    cells: tuple[TracedCell, ...] | None = None
    """What `kept_cells` counted, where it was asked for before."""


DEFAULT = Asked()


def board(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    asked: Asked = DEFAULT,
    *,
    limit: int = 12,
    after: str | None = None,
) -> Board:
    """Return a page of the board, the points with more positions first.

    `asked.since` (EDTF) asks what is new from that day on; the filter's days leave out positions.
    """
    said = Said(ledger, filter)
    known = said.cells(asked.cells)
    issues, per_party = _summed(known)
    start = _start(after)
    points = list(issues)[start : start + limit]
    chosen = list(dict.fromkeys(asked.parties)) or list(per_party)[: asked.most]
    rest = [id for id in per_party if id not in chosen]
    labels, names = ledger.labels((*chosen, *rest[:OTHERS])), ledger.issue_labels()
    parties = [labels.get(id) or Label(id) for id in chosen]
    if not asked.parties and asked.by is By.NAME:
        parties.sort(key=lambda one: (_name(one, asked.is_english), one.id))
    shown = [cell for cell in known if cell.issue in set(points) and cell.party in set(chosen)]
    cells = cells_of(ledger, said, shown, since=asked.since)
    others = [(labels.get(id) or Label(id), per_party[id]) for id in rest[:OTHERS]]
    return Board(
        issues=tuple(names.get(id) or Label(id) for id in points),
        parties=tuple(parties),
        cells={(cell.issue.id, cell.party.id): cell for cell in cells},
        others=tuple(others),
        further=len(rest),
        counts=issues,
        next=pack_cursor([start + limit]) if start + limit < len(issues) else None,
    )


def point(
    ledger: Ledger,
    issue: str,
    filter: Filter = EVERYTHING,
    asked: Asked = DEFAULT,
    *,
    limit: int,
    after: str | None = None,
) -> tuple[Page[BoardCell], int]:
    """Return what each party holds on one point, and how many parties there are.

    The parties with more positions are taken first; a page of them stands in the order asked for.
    """
    said = Said(ledger, replace(filter, issue=issue))
    known = said.cells(asked.cells)
    start = _start(after)
    shown = known[start : start + limit]
    cells = cells_of(ledger, said, shown, since=asked.since)
    if asked.by is By.NAME:
        cells.sort(key=lambda one: (_name(one.party, asked.is_english), one.party.id))
    more = pack_cursor([start + limit]) if start + limit < len(known) else None
    return Page(tuple(cells), more), len(known)


def cells_of(
    ledger: Ledger, said: Said, known: Sequence[TracedCell], *, since: str | None = None
) -> list[BoardCell]:
    """Return cells with their latest stands, in the order given."""
    day = None if since is None else bounds(since)[0]
    found = _latest(said, [(cell.issue, cell.party) for cell in known])
    states = {cell: state_of(sayings) for cell, sayings in found.items()}
    shown = [sayings[-1] for sayings in found.values()]
    shown += [earlier for _, earlier in states.values() if earlier is not None]
    stands = stands_of(ledger, shown, most_reports=1)
    labels = ledger.labels({party for _, party in found})
    names = ledger.issue_labels()
    cells: list[BoardCell] = []
    for one in known:
        sayings = found[one.issue, one.party]
        latest, (state, earlier) = sayings[-1], states[one.issue, one.party]
        if latest.id not in stands:
            continue
        is_silent = day is not None and latest.last_day < day
        cells.append(
            BoardCell(
                party=labels.get(one.party) or Label(one.party),
                issue=names.get(one.issue) or Label(one.issue),
                count=one.count,
                latest=stands[latest.id],
                state=State.SILENT if is_silent else state,
                earlier=None if is_silent or earlier is None else stands.get(earlier.id),
                past=tuple(sayings[-MARKS:]),
                since=day,
                mentioned=ledger.documents_since(one.issue, latest.last_day, _DOCUMENTS)
                if is_silent
                else 0,
            )
        )
    return cells


def _latest(said: Said, cells: Sequence[Cell]) -> dict[Cell, list[Saying]]:
    """Return the latest sayings of cells, as many as it takes to say how the last is to them."""
    found: dict[Cell, list[Saying]] = {cell: [] for cell in cells}
    left = cells
    read: dict[Cell, list[Saying]] = {cell: [] for cell in cells}
    for size, before in zip(_WINDOWS, (0, *_WINDOWS), strict=False):
        further = said.windows({cell: read[cell] for cell in left}, size - before)
        for cell, sayings in further.items():
            read[cell] += sayings
        for cell, sayings in said.merged_each({cell: read[cell] for cell in left}).items():
            found[cell] = sorted(sayings, key=lambda one: (one.first_day, one.last_day))
        left = [
            cell
            for cell in left
            if len(read[cell]) == size
            and state_of(found[cell])[0] not in (State.SHIFTED, State.UNCHANGED)
        ]
    return found


@dataclass(frozen=True, slots=True)
class CoursePage:
    """A page of a course: its stands, the earliest first, and the shifts to one of them.

    `count` counts all positions of the party on the point, `next` leads to earlier stands.
    """

    course: Course
    shifts: tuple[Shift, ...]
    count: int
    next: str | None = None


def course_page(
    ledger: Ledger,
    issue: str,
    party: str,
    filter: Filter = EVERYTHING,
    *,
    since: str | None = None,
    limit: int = 50,
    after: str | None = None,
    cells: Sequence[TracedCell] | None = None,
) -> CoursePage | None:
    """Return the latest stands of a party on a point (ids), those before `after`.

    None where the ledger holds no position of the party on the point; no stands where it holds
    none that the filter lets through.

    The state is that of the latest stand of the page.
    """
    said, every = (Said(ledger, replace(f, issue=issue)) for f in (filter, EVERYTHING))
    cell = (issue, party)
    known = _cell(said.cells(cells, party=party), cell) or _cell(every.cells(cells), cell)
    if known is None:
        return None
    before = None
    if after is not None:
        first, last, id = map(str, unpack_cursor(after, (str, str, str)))
        before = (first, last, id)
    read = said.window(cell, limit + 4 * LOOK_BACK, before)
    labels, names = ledger.labels([party]), ledger.issue_labels()
    who, what = labels.get(party) or Label(party), names.get(issue) or Label(issue)
    if not read:  # the party has a say on the point, but none of these days
        return CoursePage(Course(who, what, (), State.SILENT), (), known.count, None)
    wanted = {one.id for one in read[:limit]}
    sayings = sorted(said.merged(read), key=lambda one: one.key)
    shown = [one for one in sayings if one.id in wanted]
    state, earlier = state_of(sayings)
    pairs = sorted(moved(sayings, wanted), key=lambda one: one.key, reverse=True)
    stands = stands_of(ledger, [*shown, *([] if earlier is None else [earlier])])
    stands = with_support(ledger, stands.values())
    course = course_of(who, what, shown, stands)
    day = None if since is None else bounds(since)[0]
    is_silent = day is not None and sayings[-1].last_day < day
    return CoursePage(
        course=replace(
            course,
            state=State.SILENT if is_silent else state,
            earlier=None if is_silent or earlier is None else stands.get(earlier.id),
            since=day,
            mentioned=ledger.documents_since(issue, sayings[-1].last_day, _DOCUMENTS),
        ),
        shifts=told(ledger, pairs),
        count=known.count,
        next=pack_cursor(read[limit - 1].key) if len(read) > limit else None,
    )


def _cell(known: Sequence[TracedCell], cell: Cell) -> TracedCell | None:
    return next((one for one in known if (one.issue, one.party) == cell), None)


def _summed(known: Sequence[TracedCell]) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many positions each point and each party has, the most first."""
    issues: dict[str, int] = {}
    parties: dict[str, int] = {}
    for cell in known:
        issues[cell.issue] = issues.get(cell.issue, 0) + cell.count
        parties[cell.party] = parties.get(cell.party, 0) + cell.count
    return _ranked(issues), _ranked(parties)


def _ranked(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _start(after: str | None) -> int:
    if after is None:
        return 0
    (start,) = unpack_cursor(after, (int,))
    if not isinstance(start, int) or start < 0:
        raise UsageError(f"not a place to continue from: {after!r}")
    return start


def _name(party: Label, is_english: bool) -> str:
    return (party.en if is_english else party.ja) or party.ja or party.en or party.id
