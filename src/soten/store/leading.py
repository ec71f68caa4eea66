"""Which condition of a selection leads: what few records meet is looked up, the rest is asked of each.

A list wants the first fifty records in some order. Where a condition lets only few records through,
those are looked up and sorted; where every condition lets many through, records are taken in the
order of an index, and each is asked, until there are fifty. Either way a page reads little of a
ledger, whatever its size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from soten.store import schema as s
from soten.store.selecting import (
    among,
    fresh_documents,
    looked_up,
    narrowed,
    settled,
    stands,
    stored_documents,
)
from soten.store.stored import Selection
from soten.store.traits import RANKS

FEW = 3_000
"""So many records are looked up and sorted at once, for each `_PAGE` of them that are asked for."""
WINDOWS = (500, 2_500, 10_000)
"""Of what many records meet, so many are taken in order first, and so many where that is too few."""
COUNTED = 150_000

_TIMES, _LOOKED_AT = 4, 60_000
_PAGE = 50
_MANY_KINDS = 4
"""So many kinds cost more to try, each by itself, than to look up `_TIMES` as many as `FEW`."""

r = s.records.c


_BY_DOCUMENT = ("documents", "ids", "fresh_since", "stored_since", "days")
"""Leads whose condition is one of a record's own columns."""


@dataclass(frozen=True, slots=True)
class Lead:
    """How to find the selected records; `name` is the condition that leads, None for none."""

    name: str | None
    conditions: tuple[ColumnElement[bool], ...]
    """What a row of `records` must meet, its kind aside."""
    is_tried: bool = False
    """True where only the first records in order (`WINDOWS`) are to be asked."""
    windows: int | None = None
    """How many windows of each kind are, None for all: to go on with what leads next costs less."""
    is_walked: bool = False
    """True where records are to be taken in order: what meets the leading condition is known by row."""


def leads_of(
    connection: Connection,
    selection: Selection,
    limit: int | None = None,
    *,
    may_walk: bool = False,
    is_dear: bool = False,
) -> Iterator[Lead]:
    """Yield how to find the first `limit` of the selected records in order of their days.

    What few records meet is looked up, and that is all. Else each of the first records (`WINDOWS`)
    is to be asked first; where that is not enough, the second lead looks up what fewest meet, or asks
    each of all of them, if there is nothing to look up. With `may_walk`, it may be one that
    `is_walked`: an index alone then tells of most records that they are not among what is sought.
    Where it `is_dear` to try, `_TIMES` as many are rather looked up, after one window.
    """
    selection = settled(connection, selection)
    candidates = dict(_candidates(selection, connection.dialect.name))
    is_dear = is_dear or len(selection.kinds or RANKS) >= _MANY_KINDS
    is_walk = may_walk and not is_dear and bool(candidates.keys() - {"days"})
    best = None
    if "words" not in candidates:
        few = FEW if is_walk and len(candidates) == 1 else FEW * max(1, (limit or 0) // _PAGE)
        best, _ = _fewest(connection, candidates, few, selection)
        if best is None:
            if is_dear:
                best, _ = _fewest(connection, candidates, FEW * _TIMES, selection)
            asked = asked_of_each(connection, selection)
            windows = 1 if best is not None else 2 if is_walk else None
            yield Lead(None, asked, is_tried=True, windows=windows)
            if is_walk:
                best, count = _fewest(connection, candidates, COUNTED, selection)
                best = best or min(candidates.keys() - {"days"})
                if count > FEW * _TIMES or len(candidates) == 1:
                    known = (r.row + 0).in_(candidates[best])  # a term: not looked up one by one
                    yield Lead(best, (known, *asked), is_walked=True)
                    return
    if best is None:
        best, _ = _fewest(connection, candidates, COUNTED, selection)
        best = best or min(candidates.keys() - {"days"}, default=None)
    yield _by(connection, selection, candidates, best)


def lead_of(connection: Connection, selection: Selection) -> Lead:
    """Return how to find all of the selected records."""
    candidates = dict(_candidates(selection, connection.dialect.name))
    if len(candidates) == 1 and not candidates.keys() & {"days", "words"}:
        return _by(
            connection, selection, candidates, next(iter(candidates))
        )  # none to weigh it against
    *_, lead = leads_of(connection, selection)
    return lead


def asked_of_each(connection: Connection, selection: Selection) -> tuple[ColumnElement[bool], ...]:
    """Return what each of a few records must meet, its kind aside."""
    selection = settled(connection, selection)
    names = dict(_candidates(selection, connection.dialect.name)).keys()
    return _conditions(connection, selection, names, None, None)


def is_narrow(connection: Connection, selection: Selection) -> bool:
    """Say whether the days asked for let so few records through that these are looked up."""
    if selection.since is None:
        return False
    days = _in_days(selection, selection.since)
    return _count(connection, days, FEW + 1) <= FEW


def _by(
    connection: Connection,
    selection: Selection,
    candidates: Mapping[str, Select[Any]],
    best: str | None,
) -> Lead:
    """Return how to find the selected records by one of the conditions, the others asked of each."""
    rows = candidates[best] if best in _BY_DOCUMENT else None
    others = candidates.keys() - {best}
    return Lead(best, _conditions(connection, selection, others, best, rows))


def latest_of(connection: Connection, selection: Selection, most: int) -> tuple[Lead, bool]:
    """Return how to find the selected records that were stored last, and whether there may be more.

    Of what the best condition lets through so many times `most` are looked at, of a ledger without
    condition so many records as `_LOOKED_AT` says.
    """
    selection = settled(connection, selection)
    candidates = dict(_candidates(selection, connection.dialect.name))
    best, count = _fewest(connection, candidates, COUNTED, selection)
    best = best or min(candidates.keys() - {"days"}, default=None)
    if best is None:
        last = _last_row(connection, selection)
        asked = _conditions(connection, selection, candidates.keys(), None, None)
        is_all = last <= _LOOKED_AT
        window = () if is_all else (r.row <= last, r.row > last - _LOOKED_AT)
        return Lead(None, (*window, *asked)), not is_all
    found = candidates[best].subquery()
    row = found.c[0]
    latest, has_more = select(row).where(row.is_not(None)), count > most * _TIMES
    if has_more:  # else in whatever order they are found
        latest = latest.order_by(row.desc()).limit(most * _TIMES)
    asked = _conditions(connection, selection, candidates.keys(), best, latest)
    return Lead(best, asked), has_more


def _conditions(
    connection: Connection,
    selection: Selection,
    asked: Iterable[str],
    best: str | None,
    rows: Select[Any] | None,
) -> tuple[ColumnElement[bool], ...]:
    """Return all conditions; those `asked` of each record, and `rows` looked up for the best."""
    each = {name for name in asked if name not in ("words", *_BY_DOCUMENT)}
    each |= {name for name in _BY_DOCUMENT if name == best}
    if selection.words is not None and rows is not None and selection.words.latest is None:
        words = replace(selection.words, within=_passages(connection, rows))
        selection = replace(selection, words=words)
    if best == "words" and rows is not None:  # these rows are of those that hold the words
        selection = replace(selection, words=None)
    limits = narrowed(selection, connection.dialect.name, each)
    if rows is not None:
        limits.append(r.row.in_(rows))
    return (stands(selection.states), *limits)


def _passages(connection: Connection, rows: Select[Any]) -> tuple[int, int]:
    """Return between which passages the words of these records stand: those stored at about one time."""
    p = s.passages.c
    query = select(func.min(p.row), func.max(p.row)).where(p.record.in_(rows))
    first, last = connection.execute(query).one()
    return (0, 0) if first is None else (first, last)


def _fewest(
    connection: Connection,
    candidates: Mapping[str, Select[Any]],
    most: int,
    selection: Selection,
) -> tuple[str | None, int]:
    """Return the condition that fewest records meet, and how many; None if all let more through.

    Of words of which the latest places are looked at, these are taken for as many records.
    """
    fewest, best = most + 1, None
    if selection.words is not None and selection.words.latest is not None:
        fewest, best = selection.words.latest, "words"
    for name, rows in candidates.items():
        found = fewest if name == best else _count(connection, rows, fewest)
        if found < fewest:
            fewest, best = found, name
    return best, fewest


def _last_row(connection: Connection, selection: Selection) -> int:
    """Return the last row of records, or about the last of those that may be old enough."""
    last = connection.execute(select(func.max(r.row))).scalar() or 0
    if selection.until is None or last <= _LOOKED_AT:
        return last
    then = select(r.row).where(r.kind == "date", r.day <= selection.until)
    row = connection.execute(then.order_by(r.day.desc()).limit(1)).scalar()
    return last if row is None else min(last, max(row + _LOOKED_AT // 2, _LOOKED_AT + 1))


def _count(connection: Connection, rows: Select[Any], most: int) -> int:
    counted = select(func.count()).select_from(rows.limit(max(most, 0)).subquery())
    return connection.execute(counted).scalar_one()


def _candidates(selection: Selection, dialect: str) -> Iterable[tuple[str, Select[Any]]]:
    """Yield the conditions by which rows can be looked up."""
    yield from looked_up(selection, dialect).items()
    if selection.documents is not None:
        d = s.documents.c
        yield "documents", _of(select(d.row).where(among(d.id, selection.documents, dialect)))
    if selection.ids is not None:
        yield "ids", select(r.row).where(among(r.id, selection.ids, dialect))
    if selection.fresh_since is not None:
        yield "fresh_since", _of(fresh_documents(selection.fresh_since))
    if selection.stored_since is not None:
        yield "stored_since", _of(stored_documents(selection.stored_since))
    if selection.since is not None:
        yield "days", _in_days(selection, selection.since)


def _of(documents: Select[Any]) -> Select[Any]:
    return select(r.row).where(r.doc.in_(documents))


def _in_days(selection: Selection, since: str) -> Select[Any]:
    """Return the records that begin on the days asked for, and the longer ones that reach into them."""
    kinds = r.kind.in_(selection.kinds or tuple(RANKS))
    inside, reaching = [r.day >= since], [r.low < r.high, r.high >= since]
    if selection.until is not None:
        inside.append(r.day <= selection.until)
        reaching.append(r.low <= selection.until)
    return select(r.row).where(kinds, or_(and_(*inside), and_(*reaching)))


def fewest(connection: Connection, selection: Selection, most: int) -> tuple[str | None, int, int]:
    """Return the condition that fewest records meet and how many, None if more than `most` meet all.

    The last number is how many conditions there are by which records can be looked up.
    """
    candidates = dict(_candidates(selection, connection.dialect.name))
    return *_fewest(connection, candidates, most, selection), len(candidates)


def lead_by(connection: Connection, selection: Selection, name: str) -> Lead:
    """Return how to find the selected records by the condition of this name."""
    candidates = dict(_candidates(selection, connection.dialect.name))
    return _by(connection, selection, candidates, name)


def begun(
    connection: Connection, selection: Selection, kind: str, first: str, last: str, most: int
) -> Select[Any] | None:
    """Return the rows of a kind that begin between two days and meet what fewest there meet.

    They are found by an index of who and what records tell of; None where more than `most` meet
    each of these conditions.
    """
    asked = replace(selection, kinds=(kind,), since=None, until=None, words=None)
    best, fewest = None, most + 1
    for name, rows in looked_up(asked, connection.dialect.name).items():
        day = s.record_issues.c.day if name == "issue" else s.record_actors.c.day
        inside = rows.where(day >= first, day <= last)
        count = _count(connection, inside, fewest)
        if count < fewest:
            best, fewest = inside, count
    return best
