"""〜によると: whom a sentence names as its source."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("カンデル報道官によると、橋は落ちた。", "kandel", id="spokesman"),
        pytest.param("専門家の推定では、橋は落ちた。", "anonymous:専門家", id="by-estimate"),
        pytest.param("政府高官の説明では、橋は落ちた。", "anonymous:政府高官", id="by-account"),
        pytest.param("ノルダ国防省によりますと、橋は落ちました。", "norda-mod", id="polite"),
        pytest.param("アルデ通信などの報道によると、橋は落ちた。", "arde-news", id="its-reports"),
    ],
)
def test_the_source_speaks(read: TextReader, text: str, speaker: str) -> None:
    """Who stands with によると or の推定では speaks what follows."""
    ((found, content),) = read(text).statements

    assert found == speaker
    assert content.startswith("橋は落ち")


def test_a_source_that_is_no_outlet_speaks_beside_the_one_it_tells_of(read: TextReader) -> None:
    """A spokesman on what his president said: both have said it."""
    found = read("カンデル報道官によると、ベルカ大統領は橋は残ると述べた。")

    assert sorted(found.statements) == [
        ("belka", "橋は残る"),
        ("kandel", "ベルカ大統領は橋は残ると述べた"),
    ]


@pytest.mark.parametrize("said", ["言う", "いう"])
def test_hearsay_at_the_end_is_the_sources(read: TextReader, said: str) -> None:
    """「A通信によると、B首相は休んでいると言う」: 言う is not what B does."""
    found = read(f"アルデ通信によると、トセフ首相は今も休んでいると{said}。")

    assert found.statements == [("arde-news", "トセフ首相は今も休んでいる")]


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        pytest.param("停戦を拒否した。", None, id="outlets-refuse-nothing"),
        pytest.param("橋は安全だと伝えている。", "arde-news", id="outlets-tell"),
    ],
)
def test_an_outlet_goes_on_with_what_outlets_do(
    read: TextReader, second: str, speaker: str | None
) -> None:
    """After a report of an outlet only telling is carried on, no demand and no refusal."""
    found = read("アルデ通信によると、ファルケンで橋が落ちた。" + second)

    assert [who for who, _ in found.statements[1:] if who] == ([speaker] if speaker else [])


def test_to_end_a_subject_is_no_source(read: TextReader) -> None:
    """A place or occasion with では is no source."""
    assert read("ノルダの会議では、橋が話題になった。").statements == []


@pytest.mark.parametrize("source", ["報道", "アルデ通信などの報道", "地元紙"])
def test_the_press_passes_on_what_it_says_others_said(read: TextReader, source: str) -> None:
    """「報道によると、B首相は…と述べた」 is what B said; no statement of the press besides."""
    found = read(f"{source}によると、トセフ首相は橋は残ると述べた。")

    assert found.statements == [("tosef", "橋は残る")]


def test_the_press_tells_what_a_side_clause_explains(read: TextReader) -> None:
    """A refusal in a clause of cause does not take the sentence from the press that tells it."""
    found = read("報道によると、トセフ首相が出席を拒否したため、式は延びた。")

    assert ("anonymous:報道", "トセフ首相が出席を拒否したため、式は延びた") in found.statements


def test_an_outlet_passes_words_on_without_a_verb(read: TextReader) -> None:
    """「A通信によると、高官の話として、橋は落ちた」 is what the official said."""
    (found,) = read("アルデ通信によると、政府高官の話として、橋は落ちた。").findings.statements

    assert found.speaker is not None
    assert (found.speaker.key, found.via) == ("anonymous:政府高官", ("arde-news",))


def test_hearsay_goes_on_with_the_source_before(read: TextReader) -> None:
    """「Aによると、Bは…と述べた。…という。」: A is still the one who tells."""
    found = read("カンデル報道官によると、トセフ首相は橋は残ると述べた。道も残るという。")

    assert found.statements[-1] == ("kandel", "道も残る")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "ノルダ国防省の報告書が出た。報告書は橋は残るとした。", "norda-mod", id="owner"
        ),
        pytest.param(
            "ノルダ国防省の報告書が出た。アルデ通信によると、橋は古い。報告書は橋は残るとした。",
            "norda-mod",
            id="outlet-between",
        ),
        pytest.param("アルデ通信電子版によると、橋は残る。", "arde-news", id="edition"),
    ],
)
def test_a_document_and_an_edition_speak_for_whose_they_are(
    read: TextReader, text: str, speaker: str
) -> None:
    """「報告書は」 is the body's that was named with it, an edition its outlet's."""
    assert read(text).statements[-1] == (speaker, "橋は残る")
