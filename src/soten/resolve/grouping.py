"""Joins what documents brought with what the ledger holds, a batch of documents at a time.

For each kind of thing in turn: the joiner says what the documents offer and links what shares a
key with it (`soten.resolve.joining`); groups are what links connect, as far as people's verdicts
let them. The ledger is given as a protocol; everything a batch changes is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

from soten.records.joins import Held, Item, Keyed, Link, Neighbourhood, Offered
from soten.resolve.joining import Joiner, Source

BATCH = 100
"""So many documents are joined in one transaction."""

ACTORS = "actor"
"""The kind whose groups say by which id actors are known to the kinds joined after it."""


class Desk(Protocol):
    """What joining needs of a ledger, in one transaction (`soten.store.desk`)."""

    def prepare(self, joiners: Mapping[str, tuple[int, str | None]]) -> None:
        """Have every document joined again where other joiners joined so far."""

    def pending(self, limit: int) -> list[str]:
        """Return documents that have yet to be joined."""
        ...

    def finish(self, documents: Sequence[str]) -> None:
        """Note that documents are joined."""

    def held(self, documents: Sequence[str]) -> Iterator[Held]:
        """Yield documents with their records and actors."""
        ...

    def canon(self, actors: Iterable[str]) -> dict[str, str]:
        """Return the ids actors are known by, where these are others."""
        ...

    def offer(
        self, kind: str, offers: Mapping[str, Sequence[Keyed]], *, collapses: bool
    ) -> Offered:
        """Put what documents offer in place of what they offered before."""
        ...

    def block(self, keys: Iterable[str]) -> dict[str, list[Item]]:
        """Return what is under these keys."""
        ...

    def relink(self, kind: str, links: Mapping[str, Sequence[Link]]) -> set[int]:
        """Put links in place of those made under these keys before."""
        ...

    def neighbourhood(self, kind: str, cells: Iterable[int]) -> Neighbourhood:
        """Return everything that may belong together with these cells."""
        ...

    def regroup(
        self,
        before: Mapping[str, int],
        groups: Sequence[Sequence[str]],
        kind: str,
        offered: Offered,
    ) -> set[str]:
        """Store groups; return documents whose items are in groups of another name now."""
        ...


class Shelf(Protocol):
    """A ledger that things can be joined in."""

    def joining(self) -> AbstractContextManager[Desk]:
        """Give a desk in a transaction."""
        ...


def join_pending(shelf: Shelf, joiners: Sequence[Joiner], *, batch: int = BATCH) -> int:
    """Join all that has yet to be joined; return how many documents were looked at.

    Joiners run in the order given. Where the program ends midway, what was joined stays, and the
    rest is joined the next time.
    """
    count = 0
    while True:
        with shelf.joining() as desk:
            desk.prepare({joiner.kind: (joiner.version, joiner.equal) for joiner in joiners})
            documents = desk.pending(batch)
            if not documents:
                return count
            _join(desk, joiners, documents)
            desk.finish(documents)
        count += len(documents)


def _join(desk: Desk, joiners: Sequence[Joiner], documents: Sequence[str]) -> None:
    sources = {held.document.id: _source(held) for held in desk.held(documents)}
    for joiner in joiners:
        moved = _join_kind(desk, joiner, sources)
        if joiner.kind == ACTORS:
            further = sorted(moved - sources.keys())
            sources |= {held.document.id: _source(held) for held in desk.held(further)}
            canon = desk.canon(id for source in sources.values() for id in source.actors)
            sources = {id: _known(desk, source, canon) for id, source in sources.items()}


def _source(held: Held) -> Source:
    return Source(held.document, held.records, held.actors)


def _known(desk: Desk, source: Source, canon: Mapping[str, str]) -> Source:
    mine = {id: canon[id] for id in source.actors if id in canon}
    return replace(source, canon=mine) if mine else source


def _join_kind(desk: Desk, joiner: Joiner, sources: Mapping[str, Source]) -> set[str]:
    """Join things of one kind; return documents whose things are known by another name now."""
    offers = {id: tuple(joiner.items(source)) for id, source in sources.items()}
    offered = desk.offer(joiner.kind, offers, collapses=joiner.equal is not None)
    blocks = desk.block(offered.keys)
    start = len(joiner.kind) + 1
    links = {key: tuple(joiner.links(key[start:], blocks.get(key, ()))) for key in offered.keys}
    touched = desk.relink(joiner.kind, links)
    near = desk.neighbourhood(joiner.kind, offered.cells | touched)
    return desk.regroup(near.groups, components(near), joiner.kind, offered)


def components(near: Neighbourhood) -> list[list[str]]:
    """Return what belongs together, each group in order.

    What people said comes first; links connect in order of their confidence, and none connects
    what a person or a joiner parted.

    >>> near = Neighbourhood({"a": 1, "b": 1, "c": 1}, [("a", "b", 0.9), ("b", "c", 1.0)], (), [("a", "c")])
    >>> components(near)
    [['a'], ['b', 'c']]
    """
    forest = _Forest(near.groups, near.apart)
    for one, other in near.same:
        forest.unite(one, other)
    forest.part(near.differ)
    for one, other, _ in sorted(near.links, key=lambda link: (-link[2], link[0], link[1])):
        forest.unite(one, other)
    return forest.groups()


class _Forest:
    """Disjoint sets that never unite what is to stay apart."""

    def __init__(self, cells: Iterable[str], apart: Iterable[tuple[str, str]]) -> None:
        self.parent = {cell: cell for cell in cells}
        self.members = {cell: [cell] for cell in self.parent}
        self.apart: dict[str, set[str]] = {}
        self.part(apart)

    def part(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Keep pairs apart from now on; what is one already stays one."""
        for one, other in pairs:
            self.apart.setdefault(self.root(one), set()).add(other)
            self.apart.setdefault(self.root(other), set()).add(one)

    def root(self, cell: str) -> str:
        while self.parent[cell] != cell:
            self.parent[cell] = self.parent[self.parent[cell]]
            cell = self.parent[cell]
        return cell

    def unite(self, one: str, other: str) -> None:
        first, second = self.root(one), self.root(other)
        if first == second or self._is_parted(first, second):
            return
        if len(self.members[first]) < len(self.members[second]):
            first, second = second, first
        self.parent[second] = first
        self.members[first] += self.members.pop(second)
        if second in self.apart:
            self.apart.setdefault(first, set()).update(self.apart.pop(second))

    def _is_parted(self, first: str, second: str) -> bool:
        """Say whether a member of one set was parted from a member of the other.

        `apart` names of each set, under its root, the cells its members are to stay apart from.
        """
        enemies = self.apart.get(first)
        if not enemies or second not in self.apart:
            return False
        return any(self.root(enemy) == second for enemy in enemies)

    def groups(self) -> list[list[str]]:
        return sorted(sorted(cells) for cells in self.members.values())
