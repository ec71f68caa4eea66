"""Which actors of different documents are one."""

from __future__ import annotations

import pytest

from soten.records import Actor, ActorType, Role
from soten.records.joins import CONNECTS
from soten.resolve.joining import Source
from tests.resolve.castings import joined, keyed, links, listed, reasons, told, within

ORGANIZATION, FORCE, PLACE = ActorType.ORGANIZATION, ActorType.FORCE, ActorType.PLACE
LISTED = Actor(
    "arkel",
    ActorType.PERSON,
    "ドミク・アルケル",
    "Domik Arkel",
    ("ドミク・アルケル",),
    "norda",
    (Role("外相", "norda", "2029", "2031-03-01"), Role("首相", "norda", "2031-03-02")),
)


REGION = Actor("rodona-region", ActorType.PLACE, "ロドナ州", side="norda")
OTHER_REGION = Actor("taris-region", ActorType.PLACE, "タリス州", side="norda")
NAME = "ハインツ・ロデルマン"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        pytest.param(
            told(NAME, "報道官", side="norda"),
            told(NAME, "大統領府報道官", side="norda"),
            ("same-name", 0.97),
            id="name-office-and-state",
        ),
        pytest.param(
            told(NAME, "報道官"),
            told(NAME, "首席報道官", "報道官", side="norda"),
            ("same-name", 0.92),
            id="name-and-office",
        ),
        pytest.param(
            told(NAME, side="norda"),
            told(NAME, "報道官", side="norda"),
            ("same-name", 0.92),
            id="name-and-state",
        ),
        pytest.param(told(NAME), told(NAME, "報道官"), ("same-name", 0.85), id="name-alone"),
        pytest.param(
            told(NAME, "報道官", side="norda"),
            told(NAME, "団長", side="norda"),
            ("same-name", 0.85),
            id="another-task-of-the-state",
        ),
        pytest.param(
            told("山川花江", "外相"),
            told("山川花江", "知事", at="2034-05-06"),
            ("same-name", 0.85),
            id="another-office-years-later",
        ),
        pytest.param(
            told("ヴィクター・タノーフスキー", "教授"),
            told("ビクター＝タノフスキ", "教授"),
            ("same-name", 0.92),
            id="kana-spelling",
        ),
        pytest.param(
            told("リ・ヨンス", "外相", side="norda"),
            told("リ・ヨンス", "外相", side="norda", at="2031-02"),
            ("same-name", 0.92),
            id="a-short-name-with-its-office",
        ),
        pytest.param(
            told("ビクトル・タノバン", "首相"),
            told("タノバン・ビクトル", "首相"),
            ("name-order", 0.92),
            id="family-name-first",
        ),
        pytest.param(
            told("ビクトル・タノバン", side="norda"),
            told("ビクトル・イリヴィチ・タノバン", side="norda"),
            ("middle-name", 0.85),
            id="patronymic",
        ),
        pytest.param(
            told("クリメント・メフリス", "団長", side="norda"),
            told("クリメンド・メーリス", "団長", side="norda"),
            ("spelling", 0.85),
            id="spelling-with-office-and-state",
        ),
        pytest.param(
            told("朴吉淵", forms=("パク・キルヨン",)),
            told("パク・キルヨン", "次席大使", forms=("朴吉淵",)),
            ("same-name", 0.85),
            id="reading-in-brackets",
        ),
        pytest.param(
            told("ハインツ・ロデル", after="（Heinz Rodel）は帰った。"),
            told("ヘインズ・ローダル", after="（Heinz Rodel）は帰った。"),
            ("same-name", 0.85),
            id="latin-letters",
        ),
        pytest.param(
            told("ソーデル", "国連大使", side="norda", at="2031-01-05"),
            told("ソーデル", "国連大使", side="norda", at="2031-09-05"),
            ("office", 0.85),
            id="family-name-office-and-state",
        ),
        pytest.param(
            told("ソーデル", "外相", side="norda"),
            told("クロ・ソーデル", "外相", side="norda"),
            ("office", 0.85),
            id="family-name-of-a-full-name",
        ),
        pytest.param(
            told("ソーデルマン", "報道官", side="norda"),
            told("ソーデルマン", "大統領府報道官", "報道官", side="norda", at="2031-01-05"),
            ("office", 0.8),
            id="a-rare-family-name-with-an-office-of-few",
        ),
        pytest.param(
            told("大川地質研究所", side="norda", type_=ORGANIZATION),
            told("大川地質研究所", side="norda", type_=ORGANIZATION, forms=("OCGI",)),
            ("full-name", 0.92),
            id="body-and-state",
        ),
        pytest.param(
            told("国際水泳連盟", type_=ORGANIZATION),
            told("国際水泳連盟", side="norda", type_=ORGANIZATION),
            ("full-name", 0.85),
            id="body-of-the-world",
        ),
        pytest.param(
            told("ロドナ国家保安局", side="norda", type_=ORGANIZATION, forms=("RSB",)),
            told("ロドナ保安庁", side="norda", type_=ORGANIZATION, forms=("RSB",)),
            ("acronym", 0.85),
            id="acronym-and-state",
        ),
        pytest.param(
            told("ノルダ第47旅団", side="norda", type_=FORCE),
            told("ノルダ第47旅団", side="norda", type_=FORCE, forms=("NRB",)),
            ("full-name", 0.92),
            id="a-numbered-force-of-a-state",
        ),
        pytest.param(
            told("ロドナ州", side="norda", type_=PLACE),
            told("ロドナ州", side="norda", type_=PLACE, at=None),
            ("place", 0.85),
            id="a-province-of-a-state",
        ),
        pytest.param(
            told("山川県大川市", type_=PLACE),
            told("山川県大川市", side="norda", type_=PLACE),
            ("place", 0.92),
            id="a-name-with-its-container",
        ),
        pytest.param(
            within(told("カレン村", type_=PLACE, before="ロドナ州の"), REGION),
            within(told("カレン村", type_=PLACE, before="ロドナ州北部の"), REGION),
            ("place", 0.92),
            id="a-village-of-a-listed-province",
        ),
    ],
)
def test_one_actor_of_two_documents(one: Source, other: Source, reason: tuple[str, float]) -> None:
    """What two documents tell of one actor is linked, with the reason and how sure it is."""
    assert reasons(one, other) == [reason]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told("タノフ"), told("タノフ", at=None), id="a-family-name"),
        pytest.param(
            told("タノフ", "報道官", side="norda"),
            told("タノフ", "報道官", side="norda", at=None),
            id="a-family-name-with-an-office-of-many",
        ),
        pytest.param(
            told("ソーデル", "外相"), told("ソーデル", "外相", at="2031-05"), id="no-state"
        ),
        pytest.param(
            told("ソーデル", "外相", side="norda"),
            told("ソーデル", "外相", side="tesmia"),
            id="two-states",
        ),
        pytest.param(
            told("ソーデル", "外相", side="norda"),
            told("ソーデル", "副外相", side="norda"),
            id="the-deputy",
        ),
        pytest.param(
            told("ソーデル", "元外相", "外相", side="norda"),
            told("ソーデル", "外相", side="norda"),
            id="the-former-holder",
        ),
        pytest.param(
            told("ソーデル", "外相", side="norda", at="2031-01-05"),
            told("ソーデル", "外相", side="norda", at="2033-01-05"),
            id="years-between",
        ),
        pytest.param(
            told("ソーデル", "外相", side="norda", at="2031-01-05"),
            told("ソーデル", "外相", side="norda", at=None),
            id="no-day",
        ),
        pytest.param(
            told("クロ・ソーデル", "外相", side="norda"),
            told("ドラ・ソーデル", "外相", side="norda"),
            id="brother-and-sister",
        ),
        pytest.param(
            told("アレクサンドル・ペトロフ", "議員", side="norda"),
            told("アレクサンドラ・ペトロワ", "議員", side="norda"),
            id="husband-and-wife",
        ),
        pytest.param(
            told("アレクサンドル・ペトロフ", side="norda"),
            told("アレクサンドル・ペトロワ", side="norda"),
            id="one-letter",
        ),
        pytest.param(
            told("キム・ヨジョン", "副部長", side="norda"),
            told("キム・ヨンジョン", "副部長", side="norda"),
            id="short-names-alike",
        ),
        pytest.param(
            told("リ・ヨンス", "外相", side="norda"),
            told("リ・ヨンス", "参謀総長", side="norda"),
            id="a-short-name-of-two-offices",
        ),
        pytest.param(told("リ・ヨンス"), told("リ・ヨンス", at=None), id="a-short-name"),
        pytest.param(told(NAME, side="norda"), told(NAME, side="tesmia"), id="name-of-two-states"),
        pytest.param(told(NAME), told(NAME, type_=ORGANIZATION, at=None), id="a-person-and-a-body"),
        pytest.param(
            told("金永日", "次官", forms=("キム・ヨンイル",)),
            told("金英日", "次官", forms=("キム・ヨンイル",)),
            id="one-reading-of-two-names",
        ),
        pytest.param(
            told("ビクトル・イリヴィチ・タノバン"),
            told("ビクトル・ペトロヴィチ・タノバン"),
            id="two-patronymics",
        ),
        pytest.param(
            told("外務省", type_=ORGANIZATION),
            told("外務省", type_=ORGANIZATION, at=None),
            id="a-bare-ministry",
        ),
        pytest.param(
            told("日本協会", side="japan", type_=ORGANIZATION),
            told("日本協会", side="japan", type_=ORGANIZATION, at=None),
            id="a-federation-of-what",
        ),
        pytest.param(
            told("ロドナ調査団", side="norda", type_=ORGANIZATION),
            told("ロドナ調査団", side="norda", type_=ORGANIZATION, at=None),
            id="a-mission",
        ),
        pytest.param(
            told("ロドナ国家保安局", side="norda", type_=ORGANIZATION, forms=("RSB",)),
            told("タリス放送組合", side="tesmia", type_=ORGANIZATION, forms=("RSB",)),
            id="one-acronym-in-two-states",
        ),
        pytest.param(
            told("第47旅団", type_=FORCE),
            told("第47旅団", type_=FORCE, at=None),
            id="whose-brigade",
        ),
        pytest.param(
            told("北部", type_=PLACE, side="norda"),
            told("北部", type_=PLACE, side="norda", at=None),
            id="the-north",
        ),
        pytest.param(
            told("中央区", type_=PLACE),
            told("中央区", type_=PLACE, at=None),
            id="a-ward-of-any-town",
        ),
        pytest.param(
            told("カレン村", side="norda", type_=PLACE),
            told("カレン村", side="norda", type_=PLACE, at=None),
            id="a-village-somewhere-in-a-state",
        ),
        pytest.param(
            within(told("カレン村", type_=PLACE, before="ロドナ州の"), REGION),
            within(told("カレン村", type_=PLACE, before="タリス州の"), OTHER_REGION),
            id="villages-of-two-provinces",
        ),
    ],
)
def test_two_actors_stay_two(one: Source, other: Source) -> None:
    """What may be two different actors is never joined."""
    assert not joined(one, other)


def test_offices_of_one_time_that_differ_are_only_proposed() -> None:
    """The 社長 and the 議員 of one name in one year may be two: a person is asked."""
    assert reasons(told(NAME, "社長"), told(NAME, "議員")) == [("same-name", 0.7)]


def test_spelling_without_office_and_state_is_only_proposed() -> None:
    """Of two spellings a person is asked unless office and state are the same."""
    one = told("クリメント・メフリス", "団長", side="norda")

    assert reasons(one, told("クリメント・メーリス", "団長", side="norda"))[0] == ("spelling", 0.85)
    assert links(told("デトレフ・メフリス", "団長"), told("デトレフ・メーリス", "検事")) == []


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        pytest.param(
            told("ドーミク・アルケル"), ("same-name", 0.85), id="a-spelling-no-pack-lists"
        ),
        pytest.param(told("ドミク・アルケル", "外相"), ("same-name", 0.92), id="by-a-past-office"),
        pytest.param(
            told("アルケル", "外相", side="norda", at="2030-05-06"),
            ("office", 0.85),
            id="while-foreign-minister",
        ),
        pytest.param(
            told("アルケル", "首相", side="norda", at="2031-08-06"),
            ("office", 0.85),
            id="while-prime-minister",
        ),
        pytest.param(
            told("アルケル", "外相", side="norda", at="2032-05-06"), None, id="a-later-minister"
        ),
        pytest.param(told("アルケル", "外相", side="tesmia"), None, id="of-another-state"),
        pytest.param(told("ドラ・アルケル", "外相", side="norda"), None, id="a-relative"),
        pytest.param(told("アルケル"), None, id="the-family-name"),
    ],
)
def test_somebody_found_joins_somebody_listed(
    source: Source, reason: tuple[str, float] | None
) -> None:
    """A person found in a text joins one of a pack by full name, or by the office of that time."""
    found = [made for made in reasons(listed(LISTED), source) if made[1] >= CONNECTS]

    assert found == ([] if reason is None else [reason])


def test_an_office_that_a_pack_does_not_date_counts_least() -> None:
    """Where a pack says that somebody is foreign minister and not since when, this just connects."""
    undated = Actor(
        "arkel", ActorType.PERSON, "ドミク・アルケル", None, (), "norda", (Role("外相"),)
    )

    assert reasons(listed(undated), told("アルケル", "外相", side="norda")) == [("office", 0.8)]


def test_two_listed_actors_are_never_joined() -> None:
    """Whom a pack lists twice under one name are two."""
    namesake = Actor("arkel-2", ActorType.PERSON, "ドミク・アルケル", "Domik Arkel")

    assert not joined(listed(LISTED), listed(namesake))


def test_a_family_name_that_two_bear_is_neither() -> None:
    """ソーデル外相 joins クロ・ソーデル or ドラ・ソーデル only where the block holds one of them."""
    short = told("ソーデル", "外相", side="norda")
    brother = told("クロ・ソーデル", "外相", side="norda")
    sister = told("ドラ・ソーデル", "外相", side="norda", at="2031-12-01")

    assert joined(short, brother)
    assert joined(short, sister)
    assert not joined(short, brother, sister)
    assert len(links(short, brother, sister)) == 2


def test_an_actor_of_a_pack_offers_the_same_in_every_document() -> None:
    """What a document shows of a listed actor changes nothing of it: it belongs to no document."""
    one, other = keyed([listed(LISTED)]), keyed([listed(LISTED, "アルケル外相")])

    assert one["arkel"].shared
    assert one["arkel"] == other["arkel"]
    assert one["norda"].item.features == {"of": "norda"}


def test_what_joins_nothing_has_no_key() -> None:
    """A family name alone is kept apart from its like by its own id."""
    (one,) = (k for k in keyed([told("タノフ")]).values() if not k.shared)

    assert (one.keys, one.item.features) == ((), {"of": one.item.id})


def test_the_day_is_of_the_report() -> None:
    """An actor is listed by the day of the report that names it; without a day by none."""
    days = [
        one.day
        for source in (told(NAME), told(NAME, at="2031-05"), told(NAME, at=None))
        for one in keyed([source]).values()
        if not one.shared
    ]

    assert days == ["2031-05-06", "", ""]
