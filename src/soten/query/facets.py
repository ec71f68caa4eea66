"""What was found, counted by what it can be narrowed by: kind, party, point, publisher, day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from soten.query.filters import EVERYTHING, Filter
from soten.query.searching import selection_with
from soten.store import Label, Words, parse_words

if TYPE_CHECKING:
    from soten.store import Ledger

SHOWN = 12
"""So many values of a facet are told, those with the most records."""

PLACES = 4_000
"""Of words that stand at more places than this, those stored last are looked at."""
PLACES_NARROWED = 5_000
"""So many are looked at where a filter narrows what is found."""

_MOST_BARS = 60
_EARLIEST, _LATEST = "1000-01-01", "9000-01-01"
"""Days outside are those of dates without beginning or end."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet with what to call it and how many records have it."""

    id: str
    label: Label
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """How many records are of a time: a day, a month or a year (EDTF)."""

    time: str
    since: str
    until: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What the found records are made of; `bars` follow one another without a gap.

    `count` records were counted; `is_cut` says that there are more. `undated` have no day.
    """

    count: int
    is_cut: bool
    kinds: tuple[Value, ...]
    parties: tuple[Value, ...]
    issues: tuple[Value, ...]
    publishers: tuple[Value, ...]
    bars: tuple[Bar, ...]
    undated: int


def words_looked_for(ledger: Ledger, words: str, filter: Filter) -> Words:
    """Return words with where they stand, to be searched for with this filter alone.

    `latest` says at how many places is looked if these are not all.
    """
    selection = selection_with(ledger, words, filter)
    most = PLACES if filter == EVERYTHING else PLACES_NARROWED
    places, has_more = ledger.places_of(selection, most)
    asked = selection.words or parse_words(words)
    return replace(asked, places=places, latest=most if has_more else None)


def facets(
    ledger: Ledger,
    words: str | Words,
    filter: Filter = EVERYTHING,
    *,
    latest: int | None = None,
) -> Facets:
    """Return what the records that a search finds are made of."""
    tally = ledger.tally(selection_with(ledger, words, filter, latest), PLACES)
    issues = ledger.issue_labels()
    parties = dict(_most(tally.parties))
    labels = ledger.labels(parties)
    days = {day: count for day, count in tally.days.items() if _EARLIEST <= day <= _LATEST}
    return Facets(
        count=tally.count,
        is_cut=tally.is_cut,
        kinds=tuple(Value(id, Label(id), count) for id, count in _most(tally.kinds)),
        parties=tuple(Value(id, labels.get(id) or Label(id), n) for id, n in parties.items()),
        issues=tuple(
            Value(id, issues.get(id) or Label(id), count) for id, count in _most(tally.issues)
        ),
        publishers=tuple(Value(id, Label(id), count) for id, count in _most(tally.publishers)),
        bars=tuple(bars_of(days)),
        undated=tally.count - sum(days.values()),
    )


def _most(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    yield from islice(sorted(counts.items(), key=lambda item: (-item[1], item[0])), SHOWN)


def bars_of(days: Mapping[str, int], most: int = _MOST_BARS) -> Iterator[Bar]:
    """Yield the records of each day, month or year, so that they are not too many to look at.

    What is much older than the latest counts with the first.

    >>> [(bar.time, bar.count) for bar in bars_of({"2025-01-30": 2, "2025-02-01": 1})]
    [('2025-01-30', 2), ('2025-01-31', 0), ('2025-02-01', 1)]
    >>> [(bar.time, bar.until) for bar in bars_of({"2024-12-30": 2, "2025-04-01": 1})][:2]
    [('2024-12', '2024-12-31'), ('2025-01', '2025-01-31')]
    """
    if not days:
        return
    last = max(days)
    first = max(min(days), f"{int(last[:4]) - most + 1:04}-01-01")
    span = date.fromisoformat(last) - date.fromisoformat(first)
    size = 10 if span.days < most else 7 if span.days < most * 30 else 4
    counts: dict[str, int] = {}
    for day, count in days.items():
        time = max(day, first)[:size]
        counts[time] = counts.get(time, 0) + count
    for time, since, until in _times(first[:size], last[:size]):
        yield Bar(time, since, until, counts.get(time, 0))


def _times(first: str, last: str) -> Iterator[tuple[str, str, str]]:
    """Yield times of one size with their first and last days."""
    time = first
    while time <= last:
        since = date.fromisoformat(f"{time}-01-01"[:10] if len(time) < 10 else time)
        following = _after(since, len(time))
        yield time, since.isoformat(), date.fromordinal(following.toordinal() - 1).isoformat()
        time = following.isoformat()[: len(time)]


def _after(day: date, size: int) -> date:
    """Return the first day of the next day, month or year."""
    if size == len("2025"):
        return day.replace(year=day.year + 1)
    if size == len("2025-01"):
        is_last = day.month == 12
        return date(day.year + is_last, 1 if is_last else day.month + 1, 1)
    return date.fromordinal(day.toordinal() + 1)
