"""What persons decided, where people read it."""

from __future__ import annotations

from pathlib import Path

from soten.export.archive import jsonl_lines
from soten.export.columns import Names
from soten.export.decided import entry_table
from soten.export.listing import mixed_table, record_table
from soten.export.markdown import brief_markdown
from soten.query import Filter, statements
from soten.query.brief import brief
from soten.review import Reviewer
from soten.settings import Language
from soten.store import Ledger, Selection, open_ledger
from tests.ledgers import two_reports

JA = Names(Language.JA, {})


def retracted(ledger: Ledger) -> str:
    """Retract every statement and position; return the id of one."""
    kinds = ("statement", "position", "commitment", "talk")
    ids = [one.id for one in ledger.records(Selection(kinds=kinds))]
    Reviewer(ledger, "aoki").retract(ids, "誤報", "https://example.org/correction")
    return ids[0]


def test_what_was_taken_back_is_marked_wherever_it_stands(tmp_path: Path) -> None:
    """Tables, briefs and exports say that a statement was taken back."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as ledger:
        assert not any("審査" in line for line in record_table(statements(ledger).rows, JA, 100))
        retracted(ledger)
        rows = statements(ledger).rows

        assert "撤回" in "\n".join(record_table(rows, JA, 100))
        assert "撤回" in "\n".join(mixed_table(rows, JA, 100))
        assert "［撤回］" in brief_markdown(brief(ledger), JA)
        assert sum('"state": "retracted"' in line for line in jsonl_lines(ledger)) >= 4
        assert sum('"kind": "decision"' in line for line in jsonl_lines(ledger)) == 1
        none = Filter(speaker="author")
        assert not any('"kind": "decision"' in line for line in jsonl_lines(ledger, none))


def test_the_log_tells_who_decided_what_and_why(tmp_path: Path) -> None:
    """A line has the moment, the name, the decision, its fate and its reason."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as ledger:
        retracted(ledger)
        id = next(ledger.records(Selection(kinds=("figure",)))).id
        corrected = Reviewer(ledger, "beni").correct([id], {"by": "anonymous:当局者"}, "本文どおり")
        Reviewer(ledger, "beni").undo([corrected.id])
        told = "\n".join(entry_table(ledger.decisions(), JA, 200))

    for words in ("aoki", "beni", "撤回: https://example.org/correction", "誤報", "有効"):
        assert words in told
    assert "訂正: by = anonymous:当局者 (取り消し)" in told
