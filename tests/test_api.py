"""The Python interface."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import soten
from tests.readings import NEWS

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("sqlalchemy", "sudachipy", "jinja2", "trafilatura", "click", "soten.api")


@pytest.fixture
def ledger(tmp_path: Path, pack: Path) -> soten.OpenLedger:
    """Return an open ledger that has read one dispatch."""
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    opened = soten.open(tmp_path / "ledger.db", packs=[str(pack)])
    opened.add(tmp_path / "news.txt")
    return opened


def test_importing_soten_imports_nothing_heavy() -> None:
    """`import soten` costs nothing that `soten --help` would feel."""
    told = f"import soten, sys; print([name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_names_that_the_package_does_not_have_are_attribute_errors() -> None:
    """A name that is none is told as Python tells it."""
    with pytest.raises(AttributeError, match="no attribute 'shut'"):
        soten.shut  # type: ignore[attr-defined]  # noqa: B018  # that is what is tested


def test_listing_is_a_sequence_with_json(ledger: soten.OpenLedger) -> None:
    """A list of answers can be indexed, counted, cut, and written as the command writes it."""
    with ledger:
        talks = ledger.talks()

        assert len(talks) == len(talks.to_dict()) == len(talks.to_json().splitlines())
        assert talks[0].id == talks.to_dict()[0]["id"]
        assert talks[:1] == talks.rows[:1]
        assert repr(talks) == f"<{len(talks)} answers>"


def test_limit_tells_where_to_go_on(ledger: soten.OpenLedger) -> None:
    """What a limit leaves out follows behind `next`."""
    with ledger:
        whole = ledger.statements()
        first = ledger.statements(limit=1)
        assert first.next is not None

        assert first.rows + ledger.statements(after=first.next).rows == whole.rows


def test_reading_the_same_again_changes_nothing(ledger: soten.OpenLedger, tmp_path: Path) -> None:
    """Adding is idempotent."""
    with ledger:
        before = list(ledger.export())
        summary = ledger.add([tmp_path / "news.txt"])

        assert (summary.read, summary.unchanged) == (0, 1)
        assert list(ledger.export()) == before


def test_everything_public_is_documented() -> None:
    """docs/api.md names every public method of a ledger."""
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    methods = [
        name
        for name, _ in inspect.getmembers(soten.OpenLedger, inspect.isfunction)
        if not name.startswith("_")
    ]

    assert [name for name in methods if f"`{name}`" not in page and f".{name}(" not in page] == []
