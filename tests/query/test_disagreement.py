from __future__ import annotations

import pytest

from soten.query import figures_that_disagree
from soten.query.disagreement import is_same_thing, may_agree, thing_of
from soten.records import (
    Actor,
    ActorType,
    Bound,
    Event,
    EventType,
    Evidence,
    Figure,
    Span,
    Story,
    Unit,
    record_id,
)
from soten.store import Ledger
from tests.store.factory import ACTORS, RUN, cut, document, figure, mention, reading


def number(
    value: float, bound: Bound = Bound.EXACT, unit: Unit = Unit.PERSON, max: float | None = None
) -> Figure:
    """Return a figure of its own."""
    return Figure("fg", Evidence("d", Span(0, 1), "x"), value, bound, unit, max)


def test_two_voices_with_two_numbers_disagree(filled: Ledger) -> None:
    """One side's 12 dead and the other's 30 stand against each other."""
    (found,) = figures_that_disagree(filled)

    assert (found.unit, found.shared) == (Unit.PERSON, "死者")
    assert [[row.record.by for row in group] for group in found.groups] == [["ko"], ["otsu"]]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"by": "ko"}, id="same-voice-in-one-text"),
        pytest.param({"what": "負傷者"}, id="another-thing"),
        pytest.param({"what": None}, id="nothing-said-to-be-counted"),
        pytest.param({"unit": Unit.ITEM}, id="another-unit"),
        pytest.param({"value": 12}, id="same-number"),
        pytest.param({"value": 10, "bound": Bound.AT_LEAST}, id="bounds-meet"),
    ],
)
def test_figures_that_may_well_agree_are_left_alone(
    ledger: Ledger, changed: dict[str, object]
) -> None:
    """Another thing, unit or bound, or one voice telling two numbers, is no disagreement."""
    d = document()
    arguments: dict[str, object] = {"value": 30, "by": "otsu", "what": "死者"} | changed
    theirs = figure(d, "30人", **arguments)  # type: ignore[arg-type] # keywords of several types
    ledger.put_reading(RUN, reading(d, [figure(d, "12人", 12, "ko"), theirs]))

    assert figures_that_disagree(ledger) == ()


def test_figures_of_different_times_are_left_alone(ledger: Ledger) -> None:
    """A toll that rose within months is no disagreement; one of the same week is."""
    for name, edtf, value in (("a", "2025-06-01", 12), ("b", "2025-12-01", 30)):
        d = document(f"死者は{value}人", name, edtf=edtf)
        ledger.put_reading(RUN, reading(d, [figure(d, f"{value}人", value, None)]))
    assert figures_that_disagree(ledger) == ()

    d = document("死者の数は45人", "c", edtf="2025-12-03")
    ledger.put_reading(RUN, reading(d, [figure(d, "45人", 45, None, what="死者の数")]))

    (found,) = figures_that_disagree(ledger)
    assert [row.record.value for group in found.groups for row in group] == [30, 45]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (number(70), number(75), False),
        (number(70), number(70), True),
        (number(700, Bound.APPROX), number(701), True),
        (number(700, Bound.APPROX), number(800), False),
        (number(19000, Bound.AT_LEAST), number(25000), True),
        (number(19000, Bound.AT_LEAST), number(15000), False),
        (number(10, Bound.AT_MOST), number(20, Bound.MORE_THAN), False),
        (number(10, Bound.RANGE, max=20), number(15), True),
        (number(10, Bound.RANGE, max=20), number(25, Bound.LESS_THAN), True),
    ],
)
def test_bounds_say_what_a_number_may_be(one: Figure, other: Figure, agree: bool) -> None:
    """Two figures may agree where some number satisfies both, whichever comes first."""
    assert may_agree(one, other) is agree
    assert may_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("撃墜した無人機", "撃墜された無人機", True),
        ("死者", "死者数", True),
        ("制圧した面積", "制圧面積", True),
        ("発射された無人機", "撃墜された無人機", False),
        ("甲国軍の死者", "乙国軍の死者", False),
        ("死者", "負傷者", False),
    ],
)
def test_descriptions_are_of_one_thing_but_for_inflection(one: str, other: str, same: bool) -> None:
    """Inflection and particles do not matter; whose and what do."""
    assert is_same_thing(thing_of(one), thing_of(other)) is same


def test_one_voice_in_two_stories_of_a_page_is_compared(ledger: Ledger) -> None:
    """Two clippings on one page that give one voice two numbers disagree."""
    text = "政府は死者が12人だとした。\n政府は死者が30人だとした。\n"
    half = len(text) // 2
    stories = (Story(Span(0, half)), Story(Span(half, len(text))))
    d = document(text, stories=stories)
    ledger.put_reading(RUN, reading(d, [figure(d, "12人", 12, "ko"), figure(d, "30人", 30, "ko")]))

    assert len(figures_that_disagree(ledger)) == 1


PLACES = (
    Actor("kitamura", ActorType.PLACE, "北村"),
    Actor("minamimura", ActorType.PLACE, "南村"),
)


def held(ledger: Ledger, name: str, text: str, number: str, value: float, by: str | None) -> None:
    """Put a text whose first sentence tells of a change of control, with a share in it."""
    d = document(text, name)
    share = figure(d, number, value, by, what=text, unit=Unit.PERCENT)
    names = (("北村", "kitamura"), ("キタムラ", "kitamura"), ("南村", "minamimura"))
    places = [mention(d, word, id) for word, id in names if word in text]
    told = cut(d, max(text.split("。"), key=len))
    change = Event(record_id("event", d.id), told, EventType.CONTROL_CHANGE)
    ledger.put_reading(RUN, reading(d, [*places, share, change], (*ACTORS, *PLACES)))


def test_shares_of_one_place_disagree_whatever_the_words(ledger: Ledger) -> None:
    """70% of a town held and 75% of it freed disagree, though town and verb differ in name."""
    held(ledger, "1", "甲国軍は北村の70%を制圧した。", "70%", 70, "ko-army")
    held(ledger, "2", "解放されたのはキタムラの75%だという。", "75%", 75, None)
    held(ledger, "3", "甲国軍は南村の40%を制圧した。", "40%", 40, "ko-army")

    (found,) = figures_that_disagree(ledger)

    assert found.place is not None
    assert found.place.text() == "北村"
    assert [[row.record.value for row in group] for group in found.groups] == [[70], [75]]


def test_a_share_is_of_the_place_named_before_it_in_its_sentence(ledger: Ledger) -> None:
    """A place of another sentence, or one named after the number, is not what is held."""
    held(ledger, "1", "甲国軍は北村の70%を制圧した。", "70%", 70, "ko-army")
    held(ledger, "2", "北村は静か。40%が制圧されたのは別の町。", "40%", 40, None)
    held(ledger, "3", "支持率30%の市長が北村を制圧した。", "30%", 30, None)

    assert figures_that_disagree(ledger) == ()
