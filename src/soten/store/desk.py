"""The desk at which things of different documents are joined: one writing transaction.

What is asked here and put back is small: the cells that share a key with what a document brought,
and the groups that those cells are in. No statement looks at the whole ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from soten.records import Actor, Mention, Record
from soten.records.joins import Held, Item, Keyed, Link, Neighbourhood, Offered
from soten.store import schema as s
from soten.store.cells import Cells
from soten.store.deeds import untell, untell_all
from soten.store.grouped import Groups
from soten.store.joined import canon
from soten.store.parts import parts
from soten.store.people import actors_of
from soten.store.reading import records as records_of
from soten.store.shelf import documents as documents_of
from soten.store.stored import Order, Selection
from soten.store.traced import untrace, untrace_all
from soten.store.traits import traits_of

c, i, g = s.cells.c, s.items.c, s.groups.c


class Desk:
    """What is needed to join, in the transaction of `connection`."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection of a writing transaction."""
        self._connection = connection
        self._groups = Groups(connection)

    def prepare(self, joiners: Mapping[str, tuple[int, str | None]]) -> None:
        """Have every document joined again where joiners are not those that joined so far.

        For each kind: the joiner's version, and why it takes equal items for one thing.
        """
        rows = [
            {"kind": kind, "version": version, "equal": equal}
            for kind, (version, equal) in sorted(joiners.items())
        ]
        query = select(s.joiners).order_by(s.joiners.c.kind)
        stored = [dict(row) for row in self._connection.execute(query).mappings()]
        if stored == rows:
            return
        for row in stored:
            if row not in rows:
                self._drop_kind(str(row["kind"]))
        self._connection.execute(delete(s.joiners))
        if rows:
            self._connection.execute(insert(s.joiners), rows)
        self._connection.execute(delete(s.pending))
        self._connection.execute(insert(s.pending).from_select(["doc"], select(s.documents.c.row)))
        untrace_all(self._connection)
        untell_all(self._connection)

    def _drop_kind(self, kind: str) -> None:
        self._connection.execute(delete(s.groups).where(g.kind == kind))
        self._connection.execute(delete(s.items).where(i.kind == kind))
        self._connection.execute(delete(s.cells).where(c.kind == kind))

    def pending(self, limit: int) -> list[str]:
        """Return ids of documents that have yet to be joined, in order of arrival."""
        d = s.documents.c
        query = select(d.id).join(s.pending, s.pending.c.doc == d.row).order_by(d.row).limit(limit)
        return list(self._connection.execute(query).scalars())

    def finish(self, documents: Sequence[str]) -> None:
        """Note that documents are joined."""
        d = s.documents.c
        for part in parts(documents):
            rows = select(d.row).where(d.id.in_(part))
            self._connection.execute(delete(s.pending).where(s.pending.c.doc.in_(rows)))

    def held(self, documents: Sequence[str]) -> Iterator[Held]:
        """Yield documents with their effective records and the actors these name."""
        for part in parts(documents):
            selection = Selection(documents=tuple(part))
            records: dict[str, list[Record]] = defaultdict(list)
            named: dict[str, set[str]] = defaultdict(set)
            for stored in records_of(self._connection, selection, Order.PLACE):
                records[stored.document].append(stored.record)
                named[stored.document].update(_actors_in(stored.record))
            actors = self._actors(set().union(*named.values()))
            for document in documents_of(self._connection, selection):
                mine = _with_sides(named[document.id], actors)
                yield Held(document, tuple(records[document.id]), mine)

    def _actors(self, ids: set[str]) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        wanted = ids
        while wanted:
            found |= {actor.id: actor for actor in actors_of(self._connection, sorted(wanted))}
            sides = {actor.side for actor in found.values() if actor.side is not None}
            wanted = sides - found.keys() - wanted
        return found

    def canon(self, actors: Iterable[str]) -> dict[str, str]:
        """Return, for actors known by another id across documents, that id."""
        return canon(self._connection, actors)

    def offer(
        self, kind: str, offers: Mapping[str, Sequence[Keyed]], *, collapses: bool
    ) -> Offered:
        """Put the items that documents offer in place of those they offered before.

        With `collapses` items of equal features and keys are one cell, unless a person parted
        one of them from another.
        """
        return Cells(self._connection).offer(kind, offers, collapses=collapses)

    def block(self, keys: Iterable[str]) -> dict[str, list[Item]]:
        """Return the cells under each of these keys as items, told by digest."""
        return self._groups.block(keys)

    def relink(self, kind: str, links: Mapping[str, Sequence[Link]]) -> set[int]:
        """Put links in place of those that were made under these keys; return cells they touch."""
        return self._groups.relink(kind, links)

    def neighbourhood(self, kind: str, cells: Iterable[int]) -> Neighbourhood:
        """Return every cell that the given ones are or were grouped with, or could now be."""
        return self._groups.neighbourhood(kind, cells)

    def regroup(
        self,
        before: Mapping[str, int],
        groups: Sequence[Sequence[str]],
        kind: str,
        offered: Offered,
    ) -> set[str]:
        """Store how cells are grouped; return the documents whose items' groups have new ids.

        Where actors are known by another id, whose positions and deeds are may be another's.
        """
        moved = self._groups.regroup(before, groups, kind, offered)
        if kind == "actor":
            for part in parts(sorted(moved)):
                query = select(s.documents.c.row).where(s.documents.c.id.in_(part))
                rows = list(self._connection.execute(query).scalars())
                untrace(self._connection, rows)
                untell(self._connection, rows)
        return moved


def _actors_in(record: Record) -> Iterator[str]:
    if isinstance(record, Mention):
        yield record.entity
    for _, who in traits_of(record).roles:
        if who != "author" and not who.startswith("anonymous:"):
            yield who


def _with_sides(ids: Iterable[str], actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """Return the actors with these ids, and whom they belong to."""
    found: dict[str, Actor] = {}
    wanted = [id for id in ids if id in actors]
    while wanted:
        actor = actors[wanted.pop()]
        if actor.id not in found:
            found[actor.id] = actor
            if actor.side is not None and actor.side in actors:
                wanted.append(actor.side)
    return found
