"""Decisions in a ledger: taken, taken back, carried over readings, versions and ledgers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from soten.records import (
    Act,
    Action,
    ConflictError,
    Fate,
    Json,
    Reading,
    Record,
    State,
    Statement,
    UsageError,
    record_id,
)
from soten.store import Ledger, Proposal, Search, Selection, open_ledger, parse_words
from tests.store.factory import (
    LATER_RUN,
    RUN,
    TEXT,
    cut,
    document,
    full_reading,
    reading,
    statement,
)

D = document()
WHOLE = full_reading(D)
SAID = next(record for record in WHOLE.records if isinstance(record, Statement))
FIGURES = [record for record in WHOLE.records if record.kind == "figure"]


def id_of(record: Record) -> str:
    """Return the id of a record that has one."""
    return str(getattr(record, "id"))  # noqa: B009 - mentions and dates have none


def decide(ledger: Ledger, action: Action, *ids: str, value: Json = None) -> str:
    """Take a decision and return its id."""
    (decision,) = ledger.decide([Proposal(action, ids, value=value)], by="aoki")
    return decision.id


def undo(ledger: Ledger, decision: str) -> str:
    """Take a decision back."""
    (taken,) = ledger.decide([Proposal(Action.UNDO, undoes=decision)], by="beni")
    return taken.id


def stand(ledger: Ledger) -> dict[str, tuple[object, ...]]:
    """Return everything that stands in the ledger, by id."""
    chosen = Selection(states=tuple(State))
    return {
        one.id: (one.record, one.state, one.found, one.issues, one.when)
        for one in ledger.records(chosen)
    }


def without(*gone: Record) -> Reading:
    """Return the reading of `TEXT` without some records, and what rests on them."""
    ids = {id_of(record) for record in gone}
    kept = [r for r in WHOLE.records if getattr(r, "id", "") not in ids]
    return reading(D, [r for r in kept if getattr(r, "statement", None) not in ids])


def test_a_rejected_record_is_in_no_list(ledger: Ledger) -> None:
    """What is rejected is found only by asking for it."""
    ledger.put_reading(RUN, WHOLE)
    assert ledger.documents_with(parse_words("停戦に応じる"), limit=5)

    decide(ledger, Action.REJECT, id_of(SAID))

    rejected = Selection(states=(State.REJECTED,))
    assert id_of(SAID) not in {one.id for one in ledger.records()}
    assert [one.id for one in ledger.records(rejected)] == [id_of(SAID)]
    assert ledger.document_counts([D.id])[D.id].get("statement") is None
    assert "statement" not in ledger.roles_by_actor(["aoki"])["aoki"]
    assert not ledger.overlapping(D.id, SAID.evidence.span, ["statement"])
    found = ledger.record(id_of(SAID))
    assert found is not None
    assert (found.state, found.record, found.found) == (State.REJECTED, SAID, SAID)


def test_a_correction_is_found_by_every_filter(ledger: Ledger) -> None:
    """The corrected fields are what filters, search and counts see."""
    ledger.put_reading(RUN, WHOLE)
    decide(ledger, Action.CORRECT, id_of(SAID), value={"speaker": {"entity": "otsu-mod"}})

    spoken = list(ledger.records(Selection(speaker="otsu-mod", kinds=("statement",))))

    assert [one.id for one in spoken] == [id_of(SAID)]
    assert spoken[0].found == SAID
    assert not list(ledger.records(Selection(speaker="aoki", kinds=("statement",))))
    named = Selection(words=parse_words("乙国国防省"), kinds=("statement",))
    assert list(ledger.records(named))


def test_taking_back_leaves_no_trace(ledger: Ledger) -> None:
    """What the reader found stands again, and the log still tells of both decisions."""
    ledger.put_reading(RUN, WHOLE)
    before = stand(ledger)
    first = decide(ledger, Action.CORRECT, id_of(SAID), value={"act": "deny"})
    second = decide(ledger, Action.REJECT, id_of(FIGURES[0]))
    assert stand(ledger) != before

    for decision in (second, first):
        undo(ledger, decision)

    assert stand(ledger) == before
    told = ledger.decisions(newest_first=False)
    assert [entry.decision.action for entry in told] == [
        Action.CORRECT,
        Action.REJECT,
        Action.UNDO,
        Action.UNDO,
    ]
    assert [entry.holds for entry in told] == [False, False, True, True]


def test_taking_back_may_be_taken_back(ledger: Ledger) -> None:
    """Undoing an undo brings the decision to hold again."""
    ledger.put_reading(RUN, WHOLE)
    decision = decide(ledger, Action.REJECT, id_of(SAID))
    after = stand(ledger)
    back = undo(ledger, decision)
    with pytest.raises(ConflictError, match="taken back already"):
        undo(ledger, decision)

    undo(ledger, back)

    assert stand(ledger) == after
    entries = ledger.decisions(Search(about=(id_of(SAID),)))
    assert len(entries) == 3


def test_one_decision_may_be_on_many(ledger: Ledger) -> None:
    """Several records are decided on at once, and taken back at once."""
    ledger.put_reading(RUN, WHOLE)
    before = stand(ledger)
    decision = decide(ledger, Action.REJECT, *map(id_of, FIGURES))
    assert sum(one[1] is State.REJECTED for one in stand(ledger).values()) == 2

    undo(ledger, decision)

    assert stand(ledger) == before


def test_decisions_outlive_readers(ledger: Ledger) -> None:
    """What was decided holds when the reader stops finding it, and when it finds it again."""
    ledger.put_reading(RUN, WHOLE)
    rejected = decide(ledger, Action.REJECT, id_of(SAID))
    accepted = decide(ledger, Action.ACCEPT, id_of(FIGURES[0]))
    after = stand(ledger)

    change = ledger.put_reading(LATER_RUN, without(SAID, *FIGURES))

    assert id_of(SAID) not in stand(ledger)
    assert stand(ledger)[id_of(FIGURES[0])][1:3] == (State.ACCEPTED, None)
    assert change.gone == 3
    assert [one.id for one in ledger.gone()].count(id_of(SAID)) == 0
    lost = ledger.decisions(Search(fates=(Fate.DORMANT,)))
    assert [entry.decision.id for entry in lost] == [rejected]
    kept = ledger.decisions(Search(ids=(accepted,)))[0].reached
    assert kept[0].fate is Fate.KEPT
    ledger.put_reading(RUN, WHOLE)
    assert stand(ledger) == after


def test_decisions_follow_a_new_version(ledger: Ledger) -> None:
    """A changed text keeps what was decided on words that still stand in it."""
    ledger.put_reading(RUN, WHOLE)
    decide(ledger, Action.CORRECT, id_of(SAID), value={"act": "announce"})
    decide(ledger, Action.ACCEPT, id_of(FIGURES[1]))
    edited = document("訂正版。\n" + TEXT.replace("30人", "三十人"), id=D.id)
    again = statement(edited, "停戦に応じる用意がある", "aoki", Act.WILLING)

    ledger.put_reading(LATER_RUN, reading(edited, [again]))

    (one,) = ledger.records()
    assert one.record == replace(again, act=Act.ANNOUNCE)
    assert one.state is State.CORRECTED
    fates = [entry.reached[0].fate for entry in ledger.decisions()]
    assert fates == [Fate.ORPHANED, Fate.MOVED]


@pytest.mark.parametrize(
    ("proposal", "reason"),
    [
        (Proposal(Action.REJECT, ("st-none",)), "st-none"),
        (Proposal(Action.CORRECT, (id_of(SAID),), value={"date": "昨日"}), "EDTF"),
        (Proposal(Action.CORRECT, (id_of(SAID),), value={"to": "nobody"}), "nobody"),
        (Proposal(Action.UNDO, undoes="dc-none"), "dc-none"),
        (Proposal(Action.MERGE, ("nobody", "ko"), kind="actor"), "nobody"),
        (Proposal(Action.MERGE, (f"{D.id}.0", f"{D.id}.7"), kind="story"), r"\.7"),
        (Proposal(Action.ADD, record=SAID), "already"),
    ],
)
def test_nothing_is_decided_on_what_is_not(ledger: Ledger, proposal: Proposal, reason: str) -> None:
    """A decision that cannot be is refused with all that were to be taken with it."""
    ledger.put_reading(RUN, WHOLE)
    before = stand(ledger)

    with pytest.raises(UsageError, match=reason):
        ledger.decide([Proposal(Action.REJECT, (id_of(FIGURES[0]),)), proposal], by="aoki")

    assert stand(ledger) == before
    assert ledger.decisions() == []


def test_two_reviewers_do_not_overwrite_each_other(ledger: Ledger) -> None:
    """Who decides on what another has decided on since is told so; nobody's decision is lost."""
    ledger.put_reading(RUN, WHOLE)
    id = id_of(SAID)
    seen = ledger.marks([id])
    ledger.decide([Proposal(Action.ACCEPT, (id,))], by="aoki", expected=seen)

    with pytest.raises(ConflictError, match=id):
        ledger.decide([Proposal(Action.REJECT, (id,))], by="beni", expected=seen)

    ledger.decide([Proposal(Action.REJECT, (id,))], by="beni", expected=ledger.marks([id]))
    assert [entry.decision.by for entry in ledger.decisions()] == ["beni", "aoki"]


def test_a_reading_in_between_is_a_change_too(ledger: Ledger) -> None:
    """Who looked at a record that has been read anew since looks again."""
    ledger.put_reading(RUN, WHOLE)
    seen = ledger.marks([id_of(SAID)])
    other = replace(SAID, act=Act.DENY)
    records = [other if record == SAID else record for record in WHOLE.records]
    ledger.put_reading(LATER_RUN, reading(D, records))

    with pytest.raises(ConflictError):
        ledger.decide([Proposal(Action.ACCEPT, (id_of(SAID),))], by="beni", expected=seen)


def test_what_the_reader_missed_is_added(ledger: Ledger) -> None:
    """An added record is in every list, under its own id, and goes when it is taken back."""
    ledger.put_reading(RUN, without(SAID))
    before = stand(ledger)
    own = replace(SAID, id=record_id("statement", D.id, "added"))

    (decision,) = ledger.decide([Proposal(Action.ADD, record=own)], by="aoki")

    found = ledger.record(id_of(own))
    assert found is not None
    assert (found.state, found.record, found.found) == (State.ADDED, own, None)
    undo(ledger, decision.id)
    assert stand(ledger) == before


def test_what_was_found_is_not_added_again(ledger: Ledger) -> None:
    """A record that says the same in the same words is there to be accepted."""
    ledger.put_reading(RUN, WHOLE)
    own = replace(SAID, id=record_id("statement", D.id, "added"))

    with pytest.raises(UsageError, match=SAID.id):
        ledger.decide([Proposal(Action.ADD, record=own)], by="aoki")

    wider = replace(own, evidence=cut(D, "停戦に応じる用意があると述べた"))
    ledger.decide([Proposal(Action.ADD, record=wider)], by="aoki")
    assert stand(ledger)[SAID.id][1] is State.READ


def test_merging_and_splitting_tells_joining(ledger: Ledger) -> None:
    """Pairs stand as last decided, under the ids things have now."""
    ledger.put_reading(RUN, WHOLE)
    other = document("別の記事。" + TEXT, "b.txt")
    ledger.put_reading(RUN, full_reading(other))
    with ledger.joining() as desk:
        desk.finish([D.id, other.id])
    twin = next(r for r in full_reading(other).records if r.kind == "statement")
    ids = sorted((id_of(SAID), id_of(twin)))

    merged = decide(ledger, Action.MERGE, *ids)
    assert verdicts(ledger) == [("statement", *ids, True, merged)]
    assert ledger.pending_count() == 2
    with pytest.raises(ConflictError, match=merged):
        decide(ledger, Action.SPLIT, *ids)
    wider = replace(SAID, id="st-wider", evidence=cut(D, "停戦に応じる用意があると述べた"))
    ledger.put_reading(LATER_RUN, reading(D, [*without(SAID).records, wider]))
    assert verdicts(ledger) == [("statement", *sorted(("st-wider", id_of(twin))), True, merged)]
    undo(ledger, merged)
    assert verdicts(ledger) == []
    split = decide(ledger, Action.SPLIT, "st-wider", id_of(twin))
    assert verdicts(ledger)[0][3:] == (False, split)


def verdicts(ledger: Ledger) -> list[tuple[object, ...]]:
    """Return what joining is told."""
    with ledger._reads() as connection:
        found = connection.exec_driver_sql("SELECT kind, one, other, same, decision FROM verdicts")
        return [(*row[:3], bool(row[3]), row[4]) for row in found]


def test_stories_and_actors_are_merged(ledger: Ledger) -> None:
    """Stories and actors are decided on by their ids."""
    ledger.put_reading(RUN, WHOLE)
    other = document("別の記事。" + TEXT, "b.txt")
    ledger.put_reading(RUN, full_reading(other))

    for kind, ids in (("actor", ("ko", "aoki")), ("story", (f"{D.id}.0", f"{other.id}.0"))):
        ledger.decide([Proposal(Action.MERGE, ids, kind=kind)], by="aoki")

    assert {row[0] for row in verdicts(ledger)} == {"actor", "story"}
    assert all(
        reached.fate is Fate.APPLIES for entry in ledger.decisions() for reached in entry.reached
    )


def test_the_latest_grade_counts(ledger: Ledger) -> None:
    """A source has the grade it was last given."""
    for grade in ("B", "C"):
        proposal = Proposal(Action.GRADE, ("甲通信",), kind="publisher", value=grade)
        ledger.decide([proposal], by="aoki")

    assert {id: one.value for id, one in ledger.grades("publisher").items()} == {"甲通信": "C"}
    assert ledger.grades("publisher", ["乙通信"]) == {}


def test_decisions_come_in_before_their_documents(where: str, tmp_path: Path) -> None:
    """Decisions of another ledger apply as soon as the words they rest on are there."""
    with open_ledger(tmp_path / "first.db") as first:
        first.put_reading(RUN, WHOLE)
        decide(first, Action.CORRECT, id_of(SAID), value={"act": "deny"})
        first.decide([Proposal(Action.MERGE, ("ko", "aoki"), kind="actor")], by="aoki")
        taken, expected = list(first.every_decision()), stand(first)
        pairs = verdicts(first)
    with open_ledger(where) as second:
        assert len(second.put_decisions(reversed(taken))) == 2
        assert {r.fate for e in second.decisions() for r in e.reached} == {Fate.ORPHANED}
        assert second.put_decisions(taken) == ()
        second.put_reading(RUN, WHOLE)

        assert stand(second) == expected
        assert verdicts(second) == pairs


def test_a_ledger_that_knows_the_document_otherwise_takes_the_decision(where: str) -> None:
    """Where a document has another id, its text tells which it is."""
    renamed = replace(D, id="d-elsewhere")
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "first.db") as first:
        first.put_reading(RUN, WHOLE)
        decide(first, Action.CORRECT, id_of(SAID), value={"act": "deny"})
        taken = list(first.every_decision())
    with open_ledger(where) as second:
        second.put_reading(RUN, full_reading(renamed))
        second.put_decisions(taken)

        (one,) = second.records(Selection(kinds=("statement",)))
        assert (one.state, getattr(one.record, "act", None)) == (State.CORRECTED, Act.DENY)
        assert one.record.evidence.document == "d-elsewhere"
