from __future__ import annotations

from pathlib import Path

import pytest

from soten.export.citation import citation
from soten.query import statements
from soten.settings import Language
from soten.store import open_ledger
from tests.ledgers import hostile_reading, two_reports, write_ledger


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        (
            Language.JA,
            "「停戦に応じない」甲国、「b.txt」（2025年12月12日）、12–18字目。 争点 記録 {}",
        ),
        (
            Language.EN,
            "“停戦に応じない” 甲国, in “b.txt”, 12 December 2025, characters 12–18. Soten record {}.",
        ),
    ],
)
def test_a_record_is_cited_in_one_line(tmp_path: Path, language: Language, cited: str) -> None:
    """Words, speaker, source, date, place and id, in the reader's language."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as ledger:
        row = statements(ledger).rows[0]

        assert citation(row, language, "甲国") == cited.format(row.id)


def test_a_citation_of_hostile_words_is_one_plain_line(tmp_path: Path) -> None:
    """Control and direction signs are shown; nothing breaks the line."""
    with open_ledger(write_ledger(tmp_path / "ledger.db", hostile_reading())) as ledger:
        for row in statements(ledger).rows:
            cited = citation(row, Language.JA)
            assert cited.isprintable()
