from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.query import EVERYTHING, Filter, search
from soten.query.facets import bars_of, facets, words_looked_for
from soten.records import Document
from soten.store import Ledger
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

    words = words_looked_for(ledger, "停戦", EVERYTHING)

    assert words.latest == 3
    assert len(search(ledger, words).documents) == 3
    assert search(ledger, words) == search(ledger, "停戦", latest=3)
    assert words_looked_for(ledger, "だけ3", EVERYTHING).latest is None
    assert words_looked_for(ledger, "停戦", Filter(since="2025")).latest is None


def test_places_known_beforehand_change_nothing(ledger: Ledger) -> None:
    """What is found there, and what it is made of, is what the words themselves find."""
    for name in ("a", "b", "c"):
        text = document().text + name
        ledger.put_reading(RUN, full_reading(published_by(document(text, name), name)))
    narrowed = [
        EVERYTHING,
        Filter(party="ko"),
        Filter(publisher="b"),
        Filter(kinds=("statement", "talk"), since="2025-12-01"),
        Filter(issue="ceasefire", speaker="aoki"),
        Filter(kinds=("talk",), until="2000"),
    ]
    for typed in ("停戦", "アオキ -協議", "協議 OR 停戦", "なし"):
        for filter in narrowed:
            words = words_looked_for(ledger, typed, filter)
            after: str | None = None
            while True:
                page = search(ledger, words, filter, limit=2, after=after)
                assert page == search(ledger, typed, filter, limit=2, after=after)
                if (after := page.next) is None:
                    break
            assert facets(ledger, words, filter) == facets(ledger, typed, filter)
