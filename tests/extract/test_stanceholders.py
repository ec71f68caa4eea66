"""Whose a stance is that a clause tells."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


def holders(read: TextReader, text: str) -> set[str]:
    """Return the parties whose stances the clauses of `text` tell, with no statement of theirs."""
    return {p.party for p in read(text).findings.positions if p.statement is None}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("ノルダは停戦を望んでいる。", {"norda"}, id="topic"),
        pytest.param("停戦案に賛成票を投じたのはテスミアだ。", {"tesmia"}, id="cleft"),
        pytest.param(
            "ノルダの会議で、テスミアが停戦案に賛成票を投じたことは異例だ。",
            {"tesmia"},
            id="subject-of-a-nominal-clause",
        ),
        pytest.param(
            "停戦を望んでいるテスミアやハルディアは黙っている。",
            {"tesmia", "haldia"},
            id="modified",
        ),
        pytest.param("停戦案はノルダから推進されている。", {"norda"}, id="agent-of-passive"),
        pytest.param(
            "テスミアは会議に出た。停戦の継続を望んでいる。", {"tesmia"}, id="topic-before"
        ),
        pytest.param("会議は、ノルダが町を囲み、停戦を望んでいる状況だ。", {"norda"}, id="goes-on"),
        pytest.param("ノルダは停戦に反対の立場から決議案を出した。", {"norda"}, id="standpoint"),
        pytest.param("ノルダが停戦を望めば、市民は帰る。", set(), id="condition"),
        pytest.param("ノルダは停戦に応じる気がないのは確かだ。", {"norda"}, id="made-a-noun"),
        pytest.param(
            "テスミアは会議に出た。市民は停戦の継続を望んでいる。", set(), id="other-subject"
        ),
    ],
)
def test_a_stance_is_its_subject_s(read: TextReader, text: str, parties: set[str]) -> None:
    """Subject, modified noun, agent of a passive, or the topic of the sentence before."""
    assert holders(read, text) == parties
