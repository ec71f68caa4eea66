"""Between whom and on which days talks are told, so that the next one is found at once.

A talk may be told for several days: where reports differ, or where it was moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from sqlalchemy import Connection, select

from soten.records import Talk, TalkForm
from soten.records.joins import Features, Group
from soten.store import joined
from soten.store import schema as s
from soten.store.stored import Order

c, t = s.cells.c, s.rounds.c


def rounds_told(kind: str, cell: int, features: Features) -> Iterator[dict[str, object]]:
    """Yield the rows of `rounds` for a cell: none but for a talk between parties on known days.

    >>> told = {"sides": ["ko", "otsu"], "days": ["2025-12-03", "2025-12-03"], "role": "talk"}
    >>> [row["day"] for row in rounds_told("talk", 1, told | {"moved": [["2025-12-08", "2025-12-09"]]})]
    ['2025-12-03', '2025-12-08']
    """
    told = cast(dict[str, list[str]], features)
    if kind != Talk.kind or features.get("role") != "talk" or not features.get("sides"):
        return
    moved = cast(dict[str, list[list[str]]], features).get("moved", [])
    days = {first for first, _ in (*([told["days"]] if told.get("days") else []), *moved)}
    is_call = features.get("form") == TalkForm.CALL
    sides = _key(told["sides"])
    yield from ({"cell": cell, "day": day, "sides": sides, "call": is_call} for day in sorted(days))


def _key(sides: Sequence[str]) -> str:
    return "|".join(sides)


def talks_between(
    connection: Connection, sides: Sequence[str], day: str, order: Order, *, calls: bool, limit: int
) -> list[tuple[str, Group]]:
    """Return talks told between just these sides before an ISO day (newest first) or after it.

    Each stands with a first day that it is told for, once for each of them, the nearest first.
    """
    is_back = order is Order.NEWEST
    query = (
        select(t.day, c.grp)
        .join(s.cells, c.row == t.cell)
        .where(t.sides == _key(sides), t.call == calls, t.day < day if is_back else t.day > day)
        .order_by(t.day.desc() if is_back else t.day, t.cell)
        .limit(limit)
    )
    found = list(dict.fromkeys((row.day, row.grp) for row in connection.execute(query)))
    groups = joined.groups_at(connection, Talk.kind, sorted({group for _, group in found}))
    return [(day, groups[group]) for day, group in found if group in groups]
