"""Which points at issue a stretch of text is about."""

from __future__ import annotations

import pytest

from soten.extract.issues import IssueLayer
from soten.extract.rules import IssueHit
from tests.readings import TextReader

_HITS = [
    IssueHit(0, 2, (("energy", 2),)),
    IssueHit(4, 6, (("ceasefire", 3),)),
    IssueHit(8, 10, (("process", 1),)),
    IssueHit(12, 14, (("ceasefire", 3),)),
]


def test_a_word_counts_once() -> None:
    """A cue word that stands twice weighs no more than once."""
    same = (("energy", 1),)
    layer = IssueLayer([IssueHit(0, 2, same), IssueHit(4, 6, same)])

    assert layer.weigh(0, 10) == {"energy": 1}


def test_words_outside_count_for_nothing() -> None:
    """Only cue words wholly inside the stretch are weighed."""
    layer = IssueLayer(_HITS)

    assert layer.weigh(4, 11) == {"ceasefire": 3, "process": 1}
    assert layer.weigh(0, 5) == {"energy": 2}
    assert layer.weigh(20, 30) == {}


def test_a_certain_word_is_one_of_full_weight() -> None:
    """Points with a word of the asked weight are certain, others not."""
    assert IssueLayer(_HITS).certain(0, 20, 3) == {"ceasefire"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("双方は停戦に入るべきだ", "ceasefire", id="ceasefire"),
        pytest.param("領土の割譲には応じない", "territory", id="territory"),
        pytest.param("捕虜の交換を急ぐ", "children-prisoners", id="prisoners"),
        pytest.param("制裁を解除する", "sanctions", id="sanctions"),
        pytest.param("首脳会談の日程を詰める", "process", id="process"),
        pytest.param("天然ガスの供給が止まった", "energy", id="energy"),
        pytest.param("総選挙は来年に行う", "legitimacy", id="legitimacy"),
        pytest.param("空は晴れて、窓は開いていた", "other", id="nothing"),
        pytest.param("地震の被災者に水を配った", "other", id="none-of-them"),
        pytest.param("攻撃は直ちに停止する", "ceasefire", id="two-words"),
    ],
)
def test_core_knows_the_points_of_any_negotiation(read: TextReader, text: str, first: str) -> None:
    """The words of the core pack point at the usual points at issue, and at none by chance."""
    assert read(text).issues.name(0, len(text))[0] == first
