"""Deciding in somebody's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soten.records import Action, ConflictError, Span, State, Statement, UsageError
from soten.review import Reviewer, history, orphans
from soten.store import Ledger, Selection, open_ledger, parse_words
from tests.ledgers import two_reports, write_ledger
from tests.store.factory import document, reading, talk


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of two reports."""
    with open_ledger(two_reports(tmp_path / "ledger.db")) as opened:
        yield opened


@pytest.fixture
def reviewer(ledger: Ledger) -> Reviewer:
    """Return somebody who decides."""
    return Reviewer(ledger, "aoki")


def first(ledger: Ledger, kind: str) -> str:
    """Return the id of the first record of a kind."""
    return next(ledger.records(Selection(kinds=(kind,)))).id


def test_every_decision_is_told_of(ledger: Ledger, reviewer: Reviewer) -> None:
    """The history of a record tells who decided what, why, and what the reader found."""
    id = first(ledger, "statement")
    before = ledger.record(id)
    reviewer.accept([id], "checked")
    reviewer.correct([id], {"act": "announce"}, "headline")

    told = history(ledger, id)

    assert [entry.decision.why for entry in told.entries] == ["headline", "checked"]
    assert before is not None
    assert (told.state, told.found) == (State.CORRECTED, before.record)
    assert orphans(ledger) == ()


def test_a_second_look_is_needed_after_another_decided(ledger: Ledger) -> None:
    """The mark of a history is what a decision is taken by."""
    id = first(ledger, "figure")
    seen = {id: history(ledger, id).mark}
    Reviewer(ledger, "aoki", seen).reject([id])

    with pytest.raises(ConflictError):
        Reviewer(ledger, "beni", seen).accept([id])


def test_only_what_changes_what_is_told_is_joined_anew(tmp_path: Path) -> None:
    """To accept leaves a record as it stands, also its words for search; to reject takes it out."""
    d = document()
    met = talk(d, "両国の代表団は５日に首都で協議する予定だ", ("ko", "otsu"), "2025-12-05")
    with open_ledger(write_ledger(tmp_path / "one.db", reading(d, [met]))) as ledger:
        _accept_and_reject(ledger, Reviewer(ledger, "aoki"), met.id)


def _accept_and_reject(ledger: Ledger, reviewer: Reviewer, id: str) -> None:
    words = Selection(ids=(id,), words=parse_words("協議"))
    found = [stored.id for stored in ledger.records(words)]
    taken = reviewer.accept([id])

    assert ledger.pending_count() == 0
    assert [stored.state for stored in ledger.records(Selection(ids=(id,)))] == [State.ACCEPTED]
    assert [stored.id for stored in ledger.records(words)] == found == [id]

    reviewer.undo([taken.id])
    assert (ledger.pending_count(), history(ledger, id).state) == (0, State.READ)
    reviewer.reject([id])
    assert ledger.pending_count() == 1
    assert list(ledger.records(words)) == []


def test_what_the_reader_missed_is_added(ledger: Ledger, reviewer: Reviewer) -> None:
    """A record may be added on any words of a text; what is left out is unknown."""
    d = document()
    decision = reviewer.add("statement", d.id, Span(0, 5), {"act": "assert", "quote": "indirect"})

    stored = ledger.record(decision.targets[0].id)
    assert stored is not None
    assert isinstance(stored.record, Statement)
    assert (stored.record.speaker, stored.record.evidence.exact) == (None, d.text[:5])
    assert stored.state is State.ADDED


@pytest.mark.parametrize(
    ("kind", "fields", "reason"),
    [
        ("opinion", {}, "no kind"),
        ("statement", {}, "needs its act"),
        ("statement", {"act": "shout", "quote": "direct"}, "shout"),
        ("statement", {"loudness": 3}, "loudness"),
        ("position", {"party": "ko", "issue": "weather", "stance": "open"}, "weather"),
        ("event", {"type": "aid", "actor": "nobody"}, "nobody"),
        ("commitment", {"party": "ko", "what": "x", "end": "soon"}, "EDTF"),
    ],
)
def test_what_cannot_be_is_not_added(
    ledger: Ledger, reviewer: Reviewer, kind: str, fields: dict[str, str], reason: str
) -> None:
    """What makes no record is refused with the reason."""
    with pytest.raises(UsageError, match=reason):
        reviewer.add(kind, document().id, Span(0, 5), dict(fields))

    assert ledger.decisions() == []


def test_only_things_of_one_kind_are_one(ledger: Ledger, reviewer: Reviewer) -> None:
    """A talk is no figure, and statements are joined with nothing."""
    with pytest.raises(UsageError, match="one kind"):
        reviewer.merge([first(ledger, "talk"), first(ledger, "figure")])
    said = [one.id for one in ledger.records(Selection(kinds=("statement",)))]
    with pytest.raises(UsageError, match="statement"):
        reviewer.merge(said[:2])
    with pytest.raises(UsageError, match="two ids"):
        reviewer.merge([first(ledger, "talk")])


def test_a_document_stands_for_its_story(ledger: Ledger, reviewer: Reviewer) -> None:
    """Stories are merged by the ids of their documents, where they have but one."""
    ids = [found.id for found in ledger.documents()]
    decision = reviewer.merge(ids)

    assert decision.action is Action.MERGE
    assert [target.id for target in decision.targets] == [f"{id}.0" for id in ids]


def test_what_is_alone_is_not_split(ledger: Ledger, reviewer: Reviewer) -> None:
    """A split needs something to be split from."""
    with pytest.raises(UsageError, match="grouped with nothing"):
        reviewer.split([first(ledger, "commitment")])


@pytest.mark.parametrize("grade", ["G", "7", "b", "", "BB"])
def test_a_grade_is_on_the_scale(reviewer: Reviewer, grade: str) -> None:
    """Sources are graded A to F, with or without 1 to 6."""
    reviewer.grade("甲通信", "B2")
    with pytest.raises(UsageError, match="no grade"):
        reviewer.grade("甲通信", grade)


def test_a_record_is_graded_for_what_it_says(ledger: Ledger, reviewer: Reviewer) -> None:
    """How credible a record is stands apart from how reliable its source is."""
    id = first(ledger, "claim")
    with pytest.raises(UsageError, match="1 to 6"):
        reviewer.grade(id, "B")
    reviewer.grade(id, "3")

    assert ledger.grades("claim")[id].value == "3"


def test_nobody_decides_nothing(ledger: Ledger, reviewer: Reviewer) -> None:
    """A decision has a name and is on something."""
    with pytest.raises(UsageError, match="name"):
        Reviewer(ledger, " ").accept([first(ledger, "talk")])
    with pytest.raises(UsageError, match="id"):
        reviewer.accept([])
    with pytest.raises(UsageError, match="field"):
        reviewer.correct([first(ledger, "talk")], {})
