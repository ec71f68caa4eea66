"""Listed names, states' abbreviations and bodies as they stand in a text."""

from __future__ import annotations

import pytest

from soten.japanese.names import Candidate, find_listed
from soten.records import ActorType
from tests.japanese.world import ground_of


def listed(text: str) -> list[tuple[str, str]]:
    """Return the listed names of a text with the entries or the key that each may mean."""
    return [
        (text[c.start : c.end], c.key or "/".join(c.entries)) for c in find_listed(ground_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ベルダは動いた。", [("ベルダ", "velda")], id="state"),
        pytest.param("ベルダ共和国は", [("ベルダ共和国", "velda")], id="longer-form"),
        pytest.param(
            "ベルダ・ノルガ会談", [("ベルダ", "velda"), ("ノルガ", "noruga")], id="joined"
        ),
        pytest.param(
            "ベルダ＝ノルガ会談", [("ベルダ", "velda"), ("ノルガ", "noruga")], id="hyphen"
        ),
        pytest.param("国連総会は", [("国連", "un")], id="opens-a-compound"),
        pytest.param("ＮＡＴＯ加盟国", [("ＮＡＴＯ", "nato")], id="full-width"),
        pytest.param("🔸NATOは𠮷", [("NATO", "nato")], id="after-an-emoji"),
        pytest.param("カルロ＝ベンチ外相", [("カルロ＝ベンチ", "carlo-benci")], id="person"),
        pytest.param("ゴルダンは", [("ゴルダン", "ira-gordan/pavel-gordan")], id="two-of-one-name"),
        pytest.param("ビランドルで", [("ビランドル", "virandor")], id="spelling-variant"),
        pytest.param("ベンチ政権は", [("ベンチ政権", "velda")], id="rule-of-a-person"),
        pytest.param("現代によると", [("現代", "gendai-news")], id="paper-as-source"),
        pytest.param("現代の別の記事によれば", [("現代", "gendai-news")], id="paper-and-article"),
        pytest.param("（現代）", [("現代", "gendai-news")], id="paper-in-brackets"),
        pytest.param("現代の世界、現代は難しい。", [], id="paper-that-is-a-word"),
    ],
)
def test_listed_names_stand_whole(text: str, expected: list[tuple[str, str]]) -> None:
    """A listed name is found where it is a word, or where a compound word opens with it."""
    assert listed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("アベルダの町", id="end-of-a-word"),
        pytest.param("ベルダンの町", id="start-of-a-word"),
        pytest.param("楊貴妃の話", id="start-of-a-kanji-name"),
        pytest.param("SENATORは", id="inside-latin"),
        pytest.param("ビールを飲んだ。", id="beer"),
        pytest.param("ゴルダン・リバーの岸", id="first-part-of-another-name"),
        pytest.param("べるだの町", id="hiragana"),
        pytest.param("停戦を求めた。", id="no-name"),
        pytest.param("", id="nothing"),
    ],
)
def test_parts_of_other_words_are_no_names(text: str) -> None:
    """A listed form inside another word, or one that opens a longer name, is nobody."""
    assert listed(text) == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        pytest.param("米ロ首脳会談", ["米", "ロ"], id="two"),
        pytest.param("日米韓の協力", ["日", "米", "韓"], id="three"),
        pytest.param("米中ロの関係", ["米", "中", "ロ"], id="three-parted-otherwise"),
        pytest.param("日中首脳会談", ["日", "中"], id="before-a-noun"),
        pytest.param("日中韓が協力した。", ["日", "中", "韓"], id="and-a-third"),
        pytest.param("露外相が来た。", ["露"], id="office"),
        pytest.param("前英首相が来た。", ["英"], id="former-office"),
        pytest.param("元米高官は", ["米"], id="former-official"),
        pytest.param("米紙が伝えた。", ["米"], id="newspaper"),
        pytest.param("米国務長官は", ["米"], id="secretary-of-state"),
        pytest.param("駐日英大使は", ["英"], id="ambassador"),
        pytest.param("英政府は", ["英政府"], id="government"),
        pytest.param("米側は", ["米側"], id="side"),
        pytest.param("英外務省は", ["英外務省"], id="ministry"),
    ],
)
def test_one_kanji_means_a_state_among_states_and_before_its_bodies(
    text: str, states: list[str]
) -> None:
    """米, 露 and the like are states in compounds of states, and before bodies, offices and nouns."""
    assert [name for name, _ in listed(text)] == states


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("日中の気温は高い。", id="daytime"),
        pytest.param("日中、攻撃が続いた。", id="daytime-comma"),
        pytest.param("一日中働いた。", id="all-day"),
        pytest.param("24日中に終える。", id="within-a-date"),
        pytest.param("今日中に終える。", id="within-today"),
        pytest.param("年中無休だ。", id="all-year"),
        pytest.param("三日月が出た。", id="crescent"),
        pytest.param("この日大統領は休んだ。", id="that-day-an-office"),
        pytest.param("その日政府は動いた。", id="that-day-a-body"),
        pytest.param("12日政府は動いた。", id="a-date-and-a-body"),
        pytest.param("3日外相は帰った。", id="a-date-and-an-office"),
        pytest.param("会談中大統領は黙った。", id="during-talks"),
        pytest.param("米を食べた。米価が上がった。", id="rice"),
        pytest.param("英語で話す。英雄の像。", id="english-and-hero"),
        pytest.param("露店が並ぶ。露骨な圧力だ。", id="stall"),
        pytest.param("日常業務を休日に行う。", id="everyday"),
        pytest.param("中央の中学校。中旬に会う。中でも、", id="middle"),
        pytest.param("ロの字に並べた机。", id="the-letter-ro"),
        pytest.param("ロケットとロボット", id="words-in-ro"),
        pytest.param("朝日が昇る。", id="morning-sun"),
        pytest.param("人口政府の口", id="a-kanji-that-looks-like-ro"),
    ],
)
def test_one_kanji_in_other_words_is_no_state(text: str) -> None:
    """The letters of states in everyday words, dates and times of day name nobody."""
    assert listed(text) == []


def test_a_day_before_a_state_is_a_day() -> None:
    """In この日ロシアは only Russia is named, not Japan."""
    assert listed("この日ロシアは動いた。") == [("ロシア", "russia")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ベルダ政府は", ("ベルダ政府", "velda"), id="government-is-the-state"),
        pytest.param("ベルダ側は", ("ベルダ側", "velda"), id="side-is-the-state"),
        pytest.param("ノルガ外務省は", ("ノルガ外務省", "noruga-mfa"), id="unlisted-ministry"),
        pytest.param("ベルダの外務省は", ("ベルダの外務省", "velda-mfa"), id="linked-ministry"),
        pytest.param("ノルガ軍は", ("ノルガ軍", "noruga-forces"), id="forces"),
        pytest.param("国連側は", ("国連側", "un"), id="side-of-an-organization"),
        pytest.param("ベルダの政府は", ("ベルダ", "velda"), id="linked-government-is-two-words"),
        pytest.param("ベルダとの外務省会合", ("ベルダ", "velda"), id="not-linked"),
        pytest.param("ベルダ、外務省は", ("ベルダ", "velda"), id="comma-between"),
    ],
)
def test_a_state_and_its_body_are_one_name(text: str, expected: tuple[str, str]) -> None:
    """A state with the body named after it is one name; government and side mean the state itself."""
    assert listed(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "攻撃する側が負けた。",
        "外務省は認めた。",
        "政府は発表した。",
        "反政府側は",
        "両政府と各国軍",
    ],
)
def test_bodies_without_a_state_are_no_names(text: str) -> None:
    """側, 政府 and 外務省 name nobody where no state stands before them."""
    assert listed(text) == []


def test_a_body_knows_its_names_in_english_and_its_side() -> None:
    """A body made from its state has a key, a type, an English name and the state as its side."""
    (found,) = find_listed(ground_of("ノルガ外務省は動いた。"))

    assert (found.key, found.type) == ("noruga-mfa", ActorType.ORGANIZATION)
    assert (found.name_en, found.side) == ("Noruga Ministry of Foreign Affairs", "noruga")
    assert found.entries == ()


def test_a_listed_body_is_its_entry() -> None:
    """A body that a pack lists under the same key is that entry."""
    (found,) = find_listed(ground_of("ベルダの外務省は動いた。"))

    assert found.entries == ("velda-mfa",)


def test_a_name_shared_across_sides_is_on_none() -> None:
    """A family name of people of two states has no side before it is known who is meant."""
    (found,) = find_listed(ground_of("ゴルダンは動いた。"))

    assert (found.short, found.side) == (True, None)


def test_a_candidate_reaches_as_far_as_its_name() -> None:
    """Without titles a candidate begins and stops where its name does."""
    candidate = Candidate(3, 7, ActorType.PERSON)

    assert (candidate.begin, candidate.stop) == (3, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("大統領府は", ["大統領府"], id="whole"),
        pytest.param("外相は特使と会談", ["外相", "特使", "会談"], id="several"),
        pytest.param("氏神の社と外相", ["外相"], id="opens-a-word"),
    ],
)
def test_words_of_the_tables_end_with_a_morpheme(text: str, expected: list[str]) -> None:
    """A ground's words end where a morpheme ends."""
    ground = ground_of(text)

    assert [word.text for word in ground.words] == expected


def test_the_token_over_a_place_holds_it() -> None:
    """The token over a character is the one that covers it."""
    ground = ground_of("🔸外相は会談した。")

    assert ground.tokens[ground.token_over(2)].surface == "外相"
    assert ground.tokens[ground.token_over(0)].surface == "🔸"
