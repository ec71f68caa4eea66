"""Positions in short: kept once a document is joined, dropped when it changes."""

from __future__ import annotations

from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.query import Filter, keptmoves, moves, shifts
from soten.query.keptmoves import trace
from soten.query.saidsource import Said, trace_untraced
from soten.query.sayings import day_after
from soten.query.shifts import shifts_told
from soten.records import Stance
from soten.store import Ledger, Selection, Traced, open_ledger
from tests.query.stands import say


def _fill(ledger: Ledger) -> None:
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-05", "無条件の停戦に応じる用意", Stance.OPEN, speaker="envoy")
    say(ledger, "2025-12-06", "領土の割譲を拒む", Stance.REJECTS, "otsu", issue="territory")


def test_what_is_read_has_yet_to_be_traced_once(ledger: Ledger) -> None:
    """A document is due until it was traced, and due again when it is read again."""
    _fill(ledger)
    assert (len(ledger.untraced()), ledger.traces(Traced())) == (3, [])

    assert trace_untraced(ledger) == 3
    assert (ledger.untraced(), trace_untraced(ledger)) == ({}, 0)
    assert [trace.party for trace in ledger.traces(Traced())] == ["ko", "ko", "otsu"]

    say(ledger, "2025-12-07", "停戦を容れる", Stance.ACCEPTS)
    assert len(ledger.untraced()) == 1


def test_what_is_kept_says_what_the_records_say(ledger: Ledger) -> None:
    """Sayings are the same before and after they are kept, but for the order of arrival."""
    _fill(ledger)
    before = {one.id: one for one in Said(ledger).newest(10)}
    found = shifts(ledger).rows

    trace_untraced(ledger)

    assert {one.id: one for one in Said(ledger).newest(10)} == before
    assert shifts(ledger).rows == shifts(ledger, limit=5).rows == found


def test_traces_are_asked_for_by_cell_party_and_place(ledger: Ledger) -> None:
    """Each condition narrows; the newest come first where so many are asked for."""
    _fill(ledger)
    trace_untraced(ledger)

    newest = ledger.traces(Traced(issue="ceasefire"), newest=True, limit=1)
    assert [trace.first for trace in newest] == ["2025-12-05"]
    place = (newest[0].first, newest[0].last, newest[0].id)
    earlier = ledger.traces(Traced(issue="ceasefire", parties=("ko",), before=place))
    assert [trace.first for trace in earlier] == ["2025-11-01"]
    later = ledger.traces(Traced(at=place))
    assert [trace.first for trace in later] == ["2025-12-05", "2025-12-06"]
    assert ledger.traces(Traced(parties=())) == []
    assert len(ledger.traces(Traced(since="2025-12-01", until="2025-12-05"))) == 1
    cells = ledger.traced_cells(Traced())
    assert [(cell.issue, cell.party, cell.count) for cell in cells] == [
        ("ceasefire", "ko", 2),
        ("territory", "otsu", 1),
    ]
    assert ledger.traced_parties("ko") == ["ko"]
    assert ledger.latest_traced(Traced(issue="ceasefire")) == "2025-12-05"
    assert ledger.documents_since("ceasefire", "2025-11-30", 10) == 1


@pytest.mark.parametrize("since", [None, "0000-01-01", "2025-11-02", "2025-12-05", "2026-02-01"])
@pytest.mark.parametrize("until", [None, "2025-11-01", "2025-12-04", "2025-12-31", "9999-12-31"])
def test_cells_of_some_days_are_the_same_counted_before_or_not(
    ledger: Ledger, since: str | None, until: str | None
) -> None:
    """What lies outside the days and is taken off leaves what lies in them."""
    _fill(ledger)
    for day in ("2025-11", "2025-11-20/2025-12-10", "2026-01-08", None):
        say(ledger, day, "停戦を拒む", Stance.REJECTS, name=f"of {day}", published=None)
    trace_untraced(ledger)
    asked, every = Traced(since=since, until=until), ledger.traced_cells(Traced())

    assert every[0].count > every[0].dated
    assert ledger.traced_cells(asked, every) == ledger.traced_cells(asked)


def test_a_half_traced_ledger_answers_whole(ledger: Ledger) -> None:
    """What is not kept yet is read off the records."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    trace_untraced(ledger)
    say(ledger, "2025-12-05", "無条件の停戦に応じる用意", Stance.OPEN, speaker="envoy")

    for limit in (None, 1):
        (shift,) = shifts(ledger, Filter(party="ko"), limit=limit).rows
        assert (shift.before.stance, shift.after.stance) == (Stance.REJECTS, Stance.OPEN)


def test_where_stances_moved_is_found_once(ledger: Ledger) -> None:
    """What is kept is what is found; what changes a course has it gone through again."""
    _fill(ledger)
    found = shifts(ledger).rows
    assert not ledger.has_all_moves()

    assert (trace(ledger), trace(ledger)) == (3, 0)
    assert ledger.has_all_moves()
    assert [move.later for move in ledger.moves(Traced())] == [
        one.after.position.id for one in found
    ]
    assert shifts(ledger).rows == shifts(ledger, limit=3).rows == found

    say(ledger, "2025-12-20", "無条件の停戦を拒む", Stance.REJECTS)
    assert not ledger.has_all_moves()
    before = shifts(ledger, limit=5).rows
    trace(ledger)
    assert [one.after.stance for one in before] == [Stance.REJECTS, Stance.OPEN]
    assert shifts(ledger, limit=5).rows == before


def test_kept_moves_are_narrowed_and_paged(ledger: Ledger) -> None:
    """By party, point and day; the cursor goes on behind the last."""
    _fill(ledger)
    say(ledger, "2025-12-20", "無条件の停戦を拒む", Stance.REJECTS)
    trace(ledger)

    first = shifts(ledger, limit=1)
    second = shifts(ledger, limit=1, after=first.next)
    assert (*first.rows, *second.rows) == shifts(ledger).rows
    assert second.next is None
    assert len(shifts(ledger, Filter(party="ko", issue="ceasefire", until="2025-12-10")).rows) == 1
    assert len(shifts(ledger, since="2025-12-10").rows) == 1
    assert shifts(ledger, Filter(party="otsu")).rows == ()
    later = first.rows[0].after.position.id
    fresh = shifts_told(ledger, Filter(), Selection(kinds=("position",), ids=(later,)))
    assert [one.after.position.id for one in fresh] == [later]


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_what_is_kept_in_parts_is_what_is_found_at_once(order: list[int], stops: set[int]) -> None:
    """Whatever the order of arrival, and whenever it is traced between."""
    told = [
        ("2025-11-01", "無条件の停戦を拒む", Stance.REJECTS),
        ("2025-11-20", "無条件の停戦に応じる用意", Stance.OPEN),
        ("2025-12-01", "無条件の停戦を拒む", Stance.REJECTS),
        ("2025-12-03", "無条件の停戦を拒むと改めて述べた", Stance.REJECTS),
        ("2026-01-10", "停戦を容れる", Stance.ACCEPTS),
        ("2026-02-10", "停戦に反対する", Stance.OPPOSES),
    ]
    with TemporaryDirectory() as folder, open_ledger(f"{folder}/ledger.db") as ledger:
        for at, one in enumerate(order):
            say(ledger, *told[one])
            if at in stops:
                trace(ledger)
        found = [(one.before, one.after) for one in shifts(ledger, Filter(state="all")).rows]
        trace(ledger)
        kept = [(one.before, one.after) for one in shifts(ledger).rows]

    assert kept == found


SAYINGS = st.lists(
    st.tuples(
        st.integers(0, 90),
        st.sampled_from(["前提条件のない即時の停戦", "停戦の延長", "前線での停戦と捕虜の交換"]),
        st.sampled_from([Stance.REJECTS, Stance.OPEN, Stance.ACCEPTS]),
    ),
    min_size=4,
    max_size=14,
    unique=True,
)


@settings(max_examples=12, deadline=None)
@given(SAYINGS, st.randoms(use_true_random=False))
def test_old_news_changes_what_is_kept_as_reading_all_at_once_does(
    said: list[tuple[int, str, Stance]], random: object
) -> None:
    """What is found again around news alone is what the whole course gives, however short the look."""
    getattr(random, "shuffle")(said)  # noqa: B009 - hypothesis gives no type
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for module in (moves, keptmoves):
            patch.setattr(module, "LOOK_BACK", 2)
        patch.setattr(keptmoves, "_FIRST", 3)
        with open_ledger(f"{folder}/ledger.db") as ledger:
            for days, words, stance in said:
                say(ledger, day_after("2025-01-01", days), words, stance, name=f"{days}{words}")
                trace(ledger)
            kept = [(one.before, one.after) for one in shifts(ledger).rows]
            found = [(one.before, one.after) for one in shifts(ledger, Filter(state="all")).rows]

    assert kept == found
