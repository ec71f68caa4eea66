"""People that no pack lists, known by their titles."""

from __future__ import annotations

import pytest

from soten.japanese.discovery import find_titled
from soten.japanese.names import Candidate, find_listed
from tests.japanese.world import ground_of


def titled(text: str) -> list[Candidate]:
    """Return the people found in a text by their titles."""
    ground = ground_of(text)
    return find_titled(ground, find_listed(ground))


def people(text: str) -> list[str]:
    """Return the names of the people found in a text by their titles."""
    return [text[c.start : c.end] for c in titled(text)]


def reach(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the people of a text, listed or not, as far as their titles reach, with the titles."""
    ground = ground_of(text)
    listed = find_listed(ground)
    found = [*listed, *find_titled(ground, listed)]
    return [(text[c.begin : c.stop], c.titles) for c in found if c.type.value == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("クリム・タノフ外相は", "クリム・タノフ", id="full-name"),
        pytest.param("クリム・ベル＝タノフ外相は", "クリム・ベル＝タノフ", id="double-family-name"),
        pytest.param("タノフ外相は", "タノフ", id="family-name"),
        pytest.param("タノフ氏は", "タノフ", id="courtesy"),
        pytest.param("タノフ前国防相は", "タノフ", id="former"),
        pytest.param("クリム・タノフ国連大使は", "クリム・タノフ", id="office-of-a-body"),
        pytest.param("クリム・タノフ国家安全保障会議書記は", "クリム・タノフ", id="long-office"),
        pytest.param("クリム・タノフ（54）報道官は", "クリム・タノフ", id="age-between"),
        pytest.param("クリム・タノフ（ベルダ）大使は", "クリム・タノフ", id="state-between"),
        pytest.param("報道官のクリム・タノフは", "クリム・タノフ", id="title-first"),
        pytest.param("特使クリム・タノフは", "クリム・タノフ", id="title-right-before"),
        pytest.param("外相、クリム・タノフは", "クリム・タノフ", id="title-and-comma"),
        pytest.param("山田花子教授は", "山田花子", id="kanji-name"),
        pytest.param("山田教授は", "山田", id="kanji-family-name"),
        pytest.param("林さんは", "林", id="one-kanji"),
        pytest.param("楊吉淵国連大使は", "楊吉淵", id="longer-than-a-listed-family-name"),
        pytest.param("山田花子民主党代表は", "山田花子", id="title-within-a-word"),
        pytest.param("ベルダ・タノフ・ノルガ首相は", "ベルダ・タノフ", id="state-after"),
        pytest.param("クリム・ベル=タノフ外相は", "クリム・ベル=タノフ", id="narrow-joint"),
        pytest.param("アメリカ・タノフ大統領は", "タノフ", id="state-before"),
        pytest.param("🔸𠮷、タノフ大佐は", "タノフ", id="beyond-the-first-plane"),
    ],
)
def test_a_title_tells_a_person(text: str, name: str) -> None:
    """A name with a title or courtesy beside it is a person, listed or not."""
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("パソコンとテレビを買った。", id="bare-words"),
        pytest.param("タノフは帰った。", id="bare-unknown-word"),
        pytest.param("バルコニーに出た。", id="bare-word"),
        pytest.param("パソコン大統領の異名", id="common-word-and-title"),
        pytest.param("テレビ大使に選ばれた。", id="television"),
        pytest.param("ホテル報道官は", id="hotel"),
        pytest.param("ベルダ大統領は", id="state-and-title"),
        pytest.param("シリア大統領は", id="unlisted-state-and-title"),
        pytest.param("新大統領は", id="prefix-and-title"),
        pytest.param("次期大統領は", id="next-and-title"),
        pytest.param("東京大使は", id="place-and-title"),
        pytest.param("外務省報道官は", id="body-and-title"),
        pytest.param("外相のテレビ出演", id="title-and-common-word"),
        pytest.param("外相のタノフ入り", id="title-and-bare-word"),
        pytest.param("外相アメリカ訪問", id="title-and-state"),
        pytest.param("お母さんと皆さんとお客さん", id="courtesies-of-nobody"),
        pytest.param("氏名を書く。同氏は認めた。両氏は", id="courtesy-alone"),
        pytest.param("大統領は外相と会談した。", id="titles-alone"),
        pytest.param("タノフは認め、外相は黙った。", id="title-elsewhere"),
        pytest.param("タノフの外相は帰った。", id="title-of-a-place"),
        pytest.param("", id="nothing"),
    ],
)
def test_words_without_a_title_of_their_own_are_nobody(text: str) -> None:
    """A bare katakana word is no person, nor is a common word, a place or a body before a title."""
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "reached", "titles"),
    [
        pytest.param("カルロ・ベンチ外相は", "カルロ・ベンチ外相", ("外相",), id="after"),
        pytest.param("外相のカルロ・ベンチは", "外相のカルロ・ベンチ", ("外相",), id="before"),
        pytest.param("カルロ・ベンチ氏は", "カルロ・ベンチ氏", (), id="courtesy"),
        pytest.param("ベンチ前外相は", "ベンチ前外相", ("外相", "前外相"), id="former"),
        pytest.param(
            "タノフ（ベルダ）大使は", "タノフ（ベルダ）大使", ("大使",), id="aside-is-no-title"
        ),
        pytest.param(
            "報道官のクリム・タノフ氏は",
            "報道官のクリム・タノフ氏",
            ("報道官",),
            id="on-both-sides",
        ),
        pytest.param("カルロ・ベンチは外相と", "カルロ・ベンチ", (), id="anothers-title"),
    ],
)
def test_titles_belong_to_the_name_beside_them(
    text: str, reached: str, titles: tuple[str, ...]
) -> None:
    """A person's place takes in the titles beside the name, and the titles are noted."""
    assert reach(text) == [(reached, titles)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        pytest.param("ベルダのクリム・タノフ外相は", "velda", id="state-and-no"),
        pytest.param("ベルダ外務省のクリム・タノフ報道官は", "velda", id="body-and-no"),
        pytest.param("ベルダ外務省のタノフ報道官は", "velda", id="family-name"),
        pytest.param("クリム・タノフ・ノルガ大統領は", "noruga", id="state-between"),
        pytest.param("クリム・タノフ（ベルダ）大使は", "velda", id="state-in-an-aside"),
        pytest.param("クリム・タノフ外相は", None, id="unknown"),
        pytest.param("ベルダは動き、クリム・タノフ外相は", None, id="state-of-another-clause"),
        pytest.param("ベルダ、クリム・タノフ外相は", None, id="comma-between"),
    ],
)
def test_sides_are_read_from_what_stands_before(text: str, side: str | None) -> None:
    """A person is on the side of the state or body that the name is tied to; else it is unknown."""
    (person,) = titled(text)

    assert person.side == side


def test_each_person_is_found_once() -> None:
    """A name between two titles is one person, and a listed one is not found again."""
    assert people("報道官のクリム・タノフ氏は") == ["クリム・タノフ"]
    assert people("外相のカルロ・ベンチ氏は") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("カンデル氏の夫・ゾルペン氏は語った。", "ゾルペン", id="after-a-dot"),
        pytest.param("ラント駐中国大使は語った。", "ラント", id="posted"),
    ],
)
def test_a_dot_or_a_post_marks_a_name(text: str, name: str) -> None:
    """A word before 駐 is a person's name, and one after a dot that joins it to what he is."""
    assert name in [text[c.start : c.end] for c in titled(text)]
