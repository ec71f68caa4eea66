"""Where a stance moved."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soten.query import Filter, shifts, voices_that_differ
from soten.records import Speaker, Stance
from soten.store import Ledger, open_ledger
from tests.query.stands import say


def test_a_shift_is_two_dated_quotations(ledger: Ledger) -> None:
    """From refusing to being open, with both evidences and the words both hold."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-05", "無条件の停戦に応じる用意", Stance.OPEN, speaker="envoy")

    (shift,) = shifts(ledger).rows

    assert (shift.party.id, shift.issue.id) == ("ko", "ceasefire")
    assert (shift.before.stance, shift.after.stance) == (Stance.REJECTS, Stance.OPEN)
    assert shift.before.position.evidence.exact == "無条件の停戦を拒む"
    assert shift.after.position.when.edtf == "2025-12-05"
    assert shift.shared == ("無条件", "停戦")


@pytest.mark.parametrize(
    ("later", "words", "stance", "speaker"),
    [
        pytest.param("2025-12-05", "全面的な停戦", Stance.REJECTS, "leader", id="the-same-stance"),
        pytest.param("2025-12-05", "捕虜の交換", Stance.OFFERS, "leader", id="of-another-thing"),
        pytest.param("2025-11-01", "停戦を容れる", Stance.ACCEPTS, "leader", id="on-the-same-day"),
        pytest.param(
            "2025-11", "停戦を容れる", Stance.ACCEPTS, "leader", id="the-month-holds-the-day"
        ),
        pytest.param(
            "2027-01-05", "停戦を容れる", Stance.ACCEPTS, "leader", id="over-a-year-later"
        ),
        pytest.param("2025-12-05", "停戦を容れる", Stance.ACCEPTS, "member", id="by-parliament"),
        pytest.param("2025-12-05", "停戦を容れる", Stance.ACCEPTS, None, id="by-the-report"),
    ],
)
def test_what_is_no_shift(
    ledger: Ledger, later: str, words: str, stance: Stance, speaker: str | None
) -> None:
    """Another thing, no order in time, or a farther voice makes no shift."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS, name="before")
    say(ledger, later, words, stance, speaker=speaker, name="after")

    assert shifts(ledger).rows == ()


def test_another_party_s_stance_is_no_shift(ledger: Ledger) -> None:
    """Two parties that differ do not move."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-01", "停戦を容れる", Stance.ACCEPTS, "otsu", speaker="otsu")

    assert shifts(ledger).rows == ()


def test_a_shift_is_from_the_last_stand_on_the_thing(ledger: Ledger) -> None:
    """There and back again are two shifts, the latest first."""
    say(ledger, "2025-10-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-01", "停戦を容れる", Stance.ACCEPTS)
    say(ledger, "2025-12-01", "停戦には反対", Stance.OPPOSES)

    assert [(s.before.stance, s.after.stance) for s in shifts(ledger).rows] == [
        (Stance.ACCEPTS, Stance.OPPOSES),
        (Stance.REJECTS, Stance.ACCEPTS),
    ]


def test_what_a_report_tells_between_hides_no_shift(ledger: Ledger) -> None:
    """The report's account of a change does not stand between the words before and after it."""
    say(ledger, "2025-10-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-01", "停戦に応じる", Stance.OPEN, speaker=None)
    say(ledger, "2025-11-02", "停戦に応じる考え", Stance.OPEN, speaker="envoy")

    (shift,) = shifts(ledger).rows

    assert shift.after.closeness.value == "envoy"


def test_since_asks_for_the_later_quotation(ledger: Ledger) -> None:
    """The earlier quotation may be of any day."""
    say(ledger, "2025-10-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-01", "停戦を容れる", Stance.ACCEPTS)

    assert len(shifts(ledger, since="2025-11").rows) == 1
    assert shifts(ledger, since="2025-12").rows == ()


def test_pages_continue(ledger: Ledger) -> None:
    """A page ends where asked, and the next begins behind it."""
    for month, stance in enumerate((Stance.REJECTS, Stance.ACCEPTS, Stance.OPPOSES), 1):
        say(ledger, f"2025-{month:02}-01", "無条件の停戦", stance, name=f"{month}")

    first = shifts(ledger, limit=1)
    second = shifts(ledger, limit=1, after=first.next)

    assert (*first.rows, *second.rows) == shifts(ledger).rows
    assert second.next is None


def test_voices_that_differ_on_one_day(ledger: Ledger) -> None:
    """A spokesman and an unnamed official who disagree are voices, not a shift."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-02", "停戦を容れる", Stance.ACCEPTS, speaker=Speaker(anonymous="高官"))

    (found,) = voices_that_differ(ledger).rows

    assert shifts(ledger).rows == ()
    assert found.is_of_voices
    assert found.after.position.evidence.exact == "停戦を容れる"


def test_a_report_is_no_voice(ledger: Ledger) -> None:
    """What no one is quoted with does not differ from anybody."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-01", "停戦を容れる", Stance.ACCEPTS, speaker=None)

    assert voices_that_differ(ledger).rows == ()


SAID = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.sampled_from(["無条件の停戦", "停戦の延長", "捕虜の交換"]),
        st.sampled_from(list(Stance)),
        st.sampled_from(["leader", "envoy", "member", None]),
    ),
    max_size=7,
    unique=True,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=SAID, seed=st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, str, Stance, str]], seed: object
) -> None:
    """The same reports in another order give the same shifts, each in order of time."""
    told = []
    shuffled = list(said)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    for order in (said, shuffled):
        with open_ledger(tmp_path_factory.mktemp("ledger") / "l.db") as ledger:
            for month, words, stance, speaker in order:
                name = f"{month} {words} {stance} {speaker}"
                say(ledger, f"2025-{month:02}-10", words, stance, speaker=speaker, name=name)
            found = shifts(ledger, Filter(party="ko")) if said else shifts(ledger)
            told.append([(s.before.position.id, s.after.position.id) for s in found.rows])
            assert all(s.before.last_day < s.after.first_day for s in found.rows)
    assert told[0] == told[1]
