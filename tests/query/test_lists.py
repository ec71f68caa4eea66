from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from soten import query
from soten.query import (
    Basis,
    Filter,
    Precision,
    claims,
    commitments,
    events,
    figures,
    positions,
    records,
    statements,
    talks,
    timeline,
)
from soten.records import Act
from soten.store import Ledger
from tests.store.factory import RUN, document, full_reading, reading, statement


def test_a_row_carries_all_it_takes_to_print_it(filled: Ledger) -> None:
    """A row has its record, words, source, date and the names of its actors."""
    (row,) = talks(filled).rows

    assert row.evidence.exact == "両国の代表団は５日に首都で協議する予定だ"
    assert (row.document.name, row.document.published.edtf) == ("a.txt", "2025-12-04")
    assert (row.when.edtf, row.when.basis) == ("2025-12-05", Basis.OWN)
    assert [row.label(key).text("en") for key in row.record.participants] == ["Ko", "Otsu"]
    assert row.label("anonymous:当局者").text() == "当局者"
    assert row.label("author").text() == "author"


def test_each_list_is_of_its_kind(filled: Ledger) -> None:
    """Every kind of record has its list."""
    lists = (talks, positions, figures, commitments, statements, claims, events)

    assert [len(found(filled).rows) for found in lists] == [1, 1, 2, 1, 1, 1, 0]


def test_an_undated_record_goes_by_its_document(filled: Ledger) -> None:
    """A figure has no date of its own: it is listed under its document's, and says so."""
    row = figures(filled).rows[0]

    assert (row.when.edtf, row.when.basis) == ("2025-12-04", Basis.DOCUMENT)
    assert figures(filled, Filter(since="2025-12-05")).rows == ()


def test_pages_end(ledger: Ledger) -> None:
    """A page says where the next begins, and the last page does not."""
    said = [
        statement(document("述べた。" * n, f"{n}"), "述べた。" * n, "aoki", Act.ASSERT)
        for n in range(1, 6)
    ]
    for n, record in enumerate(said, 1):
        ledger.put_reading(RUN, reading(document("述べた。" * n, f"{n}"), [record]))

    first = statements(ledger, limit=3)
    second = statements(ledger, limit=3, after=first.next)

    assert (len(first.rows), len(second.rows), second.next) == (3, 2, None)
    assert {row.id for row in first.rows + second.rows} == {record.id for record in said}
    assert statements(ledger, limit=5).next is None


def test_the_timeline_holds_what_says_when(filled: Ledger) -> None:
    """Talks, statements, positions and commitments with a date stand in order of it."""
    rows = timeline(filled).rows

    assert [row.when.edtf for row in rows] == [
        "2025-12-03",
        "2025-12-03",
        "2025-12-05",
        "2025-12-31",
    ]
    assert {row.when.precision for row in rows} == {Precision.DAY}
    assert timeline(filled, newest_first=True).rows[0].id == rows[-1].id


def test_everything_comes_in_order_of_place(ledger: Ledger) -> None:
    """The stream of all records goes document by document, from the beginning of each."""
    for name in ("b.txt", "a.txt"):
        ledger.put_reading(RUN, full_reading(document(f"{name}\n" + document().text, name)))

    found = list(records(ledger))

    assert [row.document.name for row in found] == ["b.txt"] * 11 + ["a.txt"] * 11
    starts = [row.evidence.span.start for row in found[:11]]
    assert starts == sorted(starts)


def test_no_question_is_hidden_by_its_module() -> None:
    """A module named as a question does not take its place, whichever is imported first."""
    for module in pkgutil.iter_modules(query.__path__):
        importlib.import_module(f"soten.query.{module.name}")

    assert [name for name in query.__all__ if isinstance(getattr(query, name), ModuleType)] == []
