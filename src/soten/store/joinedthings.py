"""What a ledger says of things joined across documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from soten.records.joins import Group
from soten.store import joined, looking, rounds
from soten.store.connected import Connected
from soten.store.heldplaces import held_places, latest_told
from soten.store.stored import JoinedItem, JoinReason, Order, Selection

ALL = Selection()


class JoinedThings(Connected):
    """Questions about groups, their members and the reasons they are one."""

    def groups(
        self,
        kind: str,
        selection: Selection = ALL,
        order: Order = Order.NEWEST,
        *,
        limit: int | None = None,
        after: str | None = None,
        at_least: int = 1,
    ) -> list[tuple[Group, str]]:
        """Return what is one thing across documents, by its last day (or its first), with cursors.

        A group is let through where one of its members is, and where it has `at_least` so many.
        Kinds: story, actor, talk, claim, figure, commitment. Of stories and actors, days,
        `documents` and `ids` count.
        """
        with self._reads() as connection:
            return joined.groups(
                connection, kind, selection, order, limit=limit, after=after, at_least=at_least
            )

    def groups_within(
        self,
        kind: str,
        selection: Selection = ALL,
        *,
        limit: int,
        after: str | None = None,
        within: int,
    ) -> tuple[list[Group], str | None]:
        """Return groups of records, the latest first, and the cursor to look on behind, None at the end.

        What is not of few records is looked for among about `within` groups: there may be fewer than
        `limit`, or none, and still a cursor.
        """
        with self._reads() as connection:
            return looking.groups_within(
                connection, kind, selection, limit=limit, after=after, within=within
            )

    def some_groups(self, kind: str, selection: Selection, most: int) -> Sequence[str]:
        """Return the ids of at most so many groups of records, in no order: fewer if that is all."""
        with self._reads() as connection:
            return looking.some_groups(connection, kind, selection, most)

    def joined_items(self, kind: str, ids: Iterable[str]) -> dict[str, JoinedItem]:
        """Return items with their groups and what they were compared by; unknown are left out."""
        with self._reads() as connection:
            return joined.items(connection, kind, tuple(ids))

    def held_places(
        self, selection: Selection = ALL, *, limit: int | None = None, after: str | None = None
    ) -> list[tuple[str, str]]:
        """Return ids of places whose holder claims tell, the latest told of first, with cursors."""
        with self._reads() as connection:
            return held_places(connection, selection, limit=limit, after=after)

    def latest_told(
        self, selection: Selection, places: Mapping[str, Sequence[str]], most: int
    ) -> dict[str, list[str]]:
        """Return so many claims, the latest, of each place (ids), but of places of very many claims.

        Each place is given with the ids it has in documents.
        """
        with self._reads() as connection:
            return latest_told(connection, selection, places, most)

    def group_of(self, kind: str, ids: Iterable[str]) -> dict[str, str]:
        """Return the ids of the groups that items are in; what is not joined yet is left out."""
        with self._reads() as connection:
            return joined.group_ids(connection, kind, tuple(ids))

    def groups_with(self, kind: str, ids: Iterable[str]) -> dict[str, Group]:
        """Return the groups that items are in, by item."""

        def ask(connection: Connection, asked: Sequence[str]) -> dict[str, Group]:
            return joined.groups_with(connection, kind, asked)

        return self._each(f"groups of {kind}", ids, ask)

    def members(self, kind: str, groups: Iterable[str]) -> dict[str, Group]:
        """Return groups by id; unknown ids are left out."""
        with self._reads() as connection:
            return joined.members_of(connection, kind, tuple(groups))

    def talks_between(
        self, sides: Sequence[str], day: str, order: Order, *, calls: bool, limit: int
    ) -> list[tuple[str, Group]]:
        """Return talks told between just these sides before a day (newest first) or after it.

        Each stands with a first day that it is told for, once for each of them, the nearest first.
        """
        with self._reads() as connection:
            return rounds.talks_between(connection, sides, day, order, calls=calls, limit=limit)

    def reasons(self, kind: str, groups: Iterable[str]) -> list[JoinReason]:
        """Return why the members of these groups are one."""
        with self._reads() as connection:
            return joined.reasons(connection, kind, tuple(groups))

    def proposals(
        self, kind: str, *, limit: int, after: str | None = None
    ) -> list[tuple[JoinReason, str]]:
        """Return links too weak to join anything, the surest first, each with its cursor."""
        with self._reads() as connection:
            return joined.proposals(connection, kind, limit=limit, after=after)

    def pending_count(self) -> int:
        """Return how many documents have yet to be joined with the others."""
        with self._reads() as connection:
            return joined.pending_count(connection)
