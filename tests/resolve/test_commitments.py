"""Tellings of promises offered to be joined."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.records import Commitment, Mention, Record
from soten.resolve.commitments import CommitmentJoiner
from soten.resolve.joining import Item, Keyed, Link, Source
from tests.store.factory import ACTORS, cut, document

PAUSE = "甲国は2月1日までエネルギー施設への攻撃を停止する"


def offered(
    words: str,
    party: str = "ko",
    *,
    end: str | None = None,
    start: str | None = None,
    condition: str | None = None,
    text: str = "{}と表明した。",
    rule: str = "",
) -> Keyed:
    """Return what a report offers of one promise."""
    d = document(text.format(words), f"{words}.txt", edtf="2026-01-30")
    evidence = cut(d, words)
    promise = Commitment(f"co-{d.id}", evidence, party, words, start, end, condition, rule=rule)
    names = (("甲国", "ko"), ("乙国", "otsu"))
    records: list[Record] = [Mention(cut(d, name), id) for name, id in names if name in d.text]
    actors = {actor.id: actor for actor in ACTORS}
    (found,) = CommitmentJoiner().items(Source(d, (*records, promise), actors))
    return found


def links(*promises: Keyed) -> list[Link]:
    """Return the links between promises that share a key."""
    if not set.intersection(*(set(promise.keys) for promise in promises)):
        return []
    return list(CommitmentJoiner().links("k", [promise.item for promise in promises]))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        pytest.param(PAUSE, f"{PAUSE}方針だ", "same-promise", id="the-same-words"),
        pytest.param(
            "週末までエネルギー施設への攻撃を停止する",
            "週末まで、エネルギー関連施設に対する攻撃を停止する考え",
            "like-promise",
            id="nearly-the-same-words",
        ),
    ],
)
def test_one_promise_in_like_words_is_one(one: str, other: str, why: str) -> None:
    """Endings and particles differ from report to report."""
    (link,) = links(offered(one), offered(other))

    assert (link.why, link.confidence >= 0.8) == (why, True)


def test_one_deed_until_one_day_is_one_promise() -> None:
    """Other words for the same party, deed, object and last day are the same promise."""
    first = offered("エネルギー施設への攻撃を停止する", end="2026-02-01")
    other = offered(
        "電力などエネルギー網をねらった空爆は、月が改まる日まで控える", end="2026-02-01"
    )

    (link,) = links(first, other)

    assert (link.why, link.detail) == ("same-term", "2026-02-01")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            offered(PAUSE), offered(PAUSE.replace("停止", "続行")), id="done-not-left-off"
        ),
        pytest.param(
            offered("遺体1200体を引き渡す"), offered("遺体6000体を引き渡す"), id="another-number"
        ),
        pytest.param(
            offered(PAUSE, end="2026-02-01"),
            offered(f"{PAUSE}。", end="2026-03-01"),
            id="another-term",
        ),
        pytest.param(offered(PAUSE), offered(f"{PAUSE}考え", "otsu"), id="another-party"),
        pytest.param(
            offered("代表団を首都に派遣する"),
            offered("技術者を国境に派遣する"),
            id="another-object",
        ),
        pytest.param(
            offered("攻撃を停止する", condition="乙国が応じれば"),
            offered("攻撃を停止する方針", condition="捕虜が全員戻れば"),
            id="another-condition",
        ),
    ],
)
def test_promises_that_differ_in_what_binds_are_two(one: Keyed, other: Keyed) -> None:
    """Party, term, number, condition and whether it is left off must not differ."""
    assert [link for link in links(one, other) if link.confidence >= 0.8] == []


def test_what_is_stopped_may_be_told_before() -> None:
    """「停止期間は2月1日まで」 is about what was told to be stopped shortly before."""
    text = "乙国は甲国に都市への攻撃を停止するよう求めた。甲国は「{}」と確認した。"
    promise = offered("停止期間を2月1日までとする", text=text)

    assert promise.item.features["deeds"] == ["attack"]


def test_a_purpose_or_condition_is_not_what_is_promised() -> None:
    """「交渉のため」 and 「侵攻した場合」 name other deeds than the one promised."""
    promise = offered("乙国が再び侵攻した場合、交渉を進めるために、制裁を発動する")

    assert promise.item.features["deeds"] == ["sanction"]


def test_what_tells_that_a_promise_was_kept_is_none() -> None:
    """「甲国は停戦を守っている」 is offered with no key: it tells of a promise."""
    told = offered("甲国は停戦を守っている", rule="word-kept")

    assert told.keys == ()


TELLINGS = [
    offered(PAUSE, end="2026-02-01"),
    offered(f"{PAUSE}考えだ"),
    offered("エネルギー施設への空爆を2月1日まで控える", end="2026-02-01"),
    offered("代表団を首都に派遣する"),
    offered("エネルギー施設への攻撃は停止しない"),
]


@given(order=st.permutations(TELLINGS))
def test_links_depend_on_what_is_there_alone(order: list[Keyed]) -> None:
    """In whatever order tellings come, the same are linked for the same reasons."""
    joiner = CommitmentJoiner()

    def found(items: list[Item]) -> set[tuple[frozenset[str], str, float]]:
        made = joiner.links("k", items)
        return {(frozenset((link.one, link.other)), link.why, link.confidence) for link in made}

    assert found([one.item for one in order]) == found([one.item for one in TELLINGS])


@pytest.mark.parametrize("pair", list(permutations(TELLINGS[:3], 2)))
def test_tellings_of_one_promise_share_a_key(pair: tuple[Keyed, Keyed]) -> None:
    """What may be one promise meets under at least one key."""
    assert set(pair[0].keys) & set(pair[1].keys)
