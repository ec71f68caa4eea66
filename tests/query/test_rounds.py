"""The talks before and after one, found by days told, are those that a look at all talks finds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from soten.query import JoinedTalk, joined_talks, rounds_of
from soten.records import TalkForm
from soten.records.edtf import bounds
from soten.store import Ledger
from tests.talkledger import ANNOUNCED, BEFORE, CALL, DENIED, DESCRIBED, HELD, MOVED, fill

PLANNED = (
    "2031-07-02",
    "ノルダのベルカ大統領とテスミアのトセフ首相は8日にロドナで会談する予定だ。",
)
PUT_OFF = (
    "2031-07-07",
    "8日に予定されていたノルダのベルカ大統領とテスミアのトセフ首相の会談は14日に延期された。",
)
LATE = ("2031-09-04", "ノルダのベルカ大統領は3日、ジルヴァンでテスミアのトセフ首相と会談した。")
SECOND_CALL = ("2031-08-11", "ノルダのベルカ大統領は10日、テスミアのトセフ首相と電話で会談した。")
THIRD_CALL = ("2031-08-22", "ノルダのベルカ大統領は21日、テスミアのトセフ首相と電話で会談した。")
ALL = (
    *(BEFORE, ANNOUNCED, DENIED, MOVED, HELD, CALL, DESCRIBED),
    *(PLANNED, PUT_OFF, SECOND_CALL, THIRD_CALL, LATE),
)


def _first(talk: JoinedTalk) -> str:
    return bounds(talk.date or "")[0]


def _beside(talk: JoinedTalk, talks: Sequence[JoinedTalk]) -> tuple[str | None, str | None]:
    """Return the ids of the nearest talks of the same parties and kind, looking at all."""
    first, last = bounds(talk.date or "")
    alike = [
        other
        for other in talks
        if other.id != talk.id
        and other.date is not None
        and other.sides == talk.sides
        and (other.form is TalkForm.CALL) is (talk.form is TalkForm.CALL)
    ]
    before = sorted((o for o in alike if _first(o) < first), key=_first)
    after = sorted((o for o in alike if _first(o) > last), key=_first)
    return (before[-1].id if before else None), (after[0].id if after else None)


def test_the_nearest_is_found_as_by_a_look_at_all(ledger: Ledger, pack: Path) -> None:
    """Also where a talk was moved past another day, put off or told of later."""
    fill(ledger, pack, ALL)
    talks = [talk for talk in joined_talks(ledger).rows if talk.date and talk.sides]
    found = {
        talk.id: tuple(one.id if one else None for one in (rounds.previous, rounds.next))
        for talk in talks
        for rounds in [rounds_of(ledger, talk)]
    }

    assert len(talks) >= 6
    assert found == {talk.id: _beside(talk, talks) for talk in talks}
    assert any(before and after for before, after in found.values())
    assert {talk.form is TalkForm.CALL for talk in talks} == {True, False}


def test_what_was_read_anew_is_found_by_its_new_days(ledger: Ledger, pack: Path) -> None:
    """Joining the same reports again keeps each day once."""
    fill(ledger, pack, ALL)
    once = {talk.id: rounds_of(ledger, talk) for talk in joined_talks(ledger).rows}
    fill(ledger, pack, ALL)

    assert {talk.id: rounds_of(ledger, talk) for talk in joined_talks(ledger).rows} == once
