"""What an actor says, on what, to whom, and how often somebody denies it."""

from __future__ import annotations

from soten.query.dealings import dealings
from soten.records import Act, Assertion, Claim
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger
from tests.store.factory import RUN, cut, document, reading, statement

TEXT = "甲国は停戦に応じないと述べた。甲国は北村を取ったと主張し、乙国は否定した。"


def test_words_are_counted_by_act_point_and_denial(ledger: Ledger) -> None:
    """A claim that another party denies is counted as denied, for whoever asserts it."""
    d = document(TEXT, "a.txt", edtf="2025-12-12")
    told = cut(d, "甲国は北村を取った")
    claim = Claim(
        "cl-1",
        told,
        "甲国は北村を取った",
        (Assertion("ko", told),),
        (Assertion("otsu", cut(d, "乙国は否定した")),),
    )
    said = statement(d, "停戦に応じない", "ko", Act.REJECT, issues=("ceasefire",))
    ledger.put_reading(RUN, reading(d, [said, claim]))
    join_pending(ledger, JOINERS)

    found = dealings(ledger, "ko")
    assert (found.statements, found.acts) == (1, ((Act.REJECT, 1),))
    assert [(one.who.id, one.count) for one in found.issues] == [("ceasefire", 1)]
    assert (found.claims, found.denied, found.denies) == (1, 1, 0)
    other = dealings(ledger, "otsu")
    assert (other.statements, other.claims, other.denies) == (0, 0, 1)
    assert dealings(ledger, "nobody").is_empty
