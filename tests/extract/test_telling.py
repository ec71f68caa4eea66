"""Findings made from what was read: trimmed, dated, addressed."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("ベルカ大統領は5日、橋は残ると述べた。", "2031-05-05", id="day-of-speaking"),
        pytest.param("前日、ベルカ大統領は橋は残ると述べた。", "2031-05-05", id="day-before"),
        pytest.param("ベルカ大統領は橋は残ると述べた。", None, id="no-day"),
        pytest.param("ベルカ大統領は「橋は3日に落ちた」と述べた。", None, id="day-in-the-content"),
    ],
)
def test_the_date_is_the_one_outside_the_content(
    read: TextReader, text: str, date: str | None
) -> None:
    """A statement is dated by the day told of the speaking, not by one spoken of."""
    assert [s.date for s in read(text).findings.statements] == [date]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        pytest.param("ベルカ大統領はトセフ首相に対し、橋を直すよう求めた。", "tosef", id="person"),
        pytest.param("ベルカ大統領はテスミアに橋を直すよう求めた。", "tesmia", id="state"),
        pytest.param("ベルカ大統領はファルケンに橋を直すよう求めた。", None, id="place"),
        pytest.param("ベルカ大統領は橋を直すよう求めた。", None, id="nobody"),
    ],
)
def test_the_addressee_is_whom_it_is_said_to(read: TextReader, text: str, to: str | None) -> None:
    """Somebody with に or に対し is addressed; a place is not."""
    (statement,) = read(text).findings.statements

    assert statement.to == to


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("ベルカ大統領は「橋は残る」と述べた。", "橋は残る", id="marks-off"),
        pytest.param("ベルカ大統領は 、橋は残ると述べた。", "橋は残る", id="space-and-comma-off"),
        pytest.param(
            "ベルカ大統領は橋を「直す」と述べた。", "橋を「直す」", id="words-before-the-mark"
        ),
        pytest.param("ベルカ大統領は『橋は残る』と述べた。", "橋は残る", id="double-marks"),
    ],
)
def test_content_is_trimmed(read: TextReader, text: str, content: str) -> None:
    """Quotation marks around the whole, spaces and commas at the ends are no content."""
    assert read(text).statements == [("belka", content)]


def test_each_of_joint_speakers_has_a_finding(read: TextReader) -> None:
    """Joint speakers give one statement each, on the same words."""
    first, second = read("ベルカ大統領とトセフ首相は橋を直すと発表した。").findings.statements

    assert first.content == second.content
    assert (first.speaker, second.speaker) != (second.speaker, first.speaker)


def test_the_outlet_that_speaks_is_no_hand(read: TextReader) -> None:
    """A speaker never stands among the hands its own words came through."""
    (statement,) = read("アルデ通信によると、アルデ通信は橋は残ると報じた。").findings.statements

    assert statement.speaker is not None
    assert statement.speaker.entity not in statement.via


def test_a_pointing_word_is_about_the_sentence_before(read: TextReader) -> None:
    """The point at issue of 「この案」 is found in the sentence before it."""
    found = read("ハルディアは停戦案をまとめた。トセフ首相は「この案は良い」と述べた。")

    assert found.findings.statements[-1].issues == ("ceasefire",)


@pytest.mark.parametrize(
    ("told", "via"),
    [
        pytest.param("アルデ通信に対し、", ("arde-news",), id="told-to"),
        pytest.param("アルデ通信のインタビューで、", ("arde-news",), id="interview"),
        pytest.param("トセフ首相に対し、", (), id="told-to-a-person"),
        pytest.param("アルデ通信の本社で、", (), id="only-a-place"),
    ],
)
def test_who_interviews_passes_on(read: TextReader, told: str, via: tuple[str, ...]) -> None:
    """What is said to an outlet comes by its hand."""
    (found,) = read(f"ベルカ大統領は{told}橋は残ると語った。").findings.statements

    assert found.via == via


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        pytest.param(
            "ベルカ大統領は橋は敵のものだと述べ、これを非難した。",
            [("belka", "橋は敵のものだ", "criticize")],
            id="own-words",
        ),
        pytest.param(
            "ノルダが橋を直し、トセフ首相はこれを称賛した。",
            [("tosef", "ノルダが橋を直し", "praise")],
            id="clause-before",
        ),
    ],
)
def test_this_is_what_stands_before(
    read: TextReader, text: str, statements: list[tuple[str, str, str]]
) -> None:
    """これ takes up what the speaker has just said, or the clause before."""
    found = read(text).findings.statements

    assert [(s.speaker and s.speaker.key, s.content.cut(text), str(s.act)) for s in found] == (
        statements
    )


def test_a_mark_that_closes_nothing_is_left_out(read: TextReader) -> None:
    """Of a quotation whose beginning is lost the lone closing mark is no part of what is said."""
    lost = read("ベルカ大統領は、橋は残る」と述べた。")
    whole = read("ベルカ大統領は、道は「残る」と述べた。")

    assert lost.statements == [("belka", "橋は残る")]
    assert whole.statements == [("belka", "道は「残る」")]
