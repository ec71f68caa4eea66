"""Publishers, chosen words, silences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from soten.query import Filter
from soten.query.outlets import chains, publishers
from soten.query.silence import habits, silences, silent_on
from soten.query.wordchoice import word_choice
from soten.records import Act, Document, Voice, Wording, record_id
from soten.review import Reviewer
from soten.store import Ledger, leading
from tests.store.cluster import ledger_place
from tests.store.factory import RUN, cut, document, reading, statement


@pytest.fixture(params=["sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """Return an empty ledger in each kind of database."""
    with Ledger(ledger_place(request.param, tmp_path)) as ledger:
        yield ledger


def told(publisher: str | None, text: str, day: str, **fields: object) -> Document:
    """Return a document of a publisher and a day."""
    made = document(text, f"{publisher}-{day}.txt", edtf=day)
    return replace(made, publisher=publisher, **fields)  # type: ignore[arg-type]


def wording(d: Document, word: str, voice: Voice = Voice.OWN, whose: str | None = None) -> Wording:
    """Return a loaded word of a document."""
    evidence = cut(d, word)
    id = record_id("wording", d.id, evidence.span.start)
    return Wording(id, evidence, "control-change", whose, voice)


def test_words_of_publishers_stand_side_by_side(shelf: Ledger) -> None:
    """One publisher writes 解放 where the other writes 占領."""
    one = told("甲新聞", "北村を解放した。", "2025-12-01")
    other = told("乙新聞", "北村を占領した。", "2025-12-01")
    shelf.put_reading(RUN, reading(one, [wording(one, "解放", whose="ko")]))
    shelf.put_reading(RUN, reading(other, [wording(other, "占領")]))

    (choice,) = word_choice(shelf)

    assert [(w.word, w.whose and w.whose.ja, w.uses[0].publisher) for w in choice.words] == [
        ("占領", None, "乙新聞"),
        ("解放", "甲国", "甲新聞"),
    ]


def test_a_quoted_word_is_not_the_publishers_own(shelf: Ledger) -> None:
    """Words are counted by whose they are."""
    one = told("甲新聞", "「解放した」という。", "2025-12-01")
    shelf.put_reading(RUN, reading(one, [wording(one, "解放", Voice.QUOTED)]))

    (choice,) = word_choice(shelf)

    assert choice.words[0].uses[0].by_voice == {Voice.QUOTED: 1}


def test_of_much_only_the_latest_uses_are_looked_at(
    shelf: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where many records meet a filter; what few meet is found in full."""
    for day in (1, 2, 3):
        one = told("甲新聞", "北村を占領した。" + "。" * day, f"2025-12-0{day}")
        shelf.put_reading(RUN, reading(one, [wording(one, "占領")]))

    def uses(until: str) -> int:
        found = word_choice(shelf, Filter(until=until, party=None), latest=1)
        return sum(word.total for choice in found for word in choice.words)

    monkeypatch.setattr(leading, "FEW", -1)
    assert [uses("2025-12-02"), uses("2025-12-03")] == [1, 1]
    assert word_choice(shelf, Filter(since="2025-12-02"))[0].words[0].total == 2


def test_chains_count_how_reports_came(shelf: Ledger) -> None:
    """A document that names nobody it was taken from has no chain."""
    shelf.put_reading(RUN, reading(told("甲新聞", "あ。", "2025-12-01", origin=("通信社",))))
    shelf.put_reading(RUN, reading(told("甲新聞", "い。", "2025-12-01")))

    (chain,) = chains(shelf)

    assert (chain.publisher, [o.text() for o in chain.origin], chain.documents) == (
        "甲新聞",
        ["通信社"],
        1,
    )


def test_publishers_that_are_unknown_stand_together(shelf: Ledger) -> None:
    """Nobody is made up for a document that does not say who published it."""
    shelf.put_reading(RUN, reading(told(None, "あ。", "2025-12-01")))
    shelf.put_reading(RUN, reading(told("甲新聞", "い。", "2025-12-01")))

    assert {one.count.publisher for one in publishers(shelf)} == {"", "甲新聞"}


def spoke(shelf: Ledger, day: date) -> None:
    """Let アオキ speak on a day, in a report of that day."""
    d = told("甲新聞", f"アオキ氏は{day.day}日、停戦に応じると述べた（{day}）。", day.isoformat())
    said = statement(d, "停戦に応じる", "aoki", Act.WILLING, date=day.isoformat())
    shelf.put_reading(RUN, reading(d, [said]))


def test_who_used_to_speak_and_is_quiet_now_is_told(shelf: Ledger) -> None:
    """Six days in a row, then three weeks of nothing while others go on publishing."""
    first = date(2025, 10, 1)
    for at in range(6):
        spoke(shelf, first + timedelta(days=at))
    shelf.put_reading(RUN, reading(told("乙新聞", "何もない。", "2025-10-27")))

    found = {(s.kind, s.who.id): s for s in silences(shelf)}

    assert found.keys() == {("actor", "aoki"), ("publisher", "甲新聞")}
    assert found["actor", "aoki"].days == 21
    assert found["actor", "aoki"].last == "2025-10-06"


def test_who_speaks_seldom_is_not_silent(shelf: Ledger) -> None:
    """A voice heard once a month is not missed after three weeks."""
    for month in range(1, 7):
        spoke(shelf, date(2025, month, 1))

    assert silences(shelf, "2025-06-22") == ()


def test_from_days_heard_silence_is_told_for_any_day(shelf: Ledger) -> None:
    """As from the ledger itself, which is asked for one year only."""
    for at in (0, 1, 2, 3, 4, 5, 30, 31, 33, 35, 36, 400):
        spoke(shelf, date(2025, 1, 1) + timedelta(days=at))
    heard = habits(shelf)

    for at in range(0, 500, 9):
        day = (date(2025, 1, 1) + timedelta(days=at)).isoformat()
        assert silent_on(heard, day) == silences(shelf, day), day
    assert any(silent_on(heard, f"2025-{month:02}-01") for month in range(1, 13))


def test_an_empty_ledger_misses_nobody(shelf: Ledger) -> None:
    """Without documents there is no day to look from."""
    assert silences(shelf) == ()


def test_a_grade_a_person_gave_stands_with_the_publisher(shelf: Ledger) -> None:
    """Nobody else is graded; nothing is graded by itself."""
    shelf.put_reading(RUN, reading(told("甲新聞", "あ。", "2025-12-01")))
    shelf.put_reading(RUN, reading(told("乙新聞", "い。", "2025-12-01")))
    Reviewer(shelf, "編集者").grade("甲新聞", "B2", "訂正が速い")

    assert {one.count.publisher: one.grade for one in publishers(shelf)} == {
        "甲新聞": "B2",
        "乙新聞": None,
    }
