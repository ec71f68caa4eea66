from __future__ import annotations

import pytest

from soten.records import (
    Speaker,
    Stance,
    UsageError,
)
from soten.store import Ledger, Order, Selection, parse_words
from soten.store.traits import key_of
from tests.store.factory import (
    RUN,
    TEXT,
    document,
    full_reading,
    position,
    reading,
    statement,
)


def ids(ledger: Ledger, selection: Selection | None = None) -> set[str]:
    """Return the ids of the selected records."""
    return {stored.id for stored in ledger.records(selection or Selection())}


@pytest.mark.parametrize(
    ("selection", "kinds"),
    [
        (Selection(kinds=("figure",)), ["figure", "figure"]),
        (Selection(party="ko", kinds=("statement",)), ["statement"]),
        (Selection(party="otsu"), ["claim", "figure", "talk"]),
        (Selection(speaker="aoki"), ["statement"]),
        (Selection(speaker="otsu-mod"), ["claim"]),
        (Selection(involves="otsu"), ["mention", "claim", "figure", "talk"]),
        (Selection(issue="ceasefire"), ["statement", "position"]),
        (Selection(value="willing"), ["statement"]),
        (Selection(value="planned"), ["talk"]),
        (Selection(is_denied=True), ["claim"]),
        (Selection(is_of_place=False, kinds=("claim",)), ["claim"]),
        (Selection(is_of_place=True), []),
        (Selection(since="2025-12-05", until="2025-12-09"), ["talk", "commitment"]),
        (Selection(since="2026-01-01"), []),
        (Selection(has_own_date=True, until="2025-12-03"), ["date", "statement", "position"]),
        (Selection(documents=()), []),
        (Selection(ids=("nothing",)), []),
        (Selection(fresh_since="2025-12-05"), []),
        (Selection(fresh_since="2025-12-04", kinds=("talk",)), ["talk"]),
        (Selection(words=parse_words("制圧 アオキ")), []),
        (Selection(words=parse_words("停戦 アオキ")), ["statement", "position"]),
    ],
)
def test_a_selection_lets_through_what_it_names(
    ledger: Ledger, selection: Selection, kinds: list[str]
) -> None:
    """Each condition lets through the records that meet it, in order of place."""
    ledger.put_reading(RUN, full_reading())

    found = [stored.record.kind for stored in ledger.records(selection)]

    assert sorted(found) == sorted(kinds)


def test_anonymous_voices_and_the_writer_are_speakers(ledger: Ledger) -> None:
    """`anonymous` matches whoever is not named, `author` the writer."""
    d = document()
    unnamed = statement(d, "停戦に応じる用意がある", Speaker(anonymous="政府当局者"))
    writer = statement(d, "これを否定した", Speaker(author=True))
    nobody = statement(d, "攻撃を控える", None)
    ledger.put_reading(RUN, reading(d, [unnamed, writer, nobody]))

    assert ids(ledger, Selection(speaker="anonymous")) == {unnamed.id}
    assert ids(ledger, Selection(speaker="anonymous:政府当局者")) == {unnamed.id}
    assert ids(ledger, Selection(speaker="author")) == {writer.id}


def test_records_without_issues_are_found_under_those_of_their_words(ledger: Ledger) -> None:
    """A figure in a statement on territory is found under territory."""
    d = document()
    said = statement(d, "死者が12人に上る", "ko", issues=("losses",))
    (number,) = [r for r in full_reading(d).records if r.kind == "figure" and "12" in str(r)]
    ledger.put_reading(RUN, reading(d, [said, number]))

    assert ids(ledger, Selection(issue="losses")) == {said.id, key_of(number)}


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("size", [1, 3])
def test_pages_follow_each_other_without_gap_or_repeat(
    ledger: Ledger, order: Order, size: int
) -> None:
    """Pages read one after another hold what one long list holds, in the same order."""
    for name in ("a.txt", "b.txt", "c.txt"):
        edtf = None if name == "b.txt" else "2025-12-04"
        ledger.put_reading(RUN, full_reading(document(TEXT + name, name, edtf=edtf)))
    whole = [stored.id for stored in ledger.records(order=order)]

    paged: list[str] = []
    after: str | None = None
    while page := list(ledger.records(order=order, limit=size, after=after)):
        paged += [stored.id for stored in page]
        after = page[-1].cursor

    assert paged == whole
    assert len(set(whole)) == 3 * len(full_reading().records)


def test_the_newest_come_first_and_the_undated_last(ledger: Ledger) -> None:
    """Newest-first goes by the record's own day, else its document's; undated records end it."""
    first = document(edtf=None)
    second = document("甲国のアオキ外相は否定した。", "b.txt", edtf="2025-11")
    said = statement(first, "停戦に応じる用意がある", "aoki", date="2025-12-03")
    undated = statement(first, "攻撃を控える", "ko")
    older = statement(second, "否定した", "aoki")
    ledger.put_reading(RUN, reading(first, [said, undated]))
    ledger.put_reading(RUN, reading(second, [older]))

    found = [stored.id for stored in ledger.records(order=Order.NEWEST)]

    assert found == [said.id, older.id, undated.id]


def test_a_record_never_comes_before_one_it_refers_to(ledger: Ledger) -> None:
    """A position whose evidence begins before its statement's is listed behind it."""
    d = document()
    said = statement(d, "停戦に応じる用意がある", "aoki")
    early = position(d, "アオキ外相", "aoki", "ceasefire", Stance.OPEN, rests_on=said.id)
    ledger.put_reading(RUN, reading(d, [early, said]))

    assert [stored.record.kind for stored in ledger.records()] == ["statement", "position"]


def test_any_number_of_ids_may_be_asked_for(ledger: Ledger) -> None:
    """A selection of more ids than a database takes as parameters finds those that exist."""
    put = full_reading()
    ledger.put_reading(RUN, put)
    many = tuple(f"x-{n}" for n in range(70_000))

    assert len(ids(ledger, Selection(documents=(*many, put.document.id)))) == len(put.records)
    assert ids(ledger, Selection(ids=(*many, "'\"%"))) == set()
    assert len(list(ledger.documents(Selection(documents=(*many, put.document.id))))) == 1


def test_a_cursor_of_nothing_is_wrong_use(ledger: Ledger) -> None:
    """What is no cursor is refused."""
    for cursor in ("", "x", "WzFd", "été"):
        with pytest.raises(UsageError, match="continue from"):
            list(ledger.records(after=cursor))
