"""What a ledger says of actors, as they are known across documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soten.records import Actor
from soten.store import identities, joined, people
from soten.store.connected import Connected
from soten.store.stored import ActorCount, Label, Selection, WrittenName

ALL = Selection()


class KnownActors(Connected):
    """Questions about actors: what is joined to one counts as that one."""

    def actors(self, ids: Sequence[str] | None = None) -> list[Actor]:
        """Return the actors with these ids (None: all), in order of id, each as it was read."""
        with self._reads() as connection:
            return people.actors_of(connection, ids)

    def listed_actors(self) -> list[Actor]:
        """Return the actors that packs list, in order of id."""
        with self._reads() as connection:
            return people.actors_of(connection, listed=True)

    def unnamed_actors(self) -> set[str]:
        """Return ids of actors that no pack lists and that no record names any more."""
        with self._reads() as connection:
            return people.unnamed(connection)

    def labels(self, ids: Iterable[str]) -> dict[str, Label]:
        """Return what to call actors, known ones by what they are known as; others are left out."""
        return self._each("labels", ids, identities.known_labels)

    def actor_counts(
        self,
        selection: Selection = ALL,
        *,
        limit: int | None = None,
        after: str | None = None,
        latest: int | None = None,
    ) -> list[tuple[ActorCount, str]]:
        """Return how often actors are mentioned, the most first, each with its cursor.

        Of the selection `party`, days, `documents` and `ids` (of actors) count. With `latest` so many
        of the latest mentions of these days are looked at, and as many that only reach into them.
        """
        with self._reads() as connection:
            return identities.actor_counts(connection, selection, limit, after, latest)

    def roles_by_actor(self, ids: Sequence[str]) -> dict[str, dict[str, int]]:
        """Return in how many records of each kind actors have a role."""
        with self._reads() as connection:
            return identities.counts_by_actor(connection, ids)

    def spelled_like(self, form: str) -> tuple[str, ...]:
        """Return the further Japanese names and forms of whoever has this very form."""
        with self._reads() as connection:
            return people.spelled_like(connection, form)

    def canon(self, actors: Iterable[str]) -> dict[str, str]:
        """Return, for actors known by another id across documents, that id."""
        return self._each("known as", actors, joined.canon)

    def known_actors(self, ids: Iterable[str]) -> dict[str, Actor]:
        """Return, for ids that actors are known by, what all that is joined to them tells."""
        with self._reads() as connection:
            return identities.known_actors(connection, tuple(dict.fromkeys(ids)))

    def written_names(self, ids: Iterable[str]) -> list[WrittenName]:
        """Return how texts write the names of these actors, the most frequent way first."""
        with self._reads() as connection:
            return identities.written_names(connection, ids)

    def whose_names(self, ids: Iterable[str]) -> dict[str, str]:
        """Return which state's or body's usage written names of these actors are, where known."""
        with self._reads() as connection:
            return identities.whose_names(connection, tuple(dict.fromkeys(ids)))

    def names_of_sides(self) -> dict[str, dict[str, str]]:
        """Return, for every actor that some side names otherwise, those names and whose they are.

        All that texts call by name is looked through.
        """
        with self._reads() as connection:
            return identities.names_of_sides(connection)

    def documents_naming(self, ids: Iterable[str]) -> dict[str, str]:
        """Return, for actors that are of one document each, that document's id."""
        with self._reads() as connection:
            return identities.documents_naming(connection, tuple(dict.fromkeys(ids)))

    def actors_called(self, name: str) -> list[str]:
        """Return ids of the actors with this very name or written form."""
        with self._reads() as connection:
            return identities.called(connection, name)

    def found_names(self) -> list[tuple[str, str]]:
        """Return ids and written forms of all actors that no pack lists."""
        with self._reads() as connection:
            return identities.found_names(connection)
