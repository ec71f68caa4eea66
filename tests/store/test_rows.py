from __future__ import annotations

from dataclasses import replace

import pytest

from soten.records import (
    Act,
    Assertion,
    Claim,
    Evidence,
    LedgerError,
    Reading,
    Span,
    Speaker,
    Story,
)
from soten.store import Ledger, parse_words
from tests.store.factory import (
    RUN,
    cut,
    document,
    figure,
    mention,
    reading,
    statement,
)


def refusals() -> dict[str, tuple[Reading, str]]:
    """Return readings that do not hold, each with what the error says."""
    d = document()
    said = statement(d, "停戦に応じる用意がある", "aoki")
    wrong = replace(said.evidence, exact="停戦に応じない")
    outside = Evidence(d.id, Span(5, 9000), "停戦")
    elsewhere = replace(said.evidence, document="d-elsewhere")
    absent = Assertion("ko", elsewhere)
    claim = Claim("cl-1", said.evidence, "x", (Assertion("ko", said.evidence),), (absent,))
    return {
        "words": (reading(d, [replace(said, evidence=wrong)]), "the record says '停戦に応じない'"),
        "place": (reading(d, [replace(said, evidence=outside)]), "does not fit a text"),
        "document": (reading(d, [replace(said, evidence=elsewhere)]), "was read in"),
        "further": (reading(d, [claim]), "does not fit a text"),
        "date": (reading(d, [replace(said, date="12月3日")]), "not a date"),
        "two": (reading(d, [said, replace(said, act=Act.DENY)]), "two different records"),
        "actor": (reading(d, [replace(said, speaker=Speaker("nobody"))]), "declared for nobody"),
        "via": (reading(d, [replace(said, via=("outlet-x",))]), "declared for outlet-x"),
        "mention": (reading(d, [mention(d, "甲国", "who")]), "declared for who"),
        "reference": (
            reading(d, [replace(claim, denied=(), figures=("fg-none",))]),
            "no record has the id fg-none",
        ),
        "digest": (reading(replace(d, sha256="0" * 64)), "its text has"),
        "nul": (reading(document("甲\x00国")), "NUL"),
        "published": (reading(document(edtf="昨日")), "not a date"),
        "story": (reading(document(stories=(Story(Span(0, 9999)),))), "a story's span"),
        "number": (
            reading(d, [figure(d, "12人", float("inf"), "ko")]),
            "JSON",
        ),
    }


@pytest.mark.parametrize("which", refusals())
def test_a_reading_that_does_not_hold_is_refused_whole(ledger: Ledger, which: str) -> None:
    """Nothing of a reading is stored when a part of it does not hold."""
    put, message = refusals()[which]
    good = statement(put.document, put.document.text[:2], "ko")

    with pytest.raises(LedgerError, match=message):
        ledger.put_reading(RUN, replace(put, records=(good, *put.records)))

    assert list(ledger.documents()) == []
    assert list(ledger.records()) == []
    assert not ledger.is_read(put.document.sha256, RUN.reader)
    assert not ledger.documents_with(parse_words("甲"), limit=5)


def test_half_a_surrogate_pair_is_refused(ledger: Ledger) -> None:
    """Text that has no UTF-8 is refused in one line."""
    d = replace(document(), text="甲\ud800")

    with pytest.raises(LedgerError, match="surrogate"):
        ledger.put_reading(RUN, reading(d))
    with pytest.raises(LedgerError):
        ledger.identify("a\udc80.txt", None, "0" * 64)


def test_equal_records_count_once(ledger: Ledger) -> None:
    """A record given twice is stored once."""
    d = document()
    named = mention(d, "甲国", "ko")

    assert ledger.put_reading(RUN, reading(d, [named, named])).new == 1


def test_evidence_in_a_further_document_is_checked_there(ledger: Ledger) -> None:
    """A claim may be denied in another document, in words that stand in it."""
    first, second = document(), document("乙国の国防省は否定した。", "b.txt")
    ledger.put_reading(RUN, reading(first))
    denial = Assertion("otsu-mod", cut(first, "これを否定した"))
    own = cut(second, "否定した")
    claim = Claim("cl-9", own, "北村の制圧", (Assertion("ko-army", own),), (denial,))

    assert ledger.put_reading(RUN, reading(second, [claim])).new == 1
