"""Counts over the ledger: what publishers carry, which words they choose, on which days who speaks.

A publisher is what a document or its metadata names as such; "" stands for unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import ColumnElement, Connection, func, select

from soten.records import Run
from soten.store import schema as s
from soten.store.leading import leads_of
from soten.store.parts import parts
from soten.store.selecting import conditions, stands
from soten.store.stored import CarrierCount, RunFacts, Selection, WordCount

d, v, r, a = s.documents.c, s.versions.c, s.records.c, s.record_actors.c

_PUBLISHER = func.coalesce(v.publisher, "")


def _current(query: Any) -> Any:  # Any: selects of any columns, and their like
    return query.join(s.versions, (v.doc == d.row) & (v.number == d.current))


def carriers(connection: Connection) -> list[CarrierCount]:
    """Return every publisher with how many documents it has and their first and last day."""
    query = _current(
        select(
            _PUBLISHER.label("publisher"),
            func.count().label("documents"),
            func.min(v.published_low).label("first"),
            func.max(v.published_high).label("last"),
        ).select_from(s.documents)
    ).group_by(_PUBLISHER)
    rows = connection.execute(query.order_by(func.count().desc(), _PUBLISHER))
    return [CarrierCount(row.publisher, row.documents, row.first, row.last) for row in rows]


def published_by(connection: Connection, documents: Sequence[str]) -> dict[str, str]:
    """Return who published these documents, "" where that is unknown."""
    found: dict[str, str] = {}
    for part in parts(documents):
        query = _current(select(d.id, _PUBLISHER.label("publisher")).select_from(s.documents))
        rows = connection.execute(query.where(d.id.in_(part)))
        found |= {row.id: row.publisher for row in rows}
    return found


def chains(connection: Connection) -> list[tuple[str, str, int]]:
    """Return publisher, origin chain (JSON, innermost first) and how many documents have them."""
    query = _current(select(_PUBLISHER, v.origin, func.count()).select_from(s.documents))
    query = query.group_by(_PUBLISHER, v.origin).order_by(func.count().desc(), _PUBLISHER, v.origin)
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def word_counts(
    connection: Connection, selection: Selection, latest: int | None
) -> list[WordCount]:
    """Return how often each publisher uses each loaded word, by whose words they stand in.

    With `latest` what many records meet is asked of so many of the latest uses only.
    """
    asked = conditions(selection, connection.dialect.name)
    if latest is not None:
        asked = list(_of_latest(connection, selection, latest))
    columns = (r.type, r.exact, _PUBLISHER, r.status)
    query = (
        select(
            *columns, func.count(), func.count(r.doc.distinct()), func.min(r.id).label("example")
        )
        .join(s.documents, d.row == r.doc)
        .join(s.versions, (v.doc == d.row) & (v.number == d.current))
        .where(r.kind == "wording", *asked)
        .group_by(*columns)
        .order_by(*columns)
    )
    return [WordCount(*row) for row in connection.execute(query)]


def _of_latest(
    connection: Connection, selection: Selection, latest: int
) -> Iterator[ColumnElement[bool]]:
    lead = next(leads_of(connection, selection))
    yield from lead.conditions
    if lead.is_tried:
        rows = select(r.row).where(r.kind == "wording").order_by(r.day.desc()).limit(latest)
        yield r.row.in_(rows if selection.until is None else rows.where(r.day <= selection.until))


def voice_days(connection: Connection, since: str, until: str) -> Iterator[tuple[str, str, int]]:
    """Yield who speaks on which day (ISO) between two, with how many statements."""
    query = (
        select(a.who, r.day, func.count())
        .join(s.records, r.row == a.record)
        .where(r.kind == "statement", a.role == "speaker", r.day >= since, stands())
        .where(r.day <= until)
        .group_by(a.who, r.day)
        .order_by(a.who, r.day)
    )
    yield from ((row[0], row[1], row[2]) for row in connection.execute(query))


def carrier_days(connection: Connection, since: str, until: str) -> Iterator[tuple[str, str, int]]:
    """Yield which publisher publishes on which day (ISO) between two, and how much."""
    query = _current(
        select(_PUBLISHER, v.published_low, func.count()).select_from(s.documents)
    ).where(v.published_low >= since, v.published_low <= until, v.published_low == v.published_high)
    query = query.group_by(_PUBLISHER, v.published_low).order_by(_PUBLISHER, v.published_low)
    yield from ((row[0], row[1], row[2]) for row in connection.execute(query))


def runs(connection: Connection) -> list[RunFacts]:
    """Return the runs of the reader, the latest first, with what each read."""
    c, g = s.runs.c, s.readings.c
    query = (
        select(
            c.id,
            c.started_at,
            c.code,
            c.lexicon,
            c.dictionary,
            func.count(g.row).label("documents"),
            func.coalesce(func.sum(g.new), 0).label("new"),
            func.coalesce(func.sum(g.gone), 0).label("gone"),
        )
        .outerjoin(s.readings, g.run == c.id)
        .group_by(c.id, c.started_at, c.code, c.lexicon, c.dictionary)
        .order_by(c.started_at.desc(), c.id)
    )
    return [RunFacts(Run(*row[:5]), *row[5:]) for row in connection.execute(query)]


_REVISION = select(
    select(func.coalesce(func.max(s.readings.c.row), 0)).scalar_subquery(),
    select(func.count()).select_from(s.pending).scalar_subquery(),
    select(func.count()).select_from(s.untraced).scalar_subquery(),
    select(func.coalesce(func.max(s.groups.c.row), 0)).scalar_subquery(),
    select(func.coalesce(func.max(s.decisions.c.row), 0)).scalar_subquery(),
)


def revision(connection: Connection) -> str:
    """Return what changes whenever anything in the ledger does: a reading, a join, a decision."""
    return ".".join(map(str, connection.execute(_REVISION).one()))


def document_count(connection: Connection) -> int:
    """Return how many documents were ever stored: they are numbered."""
    return connection.execute(select(func.max(d.row))).scalar() or 0


def parties(connection: Connection) -> list[str]:
    """Return the sides of those who act as parties, or themselves where they have none."""
    c = s.actors.c
    acting = select(a.who).where(a.role.in_(("party", "participant"))).distinct()
    query = select(func.coalesce(c.side, c.id)).where(c.id.in_(acting)).distinct()
    return sorted(connection.execute(query).scalars())


def last_day(connection: Connection) -> str | None:
    """Return the latest day on which a document of the ledger was published."""
    query = _current(select(v.published_low).select_from(s.documents))
    last_first = v.published_low.desc().nulls_last()
    return connection.execute(query.order_by(last_first).limit(1)).scalar()
