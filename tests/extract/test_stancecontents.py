"""What the content of a plain statement tells of its speaker's stance."""

from __future__ import annotations

import pytest

from soten.records import Stance
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param(
            "ベルカ大統領は「捕虜を解放してほしい」と語った。",
            Stance.DEMANDS,
            id="wanted-of-others",
        ),
        pytest.param(
            "ベルカ大統領は「制裁の継続をお願いします」と語った。", Stance.DEMANDS, id="begged"
        ),
        pytest.param(
            "ベルカ大統領は「停戦が守られることを望みたい」と述べた。", Stance.DEMANDS, id="wished"
        ),
        pytest.param("ベルカ大統領は「攻撃をやめろ」と訴えた。", Stance.DEMANDS, id="ordered"),
        pytest.param(
            "トセフ首相は停戦交渉は続くと述べた。", Stance.SUPPORTS, id="talks-that-go-on"
        ),
        pytest.param(
            "トセフ首相は「勝つまで戦いは続く」と述べた。",
            Stance.REJECTS,
            id="a-fight-that-goes-on",
        ),
        pytest.param(
            "トセフ首相は「領土からは一歩も退かない」と述べた。", Stance.REJECTS, id="unyielding"
        ),
        pytest.param(
            "トセフ首相は「停戦合意を尊重しないつもりだ」と述べた。", Stance.REJECTS, id="unheeded"
        ),
        pytest.param(
            "トセフ首相は「核実験を強く非難する」と発表した。", Stance.OPPOSES, id="condemned"
        ),
        pytest.param(
            "ベルカ大統領は「選挙が行われたことを喜ばしく思う」と述べた。",
            Stance.SUPPORTS,
            id="glad",
        ),
        pytest.param(
            "オルソク外相は、首脳会談の日程は「変更もあり得る」と述べた。",
            Stance.UNDECIDED,
            id="not-settled",
        ),
        pytest.param(
            "オルソク外相は「停戦に賛成だが、安全の保証を求める」と述べた。",
            Stance.ACCEPTS_IF,
            id="yes-but",
        ),
    ],
)
def test_contents_tell_a_stance_by_their_last_words(
    read: TextReader, text: str, stance: Stance
) -> None:
    """Wants, orders, going on, not yielding and open questions need no verb of stance."""
    assert [p.stance for p in read(text).findings.positions] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領は「事前に連絡がほしかった」と語った。", id="wanted-once"),
        pytest.param("ベルカ大統領は「戦闘は各地で起きている」と述べた。", id="fighting-told"),
        pytest.param("ベルカ大統領は「兵器は供給していない」と述べた。", id="not-done"),
        pytest.param(
            "ベルカ大統領とトセフ首相は来週協議することに合意した。", id="agreed-on-procedure"
        ),
    ],
)
def test_other_contents_tell_none(read: TextReader, text: str) -> None:
    """What was wanted once, what is told of the fight and agreements to meet tell no stance."""
    assert read(text).findings.positions == []


def test_who_resents_a_decision_rejects_it(read: TextReader) -> None:
    """「決定に反発する」 refuses what was decided; an event is only resented."""
    text = "ノルダは領土の割譲の決定に反発した。"

    assert [p.stance for p in read(text).findings.positions] == [Stance.REJECTS]


def test_parties_to_an_agreement_accept_what_they_confirm(read: TextReader) -> None:
    """「停戦を守ることを確認した」 accepts it."""
    text = "ノルダとテスミアは停戦を守ることを確認した。"
    found = read(text).findings.positions

    assert {(p.party, p.stance) for p in found} == {
        ("norda", Stance.ACCEPTS),
        ("tesmia", Stance.ACCEPTS),
    }
