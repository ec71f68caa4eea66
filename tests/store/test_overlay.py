"""What stands once decisions are laid over a reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from soten.records import (
    Act,
    Action,
    Anchor,
    Decision,
    Document,
    Fate,
    Json,
    Record,
    Speaker,
    Stance,
    State,
    Statement,
)
from soten.store.anchoring import Text, anchor_to
from soten.store.decided import sealed
from soten.store.overlay import Overlay, lay_over
from tests.store.factory import TEXT, claim, cut, document, figure, mention, position, statement

D = document()
SAID = statement(D, "停戦に応じる用意がある", "aoki", Act.WILLING, date="2025-12-03")
STANCE = position(D, SAID.evidence.exact, "aoki", "ceasefire", Stance.OPEN, rests_on=SAID.id)
FIGURE = figure(D, "12人", 12, "ko")
CLAIM = claim(D, "北村を制圧した", "ko-army", ("otsu-mod", "これを否定した"))
ALL = (SAID, STANCE, FIGURE, CLAIM)


def on(
    record: Record, action: Action, value: Json = None, *, at: int = 1, source: Document = D
) -> Decision:
    """Return a decision on a record, seen as it is given, in the `at`th minute."""
    id = getattr(record, "id", "mn-1")
    anchor = anchor_to(record, id, source.text, source.sha256)
    moment = f"2026-01-01T00:{at:02}:00+00:00"
    return sealed(Decision("", action, (anchor,), "aoki", moment, value=value))


def lay(
    decisions: Sequence[Decision], found: Sequence[Record] = ALL, source: Document = D
) -> Overlay:
    """Lay decisions over what was found."""
    by_id: Mapping[str, Record] = {getattr(r, "id", "mn-1"): r for r in found}
    text = Text(source.id, source.text, source.sha256)
    known = {"aoki", "ko", "otsu", "ko-army", "otsu-mod"}
    return lay_over(text, by_id, [(d, 0) for d in decisions], lambda ids: sorted(set(ids) - known))


def states(overlay: Overlay) -> dict[str, State]:
    """Return what is other than read."""
    return {one.id: one.state for one in overlay.records if one.state is not State.READ}


def fate(overlay: Overlay, decision: Decision) -> Fate:
    """Return what became of a decision's first target."""
    return overlay.outcomes[decision.id, 0].fate


def record_of(overlay: Overlay, id: str) -> Record:
    """Return the effective record with this id."""
    return next(one.record for one in overlay.records if one.id == id)


def test_no_decision_changes_nothing() -> None:
    """Without decisions the reading stands."""
    overlay = lay([])

    assert [one.record for one in overlay.records] == list(ALL)
    assert all(one.found == one.record and one.state is State.READ for one in overlay.records)


def test_what_is_accepted_stays_as_it_was_seen() -> None:
    """A later reader's other opinion does not change what a person accepted; it is kept beside."""
    accepted = on(SAID, Action.ACCEPT)
    other = replace(SAID, act=Act.ANNOUNCE, date=None)

    (one,) = lay([accepted], [other]).records

    assert (one.record, one.state, one.found) == (SAID, State.ACCEPTED, other)


def test_a_correction_pins_its_fields_only() -> None:
    """The other fields follow the reader."""
    decision = on(SAID, Action.CORRECT, {"act": "announce"})
    later = replace(SAID, date="2025-12-02")

    (one,) = lay([decision], [later]).records

    assert one.record == replace(later, act=Act.ANNOUNCE)
    assert (one.state, one.found) == (State.CORRECTED, later)


def test_a_rejected_record_is_named_by_none() -> None:
    """What rests on a rejected record stands without it."""
    overlay = lay([on(SAID, Action.REJECT)])

    assert states(overlay) == {SAID.id: State.REJECTED}
    assert record_of(overlay, STANCE.id) == replace(STANCE, statement=None)


def test_the_last_word_counts() -> None:
    """Who accepts or corrects after a rejection takes it back; a retraction stays."""
    first, second = on(SAID, Action.REJECT), on(SAID, Action.ACCEPT, at=2)
    assert states(lay([second, first])) == {SAID.id: State.ACCEPTED}
    third = on(SAID, Action.RETRACT, "d-9", at=3)
    fourth = on(SAID, Action.CORRECT, {"date": "2025-12-02"}, at=4)
    overlay = lay([fourth, third, second, first])
    assert states(overlay) == {SAID.id: State.RETRACTED}
    assert record_of(overlay, SAID.id) == replace(SAID, date="2025-12-02")


@pytest.mark.parametrize("action", [Action.ACCEPT, Action.RETRACT, Action.CORRECT, Action.ADD])
def test_what_was_decided_is_kept_when_not_found(action: Action) -> None:
    """A record a person stands by outlives a reader that does not find it."""
    value: Json = {"act": "announce"} if action is Action.CORRECT else None
    decision = on(SAID, action, value)

    overlay = lay([decision], [FIGURE])

    kept = record_of(overlay, SAID.id)
    assert isinstance(kept, Statement)
    assert kept.evidence == SAID.evidence
    assert next(one.found for one in overlay.records if one.id == SAID.id) is None
    assert fate(overlay, decision) is Fate.KEPT


@pytest.mark.parametrize("action", [Action.REJECT, Action.MERGE, Action.GRADE])
def test_what_has_nothing_to_keep_lies_dormant(action: Action) -> None:
    """A rejection of what is not found waits until it is."""
    decision = on(SAID, action)
    overlay = lay([decision], [FIGURE])

    assert [one.id for one in overlay.records] == [FIGURE.id]
    assert fate(overlay, decision) is Fate.DORMANT
    assert fate(lay([decision]), decision) is Fate.APPLIES


def test_a_rejection_is_of_what_was_said() -> None:
    """A reader that reads the same words otherwise, under another id, is heard again."""
    decision = on(SAID, Action.REJECT)
    wider = replace(SAID, id="st-2", evidence=cut(D, "停戦に応じる用意があると述べた"))
    theirs = replace(wider, speaker=Speaker("ko"))

    assert states(lay([decision], [wider])) == {"st-2": State.REJECTED}
    assert fate(lay([decision], [wider]), decision) is Fate.MOVED
    assert states(lay([decision], [theirs])) == {}


def test_decisions_follow_a_changed_text() -> None:
    """In a new version of the text the words are found where they now stand."""
    edited = document("訂正版。\n" + TEXT, id=D.id)
    moved = replace(SAID, id="st-9", evidence=cut(edited, "停戦に応じる用意がある"))
    decision = on(SAID, Action.CORRECT, {"act": "announce"})

    found = lay([decision], [moved], edited)
    kept = lay([decision], [], edited)

    assert record_of(found, "st-9") == replace(moved, act=Act.ANNOUNCE)
    assert fate(found, decision) is Fate.MOVED
    assert record_of(kept, SAID.id).evidence == moved.evidence


def test_words_that_are_gone_leave_an_orphan() -> None:
    """A decision whose words no longer stand in the text does nothing and is told so."""
    edited = document(TEXT.replace("停戦に応じる用意がある", "何も言わない"), id=D.id)
    decision = on(SAID, Action.ACCEPT)

    overlay = lay([decision], [], edited)

    assert (overlay.records, fate(overlay, decision)) == ((), Fate.ORPHANED)


def test_evidence_of_both_sides_moves_along() -> None:
    """A claim kept in a changed text quotes both sides where they now stand."""
    edited = document("訂正版。\n" + TEXT, id=D.id)
    overlay = lay([on(CLAIM, Action.ACCEPT)], [], edited)

    kept = record_of(overlay, CLAIM.id)
    expected = claim(edited, "北村を制圧した", "ko-army", ("otsu-mod", "これを否定した"))
    assert kept == replace(expected, id=CLAIM.id)


@pytest.mark.parametrize(
    ("record", "value"),
    [
        pytest.param(SAID, {"act": "shout"}, id="no-such-act"),
        pytest.param(SAID, {"date": "昨日"}, id="no-date"),
        pytest.param(SAID, {"loudness": 3}, id="no-such-field"),
        pytest.param(SAID, {"id": "st-9"}, id="id"),
        pytest.param(SAID, {"speaker": {"entity": "nobody"}}, id="no-such-actor"),
        pytest.param(SAID, {"speaker": {}}, id="no-speaker-at-all"),
        pytest.param(SAID, {"issues": [1]}, id="issues-of-numbers"),
        pytest.param(SAID, {}, id="nothing"),
        pytest.param(SAID, "deny", id="no-fields"),
        pytest.param(FIGURE, {"max": 14}, id="range-without-bound"),
        pytest.param(FIGURE, {"bound": "range", "max": 11}, id="range-that-ends-first"),
        pytest.param(FIGURE, {"value": "nan"}, id="not-a-number"),
        pytest.param(CLAIM, {"asserted": [], "denied": []}, id="nobody-claims"),
        pytest.param(
            FIGURE,
            {"evidence": {"document": D.id, "start": 0, "end": 3, "exact": "12人"}},
            id="evidence-elsewhere",
        ),
    ],
)
def test_what_cannot_be_is_refused(record: Record, value: Json) -> None:
    """A correction that makes no valid record changes nothing and is told so."""
    decision = on(record, Action.CORRECT, value)
    overlay = lay([decision])

    assert [one.record for one in overlay.records] == list(ALL)
    assert fate(overlay, decision) is Fate.REFUSED
    assert overlay.outcomes[decision.id, 0].reason


def test_evidence_may_be_corrected() -> None:
    """A person may say which words a record rests on, as long as they stand there."""
    wider = cut(D, "停戦に応じる用意があると述べた")
    span: dict[str, Json] = {"document": D.id, "start": wider.span.start, "end": wider.span.end}
    decision = on(SAID, Action.CORRECT, {"evidence": {**span, "exact": wider.exact}})

    assert record_of(lay([decision]), SAID.id).evidence == wider
    edited = document("訂正版。\n" + TEXT, id=D.id)
    moved = record_of(lay([decision], [], edited), SAID.id).evidence
    assert (moved.exact, moved.span.start) == (wider.exact, wider.span.start + 5)


def test_a_mention_is_corrected_under_its_id() -> None:
    """What has no id of its own keeps the one it was listed under."""
    named = mention(D, "甲国", "ko")
    (one,) = lay([on(named, Action.CORRECT, {"entity": "otsu"})], [named]).records

    assert (one.id, one.record) == ("mn-1", replace(named, entity="otsu"))


def test_what_was_added_is_the_readers_once_he_finds_it() -> None:
    """An added record that a later reader finds is one record, accepted."""
    decision = on(replace(SAID, id="st-own"), Action.ADD)

    assert states(lay([decision], [FIGURE])) == {"st-own": State.ADDED}
    assert states(lay([decision])) == {SAID.id: State.ACCEPTED}


def test_a_chain_of_readers_keeps_one_record() -> None:
    """Decisions on the same thing under two ids stay together under a third, or the first."""
    wider = replace(SAID, id="st-2", evidence=cut(D, "停戦に応じる用意があると述べた"))
    first = on(SAID, Action.ACCEPT)
    anchor = anchor_to(wider, "st-2", D.text, D.sha256, first=SAID.id)
    second = sealed(
        replace(on(wider, Action.CORRECT, {"date": "2025-12-01"}, at=2), targets=(anchor,))
    )

    for found in ([SAID], [wider], []):
        (one,) = lay([first, second], found).records
        assert (one.state, getattr(one.record, "date", "")) == (State.CORRECTED, "2025-12-01")


def test_decisions_on_stories_and_actors_are_not_about_records() -> None:
    """What has no snapshot cannot be laid over a reading."""
    decision = sealed(
        Decision("", Action.MERGE, (Anchor("statement", SAID.id),), "aoki", "2026-01-01")
    )

    assert fate(lay([decision]), decision) is Fate.ORPHANED
