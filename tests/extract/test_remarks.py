"""Lists of remarks under a line that names who made them."""

from __future__ import annotations

import pytest

from soten.extract.remarks import RemarkList
from soten.records import Speaker
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "🔸 カンデル報道官\n・壊れた橋は七日に直る。\n・国境の線は動かない。",
            "kandel",
            id="dot",
        ),
        pytest.param(
            "■カンデル報道官の発言\n・壊れた橋は七日に直る。\n・国境の線は動かない。",
            "kandel",
            id="remarks-of",
        ),
        pytest.param(
            "カンデル報道官の記者会見要旨：\n・壊れた橋は七日に直る。\n・国境の線は動かない。",
            "kandel",
            id="summary-of-a-press-conference",
        ),
        pytest.param(
            "📌 カンデル報道官\n▪ 壊れた橋は七日に直る。\n▪ 国境の線は動かない。",
            "kandel",
            id="square",
        ),
        pytest.param(
            "5月6日の概要 ノルダ国防省\n・壊れた橋は七日に直る。\n・国境の線は動かない。",
            "norda-mod",
            id="body",
        ),
    ],
)
def test_lines_with_marks_belong_to_the_heading(read: TextReader, text: str, speaker: str) -> None:
    """Every line with a mark under a heading that ends in a name is a remark of that name."""
    found = read(text)

    assert found.statements == [(speaker, "壊れた橋は七日に直る"), (speaker, "国境の線は動かない")]
    assert {s.rule for s in found.findings.statements} == {"list-of-remarks"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("市場の様子\n・壊れた橋は七日に直るそうだ。", id="heading-without-name"),
        pytest.param(
            "カンデル報道官が帰った。\n・壊れた橋は七日に直るそうだ。", id="full-sentence"
        ),
        pytest.param("カンデル報道官の日程\n・壊れた橋は七日に直るそうだ。", id="name-not-last"),
        pytest.param("ファルケン\n・壊れた橋は七日に直るそうだ。", id="place"),
        pytest.param("🔸 カンデル報道官\n・橋。", id="too-short"),
        pytest.param(
            "🔸 カンデル報道官\n\n壊れた橋は七日に直るそうだ。", id="paragraph-without-mark"
        ),
    ],
)
def test_other_lines_are_no_remarks(read: TextReader, text: str) -> None:
    """Lines under other headings, and plain paragraphs after one, are nobody's remarks."""
    assert read(text).statements == []


def test_a_list_ends_with_the_next_paragraph(read: TextReader) -> None:
    """After the list a paragraph without mark is read as ordinary prose."""
    text = "🔸 カンデル報道官\n・壊れた橋は七日に直る。\n\nベルカ大統領は「急ぐ」と述べた。"

    assert read(text).statements == [("kandel", "壊れた橋は七日に直る"), ("belka", "急ぐ")]


def test_a_remark_that_reports_is_read_as_a_report(read: TextReader) -> None:
    """A line that itself says who says something is no remark of the heading."""
    text = "🔸 カンデル報道官\n・ベルカ大統領は「急ぐ」と述べた。"

    assert read(text).statements == [("belka", "急ぐ")]


def test_a_heading_is_read_no_further(read: TextReader) -> None:
    """The heading holds no remark itself and sets the speaker for what follows."""
    analysis = read("🔸 カンデル報道官\n・壊れた橋は七日に直る。").analysis
    remarks = RemarkList(analysis)

    assert remarks.read(analysis.sentences[0]) == (None, True)
    assert remarks.speakers == (Speaker(entity="kandel"),)
