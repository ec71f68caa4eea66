"""Which actors of different documents are one: the joiner of actors.

Whom a pack lists has one id everywhere. Whoever was found in a text has an id of that document and
joins an actor of a pack, or another document's, only for a reason (`docs/joining.md`): people by
full name or by office (`persons`), bodies by full name or acronym (`bodies`), places by name and
container (`places`). Actors of different types, or of different states, are never one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from soten.records import Actor, ActorType, Mention, is_found_id
from soten.records.joins import DETAIL, SURE, WHY
from soten.resolve.blocks import Judgement, links_of
from soten.resolve.bodies import BODIES, body_features, body_keys, body_of, judge_bodies
from soten.resolve.joining import CONNECTS, Features, Item, Json, Keyed, Link, Source
from soten.resolve.persons import (
    half_year,
    judge_people,
    person_features,
    person_keys,
    person_of,
)
from soten.resolve.places import judge_places, place_features, place_keys, place_of

_LATIN = re.compile(r"\s?[（(]\s*([A-ZÀ-Ž][A-Za-zÀ-ž'.\- ]{1,60})\s*[)）、,，;；]")
"""A name in Latin letters in brackets right after the name."""
_HOLDS = re.compile(r"(?:の|・|[北南東西中]{1,2}部の?|内の?|近郊の?)?")
"""What may stand between a place and one that it holds: 「B州北部のC村」."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class ActorJoiner:
    """Joins actors."""

    kind: ClassVar[str] = "actor"
    version: ClassVar[int] = 3
    equal: ClassVar[str | None] = "same-name"

    def items(self, source: Source) -> Iterable[Keyed]:
        """Return the actors of a document; those a pack lists are the same in every document."""
        seen = _Seen(source)
        for id in sorted(source.actors):
            actor = source.actors[id]
            features, keys = _described(actor, seen)
            is_own = is_found_id(id)
            if not keys:
                features = {"of": id}
            yield Keyed(Item(id, features), keys, seen.day(id) if is_own else "", not is_own)

    def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
        """Return which actors under one key are one."""
        features = {item.id: item.features for item in items}
        types = {str(one["type"]) for one in features.values()}
        for type_ in sorted(types):
            mine = {id: one for id, one in features.items() if one["type"] == type_}
            yield from _linked(ActorType(type_), mine)


def _linked(type_: ActorType, features: dict[str, Features]) -> list[Link]:
    if type_ is ActorType.PERSON:
        return links_of({id: person_of(one) for id, one in features.items()}, judge_people)
    if type_ is ActorType.PLACE:
        return links_of({id: place_of(one) for id, one in features.items()}, judge_places)
    return links_of({id: body_of(one) for id, one in features.items()}, judge_bodies)


def _described(actor: Actor, seen: _Seen) -> tuple[dict[str, Json], tuple[str, ...]]:
    """Return what an actor is compared by and its keys; none where nothing could join it.

    What could not even join its like (a family name, 外務省, 中央区) joins nothing.
    """
    if not actor.known and not is_found_id(actor.id):
        return {}, ()  # a body of a listed state, which has one id everywhere
    features: dict[str, Json]
    if actor.type is ActorType.PERSON:
        features = person_features(actor, seen.term(actor.id), seen.latin(actor), seen.side(actor))
        person = person_of(features)
        keys, judged = person_keys(person), judge_people(person, person)
    elif actor.type is ActorType.PLACE:
        within, is_wide = seen.container(actor)
        features = place_features(actor, within, is_wide=is_wide)
        place = place_of(features)
        keys, judged = place_keys(place), judge_places(place, place)
    elif actor.type in BODIES:
        features = body_features(actor, seen.latin(actor), seen.side(actor))
        body = body_of(features)
        keys, judged = body_keys(body, actor.type.value), judge_bodies(body, body)
    else:  # states are listed
        return {}, ()
    if actor.known:
        return features, keys
    if not isinstance(judged, Judgement) or judged.confidence < CONNECTS:
        return features, ()
    why: dict[str, Json] = {SURE: judged.confidence, WHY: judged.why, DETAIL: judged.detail}
    return features | why, keys


class _Seen:
    """What a document shows of its actors: where they are named first, when, and beside what."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.mentions = sorted(
            (r.evidence.span.start, r.evidence.span.end, r.entity)
            for r in source.records
            if isinstance(r, Mention)
        )
        self.ends = {end: entity for _, end, entity in self.mentions}
        self.places: dict[str, list[tuple[int, int]]] = {}
        for start, end, entity in self.mentions:
            self.places.setdefault(entity, []).append((start, end))

    def term(self, id: str) -> int | None:
        """Return the half-year of the report that names the actor first."""
        return half_year(self._published(id))

    def day(self, id: str) -> str:
        """Return the day of the report that names the actor first, "" where unknown."""
        published = self._published(id)
        return published if published and _DAY.fullmatch(published) else ""

    def _published(self, id: str) -> str | None:
        places = self.places.get(id)
        return self.source.published(places[0][0] if places else 0)

    def side(self, actor: Actor) -> str | None:
        """Return whose the actor is, where that has the same id in every document."""
        side = actor.side
        return None if side is None or side == actor.id or is_found_id(side) else side

    def latin(self, actor: Actor) -> list[str]:
        """Return the names in Latin letters that the text gives in brackets."""
        text = self.source.document.text
        found = (_LATIN.match(text, end) for _, end in self.places.get(actor.id, ()))
        names = {match[1].strip() for match in found if match is not None}
        return sorted(names) if actor.type is ActorType.PERSON else []

    def container(self, actor: Actor) -> tuple[str | None, bool]:
        """Return what holds a place, and whether that is no more than a state.

        The listed place told right before it, else whose it is.
        """
        for start, _ in self.places.get(actor.id, ()) if not actor.known else ():
            before = self._before(start)
            if before is not None and before != actor.id:
                return before, self._is_wide(before)
        side = self.side(actor)
        return side, side is not None and self._is_wide(side)

    def _is_wide(self, id: str) -> bool:
        actor = self.source.actors.get(id)
        return actor is None or actor.type is not ActorType.PLACE

    def _before(self, start: int) -> str | None:
        text = self.source.document.text
        for end in range(start, max(start - 6, 0), -1):
            entity = self.ends.get(end)
            if entity is None or is_found_id(entity):
                continue
            if _HOLDS.fullmatch(text, end, start) is None:
                return None
            actor = self.source.actors.get(entity)
            is_place = actor is not None and actor.type in (ActorType.PLACE, ActorType.STATE)
            return entity if is_place else None
        return None
