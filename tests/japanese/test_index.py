"""The lexicon compiled for matching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.japanese.folding import fold
from soten.japanese.index import NameIndex
from soten.lexicon.entries import Form, FormKind
from soten.records import ActorType
from tests.japanese.world import body, lexicon_of, person, state, world

WORDS = "カルロ ベンチ ヴィランドル ベルダ 共和国 NATO ＮＡＴＯ 米国 楊 ビル ビール ・ ＝ ー ッ は 🔸 𠮷 会談"
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=20).map("".join)


def found(text: str, index: NameIndex | None = None) -> list[tuple[str, set[str]]]:
    """Return the listed forms in a text with the entries they may mean."""
    folded = fold(text)
    return [
        (text[hit.start : hit.end], {entry for entry, _ in hit.readings})
        for hit in (index or world()).names_in(text, folded.text, list(folded.places))
    ]


def words(text: str) -> list[str]:
    """Return the words of the word tables in a text."""
    return [text[word.start : word.end] for word in world().words_in(text)]


@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        pytest.param("🔸カルロ・ベンチ氏", "カルロ・ベンチ", "carlo-benci", id="full-name"),
        pytest.param("カルロ＝ベンチ氏", "カルロ＝ベンチ", "carlo-benci", id="double-hyphen"),
        pytest.param("ビランドルで", "ビランドル", "virandor", id="variant"),
        pytest.param("ベルダ共和国の", "ベルダ共和国", "velda", id="longest"),
        pytest.param("北大西洋条約機構", "北大西洋条約機構", "nato", id="kanji"),
        pytest.param("𠮷とＮＡＴＯが", "ＮＡＴＯ", "nato", id="full-width"),
        pytest.param("ダン・ビルが", "ダン・ビル", "dan-bill", id="short-family-name"),
        pytest.param("ヴィルが", "ヴィル", "dan-bill", id="a-short-form-with-vu"),
    ],
)
def test_listed_forms_are_found_in_any_spelling(text: str, name: str, entry: str) -> None:
    """A listed form is found in its spelling variants and cut at code points of the text."""
    assert found(text) == [(name, {entry})]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("停戦を求めた。", id="no-name"),
        pytest.param("ビールを飲んだ。", id="beer-is-no-bill"),
        pytest.param("ビッルだ。", id="another-short-word"),
        pytest.param("べるだ", id="hiragana"),
        pytest.param("nato", id="lower-case"),
    ],
)
def test_other_words_are_no_listed_forms(text: str) -> None:
    """Short forms must stand letter for letter; other scripts and cases are other words."""
    assert found(text) == []


@pytest.mark.parametrize("text", ["米", "露", "ロ", "日", "中"])
def test_one_kanji_of_a_state_is_no_listed_form(text: str) -> None:
    """A state's abbreviation waits for its surroundings: it is known, but matched nowhere by itself."""
    assert found(text) == []
    assert text in world().kanji


def test_a_name_ends_before_the_mark_after_it() -> None:
    """A ・ that joins two names belongs to neither."""
    assert [name for name, _ in found("ベルダ・ノルガ・カルロ・ベンチ")] == [
        "ベルダ",
        "ノルガ",
        "カルロ・ベンチ",
    ]


def test_one_form_may_mean_several() -> None:
    """A family name of two listed people is one hit with both of them."""
    assert found("ゴルダンは") == [("ゴルダン", {"ira-gordan", "pavel-gordan"})]


def test_empty_keys_match_nothing() -> None:
    """A form that folds to nothing is left out instead of matching everywhere."""
    odd = body("odd", ActorType.PLACE, "ッ", None, "ー")

    assert found("停戦を", NameIndex(lexicon_of(odd))) == []


def test_an_empty_lexicon_finds_nothing() -> None:
    """An index without actors matches no text."""
    assert found("カルロ・ベンチ外相", NameIndex(lexicon_of())) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("大統領特使は", ["大統領特使"], id="longest-title"),
        pytest.param("大統領府", ["大統領府"], id="body-before-title"),
        pytest.param("電話会談と会談", ["電話会談", "会談"], id="talks"),
        pytest.param("選挙委員会の当局者", ["委員会", "当局者"], id="suffix-and-source"),
        pytest.param("停戦を求めた。", [], id="none"),
    ],
)
def test_words_of_the_tables_are_found_longest_first(text: str, expected: list[str]) -> None:
    """Titles, bodies, suffixes, sources and talk nouns are found leftmost and longest."""
    assert words(text) == expected


def test_states_are_known_by_every_form() -> None:
    """A state is known by its name, its other forms and its kanji; nothing else is a state."""
    index = world()

    assert index.is_state("ベルダ")
    assert index.is_state("米国")
    assert index.is_state("米")
    assert not index.is_state("国連")
    assert not index.is_state("カルロ・ベンチ")


@pytest.mark.parametrize(
    ("entry", "side"),
    [
        pytest.param("velda", "velda", id="state"),
        pytest.param("carlo-benci", "velda", id="person"),
        pytest.param("velda-mfa", "velda", id="body"),
        pytest.param("nato", None, id="nobodys"),
    ],
)
def test_sides(entry: str, side: str | None) -> None:
    """An entry is on the side it is listed with; a state is its own side."""
    index = world()

    assert index.side_of(index.actors[entry]) == side


def test_a_parent_is_a_side_where_no_side_is_given() -> None:
    """What belongs to a state is on that state's side."""
    place = body("rodona", ActorType.PLACE, "ロドナ", "velda")
    plain = type(place)("plain", ActorType.PLACE, "平野", "Plain", (Form("平野"),), parent="velda")

    assert NameIndex(lexicon_of(plain)).side_of(plain) == "velda"


def test_the_first_state_keeps_its_kanji() -> None:
    """Where two states list one kanji, it stands for the one that was listed first."""
    index = NameIndex(
        lexicon_of(state("one", "甲国", kanji="甲"), state("two", "乙国", kanji="甲"))
    )

    assert index.kanji["甲"] == "one"


def test_short_forms_carry_their_kind() -> None:
    """A family name alone is read as a short form of its bearer."""
    index = NameIndex(lexicon_of(person("tanov", "カラ・タノフ", "velda", "外相")))
    folded = fold("タノフは")

    (hit,) = index.names_in("タノフは", folded.text, list(folded.places))

    assert [(entry, form.kind) for entry, form in hit.readings] == [("tanov", FormKind.SHORT)]


@given(TEXTS)
def test_hits_lie_in_the_text_and_never_overlap(text: str) -> None:
    """Hits are in order, none overlaps the next, and none begins or ends with a joining mark."""
    folded = fold(text)
    hits = world().names_in(text, folded.text, list(folded.places))

    edges = [place for hit in hits for place in (hit.start, hit.end)]
    assert edges == sorted(edges)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(text[hit.end - 1] not in "・＝" for hit in hits)
    assert all(hit.readings for hit in hits)
