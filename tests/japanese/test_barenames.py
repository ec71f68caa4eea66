"""People and places that neither a pack nor a title shows, found from the form of their names."""

from __future__ import annotations

import pytest

from soten.japanese.barenames import find_bare_names
from soten.japanese.compounds import find_compounds
from soten.japanese.discovery import find_titled
from soten.japanese.names import find_listed
from tests.japanese.world import ground_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Lodnanewsによると、終わった。", [("Lodnanews", "outlet")], id="one-word"),
        pytest.param("Lodna Postは伝えた。", [("Lodna Post", "outlet")], id="two-words"),
        pytest.param("Newsによると、終わった。", [], id="the-word-alone"),
        pytest.param("Lodnaによると、終わった。", [], id="any-word"),
        pytest.param("Lodnanews 2026", [], id="no-particle"),
    ],
)
def test_outlets_in_latin_letters(text: str, names: list[tuple[str, str]]) -> None:
    """A name in Latin letters that ends with News, Post or the like is an outlet, with a particle."""
    assert bare(text) == names


def bare(text: str) -> list[tuple[str, str]]:
    """Return the names found by form alone, with their types."""
    ground = ground_of(text)
    listed = find_listed(ground)
    names = [*listed, *find_titled(ground, listed)]
    names += find_compounds(ground, names)
    return [(text[c.start : c.end], c.type.value) for c in find_bare_names(ground, names)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("山田花子は会場にいた。", "山田花子", id="family-and-given"),
        pytest.param("記者の佐藤一郎が尋ねた。", "佐藤一郎", id="after-role-and-no"),
        pytest.param("俳優佐藤一郎が尋ねた。", "佐藤一郎", id="after-role"),
        pytest.param("兵庫慎司も加わった。", "兵庫慎司", id="family-name-that-is-a-place"),
        pytest.param("佐藤一郎監督の作品", "佐藤一郎", id="before-another-noun"),
        pytest.param("山田は会場にいた。", "山田", id="family-name-with-particle"),
        pytest.param("徐平が任命された。", "徐平", id="chinese-name"),
        pytest.param("ロバート・スミスは会場にいた。", "ロバート・スミス", id="katakana"),
        pytest.param(
            "ロバート・F・スミスは会場にいた。", "ロバート・F・スミス", id="middle-initial"
        ),
        pytest.param("W・ロバート・スミスと会う。", "W・ロバート・スミス", id="first-initial"),
        pytest.param("ゾルペ・タナフィンが立った。", "ゾルペ・タナフィン", id="unknown-parts"),
        pytest.param("ウィリアムズは会場にいた。", "ウィリアムズ", id="one-katakana-part"),
        pytest.param("会社員ウィリアムズは会場にいた。", "ウィリアムズ", id="after-what-he-is"),
        pytest.param(
            "住民ウィリアムズ（姓のみ）は会場にいた。", "ウィリアムズ", id="before-a-remark"
        ),
    ],
)
def test_a_person_is_known_by_the_form_of_the_name(text: str, name: str) -> None:
    """Full names, and family names with a particle, are people without any title."""
    assert bare(text) == [(name, "person")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ニュース・アンカーは会場にいた。", id="common-words"),
        pytest.param("ロバート・スミス博物館は休みだ。", id="named-after-a-person"),
        pytest.param("「ゾルペ・タナフィン」を上映した。", id="unknown-parts-quoted"),
        pytest.param("ゾルペは会場にある。", id="one-unknown-part"),
        pytest.param("山田製作所は休みだ。", id="company"),
        pytest.param("鶴は飛んだ。", id="one-kanji"),
        pytest.param("高強度の訓練だ。", id="adjective-and-noun"),
        pytest.param("楽観的との見方が広がった。", id="common-word"),
    ],
)
def test_what_only_looks_like_a_person_is_none(text: str) -> None:
    """Common words, names of things and bare unknown words are no people."""
    assert bare(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("金沢で開かれた。", "金沢", id="kanji-with-de"),
        pytest.param("札幌の市民は", "札幌", id="kanji-with-no"),
        pytest.param("ハンブルクは霧だ。", "ハンブルク", id="katakana-with-wa"),
        pytest.param("ハンブルク近郊の工場", "ハンブルク", id="surroundings"),
        pytest.param("タナフィン近郊の工場", "タナフィン", id="unknown-with-surroundings"),
        pytest.param(
            "部隊はタナフィンに到着した。", "タナフィン", id="unknown-with-verb-of-arriving"
        ),
        pytest.param(
            "部隊はタナフィンから撤退した。", "タナフィン", id="unknown-with-verb-of-leaving"
        ),
    ],
)
def test_a_place_is_known_by_its_part_in_the_sentence(text: str, name: str) -> None:
    """A place of the dictionary, or a word that a verb or noun of place marks, is a place."""
    assert (name, "place") in bare(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("金沢放送局が伝えた。", id="named-after-a-place"),
        pytest.param("タナフィンに反対した。", id="unknown-with-other-verb"),
        pytest.param("関ヶ原の戦いを描く。", id="battle"),
        pytest.param("選手はロスタイムに得点した。", id="time"),
    ],
)
def test_what_only_holds_a_place_is_none(text: str) -> None:
    """Names of things with a place in them, and words without a mark of place, are no places."""
    assert [name for name, type_ in bare(text) if type_ == "place"] == []
