"""Talks as all reports tell them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event

from soten.query import Filter, JoinedTalk, StepKind, history_of, joined_talks, rounds_of
from soten.records import Outcome, TalkForm, TalkStatus
from soten.store import Ledger
from tests.talkledger import (
    ANNOUNCED,
    BEFORE,
    CALL,
    COURSE,
    DENIED,
    DESCRIBED,
    HELD,
    MOVED,
    Told,
    fill,
)


def only(ledger: Ledger) -> JoinedTalk:
    """Return the one talk of a ledger."""
    (talk,) = joined_talks(ledger).rows
    return talk


LONG = (
    "2031-05-30",
    "ノルダのベルカ大統領は2030年にもロドナでテスミアのトセフ首相と会談していた。",
)
"""A talk of which only the year is told is listed by the day of the report."""


def test_a_talk_is_told_once(ledger: Ledger, pack: Path) -> None:
    """However many reports tell of a talk, it is one answer with all they say."""
    fill(ledger, pack, COURSE)
    talk = only(ledger)

    assert talk.sides == ("norda", "tesmia")
    assert {p.id for p in talk.participants} >= {"belka", "tosef"}
    assert [place.id for place in talk.places] == ["zirvan"]
    assert (talk.planned, talk.held, talk.date) == (
        ("2031-05-08", "2031-05-10"),
        ("2031-05-10",),
        "2031-05-10",
    )
    assert (talk.status, talk.form) == (TalkStatus.HELD, TalkForm.MEETING)
    assert talk.outcomes == (Outcome.AGREED,)
    assert (talk.families, len(talk.rows)) == (4, 4)


def test_its_history_tells_each_step_with_its_words(ledger: Ledger, pack: Path) -> None:
    """Every step has the day of its report, the words and the document."""
    documents = fill(ledger, pack, COURSE)
    steps = only(ledger).steps

    assert [(step.kind, step.day) for step in steps] == [
        (StepKind.ANNOUNCED, "2031-05-02"),
        (StepKind.DENIED, "2031-05-03"),
        (StepKind.MOVED, "2031-05-05"),
        (StepKind.ENDED, "2031-05-11"),
        (StepKind.DESCRIBED, "2031-06-20"),
    ]
    assert [step.document.id for step in steps] == documents
    assert all(step.evidence.exact in text for step, (_, text) in zip(steps, COURSE, strict=True))
    assert (steps[2].moved_from, steps[2].date) == ("2031-05-08", "2031-05-10")


def test_a_denial_contests_a_talk(ledger: Ledger, pack: Path) -> None:
    """Whoever denies a talk is told beside those who announce it, and nothing is decided."""
    fill(ledger, pack, (ANNOUNCED, DENIED))
    talk = only(ledger)

    assert talk.is_contested
    assert [step.day for step in talk.denied] == ["2031-05-03"]
    assert talk.status is TalkStatus.PLANNED


def test_reports_that_conflict_are_both_shown(ledger: Ledger, pack: Path) -> None:
    """A talk told as held by one and called off by another has both statuses, the latest first."""
    off = (
        "2031-05-12",
        "10日に予定されていたノルダのベルカ大統領とテスミアのトセフ首相の会談は中止された。",
    )
    fill(ledger, pack, (HELD, off))
    talk = only(ledger)

    assert talk.is_contested
    assert [(s.status, s.day) for s in talk.standings] == [
        (TalkStatus.CANCELLED, "2031-05-12"),
        (TalkStatus.HELD, "2031-05-11"),
    ]


def test_copies_count_once(ledger: Ledger, pack: Path) -> None:
    """Two papers that print one agency's report are one report and one copy."""
    fill(ledger, pack, (ANNOUNCED, ("2031-05-03", ANNOUNCED[1] + "\n"), MOVED, HELD))
    talk = only(ledger)

    assert (talk.families, talk.support.copies) == (3, 1)
    assert [(step.kind, step.copies) for step in talk.steps] == [
        (StepKind.ANNOUNCED, 1),
        (StepKind.MOVED, 0),
        (StepKind.ENDED, 0),
    ]


def test_a_plan_of_the_past_stays_a_plan(ledger: Ledger, pack: Path) -> None:
    """Nobody tells that it was held: then it is planned, and nothing further is known."""
    fill(ledger, pack, (ANNOUNCED, CALL))
    call, plan = joined_talks(ledger).rows
    history = history_of(ledger, plan.id)

    assert call.form is TalkForm.CALL
    assert plan.status is TalkStatus.PLANNED
    assert history is not None
    assert history.is_left_open
    assert not plan.is_left_open("2031-05-08")


def test_rounds_are_talks_of_the_same_parties(ledger: Ledger, pack: Path) -> None:
    """The talk before and after stand with their ids; a call is no round of meetings."""
    fill(ledger, pack, (BEFORE, HELD, CALL))
    call, held, before = joined_talks(ledger).rows

    assert rounds_of(ledger, held).previous == before
    assert rounds_of(ledger, held).next is None
    assert rounds_of(ledger, before).next == held
    assert rounds_of(ledger, call).previous is None


def test_any_report_leads_to_the_talk(ledger: Ledger, pack: Path) -> None:
    """The id of any of its readings, and of a denial, is enough to ask for a talk."""
    fill(ledger, pack, COURSE)
    talk = only(ledger)
    ids = [*(row.id for row in talk.rows), *(step.row.id for step in talk.denied)]

    assert {history.talk.id for id in ids if (history := history_of(ledger, id))} == {talk.id}
    assert history_of(ledger, "tk-unknown") is None


@pytest.mark.parametrize(
    ("filter", "count"),
    [
        pytest.param(Filter(party="belka"), 2, id="party"),
        pytest.param(Filter(since="2031-05-01"), 1, id="since"),
        pytest.param(Filter(act="postponed"), 1, id="status-of-a-report"),
        pytest.param(Filter(party="haldia"), 0, id="nobody"),
    ],
)
def test_filters_let_talks_through_by_their_reports(
    ledger: Ledger, pack: Path, filter: Filter, count: int
) -> None:
    """A talk is listed where one of its reports meets the conditions."""
    fill(ledger, pack, (BEFORE, *COURSE))

    assert len(joined_talks(ledger, filter).rows) == count


def test_pages_follow_each_other(ledger: Ledger, pack: Path) -> None:
    """The cursor of a page leads on to the talks behind it."""
    fill(ledger, pack, (BEFORE, HELD, CALL))
    first = joined_talks(ledger, limit=2)
    second = joined_talks(ledger, limit=2, after=first.next)

    assert [talk.date for talk in (*first.rows, *second.rows)] == [
        "2031-05-20",
        "2031-05-10",
        "2031-04-02",
    ]
    assert second.next is None


def test_reasons_say_why_reports_are_one(ledger: Ledger, pack: Path) -> None:
    """Every report but one is linked to another with a reason of the documentation."""
    fill(ledger, pack, COURSE)
    talk = only(ledger)
    ids = {row.id for row in talk.rows} | {step.row.id for step in talk.denied}

    assert {end for reason in talk.reasons for end in (reason.one, reason.other)} == ids
    assert {reason.why for reason in talk.reasons} >= {"talk-denied", "talk-moved"}


@pytest.mark.parametrize("count", [3, 12])
def test_questions_do_not_grow_with_reports(ledger: Ledger, pack: Path, count: int) -> None:
    """More talks take no more statements to list."""
    days = [(f"2031-{n:02}-11", f"{n}月10日") for n in range(1, count + 1)]
    told: list[Told] = [(day, HELD[1].replace("10日", date)) for day, date in days]
    fill(ledger, pack, told)
    asked: list[str] = []
    event.listen(ledger._engine, "before_cursor_execute", lambda *args: asked.append(str(args[2])))
    assert len(joined_talks(ledger).rows) == count
    assert len(asked) < 40


def test_the_order_of_arrival_changes_nothing(tmp_path: Path, pack: Path) -> None:
    """The same reports make the same talk, whichever came first."""
    from soten.store import open_ledger

    made = []
    for number, told in enumerate(
        (COURSE, COURSE[::-1], (HELD, MOVED, DESCRIBED, DENIED, ANNOUNCED))
    ):
        with open_ledger(str(tmp_path / f"{number}.db")) as opened:
            fill(opened, pack, told)
            talk = only(opened)
            made.append(
                (talk.planned, talk.held, talk.standings, [(s.kind, s.day) for s in talk.steps])
            )

    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize("at_once", [1, 3, 100])
@pytest.mark.parametrize(
    "filter",
    [
        Filter(),
        Filter(party="norda"),
        Filter(speaker="カンデル"),
        Filter(until="2031-05-09"),
        Filter(since="2031-05-09"),
        Filter(since="2031-05-09", until="2031-05-11"),
        Filter(until="2030-12-31"),
        Filter(since="2030-06", until="2030-07", party="tesmia"),
        Filter(act="held", until="2031-06"),
        Filter(issue="ceasefire"),
    ],
    ids=str,
)
def test_however_far_one_looks_the_talks_are_the_same(
    ledger: Ledger, pack: Path, monkeypatch: pytest.MonkeyPatch, filter: Filter, at_once: int
) -> None:
    """Pages may be short, or empty, but lead on to all that a look at everything finds."""
    fill(ledger, pack, (BEFORE, *COURSE, CALL, LONG))
    monkeypatch.setattr("soten.store.leading.FEW", -1)
    monkeypatch.setattr("soten.store.looking._AT_ONCE", at_once)
    found: list[str] = []
    after: str | None = None
    while True:
        page = joined_talks(ledger, filter, limit=2, after=after, within=1)
        found += [talk.id for talk in page.rows]
        after = page.next
        if after is None:
            break

    assert found == [talk.id for talk in joined_talks(ledger, filter).rows]
