"""CSV files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from soten.export.spreadsheet import KINDS, KindFiles, columns, write_kind
from soten.query import Filter, records
from soten.store import Ledger

DANGEROUS = tuple("=+-@\t\r＝＋－＠")


def rows_of(ledger: Ledger, kind: str, *, raw: bool = False) -> list[dict[str, str]]:
    """Return what stands in the CSV of a kind."""
    out = io.StringIO(newline="")
    write_kind(records(ledger, Filter(kinds=(kind,))), kind, out, raw=raw)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_columns_for_its_evidence(kind: str) -> None:
    """Every row of every kind names its document and its exact words."""
    assert len(columns(kind)) == len(set(columns(kind)))
    assert {"document", "document_name", "evidence", "evidence_start"} <= set(columns(kind))


def test_fields_stand_in_their_columns(ledger: Ledger) -> None:
    """Numbers are numbers, lists are joined, unknown cells are empty."""
    figure = next(row for row in rows_of(ledger, "figure") if row["bound"] == "at-least")
    talk = next(row for row in rows_of(ledger, "talk") if row["status"] == "held")

    assert (figure["value"], figure["max"], figure["by"]) == ("19000", "", "anonymous:当局者")
    assert (talk["participants"], talk["place"]) == ("ko otsu", "")


def test_a_claim_has_a_row_for_each_side(ledger: Ledger) -> None:
    """Claim and denial get rows of the same form."""
    asserted, denied = rows_of(ledger, "claim")

    assert (asserted["side"], asserted["by"]) == ("asserted", "ko-army")
    assert (denied["side"], denied["by"]) == ("denied", "otsu-mod")
    assert denied["evidence"] == "これを否定した"


def test_no_text_cell_is_a_formula(hostile: Ledger) -> None:
    """Text of a hostile document is never computed by a spreadsheet."""
    for kind in KINDS:
        for row in rows_of(hostile, kind):
            assert not [cell for cell in row.values() if cell.startswith(DANGEROUS)]


def test_raw_leaves_text_as_it_is(hostile: Ledger) -> None:
    """Programs get the words without the apostrophe."""
    exact = [row["evidence"] for row in rows_of(hostile, "statement", raw=True)]

    assert any(words.startswith("=HYPERLINK") for words in exact)


def test_a_folder_gets_a_file_for_each_kind(ledger: Ledger, tmp_path: Path) -> None:
    """All kinds are written in one pass, with their headers even if nothing is in them."""
    with KindFiles(tmp_path / "out", bom=True) as files:
        counts = files.write(records(ledger))

    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == sorted(f"{kind}.csv" for kind in KINDS)
    assert (counts["talk"], counts["claim"]) == (2, 2)
    assert (tmp_path / "out" / "talk.csv").read_bytes().startswith(b"\xef\xbb\xbfid,document")


def test_names_of_documents_are_no_paths(hostile: Ledger, tmp_path: Path) -> None:
    """A document called `../../…` does not lead out of the folder."""
    with KindFiles(tmp_path / "a" / "b") as files:
        files.write(records(hostile))

    assert {path.name for path in tmp_path.iterdir() if not path.is_file()} == {"a"}
