from __future__ import annotations

from soten.query import Filter, positions_matrix
from soten.records import Stance
from soten.store import Label, Ledger
from tests.store.factory import RUN, document, position, reading


def put(ledger: Ledger) -> None:
    """Put positions of two parties on two points at issue, in two documents."""
    old = document("乙国は停戦を拒む。甲国は停戦を求める。", "old", edtf="2025-10-01")
    new = document("乙国は停戦を受け入れる。アオキ外相は領土で譲らない。", "new", edtf="2025-12-01")
    ledger.put_reading(
        RUN,
        reading(
            old,
            [
                position(old, "停戦を拒む", "otsu", "ceasefire", Stance.REJECTS),
                position(old, "停戦を求める", "ko", "ceasefire", Stance.DEMANDS),
            ],
        ),
    )
    ledger.put_reading(
        RUN,
        reading(
            new,
            [
                position(new, "停戦を受け入れる", "otsu", "ceasefire", Stance.ACCEPTS),
                position(new, "領土で譲らない", "aoki", "territory", Stance.REJECTS),
            ],
        ),
    )
    ledger.put_issues([Label("ceasefire", "停戦", "ceasefire")])


def test_the_latest_position_stands_first(ledger: Ledger) -> None:
    """Each cell has the latest position, with date, and those before it."""
    put(ledger)

    matrix = positions_matrix(ledger)

    cell = matrix.cell("ceasefire", "otsu")
    assert cell is not None
    assert (cell.latest.record.stance, cell.latest.when.edtf) == (Stance.ACCEPTS, "2025-12-01")
    assert [row.record.stance for row in cell.history] == [Stance.REJECTS]
    assert [label.text() for label in matrix.issues] == ["停戦", "territory"]
    assert [label.text() for label in matrix.parties] == ["甲国", "乙国"]


def test_a_person_stands_in_the_column_of_the_side(ledger: Ledger) -> None:
    """By side, a minister's position is the state's; else it is the minister's."""
    put(ledger)

    cell = positions_matrix(ledger).cell("territory", "ko")
    assert cell is not None
    assert cell.latest.record.party == "aoki"
    alone = positions_matrix(ledger, by_side=False)
    assert alone.cell("territory", "ko") is None
    assert alone.cell("territory", "aoki") is not None


def test_what_nothing_is_known_of_has_no_cell(ledger: Ledger) -> None:
    """An empty ledger has an empty matrix, a filter narrows it."""
    assert positions_matrix(ledger).cells == {}
    put(ledger)

    matrix = positions_matrix(ledger, Filter(issue="territory"))

    assert list(matrix.cells) == [("territory", "ko")]
    assert matrix.cell("ceasefire", "otsu") is None
