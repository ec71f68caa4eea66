from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.query import EVERYTHING, Filter, search
from soten.query.facets import bars_of, facets, places_looked_at
from soten.records import Document
from soten.store import Ledger, parse_words
from tests.store.factory import RUN, document, full_reading, reading

DAYS = st.dates().map(lambda day: day.isoformat()).filter(lambda day: day < "9000")


@settings(deadline=None)
@given(st.dictionaries(DAYS, st.integers(1, 9), max_size=9))
def test_bars_follow_one_another_and_count_everything(days: dict[str, int]) -> None:
    """No record is left out, no time between the first and the last is, and there are not many."""
    bars = list(bars_of(days))

    assert sum(bar.count for bar in bars) == sum(days.values())
    assert len(bars) <= 61
    assert [bar.since for bar in bars] == sorted(bar.since for bar in bars)
    assert all(bar.since <= bar.until for bar in bars)


def published_by(source: Document, publisher: str) -> Document:
    """Return a document with its publisher."""
    return replace(source, publisher=publisher)


def test_what_is_found_is_counted(ledger: Ledger) -> None:
    """By kind, side, point at issue, publisher and day; a filter counts only what it lets through."""
    first = full_reading(published_by(document(), "甲通信"))
    ledger.put_reading(RUN, first)
    ledger.put_reading(
        RUN, full_reading(published_by(document(document().text + "。", "b"), "乙報"))
    )

    told = facets(ledger, "停戦")

    assert {v.id: v.count for v in told.kinds} == {"statement": 2, "position": 2}
    assert {v.id: v.count for v in told.parties} == {"ko": 4}
    assert {v.id: v.count for v in told.publishers} == {"甲通信": 2, "乙報": 2}
    assert sum(bar.count for bar in told.bars) + told.undated == told.count == 4
    only = facets(ledger, "停戦", Filter(publisher="甲通信", kinds=("statement",)))
    assert (only.count, [v.id for v in only.publishers]) == (1, ["甲通信"])


def test_a_filter_narrows_a_search(ledger: Ledger) -> None:
    """By publisher documents and records, by kind or party records alone."""
    ledger.put_reading(RUN, full_reading(published_by(document(), "甲通信")))
    ledger.put_reading(
        RUN, full_reading(published_by(document(document().text + "。", "b"), "乙報"))
    )

    one = search(ledger, "停戦", Filter(publisher="乙報"))
    talks = search(ledger, "協議", Filter(kinds=("talk",)))
    later = search(ledger, "停戦", Filter(since="2030"))

    assert [hit.document.publisher for hit in one.documents] == ["乙報"]
    assert {row.document.publisher for row in one.records} == {"乙報"}
    assert (talks.documents, {row.record.kind for row in talks.records}) == ((), {"talk"})
    assert (later.documents, later.records) == ((), ())


def test_of_very_common_words_the_latest_places_are_looked_at(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a search stays quick however often words stand in the ledger; it is told."""
    monkeypatch.setattr("soten.query.facets.PLACES", 3)
    for n in range(5):
        ledger.put_reading(RUN, reading(document(f"停戦だけ{n}。", f"{n}.txt")))
    words = parse_words("停戦")

    latest = places_looked_at(ledger, words, EVERYTHING)

    assert latest == 3
    assert len(search(ledger, "停戦", latest=latest).documents) == 3
    assert places_looked_at(ledger, parse_words("だけ3"), EVERYTHING) is None
    assert places_looked_at(ledger, words, Filter(since="2025")) is None
