from __future__ import annotations

from soten.query import Filter, disputes
from soten.records import Assertion, Claim
from soten.store import Ledger
from tests.store.factory import RUN, claim, cut, document, figure, reading


def test_a_dispute_shows_both_sides_with_their_words(filled: Ledger) -> None:
    """Who asserts and who denies stand side by side, each with words and document."""
    (dispute,) = disputes(filled).rows

    (asserted,), (denied,) = dispute.asserted, dispute.denied
    assert (asserted.by.text(), asserted.evidence.exact) == ("甲国軍", "北村を制圧した")
    assert (denied.by.text(), denied.evidence.exact) == ("乙国国防省", "これを否定した")
    assert denied.document.name == "a.txt"


def test_a_claim_nobody_denies_is_no_dispute(ledger: Ledger) -> None:
    """Claims without a denial are not disputed."""
    d = document()
    ledger.put_reading(RUN, reading(d, [claim(d, "北村を制圧した", "ko-army")]))

    assert disputes(ledger).rows == ()


def test_a_denial_in_another_document_names_that_document(filled: Ledger) -> None:
    """A claim denied elsewhere shows the other document as the source of the denial."""
    (first,) = filled.documents()
    second = document("乙国の国防省は否定した。南村も制圧していないという。", "b.txt")
    own = cut(second, "南村も制圧")
    denial = Assertion("otsu-mod", cut(first, "これを否定した"))
    across = Claim("cl-x", own, "南村", (Assertion("ko-army", own),), (denial,))
    filled.put_reading(RUN, reading(second, [across]))

    (dispute,) = disputes(filled, Filter(document="b.txt")).rows

    assert dispute.asserted[0].document.name == "b.txt"
    assert dispute.denied[0].document.name == "a.txt"


def test_a_dispute_over_a_number_carries_the_figures(ledger: Ledger) -> None:
    """The figures a claim is about come with it."""
    d = document()
    number = figure(d, "12人", 12, "ko")
    disputed = claim(d, "死者が12人に上る", "ko", ("otsu", "30人だとしている"), (number.id,))
    ledger.put_reading(RUN, reading(d, [number, disputed]))

    (dispute,) = disputes(ledger).rows

    assert [row.record for row in dispute.figures] == [number]
    assert dispute.claim.record == disputed
