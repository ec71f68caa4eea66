from __future__ import annotations

import pytest

from soten.query import Filter, changes_since
from soten.records import UsageError
from soten.store import Ledger
from tests.store.factory import LATER_RUN, RUN, document, full_reading, reading


def test_what_is_new_since_a_day(ledger: Ledger) -> None:
    """Documents published since, with their records; an undated one counts from its arrival."""
    for name, edtf in (("old", "2025-11-30"), ("new", "2025-12-04"), ("undated", None)):
        d = document(document().text + name, name, edtf=edtf)
        ledger.put_reading(RUN, full_reading(d))

    found = changes_since(ledger, "2025-12-01")

    assert {facts.name for facts in found.documents} == {"new", "undated"}
    assert {row.document.name for row in found.rows} == {"new", "undated"}
    assert "mention" not in {row.record.kind for row in found.rows}
    assert {facts.name for facts in changes_since(ledger, "2027").documents} == set()
    only = changes_since(ledger, "2025-12-01", Filter(kinds=("talk",), document="new"))
    assert [row.record.kind for row in only.rows] == ["talk"]


def test_what_is_no_longer_found_is_told(filled: Ledger) -> None:
    """Records that a later reading left out are listed as gone, from the day of that reading."""
    filled.put_reading(LATER_RUN, reading(document()))

    found = changes_since(filled, "2025-12-01")

    assert {gone.record.kind for gone in found.gone} == {
        "statement",
        "position",
        "claim",
        "figure",
        "talk",
        "commitment",
    }
    assert changes_since(filled, "2999").gone == ()
    with pytest.raises(UsageError):
        changes_since(filled, "昨日")
