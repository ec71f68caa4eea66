"""What tables show of records."""

from __future__ import annotations

import pytest

from soten.export.columns import HEADINGS, Names, cells
from soten.export.listing import summary
from soten.query import Filter, records
from soten.records import RECORD_TYPES
from soten.settings import Language
from soten.store import Ledger

EN = Names(Language.EN, {"ceasefire": ("停戦", "ceasefire")})
JA = Names(Language.JA, {"ceasefire": ("停戦", "ceasefire")})


@pytest.mark.parametrize("kind", [kind.kind for kind in RECORD_TYPES])
def test_every_kind_has_the_same_columns_in_every_row(ledger: Ledger, kind: str) -> None:
    """Rows of one kind can stand in one table, and every column has a heading."""
    rows = [cells(row, EN) for row in records(ledger, Filter(kinds=(kind,)))]

    assert rows
    assert all(list(row) == list(rows[0]) for row in rows)
    assert set(rows[0]) <= set(HEADINGS)
    assert all(text for row in rows for text in row.values())


def test_labels_follow_the_language(ledger: Ledger) -> None:
    """Values and issues are named in the language, a date from the report stands in brackets."""
    row = next(iter(records(ledger, Filter(act="rejects"))))

    assert cells(row, EN)["stance"] == "rejects"
    assert cells(row, JA) == {
        "date": "2025-12-12",
        "party": "甲国",
        "issue": "停戦",
        "stance": "拒否",
    }


def test_who_is_not_named_is_marked(ledger: Ledger) -> None:
    """An unnamed voice, the writer and an unknown one cannot be taken for an actor."""
    row = next(iter(records(ledger, Filter(act="rejects"))))

    assert EN.who(row, "anonymous:当局者") == "当局者 (unnamed)"
    assert JA.who(row, "author") == "筆者"
    assert JA.who(row, None) == "—"


def test_a_summary_is_one_line_of_what_is_known(ledger: Ledger) -> None:
    """Unknown fields are left out of a summary."""
    event = next(iter(records(ledger, Filter(kinds=("event",)))))

    assert summary(event, EN) == "assault"
