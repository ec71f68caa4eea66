"""Positions that clauses tell without reporting words."""

from __future__ import annotations

import pytest

from soten.records import Stance
from tests.readings import TextReader


def told(read: TextReader, text: str) -> list[tuple[str, str, Stance]]:
    """Return the positions that rest on no statement."""
    return [
        (p.party, p.issue, p.stance) for p in read(text).findings.positions if p.statement is None
    ]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        pytest.param(
            "ハルディアは停戦の決議を棄権した。",
            ("haldia", "ceasefire", Stance.UNDECIDED),
            id="abstains",
        ),
        pytest.param(
            "テスミアは停戦の継続を望んでいる。",
            ("tesmia", "ceasefire", Stance.SUPPORTS),
            id="wishes",
        ),
        pytest.param(
            "テスミアは停戦の継続を望まない。",
            ("tesmia", "ceasefire", Stance.OPPOSES),
            id="does-not-wish",
        ),
        pytest.param(
            "ノルダは停戦合意を破棄した。",
            ("norda", "ceasefire", Stance.REJECTS),
            id="breaks-off",
        ),
    ],
)
def test_a_clause_tells_a_stance(
    read: TextReader, text: str, position: tuple[str, str, Stance]
) -> None:
    """A policy verb with a party as subject tells its stance; a negation turns it."""
    assert told(read, text) == [position]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("テスミアは停戦合意を破棄する可能性がある。", id="may"),
        pytest.param("停戦合意はノルダに破棄された。", id="passive"),
        pytest.param("市場は停戦の継続を望んでいる。", id="no-party"),
        pytest.param("専門家は停戦の継続を望んでいる。", id="unnamed"),
        pytest.param("ノルダは橋を直した。", id="no-policy"),
    ],
)
def test_what_tells_no_stance(read: TextReader, text: str) -> None:
    """Possibilities, passives and subjects that are no party tell no stance."""
    assert told(read, text) == []


def test_a_told_stance_is_not_repeated(read: TextReader) -> None:
    """A stance that a statement expresses already is not told again."""
    found = read("ノルダは停戦案を拒否した。ノルダは停戦合意を破棄した。")

    assert [p.stance for p in found.findings.positions] == [Stance.REJECTS]


def test_the_subject_holds_through_the_clauses(read: TextReader) -> None:
    """A clause without subject goes on with the subject before it."""
    assert told(read, "ハルディアは国境を閉じ、停戦の決議を棄権した。") == [
        ("haldia", "ceasefire", Stance.UNDECIDED)
    ]


def test_what_is_asked_for_a_truce_is_told_with_it(read: TextReader) -> None:
    """「撤退を停戦の条件に挙げる」 asks for one thing and accepts the other in return."""
    found = told(read, "ノルダは捕虜の釈放を停戦の条件に挙げている。")

    assert set(found) == {
        ("norda", "children-prisoners", Stance.DEMANDS),
        ("norda", "ceasefire", Stance.ACCEPTS_IF),
    }


def test_a_condition_that_is_no_demand_tells_nothing(read: TextReader) -> None:
    """Who speaks on a condition asks for nothing: 匿名を条件に語る."""
    assert told(read, "ノルダは匿名を条件に停戦について語った。") == []


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        pytest.param("ノルダとテスミアは停戦で合意した。", 2, id="truce"),
        pytest.param("ノルダとテスミアは道路の再建で合意した。", 0, id="outcome-of-a-talk"),
        pytest.param("ノルダは2019年に停戦の条約を批准した。", 0, id="long-ago"),
        pytest.param("ノルダは2019年に結ばれた停戦の条約を拒んでいる。", 1, id="of-old-and-now"),
    ],
)
def test_outcomes_and_history_tell_no_stance(read: TextReader, text: str, stances: int) -> None:
    """Sides that agree accept a truce, other agreements are outcomes; what is years back is history."""
    assert len(read(text).findings.positions) == stances


def test_each_thing_of_a_list_that_is_asked_is_a_point(read: TextReader) -> None:
    """「制裁の解除や領土の割譲など多くの要求をしている」 demands on both points."""
    found = told(read, "ノルダは制裁の解除や領土の割譲など多くの要求をしている。")

    assert set(found) == {
        ("norda", "sanctions", Stance.DEMANDS),
        ("norda", "territory", Stance.DEMANDS),
    }
