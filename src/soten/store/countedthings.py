"""What a ledger counts: publishers, words, days."""

from __future__ import annotations

import json
from collections.abc import Iterable

from soten.store import counting, daycounts, moments, placing, standing, tallies
from soten.store.connected import Connected
from soten.store.stored import (
    CarrierCount,
    RunFacts,
    Selection,
    Tally,
    WordCount,
)
from soten.store.timed import Moment, PlaceDay, PlacedThing, TalkDays
from soten.store.words import Places

ALL = Selection()


class Counts(Connected):
    """Questions whose answers are counts over the whole ledger."""

    def carriers(self) -> list[CarrierCount]:
        """Return every publisher with its documents, the most first."""
        with self._reads() as connection:
            return counting.carriers(connection)

    def published_by(self, documents: Iterable[str]) -> dict[str, str]:
        """Return who published documents, "" where that is unknown."""
        with self._reads() as connection:
            return counting.published_by(connection, tuple(dict.fromkeys(documents)))

    def chains(self) -> list[tuple[str, tuple[str, ...], int]]:
        """Return publisher, origin chain (innermost first) and number of documents."""
        with self._reads() as connection:
            found = counting.chains(connection)
        return [(publisher, tuple(json.loads(chain)), count) for publisher, chain, count in found]

    def word_counts(
        self, selection: Selection = ALL, *, latest: int | None = None
    ) -> list[WordCount]:
        """Return how often publishers use loaded words, in order of concept and word.

        With `latest` what many records meet is asked of so many of the latest uses only.
        """
        with self._reads() as connection:
            return counting.word_counts(connection, selection, latest)

    def voice_days(self, since: str, until: str) -> list[tuple[str, str, int]]:
        """Return who speaks on which day between two ISO days, with how many statements."""
        with self._reads() as connection:
            return list(counting.voice_days(connection, since, until))

    def carrier_days(self, since: str, until: str) -> list[tuple[str, str, int]]:
        """Return which publisher publishes on which day between two ISO days, and how much."""
        with self._reads() as connection:
            return list(counting.carrier_days(connection, since, until))

    def tally(self, selection: Selection, at_most: int) -> Tally:
        """Return what the selected records are made of; of more than `at_most` the latest stored."""
        with self._reads() as connection:
            return tallies.tally(connection, selection, at_most)

    def places_of(self, selection: Selection, most: int) -> tuple[Places, bool]:
        """Return where the words of a selection stand, those places stored last, and whether in more."""
        with self._reads() as connection:
            return standing.places_of(connection, selection, most)

    def moments(
        self,
        selection: Selection,
        *,
        limit: int,
        after: str | None = None,
        undated: bool = False,
    ) -> list[Moment]:
        """Return dated records of the selected kinds as marks on a time axis, by first day.

        With `undated` only those of which nothing tells when.
        """
        with self._reads() as connection:
            return moments.moments(connection, selection, limit, after, undated=undated)

    def day_counts(self, selection: Selection) -> dict[str, dict[str, int]]:
        """Return for each selected kind how many records each first day has; "" is no day."""
        with self._reads() as connection:
            return moments.day_counts(connection, selection)

    def recount_days(self) -> None:
        """Count anew how many records each day has, after documents came past the reader."""
        with self._writes() as connection:
            daycounts.recount_all(connection)

    def side_of(self, party: str) -> tuple[str, ...]:
        """Return the ids of an actor and of all on its side, for `Selection.acting`."""
        own = Selection(party=party)
        return self._once(own, lambda connection: moments.acting_of(connection, own)) or ()

    def told_before(self, selection: Selection, groups: Iterable[int], after: str) -> set[int]:
        """Return which talks and promises have a selected telling at the cursor or before it."""
        with self._reads() as connection:
            return moments.told_before(connection, selection, sorted(set(groups)), after)

    def talk_days(self, groups: Iterable[int]) -> dict[int, list[TalkDays]]:
        """Return the days that all reports name for these talks, each once."""
        with self._reads() as connection:
            return moments.talk_days(connection, sorted(set(groups)))

    def place_days(self) -> list[PlaceDay]:
        """Return how many talks and events each place has on each day; a talk counts once a day."""
        with self._reads() as connection:
            return placing.place_days(connection)

    def placed_things(self, first: str, last: str, *, most: int) -> list[PlacedThing]:
        """Return talks and events that begin between two days and tell a place, the latest first."""
        with self._reads() as connection:
            return placing.placed_things(connection, first, last, most)

    def towns_in(self, regions: Iterable[str]) -> dict[str, list[tuple[float, float]]]:
        """Return latitude and longitude of the places that lie right in these, by region."""
        with self._reads() as connection:
            return placing.towns_in(connection, sorted(set(regions)))

    def runs(self) -> list[RunFacts]:
        """Return the runs of the reader, the latest first."""
        with self._reads() as connection:
            return counting.runs(connection)

    def document_count(self) -> int:
        """Return how many documents were ever stored."""
        with self._reads() as connection:
            return counting.document_count(connection)

    def revision(self) -> str:
        """Return what changes whenever anything in the ledger does."""
        return self._once("revision", counting.revision)

    def parties(self) -> list[str]:
        """Return who takes positions, makes promises or takes part in talks, or their sides."""
        with self._reads() as connection:
            return counting.parties(connection)

    def last_day(self) -> str | None:
        """Return the latest day a document of the ledger was published on."""
        with self._reads() as connection:
            return counting.last_day(connection)
