"""Who has which role in records, without reading what they say."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import Connection, Row, Select, select

from soten.store import schema as s
from soten.store.leading import latest_of, lead_of
from soten.store.parts import parts
from soten.store.reading import first_rows
from soten.store.stored import Cast, Order, Selection

r, a = s.records.c, s.record_actors.c

_COLUMNS = (r.row, r.id, r.type, r.status, r.issues)


def casts(connection: Connection, selection: Selection, limit: int | None) -> list[Cast]:
    """Return who acts in the selected records; with a limit in the latest of them, the latest first."""
    query: Select[Any] = select(*_COLUMNS, r.day, r.doc, r.place)
    if limit is None:
        asked = lead_of(connection, selection).conditions
        kinds = [r.kind.in_(selection.kinds)] if selection.kinds else []
        rows: Sequence[Row[Any]] = connection.execute(query.where(*asked, *kinds)).all()
    else:
        rows = first_rows(connection, query, selection, Order.NEWEST, limit)
    return _casts(connection, rows)


def casts_last(connection: Connection, selection: Selection, most: int) -> list[Cast]:
    """Return who acts in so many of the selected records, those that were stored last, the last first."""
    lead, _ = latest_of(connection, selection, most)
    query: Select[Any] = select(*_COLUMNS).where(*lead.conditions)
    if selection.kinds:
        query = query.where(r.kind.in_(selection.kinds))
    return _casts(connection, connection.execute(query.order_by(r.row.desc()).limit(most)).all())


def _casts(connection: Connection, rows: Sequence[Row[Any]]) -> list[Cast]:
    roles: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for part in parts([row.row for row in rows]):
        told = select(a.record, a.role, a.who).where(a.record.in_(part))
        for record, role, who in connection.execute(told.order_by(a.record, a.role, a.who)):
            roles[record].append((role, who))
    return [
        Cast(row.id, row.type, row.status, _listed(row.issues), tuple(roles[row.row]))
        for row in rows
    ]


def _listed(told: str | None) -> tuple[str, ...]:
    return tuple(json.loads(told)) if told else ()
