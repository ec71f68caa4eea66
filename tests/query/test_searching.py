from __future__ import annotations

import pytest

from soten.query import search
from soten.query.searching import marks_in
from soten.records import Span, UsageError
from soten.store import Ledger, parse_words
from tests.store.factory import RUN, document, full_reading, reading


def test_a_search_finds_documents_and_records(filled: Ledger) -> None:
    """Documents come with the place of the words, records as rows."""
    found = search(filled, "停戦 用意")

    (hit,) = found.documents
    (snippet,) = hit.snippets
    text = next(iter(filled.documents())).text
    assert snippet.span.cut(text) == snippet.text
    assert [mark.cut(text) for mark in snippet.marks] == ["停戦", "用意"]
    assert {row.record.kind for row in found.records} == {"statement", "position"}
    assert found.next is None


def test_nothing_is_found_where_nothing_stands(filled: Ledger) -> None:
    """Words that do not occur give an empty answer, no words at all are wrong use."""
    assert search(filled, "選挙").documents == ()
    assert search(filled, "選挙").records == ()
    with pytest.raises(UsageError):
        search(filled, "  ")
    with pytest.raises(UsageError, match="continue from"):
        search(filled, "停戦", after="nowhere")


def test_pages_of_hits_hold_each_once(ledger: Ledger) -> None:
    """Documents and records are paged side by side until both have ended."""
    for n in range(5):
        ledger.put_reading(RUN, full_reading(document(document().text + str(n), f"{n}.txt")))
    ledger.put_reading(RUN, reading(document("停戦だけ。", "only.txt")))

    documents: list[str] = []
    records: list[str] = []
    after: str | None = None
    for _ in range(20):
        found = search(ledger, "停戦", limit=2, after=after)
        documents += [hit.document.id for hit in found.documents]
        records += [row.id for row in found.records]
        after = found.next
        if after is None:
            break

    assert (len(documents), len(set(documents))) == (6, 6)
    assert (len(records), len(set(records))) == (10, 10)


def test_a_name_stands_for_all_names_of_its_actor(ledger: Ledger) -> None:
    """A search for one name of an actor finds texts with another, unless it is quoted."""
    one, two = document("アオキ・ハルが来た。", "1"), document("アオキ外相が来た。", "2")
    for d in (one, two):
        ledger.put_reading(RUN, reading(d))

    found = search(ledger, "アオキ・ハル")

    assert [hit.document.name for hit in found.documents] == ["2", "1"]
    assert [m.cut(two.text) for s in found.documents[0].snippets for m in s.marks] == ["アオキ"]
    assert len(search(ledger, '"アオキ・ハル"').documents) == 1
    assert len(search(ledger, "来た -アオキ・ハル").documents) == 1


def test_a_title_is_found_without_marks(ledger: Ledger) -> None:
    """A document found by its title alone shows its beginning."""
    ledger.put_reading(RUN, reading(document("本文だけ。", title="見出し")))

    (hit,) = search(ledger, "見出し").documents

    assert [(s.text, s.marks) for s in hit.snippets] == [("本文だけ。", ())]


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        pytest.param("ﾛｼｱと㈱ガザ", "ロシア (株)", ["ﾛｼｱ", "㈱"], id="folded"),
        pytest.param("㈱", "株", ["㈱"], id="inside-one-character"),
        pytest.param("停戦交渉", "停戦 停戦交渉", ["停戦交渉"], id="longest-first"),
        pytest.param("停戦 交渉", '"停戦 交渉"', ["停戦 交渉"], id="phrase-over-space"),
        pytest.param("停戦\n\n交渉", '"停戦 交渉"', ["停戦\n\n交渉"], id="phrase-over-lines"),
        pytest.param("カ\u3099サ\u3099", "ガザ", ["カ\u3099サ\u3099"], id="composed"),
        pytest.param("停戦", "停戦 -交渉", ["停戦"], id="excluded-not-marked"),
        pytest.param("𠮷野と停戦", "停戦", ["停戦"], id="code-points"),
    ],
)
def test_marks_are_places_in_the_text_itself(text: str, words: str, marks: list[str]) -> None:
    """Marks count code points of the text as stored, not of the folded copy."""
    found = marks_in(text, parse_words(words))

    assert [mark.cut(text) for mark in found] == marks
    assert marks_in(text, parse_words(words), 100) == [
        Span(mark.start + 100, mark.end + 100) for mark in found
    ]
