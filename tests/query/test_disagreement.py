"""Figures of one quantity that differ."""

from __future__ import annotations

import pytest

from soten.query import Filter, figures_that_disagree
from soten.records import Bound, Record, Span, Story, Unit
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger
from tests.query.tolls import held, put
from tests.store.factory import RUN, document, figure, reading


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
        pytest.param({"what": ""}, id="nothing-said-to-be-counted"),
        pytest.param({"unit": Unit.ITEM}, id="another-unit"),
        pytest.param({"value": 12}, id="same-number"),
        pytest.param({"value": 10, "bound": Bound.AT_LEAST}, id="bounds-meet"),
    ],
)
def test_figures_that_may_well_agree_are_left_alone(
    ledger: Ledger, changed: dict[str, object]
) -> None:
    """Another thing, unit or bound, or one voice telling two numbers, is no disagreement."""
    d = document("死者は12人だ。30人とも言う。")
    arguments: dict[str, object] = {"value": 30, "by": "otsu", "what": "死者"} | changed
    theirs = figure(d, "30人", **arguments)  # type: ignore[arg-type] # keywords of several types
    records: list[Record] = [figure(d, "12人", 12, "ko"), theirs]
    ledger.put_reading(RUN, reading(d, records))
    join_pending(ledger, JOINERS)

    assert figures_that_disagree(ledger) == ()


def test_figures_of_different_times_are_left_alone(ledger: Ledger) -> None:
    """A toll that rose within months is no disagreement; one of the same week is."""
    put(ledger, "a", "攻撃により北村で12人が死亡した。", "12人", 12, edtf="2025-06-01")
    put(ledger, "b", "攻撃により北村で30人が死亡した。", "30人", 30, edtf="2025-12-01")
    assert figures_that_disagree(ledger) == ()

    put(ledger, "c", "北村での死者の数は45人に上った。", "45人", 45, edtf="2025-12-03")

    (found,) = figures_that_disagree(ledger)
    assert [row.record.value for group in found.groups for row in group] == [30, 45]


def test_one_voice_in_two_stories_of_a_page_is_compared(ledger: Ledger) -> None:
    """Two clippings on one page that give one voice two numbers disagree."""
    text = "甲国軍は北村の70%を制圧した。\n甲国軍は北村の75%を制圧した。\n"
    half = len(text) // 2
    stories = (Story(Span(0, half)), Story(Span(half, len(text))))
    held(ledger, "1", text, ("70%", 70), ("75%", 75), by="ko-army", stories=stories)

    assert len(figures_that_disagree(ledger)) == 1


def test_shares_of_one_place_disagree_whatever_the_words(ledger: Ledger) -> None:
    """70% of a town held and 75% of it freed disagree, though town and verb differ in name."""
    held(ledger, "1", "甲国軍は北村の70%を制圧した。", ("70%", 70), by="ko-army")
    held(ledger, "2", "甲国軍が解放したのはキタムラの75%だという。", ("75%", 75))
    held(ledger, "3", "甲国軍は南村の40%を制圧した。", ("40%", 40), by="ko-army")

    (found,) = figures_that_disagree(ledger)

    assert found.place is not None
    assert found.place.text() == "北村"
    assert [[row.record.value for row in group] for group in found.groups] == [[70], [75]]


def test_shares_of_two_holders_do_not_disagree(ledger: Ledger) -> None:
    """What one army holds of a place and what the other holds of it are two things."""
    held(ledger, "1", "甲国軍は北村の70%を制圧した。", ("70%", 70))
    held(ledger, "2", "乙国軍が北村の25%を支配している。", ("25%", 25))

    assert figures_that_disagree(ledger) == ()


def test_a_share_is_of_the_place_named_before_it_in_its_sentence(ledger: Ledger) -> None:
    """A place of another sentence, or one named after the number, is not what is held."""
    held(ledger, "1", "甲国軍は北村の70%を制圧した。", ("70%", 70), by="ko-army")
    held(ledger, "2", "北村は静か。40%が制圧されたのは別の町。", ("40%", 40))
    held(ledger, "3", "支持率30%の市長が北村を制圧した。", ("30%", 30))

    assert figures_that_disagree(ledger) == ()


def test_a_filter_that_one_figure_passes_shows_both_sides(filled: Ledger) -> None:
    """Asked for one party's figures, what others say of the same quantity is shown too."""
    (found,) = figures_that_disagree(filled, Filter(speaker="ko"))

    assert [[row.record.by for row in group] for group in found.groups] == [["ko"], ["otsu"]]
