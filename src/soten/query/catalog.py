"""Who and what the ledger knows: actors and sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from soten.query.answers import ActorRow, Page, SourceRow
from soten.query.families import copies_of
from soten.query.filters import EVERYTHING, Filter, select_by
from soten.records import Actor, Document
from soten.store import ActorCount, DocumentFacts, Label

if TYPE_CHECKING:
    from soten.store import Ledger


def actors(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[ActorRow]:
    """Return actors with counts, the most mentioned first; who is joined is one.

    Of the filter, `party` limits to the actor and those on its side, and days and `document`
    limit the mentions that count.
    """
    selection = select_by(ledger, filter)
    ahead = None if limit is None else limit + 1
    found = ledger.actor_counts(selection, limit=ahead, after=after)
    shown = found if limit is None else found[:limit]
    rows = actor_rows(ledger, [count for count, _ in shown])
    return Page(tuple(rows), shown[-1][1] if shown and len(found) > len(shown) else None)


def actor_rows(ledger: Ledger, counts: list[ActorCount]) -> list[ActorRow]:
    """Return actors, as they are known across documents, with their counts, in the same order."""
    ids = [count.actor for count in counts]
    known = ledger.known_actors(ids)
    roles = ledger.roles_by_actor(ids)
    return [
        ActorRow(
            actor=known[count.actor],
            label=label_of(known[count.actor]),
            mentions=count.mentions,
            documents=count.documents,
            counts=roles.get(count.actor, {}),
        )
        for count in counts
    ]


def label_of(actor: Actor) -> Label:
    """Return what to call an actor."""
    return Label(actor.id, actor.name_ja, actor.name_en, actor.type, actor.side)


def sources(
    ledger: Ledger,
    filter: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[SourceRow]:
    """Return documents with names, dating, counts and readings, the latest published first.

    Of the filter, days (of publication) and `document` count.
    """
    selection = select_by(ledger, filter)
    ahead = None if limit is None else limit + 1
    found = ledger.newest_documents(selection, limit=ahead, after=after)
    shown = found if limit is None else found[:limit]
    rows = source_rows(ledger, [facts for facts, _ in shown])
    return Page(tuple(rows), shown[-1][1] if shown and len(found) > len(shown) else None)


def source_rows(ledger: Ledger, documents: list[DocumentFacts]) -> list[SourceRow]:
    """Return documents with all that is known of them but their texts, in the same order."""
    rows: list[SourceRow] = []
    for at in range(0, len(documents), _BATCH):
        part = documents[at : at + _BATCH]
        ids = [facts.id for facts in part]
        names, counts = ledger.names(ids), ledger.document_counts(ids)
        readings, families = ledger.readings(ids), copies_of(ledger, ids)
        rows += (
            SourceRow(
                facts, names.get(id, ()), counts.get(id, {}), readings.get(id, ()), families[id]
            )
            for id, facts in zip(ids, part, strict=True)
        )
    return rows


_BATCH = 500


def declared_actors(ledger: Ledger) -> Iterator[Actor]:
    """Yield every actor a pack lists or a record names, in order of id (for exports)."""
    left_over = ledger.unnamed_actors()
    yield from (actor for actor in ledger.actors() if actor.id not in left_over)


def documents(ledger: Ledger, filter: Filter = EVERYTHING) -> Iterator[Document]:
    """Yield documents with their current texts, in order of arrival (for exports).

    Of the filter, days (of publication) and `document` count.
    """
    yield from ledger.documents(select_by(ledger, filter))
