"""Whichever condition leads, the same records are found in the same order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soten.store import Ledger, Order, Selection, leading, parse_words, reading
from tests.store.factory import RUN, TEXT, document, full_reading

SELECTIONS = [
    Selection(),
    Selection(kinds=("figure",)),
    Selection(party="ko", kinds=("statement",)),
    Selection(party="otsu"),
    Selection(party="otsu", issue="ceasefire", since="2025-12-01"),
    Selection(kinds=("commitment",), party="ko"),
    Selection(kinds=("position",), party="otsu"),
    Selection(speaker="aoki"),
    Selection(speaker="anonymous"),
    Selection(speaker="author"),
    Selection(involves="otsu"),
    Selection(places=("otsu", "kawa")),
    Selection(issue="ceasefire", value="willing"),
    Selection(is_denied=True, party="ko"),
    Selection(since="2025-12-05", until="2025-12-09"),
    Selection(since="2025-12-05", until="2025-12-09", kinds=("talk",)),
    Selection(until="2025-12-03", kinds=("statement", "commitment")),
    Selection(documents=()),
    Selection(fresh_since="2025-12-04", kinds=("talk",)),
    Selection(stored_since="2000-01-01", party="otsu"),
    Selection(words=parse_words("停戦 アオキ"), party="ko"),
    Selection(words=parse_words("停戦"), since="2025-12-01", until="2025-12-31"),
    Selection(words=parse_words("停戦 -攻撃"), fresh_since="2025-12-04", kinds=("statement",)),
    Selection(publisher="", issue="ceasefire"),
    Selection(issue="ceasefire", kinds=("statement", "position"), until="2025-12-03"),
    Selection(issue="ceasefire", kinds=("commitment",), until="2025-12-03"),
]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Return a ledger of several documents, one of which has no date."""
    for name in ("a.txt", "b.txt", "c.txt"):
        edtf = None if name == "b.txt" else "2025-12-04"
        ledger.put_reading(RUN, full_reading(document(TEXT + name, name, edtf=edtf)))
    return ledger


def _found(ledger: Ledger, selection: Selection, order: Order) -> list[str]:
    return [stored.id for stored in ledger.records(selection, order, limit=1000)]


def _paged(ledger: Ledger, selection: Selection, order: Order) -> list[str]:
    found: list[str] = []
    after: str | None = None
    while page := list(ledger.records(selection, order, limit=2, after=after)):
        found += [stored.id for stored in page]
        after = page[-1].cursor
    return found


def test_what_leads_changes_nothing(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked up, or asked of each record in order: as without a limit."""
    for order in (Order.NEWEST, Order.OLDEST):
        for selection in SELECTIONS:
            whole = [stored.id for stored in filled.records(selection, order)]
            assert _found(filled, selection, order) == whole, selection
            with monkeypatch.context() as patched:
                patched.setattr(leading, "FEW", -1)
                assert _found(filled, selection, order) == whole, selection
                assert _paged(filled, selection, order) == whole, selection
                patched.setattr(reading, "WINDOWS", (1, 3))
                patched.setattr(reading, "_ISSUE_WINDOWS", (1, 3))
                assert _found(filled, selection, order) == whole, selection
                assert _paged(filled, selection, order) == whole, selection
                patched.setattr(leading, "COUNTED", -1)
                assert _paged(filled, selection, order) == whole, selection
                assert filled.tally(selection, 1000).count == len(whole), selection
            assert filled.tally(selection, 1000).count == len(whole), selection


def test_records_from_a_day_on_are_those_that_begin_then(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether few or many meet what is asked, and whether it is of a point at issue."""
    for selection in (Selection(), Selection(issue="ceasefire"), Selection(party="ko")):
        with monkeypatch.context() as patched:
            whole = list(filled.records(selection, Order.NEWEST))
            for day in ("2025-12-01", "2025-12-04", "2025-12-05"):
                later = [stored.id for stored in whole if (stored.when.low or "") >= day]
                found = filled.records(selection, Order.NEWEST, limit=99, first_day=day)
                assert [stored.id for stored in found] == later
                patched.setattr(leading, "FEW", -1)
                found = filled.records(selection, Order.NEWEST, limit=99, first_day=day)
                assert [stored.id for stored in found] == later


def test_what_many_meet_is_looked_for_among_the_first(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked so, a list ends with what is found among so many; what few meet is found in any case."""
    wanted = Selection(kinds=("figure",), party="otsu")
    whole = [stored.id for stored in filled.records(wanted, Order.NEWEST)]
    first = [
        stored.id for stored in filled.records(Selection(kinds=("figure",)), Order.NEWEST, limit=3)
    ]

    assert [s.id for s in filled.records(wanted, Order.NEWEST, limit=99, within=3)] == whole
    monkeypatch.setattr(leading, "FEW", -1)
    within = [s.id for s in filled.records(wanted, Order.NEWEST, limit=99, within=3)]
    assert within == [id for id in whole if id in first]
    assert len(within) < len(whole)


def test_of_much_the_latest_is_counted(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tally says that there is more, where not all was looked at."""
    assert not filled.tally(Selection(), 1000).is_cut
    assert filled.tally(Selection(), 2).is_cut
    assert filled.tally(Selection(), 2).count == 2
    monkeypatch.setattr(leading, "_LOOKED_AT", 5)
    cut = filled.tally(Selection(), 1000)
    assert (cut.count, cut.is_cut) == (5, True)
    monkeypatch.setattr(leading, "_TIMES", 1)
    cut = filled.tally(Selection(party="otsu"), 2)
    assert (cut.count, cut.is_cut) == (2, True)


def test_a_few_are_counted_as_far_as_asked(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole count where it is small; among the newest where many meet each condition."""
    asked = Selection(kinds=("statement",), party="ko")
    whole = filled.count(asked)
    assert whole > 1

    assert filled.count_some(asked, 100) == {"statement": (whole, False)}
    assert filled.count_some(asked, 1) == {"statement": (1, True)}
    monkeypatch.setattr(leading, "FEW", -1)
    assert filled.count_some(asked, 100) == {"statement": (whole, False)}
    monkeypatch.setattr(reading, "_COUNTED", 1)
    assert filled.count_some(asked, 100)["statement"][1]


def test_kinds_are_counted_together_as_each_alone(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many records of all the kinds there are, each has its own count."""
    kinds = ("statement", "talk", "claim", "position")
    alone = {kind: filled.count(Selection(kinds=(kind,), party="ko")) for kind in kinds}
    asked = Selection(kinds=kinds, party="ko")

    assert filled.count_some(asked, 100) == {kind: (alone[kind], False) for kind in kinds}
    monkeypatch.setattr(reading, "FEW", -1)
    for narrowed in (asked, replace(asked, issue="ceasefire"), replace(asked, since="2025-12-04")):
        alone = {kind: filled.count(replace(narrowed, kinds=(kind,))) for kind in kinds}
        counts = {kind: (alone[kind], False) for kind in kinds}
        assert filled.count_some(narrowed, 100) == counts
