"""Statements: who said what through whose hands."""

from __future__ import annotations

import pytest

from soten.records import Act, Quote
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "speaker", "content", "via"),
    [
        pytest.param(
            "アルデ通信によると、ファルケンで橋が落ちた。",
            "arde-news",
            "ファルケンで橋が落ちた",
            (),
            id="outlet-alone",
        ),
        pytest.param(
            "アルデ通信によると、カンデル報道官は橋は残ると述べた。",
            "kandel",
            "橋は残る",
            ("arde-news",),
            id="speaker-through-outlet",
        ),
        pytest.param(
            "アルデ通信は、カンデル報道官が橋の再建を発表したと報じた。",
            "kandel",
            "橋の再建",
            ("arde-news",),
            id="outlet-as-subject",
        ),
        pytest.param(
            "アルデ通信によると、橋は残ったと伝えた。",
            "arde-news",
            "橋は残った",
            (),
            id="outlet-relaying-by-itself",
        ),
        pytest.param(
            "トセフ首相の話によると、協議は近く再び始まる。",
            "tosef",
            "協議は近く再び始まる",
            (),
            id="a-person's-words",
        ),
        pytest.param(
            "ノルダ国防省の発表によると、橋は落ちた。", "norda-mod", "橋は落ちた", (), id="release"
        ),
        pytest.param(
            "目撃者によると、橋は落ちた。", "anonymous:目撃者", "橋は落ちた", (), id="witness"
        ),
        pytest.param(
            "関係者の話によれば、橋は落ちたという。",
            "anonymous:関係者",
            "橋は落ちた",
            (),
            id="hearsay-ending",
        ),
    ],
)
def test_sources_speak_or_pass_on(
    read: TextReader, text: str, speaker: str, content: str, via: tuple[str, ...]
) -> None:
    """〜によると names the speaker, or the hand where somebody else is named as speaking."""
    (statement,) = read(text).findings.statements

    assert statement.speaker is not None
    assert (statement.speaker.key, statement.content.cut(text)) == (speaker, content)
    assert statement.via == via


def test_a_relaying_verb_without_subject_is_nobody_s(read: TextReader) -> None:
    """A dropped subject of 報じる is no person who spoke before."""
    found = read("ベルカ大統領は「橋は残る」と述べた。橋は落ちたと報じた。")

    assert found.statements[1:] == [(None, "橋は落ちた")]


@pytest.mark.parametrize(
    "denial",
    [
        pytest.param("カンデル報道官はこれを否定した。", id="これ"),
        pytest.param("カンデル報道官はこの報道を否定した。", id="この報道"),
        pytest.param("カンデル報道官はこの主張を否定した。", id="この主張"),
    ],
)
def test_a_pointing_denial_takes_the_words_before(read: TextReader, denial: str) -> None:
    """What 「これを否定した」 denies is the content of the statement just before."""
    found = read("テスミア国防省は、ノルダ軍が橋を落としたと発表した。" + denial)

    assert found.statements[1] == ("kandel", "ノルダ軍が橋を落とした")
    assert found.acts[1] is Act.DENY


def test_a_pointing_denial_takes_the_sentence_where_nobody_spoke(read: TextReader) -> None:
    """Without a statement before, 「これを否定した」 denies what the sentence before tells."""
    found = read("市場は開いていた。ファルケンで橋が落ちた。カンデル報道官はこれを否定した。")

    assert found.statements == [("kandel", "ファルケンで橋が落ちた")]
    assert found.acts == [Act.DENY]


def test_content_after_its_verb(read: TextReader) -> None:
    """A translation's 「…は認めた、…であると。」 is a statement."""
    found = read("オルソク外相は認めた、国境は最も難しい課題であると。")

    assert found.statements == [("orsok", "国境は最も難しい課題である")]
    assert found.acts == [Act.CONFIRM]


def test_one_sentence_may_hold_two_statements(read: TextReader) -> None:
    """A sentence with two predicates holds a statement of each, by the same speaker."""
    found = read("ベルカ大統領は「橋は残る」と述べ、テスミア側の発表を否定した。")

    assert found.statements == [("belka", "橋は残る"), ("belka", "テスミア側の発表")]
    assert found.acts == [Act.ASSERT, Act.DENY]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("ベルカ大統領は「橋は残る」と述べた。", Quote.DIRECT, id="all-quoted"),
        pytest.param("ベルカ大統領は橋は残ると述べた。", Quote.INDIRECT, id="reported"),
        pytest.param("ベルカ大統領は「橋」は残ると述べた。", Quote.INDIRECT, id="fragment"),
    ],
)
def test_direct_is_what_is_quoted_whole(read: TextReader, text: str, quote: Quote) -> None:
    """A statement is direct only where a quotation is all that is reported."""
    assert [s.quote for s in read(text).findings.statements] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("記者が「停戦は近いのか」と質問した。", id="question-of-a-journalist"),
        pytest.param("記者団から「停戦は近いのか」と問われた。", id="asked-in-passive"),
        pytest.param("国家間の「距離」は縮まらない。", id="quotation-marks-for-a-word"),
        pytest.param("トセフ首相は「勝利」という言葉を使わなかった。", id="という-names"),
        pytest.param("「停戦」を掲げる政党が集会を開いた。", id="slogan"),
        pytest.param("この計画は無謀だと批判された。", id="passive-without-agent"),
        pytest.param("政府は医療を中心とした支援を続けている。", id="を中心とした"),
        pytest.param("ベルカ大統領は前線を視察しようとした。", id="attempt"),
        pytest.param("ノルダは「自由の国」として知られる。", id="として"),
        pytest.param("大幅な譲歩を求める和平案が配られた。", id="clause-before-a-noun"),
        pytest.param("トセフ首相は停戦を拒否したわけではない。", id="not-the-case"),
        pytest.param("ベルカ大統領が停戦に応じるかどうかは分からない。", id="whether"),
        pytest.param("ベルカ大統領が停戦に応じれば、道は開く。", id="condition"),
        pytest.param("ベルカ大統領は記者団と話した。", id="companion"),
        pytest.param("声明を発表した。", id="no-speaker-no-content"),
        pytest.param("4日、ロドナで橋が落ちた。", id="plain-fact"),
        pytest.param("双方は交渉に戻るとみられる。", id="writer's-guess"),
    ],
)
def test_what_is_no_statement(read: TextReader, text: str) -> None:
    """Questions, slogans, names, attempts, conditions and plain facts are no statements."""
    assert read(text).statements == []


def test_the_agent_of_a_passive_speaks(read: TextReader) -> None:
    """「A氏によって「…」と評された」 is a statement of A."""
    found = read("この計画はオルソク外相によって「無謀な賭け」と評された。")

    assert found.statements == [("orsok", "無謀な賭け")]


def test_hearsay_goes_on_with_the_speaker_before(read: TextReader) -> None:
    """「…という。」 right after a statement goes on with it; by itself somebody says it."""
    found = read("目撃者によると、橋は落ちた。列車も止まったという。")
    lone = read("列車も止まったという。")

    assert found.statements[1:] == [("anonymous:目撃者", "列車も止まった")]
    assert lone.statements == [(None, "列車も止まった")]


def test_no_comment_is_a_statement_of_its_own(read: TextReader) -> None:
    """Declining to comment counts, with the predicate as its words."""
    found = read("ベルカ大統領はコメントを控えた。")

    assert found.acts == [Act.DECLINE]


def test_statements_stand_in_the_order_of_the_text(read: TextReader) -> None:
    """Statements come in the order in which they stand, whatever kind they are."""
    found = read(
        "「橋は残る」とベルカ大統領は述べた。目撃者によると、橋は落ちた。トセフ首相は停戦を求めた。"
    )

    places = [s.content.start for s in found.findings.statements]
    assert places == sorted(places)
    assert len(places) == 3


def test_what_a_sentence_ends_by_reporting_is_somebodys(read: TextReader) -> None:
    """「…としている。」 tells words of somebody, whom the text may not settle; 「〜とする」 within names."""
    found = read("市が橋を直すとしている。")
    inside = read("橋を直すとする人もいる。")

    assert [content for _, content in found.statements] == ["市が橋を直す"]
    assert inside.statements == []
