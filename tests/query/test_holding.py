"""What each side claims of who holds a place, and while it is contested."""

from __future__ import annotations

from soten.query import Claimant, PlaceHistory
from soten.query.holding import Stretch, tenures_of
from soten.query.steps import Cite, Move, Step
from soten.records import Control, Evidence, Hold, Span
from soten.records.edtf import bounds
from soten.store import DateBasis, DocumentFacts, Label, When

NORTH, SOUTH, TOWN = Label("north"), Label("south"), Label("town")
CITE = Cite(Evidence("d", Span(0, 1), "町"), DocumentFacts("d", 1, "d", "", 1, ""), "d.0", "cl")


def said(
    by: Label, day: str | None, hold: Hold, holder: Label | None, move: Move = Move.ASSERTED
) -> Step:
    """Return what somebody says on a day."""
    when = When() if day is None else When(day, *bounds(day), DateBasis.OWN)
    control = Control("town", hold, None if holder is None else holder.id)
    return Step(move, by, when, (CITE,), (), (control,))


def history(north: list[Step], south: list[Step]) -> PlaceHistory:
    """Return what two sides say of a town."""
    claimants = (Claimant(NORTH, tuple(north)), Claimant(SOUTH, tuple(south)))
    return PlaceHistory(TOWN, claimants, {"north": NORTH, "south": SOUTH})


def test_a_word_stands_until_its_own_side_says_otherwise() -> None:
    """That another side denies it does not end it."""
    north = [said(NORTH, "2031-05-02", Hold.TAKEN, NORTH)]
    south = [
        said(SOUTH, "2031-05-03", Hold.TAKEN, NORTH, Move.DENIED),
        said(SOUTH, "2031-06-01", Hold.TAKEN, NORTH),
    ]

    found = tenures_of(history(north, south))

    assert [(t.claimant.id, t.is_denial, t.low, t.until) for t in found] == [
        ("north", False, "2031-05-02", None),
        ("south", True, "2031-05-03", "2031-06-01"),
        ("south", False, "2031-06-01", None),
    ]
    assert found[0].contested == (Stretch("2031-05-03", "2031-06-01"),)
    assert found[2].contested == ()


def test_two_who_claim_a_town_contest_it() -> None:
    """From the later claim on, on both sides."""
    north = [said(NORTH, "2031-05-02", Hold.TAKEN, NORTH)]
    south = [said(SOUTH, "2031-05-10", Hold.HELD, SOUTH)]

    found = tenures_of(history(north, south))

    assert [t.contested for t in found] == [(Stretch("2031-05-10"),)] * 2


def test_what_is_said_again_is_one_word() -> None:
    """Taken, then held: one word with two steps; lost: it ends."""
    north = [
        said(NORTH, "2031-05-02", Hold.TAKEN, NORTH),
        said(NORTH, "2031-05-09", Hold.HELD, NORTH, Move.REPEATED),
        said(NORTH, "2031-07-01", Hold.LOST, NORTH),
    ]

    first, second = tenures_of(history(north, []))

    assert (len(first.steps), first.until) == (2, "2031-07-01")
    assert (second.is_denial, second.holder) == (True, "north")


def test_what_is_undated_or_not_confirmed_stands_nowhere() -> None:
    """When it would stand is not known; who cannot confirm says nothing."""
    north = [
        said(NORTH, None, Hold.TAKEN, NORTH),
        said(NORTH, "2031-05-02", Hold.TAKEN, NORTH, Move.UNCONFIRMED),
    ]

    assert tenures_of(history(north, [])) == ()


def test_fighting_contests_what_the_other_side_holds() -> None:
    """Who says that fighting goes on does not say who holds it."""
    north = [said(NORTH, "2031-05-02", Hold.TAKEN, NORTH)]
    south = [said(SOUTH, "2031-05-04", Hold.CONTESTED, None)]

    found = tenures_of(history(north, south))

    assert [t.contested for t in found] == [(Stretch("2031-05-04"),)] * 2
