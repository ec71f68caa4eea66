"""What a speaker does by saying it."""

from __future__ import annotations

import pytest

from soten.extract.acts import act_of_content, act_of_information
from soten.extract.rules import Rules
from soten.lexicon import load_lexicon
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
        pytest.param("ベルカ大統領は兵を送らない方針を示した。", Act.REJECT, id="will-not"),
        pytest.param("ベルカ大統領は「署名は必要だ」と述べた。", Act.DEMAND, id="needed"),
        pytest.param("ベルカ大統領は「まったくのでたらめだ」と述べた。", Act.DENY, id="nonsense"),
        pytest.param(
            "ベルカ大統領は「ロドナは依然として管理下にある」と述べた。", Act.DENY, id="still-held"
        ),
        pytest.param(
            "ベルカ大統領は「攻撃を受ければ直ちに報復する」と述べた。", Act.WARN, id="if-then"
        ),
        pytest.param(
            "ベルカ大統領は「兵は意図的に橋を壊した」と述べた。", Act.CRITICIZE, id="on-purpose"
        ),
        pytest.param("ベルカ大統領は「投票は公正に行われた」と述べた。", Act.PRAISE, id="fair"),
        pytest.param("ベルカ大統領は両国が日程を協議していると述べた。", Act.ANNOUNCE, id="talks"),
        pytest.param(
            "ベルカ大統領は停戦案を受け入れる意向を示した。", Act.ACCEPT, id="will-accept"
        ),
        pytest.param("ベルカ大統領は対策に取り組むと発表した。", Act.ANNOUNCE, id="made-public"),
        pytest.param("ベルカ大統領は会う用意があると発表した。", Act.WILLING, id="ready-in-public"),
        pytest.param(
            "ベルカ大統領は「署名の条件は撤収だ」と述べた。", Act.DEMAND, id="on-condition"
        ),
        pytest.param("アルデ通信は橋が残っているとしている。", Act.EXPLAIN, id="outlet"),
        pytest.param("ベルカ大統領は「交渉の余地はない」と述べた。", Act.REJECT, id="no-room"),
        pytest.param("ベルカ大統領は「回答は差し控える」と述べた。", Act.DECLINE, id="refrains"),
        pytest.param("ベルカ大統領は結果を尊重する考えを示した。", Act.WILLING, id="will-respect"),
        pytest.param("ベルカ大統領は橋の老朽化が原因だと述べた。", Act.EXPLAIN, id="cause"),
        pytest.param("ベルカ大統領は橋の老朽化が原因だと主張した。", Act.ASSERT, id="insists"),
        pytest.param(
            "ベルカ大統領は「砲撃行為は断じて容認できない」と述べた。",
            Act.CRITICIZE,
            id="no-excuse",
        ),
        pytest.param("ベルカ大統領は「事実無根だ」と一蹴した。", Act.DENY, id="brushed-aside"),
        pytest.param(
            "ベルカ大統領は戦闘が激化する恐れがあると述べた。", Act.WARN, id="may-get-worse"
        ),
        pytest.param("ベルカ大統領は国境を認めなかった。", Act.REJECT, id="not-recognized"),
        pytest.param("ベルカ大統領は詳細の説明を拒否した。", Act.DECLINE, id="no-details"),
        pytest.param("ベルカ大統領は港の領有を主張した。", Act.ASSERT, id="claimed"),
        pytest.param("ベルカ大統領は砲撃の被害を訴えた。", Act.ASSERT, id="pleaded"),
        pytest.param("ベルカ大統領は停戦を訴えた。", Act.DEMAND, id="called-for"),
        pytest.param("ベルカ大統領は決議に反発した。", Act.REJECT, id="balked"),
        pytest.param("ベルカ大統領は約束が破られたと反発した。", Act.CRITICIZE, id="balked-that"),
        pytest.param("ベルカ大統領は停戦に否定的な考えを示した。", Act.REJECT, id="against"),
        pytest.param("ベルカ大統領は停戦に懐疑的な見方を示した。", Act.DOUBT, id="sceptical"),
        pytest.param("ベルカ大統領は橋を直すとの提案を行った。", Act.PROPOSE, id="proposal"),
        pytest.param("ベルカ大統領は「侵入は許さない」と述べた。", Act.WARN, id="not-tolerated"),
        pytest.param("ベルカ大統領は「反撃の可能性もある」と述べた。", Act.WARN, id="may-strike"),
        pytest.param("ベルカ大統領は対抗措置をとると発表した。", Act.ANNOUNCE, id="steps"),
        pytest.param("ベルカ大統領は「橋を開けてほしい」と述べた。", Act.DEMAND, id="please"),
        pytest.param("ベルカ大統領は「砲撃すべきではない」と述べた。", Act.REJECT, id="should-not"),
        pytest.param(
            "ベルカ大統領は「約束が守られるとは思えない」と述べた。", Act.DOUBT, id="doubts"
        ),
        pytest.param("ベルカ大統領は「兵器は持っていない」と述べた。", Act.DENY, id="has-none"),
        pytest.param("ベルカ大統領は「日程は決まっていない」と述べた。", Act.ANNOUNCE, id="open"),
        pytest.param("ベルカ大統領は「停戦案に同意する」と述べた。", Act.ACCEPT, id="agrees"),
        pytest.param("ベルカ大統領は「付け加えることはない」と述べた。", Act.DECLINE, id="no-more"),
        pytest.param(
            "ベルカ大統領は「橋は残る」と語り、期待を示した。", Act.PRAISE, id="with-hope"
        ),
    ],
)
def test_act_follows_verb_negation_and_content(read: TextReader, text: str, act: Act) -> None:
    """The act is the verb's, turned by a negation, unless the end of the content does more."""
    assert read(text).acts[:1] == [act]


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


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("急ぐべきだ。橋はまだ残っている", Act.DEMAND),
        ("橋はまだ残っている。急ぐべきだ", Act.DEMAND),
        ("急ぐべきだ。合意を歓迎する", Act.PRAISE),
        ("急ぐべきだ。川は広い。橋はまだ残っている", Act.ASSERT),
        ("日程を協議している。橋はまだ残っている", Act.ASSERT),
    ],
)
def test_the_last_sentence_that_does_something_counts(
    read: TextReader, words: str, act: Act
) -> None:
    """A quotation does what its last sentence does, or the one before if it is outspoken."""
    assert read(f"ベルカ大統領は「{words}」と述べた。").acts == [act]


@pytest.mark.parametrize(
    ("content", "act"),
    [
        pytest.param("橋が落ちた", Act.ANNOUNCE, id="done"),
        pytest.param("橋は落ちる可能性がある", Act.EXPLAIN, id="may-be"),
        pytest.param("停戦すべきだ", Act.DEMAND, id="should"),
        pytest.param("橋の工事が始まる", Act.ANNOUNCE, id="to-come"),
        pytest.param("兵が橋を渡っている", Act.ANNOUNCE, id="going-on"),
        pytest.param("橋は閉じられていた", Act.EXPLAIN, id="was-so"),
        pytest.param("橋が落ちるのは異例だ", Act.EXPLAIN, id="judged"),
        pytest.param("橋は1987年に造られた", Act.EXPLAIN, id="long-ago"),
        pytest.param("橋は昨年6月に閉じられた", Act.EXPLAIN, id="last-year"),
    ],
)
def test_information_is_made_known_or_explained(read: TextReader, content: str, act: Act) -> None:
    """〜によると makes known what happens and explains how things are, were or may be."""
    assert act_of_information(Span(0, len(content)), read.rules, content) is act


def test_what_is_denied_twice_is_not_refused(read: TextReader) -> None:
    """応じないわけではない refuses nothing, 応じない does."""
    twice = read("ベルカ大統領は、停戦に応じないわけではないと述べた。")
    once = read("ベルカ大統領は、停戦に応じないと述べた。")

    assert [s.act for s in twice.findings.statements] == [Act.ASSERT]
    assert [s.act for s in once.findings.statements] == [Act.REJECT]
    assert twice.findings.positions == []


def test_content_without_cue_keeps_the_act(read: TextReader) -> None:
    """Content that does nothing by itself leaves the act as it was."""
    content = "橋は川の上にある"

    assert act_of_content(Act.WARN, Span(0, len(content)), read.rules, content) is Act.WARN


def test_a_study_explains_and_words_passed_on_are_made_known() -> None:
    """〜の分析によると explains what was done; that somebody said so is made known."""
    rules = Rules(load_lexicon([]))
    study, said = "分析によると橋が落ちた", "大統領は停戦すべきだと述べた"

    assert act_of_information(Span(6, len(study)), rules, study, source=2) is Act.EXPLAIN
    assert act_of_information(Span(0, len(said)), rules, said) is Act.ANNOUNCE


def test_what_goes_on_without_subject_is_made_known(read: TextReader) -> None:
    """「…という。」 after a report passes on more of what the speaker made known."""
    found = read("ベルカ大統領は橋を直すと述べた。工事は来週に始まるという。")

    assert found.acts == [Act.ASSERT, Act.ANNOUNCE]
