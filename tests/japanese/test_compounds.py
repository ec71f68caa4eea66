"""Bodies and places that no pack lists, known by the last word of a noun compound."""

from __future__ import annotations

import pytest

from soten.japanese.compounds import find_compounds, without_things
from soten.japanese.discovery import find_titled
from soten.japanese.names import find_listed
from tests.japanese.world import ground_of


def compounds(text: str) -> list[tuple[str, str]]:
    """Return the unlisted bodies and places of a text with their types."""
    ground = ground_of(text)
    listed = find_listed(ground)
    names = [*listed, *find_titled(ground, listed)]
    return [(text[c.start : c.end], c.type.value) for c in find_compounds(ground, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ロドナ州で", ("ロドナ州", "place"), id="place"),
        pytest.param("ロドナ・カルガ州で", ("ロドナ・カルガ州", "place"), id="two-parts"),
        pytest.param("タノフ地区で", ("タノフ地区", "place"), id="district"),
        pytest.param("カラナ空港で", ("カラナ空港", "facility"), id="facility"),
        pytest.param("ロドナ通信は", ("ロドナ通信", "outlet"), id="outlet"),
        pytest.param("カラナ人民党は", ("カラナ人民党", "organization"), id="party"),
        pytest.param("停戦監視委員会は", ("停戦監視委員会", "organization"), id="told-in-full"),
        pytest.param("ロドナ国境警備局は", ("ロドナ国境警備局", "organization"), id="guard"),
        pytest.param("ロドナ航空当局は", ("ロドナ航空当局", "organization"), id="authority"),
        pytest.param("ロドナメディアは", ("ロドナメディア", "outlet"), id="media"),
        pytest.param("五党同盟は", ("五党同盟", "organization"), id="counted-parties"),
        pytest.param("平和評議会は", ("平和評議会", "organization"), id="which-council"),
        pytest.param("𠮷とロドナ旅団は", ("ロドナ旅団", "force"), id="force"),
    ],
)
def test_compounds_with_a_telling_ending_are_names(text: str, expected: tuple[str, str]) -> None:
    """A noun compound that ends like a body or a place, and holds a name or says enough, is one."""
    assert compounds(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("委員会は開いた。", id="ending-alone"),
        pytest.param("同委員会と両地区と各州と本協会", id="pointing-words"),
        pytest.param("第12旅団は", id="number-alone"),
        pytest.param("五州と5州", id="counted"),
        pytest.param("国際空港と新空港", id="which-airport"),
        pytest.param("住宅地区で", id="kind-of-district"),
        pytest.param("衛星通信と国営通信", id="kind-of-traffic"),
        pytest.param("与党と野党と政党", id="kind-of-party"),
        pytest.param("合同委員会と常任委員会", id="kind-of-committee"),
        pytest.param("欧州と九州で", id="other-words-in-shu"),
        pytest.param("地方評議会と最高評議会", id="kind-of-council"),
        pytest.param("軍事同盟と攻守同盟", id="kind-of-alliance"),
        pytest.param("複数のメディアと現地メディアと最新ニュース", id="any-media"),
        pytest.param("アルデ通信ニュースは", id="a-listed-outlets"),
        pytest.param("カルロ・ベンチ委員会", id="named-for-a-person"),
        pytest.param("アルデ通信は", id="listed"),
        pytest.param("独立した旅団は", id="clause-before-it"),
        pytest.param("", id="nothing"),
    ],
)
def test_descriptions_are_no_names(text: str) -> None:
    """An ending alone, a pointing word, a number or a common noun before it names nothing."""
    assert compounds(text) == []


def test_a_compound_is_on_the_side_of_the_state_it_opens_with() -> None:
    """A body whose name begins with a state's is on that state's side."""
    ground = ground_of("ベルダ人民協会は動いた。")
    listed = find_listed(ground)

    (found,) = find_compounds(ground, listed)

    assert (ground.text[found.start : found.end], found.side) == ("ベルダ人民協会", "velda")


def listed(text: str) -> list[str]:
    """Return the listed names that are left when things named after places are taken out."""
    ground = ground_of(text)
    return [text[c.start : c.end] for c in without_things(ground, find_listed(ground))]


def test_a_listed_place_in_the_name_of_a_thing_is_no_mention() -> None:
    """アメリカ is named in アメリカの選手, not in アメリカ選手権."""
    assert listed("アメリカの選手は") == ["アメリカ"]
    assert listed("アメリカ選手権は") == []
    assert listed("アメリカ・ヤンキースは") == []
    assert listed("ラジオ・アメリカは") == []
    assert listed("アメリカ・ロシア・中国は") == ["アメリカ", "ロシア", "中国"]


def test_a_kind_of_body_with_a_name_before_it_is_that_body() -> None:
    """〜外務省 is a ministry whoever it belongs to; 〜外務省庁舎 is a building."""
    assert compounds("ゾルペ外務省は応じた。") == [("ゾルペ外務省", "organization")]
    assert compounds("ゾルペ外務省の報道官は応じた。") == [("ゾルペ外務省", "organization")]
    assert compounds("ゾルペ外務省庁舎は閉まった。") == []
