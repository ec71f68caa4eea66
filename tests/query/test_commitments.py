"""Promises, and what is told of them since."""

from __future__ import annotations

import pytest

from soten.query.bearings import Bearing
from soten.query.commitments import Due, JoinedCommitment, joined_commitment, joined_commitments
from soten.query.telling import tell_untold
from soten.records import (
    Act,
    Commitment,
    CommitmentStatus,
    Event,
    EventType,
    Evidence,
    Mention,
    Quote,
    Record,
    Span,
    Speaker,
    Statement,
    Talk,
    TalkForm,
    TalkStatus,
    UsageError,
    record_id,
)
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger
from tests.query.tolls import PLACES
from tests.store.factory import ACTORS, RUN, cut, document, reading

PAUSE = "甲国は2月1日までエネルギー施設への攻撃を停止する"
_NAMES = (("甲国", "ko"), ("乙国", "otsu"), ("北村", "kitamura"), ("アオキ", "aoki"))


def told(ledger: Ledger, text: str, edtf: str, *records: Record) -> None:
    """Put a report with these records and the names in it, and join it."""
    d = document(text, text, edtf=edtf)
    names = [
        Mention(Evidence.cut(d.id, text, Span(at, at + len(word))), id)
        for word, id in _NAMES
        for at in range(len(text))
        if text.startswith(word, at)
    ]
    ledger.put_reading(RUN, reading(d, [*names, *records], (*ACTORS, *PLACES)))
    join_pending(ledger, JOINERS)


def promise(
    ledger: Ledger,
    words: str = PAUSE,
    edtf: str = "2026-01-29",
    *,
    party: str = "ko",
    start: str | None = None,
    end: str | None = "2026-02-01",
    status: CommitmentStatus = CommitmentStatus.OPEN,
    rule: str = "",
    lead: str = "",
) -> str:
    """Put a report of a promise; return its record's id."""
    text = f"{lead}{words}と表明した。"
    d = document(text, text, edtf=edtf)
    made = Commitment(
        record_id("commitment", d.id), cut(d, words), party, words, start, end, None, status, rule
    )
    told(ledger, text, edtf, made)
    return made.id


def event(
    ledger: Ledger,
    words: str,
    date: str | None,
    *,
    actor: str | None = "ko-army",
    type: EventType = EventType.ASSAULT,
    by: str | None = None,
) -> None:
    """Put a report of an event, told by whoever is named."""
    text = f"{words}と発表した。"
    d = document(text, text, edtf="2026-01-31")
    happened = Event(record_id("event", d.id), cut(d, words), type, actor, date=date)
    records: list[Record] = [happened]
    if by is not None:
        said = Statement(
            record_id("statement", d.id), cut(d, words), Speaker(by), Act.ANNOUNCE, Quote.INDIRECT
        )
        records.append(said)
    told(ledger, text, "2026-01-31", *records)


def said(
    ledger: Ledger, words: str, speaker: str, edtf: str = "2026-01-31", act: Act = Act.CRITICIZE
) -> None:
    """Put a report of what somebody says."""
    text = f"{words}と述べた。"
    d = document(text, text, edtf=edtf)
    statement = Statement(
        record_id("statement", d.id), cut(d, words), Speaker(speaker), act, Quote.INDIRECT
    )
    told(ledger, text, edtf, statement)


def since(found: JoinedCommitment) -> list[tuple[Bearing, str | None]]:
    """Return what bears on a promise, with whose words it is."""
    return [(one.bearing, one.by.id if one.by else None) for one in found.since]


def only(ledger: Ledger, on: str = "2026-02-05") -> JoinedCommitment:
    """Return the one promise of the ledger: the same one before deeds are told in short and after."""
    (found,) = joined_commitments(ledger, on=on).rows
    tell_untold(ledger)
    assert joined_commitments(ledger, on=on).rows == (found,)
    return found


def test_one_promise_told_twice_is_one(ledger: Ledger) -> None:
    """Two reports of one promise are one line, the first reported first, with both tellings."""
    promise(ledger, f"{PAUSE}方針だ", "2026-01-30", end=None)
    promise(ledger)

    found = only(ledger)

    assert [row.record.what for row in found.rows] == [PAUSE, f"{PAUSE}方針だ"]
    assert (found.party.id, found.end) == ("ko", "2026-02-01")
    assert [reason.why for reason in found.reasons] == ["same-promise"]
    assert len(found.support.families) == 2


@pytest.mark.parametrize(
    ("words", "date", "bearing"),
    [
        pytest.param(
            "甲国軍がエネルギー施設を攻撃した", "2026-01-31", Bearing.WITHIN, id="what-was-spared"
        ),
        pytest.param(
            "甲国軍が鉄道の駅を攻撃した", "2026-01-31", Bearing.ELSEWHERE, id="something-else"
        ),
        pytest.param("甲国軍が空爆を停止した", "2026-01-29", Bearing.LEFT_OFF, id="left-off"),
    ],
)
def test_deeds_of_the_party_within_the_term_are_set_beside_a_pause(
    ledger: Ledger, words: str, date: str, bearing: Bearing
) -> None:
    """An attack in the term is told with who tells it; what else was hit is told apart."""
    promise(ledger)
    event(ledger, words, date, by="otsu-mod")

    assert since(only(ledger)) == [(bearing, "otsu-mod")]


@pytest.mark.parametrize(
    ("words", "date", "actor"),
    [
        pytest.param("エネルギー施設を攻撃した", "2026-01-31", "otsu", id="another-party"),
        pytest.param("エネルギー施設を攻撃した", "2026-02-03", "ko-army", id="after-the-term"),
        pytest.param("エネルギー施設を攻撃した", "2026-01-05", "ko-army", id="before-the-promise"),
        pytest.param("エネルギー施設を攻撃した", None, "ko-army", id="no-day-told"),
        pytest.param("エネルギー施設を攻撃した", "2026-01-31", None, id="nobody-told"),
    ],
)
def test_what_another_did_or_at_another_time_says_nothing(
    ledger: Ledger, words: str, date: str | None, actor: str | None
) -> None:
    """A link needs the party, and a day of its own within the term."""
    promise(ledger)
    event(ledger, words, date, actor=actor)

    assert only(ledger).since == ()


@pytest.mark.parametrize(
    ("words", "speaker", "act", "expected"),
    [
        pytest.param(
            "甲国はエネルギー施設への攻撃停止に違反した",
            "otsu",
            Act.CRITICIZE,
            [(Bearing.ACCUSED, "otsu")],
            id="accused",
        ),
        pytest.param(
            "我々はエネルギー施設への攻撃停止を順守している",
            "aoki",
            Act.ASSERT,
            [(Bearing.SAID_KEPT, "aoki")],
            id="of-oneself",
        ),
        pytest.param(
            "甲国はエネルギー施設への攻撃停止を延長する",
            "ko",
            Act.ANNOUNCE,
            [(Bearing.EXTENDED, "ko")],
            id="extended",
        ),
        pytest.param("甲国に攻撃停止を守ってほしい", "otsu", Act.DEMAND, [], id="only-asked-for"),
        pytest.param("甲国は攻撃停止を延長すべきだ", "otsu", Act.ASSERT, [], id="only-called-for"),
        pytest.param(
            "乙国はエネルギー施設への攻撃停止に違反した",
            "otsu-mod",
            Act.ASSERT,
            [],
            id="of-another",
        ),
        pytest.param(
            "甲国は鉄道への攻撃停止に違反した", "otsu", Act.ASSERT, [], id="of-something-else"
        ),
        pytest.param("甲国は国連決議に違反した", "otsu", Act.ASSERT, [], id="of-another-matter"),
    ],
)
def test_what_is_said_of_a_promise_is_whoever_s_words_it_is(
    ledger: Ledger, words: str, speaker: str, act: Act, expected: list[tuple[Bearing, str]]
) -> None:
    """Breach, keeping and extension are alleged: by whom, of this promise, not asked for."""
    promise(ledger)
    said(ledger, words, speaker, act=act)

    assert since(only(ledger)) == expected


def test_a_denial_of_a_breach_stands_beside_the_accusation(ledger: Ledger) -> None:
    """Both sides' words are there, in order of time, and nothing is decided."""
    promise(ledger)
    said(ledger, "甲国はエネルギー施設への攻撃停止に違反した", "otsu", "2026-01-30")
    said(ledger, "甲国はエネルギー施設への攻撃停止を順守している", "ko", "2026-01-31", Act.ASSERT)

    found = only(ledger)

    assert since(found) == [(Bearing.ACCUSED, "otsu"), (Bearing.SAID_KEPT, "ko")]
    assert not found.is_overdue


def test_a_later_promise_overtakes_or_extends(ledger: Ledger) -> None:
    """Promised again until later, a promise is extended; on the same matter else, overtaken."""
    first = promise(ledger)
    longer = "甲国は3月1日までエネルギー施設への攻撃を停止する"
    promise(ledger, longer, "2026-01-31", end="2026-03-01")

    found = joined_commitment(ledger, first, on="2026-02-05")

    assert found is not None
    assert since(found) == [(Bearing.EXTENDED, None)]


def test_of_what_is_told_since_only_the_first_is_given_where_no_more_is_asked_for(
    ledger: Ledger,
) -> None:
    """All is counted, and says whether the promise is overdue, however little is given."""
    promise(ledger)
    event(ledger, "甲国軍が鉄道の駅を攻撃した", "2026-01-30")
    event(ledger, "甲国軍がエネルギー施設を攻撃した", "2026-01-31")
    whole = only(ledger)

    for most in (0, 1, 2):
        (found,) = joined_commitments(ledger, on="2026-02-05", most=most).rows
        assert found.since == whole.since[:most]
        assert (found.told_since, found.is_settled, found.is_overdue) == (2, True, False)


def test_a_status_told_with_the_promise_is_told_since(ledger: Ledger) -> None:
    """What a report itself says became of a promise is its word, not the ledger's."""
    promise(ledger, status=CommitmentStatus.BROKEN)

    assert since(only(ledger)) == [(Bearing.BROKEN, None)]


def test_what_tells_that_a_word_was_kept_is_no_promise(ledger: Ledger) -> None:
    """「甲国は攻撃停止を守っている」 stands beside the promise, not in the list."""
    promise(ledger)
    words = "甲国はエネルギー施設への攻撃停止を守っている"
    kept = CommitmentStatus.KEPT
    promise(ledger, words, "2026-01-31", end=None, status=kept, rule="word-kept")

    assert since(only(ledger)) == [(Bearing.SAID_KEPT, None)]


def test_a_meeting_that_was_held_is_what_was_promised(ledger: Ledger) -> None:
    """Whoever promised to meet somebody on a day, and is told to have, did so as told."""
    words = "甲国は2月1日に乙国と会談する"
    promise(ledger, words, start="2026-02-01")
    text = "両国は1日に会談した。"
    d = document(text, text, edtf="2026-02-02")
    met = Talk(
        record_id("talk", d.id),
        cut(d, text),
        ("ko", "otsu"),
        TalkForm.MEETING,
        TalkStatus.HELD,
        date="2026-02-01",
    )
    told(ledger, text, "2026-02-02", met)

    assert since(only(ledger)) == [(Bearing.DONE, None)]


@pytest.mark.parametrize(
    ("on", "due", "days", "overdue"),
    [
        ("2026-01-25", Due.AHEAD, 7, False),
        ("2026-02-01", Due.TODAY, 0, False),
        ("2026-02-04", Due.PASSED, -3, True),
    ],
)
def test_a_term_is_seen_from_a_day(
    ledger: Ledger, on: str, due: Due, days: int, overdue: bool
) -> None:
    """Ahead, today or passed; overdue means only that nothing is told since."""
    promise(ledger)

    found = only(ledger, on)

    assert (found.due, found.due_in, found.is_overdue) == (due, days, overdue)


def test_promises_due_soon_and_overdue_are_asked_for(ledger: Ledger) -> None:
    """`due_within` looks ahead from a day, `overdue` back; without a last day it is neither."""
    promise(ledger)
    promise(ledger, "甲国は代表団を派遣する", end=None)

    def asked(**more: object) -> list[str]:
        page = joined_commitments(ledger, **more)  # type: ignore[arg-type] # keywords of several types
        return [one.end or "" for one in page.rows]

    assert asked(on="2026-01-29", due_within=3) == ["2026-02-01"]
    assert asked(on="2026-01-28", due_within=3) == []
    assert asked(on="2026-02-04", overdue=True) == ["2026-02-01"]
    assert len(asked(on="2026-02-04")) == 2


def test_a_day_that_is_none_is_wrong_use(ledger: Ledger) -> None:
    """A month is no day to see a term from."""
    with pytest.raises(UsageError, match="not a day"):
        joined_commitments(ledger, on="2026-02")


def test_pages_hold_every_promise_once(ledger: Ledger) -> None:
    """Asked for one at a time, all promises come, in the same order."""
    promise(ledger)
    promise(ledger, "甲国は代表団を派遣する", "2026-01-10", end=None)
    whole = [one.id for one in joined_commitments(ledger, on="2026-02-05").rows]

    first = joined_commitments(ledger, on="2026-02-05", limit=1)
    second = joined_commitments(ledger, on="2026-02-05", limit=1, after=first.next)

    assert [*(one.id for one in first.rows), *(one.id for one in second.rows)] == whole
