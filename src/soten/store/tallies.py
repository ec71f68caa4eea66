"""What a selection of records is made of: kinds, parties, points at issue, publishers, days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import Connection, Select, func, select

from soten.store import schema as s
from soten.store.leading import latest_of
from soten.store.numbers import listed
from soten.store.stored import Selection, Tally
from soten.store.traits import ACTING_ROLES

r, v, a, i = s.records.c, s.versions.c, s.record_actors.c, s.record_issues.c


def tally(connection: Connection, selection: Selection, at_most: int) -> Tally:
    """Return what the selected records are made of; of more than `at_most` the latest stored."""
    held = None if selection.words is None else selection.words.places
    found, has_more = (held.records, False) if held else _latest(connection, selection, at_most)
    rows = found[:at_most]
    versions = Counter((row.doc, row.version) for row in rows)
    numbers = [row.row for row in rows]
    return Tally(
        count=len(rows),
        is_cut=has_more or len(found) > at_most,
        kinds=Counter(row.kind for row in rows),
        parties=_parties(connection, numbers),
        issues=_issues(connection, numbers),
        publishers=_publishers(connection, versions),
        days=Counter(row.day for row in rows),
    )


def _latest(
    connection: Connection, selection: Selection, at_most: int
) -> tuple[Sequence[Any], bool]:
    """Return the selected records stored last, one more than `at_most`, and whether there are more."""
    query: Select[Any] = select(r.row, r.kind, r.doc, r.version, r.day)
    lead, has_more = latest_of(connection, selection, at_most)
    if selection.kinds:
        # A term instead of the column: the last records are wanted, not all of a kind.
        query = query.where(r.kind.concat("").in_(selection.kinds))
    query = query.where(*lead.conditions).order_by(r.row.desc())
    return connection.execute(query.limit(at_most + 1)).all(), has_more


def _parties(connection: Connection, records: Sequence[int]) -> Counter[str]:
    """Count the records in which each side acts."""
    c = s.actors.c
    side = func.coalesce(c.side, c.id)
    query = (
        select(side, func.count(a.record.distinct()))
        .select_from(s.record_actors)
        .join(s.actors, c.id == a.who)
        .where(a.record.in_(listed(connection, records)), a.role.in_(ACTING_ROLES))
        .group_by(side)
    )
    return Counter({row[0]: row[1] for row in connection.execute(query)})


def _issues(connection: Connection, records: Sequence[int]) -> Counter[str]:
    query = (
        select(i.issue, func.count())
        .where(i.record.in_(listed(connection, records)))
        .group_by(i.issue)
    )
    return Counter({row[0]: row[1] for row in connection.execute(query)})


def _publishers(connection: Connection, versions: Counter[tuple[int, int]]) -> Counter[str]:
    docs = sorted({doc for doc, _ in versions})
    query = select(v.doc, v.number, func.coalesce(v.publisher, "")).where(
        v.doc.in_(listed(connection, docs))
    )
    found: Counter[str] = Counter()
    for doc, number, publisher in connection.execute(query):
        found[publisher] += versions.get((doc, number), 0)
    return +found
