from __future__ import annotations

import threading

from soten.store import Label, Ledger
from tests.store.factory import ACTORS, RUN, full_reading


def test_one_state_shows_nothing_of_what_is_written_meanwhile(ledger: Ledger) -> None:
    """What another thread or this one writes is seen once the state is let go."""
    with ledger.one_state():
        before = ledger.revision(), ledger.document_count()
        writer = threading.Thread(target=ledger.put_reading, args=(RUN, full_reading()))
        writer.start()
        writer.join()
        ledger.put_issues([Label("fee", "通行料")])

        assert (ledger.revision(), ledger.document_count()) == before == (before[0], 0)
        assert ledger.issue_labels() == {}

    assert ledger.document_count() == 1
    assert ledger.revision() != before[0]
    assert ledger.issue_labels() == {"fee": Label("fee", "通行料")}


def test_one_state_answers_as_the_ledger_does(ledger: Ledger) -> None:
    """Labels, facts and stories are the same, whatever was asked of before."""
    put = full_reading()
    ledger.put_reading(RUN, put)
    ids, documents = [actor.id for actor in ACTORS], [put.document.id, "d-none"]
    expected = ledger.labels(ids), ledger.facts(documents), ledger.stories(documents)

    with ledger.one_state(), ledger.one_state():
        assert ledger.labels(ids[:1]) == {id: expected[0][id] for id in ids[:1]}
        for _ in range(2):
            assert ledger.labels([*ids, "nobody"]) == expected[0]
            assert (ledger.facts(documents), ledger.stories(documents)) == expected[1:]


def test_answers_of_one_state_may_be_changed_by_whoever_asked(ledger: Ledger) -> None:
    """Clearing an answer leaves the next one whole."""
    ledger.put_issues([Label("fee", "通行料")])

    with ledger.one_state():
        ledger.issue_labels().clear()
        ledger.issue_ids().clear()

        assert list(ledger.issue_labels()) == ledger.issue_ids() == ["fee"]


def test_who_is_on_a_side_is_asked_again_once_anything_is_written(ledger: Ledger) -> None:
    """What is known of a side holds for as long as the ledger stays as it is."""
    with ledger.one_state():
        assert ledger.side_of("ko") == ()
    ledger.put_reading(RUN, full_reading())
    whole = ledger.side_of("ko")

    for _ in range(2):
        with ledger.one_state():
            assert ledger.side_of("ko") == whole
            assert "ko" in whole
