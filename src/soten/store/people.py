"""Actors in and out of the ledger: what a pack knows wins, written forms accumulate."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from soten.records import Actor, ActorType, LedgerError, Role, is_found_id
from soten.store import schema as s
from soten.store.codec import decode, encode, to_json
from soten.store.parts import AMONG, rows_among
from soten.store.selecting import among, same_actors, stands
from soten.store.stored import Label

_CHUNK = 500


def put_actors(connection: Connection, given: Iterable[Actor]) -> list[Actor]:
    """Insert actors or bring them up to date; return them as they then stand."""
    actors = {actor.id: actor for actor in given}
    stored = {actor.id: actor for actor in actors_of(connection, tuple(actors))}
    result: list[Actor] = []
    for actor in actors.values():
        before = stored.get(actor.id)
        after = _cleaned(actor) if before is None else merged(before, actor)
        if before is None:
            connection.execute(insert(s.actors), _columns(after))
        elif replace(before, aliases=()) != replace(after, aliases=()):
            query = update(s.actors).where(s.actors.c.id == after.id)
            connection.execute(query, _columns(after))
        kept = () if before is None else before.aliases
        if not set(kept) <= set(after.aliases):
            connection.execute(delete(s.forms).where(s.forms.c.actor == after.id))
            kept = ()
        _put_forms(connection, after, kept)
        result.append(after)
    return result


def merged(stored: Actor, given: Actor) -> Actor:
    """Return what the ledger holds of an actor it knows when it is given again.

    An entry of a pack replaces what was there, and what was discovered in a text never replaces an
    entry of a pack; forms are kept from both. Whoever is of one document is as it was read last. Of
    a state's body, which any text may name, the fullest name is taken, whichever came first.

    >>> known = Actor("moldova", ActorType.STATE, "モルドバ", "Moldova", ("モルドバ",))
    >>> found = replace(known, name_ja="モルドヴァ", aliases=("モルドヴァ",), known=False)
    >>> merged(known, found).name_ja, merged(known, found).aliases
    ('モルドバ', ('モルドバ', 'モルドヴァ'))
    """
    forms = tuple(dict.fromkeys((*stored.aliases, *given.aliases)))
    if given.known:
        forms = tuple(dict.fromkeys((*given.aliases, *stored.aliases)))
        return replace(given, aliases=forms)
    if stored.known:
        return replace(stored, aliases=forms)
    if is_found_id(given.id):
        return _cleaned(given)
    return replace(
        given,
        name_ja=_fuller(given.name_ja, stored.name_ja),
        name_en=_fuller(given.name_en, stored.name_en),
        side=given.side or stored.side,
        aliases=forms,
        roles=tuple(dict.fromkeys((*stored.roles, *given.roles))),
    )


def actors_of(
    connection: Connection, ids: Sequence[str] | None = None, *, listed: bool = False
) -> list[Actor]:
    """Return the actors with these ids (None: all), in order of id; `listed`: only packs' own.

    Forms stand in order after the Japanese name.
    """
    rows: list[RowMapping] = []
    forms: dict[str, list[str]] = {}
    for part in _parts(ids):
        query = select(s.actors).order_by(s.actors.c.id)
        spelled = select(s.forms.c.actor, s.forms.c.form).order_by(s.forms.c.actor, s.forms.c.form)
        if listed:
            query = query.where(s.actors.c.known)
            spelled = spelled.join(s.actors, s.actors.c.id == s.forms.c.actor)
            spelled = spelled.where(s.actors.c.known)
        if part is not None:
            query = query.where(s.actors.c.id.in_(part))
            spelled = spelled.where(s.forms.c.actor.in_(part))
        rows += connection.execute(query).mappings()
        for actor, form in connection.execute(spelled):
            forms.setdefault(actor, []).append(form)
    return [_actor(row, tuple(forms.get(row["id"], ()))) for row in rows]


_NAMED = s.actors.c
_LABELS = select(_NAMED.id, _NAMED.name_ja, _NAMED.name_en, _NAMED.type, _NAMED.side).where(
    _NAMED.id.in_(AMONG)
)


def labels_of(connection: Connection, ids: Sequence[str]) -> dict[str, Label]:
    """Return what to call the actors with these ids; unknown ids are left out."""
    found = rows_among(connection, _LABELS, ids)
    return {id: Label(id, ja, en, ActorType(type), side) for id, ja, en, type, side in found}


def spelled_like(connection: Connection, form: str) -> tuple[str, ...]:
    """Return the further names and forms of the actors that have this one, in order."""
    a, f, dialect = s.actors.c, s.forms.c, connection.dialect.name
    named = select(a.id).join(s.forms, f.actor == a.id).where(f.form == form)
    ids = [str(row[0]) for row in connection.execute(same_actors(named))]
    names = select(a.name_ja).where(among(a.id, ids, dialect), a.name_ja.is_not(None))
    names = names.group_by(a.name_ja).order_by(func.min(a.id))
    forms = select(f.form).where(among(f.actor, ids, dialect))
    forms = forms.group_by(f.form).order_by(func.min(f.actor), f.form)
    found = (*connection.execute(names).scalars(), *connection.execute(forms).scalars())
    return tuple(other for other in dict.fromkeys(found) if other not in (None, form))


def actors_spelled(connection: Connection, forms: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return whose very name or form each of these is; what is nobody's is left out."""
    a, f = s.actors.c, s.forms.c
    found: dict[str, set[str]] = {}
    for part in _parts(forms):
        spelled = select(f.form, f.actor).where(f.form.in_(part or ()))
        named = select(a.name_ja, a.id).where(a.name_ja.in_(part or ()))
        for form, actor in connection.execute(spelled.union(named)):
            found.setdefault(form, set()).add(actor)
    return {form: tuple(sorted(actors)) for form, actors in found.items()}


def unnamed(connection: Connection) -> set[str]:
    """Return ids of discovered actors that no record names, left over from older readings."""
    a, r = s.actors.c, s.records.c
    mentioned = select(r.row).where(r.kind == "mention", r.who == a.id, stands()).exists()
    role = s.record_actors.c
    acting = select(role.record).join(s.records, r.row == role.record)
    acting = acting.where(role.who == a.id, stands())
    query = select(a.id).where(~a.known, ~mentioned, ~acting.exists())
    return set(connection.execute(query).scalars())


def undeclared(connection: Connection, ids: Iterable[str]) -> list[str]:
    """Return those of `ids` that no actor in the ledger has."""
    wanted = tuple(dict.fromkeys(ids))
    found: set[str] = set()
    for part in _parts(wanted):
        query = select(s.actors.c.id).where(s.actors.c.id.in_(part or ()))
        found.update(connection.execute(query).scalars())
    return [id for id in wanted if id not in found]


def _parts(ids: Sequence[str] | None) -> list[Sequence[str] | None]:
    if ids is None:
        return [None]
    return [ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK)]


def _cleaned(actor: Actor) -> Actor:
    return replace(actor, aliases=tuple(dict.fromkeys(actor.aliases)))


def _columns(actor: Actor) -> Mapping[str, object]:
    return {
        "id": actor.id,
        "type": str(actor.type),
        "name_ja": actor.name_ja,
        "name_en": actor.name_en,
        "side": actor.side,
        "roles": to_json([encode(role) for role in actor.roles]),
        "known": actor.known,
        "wikidata": actor.wikidata,
        "geonames": actor.geonames,
        "latitude": actor.latitude,
        "longitude": actor.longitude,
    }


def _fuller(one: str | None, other: str | None) -> str | None:
    """Return of two names the fuller: ノルダ国防省 of ノ国防省 and ノルダの国防省."""
    names = sorted(name for name in (one, other) if name)
    return max(names, key=lambda name: ("の" not in name, len(name)), default=None)


def _put_forms(connection: Connection, actor: Actor, before: tuple[str, ...]) -> None:
    known = set(before)
    rows = [
        {"actor": actor.id, "place": len(before) + at, "form": form}
        for at, form in enumerate(form for form in actor.aliases if form not in known)
    ]
    if rows:
        connection.execute(insert(s.forms), rows)


def _actor(row: RowMapping, forms: tuple[str, ...]) -> Actor:
    name = [form for form in forms if form == row["name_ja"]]
    try:
        return Actor(
            id=row["id"],
            type=ActorType(row["type"]),
            name_ja=row["name_ja"],
            name_en=row["name_en"],
            aliases=tuple(dict.fromkeys((*name, *forms))),
            side=row["side"],
            roles=tuple(decode(Role, role) for role in json.loads(row["roles"])),
            known=row["known"],
            wikidata=row["wikidata"],
            geonames=row["geonames"],
            latitude=row["latitude"],
            longitude=row["longitude"],
        )
    except ValueError as error:
        raise LedgerError(f"actor {row['id']} cannot be read: {error}") from error
