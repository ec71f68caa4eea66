"""What claims say of who holds a place."""

from __future__ import annotations

import pytest

from soten.records import Hold
from tests.readings import ReadText, TextReader

Told = tuple[str, Hold, str | None, str | None]


def control_in(found: ReadText) -> list[Told]:
    """Return what the claims of a text say of places: place, hold, holder, part."""
    told = [control for claim in found.findings.claims for control in claim.control]
    return [(c.place, c.hold, c.holder, c.part) for c in told]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param("ファルケンを制圧した", (Hold.TAKEN, "norda", None), id="taken"),
        pytest.param("ファルケンを「解放」した", (Hold.TAKEN, "norda", None), id="its-own-word"),
        pytest.param("ファルケンを奪還した", (Hold.RETAKEN, "norda", None), id="retaken"),
        pytest.param("ファルケンの80%以上を掌握した", (Hold.TAKEN, "norda", "80%以上"), id="share"),
        pytest.param("ファルケンの中心部を制圧した", (Hold.TAKEN, "norda", "中心部"), id="part"),
        pytest.param("ファルケン全域を制圧した", (Hold.TAKEN, "norda", None), id="all-of-it"),
        pytest.param(
            "ファルケンはテスミア軍の管理下にある", (Hold.HELD, "tesmia-forces", None), id="held"
        ),
        pytest.param(
            "テスミア軍がファルケンから撤退した", (Hold.LOST, "tesmia-forces", None), id="lost"
        ),
        pytest.param(
            "ファルケンで激しい戦闘が続いている", (Hold.CONTESTED, "norda", None), id="fought-over"
        ),
        pytest.param(
            "ファルケンでは戦闘が続いているものの、75%を掌握した",
            (Hold.TAKEN, "norda", "75%"),
            id="taken-in-fighting",
        ),
        pytest.param(
            "ファルケンがテスミア軍の手に落ちた",
            (Hold.TAKEN, "tesmia-forces", None),
            id="into-hands",
        ),
        pytest.param(
            "ファルケンからテスミア軍を追い出し、奪還した",
            (Hold.RETAKEN, "norda", None),
            id="others-driven-out",
        ),
        pytest.param("ファルケンを奪い返した", (Hold.RETAKEN, "norda", None), id="taken-back"),
        pytest.param(
            "ファルケンがテスミア軍に占領された", (Hold.TAKEN, "tesmia-forces", None), id="passive"
        ),
    ],
)
def test_a_claim_tells_who_holds_a_place(
    read: TextReader, said: str, told: tuple[Hold, str | None, str | None]
) -> None:
    """Different words tell one of six things of a place, with the holder and the part."""
    found = read(f"ノルダ国防省は、{said}と発表した。")

    assert control_in(found) == [("farken", *told)]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("ファルケンは制圧されていない", id="not-taken"),
        pytest.param("ファルケン近郊の高地を制圧した", id="near-it"),
        pytest.param("ファルケンで政府の建物を占拠した", id="in-it"),
        pytest.param("テスミア軍がファルケンの制圧を目指している", id="aim"),
        pytest.param("ファルケンを砲撃した", id="another-deed"),
        pytest.param("ファルケンの合意が効力を失った", id="what-is-lost-is-no-place"),
    ],
)
def test_what_tells_of_no_holder(read: TextReader, said: str) -> None:
    """Deeds not done, deeds near a place or in it tell not who holds it."""
    assert control_in(read(f"ノルダ国防省は、{said}と発表した。")) == []


def test_each_of_several_places_has_its_own_part(read: TextReader) -> None:
    """In 「A市の70%、B市の80%以上を制圧した」 each number belongs to the place before it."""
    found = read("ノルダ国防省は、ファルケンの70%、ロドナの80%以上をノルダ軍が制圧したと発表した。")

    assert control_in(found) == [
        ("farken", Hold.TAKEN, "norda-forces", "70%"),
        ("rodona", Hold.TAKEN, "norda-forces", "80%以上"),
    ]


def test_what_is_denied_is_read_too(read: TextReader) -> None:
    """A claim that is known from its denial only tells of the place what is denied."""
    found = read("テスミア外務省は、ノルダ軍がファルケンを制圧したことを否定した。")

    assert control_in(found) == [("farken", Hold.TAKEN, "norda-forces", None)]


def test_an_outlet_holds_nothing(read: TextReader) -> None:
    """Where nobody is named who acts, an outlet that reports it is not the holder."""
    found = read("アルデ通信は、ファルケンが制圧されたと報じた。")

    assert control_in(found) == [("farken", Hold.TAKEN, None, None)]


def test_who_denies_a_loss_is_not_the_one_who_took(read: TextReader) -> None:
    """「ファルケンの陥落を否定した」 says that another has not taken it."""
    found = read("テスミア外務省は、ファルケンの陥落を否定した。")

    assert control_in(found) == [("farken", Hold.TAKEN, None, None)]
