"""Series of figures: one quantity, on one axis, from everybody who tells a number of it.

Nothing is averaged, weighed or decided: where owners differ about one time, their points stand
side by side, each with owner and bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soten.query.answers import Label, Page, Row
from soten.query.assembly import Assembler
from soten.query.differing import differing, range_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.query.support import Support, supports, tellings_of
from soten.records import Bound, Claim, Figure, Unit, UsageError
from soten.records.joins import Group
from soten.store import JoinedItem, Order, Selection, StoredRecord
from soten.store.bigrams import fold

if TYPE_CHECKING:
    from soten.store import Ledger

_BATCH = 200


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a series is of.

    `act` is what is done to the thing counted ("held", "killed" …, "" for none), `thing` what it
    is called, `period` "day", "week", "month", "year", "total" or "", `of` whose it is, `at` the
    place it is counted in or a share of, or the side money goes to. `shared` is the shortest of
    the documents' own descriptions.
    """

    unit: Unit
    act: str
    thing: str
    period: str
    counter: str
    of: Label | None
    at: Label | None
    is_each: bool
    is_planned: bool
    shared: str

    @property
    def words(self) -> str:
        """All that names the quantity, in Japanese and English, to be searched."""
        named = (label for label in (self.of, self.at) if label is not None)
        names = (part for label in named for part in (label.ja, label.en, label.id) if part)
        parts = (self.act, self.thing, self.period, self.counter, self.unit.value, self.shared)
        return fold(" ".join((*parts, *names)))


@dataclass(frozen=True, slots=True)
class Point:
    """One number for one time by one owner, with everybody who tells it.

    `by` is None where reports tell the number in their own voice. `day` is the day (ISO), month
    or year it is told of, "" where unknown. `rows` are those who tell it.
    """

    day: str
    by: Label | None
    value: float
    max: float | None
    bound: Bound
    rows: tuple[Row[Figure], ...]
    reports: frozenset[tuple[str, int]] = frozenset()
    """The documents it is told in, each with the number of the story, -1 for none."""
    support: Support | None = None
    """What the number rests on: wire families and primary sources, never copies."""
    is_denied: bool = False
    """True where whoever tells the number denies it: 「70%が制圧されたとするのは事実ではない」."""

    @property
    def figure(self) -> Figure:
        """The figure as first told."""
        return self.rows[0].record

    @property
    def range(self) -> tuple[float, float]:
        """The least and the most the number may be, as its bound limits it."""
        return range_of(self.figure)


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one quantity in order of time; `id` is that of its first figure.

    `apart` holds, for every time at which owners differ, the places of those points.
    """

    id: str
    quantity: Quantity
    points: tuple[Point, ...]
    apart: tuple[tuple[int, ...], ...] = ()
    earlier: int = 0
    """How many figures, told of earlier, belong to it and were not looked at."""
    later: int = 0
    """The same of those told of later."""

    @property
    def owners(self) -> tuple[Label | None, ...]:
        """Whose points there are, in order of their first."""
        found = {None if p.by is None else p.by.id: p.by for p in self.points}
        return tuple(found.values())


def figure_series(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    name: str | None = None,
    limit: int | None = None,
    after: str | None = None,
    least: int = 2,
    latest: int | None = None,
) -> Page[Series]:
    """Return series of at least so many figures, the latest first.

    `name` is the id of a figure, whose series alone comes back, or words that all name the
    quantity (its thing, place, owner's side, in Japanese or English, or the documents' words).
    Of each only the `latest` figures are read, where that is set.
    """
    if name is not None and ledger.record(name) is not None:
        return Page(tuple(_series_with(ledger, name)))
    wanted = fold(name or "").split()
    selection = _selection(ledger, filter)
    found: list[Series] = []
    while True:
        size = _BATCH if limit is None else min(_BATCH, limit - len(found)) if not wanted else 1
        page = ledger.groups(
            Figure.kind, selection, Order.NEWEST, limit=max(size, 1), after=after, at_least=least
        )
        series = _windows(ledger, [group for group, _ in page], latest, 0)
        found += [one for one in series if all(word in one.quantity.words for word in wanted)]
        after = page[-1][1] if page else None
        if len(page) < max(size, 1):
            return Page(tuple(found), None)
        if limit is not None and len(found) >= limit:
            return Page(tuple(found), after)


def series_named(
    ledger: Ledger,
    filter: Filter,
    words: Sequence[str],
    *,
    limit: int,
    after: str | None,
    looked_at: int,
    latest: int,
) -> Page[Series]:
    """Return series whose quantity all words name, of the next so many; the cursor leads on.

    What a quantity is called is read from its latest figure.
    """
    selection = _selection(ledger, filter)
    page = ledger.groups(
        Figure.kind, selection, Order.NEWEST, limit=looked_at, after=after, at_least=2
    )
    latest_told = [replace(group, members=group.members[-1:]) for group, _ in page]
    short = {one.id: one.quantity.words for one in _unsupported(ledger, latest_told)}
    found: list[Group] = []
    following = None if len(page) < looked_at else page[-1][1]
    for at, (group, cursor) in enumerate(page, 1):
        if group.id in short and all(word in short[group.id] for word in words):
            found.append(group)
        if len(found) == limit and at < len(page):
            following = cursor
            break
    return Page(tuple(_windows(ledger, found, latest, 0)), following)


def _selection(ledger: Ledger, filter: Filter) -> Selection:
    # Series of which every figure was rejected have no points, and are left out later.
    return Selection() if filter == EVERYTHING else select_by(ledger, filter, (Figure.kind,))


def series_with(
    ledger: Ledger, figure: str, *, latest: int | None = None, skipped: int = 0
) -> Series | None:
    """Return the series of a figure; None for no figure, or one that was not joined.

    Of its figures `latest` are read (None: all) but for those `skipped` at the end.
    """
    group = ledger.groups_with(Figure.kind, [figure]).get(figure)
    return None if group is None else next(iter(_windows(ledger, [group], latest, skipped)), None)


def _windows(
    ledger: Ledger, groups: Sequence[Group], latest: int | None, skipped: int
) -> list[Series]:
    """Return groups of figures as series of a stretch of their figures, in the same order."""
    known = {group.id: len(group.members) for group in groups}
    ends = {id: max(0, count - skipped) for id, count in known.items()}
    starts = {id: 0 if latest is None else max(0, end - latest) for id, end in ends.items()}
    parts = [replace(g, members=g.members[starts[g.id] : ends[g.id]]) for g in groups]
    return [
        replace(one, earlier=starts[one.id], later=known[one.id] - ends[one.id])
        for one in series_of(ledger, parts)
    ]


def _series_with(ledger: Ledger, figure: str) -> list[Series]:
    group = ledger.groups_with(Figure.kind, [figure]).get(figure)
    if group is None:
        raise UsageError(f"{figure} is no figure that was joined with others")
    return series_of(ledger, [group])


def series_of(ledger: Ledger, groups: Sequence[Group]) -> list[Series]:
    """Return groups of figures as series, in the same order."""
    return _supported(ledger, _unsupported(ledger, groups))


def _unsupported(ledger: Ledger, groups: Sequence[Group]) -> list[Series]:
    """Return the same, but for what each point rests on."""
    ids = [id for group in groups for id in group.members]
    if not ids:
        return []
    items = ledger.joined_items(Figure.kind, ids)
    stored = _records(ledger, ids)
    rows = {row.id: row for row in Assembler[Figure](ledger).rows(stored)}
    canon = ledger.canon(row.record.by for row in rows.values() if row.record.by)
    labels = ledger.labels({*_named(items.values()), *canon.values()})
    whose = _Whose(canon, labels, _denied(ledger, rows.values()), _reports(ledger, rows.values()))
    found = []
    for group in groups:
        mine = [rows[id] for id in group.members if id in rows and id in items]
        if mine:
            found.append(_series(group, mine, items, whose))
    return found


def _supported(ledger: Ledger, found: list[Series]) -> list[Series]:
    """Return series with what each point rests on."""
    tellings = {
        (series.id, place): [t for row in point.rows for t in tellings_of(row.record)]
        for series in found
        for place, point in enumerate(series.points)
    }
    support = supports(ledger, tellings)
    return [
        replace(
            series,
            points=tuple(
                replace(point, support=support[series.id, place])
                for place, point in enumerate(series.points)
            ),
        )
        for series in found
    ]


@dataclass(frozen=True, slots=True)
class _Whose:
    """Whose a figure is, by the id and name its owner has across documents."""

    canon: dict[str, str]
    labels: dict[str, Label]
    denied: set[str]
    reports: dict[str, tuple[str, int]]

    def owner(self, row: Row[Figure]) -> Label | None:
        by = row.record.by
        if by is None or by == "author":
            return None
        id = self.canon.get(by, by)
        return self.labels.get(id) or row.label(by)


def _series(
    group: Group, rows: Sequence[Row[Figure]], items: dict[str, JoinedItem], whose: _Whose
) -> Series:
    features = _fullest([items[row.id] for row in rows]).features
    period = str(features.get("period", ""))
    points = _points(rows, items, whose, period)
    shared = min((row.record.what or row.evidence.exact for row in rows), key=len)
    quantity = Quantity(
        rows[0].record.unit,
        str(features.get("act", "")),
        str(features.get("thing", "")),
        period,
        str(features.get("counter", "")),
        whose.labels.get(str(features.get("of", ""))),
        whose.labels.get(str(features.get("at", ""))),
        features.get("each") is True,
        features.get("planned") is True,
        shared,
    )
    apart = differing(points, period, quantity.act)
    return Series(group.id, quantity, points, apart)


def _fullest(items: Sequence[JoinedItem]) -> JoinedItem:
    """Return the item that says most of what it counts: one of them may leave out who holds."""
    return min(items, key=lambda item: (-sum(map(bool, item.features.values())), item.id))


def _points(
    rows: Sequence[Row[Figure]], items: dict[str, JoinedItem], whose: _Whose, period: str
) -> tuple[Point, ...]:
    found: dict[tuple[object, ...], list[Row[Figure]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.document.published.edtf or "", row.id)):
        figure, owner = row.record, whose.owner(row)
        day = _time(items[row.id].day, period)
        who = None if owner is None else owner.id
        told = (figure.value, figure.max, figure.bound, row.id in whose.denied)
        found[day, who, *told].append(row)
    points = [
        Point(
            _time(items[mine[0].id].day, period),
            whose.owner(mine[0]),
            mine[0].record.value,
            mine[0].record.max,
            mine[0].record.bound,
            tuple(mine),
            frozenset(whose.reports[row.id] for row in mine),
            is_denied=mine[0].id in whose.denied,
        )
        for mine in found.values()
    ]
    return tuple(sorted(points, key=_place))


def _place(point: Point) -> tuple[str, str, float, float, str, bool]:
    who = "" if point.by is None else point.by.id
    return (point.day, who, point.value, point.max or point.value, point.bound, point.is_denied)


def _time(day: str, period: str) -> str:
    """Return the time a number is told of: a month for a month's number, a year for a year's.

    >>> _time("2025-11-01", "month"), _time("2025-11-01", "day")
    ('2025-11', '2025-11-01')
    """
    return day[: {"month": 7, "year": 4}.get(period, 10)]


def _named(items: Iterable[JoinedItem]) -> set[str]:
    return {str(item.features.get(key)) for item in items for key in ("of", "at")} - {"", "None"}


def _records(ledger: Ledger, ids: Sequence[str]) -> list[StoredRecord]:
    return list(ledger.records(Selection(ids=tuple(ids)), Order.PLACE))


def _reports(ledger: Ledger, rows: Iterable[Row[Figure]]) -> dict[str, tuple[str, int]]:
    """Return the document and the story in it that each figure stands in."""
    found: dict[str, tuple[str, int]] = {}
    told = list(rows)
    stories = ledger.stories(row.document.id for row in told)
    for row in told:
        inside = (
            number
            for number, story in enumerate(stories.get(row.document.id, ()))
            if story.span.contains(row.evidence.span)
        )
        found[row.id] = (row.document.id, next(inside, -1))
    return found


def _denied(ledger: Ledger, rows: Iterable[Row[Figure]]) -> set[str]:
    """Return the ids of figures whose owner tells them only to deny them."""
    by_document: dict[str, list[Row[Figure]]] = defaultdict(list)
    for row in rows:
        if row.record.by is not None:
            by_document[row.document.id].append(row)
    if not by_document:
        return set()
    selection = replace(
        Selection(kinds=(Claim.kind,), documents=tuple(by_document)), is_denied=True
    )
    found: set[str] = set()
    for stored in ledger.records(selection):
        if isinstance(stored.record, Claim):
            for side in stored.record.denied:
                found |= {
                    row.id
                    for row in by_document.get(side.evidence.document, ())
                    if row.record.by == side.by and side.evidence.span.contains(row.evidence.span)
                }
    return found
