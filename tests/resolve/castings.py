"""Documents that name one actor each, for tests of who is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soten.records import (
    Actor,
    ActorType,
    Document,
    Evidence,
    Mention,
    Published,
    Role,
    Span,
    record_id,
)
from soten.records.joins import CONNECTS, Item, Keyed, Link
from soten.resolve.identities import ActorJoiner
from soten.resolve.joining import Source

STATES = {
    id: Actor(id, ActorType.STATE, ja) for id, ja in (("norda", "ノルダ"), ("tesmia", "テスミア"))
}
JOINER = ActorJoiner()


def told(
    name: str,
    *titles: str,
    side: str | None = None,
    at: str | None = "2031-05-06",
    forms: Sequence[str] = (),
    type_: ActorType = ActorType.PERSON,
    before: str = "",
    after: str = "は帰った。",
    document: str = "",
) -> Source:
    """Return a document that tells of an actor whom no pack lists."""
    text = f"{before}{name}{after}"
    id = document or f"d-{name}{titles}{side}{at}{text}{forms}"
    roles = tuple(Role(title) for title in titles)
    key = record_id("actor", id, name)
    actor = Actor(key, type_, name, None, (name, *forms), side, roles, known=False)
    start = len(before)
    evidence = Evidence(id, Span(start, start + len(name)), name)
    return _source(id, text, at, [Mention(evidence, key)], [actor])


def _source(
    id: str, text: str, at: str | None, mentions: list[Mention], actors: list[Actor]
) -> Source:
    document = Document(id, f"{id}.txt", text, "0" * 64, published=Published(at))
    return Source(document, tuple(mentions), {a.id: a for a in (*actors, *STATES.values())})


def listed(actor: Actor, word: str | None = None) -> Source:
    """Return a document that names an actor of a pack."""
    name = word or actor.name_ja or actor.id
    evidence = Evidence("d-listed", Span(0, len(name)), name)
    return _source("d-listed", name, "2031-05-06", [Mention(evidence, actor.id)], [actor])


def within(source: Source, container: Actor) -> Source:
    """Return the document with the words before the actor's name naming a listed place."""
    name = container.name_ja or ""
    document = source.document
    evidence = Evidence(document.id, Span(0, len(name)), name)
    actors = {**source.actors, container.id: container}
    return Source(document, (*source.records, Mention(evidence, container.id)), actors)


def keyed(sources: Iterable[Source]) -> dict[str, Keyed]:
    """Return what documents offer, by id."""
    return {one.item.id: one for source in sources for one in JOINER.items(source)}


def links(*sources: Source) -> list[Link]:
    """Return the links between what documents offer; equal items are linked by what they are."""
    offers = keyed(sources)
    found: dict[tuple[str, str], Link] = {}
    for key in sorted({key for one in offers.values() for key in one.keys}):
        items = [one.item for one in offers.values() if key in one.keys]
        for link in JOINER.links(key, _unlike(items)):
            found.setdefault((link.one, link.other), link)
    firsts: dict[str, str] = {}
    for id, one in sorted(offers.items()):
        first = firsts.setdefault(repr((sorted(one.item.features.items()), one.keys)), id)
        if first != id:
            sure, why = one.item.features["sure"], one.item.features["why"]
            assert isinstance(sure, float)
            found[first, id] = Link(first, id, str(why), sure)
    return list(found.values())


def _unlike(items: Sequence[Item]) -> list[Item]:
    return list({repr(sorted(item.features.items())): item for item in reversed(items)}.values())


def joined(*sources: Source) -> bool:
    """Say whether what the documents tell of is one."""
    return any(link.confidence >= CONNECTS for link in links(*sources))


def reasons(*sources: Source) -> list[tuple[str, float]]:
    """Return why what the documents tell of is, or may be, one, and how sure that is."""
    return [(link.why, link.confidence) for link in links(*sources)]
