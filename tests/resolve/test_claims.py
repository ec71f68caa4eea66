"""Which claims of different documents are one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.records.joins import CONNECTS, Item, Keyed
from soten.resolve.claims import ClaimJoiner
from tests.resolve.wirestories import StoryReader

JOINER = ClaimJoiner()
DAY = "2031-05-06"
TAKEN = "ノルダ国防省は、ファルケンを制圧したと発表した。"
BRIDGE = "テスミア国防省は、ノルダ軍が北部の鉄道橋をミサイルで破壊したと発表した。"
LABS = "ノルダ外務省は、テスミアがハルディアの生物兵器研究所に資金を提供していると主張した。"


@pytest.fixture(scope="module")
def reader(pack: Path) -> StoryReader:
    """Return what reads texts with the invented pack."""
    return StoryReader(pack)


def joined(*offered: Keyed) -> bool:
    """Say whether claims are one: alike to their joiner, or linked under a key they share."""
    one, other = offered
    if one.item.features == other.item.features and set(one.keys) == set(other.keys):
        return True
    return any(
        link.confidence >= CONNECTS
        for key in sorted(set(one.keys) & set(other.keys))
        for link in JOINER.links(key, [one.item, other.item])
    )


def claims_of(reader: StoryReader, text: str, day: str | None, name: str) -> list[Keyed]:
    """Return the claims of a text as the joiner offers them."""
    return list(JOINER.items(reader.source(text, day, name)))


def are_one(reader: StoryReader, one: str, other: str, days: tuple[str, str] = (DAY, DAY)) -> bool:
    """Say whether some claim of one report is one with some claim of another."""
    first = claims_of(reader, one, days[0], "one.txt")
    second = claims_of(reader, other, days[1], "other.txt")
    return any(joined(a, b) for a in first for b in second)


def later(days: int) -> tuple[str, str]:
    """Return a day and another so many days after."""
    return DAY, (date.fromisoformat(DAY) + timedelta(days)).isoformat()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(TAKEN, "ノルダ軍は、ファルケン市を「解放」したと明らかにした。", id="words"),
        pytest.param(
            TAKEN, "オルソク外相は、ノルダ軍がファルケンを占領したことを否定した。", id="denial"
        ),
        pytest.param(
            TAKEN, "アルデ通信は、ファルケンをノルダ軍が掌握したと報じた。", id="told-by-another"
        ),
        pytest.param(
            "ノルダ国防省は、ファルケンの80%以上を制圧したと発表した。",
            "ベルカ大統領は「ファルケンの80％を解放した」と述べた。",
            id="share",
        ),
        pytest.param(TAKEN, "テスミア外務省は、ファルケンの陥落を否定した。", id="holder-untold"),
        pytest.param(
            BRIDGE,
            "テスミア国防省によると、北部の鉄道橋がノルダ軍のミサイルで破壊された。",
            id="passive",
        ),
        pytest.param(
            BRIDGE,
            "テスミア国防省によると、ノルダ軍は北部の鉄道橋をミサイルで破壊した。",
            id="same-deed",
        ),
        pytest.param(
            LABS,
            "ノルダ外務省の報道官は、テスミアがハルディアにある生物兵器の研究所へ資金提供していると述べた。",
            id="same-state-of-things",
        ),
        pytest.param(
            LABS,
            "トセフ首相は、テスミアがハルディアの生物兵器研究所に資金を提供していることを否定した。",
            id="denied-elsewhere",
        ),
    ],
)
def test_equal_claims_are_one(reader: StoryReader, one: str, other: str) -> None:
    """Claims of one proposition are joined, whoever tells or denies them, in whatever words."""
    assert are_one(reader, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "ノルダ国防省は、ファルケンの70%を制圧したと発表した。",
            "ノルダ国防省は、ファルケンの75%を制圧したと発表した。",
            id="another-share",
        ),
        pytest.param(TAKEN, "ノルダ国防省は、ロドナを制圧したと発表した。", id="another-town"),
        pytest.param(TAKEN, "ノルダ国防省は、ファルケンの75%を制圧したと発表した。", id="a-part"),
        pytest.param(
            TAKEN, "ノルダ国防省は、ファルケンとロドナを制圧したと発表した。", id="two-towns"
        ),
        pytest.param(TAKEN, "テスミア軍は、ファルケンを奪還したと発表した。", id="the-other-side"),
        pytest.param(
            BRIDGE,
            "ノルダ国防省は、テスミア軍が北部の鉄道橋をミサイルで破壊したと発表した。",
            id="the-other-did-it",
        ),
        pytest.param(
            BRIDGE,
            "テスミア国防省は、ノルダ軍が南部の貯水池を無人機で破壊したと発表した。",
            id="another-thing",
        ),
        pytest.param(
            "テスミア空軍は、ノルダ軍が発射した無人機およそ80機を一夜に撃墜したと発表した。",
            "テスミア空軍は、ノルダ軍が発射した無人機およそ95機を一夜に撃墜したと発表した。",
            id="another-number",
        ),
        pytest.param(
            LABS,
            "ノルダ外務省は、テスミアがハルディアの生物兵器研究所に資金を提供していないと主張した。",
            id="negated",
        ),
        pytest.param(
            LABS,
            "ガルト連盟は、テスミアがハルディアの生物兵器研究所に資金を提供しているという虚偽の主張を"
            "ノルダ外務省が広めていると主張した。",
            id="claim-about-a-claim",
        ),
        pytest.param(
            "ノルダ国防省は、2人が死亡したと発表した。",
            "ノルダ国防省は、2人が死亡したと発表した。",
            id="too-few-words",
        ),
    ],
)
def test_other_claims_stay_apart(reader: StoryReader, one: str, other: str) -> None:
    """Other towns, parts, numbers, doers, and what is negated are other claims."""
    assert not are_one(reader, one, other)


@pytest.mark.parametrize(
    ("text", "days", "is_one"),
    [
        pytest.param(TAKEN, 40, True, id="place-within-weeks"),
        pytest.param(TAKEN, 200, False, id="place-months-later"),
        pytest.param(LABS, 15, True, id="state-of-things"),
        pytest.param(LABS, 90, False, id="state-of-things-months-later"),
        pytest.param(BRIDGE, 1, True, id="deed-next-day"),
        pytest.param(BRIDGE, 9, False, id="deed-of-another-week"),
    ],
)
def test_what_is_told_long_after_is_told_anew(
    reader: StoryReader, text: str, days: int, is_one: bool
) -> None:
    """A deed is told again within days, a state of things within weeks."""
    assert are_one(reader, text, text, later(days)) == is_one


def test_few_words_are_one_where_all_around_them_is(reader: StoryReader) -> None:
    """Two prints of one story tell of the same two dead; other stories tell of others."""
    story = (
        "ノルダ南部の港町で4日夜に起きた倉庫の爆発について、ノルダ国防省は2人が死亡したと発表した。"
    )

    assert are_one(reader, story, "【アルデ通信】\n" + story)
    assert not are_one(reader, story, story.replace("倉庫", "工場"))


def test_claims_without_a_day_meet_others_without(reader: StoryReader) -> None:
    """Two undated prints are compared with each other."""
    (one,) = claims_of(reader, TAKEN, None, "one.txt")
    (other,) = claims_of(reader, TAKEN, None, "other.txt")

    assert joined(one, other)


def test_a_claim_has_few_keys(reader: StoryReader) -> None:
    """However much a claim tells, it is put under few keys."""
    for text in (TAKEN, BRIDGE, LABS):
        (claim,) = claims_of(reader, text, DAY, "one.txt")
        assert 0 < len(claim.keys) <= 12


_SIGNS = st.sets(st.sampled_from("橋町港山川海空鉄"), min_size=1)


@given(st.lists(_SIGNS, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_links_depend_on_the_set_of_claims_only(signs: list[set[str]], random: object) -> None:
    """In whatever order claims are given, the same are linked for the same reasons."""
    items = [
        Item(
            f"c{at}",
            {
                "terms": [*sorted(some)],
                "numbers": [],
                "agents": [],
                "places": [],
                "not": False,
                "of-words": False,
                "by": ["norda"],
            },
        )
        for at, some in enumerate(signs)
    ]
    shuffled = list(items)
    getattr(random, "shuffle")(shuffled)  # noqa: B009 - hypothesis gives no type

    assert set(JOINER.links("said:x", items)) == set(JOINER.links("said:x", shuffled))
    for one, other in combinations(items, 2):
        assert set(JOINER.links("said:x", [one, other])) <= set(JOINER.links("said:x", items))
