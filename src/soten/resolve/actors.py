"""The actors of a document: members of its cast and whoever records refer to."""

from __future__ import annotations

from collections.abc import Iterable

from soten.japanese.cast import Cast, Member
from soten.lexicon.entries import ActorEntry
from soten.records import Actor, Role


def actors_of(
    cast: Cast, listed: dict[str, ActorEntry], referred: Iterable[str]
) -> tuple[Actor, ...]:
    """Return the actors of a cast and those listed ones that records refer to besides, by id."""
    actors = {key: _actor_of(member, listed.get(key)) for key, member in cast.members.items()}
    pending = [*referred, *(a.side for a in actors.values() if a.side)]
    while pending:
        key = pending.pop()
        if key not in actors and key in listed:
            actors[key] = _listed_actor(listed[key])
            side = actors[key].side
            pending += [] if side is None else [side]
    return tuple(actors[key] for key in sorted(actors))


def _actor_of(member: Member, entry: ActorEntry | None) -> Actor:
    forms = tuple(sorted(member.forms))
    if entry is not None:
        return _listed_actor(entry, forms, member.side)
    roles = tuple(Role(title) for title in member.titles)
    return Actor(
        member.key,
        member.type,
        name_ja=member.name,
        name_en=member.name_en,
        aliases=forms,
        side=member.side,
        roles=roles,
        known=False,
    )


def _listed_actor(entry: ActorEntry, forms: tuple[str, ...] = (), side: str | None = None) -> Actor:
    return Actor(
        entry.id,
        entry.type,
        name_ja=entry.name_ja,
        name_en=entry.name_en,
        aliases=tuple(dict.fromkeys((entry.name_ja, *forms))),
        side=entry.side or side,
        roles=entry.roles,
        known=True,
        wikidata=entry.wikidata,
        geonames=entry.geonames,
        latitude=entry.latitude,
        longitude=entry.longitude,
    )
