"""What persons decide of things told by several documents is obeyed for ever after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from soten.records import Talk
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.review import Reviewer
from soten.store import Ledger, Selection, open_ledger
from tests.store.factory import LATER_RUN, RUN, cut, document, full_reading, reading

FAR = "甲国と乙国の外相は来年２月７日に北村で電話協議した。\n"


def talk_of(ledger: Ledger, document: str) -> str:
    """Return the id of the talk a document tells of."""
    return next(ledger.records(Selection(kinds=("talk",), documents=(document,)))).id


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of two reports on one talk, and one on a talk weeks later."""
    with open_ledger(tmp_path / "ledger.db") as opened:
        opened.put_reading(RUN, full_reading(ONE))
        opened.put_reading(RUN, full_reading(TWO))
        opened.put_reading(RUN, reading(THREE, [later_talk()]))
        join_pending(opened, JOINERS)
        yield opened


ONE = document()
TWO = document("別の社の記事。" + ONE.text, "b.txt")
THREE = document(FAR, "c.txt", edtf="2026-02-08")


def later_talk() -> Talk:
    """Return the talk that `FAR` tells of."""
    told = next(r for r in full_reading(ONE).records if isinstance(r, Talk))
    return replace(told, id="tk-far", evidence=cut(THREE, FAR[:-2]), date="2026-02-07")


def groups(ledger: Ledger) -> set[frozenset[str]]:
    """Return which documents' talks are one."""
    names = {talk_of(ledger, d.id): name for d, name in ((ONE, "1"), (TWO, "2"), (THREE, "3"))}
    found = ledger.groups_with("talk", list(names)).values()
    return {frozenset(names[member] for member in group.members) for group in found}


def sets(*told: str) -> set[frozenset[str]]:
    """Return groups by the numbers of the documents in them."""
    return {frozenset(one) for one in told}


def test_a_merge_and_a_split_are_obeyed(ledger: Ledger) -> None:
    """What a person joins or parts stays so when documents are read and joined again."""
    reviewer = Reviewer(ledger, "aoki")
    ids = {d.id: talk_of(ledger, d.id) for d in (ONE, TWO, THREE)}
    assert groups(ledger) == sets("12", "3")

    split = reviewer.split([ids[ONE.id]], "another day")
    merged = reviewer.merge([ids[TWO.id], ids[THREE.id]], "moved")
    join_pending(ledger, JOINERS)
    assert groups(ledger) == sets("1", "23")

    ledger.put_reading(LATER_RUN, full_reading(ONE))
    ledger.put_reading(LATER_RUN, full_reading(document("四つ目の記事。" + ONE.text, "d.txt")))
    join_pending(ledger, JOINERS)
    one = ledger.group_of("talk", list(ids.values()))
    assert one[ids[TWO.id]] == one[ids[THREE.id]] != one[ids[ONE.id]]

    reviewer.undo([split.id, merged.id])
    join_pending(ledger, JOINERS)
    one = ledger.group_of("talk", list(ids.values()))
    assert one[ids[ONE.id]] == one[ids[TWO.id]] != one[ids[THREE.id]]


def test_what_is_rejected_is_joined_with_nothing(ledger: Ledger) -> None:
    """A rejected record leaves its group."""
    id = talk_of(ledger, ONE.id)
    decision = Reviewer(ledger, "aoki").reject([id])
    join_pending(ledger, JOINERS)
    assert ledger.group_of("talk", [id]) == {}

    Reviewer(ledger, "aoki").undo([decision.id])
    join_pending(ledger, JOINERS)

    assert groups(ledger) == sets("12", "3")


def test_actors_are_merged_and_split(ledger: Ledger) -> None:
    """Whom a person takes for one is known by one id."""
    reviewer = Reviewer(ledger, "aoki")
    merged = reviewer.merge(["ko-army", "otsu-mod"])
    join_pending(ledger, JOINERS)
    assert len(set(ledger.group_of("actor", ["ko-army", "otsu-mod"]).values())) == 1

    reviewer.undo([merged.id])
    join_pending(ledger, JOINERS)

    assert len(set(ledger.group_of("actor", ["ko-army", "otsu-mod"]).values())) == 2
