"""Deeds in short: kept once a document is joined, dropped when it changes."""

from __future__ import annotations

from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.query import gathering
from soten.query.commitments import JoinedCommitment, joined_commitments
from soten.query.deeds import Deed, Sort, deeds_of, stored_deed
from soten.query.gathering import days_on
from soten.query.keptmoves import trace
from soten.query.telling import deeds_in, tell_untold
from soten.records import Act, Action, EventType, TalkForm
from soten.records.promising import matter_of
from soten.store import DeedDays, FoundDeed, Ledger, Proposal, open_ledger
from tests.query.test_commitments import event, promise, said

_ON = "2026-04-01"
_OBJECTS = ("エネルギー施設", "鉄道の駅", "港")
_SORTS = ("promise", "open", "attack", "pause", "ko", "otsu", "aoki")
"""What is told: a promise with or without an end, a deed, or the words of somebody."""
_SAID = ("への攻撃停止に違反した", "への攻撃停止を順守している", "への攻撃停止を延長する")


def _all(ledger: Ledger) -> tuple[JoinedCommitment, ...]:
    return joined_commitments(ledger, on=_ON).rows


def _paged(ledger: Ledger, size: int) -> tuple[JoinedCommitment, ...]:
    found: list[JoinedCommitment] = []
    after = None
    while True:
        page = joined_commitments(ledger, on=_ON, limit=size, after=after)
        found += page.rows
        after = page.next
        if after is None:
            return tuple(found)


def test_what_is_read_has_yet_to_be_told_once(ledger: Ledger) -> None:
    """A document is due until its deeds were told, and due again when it changes."""
    promise(ledger)
    event(ledger, "甲国軍がエネルギー施設を攻撃した", "2026-01-31")
    asked = (DeedDays(("event:attack",), ("ko",), "2026-01-31", "2026-01-31"),)
    assert (len(ledger.untold()), ledger.deeds(asked)) == (2, [])

    assert trace(ledger) == 2
    assert (ledger.untold(), tell_untold(ledger)) == ([], 0)
    (told,) = ledger.deeds(asked)
    assert (told.deed, told.side, told.day) == ("event:attack", "ko", "2026-01-31")
    assert ledger.deeds((DeedDays(("event:attack",), ("otsu",), "2026-01-31", "2026-01-31"),)) == []

    event(ledger, "甲国軍が港を攻撃した", "2026-01-30")
    assert len(ledger.untold()) == 1


def test_a_deed_comes_back_as_it_was_told(ledger: Ledger) -> None:
    """Nothing of a deed is lost, whatever of it is told."""
    matter = matter_of("甲国は3隻の船でエネルギー施設への攻撃を停止する")
    short = Deed("ev-1", "d-1", "event", "2026-01-31", 3, 9, ("ko-army",), matter, "攻撃")
    whole = Deed(
        "co-1",
        "d-1",
        "commitment",
        "",
        0,
        2,
        ("ko", "otsu"),
        matter,
        "",
        "anonymous:高官",
        EventType.AID,
        True,
        TalkForm.CALL,
        "攻撃停止",
        "2026-02",
        True,
    )

    for deed in (short, whole):
        stored = stored_deed(deed, ())
        found = FoundDeed(stored.id, stored.document, stored.body, "", "", "")
        assert deeds_of([found]) == {deed.id: deed}


@st.composite
def _reports(draw: st.DrawFn) -> tuple[str, ...]:
    """Return what a report tells: of what sort, whose deed, to what, when, until when, in what words."""
    day = days_on("2026-01-20", draw(st.integers(0, 50)))
    sort, party = draw(st.sampled_from(_SORTS)), draw(st.sampled_from(("ko", "otsu")))
    end = days_on(day, draw(st.integers(1, 30)))
    return sort, party, draw(st.sampled_from(_OBJECTS)), day, end, draw(st.sampled_from(_SAID))


def _put(ledger: Ledger, told: tuple[str, ...], number: int) -> None:
    sort, party, what, day, end, words = told
    name = {"ko": "甲国", "otsu": "乙国"}[party]
    match sort:
        case "promise" | "open":
            promised = f"{name}は{what}への攻撃を{number + 2}回停止する"
            promise(ledger, promised, day, party=party, end=end if sort == "promise" else None)
        case "attack":
            event(ledger, f"{name}軍が{what}を攻撃した", day, actor=party)
        case "pause":
            event(ledger, f"{name}軍が{what}への空爆を停止した", day, actor=party, by="otsu-mod")
        case _:
            said(ledger, f"{name}は{what}{words}", sort, day, Act.ASSERT)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(_reports(), st.booleans()), min_size=2, max_size=9))
def test_what_is_kept_says_what_the_records_say(
    reports: list[tuple[tuple[str, ...], bool]],
) -> None:
    """Kept or not, half kept, all at once or page by page: what is told since is the same."""
    with TemporaryDirectory() as folder, open_ledger(f"{folder}/l.db") as ledger:
        for number, (told, is_kept) in enumerate(reports):
            _put(ledger, told, number)
            if is_kept:
                tell_untold(ledger)
        half = _all(ledger)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(gathering, "_MANY", 1)
            assert _all(ledger) == half
        tell_untold(ledger)

        assert _all(ledger) == half == _paged(ledger, 1) == _paged(ledger, 3)
        assert all(one.told_since == len(one.since) for one in half)


def test_deeds_are_told_of_every_sort(ledger: Ledger) -> None:
    """Events, promises and words about promises are each found by what they tell to be done."""
    promise(ledger)
    event(ledger, "甲国軍がエネルギー施設を攻撃した", "2026-01-31")
    said(ledger, "甲国はエネルギー施設への攻撃停止に違反した", "otsu")

    found = deeds_in(ledger, ledger.untold())

    keys = {(key.deed, key.side) for one in found for key in one.keys}
    assert {(f"{sort}:attack", "ko") for sort in Sort if sort is not Sort.TALK} <= keys


def test_what_is_rejected_is_told_no_more(ledger: Ledger) -> None:
    """A decision on a record has the deeds of its document told anew."""
    promise(ledger)
    event(ledger, "甲国軍がエネルギー施設を攻撃した", "2026-01-31")
    tell_untold(ledger)
    (later,) = _all(ledger)[0].since

    ledger.decide([Proposal(Action.REJECT, (later.row.id,))], by="aoki")

    assert (len(ledger.untold()), _all(ledger)[0].since) == (1, ())
    tell_untold(ledger)
    assert _all(ledger)[0].since == ()
