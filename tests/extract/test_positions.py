"""What parties want, from what they say."""

from __future__ import annotations

import pytest

from soten.records import Stance
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "party", "issue", "stance"),
    [
        pytest.param(
            "ベルカ大統領は停戦を求めた。", "norda", "ceasefire", Stance.DEMANDS, id="demands"
        ),
        pytest.param(
            "ベルカ大統領は停戦合意の無効を訴えた。",
            "norda",
            "ceasefire",
            Stance.REJECTS,
            id="asks-that-it-be-void",
        ),
        pytest.param(
            "ベルカ大統領は停戦を提案した。", "norda", "ceasefire", Stance.OFFERS, id="offers"
        ),
        pytest.param(
            "テスミアはノルダの停戦案に同意した。",
            "tesmia",
            "ceasefire",
            Stance.ACCEPTS,
            id="accepts",
        ),
        pytest.param(
            "テスミアは停戦案に同意しなかった。",
            "tesmia",
            "ceasefire",
            Stance.REJECTS,
            id="does-not-accept",
        ),
        pytest.param(
            "トセフ首相は「領土の侵犯は許さない」と述べた。",
            "tesmia",
            "territory",
            Stance.REJECTS,
            id="does-not-suffer",
        ),
        pytest.param(
            "テスミアは島の領有権を主張した。", "tesmia", "territory", Stance.DEMANDS, id="claims"
        ),
        pytest.param(
            "トセフ首相は「領土の割譲は認めない」と述べた。",
            "tesmia",
            "territory",
            Stance.REJECTS,
            id="rejects",
        ),
        pytest.param(
            "ノルダは国境の画定に反対している。",
            "norda",
            "territory",
            Stance.OPPOSES,
            id="opposes",
        ),
        pytest.param(
            "ベルカ大統領は制裁を批判した。",
            "norda",
            "sanctions",
            Stance.OPPOSES,
            id="blames-a-policy",
        ),
        pytest.param(
            "ベルカ大統領は「停戦に応じる用意がある」と述べた。",
            "norda",
            "ceasefire",
            Stance.OPEN,
            id="open",
        ),
        pytest.param(
            "ノルダは国境の画定に懸念を表明した。",
            "norda",
            "territory",
            Stance.OPPOSES,
            id="voices-concern",
        ),
        pytest.param(
            "ベルカ大統領は停戦の報告書の内容を否定した。",
            "norda",
            "ceasefire",
            Stance.REJECTS,
            id="contests-a-report",
        ),
        pytest.param(
            "ベルカ大統領は国境の町を返さなければ反撃すると警告した。",
            "norda",
            "territory",
            Stance.DEMANDS,
            id="warns-unless",
        ),
        pytest.param(
            "ベルカ大統領は国境の町を渡す考えはないと批判した。",
            "norda",
            "territory",
            Stance.REJECTS,
            id="blames-and-refuses",
        ),
        pytest.param(
            "ベルカ大統領は、最善の方法は停戦だと述べた。",
            "norda",
            "ceasefire",
            Stance.SUPPORTS,
            id="calls-it-best",
        ),
        pytest.param(
            "ベルカ大統領は国境の条約は無効だと述べた。",
            "norda",
            "territory",
            Stance.REJECTS,
            id="calls-it-void",
        ),
        pytest.param(
            "ベルカ大統領は停戦案は受け入れ可能だと述べた。",
            "norda",
            "ceasefire",
            Stance.OPEN,
            id="calls-it-acceptable",
        ),
        pytest.param(
            "ベルカ大統領は「制裁の決定を遺憾に思う」と非難した。",
            "norda",
            "sanctions",
            Stance.OPPOSES,
            id="regrets-a-decision",
        ),
        pytest.param(
            "ベルカ大統領は捕虜の釈放が停戦の前提だと述べた。",
            "norda",
            "children-prisoners",
            Stance.DEMANDS,
            id="says-what-is-needed",
        ),
        pytest.param(
            "ベルカ大統領は停戦監視の部隊を派遣すると発表した。",
            "norda",
            "forces",
            Stance.OFFERS,
            id="announces-a-deed",
        ),
        pytest.param(
            "ガルト連盟は停戦合意を歓迎した。",
            "garto-league",
            "ceasefire",
            Stance.SUPPORTS,
            id="supports",
        ),
    ],
)
def test_a_statement_expresses_a_stance(
    read: TextReader, text: str, party: str, issue: str, stance: Stance
) -> None:
    """Who demands, offers, accepts, refuses or welcomes gives the party's stance on the point."""
    (position,) = read(text).findings.positions

    assert (position.party, position.issue, position.stance) == (party, issue, stance)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領は「停戦は三日続いている」と述べた。", id="plain-fact"),
        pytest.param("ベルカ大統領は停戦違反を否定した。", id="denial"),
        pytest.param("ベルカ大統領は停戦についてコメントを控えた。", id="no-comment"),
        pytest.param("専門家は停戦を求めた。", id="no-party"),
        pytest.param("ベルカ大統領は停戦違反に懸念を示した。", id="a-person-s-worry"),
        pytest.param("ベルカ大統領は停戦には議論が必要だと述べた。", id="needs-talk"),
        pytest.param("ベルカ大統領は停戦が破れると警告した。", id="warns-of-what-comes"),
        pytest.param("アルデ通信は停戦を求めた。", id="outlet"),
        pytest.param("ベルカ大統領はトセフ首相を非難した。", id="blames-somebody"),
        pytest.param("ベルカ大統領は停戦を求めなかった。", id="not-demanded"),
    ],
)
def test_what_is_no_position(read: TextReader, text: str) -> None:
    """Facts, denials, silence, blame of people and the unnamed express no party's stance."""
    assert read(text).findings.positions == []


def test_a_stance_told_by_another_is_the_party_s(read: TextReader) -> None:
    """A refusal that a spokesman tells of the other side is not his own side's."""
    found = read("カンデル報道官は、トセフ首相が停戦案を拒否したと述べた。")

    assert {(p.party, p.stance) for p in found.findings.positions} == {("tesmia", Stance.REJECTS)}


def test_a_position_rests_on_its_statement(read: TextReader) -> None:
    """A position names the statement that expresses it and takes its date."""
    found = read("目撃者によると、橋は落ちた。ベルカ大統領は5日、停戦を求めた。")
    (position,) = found.findings.positions

    assert position.statement is not None
    assert found.findings.statements[position.statement].speaker is not None
    assert found.cut(found.findings.statements[position.statement].content) == "停戦"
    assert position.date == "2031-05-05"


def test_a_stance_stands_once_a_sentence(read: TextReader) -> None:
    """Joint speakers of one side express its stance once."""
    found = read("ベルカ大統領とカンデル報道官は停戦を求めた。")

    assert [(p.party, p.stance) for p in found.findings.positions] == [("norda", Stance.DEMANDS)]


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        pytest.param(
            "ベルカ大統領は制裁の解除や領土の割譲を求めた。",
            {"sanctions", "territory"},
            id="several",
        ),
        pytest.param("ベルカ大統領は領土の割譲を求めた。", {"territory"}, id="one-thing"),
        pytest.param(
            "テスミアは停戦を提案した。ベルカ大統領はこの提案を歓迎した。",
            {"ceasefire"},
            id="pointing-back",
        ),
    ],
)
def test_a_stance_is_on_what_is_asked(read: TextReader, text: str, issues: set[str]) -> None:
    """Each of several things asked is a point; 「この提案」 is on what the sentence before tells."""
    found = read(text).findings.positions

    assert {p.issue for p in found if p.party == "norda"} == issues
