from __future__ import annotations

import pytest

from soten.query import (
    ActorDetail,
    DocumentDetail,
    GoneDetail,
    RecordDetail,
    show,
    talks,
)
from soten.query.details import context_of
from soten.records import Span, UsageError
from soten.store import Ledger
from tests.store.factory import LATER_RUN, document, full_reading, reading


def test_a_record_is_shown_in_its_surroundings(filled: Ledger) -> None:
    """A record has its paragraph, and what it rests on or shares words with."""
    (position,) = [r for r in full_reading().records if r.kind == "position"]
    id = next(stored.id for stored in filled.records() if stored.record == position)

    detail = show(filled, id)

    assert isinstance(detail, RecordDetail)
    assert detail.context.text == "甲国のアオキ外相は３日、停戦に応じる用意があると述べた。"
    assert detail.context.marks == (position.evidence.span,)
    assert [row.record.kind for row in detail.related] == ["statement"]


def test_a_document_is_shown_with_versions(filled: Ledger) -> None:
    """A document has its stories, versions and readings."""
    (d,) = filled.documents()

    detail = show(filled, d.id)

    assert isinstance(detail, DocumentDetail)
    assert [facts.version for facts in detail.versions] == [1]
    assert detail.source.counts["talk"] == 1


@pytest.mark.parametrize("asked", ["ko", "甲国"])
def test_an_actor_is_shown_with_its_latest_records(filled: Ledger, asked: str) -> None:
    """An actor has its forms, counts and the latest records of its side."""
    detail = show(filled, asked)

    assert isinstance(detail, ActorDetail)
    assert detail.forms == ("甲国", "甲")
    assert detail.row.mentions == 1
    assert detail.latest[0].record.kind == "commitment"


def test_a_record_no_longer_found_says_so(filled: Ledger) -> None:
    """A record that a later reading did not find is shown as gone, with the run."""
    (talk,) = talks(filled).rows
    filled.put_reading(LATER_RUN, reading(document()))

    detail = show(filled, talk.id)

    assert isinstance(detail, GoneDetail)
    assert (detail.record, detail.run) == (talk.record, LATER_RUN)


def test_an_unknown_id_is_wrong_use(filled: Ledger) -> None:
    """What nothing has as its id is refused."""
    for id in ("st-nothing", "d-nothing", "", "100%"):
        with pytest.raises(UsageError, match="nothing in the ledger has the id"):
            show(filled, id)


def test_the_context_of_a_long_paragraph_is_its_sentence() -> None:
    """A long paragraph is cut to the sentences around the words, a short one is whole."""
    text = "前文。" * 200 + "外相は否定した。" + "後文。" * 200
    at = text.index("否定")

    assert context_of(text, Span(at, at + 2)).cut(text) == "外相は否定した。"
    whole = "短い。外相は否定した。"
    assert context_of(whole, Span(5, 7)).cut(whole) == whole
    assert context_of("終わり", Span(0, 3)) == Span(0, 3)
