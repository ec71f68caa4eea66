"""Bodies named again in short, and owners that speak."""

from __future__ import annotations

import pytest

from tests.readings import TextReader

_SAID = "「橋は残る」と述べた。"


@pytest.mark.parametrize(
    ("first", "short", "speaker"),
    [
        pytest.param(
            "テスミア国防省は橋は落ちたと発表した。", "国防省は", "tesmia-mod", id="ministry"
        ),
        pytest.param("ノルダ国軍は橋は落ちたと発表した。", "国軍側は", "norda-forces", id="side"),
        pytest.param(
            "ガルト連盟は橋は落ちたと発表した。", "同連盟は", "garto-league", id="same-body"
        ),
        pytest.param(
            "ガルト連盟は橋は落ちたと発表した。", "同組織は", "garto-league", id="same-kind"
        ),
        pytest.param("アルデ通信は橋は落ちたと伝えた。", "同紙は", "arde-news", id="same-paper"),
        pytest.param("ノルダ政府は橋は落ちたと発表した。", "政府は", "norda", id="government"),
        pytest.param("ノルダのベルカ大統領は橋は落ちたと述べた。", "政府は", "norda", id="his"),
        pytest.param("橋が落ちた。", "政府は", "anonymous:政府", id="whose-government"),
        pytest.param(
            "ノルダ国防省は発表した。テスミア国防省は移転した。空は晴れた。風が出た。雪も降った。",
            "国防省は",
            "anonymous:国防省",
            id="one-of-two",
        ),
    ],
)
def test_a_body_named_again_in_short(
    read: TextReader, first: str, short: str, speaker: str
) -> None:
    """A body is known again by the end of its name, if one alone fits."""
    found = read(first + short + _SAID)

    assert found.statements[-1] == (speaker, "橋は残る")


@pytest.mark.parametrize(
    ("owned", "speaker"),
    [
        ("ノルダの当局は", "norda"),
        ("ノルダの政府は", "norda"),
        ("アルデ通信の記者は", "arde-news"),
        ("ガルト連盟の首脳らは", "garto-league"),
        ("ガルト連盟（GL）外相らは", "garto-league"),
        ("ノルダの当局者は", "anonymous:ノルダの当局者"),
        ("ノルダの住民は", "anonymous:ノルダの住民"),
    ],
)
def test_an_owner_speaks_by_what_it_owns(read: TextReader, owned: str, speaker: str) -> None:
    """The authorities of a state are the state, an agency's reporter the agency."""
    assert read(owned + _SAID).statements == [(speaker, "橋は残る")]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("匿名を条件に語った当局者は" + _SAID, "匿名を条件に語った当局者"),
        ("事情に詳しい関係者は" + _SAID, "事情に詳しい関係者"),
        ("橋を渡った住民は" + _SAID, "住民"),
    ],
)
def test_how_a_source_speaks_belongs_to_it(read: TextReader, text: str, described: str) -> None:
    """On condition of anonymity and well-informed are said of the source; what it did is not."""
    assert read(text).statements[-1] == (f"anonymous:{described}", "橋は残る")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("日米韓は" + _SAID, ["japan", "us", "south-korea"], id="kanji"),
        pytest.param("英仏独3カ国の外相は" + _SAID, ["uk", "france", "germany"], id="counted"),
        pytest.param("英仏独の3カ国外相は" + _SAID, ["uk", "france", "germany"], id="of-them"),
        pytest.param(
            "ノルダ、テスミア、ハルディアの3カ国は帰った。3カ国の外相は" + _SAID,
            ["norda", "tesmia", "haldia"],
            id="again",
        ),
        pytest.param("3カ国の外相は" + _SAID, ["anonymous:3カ国の外相"], id="unnamed"),
        pytest.param("12カ国は" + _SAID, ["anonymous:12カ国"], id="many"),
    ],
)
def test_states_counted_together_speak_each(
    read: TextReader, text: str, speakers: list[str]
) -> None:
    """A few states counted together make one statement each; many are one voice."""
    assert [who for who, content in read(text).statements if content == "橋は残る"] == speakers


def test_of_two_presidents_the_one_who_spoke_last_is_meant(read: TextReader) -> None:
    """大統領は after two presidents is the one who has just spoken."""
    found = read(
        "ノルダのベルカ大統領は、ハルディアのレイノ・サンドヴァル大統領と会談した。"
        "ベルカ大統領は「道は遠い」と述べた。大統領は" + _SAID
    )

    assert found.statements[-1] == ("belka", "橋は残る")
