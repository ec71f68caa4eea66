"""What stands on a time axis, as the ledger finds it."""

from __future__ import annotations

import pytest

from soten.records import Act, Record
from soten.store import Ledger, Moment, Selection, moments
from tests.store.factory import RUN, commitment, document, full_reading, reading, statement

KINDS = ("talk", "statement", "event", "commitment")
TEXT = "甲国は停戦を求めた。甲国は撤退を拒んだ。甲国は年内の合意を望んだ。甲国は年末まで攻撃を控える。\n"


def fill(ledger: Ledger, edtf: str | None = "2031-05-10") -> None:
    """Put statements of a day, a month and several weeks, and a promise, into a ledger."""
    d = document(TEXT, "t.txt", edtf=edtf)
    told: list[Record] = [
        statement(d, "停戦を求めた", "ko", Act.DEMAND, date="2031-05-10", issues=("ceasefire",)),
        statement(d, "撤退を拒んだ", "ko", Act.REJECT, date="2031-04"),
        statement(d, "年内の合意を望んだ", "otsu", Act.DEMAND),
        commitment(d, "年末まで攻撃を控える", "ko", "2031-12-31"),
    ]
    ledger.begin_run(RUN)
    ledger.put_reading(RUN, reading(d, told))


def found(ledger: Ledger, **asked: object) -> list[tuple[str, str]]:
    """Return kind and date of what stands in a window."""
    selection = Selection(kinds=KINDS, **asked)  # type: ignore[arg-type]  # as the test says
    return [(m.kind, m.date or "") for m in ledger.moments(selection, limit=50)]


def test_a_window_holds_what_reaches_into_it(ledger: Ledger) -> None:
    """A month counts on each of its days, a promise until its last; in order of first days."""
    fill(ledger)

    assert found(ledger, since="2031-04-20", until="2031-04-25") == [("statement", "2031-04")]
    assert found(ledger, since="2031-05-10", until="2031-05-10") == [
        ("statement", "2031-05-10"),
        ("statement", "2031-05-10"),
        ("commitment", "2031-12-31"),
    ]
    assert found(ledger, since="2031-11-01", until="2031-11-02") == [("commitment", "2031-12-31")]
    assert found(ledger, since="2032-01-01") == []


def test_filters_narrow_what_stands_there(ledger: Ledger) -> None:
    """A party, a point at issue, a kind."""
    fill(ledger)

    assert found(ledger, party="otsu") == [("statement", "2031-05-10")]
    assert found(ledger, issue="ceasefire") == [("statement", "2031-05-10")]
    only = Selection(kinds=("commitment",))
    assert [m.kind for m in ledger.moments(only, limit=9)] == ["commitment"]
    assert ledger.moments(only, limit=9)[0].low == "2031-05-10"


@pytest.mark.parametrize(
    "narrowed",
    [{"party": "ko"}, {"issue": "ceasefire"}, {"party": "ko", "issue": "ceasefire"}],
    ids=["party", "issue", "both"],
)
@pytest.mark.parametrize(
    "window",
    [{}, {"since": "2031-04-20", "until": "2031-05-09"}, {"since": "2031-05-10"}],
    ids=["any-day", "days", "since"],
)
def test_looking_up_what_few_meet_finds_what_asking_each_finds(
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
    narrowed: dict[str, str],
    window: dict[str, str],
) -> None:
    """The same moments in the same order, from the first and from each of them on, and undated."""
    fill(ledger)
    ledger.put_reading(RUN, full_reading())
    selection = Selection(kinds=KINDS, **narrowed, **window)  # type: ignore[arg-type]  # as above

    def told() -> list[list[Moment]]:
        whole = ledger.moments(selection, limit=50)
        behind = [ledger.moments(selection, limit=2, after=one.cursor) for one in whole]
        return [whole, *behind, ledger.moments(selection, limit=50, undated=True)]

    looked_up = told()
    monkeypatch.setattr(moments, "_looked_up", lambda *_: None)

    assert told() == looked_up
    assert looked_up[0] or window


def test_a_list_goes_on_behind_a_cursor(ledger: Ledger) -> None:
    """One by one, nothing twice, nothing left out."""
    fill(ledger)
    ledger.put_reading(RUN, full_reading())
    every = Selection(kinds=KINDS, since="2020-01-01", until="2040-01-01")
    whole = ledger.moments(every, limit=50)
    after, single = None, []
    for _ in whole:
        (one,) = ledger.moments(every, limit=1, after=after)
        single.append(one)
        after = one.cursor

    assert [one.id for one in single] == [one.id for one in whole]
    assert ledger.moments(every, limit=1, after=after) == []


def test_what_no_day_is_known_of_is_counted_apart(ledger: Ledger) -> None:
    """It is in no window, and listed where it is asked for."""
    fill(ledger, edtf=None)
    every = Selection(kinds=KINDS)
    counts = ledger.day_counts(every)

    assert counts["statement"] == {"": 1, "2031-04-01": 1, "2031-05-10": 1}
    assert counts["talk"] == {}
    assert len(ledger.moments(every, limit=9)) == 3
    (undated,) = ledger.moments(every, limit=9, undated=True)
    assert (undated.kind, undated.date, undated.low) == ("statement", None, None)


def test_counts_follow_filters(ledger: Ledger) -> None:
    """As many are counted as would be listed."""
    fill(ledger)

    assert ledger.day_counts(Selection(kinds=KINDS, party="otsu"))["statement"] == {"2031-05-10": 1}
