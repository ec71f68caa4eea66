"""Who has which role in records, without reading what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import Connection, Row, Select, select

from soten.store import schema as s
from soten.store.leading import lead_of
from soten.store.parts import parts
from soten.store.reading import first_rows
from soten.store.stored import Cast, Order, Selection

r, a = s.records.c, s.record_actors.c


def casts(connection: Connection, selection: Selection, limit: int | None) -> list[Cast]:
    """Return who acts in the selected records; with a limit in the latest of them, the latest first."""
    query: Select[Any] = select(r.row, r.id, r.status, r.day, r.doc, r.place)
    if limit is None:
        asked = lead_of(connection, selection).conditions
        kinds = [r.kind.in_(selection.kinds)] if selection.kinds else []
        rows: Sequence[Row[Any]] = connection.execute(query.where(*asked, *kinds)).all()
    else:
        rows = first_rows(connection, query, selection, Order.NEWEST, limit)
    roles: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for part in parts([row.row for row in rows]):
        told = select(a.record, a.role, a.who).where(a.record.in_(part))
        for record, role, who in connection.execute(told.order_by(a.record, a.role, a.who)):
            roles[record].append((role, who))
    return [Cast(row.id, row.status, tuple(roles[row.row])) for row in rows]
