"""The glossary names things that exist, each word once a table."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from soten.export.labels import KINDS

GLOSSARY = (Path(__file__).resolve().parents[2] / "docs" / "glossary.md").read_text("utf-8")
CODE_NAMES = sorted(set(re.findall(r"`(soten\.[\w.]+)`", GLOSSARY)))


def rows_of(table: str) -> list[list[str]]:
    """Return the cells of the rows of a table, without its two heading lines."""
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


TABLES = [rows_of(section) for section in GLOSSARY.split("\n## ")[1:]]


@pytest.mark.parametrize("name", CODE_NAMES)
def test_code_names_exist(name: str) -> None:
    """Every name of code in the glossary can be imported."""
    module, _, attribute = name.rpartition(".")
    if not hasattr(importlib.import_module(module), attribute):
        importlib.import_module(name)


def test_a_table_has_a_word_once() -> None:
    """No table explains one word twice, and every row is complete."""
    for table in TABLES:
        words = [row[0] for row in table]

        assert len(words) == len(set(words))
        assert all(all(row) for row in table)


def test_kinds_go_by_the_words_of_the_interface() -> None:
    """The Japanese word for each kind of record is the one that tables and briefs use."""
    words = {row[0]: row[1] for row in TABLES[0]}

    for kind, (japanese, _) in KINDS.items():
        assert words["actor" if kind == "entity" else kind] == japanese
