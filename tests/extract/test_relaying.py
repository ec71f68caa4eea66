"""Relayed words: 〜の話として, 〜の発言を引用し."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "アルデ通信は5日、政府高官の話として、橋が落ちたと伝えた。", "政府高官", id="as-words"
        ),
        pytest.param(
            "政府高官の話として、アルデ通信は5日、橋が落ちたと報じた。",
            "政府高官",
            id="words-first",
        ),
        pytest.param("アルデ通信は、住民の証言を引用し、橋が落ちたと伝えた。", "住民", id="citing"),
        pytest.param(
            "アルデ通信は、匿名を条件に語った当局者の話として橋が落ちたと伝えた。",
            "匿名を条件に語った当局者",
            id="on-condition",
        ),
        pytest.param(
            "アルデ通信は、橋が落ちたという政府高官の話を伝えた。", "政府高官", id="words-behind"
        ),
        pytest.param(
            "アルデ通信は、橋が落ちたとの政府高官による情報を報じた。", "政府高官", id="による"
        ),
        pytest.param(
            "アルデ通信は治安筋からとして、橋が落ちたと伝えた。", "治安筋", id="からとして"
        ),
        pytest.param(
            "アルデ通信は政府高官などの情報によるとして、橋が落ちたと伝えた。",
            "政府高官",
            id="によるとして",
        ),
    ],
)
def test_whose_words_are_passed_on_speaks(read: TextReader, text: str, speaker: str) -> None:
    """The one whose words an outlet passes on speaks, by the hand of the outlet."""
    (found,) = read(text).findings.statements

    assert found.speaker is not None
    assert (found.speaker.anonymous, found.via) == (speaker, ("arde-news",))
    assert found.content.cut(text) == "橋が落ちた"


def test_two_sources_part_the_content(read: TextReader) -> None:
    """「A省の話として…、Bの話として…と伝えた」 gives each what is told after him."""
    found = read(
        "アルデ通信はノルダ国防省の話として、橋が落下、ベルカ大統領の話として車が流されたと伝えた。"
    )

    assert found.statements == [("norda-mod", "橋が落下"), ("belka", "車が流された")]


def test_an_office_that_passes_words_on_speaks_too(read: TextReader) -> None:
    """A government that passes on what its expert says says it as well."""
    found = read("ノルダ政府は、専門家の分析として、橋は残ると発表した。")

    assert found.statements == [("anonymous:専門家", "橋は残る"), ("norda", "橋は残る")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは議長国として、橋を直すと発表した。", id="role"),
        pytest.param("ノルダは橋の話を続け、橋を直すと発表した。", id="talk"),
    ],
)
def test_what_one_is_as_is_no_source(read: TextReader, text: str) -> None:
    """〜として passes on words only after a noun for words."""
    assert [speaker for speaker, _ in read(text).statements] == ["norda"]
