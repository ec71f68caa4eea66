from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soten.records.joins import CONNECTS
from soten.resolve.joining import Item, Keyed
from tests.resolve import wirepairs as w
from tests.resolve.wirestories import JOINER, StoryReader, links_of, one_story


@pytest.fixture(scope="module")
def stories(pack: Path) -> StoryReader:
    """Return what reads stories with the invented pack."""
    return StoryReader(pack)


@pytest.mark.parametrize("pair", [pytest.param(pair, id=pair.name) for pair in w.COPIES])
def test_a_copy_is_found_and_joined(stories: StoryReader, pair: w.Pair) -> None:
    """Copies share a key, and a link that is sure enough to join them."""
    one, other = stories.items(pair)
    alike = one.item.features == other.item.features and one.keys == other.keys

    assert alike or {(link.one, link.other) for link in links_of(one, other)} == {
        tuple(sorted((one.item.id, other.item.id)))
    }
    assert all(link.confidence >= CONNECTS for link in links_of(one, other))


@pytest.mark.parametrize("pair", [pytest.param(pair, id=pair.name) for pair in w.OTHERS])
def test_what_is_no_copy_is_not_joined(stories: StoryReader, pair: w.Pair) -> None:
    """Templates, two reporters, background, footers and very short texts join nothing."""
    one, other = stories.items(pair)

    assert not links_of(one, other)
    assert one.item.features != other.item.features


def test_every_story_of_a_page_is_an_item(stories: StoryReader) -> None:
    """A document without marks is one story, numbered from 0, listed by its day."""
    keyed = one_story(stories.source("\n".join(w.RAID), "2031-05-06"))

    assert keyed.item.id.endswith(".0")
    assert keyed.day == "2031-05-06"


def test_a_month_is_no_day(stories: StoryReader) -> None:
    """A story known to be of some month is compared like one without a date."""
    text = "\n".join(w.RAID)
    vague = one_story(stories.source(text, "2031-05"))
    undated = one_story(stories.source(text, None))

    assert vague.item.features["day"] is None
    assert {key[0] for key in vague.keys} == {key[0] for key in undated.keys} == set("tpu")


def test_a_short_text_stands_alone(stories: StoryReader) -> None:
    """A sentence that anybody may write has no keys."""
    assert one_story(stories.source("外相は5日に声明を出した。", "2031-05-06")).keys == ()


def test_a_story_has_few_keys(stories: StoryReader) -> None:
    """However long a story is, it is put under few keys."""
    text = "".join(f"第{n}師団は{n * 7}日に{n * 311}両の車両を受け取った。" for n in range(500))

    assert len(one_story(stories.source(text, "2031-05-06")).keys) < 60


@pytest.fixture(scope="module")
def family(stories: StoryReader) -> list[Keyed]:
    """Return stories of three families and others, all of one week."""
    texts = (
        w.SUMMIT, w.SUMMIT[:4], w.SUMMIT[:6], w.SUMMIT[1:], w.OWN_SUMMIT, w.FOLLOW_UP,
        w.RAID, w.POLITE_RAID, w.OTHER_VERBS_RAID, w.KANJI_RAID, w.OWN_RAID, w.GRAIN, w.GRAIN[:4],
    )  # fmt: skip
    return [
        one_story(stories.source("\n".join(text), f"2031-05-{day:02}", f"{day}.txt"))
        for day, text in enumerate(texts, 1)
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(order=st.permutations(range(13)))
def test_the_order_of_stories_changes_no_link(family: list[Keyed], order: list[int]) -> None:
    """Links are a function of the set of items under a key."""
    assert links_of(*(family[at] for at in order)) == links_of(*family)


def test_families_are_what_links_connect(family: list[Keyed]) -> None:
    """Copies of one story are connected, through each other where need be, and nothing else is."""
    groups: dict[str, set[str]] = {keyed.item.id: {keyed.item.id} for keyed in family}
    for link in links_of(*family):
        both = groups[link.one] | groups[link.other]
        groups |= dict.fromkeys(both, both)
    ids = [keyed.item.id for keyed in family]
    found = {frozenset(ids.index(id) for id in group) for group in groups.values()}

    assert found == {
        frozenset({0, 1, 2, 3}), frozenset({4}), frozenset({5}),
        frozenset({6, 7, 8, 9}), frozenset({10}), frozenset({11, 12}),
    }  # fmt: skip


def test_a_crowd_of_different_texts_is_joined_by_its_longest(family: list[Keyed]) -> None:
    """Many versions of one story under one key are one family still."""
    [longest] = [
        k
        for k in family
        if k.item.features["length"] == max(int(str(k.item.features["length"])) for k in family[:4])
    ]
    crowd = [Item(f"x{n:03}", {**longest.item.features, "text": f"{n:018}"}) for n in range(100)]
    linked = {link.one for link in JOINER.links("k", crowd)}
    linked |= {link.other for link in JOINER.links("k", crowd)}

    assert linked == {item.id for item in crowd}
