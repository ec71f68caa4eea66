"""The bundled packs load, and core holds what any conflict needs."""

from __future__ import annotations

import re

import pycountry
import pytest

from soten.lexicon import Lexicon, Severity, bundled_packs, check_pack, load_lexicon
from soten.lexicon.entries import FormKind
from soten.records import ActorType, Unit


@pytest.fixture(scope="module")
def core() -> Lexicon:
    """The core pack alone."""
    return load_lexicon()


def owners(lexicon: Lexicon, text: str, kind: FormKind = FormKind.NAME) -> set[str]:
    """Return the ids of the entries that a form may stand for."""
    return {
        actor.id
        for actor in lexicon.actors.values()
        for form in actor.forms
        if form.text == text and form.kind is kind
    }


@pytest.mark.parametrize("pack", bundled_packs())
def test_bundled_packs_have_no_errors(pack: str) -> None:
    """Every bundled pack loads and breaks no rule."""
    assert [p for p in check_pack(pack) if p.severity is Severity.ERROR] == []


def test_all_bundled_packs_load_together() -> None:
    """The bundled packs can be layered on one another."""
    assert len(load_lexicon(bundled_packs()).packs) == len(bundled_packs())


def test_every_country_is_there(core: Lexicon) -> None:
    """Every territory of ISO 3166 has an entry with a Japanese and an English name."""
    sources = {actor.source for actor in core.actors.values()}
    missing = [
        country.name
        for country in pycountry.countries
        if f"CLDR territory {country.alpha_2}" not in sources
    ]
    assert missing == []
    assert sum(a.type is ActorType.STATE for a in core.actors.values()) >= 195


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("アメリカ合衆国", "us"),
        ("米国", "us"),
        ("英国", "uk"),
        ("中華人民共和国", "china"),
        ("北朝鮮", "north-korea"),
        ("朝鮮民主主義人民共和国", "north-korea"),
        ("大韓民国", "south-korea"),
        ("グルジア", "georgia"),
        ("ビルマ", "myanmar"),
        ("ザイール", "dr-congo"),
        ("旧ソ連", "soviet-union"),
        ("コソボ", "kosovo"),
        ("サウジ", "saudi-arabia"),
        ("ベリーズ", "belize"),
        ("欧州", "europe"),
        ("西側諸国", "the-west"),
        ("国連安保理", "un-security-council"),
        ("国際連合安全保障理事会", "un-security-council"),
        ("国際原子力機関", "iaea"),
        ("国務省", "us-state-department"),
        ("ペンタゴン", "us-dod"),
        ("ロシア大統領府", "kremlin"),
        ("新華社通信", "xinhua"),
        ("ロイター通信", "reuters"),
        ("ワシントン", "washington"),
        ("フロリダ州", "florida"),
        ("島根県", "shimane-prefecture"),
        ("ジュネーブ", "geneva"),
        ("平壌", "pyongyang"),
        ("ガザ地区", "gaza"),
        ("ジョー・バイデン", "joe-biden"),
        ("習近平", "xi-jinping"),
    ],
)
def test_a_press_name_has_one_owner(core: Lexicon, text: str, entry: str) -> None:
    """Names of the press stand for one entry each."""
    assert owners(core, text) == {entry}


@pytest.mark.parametrize(
    ("kanji", "state"),
    [
        ("米", "us"),
        ("露", "russia"),
        ("ロ", "russia"),
        ("英", "uk"),
        ("仏", "france"),
        ("独", "germany"),
        ("中", "china"),
        ("韓", "south-korea"),
        ("朝", "north-korea"),
        ("豪", "australia"),
        ("伊", "italy"),
        ("印", "india"),
        ("欧", "europe"),
        ("日", "japan"),
    ],
)
def test_one_kanji_stands_for_one_state(core: Lexicon, kanji: str, state: str) -> None:
    """A one-kanji abbreviation belongs to one state and is never a name of its own."""
    assert owners(core, kanji, FormKind.KANJI) == {state}
    assert owners(core, kanji) == set()


@pytest.mark.parametrize("word", ["土", "北", "白", "共同", "時事", "朝日", "外務省", "国会"])
def test_ordinary_words_are_no_names(core: Lexicon, word: str) -> None:
    """Words that mean something else in most sentences, or any state's body, name nobody."""
    assert owners(core, word) | owners(core, word, FormKind.KANJI) == set()


def test_a_city_does_not_take_the_id_of_a_state(core: Lexicon) -> None:
    """Luxembourg and Djibouti are states, their capitals have ids of their own."""
    assert core.actors["luxembourg"].type is ActorType.STATE
    assert core.actors["luxembourg-city"].type is ActorType.PLACE
    assert core.actors["djibouti-city"].parent == "djibouti"


def test_cities_have_geonames_and_coordinates(core: Lexicon) -> None:
    """What comes from GeoNames carries its id and place."""
    geneva = core.actors["geneva"]
    assert geneva.geonames == 2660646
    assert geneva.latitude == pytest.approx(46.2, abs=0.1)
    assert geneva.parent == "switzerland"


def test_ids_are_kebab_case(core: Lexicon) -> None:
    """Ids are lower-case English words joined by hyphens."""
    pattern = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
    assert [entry_id for entry_id in core.actors if not pattern.fullmatch(entry_id)] == []


@pytest.mark.parametrize(
    ("text", "unit", "factor"),
    [
        ("人", Unit.PERSON, 1.0),
        ("割", Unit.PERCENT, 10.0),
        ("ヘクタール", Unit.KM2, 0.01),
        ("平方キロメートル", Unit.KM2, 1.0),
        ("機", Unit.ITEM, 1.0),
        ("集落", Unit.SETTLEMENT, 1.0),
        ("週間", Unit.DAY, 7.0),
        ("カ月", Unit.MONTH, 1.0),
        ("キロボルト", Unit.KV, 1.0),
        ("カ国", Unit.OTHER, 1.0),
        ("ルーブル", Unit.OTHER, 1.0),
    ],
)
def test_units_convert_to_the_vocabulary(
    core: Lexicon, text: str, unit: Unit, factor: float
) -> None:
    """Counters are mapped to the units of the exchange format."""
    (entry,) = [entry for entry in core.units if entry.text == text]
    assert (entry.unit, entry.factor) == (unit, factor)


def test_no_unit_counts_dates_or_ages(core: Lexicon) -> None:
    """年, 月, 日 and 歳 follow dates and ages and are no units."""
    assert not {"年", "月", "日", "歳", "時", "分"} & {unit.text for unit in core.units}


def test_prefixes_are_no_titles(core: Lexicon) -> None:
    """前, 元 and 次期 go before titles and are none."""
    texts = {title.text for title in core.titles}
    assert {"大統領", "外相", "報道官", "国連大使", "氏", "大佐", "弁護士"} <= texts
    assert not {"前", "元", "次期"} & texts
