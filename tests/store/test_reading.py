from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from soten.records import (
    Reading,
    UsageError,
)
from soten.store import Ledger, Selection, open_ledger, parse_words
from tests.store.factory import (
    KO,
    OTSU,
    RUN,
    TEXT,
    document,
    full_reading,
    mention,
    reading,
    statement,
)


def ids(ledger: Ledger, selection: Selection | None = None) -> set[str]:
    """Return the ids of the selected records."""
    return {stored.id for stored in ledger.records(selection or Selection())}


def test_actors_and_documents_are_counted(ledger: Ledger) -> None:
    """Mentions are counted by actor, records by kind for actors and documents."""
    put = full_reading()
    ledger.put_reading(RUN, put)
    extra = document("甲国は応じない。", "b.txt")
    ledger.put_reading(RUN, reading(extra, [mention(extra, "甲国", "ko")]))

    counts = [count for count, _ in ledger.actor_counts()]

    first = counts[0]
    assert (first.actor, first.mentions, first.documents) == ("ko", 2, 2)
    assert ledger.roles_by_actor(["ko"]) == {"ko": {"commitment": 1, "figure": 1, "talk": 1}}
    assert ledger.document_counts([extra.id]) == {extra.id: {"mention": 1}}
    assert [c.actor for c, _ in ledger.actor_counts(Selection(party="otsu"))] == ["otsu"]


def test_documents_are_found_by_id_name_and_part_of_a_name(ledger: Ledger) -> None:
    """A whole name is that document, a part of a name every document that has it."""
    one, two = document("一。", "news/1.txt"), document("二。", "news/10%.txt")
    for d in (one, two):
        ledger.put_reading(RUN, reading(d))

    assert ledger.documents_named("news/1.txt") == [one.id]
    assert ledger.documents_named(two.id) == [two.id]
    assert set(ledger.documents_named("news")) == {one.id, two.id}
    assert ledger.documents_named("0%") == [two.id]
    assert ledger.documents_named("%") == [two.id]
    with pytest.raises(UsageError):
        ledger.text("d-none")


def test_two_programs_may_hold_a_ledger_open(where: str) -> None:
    """What one program puts another sees, and both may put the same document at once."""
    with open_ledger(where) as one, open_ledger(where) as two:
        readings = [full_reading(document(TEXT + str(n), f"{n}.txt")) for n in range(6)]
        errors: list[Exception] = []

        def put(ledger: Ledger, order: list[Reading]) -> None:
            try:
                for item in order:
                    ledger.put_reading(RUN, item)
            except Exception as error:
                errors.append(error)

        threads = [
            threading.Thread(target=put, args=(one, readings)),
            threading.Thread(target=put, args=(two, readings[::-1])),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert errors == []
        assert len(list(two.documents())) == 6
        assert len(ids(one)) == 6 * len(full_reading().records)


def test_names_and_words_of_texts_are_data(ledger: Ledger, tmp_path: Path) -> None:
    """Quotes, percent signs and semicolons in texts, names and searches do no harm."""
    nasty = "'; DROP TABLE records; -- \" \\ %s %(x)s :x {0} \u202e"
    d = document(nasty + "甲国", name=nasty, title=nasty, url=nasty)
    actor = replace(KO, name_en=nasty, aliases=(nasty,))
    said = statement(d, nasty, "ko", issues=(nasty,))
    ledger.put_reading(RUN, reading(d, [said], (actor, OTSU)))

    assert list(ledger.documents()) == [d]
    for words in ("'; drop table", '"--"', "\\", "%s %(x)s :x {0}"):
        (stored,) = ledger.records(Selection(words=parse_words(words)))
        assert stored.record == said
    assert stored.issues == (nasty,)
    assert ids(ledger, Selection(issue=nasty, party=nasty)) == set()
