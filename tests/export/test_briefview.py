"""A brief put into words."""

from __future__ import annotations

import pytest

from soten.export import briefview
from soten.export.attribution import _letter
from soten.export.briefview import brief_view
from soten.export.columns import Names
from soten.query.brief import brief
from soten.settings import Language
from soten.store import Ledger

EN = Names(Language.EN, {"ceasefire": ("停戦", "ceasefire")})


def test_a_cell_shows_what_came_before(ledger: Ledger) -> None:
    """The latest stance stands first, an earlier one that differs below it."""
    (chunk,) = brief_view(brief(ledger), EN).matrix
    ((issue, (cell,)),) = chunk.rows

    assert issue == "ceasefire"
    assert cell is not None
    assert cell.now.head == "rejects"
    assert [line.head for line in cell.before] == ["open"]
    assert cell.more == ""


def test_every_line_says_according_to_whom(ledger: Ledger) -> None:
    """Each citation names its document, whether its date is known, and its number."""
    view = brief_view(brief(ledger), EN)
    (line,) = view.commitments.lines
    (cite,) = line.cites

    assert line.date == "until 31 December 2025"
    assert cite.according == "according to 甲国と乙国 (4 December 2025)"
    assert cite.words == "年末まで攻撃を控える"
    assert [source.number for source in view.sources] == [1, 2]
    assert view.sources[(cite.number or 0) - 1].title == "甲国と乙国"


def test_parties_have_marks_that_stay(ledger: Ledger) -> None:
    """A party has one letter and shape in the matrix and wherever its people speak."""
    view = brief_view(brief(ledger), EN)
    (mark,) = view.matrix[0].parties

    assert (mark.letter, mark.shape, mark.name) == ("A", "●", "Ko")
    assert all(line.marks in ((mark,), ()) for found in view.talks for line in found.lines)


def test_what_is_left_out_is_said(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that is cut short says how many more there are and where to see them."""
    monkeypatch.setattr(briefview, "MOST_NEWS", 1)

    news = brief_view(brief(ledger, since="2025-12-01"), EN).news
    statements = next(found for found in news if found.title == "Statements")

    assert len(statements.lines) == 1
    assert statements.more == "1 more; `soten statements --since 2025-12-01` lists all."


@pytest.mark.parametrize(("at", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (53, "BB")])
def test_letters_do_not_run_out(at: int, letter: str) -> None:
    """After Z come AA, AB and so on."""
    assert _letter(at) == letter
