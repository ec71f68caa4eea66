"""Where things happen: how much each place has a day, and where towns lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, and_, func, select

from soten.store import schema as s
from soten.store.parts import parts
from soten.store.selecting import stands
from soten.store.timed import PlaceDay, PlacedThing

r, a, c, i = s.records.c, s.record_actors.c, s.cells.c, s.items.c

_TYPES = ("place", "facility", "state")


def place_days(connection: Connection) -> list[PlaceDay]:
    """Return how many talks and events each place has on each day; a talk counts once a day."""
    places = select(s.actors.c.id).where(s.actors.c.type.in_(_TYPES))
    thing = func.coalesce(c.grp, -r.row)
    query = (
        select(a.who, r.kind, r.day, func.count(thing.distinct()))
        .select_from(s.record_actors)
        .join(s.records, r.row == a.record)
        .outerjoin(s.items, and_(i.id == r.id, i.kind == "talk"))
        .outerjoin(s.cells, c.row == i.cell)
        .where(a.who.in_(places), a.role == "place", r.kind.in_(("talk", "event")))
        .where(r.day != "", stands())
        .group_by(a.who, r.kind, r.day)
        .order_by(a.who, r.kind, r.day)
    )
    return [PlaceDay(*row) for row in connection.execute(query)]


def placed_things(connection: Connection, first: str, last: str, most: int) -> list[PlacedThing]:
    """Return talks and events that begin between two days and tell a place, the latest first."""
    found: list[tuple[str, PlacedThing]] = []
    for kind in ("talk", "event"):
        query = (
            select(r.id, a.who, c.grp, r.day)
            .select_from(s.records)
            .join(s.record_actors, and_(a.record == r.row, a.role.concat("") == "place"))
            .outerjoin(s.items, and_(i.id == r.id, i.kind == "talk"))
            .outerjoin(s.cells, c.row == i.cell)
            .where(r.kind == kind, r.day >= first, r.day <= last, stands())
            .order_by(r.day.desc())
            .limit(most)
        )
        rows = connection.execute(query).all()
        found += [(day, PlacedThing(id, place, group)) for id, place, group, day in rows]
    found.sort(key=lambda each: each[0], reverse=True)
    return [thing for _, thing in found[:most]]


def towns_in(
    connection: Connection, regions: Sequence[str]
) -> dict[str, list[tuple[float, float]]]:
    """Return latitude and longitude of the places that lie right in these, by what they lie in."""
    p = s.actors.c
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for part in parts(regions):
        query = select(p.side, p.latitude, p.longitude).where(
            p.side.in_(part), p.type == "place", p.latitude.is_not(None)
        )
        for side, latitude, longitude in connection.execute(query.order_by(p.id)):
            found[side].append((latitude, longitude))
    return dict(found)
