"""How many records of each kind begin on each day, kept as documents come and are decided on.

A time axis tells how much there is on any day, whatever its window. That is counted when a document
is stored: of the whole ledger, of each point at issue, and of each publisher.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select, update

from soten.store import schema as s
from soten.store.parts import parts
from soten.store.selecting import stands
from soten.store.stored import Selection

r, i, d, v, n = s.records.c, s.record_issues.c, s.documents.c, s.versions.c, s.day_counts.c

KINDS = ("talk", "statement", "event", "commitment")
"""The kinds that are counted."""

DayCounts = Counter[tuple[str, str, str]]
"""How many records there are, by what they have in common, their kind and their first day."""


def term_of(selection: Selection) -> str | None:
    """Return what the records of a selection have in common, None where that is not counted."""
    if not set(selection.kinds) <= set(KINDS):
        return None
    plain = replace(selection, kinds=(), issue=None, publisher=None)
    if plain != Selection() or (selection.issue is not None and selection.publisher is not None):
        return None
    if selection.publisher is not None:
        return f"publisher:{selection.publisher}"
    return "" if selection.issue is None else f"issue:{selection.issue}"


def counted(connection: Connection, term: str, kinds: Sequence[str]) -> list[tuple[str, str, int]]:
    """Return kinds and days with the number of records that have something in common."""
    query = select(n.kind, n.day, n.count).where(n.term == term, n.kind.in_(kinds))
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def days_in(connection: Connection, document: str) -> DayCounts:
    """Return what the records of a document add; nothing for an unknown one."""
    query = select(d.row, func.coalesce(v.publisher, "").label("publisher"))
    query = query.join(s.versions, (v.doc == d.row) & (v.number == d.current))
    row = connection.execute(query.where(d.id == document)).first()
    found: DayCounts = Counter()
    if row is None:
        return found
    mine = (r.doc == row.row, r.kind.in_(KINDS), stands())
    for kind, day in connection.execute(select(r.kind, r.day).where(*mine)):
        found["", kind, day] += 1
        found[f"publisher:{row.publisher}", kind, day] += 1
    told = select(i.issue, r.kind, r.day).join(s.records, r.row == i.record).where(*mine)
    for issue, kind, day in connection.execute(told):
        found[f"issue:{issue}", kind, day] += 1
    return found


def recount(connection: Connection, before: DayCounts, after: DayCounts) -> None:
    """Count what a document adds now in place of what it added before."""
    changed = {key: after[key] - before[key] for key in before.keys() | after.keys()}
    keys = sorted(key for key, by in changed.items() if by)
    known: dict[tuple[str, str, str], int] = {}
    for part in parts(keys):
        # Each by itself, so that an index is used; there may be more than these keys.
        query = select(n.term, n.kind, n.day, n.count)
        for column, values in zip((n.term, n.kind, n.day), zip(*part, strict=True), strict=True):
            query = query.where(column.in_(sorted(set(values))))
        known |= {(row[0], row[1], row[2]): row[3] for row in connection.execute(query)}
    totals = {key: known.get(key, 0) + changed[key] for key in keys}
    at = (
        n.term == bindparam("at_term"),
        n.kind == bindparam("at_kind"),
        n.day == bindparam("at_day"),
    )

    def told(key: tuple[str, str, str]) -> dict[str, object]:
        return {"at_term": key[0], "at_kind": key[1], "at_day": key[2], "now": totals[key]}

    if more := [told(key) for key in keys if key in known and totals[key]]:
        connection.execute(update(s.day_counts).where(*at).values(count=bindparam("now")), more)
    if gone := [told(key) for key in keys if key in known and not totals[key]]:
        connection.execute(delete(s.day_counts).where(*at), gone)
    fresh = [
        {"term": term, "kind": kind, "day": day, "count": totals[term, kind, day]}
        for term, kind, day in keys
        if (term, kind, day) not in known
    ]
    if fresh:
        connection.execute(insert(s.day_counts), fresh)


def recount_all(connection: Connection) -> None:
    """Count everything anew, for who stores documents past the reader."""
    connection.execute(delete(s.day_counts))
    current = (v.doc == r.doc) & (v.number == r.version)
    terms = (
        (literal(""), s.records),
        (literal("issue:").concat(i.issue), s.records.join(s.record_issues, i.record == r.row)),
        (
            literal("publisher:").concat(func.coalesce(v.publisher, "")),
            s.records.join(s.versions, current),
        ),
    )
    for term, source in terms:
        query = select(term, r.kind, r.day, func.count()).select_from(source)
        query = query.where(r.kind.in_(KINDS), stands()).group_by(term, r.kind, r.day)
        names = ["term", "kind", "day", "count"]
        connection.execute(insert(s.day_counts).from_select(names, query))
