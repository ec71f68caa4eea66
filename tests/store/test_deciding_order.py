"""The ledger does not depend on the order in which readings and decisions come."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from soten.records import Action, Json, Reading
from soten.store import Ledger, Proposal, Search, open_ledger
from tests.store.factory import LATER_RUN, RUN, TEXT, document, full_reading, reading
from tests.store.test_deciding import FIGURES, SAID, WHOLE, D, stand, undo, without

EDITED = document("訂正版。\n" + TEXT.replace("12人", "13人"), id=D.id)
READINGS = (
    WHOLE,
    without(SAID),
    without(*FIGURES),
    reading(D, []),
    reading(EDITED, []),
    full_reading(document("訂正版。\n" + TEXT, id=D.id)),
)
CORRECTIONS: dict[str, Json] = {
    "mention": {"entity": "otsu"},
    "date": {"edtf": "2025-12"},
    "statement": {"act": "deny", "date": None},
    "figure": {"bound": "at-least"},
    "talk": {"status": "held"},
    "position": {"stance": "rejects"},
    "claim": {"what": "村の制圧"},
    "commitment": {"end": "2026-01-31"},
}
ACTIONS = (Action.ACCEPT, Action.REJECT, Action.RETRACT, Action.CORRECT)

decisions = st.tuples(st.just("decide"), st.integers(0, 20), st.sampled_from(ACTIONS))
undoings = st.tuples(st.just("undo"), st.integers(0, 20), st.none())
readings = st.tuples(st.just("read"), st.integers(0, len(READINGS) - 1), st.none())
Step = tuple[str, int, Action | None]
scripts = st.lists(st.one_of(decisions, decisions, undoings, readings), max_size=10)


def play(ledger: Ledger, script: Sequence[Step]) -> Reading:
    """Do what a script says, as far as it can be done; return the last reading."""
    last = WHOLE
    ledger.put_reading(RUN, last)
    for what, at, action in script:
        ids = sorted(stand(ledger))
        holding = ledger.decisions(Search(only_holding=True), newest_first=False)
        if what == "read":
            last = READINGS[at]
            ledger.put_reading(LATER_RUN, last)
        elif what == "undo" and holding:
            undo(ledger, holding[at % len(holding)].decision.id)
        elif what == "decide" and ids and action is not None:
            id = ids[at % len(ids)]
            value = None
            if action is Action.CORRECT:
                found = ledger.record(id)
                assert found is not None
                value = CORRECTIONS[found.record.kind]
            ledger.decide([Proposal(action, (id,), value=value)], by="aoki")
    return last


@settings(max_examples=30, deadline=None)
@given(scripts, st.integers())
@example([("decide", 2, Action.ACCEPT), ("read", 3, None), ("read", 4, None)], 0)
def test_only_the_last_reading_and_the_decisions_count(script: list[Step], seed: int) -> None:
    """A new ledger that takes the decisions in any order comes to the same."""
    with TemporaryDirectory() as folder:
        with open_ledger(Path(folder) / "one.db") as one:
            last = play(one, script)
            expected, taken = stand(one), list(one.every_decision())
        random.Random(seed).shuffle(taken)
        middle = seed % (len(taken) + 1)
        with open_ledger(Path(folder) / "other.db") as other:
            other.put_decisions(taken[:middle])
            other.put_reading(LATER_RUN, last)
            other.put_decisions(taken[middle:])

            assert stand(other) == expected


@settings(max_examples=20, deadline=None)
@given(scripts)
def test_taking_everything_back_leaves_the_reading(script: list[Step]) -> None:
    """When no decision holds, the ledger is what the reader found."""
    with TemporaryDirectory() as folder:
        with open_ledger(Path(folder) / "one.db") as one:
            last = play(one, script)
            for entry in one.decisions(Search(only_holding=True, actions=ACTIONS)):
                undo(one, entry.decision.id)
            left = stand(one)
        with open_ledger(Path(folder) / "other.db") as other:
            other.put_reading(LATER_RUN, last)

            assert left == stand(other)
