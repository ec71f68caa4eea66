"""Figures offered to be joined."""

from __future__ import annotations

from itertools import permutations

import pytest

from soten.records import Actor, ActorType, Figure, Mention, Record, Span, Story, Unit
from soten.resolve.figures import FigureJoiner
from soten.resolve.joining import Item, Keyed, Source
from tests.store.factory import ACTORS, cut, document, figure

KITAMURA = Actor("kitamura", ActorType.PLACE, "北村")


def offered(text: str, *numbers: str, unit: Unit = Unit.PERSON, stories: int = 0) -> list[Keyed]:
    """Return what a report offers, in order of its numbers."""
    each = len(text) // stories if stories else 0
    d = document(text, stories=tuple(Story(Span(n * each, (n + 1) * each)) for n in range(stories)))
    names = (("北村", "kitamura"), ("甲国軍", "ko-army"), ("乙国", "otsu"))
    records: list[Record] = [Mention(cut(d, word), id) for word, id in names if word in text]
    for words in numbers:
        what = next(part for part in text.split("。") if words in part)
        records.append(figure(d, words, 1, None, what=what, unit=unit))
    actors = {actor.id: actor for actor in (*ACTORS, KITAMURA)}
    return list(FigureJoiner().items(Source(d, tuple(records), actors)))


def share(id: str, holder: str) -> Item:
    """Return a share of a place held, with its holder."""
    return Item(id, {"act": "held", "of": holder, "at": "kitamura"})


def test_every_figure_is_an_item() -> None:
    """A figure of no quantity is offered too, with no key."""
    first, second = offered(
        "会談は約3時間続いた。攻撃により北村で3人が死亡した。", "約3時間", "3人"
    )

    assert (first.keys, len(second.keys)) == ((), 1)


def test_equal_quantities_have_equal_features_and_keys() -> None:
    """Two reports that count the same thing offer the same, whatever their numbers."""
    (one,) = offered("攻撃により北村で3人が死亡した。", "3人")
    (other,) = offered("北村での死者は12人になった。", "12人")

    assert (one.item.features, one.keys) == (other.item.features, other.keys)


def test_the_place_of_harm_is_looked_for_in_the_story_only() -> None:
    """A toll is not of the place that another clipping on the page tells of."""
    text = "北村で爆発があった。3人が死亡した。"
    (near,) = offered(text, "3人")
    (apart,) = offered("北村で爆発があった。別の町で3人が死亡。", "3人", stories=2)

    assert near.item.features["at"] == "kitamura"
    assert apart.item.features["at"] != "kitamura"


def test_a_figure_is_listed_by_its_report_s_day() -> None:
    """Where no day is told in the sentence, the day of the report is its day."""
    (found,) = offered("攻撃により北村で3人が死亡した。", "3人")

    assert found.day == "2025-12-04"


@pytest.mark.parametrize("order", list(permutations(["a", "b", "c"])))
def test_links_depend_on_what_is_there_alone(order: tuple[str, ...]) -> None:
    """The one holder there is gets the shares of nobody, in whatever order they come."""
    items = {"a": share("a", ""), "b": share("b", "ko"), "c": share("c", "ko")}

    links = list(FigureJoiner().links("k", [items[id] for id in order]))

    pairs = {(link.one, link.other, link.why) for link in links}
    assert pairs == {("b", "c", "same-quantity"), ("b", "a", "only-holder-told")}


def test_two_holders_leave_a_share_of_nobody_alone() -> None:
    """Where both sides hold parts of a place, nobody's share is no one's."""
    found = [share("a", ""), share("b", "ko"), share("c", "otsu")]

    assert list(FigureJoiner().links("k", found)) == []


def test_what_is_counted_is_the_figure_s_own_kind() -> None:
    """Only figures are offered."""
    assert all(isinstance(one, Keyed) for one in offered("北村の3人。", "3人"))
    assert FigureJoiner.kind == Figure.kind
