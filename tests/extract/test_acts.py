"""What a speaker does by saying it."""

from __future__ import annotations

import pytest

from soten.extract.acts import act_of_content, act_of_information
from soten.records import Act, Span
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param("ベルカ大統領は「橋は残る」と述べた。", Act.ASSERT, id="said"),
        pytest.param("ベルカ大統領は橋を閉じると発表した。", Act.ANNOUNCE, id="made-known"),
        pytest.param("ベルカ大統領は陥落を否定した。", Act.DENY, id="denied"),
        pytest.param("ベルカ大統領は陥落を認めた。", Act.CONFIRM, id="confirmed"),
        pytest.param("ベルカ大統領は陥落を認めなかった。", Act.DENY, id="not-confirmed"),
        pytest.param("ベルカ大統領は提案を受け入れなかった。", Act.REJECT, id="not-accepted"),
        pytest.param("ベルカ大統領は日程を明らかにしなかった。", Act.DECLINE, id="not-told"),
        pytest.param("ベルカ大統領は譲歩の可能性を否定した。", Act.REJECT, id="concession"),
        pytest.param("ベルカ大統領は撤退の考えを否定した。", Act.REJECT, id="no-retreat"),
        pytest.param("ベルカ大統領は停戦を求めた。", Act.DEMAND, id="demanded"),
        pytest.param("ベルカ大統領は「停戦すべきだ」と述べた。", Act.DEMAND, id="should"),
        pytest.param("ベルカ大統領は「いかなる割譲も認めない」と述べた。", Act.REJECT, id="never"),
        pytest.param("ベルカ大統領は「会う用意がある」と述べた。", Act.WILLING, id="ready"),
        pytest.param("ベルカ大統領は監視団の派遣を提案した。", Act.PROPOSE, id="proposed"),
        pytest.param("ベルカ大統領は和平案に同意した。", Act.ACCEPT, id="accepted"),
        pytest.param("ベルカ大統領は和平案に反対した。", Act.REJECT, id="opposed"),
        pytest.param("ベルカ大統領は砲撃を非難した。", Act.CRITICIZE, id="condemned"),
        pytest.param("ベルカ大統領は合意を歓迎した。", Act.PRAISE, id="welcomed"),
        pytest.param("ベルカ大統領は履行に懸念を示した。", Act.DOUBT, id="concern"),
        pytest.param("ベルカ大統領は報復を警告した。", Act.WARN, id="warned"),
        pytest.param("ベルカ大統領は回答を避けた。", Act.DECLINE, id="no-answer"),
        pytest.param("ベルカ大統領は撤収を約束した。", Act.WILLING, id="promised"),
        pytest.param("ベルカ大統領は橋の図を説明した。", Act.EXPLAIN, id="explained"),
        pytest.param("ベルカ大統領は「砲撃は事実ではない」と述べた。", Act.DENY, id="not-a-fact"),
        pytest.param(
            "ベルカ大統領は「署名するまでは休戦ではない」と述べた。", Act.ASSERT, id="until"
        ),
        pytest.param("ベルカ大統領は「これは休戦ではない」と述べた。", Act.DENY, id="is-not"),
    ],
)
def test_act_follows_verb_negation_and_content(read: TextReader, text: str, act: Act) -> None:
    """The act is the verb's, turned by a negation, unless the end of the content does more."""
    assert read(text).acts == [act]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領は停戦を求めなかった。", id="no-demand"),
        pytest.param("ベルカ大統領は砲撃を非難しなかった。", id="no-blame"),
        pytest.param("ベルカ大統領は橋は残ると述べなかった。", id="not-said"),
    ],
)
def test_other_negated_verbs_report_nothing(read: TextReader, text: str) -> None:
    """Who did not demand, blame or say something has made no statement."""
    assert read(text).statements == []


def test_only_the_last_sentence_of_the_content_counts(read: TextReader) -> None:
    """What a quotation of several sentences does is what its last sentence does."""
    found = read("ベルカ大統領は「急ぐべきだ。橋はまだ残っている」と述べた。")

    assert found.acts == [Act.ASSERT]


@pytest.mark.parametrize(
    ("content", "act"),
    [
        pytest.param("橋が落ちた", Act.ANNOUNCE, id="done"),
        pytest.param("橋は落ちる可能性がある", Act.EXPLAIN, id="may-be"),
        pytest.param("停戦すべきだ", Act.DEMAND, id="should"),
    ],
)
def test_information_is_made_known_or_explained(read: TextReader, content: str, act: Act) -> None:
    """〜によると makes known what was done and explains what is or may be."""
    assert act_of_information(Span(0, len(content)), read.rules, content) is act


def test_content_without_cue_keeps_the_act(read: TextReader) -> None:
    """Content that does nothing by itself leaves the act as it was."""
    content = "橋は川の上にある"

    assert act_of_content(Act.WARN, Span(0, len(content)), read.rules, content) is Act.WARN
