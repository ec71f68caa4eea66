"""Answers to questions, from records only."""

from __future__ import annotations

from dataclasses import replace

from soten.query import Course, Nearest, Part, Question, Sought, Understood, answer
from soten.records import Stance
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger
from tests.query.stands import say
from tests.store.factory import RUN, full_reading


def asked(sought: Sought | None, *parts: tuple[Part, str]) -> Question:
    """Return a question with these parts, each written as its id."""
    said = () if sought is None else (Understood(Part.SOUGHT, sought, sought.value),)
    return Question("問い", (*said, *(Understood(part, id, id) for part, id in parts)))


KO, OTSU = (Part.PARTY, "ko"), (Part.PARTY, "otsu")
CEASEFIRE = (Part.ISSUE, "ceasefire")


def test_every_kind_of_question_has_an_answer(ledger: Ledger) -> None:
    """Rows are of the kind asked for."""
    ledger.put_reading(RUN, full_reading())
    join_pending(ledger, JOINERS)

    def kinds(sought: Sought) -> list[str]:
        found = answer(ledger, asked(sought)).found
        return [getattr(getattr(f, "record", f), "kind", type(f).__name__) for f in found]

    assert kinds(Sought.POSITIONS) == ["Course"]
    assert kinds(Sought.STATEMENTS) == ["statement"]
    assert kinds(Sought.TALKS) == ["talk"]
    assert kinds(Sought.DISPUTES) == ["Dispute"]
    assert kinds(Sought.FIGURES) == ["figure", "figure"]
    assert kinds(Sought.COMMITMENTS) == ["commitment"]
    assert kinds(Sought.ACTORS) == ["ActorRow"]
    assert kinds(Sought.SOURCES) == ["SourceRow"]
    assert kinds(Sought.SHIFTS) == kinds(Sought.EVENTS) == kinds(Sought.PLACES) == []


def test_positions_are_of_the_party_the_point_and_the_stance(ledger: Ledger) -> None:
    """Only stands that meet every condition are shown."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-01", "停戦に応じる", Stance.OPEN)
    say(ledger, "2025-12-01", "停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")
    rejected = asked(Sought.POSITIONS, KO, CEASEFIRE, (Part.STANCE, "rejects|opposes"))

    (course,) = answer(ledger, rejected).found

    assert isinstance(course, Course)
    assert [stand.stance for stand in course.stands] == [Stance.REJECTS]


def test_a_person_s_positions_are_his_words_for_his_side(ledger: Ledger) -> None:
    """Asked of a president, what his envoy said is left out."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-12-01", "停戦に応じる", Stance.OPEN, speaker="envoy")

    (course,) = answer(ledger, asked(Sought.POSITIONS, (Part.PARTY, "leader"))).found

    assert isinstance(course, Course)
    assert [stand.stance for stand in course.stands] == [Stance.REJECTS]


def test_talks_are_of_all_parties_together(ledger: Ledger) -> None:
    """Of two parties only talks between them are shown."""
    ledger.put_reading(RUN, full_reading())
    join_pending(ledger, JOINERS)

    assert len(answer(ledger, asked(Sought.TALKS, KO, OTSU)).found) == 1
    assert answer(ledger, asked(Sought.TALKS, KO, (Part.PARTY, "ko-army"))).found == ()


def test_nothing_found_tells_what_is_near(ledger: Ledger) -> None:
    """Left out one at a time, conditions that would leave something are told with counts."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    question = asked(Sought.POSITIONS, OTSU, CEASEFIRE)
    dated = replace(question, since="2026-01-01")

    found = answer(ledger, question)

    assert found.found == ()
    assert Nearest(1, without=Part.PARTY) in found.nearest
    assert all(near.without is not Part.ISSUE for near in found.nearest)
    assert answer(ledger, dated).nearest == ()


def test_other_kinds_are_near_too(ledger: Ledger) -> None:
    """Where there is no talk, the statements on the point are counted."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)

    found = answer(ledger, asked(Sought.TALKS, KO, CEASEFIRE))

    assert Nearest(1, kind="statement") in found.nearest


def test_whom_no_record_names_is_absent(ledger: Ledger) -> None:
    """A party that the ledger does not know is told, and is what must be left out."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)

    found = answer(ledger, asked(Sought.POSITIONS, (Part.PARTY, "hei")))

    assert found.absent == ("hei",)
    assert found.found == ()


def test_what_was_not_understood_finds_nothing(ledger: Ledger) -> None:
    """Without an understood part nothing is shown, not everything."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)

    assert answer(ledger, Question("？？？")).found == ()


def test_an_answer_says_where_it_was_cut(ledger: Ledger) -> None:
    """More than the limit is not shown, and that is told."""
    for day in ("2025-11-01", "2025-11-20"):
        say(ledger, day, "停戦を拒む", Stance.REJECTS)

    found = answer(ledger, asked(Sought.STATEMENTS, KO), limit=1)

    assert len(found.found) == 1
    assert found.is_cut
    assert not answer(ledger, asked(Sought.STATEMENTS, KO), limit=2).is_cut
