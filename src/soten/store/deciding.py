"""What can be asked of a ledger about decisions, and how they are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from soten.records import Decision
from soten.store import logbook, taking
from soten.store.connected import Connected
from soten.store.decided import sealed
from soten.store.decisions import append, settle_standing, take_effect
from soten.store.judged import Entry, Proposal, Search

ALL = Search()
"""The search that finds every decision."""


class Deciding(Connected):
    """The part of a ledger that keeps what persons decided."""

    def decide(
        self,
        proposals: Sequence[Proposal],
        *,
        by: str,
        expected: Mapping[str, str] | None = None,
    ) -> tuple[Decision, ...]:
        """Take decisions, all or none, and let them take effect; return them in order.

        `expected` gives marks (`marks`) of what was looked at. Raises `ConflictError` where that
        has changed since, or where a merge goes against a split that holds or a split against a
        merge; `UsageError` for what there is not and for what would not hold, such as evidence
        that is not in the text. Where things were merged, split or changed, their documents wait
        to be joined again.
        """
        with self._writes() as connection:
            return taking.decide(connection, proposals, by, expected)

    def put_decisions(self, decisions: Iterable[Decision]) -> tuple[str, ...]:
        """Add decisions of another ledger, in any order; return the ids of those that are new.

        A decision whose words are in no text here is kept, and applies once they are.
        """
        with self._writes() as connection:
            fresh = append(connection, [sealed(decision) for decision in decisions])
            take_effect(connection, settle_standing(connection, fresh))
        return tuple(decision.id for decision in fresh)

    def marks(self, ids: Iterable[str]) -> dict[str, str]:
        """Return a mark of each id that changes when it changes or is decided on."""
        with self._reads() as connection:
            return taking.marks_of(connection, tuple(dict.fromkeys(ids)))

    def decisions(
        self,
        search: Search = ALL,
        *,
        newest_first: bool = True,
        limit: int | None = None,
        after: str | None = None,
    ) -> list[Entry]:
        """Return decisions in order of their moments, behind the cursor `after`."""
        with self._reads() as connection:
            return logbook.entries(
                connection, search, newest_first=newest_first, limit=limit, after=after
            )

    def every_decision(self) -> Iterator[Decision]:
        """Yield every decision, the first first: what another ledger takes in."""
        with self._reads() as connection:
            yield from logbook.every(connection)

    def last_taken_back(self) -> str | None:
        """Return the id of the latest decision that takes another one back."""
        with self._reads() as connection:
            return logbook.last_taken_back(connection)

    def grades(self, kind: str, ids: Iterable[str] | None = None) -> dict[str, Decision]:
        """Return the latest grade that holds of each publisher, or record of a kind."""
        with self._reads() as connection:
            wanted = None if ids is None else tuple(dict.fromkeys(ids))
            return logbook.grades(connection, kind, wanted)
