"""What a party said on a point over time."""

from __future__ import annotations

from pathlib import Path

from soten.pipeline import add_paths
from soten.query import Closeness, Course, Filter, State, courses
from soten.records import Reading, Speaker, Stance
from soten.store import Ledger, open_ledger
from tests.query.stands import CAST, say
from tests.readings import NEWS
from tests.store.factory import RUN, document, position, statement


def course(ledger: Ledger, party: str = "ko", since: str | None = None) -> Course:
    """Return the party's course on the ceasefire."""
    (found,) = (c for c in courses(ledger, since=since) if c.party.id == party)
    return found


def test_stands_come_in_order_of_time_with_who_voices_them(ledger: Ledger) -> None:
    """A president and an envoy stand in one course, each with how close he is."""
    say(ledger, "2025-12-05", "無条件の停戦に応じる用意", Stance.OPEN, speaker="envoy")
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)

    found = course(ledger)

    assert [stand.stance for stand in found.stands] == [Stance.REJECTS, Stance.OPEN]
    assert [s.closeness for s in found.stands] == [Closeness.HEAD, Closeness.ENVOY]
    assert found.state is State.SHIFTED
    assert found.earlier == found.stands[0]


def test_said_again_is_unchanged(ledger: Ledger) -> None:
    """The same stance on the same thing on a later day is unchanged, not nothing new."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-05", "停戦に応じない", Stance.REJECTS)

    assert course(ledger).state is State.UNCHANGED
    assert course(ledger, since="2025-12").state is State.UNCHANGED


def test_silence_is_nothing_new(ledger: Ledger) -> None:
    """Where nothing is said since a day, it is told with how many documents touch the point."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-01", "停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")
    say(ledger, "2025-12-02", "停戦が要る", Stance.DEMANDS, "otsu", speaker="otsu")

    found = course(ledger, since="2025-11-15")

    assert found.state is State.SILENT
    assert found.mentioned == 2
    assert found.latest.last_day == "2025-11-01"


def test_the_first_is_first(ledger: Ledger) -> None:
    """A single stand is neither unchanged nor shifted."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)

    assert course(ledger).state is State.FIRST


def test_of_another_thing(ledger: Ledger) -> None:
    """Where no words are shared, nothing is said of change."""
    say(ledger, "2025-11-01", "この提案", Stance.REJECTS)
    say(ledger, "2025-12-01", "捕虜の交換", Stance.OFFERS)

    assert course(ledger).state is State.BESIDE


def test_copies_are_one_stand(ledger: Ledger) -> None:
    """Equal words within a week are one stand with two reports; a month later it is said again."""
    say(ledger, "2025-11-01", "無条件の停戦には応じない", Stance.REJECTS, name="one")
    say(ledger, "2025-11-02", "無条件の停戦には応じない", Stance.REJECTS, name="two")
    say(ledger, "2025-12-10", "無条件の停戦には応じない", Stance.REJECTS, name="three")

    found = course(ledger)

    assert [len(stand.reports) for stand in found.stands] == [2, 1]
    assert found.state is State.UNCHANGED


def test_a_lead_and_its_body_are_one_stand(ledger: Ledger) -> None:
    """Within one document the shorter wording is no stand of its own."""
    text = "甲国は停戦を拒んだ。甲国大統領は無条件の停戦には応じないと述べた。\n"
    source = document(text, edtf="2025-11-01")
    said = statement(source, "無条件の停戦には応じない", "leader")
    ledger.put_reading(
        RUN,
        Reading(
            source,
            CAST,
            (
                position(source, "停戦", "ko", "ceasefire", Stance.REJECTS),
                said,
                position(
                    source,
                    "無条件の停戦には応じない",
                    "ko",
                    "ceasefire",
                    Stance.REJECTS,
                    rests_on=said.id,
                ),
            ),
        ),
    )

    (stand,) = course(ledger).stands

    assert stand.closeness is Closeness.HEAD
    assert len(stand.reports) == 2


def test_an_unnamed_voice_does_not_shift_what_the_head_said(ledger: Ledger) -> None:
    """What a farther voice says later is in the course, and no change."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-05", "停戦を容れる", Stance.OPEN, speaker=Speaker(anonymous="当局者"))

    found = course(ledger)

    assert len(found.stands) == 2
    assert found.state is State.BESIDE


def test_undated_stands_come_first_and_compare_to_nothing(ledger: Ledger) -> None:
    """What nothing dates is kept, and neither before nor after anything."""
    say(ledger, None, "無条件の停戦を拒む", Stance.REJECTS, name="undated", published=None)
    say(ledger, "2025-12-05", "停戦を容れる", Stance.ACCEPTS)

    found = course(ledger)

    assert found.stands[0].position.when.edtf is None
    assert found.state is State.FIRST


def test_a_filter_narrows_what_is_told(ledger: Ledger) -> None:
    """By party and point, and of an empty ledger nothing."""
    assert courses(ledger) == ()
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    say(
        ledger, "2025-11-01", "領土を譲る", Stance.OFFERS, "otsu", speaker="otsu", issue="territory"
    )

    assert [c.issue.id for c in courses(ledger, Filter(party="乙国"))] == ["territory"]


def test_support_counts_families_and_sources(ledger: Ledger) -> None:
    """A stand says how many independent families tell it, and whose word it is."""
    say(ledger, "2025-11-01", "無条件の停戦には応じない", Stance.REJECTS, name="one")
    say(ledger, "2025-11-02", "無条件の停戦には応じない", Stance.REJECTS, name="two")

    (stand,) = course(ledger).stands

    assert stand.support is not None
    assert len(stand.support.families) == 2
    assert stand.support.primary == ("leader",)


def test_reprints_of_one_wire_are_one_stand(tmp_path: Path, pack: Path) -> None:
    """A copy under another headline is a report of the same stand, and supports it no further."""
    for name, head in (("a.txt", ""), ("b.txt", "停戦に応じる用意\n")):
        (tmp_path / name).write_text(head + NEWS, encoding="utf-8")
    where = str(tmp_path / "ledger.db")
    add_paths([tmp_path], where, ["core", str(pack)])

    with open_ledger(where) as ledger:
        (found,) = courses(ledger)

    (stand,) = found.stands
    assert len(stand.reports) == 2
    assert stand.support is not None
    assert len(stand.support.families) == 1
