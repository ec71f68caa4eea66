"""Names are scored against a public set in its own form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.names import main, measure


def test_people_and_places_are_counted_by_exact_span() -> None:
    """A name found whole is right; one that is missed lowers recall."""
    counts = measure(
        [
            {
                "text": "佐藤一郎は札幌で生まれた。",
                "entities": [
                    {"span": [0, 4], "type": "人名"},
                    {"span": [5, 7], "type": "地名"},
                    {"span": [8, 12], "type": "人名"},
                ],
            }
        ]
    )

    assert (counts["人名"].right, counts["人名"].gold, counts["人名"].system) == (1, 2, 1)
    assert (counts["地名"].right, counts["地名"].gold, counts["地名"].system) == (1, 1, 1)


def test_the_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind of name has a line with precision, recall and F1."""
    file = tmp_path / "ner.json"
    file.write_text(json.dumps([{"text": "札幌で会う。", "entities": []}]), "utf-8")

    main([str(file)])

    assert capsys.readouterr().out.splitlines() == [
        "人名 0.000 0.000 0.000",
        "地名 0.000 0.000 0.000",
    ]
