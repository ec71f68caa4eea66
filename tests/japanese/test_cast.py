"""Who is who within one document."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.japanese.index import NameIndex
from soten.lexicon import load_lexicon
from soten.records import ActorType
from tests.japanese.world import ACTORS, cast_of, lexicon_of, named, person
from tests.readings import TextReader

WORDS = (
    "カルロ・ベンチ ベンチ カルロ 外相 ゴルダン 大統領 国防相 氏 クリム・タノフ タノフ 報道官 の は （ ） "
    "RPC NATO ベルダ ノルガ 米 ロ 日 中 政府 外務省 軍 委員会 ロドナ 州 ・ ＝ 「 」 。 、 🔸 𠮷 楊 前 会談"
)
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=25).map("".join)


@cache
def core() -> NameIndex:
    """Return the index of the core pack."""
    return NameIndex(load_lexicon())


def meant(text: str) -> list[str]:
    """Return whom the names of a text mean, each unlisted member under its first name."""
    cast = cast_of(text)
    return [
        m.key if m.known else m.name for m in (cast.members[name.member] for name in cast.names)
    ]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "カルロ・ベンチ外相は着いた。ベンチ氏は帰った。", ["carlo-benci"] * 2, id="title"
        ),
        pytest.param("ベンチ外相は着いた。", ["carlo-benci"], id="family-name-alone"),
        pytest.param(
            "クリム・タノフ氏は着いた。タノフ氏は帰った。", ["クリム・タノフ"] * 2, id="unlisted"
        ),
        pytest.param(
            "タノフ氏は着いた。クリム・タノフ氏だ。", ["クリム・タノフ"] * 2, id="full-name-later"
        ),
        pytest.param("山田花子教授が来た。山田氏は話した。", ["山田花子"] * 2, id="kanji"),
        pytest.param(
            "クリム・タノフ氏とクリム・ターノフ氏", ["クリム・タノフ"] * 2, id="long-mark"
        ),
        pytest.param(
            "金根植（キム・グンシク）教授が来た。キム氏は話した。",
            ["金根植"] * 3,
            id="reading-in-brackets",
        ),
        pytest.param(
            "クリム・マスク大使が来た。マスク大使は話した。",
            ["クリム・マスク"] * 2,
            id="common-word",
        ),
        pytest.param("山田花子前大使が来た。", ["山田花子"], id="former"),
    ],
)
def test_a_family_name_means_who_was_named_in_full(text: str, members: list[str]) -> None:
    """A family name means the listed person, or the one whom the document names in full."""
    assert meant(text) == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "スティーヴン・ヴィットマン特使が来た。ビトマン氏は", ["steven-witmann"] * 2, id="vi-bi"
        ),
        pytest.param(
            "スティーブン・ビットマン特使が来た。ウィットマン氏は",
            ["steven-witmann"] * 2,
            id="wi-bi",
        ),
        pytest.param(
            "プラホチェンコ外相が来た。プラハチェンコ氏は", ["プラホチェンコ"] * 2, id="one-vowel"
        ),
    ],
)
def test_spelling_variants_within_a_document_are_one_person(text: str, members: list[str]) -> None:
    """Two katakana spellings of one family name in one document mean one person."""
    assert meant(text) == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "プラホチェンコ氏とマルチェンコ氏", ["プラホチェンコ", "マルチェンコ"], id="same-ending"
        ),
        pytest.param("タノフ氏とダノフ氏", ["タノフ", "ダノフ"], id="too-short-to-tell"),
        pytest.param(
            "ロドナ州とクリム・タノフ氏", ["クリム・タノフ", "ロドナ州"], id="place-and-person"
        ),
    ],
)
def test_different_names_are_different_members(text: str, members: list[str]) -> None:
    """Names that are not alike enough, or too short to tell, are different members."""
    assert sorted(meant(text)) == sorted(members)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param("ゴルダン大統領とゴルダン国防相", ["ira-gordan", "pavel-gordan"], id="titles"),
        pytest.param(
            "ゴルダン国防相とゴルダン大統領", ["pavel-gordan", "ira-gordan"], id="other-order"
        ),
        pytest.param("ノルガのゴルダン氏は", ["noruga", "pavel-gordan"], id="side"),
        pytest.param("イーラ・ゴルダン氏。ゴルダン氏。", ["ira-gordan"] * 2, id="named-in-full"),
        pytest.param(
            "パヴェル・ゴルダン氏。ゴルダン氏。", ["pavel-gordan"] * 2, id="other-in-full"
        ),
        pytest.param(
            "パヴェル・ゴルダン氏。ゴルダン大統領。",
            ["pavel-gordan", "ira-gordan"],
            id="then-another",
        ),
    ],
)
def test_people_of_one_family_name_are_told_apart(text: str, members: list[str]) -> None:
    """Of two listed people of one family name the title, the side or the document says who is meant."""
    assert meant(text) == members


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベンチに座った。公園のベンチ。", id="bench"),
        pytest.param("ビルの前でビールを飲んだ。", id="building-and-beer"),
        pytest.param("パソコンとテレビを買った。", id="computer-and-television"),
        pytest.param("タノフは帰った。", id="unknown-word"),
        pytest.param("楊氏は帰った。", id="one-kanji-without-an-office"),
        pytest.param("楊報道官は帰った。", id="one-kanji-with-anothers-office"),
        pytest.param("日中の気温は高い。三日月が出た。", id="daytime-and-crescent"),
        pytest.param("攻撃する側が負けた。", id="the-attacking-side"),
        pytest.param("外相は大統領と会談した。", id="titles"),
        pytest.param("同氏と両国は合意した。", id="pointing-words"),
        pytest.param("停戦（ＲＰＣ）は", id="acronym-of-nobody"),
        pytest.param("", id="nothing"),
    ],
)
def test_common_words_are_nobody(text: str) -> None:
    """Common words, even ones that are somebody's family name, name nobody by themselves."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param("ベンチ氏は", ["carlo-benci"], id="courtesy"),
        pytest.param("ベンチ政権は", ["velda"], id="administration"),
        pytest.param(
            "ベンチは退いた。ベンチ外相は疲れていた。", ["carlo-benci"] * 2, id="titled-elsewhere"
        ),
        pytest.param(
            "楊外相は会談し、楊氏は帰った。", ["yo-seimei"] * 2, id="one-kanji-titled-elsewhere"
        ),
    ],
)
def test_a_common_word_that_is_marked_as_a_name_is_one(text: str, members: list[str]) -> None:
    """A title, 政権 (which means the state) or the full name elsewhere makes a name of a common noun."""
    assert meant(text) == members


@pytest.mark.parametrize(
    "text",
    [
        "マスクを着けた。",
        "ライスを食べた。",
        "ストローで飲む。",
        "大島に上陸した。",
        "金を払う。森と林",
        "カラスが鳴く。",
    ],
)
def test_common_words_are_nobody_of_the_core_pack(text: str) -> None:
    """The family names of the core pack that are common words name nobody by themselves."""
    assert [
        who for _, who in named(text, core()) if core().actors[who].type is ActorType.PERSON
    ] == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "ロドナ人民委員会（RPC）は開いた。RPCは", ["ロドナ人民委員会"] * 3, id="unlisted"
        ),
        pytest.param("北大西洋条約機構（NATO）は", ["nato"] * 2, id="listed"),
        pytest.param(
            "ロドナ人民委員会（略称：RPC）は", ["ロドナ人民委員会"] * 2, id="said-to-be-short"
        ),
        pytest.param(
            "ロドナ人民委員会（NATO）は。NATOは", ["ロドナ人民委員会"] * 3, id="somebody-elses"
        ),
    ],
)
def test_an_acronym_in_brackets_means_the_body_before_it(text: str, members: list[str]) -> None:
    """An acronym in brackets is a name of the body before it, throughout the document."""
    assert meant(text) == members


@pytest.mark.parametrize(
    "text",
    ["クリム・タノフ氏（RPC）は。RPCは", "ロドナ人民委員会（開催中）は", "ロドナ人民委員会（r）は"],
)
def test_other_asides_are_no_acronyms(text: str) -> None:
    """Letters after a person, and asides that are no acronym, name nobody."""
    assert len(named(text)) == 1


def test_members_gather_what_the_document_says() -> None:
    """A member counts its written forms and collects its titles and its side."""
    cast = cast_of("ベルダのクリム・タノフ外相は着いた。タノフ前国防相は🔸帰った。タノフは黙った。")
    (member,) = [m for m in cast.members.values() if m.type is ActorType.PERSON]

    assert dict(member.forms) == {"クリム・タノフ": 1, "タノフ": 2}
    assert member.titles == ["外相", "国防相", "前国防相"]
    assert (member.side, member.known, member.name_en) == ("velda", False, None)


def test_a_listed_member_keeps_its_listed_names() -> None:
    """A listed member is known under its entry's names, however the document spells it."""
    cast = cast_of("カルロ＝ベンチ外相は着いた。")
    member = cast.members["carlo-benci"]

    assert (member.name, member.name_en, member.known) == ("カルロ・ベンチ", "Carlo-Benci", True)
    assert list(member.forms) == ["カルロ＝ベンチ"]


def test_nobody_is_in_the_cast_whom_the_document_does_not_name() -> None:
    """Every member is named somewhere, and every name means a member."""
    cast = cast_of("楊氏とベンチ、ゴルダン氏とRPC（NATO）、ロドナ人民委員会（NATO）。")

    assert {name.member for name in cast.names} == set(cast.members)
    assert all(member.forms.total() for member in cast.members.values())


@pytest.mark.parametrize(
    ("name", "is_variant"), [("クリメンド・タノフ", True), ("アンナ・タノフ", False)]
)
def test_a_full_name_that_is_nearly_a_listed_one_is_that_person(
    name: str, is_variant: bool
) -> None:
    """A full name that differs a little from a listed person named elsewhere is that person."""
    tanov = person("tanov", "クリメント・タノフ", "velda", "首相", short="")
    text = f"クリメント・タノフ首相は着いた。{name}首相は帰った。"

    members = [who for _, who in named(text, NameIndex(lexicon_of(*ACTORS, tanov)))]

    assert members == ["tanov", "tanov" if is_variant else "person"]


def test_the_reach_of_a_name_takes_in_its_titles() -> None:
    """A name begins with the title before it and stops after the title behind it."""
    text = "🔸報道官のクリム・タノフ氏は"
    (name,) = cast_of(text).names

    assert text[name.start : name.end] == "クリム・タノフ"
    assert text[name.begin : name.stop] == "報道官のクリム・タノフ氏"


@settings(deadline=None)
@given(TEXTS)
def test_names_never_overlap(text: str) -> None:
    """Names are in order, never overlap, lie within their reach, and mean members of their own form."""
    cast = cast_of(text)

    assert all(a.end <= b.start for a, b in pairwise(cast.names))
    for name in cast.names:
        assert 0 <= name.begin <= name.start < name.end <= name.stop <= len(text)
        assert text[name.start : name.end] in cast.members[name.member].forms
    assert {name.member for name in cast.names} == set(cast.members)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        pytest.param("ジルヴァン市で会った。", True, id="town"),
        pytest.param("ジルヴァン州で会った。", False, id="province"),
        pytest.param("ノルダ市で会った。", False, id="town-called-after-a-state"),
    ],
)
def test_a_listed_town_may_be_called_a_town(read: TextReader, text: str, known: bool) -> None:
    """A listed place with 市 is that place; a province, or a state's namesake, is another."""
    cast = read(text).analysis.cast
    (name,) = cast.names

    assert cast.members[name.member].known is known
    assert text[name.start : name.end] == text[: text.index("で")]
