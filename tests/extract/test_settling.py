"""Reports whose subject is dropped, doubtful or only an outlet."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


def test_only_outlets_report_what_is_reported(read: TextReader) -> None:
    """「A通信によると、住民は…していると伝えている」: the outlet says it, and 住民 are told of."""
    found = read("アルデ通信によると、住民は橋を直していると伝えている。")

    assert found.statements == [("arde-news", "住民は橋を直している")]


def test_reporting_goes_on_from_the_outlet_before(read: TextReader) -> None:
    """報じた without outlet in its sentence is the outlet's of the sentence before."""
    found = read(
        "アルデ通信によると、ベルカ大統領は「橋は残る」と述べた。テスミアは道を閉じたと報じた。"
    )

    assert found.statements[-1] == ("arde-news", "テスミアは道を閉じた")


def test_a_person_tells_somebody(read: TextReader) -> None:
    """伝えている with somebody to whom it is told is no report of the press."""
    found = read("ベルカ大統領はトセフ首相に、橋は残ると伝えている。")

    assert found.statements == [("belka", "橋は残る")]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        pytest.param(
            "アルデ通信は、トセフ首相が事態に強い懸念を示し「橋は落ちる」と語ったと伝えた。",
            [("tosef", "事態に強い懸念"), ("tosef", "橋は落ちる")],
            id="two-reports",
        ),
        pytest.param(
            "アルデ通信は、トセフ首相が停戦案を拒否したと報じた。",
            [("tosef", "停戦案")],
            id="one-report",
        ),
        pytest.param(
            "アルデ通信は、橋が落ちたと指摘した。", [("arde-news", "橋が落ちた")], id="its-own"
        ),
    ],
)
def test_who_stands_inside_an_outlets_report_speaks(
    read: TextReader, text: str, statements: list[tuple[str, str]]
) -> None:
    """In 「A通信は、Bが懸念を示し「…」と語ったと伝えた」 B speaks, by the hand of A."""
    found = read(text)

    assert found.statements == statements


def test_an_estimate_an_outlet_passes_on_is_the_experts(read: TextReader) -> None:
    """「A通信は、専門家の推定では…と伝えた」: the expert speaks, by the hand of A."""
    (found,) = read("アルデ通信は、専門家の推定では橋は残ると伝えた。").findings.statements

    assert found.speaker is not None
    assert (found.speaker.anonymous, found.via) == ("専門家", ("arde-news",))


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        pytest.param("トセフ首相が仲介したとしている。", "kandel", id="told-of"),
        pytest.param("トセフ首相は仲介したとしている。", "tosef", id="topic"),
        pytest.param("トセフ首相が「仲介した」と述べた。", "tosef", id="saying"),
    ],
)
def test_a_subject_of_what_is_held_is_told_of(read: TextReader, second: str, speaker: str) -> None:
    """After a statement 「Bが…したとしている」 goes on with it; 「Bは…」 and 「Bが…と述べた」 do not."""
    found = read("カンデル報道官は「橋は残る」と述べた。" + second)

    assert found.statements[-1][0] == speaker


def test_a_paper_holds_its_own_opinion(read: TextReader) -> None:
    """「A紙は社説で…と主張した」: the paper speaks, whoever else is named in it."""
    found = read("アルデ通信は論説で、ベルカ大統領は退くべきだと主張した。")

    assert found.statements == [("arde-news", "ベルカ大統領は退くべきだ")]


@pytest.mark.parametrize("end", ["形です", "形だ", "格好となった", "かたちです"])
def test_a_noun_that_sums_up_leaves_the_speaker(read: TextReader, end: str) -> None:
    """「…と強調した形です」: who spoke before goes on."""
    found = read(f"ベルカ大統領は「急ぐ」と述べました。橋は必ず残ると強調した{end}。")

    assert [speaker for speaker, _ in found.statements] == ["belka", "belka"]


def test_any_other_noun_does_not_carry_the_speaker(read: TextReader) -> None:
    """「…と強調した人です」 tells of somebody else."""
    found = read("ベルカ大統領は「急ぐ」と述べました。橋は必ず残ると強調した人です。")

    assert [speaker for speaker, _ in found.statements].count("belka") == 1


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        pytest.param("ノルダ国防省は、橋を直したことをここに発表する", "norda-mod", id="announced"),
        pytest.param("ノルダは停戦をここに宣言します。", "norda", id="declared"),
        pytest.param("ノルダ国防省は、橋を直した", "belka", id="told-of"),
        pytest.param("橋をノルダ国防省は発表する", "belka", id="not-first"),
    ],
)
def test_words_that_do_what_they_say_name_who_speaks(
    read: TextReader, words: str, speaker: str
) -> None:
    """「「A省は…をここに発表する」と述べた」 is the ministry's, whoever spoke before."""
    found = read(f"ベルカ大統領は「急ぐ」と述べた。深夜の声明で、「{words}」と述べた。")

    assert [who for who, _ in found.statements][-1] == speaker
