from __future__ import annotations

from itertools import pairwise

import pytest

from soten.records import Span, Story
from soten.store import Ledger, Selection, parse_words
from soten.store.bigrams import PASSAGE_CHARS, fold
from tests.store.factory import (
    LATER_RUN,
    RUN,
    document,
    full_reading,
    mention,
    reading,
    statement,
)

TEXTS = {
    "truce": "甲国と乙国は停戦交渉を再開した。ロシア語の通訳が付いた。",
    "pause": "休戦の合意はまだない。交渉は続く。",
    "width": "ﾛｼｱ製のﾄﾞﾛｰﾝ１１９機。ＮＡＴＯの F-16 も。",
    "marks": "カ\u3099サ\u3099地区の情勢。㈱アオキ商会。",
    "rare": "𠮷野川の🛰衛星。最後の字は州",
}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Return a ledger with one document for each of `TEXTS`."""
    for name, text in TEXTS.items():
        ledger.put_reading(RUN, reading(document(text, name)))
    return ledger


def found(ledger: Ledger, words: str) -> set[str]:
    """Return the names of the documents that hold the words."""
    hits = ledger.documents_with(parse_words(words), limit=100)
    return {facts.name for facts in ledger.facts([id for id, _ in hits]).values()}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("交渉", {"truce", "pause"}, id="two-characters"),
        pytest.param("停戦交渉", {"truce"}, id="compound"),
        pytest.param("戦交", {"truce"}, id="across-words"),
        pytest.param("州", {"rare"}, id="one-character-at-the-end"),
        pytest.param("休", {"pause"}, id="one-character-at-the-start"),
        pytest.param("ロシア", {"truce", "width"}, id="width"),
        pytest.param("ﾛｼｱ語", {"truce"}, id="width-of-the-query"),
        pytest.param("ドローン119機", {"width"}, id="marks-and-digits"),
        pytest.param("nato f-16", {"width"}, id="case-and-punctuation"),
        pytest.param("ガザ", {"marks"}, id="composed"),
        pytest.param("カサ", set(), id="another-kana"),
        pytest.param("(株)アオキ", {"marks"}, id="compatibility-form"),
        pytest.param("𠮷野川", {"rare"}, id="beyond-the-basic-plane"),
        pytest.param("🛰衛星", {"rare"}, id="emoji"),
        pytest.param("停戦 OR 休戦", {"truce", "pause"}, id="or"),
        pytest.param("交渉 -休戦", {"truce"}, id="not"),
        pytest.param("交渉 -休戦 -通訳", set(), id="not-not"),
        pytest.param("停戦 休戦", set(), id="and"),
        pytest.param('"f-16 も"', {"width"}, id="phrase-with-space"),
        pytest.param('"も f-16"', set(), id="phrase-in-order"),
        pytest.param("渉停", set(), id="not-in-reverse"),
    ],
)
def test_words_are_found_where_they_stand(filled: Ledger, words: str, names: set[str]) -> None:
    """A search finds the documents that hold the words, in both kinds of database alike."""
    assert found(filled, words) == names


def test_every_pair_of_characters_is_found(filled: Ledger) -> None:
    """Whatever two neighbouring characters of a text are searched for, the text is found."""
    for name, text in TEXTS.items():
        for pair in map("".join, pairwise(fold(text))):
            if pair.strip() == pair and not pair.startswith("－"):
                assert name in found(filled, f'"{pair}"'), pair


def test_words_of_different_stories_are_not_found_together(ledger: Ledger) -> None:
    """Words that stand in two stories of one page are no hit for both."""
    text = "停戦の話。\n選挙の話。\n"
    stories = (Story(Span(0, 6)), Story(Span(6, 12)))
    ledger.put_reading(RUN, reading(document(text, "page", stories=stories)))

    assert found(ledger, "停戦 話") == {"page"}
    assert found(ledger, "停戦 選挙") == set()


def test_long_texts_are_searched_to_their_end(ledger: Ledger) -> None:
    """The last words of a text longer than a passage are found, with the passage's place."""
    d = document("甲国の報道。\n" * PASSAGE_CHARS + "結びの言葉", "long")
    ledger.put_reading(RUN, reading(d))

    (hit,) = ledger.passages_with(parse_words("結びの言葉"), [d.id])

    assert found(ledger, "結びの言葉") == {"long"}
    assert hit.end == len(d.text)
    assert "結びの言葉" in d.text[hit.start : hit.end]


def test_titles_are_searched_with_the_text(ledger: Ledger) -> None:
    """A word that stands in the title only finds the document, until the title changes."""
    d = document(title="北村をめぐる攻防")
    ledger.put_reading(RUN, reading(d))
    assert found(ledger, "攻防 停戦") == {"a.txt"}

    ledger.put_reading(LATER_RUN, reading(document(title="続報")))

    assert found(ledger, "攻防") == set()
    assert found(ledger, "続報") == {"a.txt"}


def test_records_are_found_by_words_and_actors(ledger: Ledger) -> None:
    """A statement is found by its own words together with its speaker's names."""
    d = document()
    said = statement(d, "停戦に応じる用意がある", "aoki")
    ledger.put_reading(RUN, reading(d, [said, mention(d, "甲国", "ko")]))

    for words in ("停戦", "アオキ・ハル 停戦", "haru"):
        hits = list(ledger.records(Selection(words=parse_words(words))))
        assert [stored.id for stored in hits] == [said.id]
    assert not list(ledger.records(Selection(words=parse_words("制圧"))))


def test_pages_of_documents_follow_each_other(ledger: Ledger) -> None:
    """Pages of documents hold each hit once, the latest published first, the undated last."""
    for n in range(7):
        edtf = None if n == 3 else f"2025-12-0{n % 3 + 1}"
        ledger.put_reading(RUN, reading(document(f"停戦{n}", f"{n}", edtf=edtf)))
    words = parse_words("停戦")
    whole = [id for id, _ in ledger.documents_with(words, limit=100)]

    paged: list[str] = []
    after: str | None = None
    while page := ledger.documents_with(words, limit=2, after=after):
        paged += [id for id, _ in page]
        after = page[-1][1]

    assert paged == whole
    assert len(whole) == 7
    names = [ledger.facts([id])[id].name for id in whole]
    assert names == ["5", "2", "4", "1", "6", "0", "3"]


def test_the_index_forgets_exactly_what_is_replaced(ledger: Ledger) -> None:
    """After many re-readings the index holds the words of the last and passes its own check."""
    d = document()
    records = full_reading(d).records
    for turn in range(1, len(records)):
        ledger.put_reading(RUN if turn % 2 else LATER_RUN, reading(d, records[:turn]))
    ledger.put_reading(RUN, reading(d))

    assert not list(ledger.records(Selection(words=parse_words("停戦 OR 制圧 OR 協議"))))
    assert found(ledger, "停戦") == {"a.txt"}
    if ledger._engine.dialect.name == "sqlite":
        with ledger._engine.connect() as connection:
            check = "INSERT INTO passage_pairs (passage_pairs) VALUES ('integrity-check')"
            connection.exec_driver_sql(check)
            query = "SELECT count(*) FROM passage_pairs WHERE passage_pairs MATCH '\"停戦\"'"
            assert connection.exec_driver_sql(query).scalar() == 1
