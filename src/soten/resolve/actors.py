"""The actors of a document: members of its cast and whoever records refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from soten.japanese.cast import Cast, Member
from soten.japanese.members import is_local
from soten.lexicon.entries import ActorEntry
from soten.records import Actor, ActorType, Role, record_id


def ids_of(document: str, cast: Cast) -> dict[str, str]:
    """Return the ids of a cast's members by their keys.

    Whom a pack lists, and the body of a listed state, has one id everywhere. Whoever was found in
    the text has an id of this document: that the タノフ氏 of two documents is one is for
    `soten.resolve.identities` to say, with its reason.
    """
    return {
        key: record_id("actor", document, key) if is_local(key) else key for key in cast.members
    }


def actors_of(
    document: str, cast: Cast, listed: dict[str, ActorEntry], referred: Iterable[str]
) -> tuple[Actor, ...]:
    """Return the actors of a cast and those listed ones that records refer to besides, by id."""
    ids = ids_of(document, cast)
    actors = {
        ids[key]: _actor_of(member, listed.get(key), ids) for key, member in cast.members.items()
    }
    pending = [*referred, *(a.side for a in actors.values() if a.side)]
    while pending:
        key = pending.pop()
        if key not in actors and key in listed:
            actors[key] = _listed_actor(listed[key])
            side = actors[key].side
            pending += [] if side is None else [side]
    return tuple(actors[key] for key in sorted(actors))


def _actor_of(member: Member, entry: ActorEntry | None, ids: Mapping[str, str]) -> Actor:
    forms = tuple(sorted(member.forms))
    if entry is not None:
        return _listed_actor(entry, forms)
    roles = tuple(Role(title) for title in member.titles)
    side = None if member.side is None else ids.get(member.side, member.side)
    return Actor(
        ids[member.key],
        member.type,
        name_ja=member.name,
        name_en=member.name_en,
        aliases=forms,
        side=side,
        roles=roles,
        known=False,
    )


def _listed_actor(entry: ActorEntry, forms: tuple[str, ...] = ()) -> Actor:
    """Return a listed actor: of what a document says only the forms count, so all tell the same."""
    return Actor(
        entry.id,
        entry.type,
        name_ja=entry.name_ja,
        name_en=entry.name_en,
        aliases=tuple(dict.fromkeys((entry.name_ja, *forms))),
        side=_side_of(entry),
        roles=entry.roles,
        known=True,
        wikidata=entry.wikidata,
        geonames=entry.geonames,
        latitude=entry.latitude,
        longitude=entry.longitude,
    )


def _side_of(entry: ActorEntry) -> str | None:
    """Return the state or bloc a listed actor belongs to; a state is its own side."""
    if entry.side is None and entry.type is ActorType.STATE:
        return entry.id
    return entry.side or entry.parent
