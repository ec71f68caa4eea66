"""The whole ledger, or what a filter lets through, written out.

Everything is streamed: memory holds ids, never records or texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from soten.export.claiming import joined_claim_line
from soten.export.decided import state_object
from soten.export.exchange import (
    actor_object,
    actors_of,
    document_object,
    documents_of,
    line,
    record_object,
)
from soten.export.families import family_line
from soten.export.identities import identity_lines
from soten.export.joinedlines import series_and_promises
from soten.export.standing import shift_line
from soten.export.talks import joined_talk_object
from soten.query import (
    EVERYTHING,
    Filter,
    declared_actors,
    documents,
    families,
    joined_claims,
    records,
    shifts,
)
from soten.query.joinedtalks import joined_talks
from soten.records import Claim, Position, Talk, UsageError
from soten.store.decided import decision_object

if TYPE_CHECKING:
    from soten.query import Family, JoinedTalk
    from soten.store import Ledger

_PAGE = 500
_BATCH = 200
"""So many joined claims are held in memory at a time."""


def jsonl_lines(ledger: Ledger, filter: Filter = EVERYTHING) -> Iterator[str]:
    """Yield the exchange format's lines: documents, actors, records in document order, identities.

    With a filter, only the records it lets through and the documents they quote are written.
    Actors are those that a written record names, with their sides; identities say which of these
    are one.
    """
    named: set[str] = set()
    quoted: set[str] = set()
    written: set[str] = set()
    for row in records(ledger, filter):
        named.update(actors_of(row.record))
        quoted.update(documents_of(row.record))
    for document in documents(ledger):
        if filter == EVERYTHING or document.id in quoted:
            yield line(document_object(document))
    named.update([a.side for a in declared_actors(ledger) if a.side and a.id in named])
    for actor in declared_actors(ledger):
        if actor.id in named:
            yield line(actor_object(actor))
    for row in records(ledger, filter):
        written.add(row.id)
        yield line({**record_object(row.record), **state_object(row)})
    yield from identity_lines(ledger, named)
    for talk in _talks(ledger, filter) if asks_for(Talk.kind, filter) else ():
        yield line(joined_talk_object(talk))
    for shift in shifts(ledger, filter).rows if asks_for(Position.kind, filter) else ():
        yield line(shift_line(shift))
    for family in _families(ledger):
        if filter == EVERYTHING or any(s.document.id in quoted for s in family.stories):
            yield line(family_line(family))
    for decision in ledger.every_decision():
        if filter == EVERYTHING or written & {target.id for target in decision.targets}:
            yield line(decision_object(decision))
    yield from series_and_promises(ledger, filter)
    yield from _joined_claims(ledger, filter)


def _talks(ledger: Ledger, filter: Filter) -> Iterator[JoinedTalk]:
    """Yield all joined talks, a page in memory at a time."""
    page = joined_talks(ledger, filter, limit=_PAGE)
    yield from page.rows
    while page.next is not None:
        page = joined_talks(ledger, filter, limit=_PAGE, after=page.next)
        yield from page.rows


def _families(ledger: Ledger) -> Iterator[Family]:
    """Yield all wire families, a page in memory at a time."""
    page = families(ledger, limit=_PAGE)
    yield from page.rows
    while page.next is not None:
        page = families(ledger, limit=_PAGE, after=page.next)
        yield from page.rows


def asks_for(kind: str, filter: Filter) -> bool:
    """Say whether a filter lets records of a kind through."""
    return not filter.kinds or kind in filter.kinds


def _joined_claims(ledger: Ledger, filter: Filter) -> Iterator[str]:
    """Yield claims that several documents tell, all of which the filter lets through."""
    if not asks_for(Claim.kind, filter):
        return
    written = {row.id for row in records(ledger, replace(filter, kinds=(Claim.kind,)))}
    after: str | None = None
    while True:
        page = joined_claims(ledger, filter, limit=_BATCH, after=after, at_least=2)
        for claim in page.rows:
            if written.issuperset(row.id for row in claim.claims):
                yield line(joined_claim_line(claim))
        after = page.next
        if after is None:
            return


def document_text(ledger: Ledger, asked: str) -> str:
    """Return the stored text of a document, asked for by id, name or part of a name.

    Raises `UsageError` where none or more than one document answers.
    """
    found = []
    for document in documents(ledger, Filter(document=asked)):
        if asked in (document.id, document.name):
            return document.text
        found.append(document)
        if len(found) > 1:
            raise UsageError(f"more than one document is meant by {asked!r}: say its id")
    if not found:
        raise UsageError(f"no document in the ledger is {asked!r}")
    return found[0].text
