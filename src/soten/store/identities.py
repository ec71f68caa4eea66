"""Actors as they are known across documents: what is joined to one counts as that one.

Records keep the ids they were read with; here they are brought together when something is asked.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import CompoundSelect, Connection, func, or_, select, text

from soten.records import Actor, ActorType, Mention, Wording, is_found_id
from soten.records.edtf import FIRST_DAY, LAST_DAY
from soten.store import joined
from soten.store import schema as s
from soten.store.cursors import pack_cursor, unpack_cursor
from soten.store.parts import AMONG, parts, rows_among
from soten.store.people import actors_of, labels_of
from soten.store.selecting import narrowed, not_rejected, same_actors, side_actors, stands
from soten.store.stored import ActorCount, Label, Selection, WrittenName

NAME_CONCEPT = "name:"
"""How the concept of a word begins that is a name: the actor's id follows."""

a, i, c, g, r = s.actors.c, s.items.c, s.cells.c, s.groups.c, s.records.c


def known_labels(connection: Connection, ids: Sequence[str]) -> dict[str, Label]:
    """Return what to call actors: by the names they are known by across documents, best first.

    Of what texts tell alike one telling is looked at, so that nobody's name costs more the more
    documents have it.
    """
    canon = joined.canon(connection, ids)
    names = {id: canon.get(id, id) for id in ids}
    labels = labels_of(connection, [id for id in set(names.values()) if not is_found_id(id)])
    labels |= _found_labels(connection, sorted({id for id in names.values() if is_found_id(id)}))
    return {id: labels[one] for id, one in names.items() if one in labels}


_FIRST = select(func.min(i.id)).where(i.cell == c.row).scalar_subquery()
_TELLINGS = (
    select(g.id.label("known"), a.id, a.name_ja, a.name_en, a.type, a.side)
    .join_from(s.groups, s.cells, c.grp == g.row)
    .join(s.actors, a.id == _FIRST)
    .where(g.kind == "actor", g.id.in_(AMONG))
)


def _found_labels(connection: Connection, ids: Sequence[str]) -> dict[str, Label]:
    """Return what to call actors that no pack lists, by one telling of each kind."""
    tellings: dict[str, list[Actor]] = defaultdict(list)
    for known, id, ja, en, type, side in rows_among(connection, _TELLINGS, ids):
        tellings[known].append(Actor(id, ActorType(type), ja, en, side=side))
    alone = [id for id in ids if id not in tellings]
    joined_ = {id: label_of(_whole(id, actors)) for id, actors in tellings.items()}
    return joined_ | labels_of(connection, alone)


def label_of(actor: Actor) -> Label:
    """Return what to call an actor."""
    return Label(actor.id, actor.name_ja, actor.name_en, actor.type, actor.side)


def known_actors(connection: Connection, ids: Sequence[str]) -> dict[str, Actor]:
    """Return, for ids that actors are known by, what all that is joined to them tells.

    What a pack lists keeps its names and roles; of those found in texts the longest name is taken,
    and every title. Written forms are those of all, the pack's first.
    """
    groups = joined.members_of(connection, "actor", ids)
    members = {id: groups[id].members if id in groups else (id,) for id in ids}
    wanted = sorted({id for mine in members.values() for id in mine})
    stored = {actor.id: actor for part in parts(wanted) for actor in actors_of(connection, part)}
    return {
        id: _whole(id, [stored[one] for one in mine if one in stored])
        for id, mine in members.items()
        if any(one in stored for one in mine)
    }


def _whole(id: str, actors: Sequence[Actor]) -> Actor:
    """Return one actor of all that are joined under an id."""
    ranked = sorted(actors, key=lambda one: (not one.known, -len(one.name_ja or ""), one.id))
    first = ranked[0]
    if len(ranked) == 1:
        return replace(first, id=id)
    forms = dict.fromkeys(form for one in ranked for form in (one.name_ja, *one.aliases) if form)
    roles = dict.fromkeys(role for one in ranked for role in one.roles)
    return replace(
        first,
        id=id,
        aliases=tuple(forms),
        name_en=first.name_en or next((one.name_en for one in ranked if one.name_en), None),
        side=first.side or next((one.side for one in ranked if one.side), None),
        roles=first.roles if first.known else tuple(roles),
    )


def actor_counts(
    connection: Connection,
    selection: Selection,
    limit: int | None,
    after: str | None,
    latest: int | None = None,
) -> list[tuple[ActorCount, str]]:
    """Return how often actors are mentioned, the most mentioned first, each with its cursor.

    Actors that are one are counted as one. `party` limits to the actor and those on its side, days
    and documents limit the mentions, of which with `latest` so many are looked at.
    """
    limits = narrowed(_without_actors(selection), connection.dialect.name)
    if selection.party is not None:
        limits.append(r.who.in_(side_actors(selection.party)))
    if selection.ids is not None:
        limits.append(r.who.in_(same_actors(select(a.id).where(a.id.in_(selection.ids)))))
    if latest is not None and selection.documents is None:
        limits.append(r.row.in_(_latest(selection, latest)))
    named = (
        select(r.who, r.doc, func.count().label("count"))
        .where(r.kind == Mention.kind, not_rejected(), *limits)
        .group_by(r.who, r.doc)
        .subquery()
    )
    known = func.coalesce(g.id, named.c.who)
    mentions = func.sum(named.c.count)
    query = (
        select(
            known.label("id"),
            mentions.label("mentions"),
            func.count(named.c.doc.distinct()).label("documents"),
        )
        .select_from(named)
        .outerjoin(s.items, (i.id == named.c.who) & (i.kind == "actor"))
        .outerjoin(s.cells, c.row == i.cell)
        .outerjoin(s.groups, g.row == c.grp)
        .group_by(known)
        .order_by(mentions.desc(), known)
    )
    if limit is not None:
        query = query.limit(limit)
    if after is not None:
        count, id = unpack_cursor(after, (int, str))
        query = query.having(or_(mentions < count, (mentions == count) & (known > id)))
    return [
        (
            ActorCount(row.id, int(row.mentions), row.documents),
            pack_cursor((int(row.mentions), row.id)),
        )
        for row in connection.execute(query)
    ]


def _latest(selection: Selection, most: int) -> CompoundSelect[tuple[int]]:
    """Return the rows of the latest mentions that begin in the days asked for, or reach into them."""
    since, until = selection.since or FIRST_DAY, selection.until or LAST_DAY
    mention = select(r.row).where(r.kind == Mention.kind)
    inside = mention.where(r.day >= since, r.day <= until)
    reaching = mention.where(text("low < high"), r.high >= since, r.low <= until, r.day < since)
    latest = inside.order_by(r.day.desc(), r.doc, r.place, r.id).limit(most).subquery()
    further = reaching.order_by(r.high.desc()).limit(most).subquery()
    return select(latest.c.row).union_all(select(further.c.row))


def _without_actors(selection: Selection) -> Selection:
    return Selection(since=selection.since, until=selection.until, documents=selection.documents)


def counts_by_actor(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return in how many records of each kind these actors, as known across documents, act."""
    acting = s.record_actors.c
    found: dict[str, dict[str, int]] = {}
    for part in parts(ids):
        known = func.coalesce(g.id, acting.who)
        query = (
            select(known.label("id"), r.kind, func.count(acting.record.distinct()))
            .join(s.records, r.row == acting.record)
            .outerjoin(s.items, (i.id == acting.who) & (i.kind == "actor"))
            .outerjoin(s.cells, c.row == i.cell)
            .outerjoin(s.groups, g.row == c.grp)
            .where(acting.who.in_(same_actors(select(a.id).where(a.id.in_(part)))), stands())
            .group_by(known, r.kind)
            .order_by(known, r.kind)
        )
        for id, kind, count in connection.execute(query):
            found.setdefault(id, {})[kind] = count
    return found


def written_names(connection: Connection, ids: Iterable[str]) -> list[WrittenName]:
    """Return how these actors are named in the texts, the most frequent way first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for part in parts(sorted(ids)):
        query = (
            select(r.exact, func.count(), func.count(r.doc.distinct()))
            .where(r.kind == Mention.kind, r.who.in_(part), stands())
            .group_by(r.exact)
        )
        for form, mentions, documents in connection.execute(query):
            counts[form][0] += mentions
            counts[form][1] += documents
    found = [WrittenName(form, *numbers) for form, numbers in counts.items()]
    return sorted(found, key=lambda name: (-name.mentions, name.form))


def whose_names(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return which state's or body's usage written names of these actors are, where known."""
    found: dict[str, str] = {}
    for part in parts([f"{NAME_CONCEPT}{id}" for id in ids if not is_found_id(id)]):
        query = (
            select(r.exact, func.min(r.body).label("body"))
            .where(r.kind == Wording.kind, r.type.in_(part), stands())
            .group_by(r.exact)
        )
        for row in connection.execute(query):
            whose = json.loads(row.body).get("whose")
            if whose is not None:
                found[row.exact] = whose
    return found


def names_of_sides(connection: Connection) -> dict[str, dict[str, str]]:
    """Return, for every actor that some side names otherwise, those names and whose they are."""
    query = (
        select(r.type, r.exact, func.min(r.body).label("body"))
        .where(r.kind == Wording.kind, r.type.startswith(NAME_CONCEPT), stands())
        .group_by(r.type, r.exact)
    )
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(query):
        whose = json.loads(row.body).get("whose")
        if whose is not None:
            found[row.type.removeprefix(NAME_CONCEPT)][row.exact] = whose
    return dict(found)


def documents_naming(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return, for actors that are of one document, that document's id."""
    d = s.documents.c
    found: dict[str, str] = {}
    for part in parts(ids):
        query = (
            select(r.who, func.min(d.id).label("document"))
            .join(s.documents, d.row == r.doc)
            .where(r.kind == Mention.kind, r.who.in_(part))
            .group_by(r.who)
        )
        found |= {row.who: row.document for row in connection.execute(query)}
    return found


def called(connection: Connection, name: str) -> list[str]:
    """Return ids of the actors that have this very name or written form."""
    query = select(a.id).where(or_(a.name_ja == name, a.name_en == name))
    formed = select(s.forms.c.actor).where(s.forms.c.form == name)
    return sorted(connection.execute(query.union(formed)).scalars())


def found_names(connection: Connection) -> list[tuple[str, str]]:
    """Return ids and written forms of all actors that no pack lists."""
    query = select(s.forms.c.actor, s.forms.c.form).join(s.actors, a.id == s.forms.c.actor)
    return [(id, form) for id, form in connection.execute(query.where(~a.known))]
