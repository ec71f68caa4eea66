"""Windows: the first rows of records in an order, each of which is to be asked for what is sought."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import ColumnElement, Connection, Select, func, select

from soten.store import schema as s
from soten.store.numbers import listed
from soten.store.selecting import looked_up, ordered
from soten.store.stored import Order, Selection

r, i = s.records.c, s.record_issues.c

_OF_WHOM = ("acting", "speaker", "places")
"""Conditions that an index alone answers, asked of what is told of a point at issue at once."""


@dataclass(frozen=True, slots=True)
class Days:
    """Between which days records are to begin, both ends included; None: any."""

    low: str | None = None
    high: str | None = None

    def of(self, day: ColumnElement[str]) -> list[ColumnElement[bool]]:
        """Return the conditions on a column of days."""
        found = [] if self.low is None else [day >= self.low]
        return found if self.high is None else [*found, day <= self.high]

    def upto(self, day: str, order: Order) -> Days:
        """Return the days up to one in an order."""
        if order is Order.NEWEST:
            return replace(self, low=max(day, self.low or ""))
        return replace(self, high=day if self.high is None else min(day, self.high))

    def behind(self, day: str, order: Order) -> Days:
        """Return the days from one on in an order."""
        return self.upto(day, Order.OLDEST if order is Order.NEWEST else Order.NEWEST)


def window_of(
    query: Select[Any], selection: Selection, kind: str, order: Order, days: Days
) -> Select[Any]:
    """Return the rows of a kind in order, from the place the query goes on at."""
    within = _known(selection, kind, order, days)
    return ordered(query.where(r.kind == kind, *within.of(r.day)), order)


def size_of(connection: Connection, rows: Select[Any]) -> int:
    """Return how many rows there are."""
    return connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()


def issue_window(
    connection: Connection, selection: Selection, kind: str, order: Order, days: Days, size: int
) -> tuple[Select[Any], bool]:
    """Return the rows of a kind on a point at issue of the first days in order, and whether of all days.

    Of each of these days they are all there, at most `size` in all.
    """
    dialect = connection.dialect.name
    others = looked_up(replace(selection, kinds=(kind,)), dialect)
    sets = [(i.record + 0).in_(others[name]) for name in _OF_WHOM if name in others]
    within = _known(selection, kind, order, days)
    query = select(i.record, i.day).where(i.issue == selection.issue, i.kind == kind, *sets)
    first = i.day.desc() if order is Order.NEWEST else i.day
    told = connection.execute(query.where(*within.of(i.day)).order_by(first).limit(size)).all()
    is_all = len(told) < size
    whole = [row.record for row in told if is_all or row.day != told[-1].day]
    return listed(connection, whole), is_all


def _known(selection: Selection, kind: str, order: Order, days: Days) -> Days:
    """Return the days on which what is sought can begin: only promises reach back before their own."""
    if selection.until is None or order is not Order.NEWEST or kind == "commitment":
        return days
    return days.behind(selection.until, order)
