"""Reports of one talk found in several documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.resolve.joining import CONNECTS, PARTS, Item, Keyed, Source
from soten.resolve.talks import TalkJoiner
from tests.resolve.talkstories import LEADERS, met, offered, together
from tests.resolve.wirestories import StoryReader

ANNOUNCED = (
    "2031-05-02",
    "ノルダのベルカ大統領とテスミアのトセフ首相が8日にジルヴァンで会談すると、ノルダ大統領府が1日発表した。",
)
HELD = (
    "2031-05-09",
    "ノルダのベルカ大統領は8日、ジルヴァンでテスミアのトセフ首相と会談した。",
)


@pytest.fixture(scope="module")
def stories(pack: Path) -> StoryReader:
    """Return what reads stories with the invented pack."""
    return StoryReader(pack)


def read_all(stories: StoryReader, *told: tuple[str, str]) -> list[list[Keyed]]:
    """Return what documents offer, each given as its day and its text."""
    return [offered(stories.source(text, day, f"{n}.txt")) for n, (day, text) in enumerate(told)]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(HELD, id="held"),
        pytest.param(
            (
                "2031-05-20",
                "ノルダとテスミアは8日にジルヴァンで首脳会談を開いたが、合意できなかった。",
            ),
            id="described",
        ),
        pytest.param(
            (
                "2031-05-07",
                "8日に予定されていたベルカ大統領とテスミアのトセフ首相の会談は中止された。",
            ),
            id="cancelled",
        ),
        pytest.param(
            (
                "2031-05-01",
                "ノルダのベルカ大統領は来週、ジルヴァンでテスミアのトセフ首相と会談する予定だ。",
            ),
            id="next-week",
        ),
        pytest.param(
            (
                "2031-06-20",
                "ノルダのベルカ大統領は先月8日のテスミアのトセフ首相との会談で停戦を求めた。",
            ),
            id="last-month",
        ),
    ],
)
def test_reports_of_one_talk_are_one(stories: StoryReader, told: tuple[str, str]) -> None:
    """A talk announced and what is told of it later are one talk."""
    assert together(*read_all(stories, ANNOUNCED, told)) == [{"0a", "1a"}]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            (
                "2031-05-12",
                "ノルダのベルカ大統領は11日、ジルヴァンでテスミアのトセフ首相と会談した。",
            ),
            id="another-day",
        ),
        pytest.param(
            ("2031-05-09", "ノルダのベルカ大統領は8日、テスミアのトセフ首相と電話で会談した。"),
            id="call",
        ),
        pytest.param(
            (
                "2031-05-09",
                "ノルダの代表団とテスミアの代表団は8日、ジルヴァンで実務者協議を行った。",
            ),
            id="officials",
        ),
        pytest.param(
            ("2031-05-09", "ノルダのベルカ大統領は8日、ジルヴァンでハルディアの外相と会談した。"),
            id="others",
        ),
        pytest.param(("2031-05-09", "ノルダとテスミアの会談が近く行われる。"), id="some-time"),
    ],
)
def test_other_talks_stay_apart(stories: StoryReader, told: tuple[str, str]) -> None:
    """Another day, form, level or party makes another talk, and so does next to nothing told."""
    assert together(*read_all(stories, ANNOUNCED, told)) == [{"0a"}, {"1a"}]


def test_a_talk_that_was_moved_is_one(stories: StoryReader) -> None:
    """The announcement for one day, the news of another, and the talk on that day are one."""
    moved = (
        "2031-05-05",
        "ノルダ大統領府は4日、8日に予定されていたベルカ大統領とテスミアのトセフ首相の会談を10日に延期すると発表した。",
    )
    held = ("2031-05-11", HELD[1].replace("8日", "10日"))

    assert together(*read_all(stories, ANNOUNCED, moved, held)) == [{"0a", "1a", "2a"}]
    assert together(*read_all(stories, ANNOUNCED, held)) == [{"0a"}, {"1a"}]


def test_a_denial_belongs_to_the_talk_it_denies(stories: StoryReader) -> None:
    """Whoever says that there will be no such talk is tied to the reports of it."""
    denied = (
        "2031-05-03",
        "ノルダのカンデル報道官は2日、8日にテスミアとの会談の予定はないと述べた。",
    )

    assert together(*read_all(stories, ANNOUNCED, denied)) == [{"0a", "1a"}]


def test_what_fits_two_talks_joins_neither(stories: StoryReader) -> None:
    """A talk of next week is not one of two that were held in that week."""
    vague = ("2031-05-01", "ノルダのベルカ大統領は来週、テスミアのトセフ首相と会談する予定だ。")
    second = ("2031-05-11", HELD[1].replace("8日", "10日"))

    assert together(*read_all(stories, vague, HELD)) == [{"0a", "1a"}]
    assert together(*read_all(stories, vague, HELD, second)) == [{"0a"}, {"1a"}, {"2a"}]


def test_keys_are_few(stories: StoryReader) -> None:
    """A talk of two parties stands under as many keys as it has days, places and people."""
    (keyed,) = offered(stories.source(HELD[1], HELD[0]))

    assert len(keyed.keys) == 6
    assert keyed.day == "2031-05-08"


def test_a_document_without_talks_offers_nothing(stories: StoryReader) -> None:
    """A document that tells of no talk has no items."""
    assert offered(stories.source("ノルダは橋を修理した。", "2031-05-02")) == []


def test_a_talk_told_without_any_mark_stands_alone(stories: StoryReader) -> None:
    """Equal words without a day make no two reports one."""
    vague = "ノルダとテスミアの会談が近く行われる。"

    assert together(*read_all(stories, ("2031-05-02", vague), ("2031-05-02", vague))) == [
        {"0a"},
        {"1a"},
    ]


_MEETINGS = st.builds(
    met,
    st.sampled_from([None, "2031-05-08", "2031-05-09", "2031-05-10"]),
    sides=st.sampled_from([("norda", "tesmia"), ("haldia", "norda", "tesmia")]),
    people=st.sampled_from([(), LEADERS, (("orsok", "tesmia"),), LEADERS[:1]]),
    place=st.sampled_from(["zirvan", None]),
    form=st.sampled_from(["meeting", "call", "summit", "trilateral"]),
    stage=st.sampled_from(["ahead", "told", "off"]),
    moved=st.sampled_from([(), ("2031-05-10",)]),
    said=st.sampled_from([None, "2031-05-07"]),
)


@given(st.lists(_MEETINGS, max_size=8), st.randoms())
def test_the_order_of_items_changes_nothing(meetings: list[object], random: object) -> None:
    """What is one talk follows from the set of reports, however they came."""
    items = [
        Item(f"t{n}", m.features())  # type: ignore[attr-defined]
        for n, m in enumerate(meetings)
    ]
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    joiner, key = TalkJoiner(), "norda|tesmia|d92699"

    assert set(joiner.links(key, items)) == set(joiner.links(key, shuffled))


@given(st.lists(_MEETINGS, max_size=8))
def test_links_are_between_items_under_the_key(meetings: list[object]) -> None:
    """Every link names two of the items, and joins them, parts them, or is a proposal."""
    items = [Item(f"t{n}", m.features()) for n, m in enumerate(meetings)]  # type: ignore[attr-defined]
    ids = {item.id for item in items}

    for link in TalkJoiner().links("norda|tesmia|d92699", items):
        assert {link.one, link.other} <= ids
        doubtful = {"talk-day", "talk-moved"}
        assert link.confidence >= CONNECTS or link.why in doubtful | {"talk-differs"}
        assert (link.confidence == PARTS) is (link.why == "talk-differs")


def test_a_source_without_records_offers_nothing(stories: StoryReader) -> None:
    """What a person rejected is not there to be joined."""
    source = stories.source(HELD[1], HELD[0])

    assert offered(Source(source.document, (), source.actors)) == []
