"""Which numbers are figures, what they measure and how they are bounded."""

from __future__ import annotations

import time

import pytest

from soten.japanese.numbers import find_numbers
from soten.japanese.times import find_times
from soten.lexicon.entries import UnitEntry
from soten.records import Bound, Unit

UNITS = [
    UnitEntry("人", Unit.PERSON),
    UnitEntry("名", Unit.PERSON),
    UnitEntry("%", Unit.PERCENT),
    UnitEntry("％", Unit.PERCENT),
    UnitEntry("割", Unit.PERCENT, 10),
    UnitEntry("平方キロメートル", Unit.KM2),
    UnitEntry("ヘクタール", Unit.KM2, 0.01),
    UnitEntry("ユーロ", Unit.EUR),
    UnitEntry("ドル", Unit.USD),
    UnitEntry("円", Unit.JPY),
    UnitEntry("機", Unit.ITEM),
    UnitEntry("発", Unit.ITEM),
    UnitEntry("つ", Unit.ITEM),
    UnitEntry("項目", Unit.ITEM),
    UnitEntry("個", Unit.ITEM),
    UnitEntry("戸", Unit.ITEM),
    UnitEntry("集落", Unit.SETTLEMENT),
    UnitEntry("都市", Unit.SETTLEMENT),
    UnitEntry("時間", Unit.HOUR),
    UnitEntry("日間", Unit.DAY),
    UnitEntry("週間", Unit.DAY, 7),
    UnitEntry("年間", Unit.YEAR),
    UnitEntry("カ月", Unit.MONTH),
    UnitEntry("度", Unit.CELSIUS),
    UnitEntry("キロボルト", Unit.KV),
    UnitEntry("カ国", Unit.OTHER),
    UnitEntry("回", Unit.OTHER),
    UnitEntry("倍", Unit.OTHER),
    UnitEntry("票", Unit.OTHER),
    UnitEntry("州", Unit.OTHER),
    UnitEntry("ドン", Unit.OTHER),
    UnitEntry("mm", Unit.OTHER),
    UnitEntry("個師団", Unit.OTHER),
    UnitEntry("キロ", Unit.OTHER),
    UnitEntry("m", Unit.OTHER),
    UnitEntry("バレル", Unit.OTHER),
    UnitEntry("連勝", Unit.OTHER),
    UnitEntry("巡目", Unit.OTHER),
    UnitEntry("ポンド", Unit.OTHER),
    UnitEntry("台", Unit.ITEM),
    UnitEntry("本", Unit.ITEM),
    UnitEntry("社", Unit.ITEM),
    UnitEntry("分間", Unit.HOUR, 1 / 60),
    UnitEntry("秒", Unit.HOUR, 1 / 3600),
]


def figures(text: str) -> list[tuple[float, float | None, str, str]]:
    """Return value, max, bound and unit of every figure."""
    return [
        (number.value, number.max, number.bound.value, number.unit.value)
        for number in find_numbers(text, find_times(text), UNITS)
    ]


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit"),
    [
        pytest.param("約842平方キロメートルを失った", 842, "approx", "km2", id="約"),
        pytest.param("国土の２１．６％", 21.6, "exact", "percent", id="full-width"),
        pytest.param("1万7000人以上が移った", 17000, "at-least", "person", id="以上"),
        pytest.param("少なくとも9回の攻撃", 9, "at-least", "other", id="少なくとも"),
        pytest.param("少なくとも敵の戦闘機1機を", 1, "at-least", "item", id="bound-apart"),
        pytest.param("最大約100機を買う", 100, "at-most", "item", id="最大"),
        pytest.param("200人を超える死者", 200, "more-than", "person", id="超える"),
        pytest.param("100人余りが残る", 100, "more-than", "person", id="余り"),
        pytest.param("200人近くが死亡した", 200, "approx", "person", id="近く"),
        pytest.param("8000人程度の部隊", 8000, "approx", "person", id="程度"),
        pytest.param("500人未満の村", 500, "less-than", "person", id="未満"),
        pytest.param("30%以下に減った", 30, "at-most", "percent", id="以下"),
        pytest.param("600億ユーロを貸す", 6e10, "exact", "EUR", id="億"),
        pytest.param("約1億3,000万円", 1.3e8, "approx", "JPY", id="億万"),
        pytest.param("数十億ドルの兵器", 1e9, "at-least", "USD", id="数十億"),
        pytest.param("数万人の死傷者", 10000, "at-least", "person", id="数万"),
        pytest.param("三〇％が欠けた", 30, "exact", "percent", id="kanji"),
        pytest.param("資金の3分の2", 66.67, "exact", "percent", id="fraction"),
        pytest.param("住民の半数が去った", 50, "exact", "percent", id="half"),
        pytest.param("2割の有権者", 20, "exact", "percent", id="割"),
        pytest.param("7割5分が反対した", 75, "exact", "percent", id="割分"),
        pytest.param("4倍近くに増えた", 4, "approx", "other", id="倍"),
        pytest.param("気温はマイナス18度", -18, "exact", "celsius", id="minus"),
        pytest.param("零下15度以上の寒さ", -15, "at-most", "celsius", id="colder"),
        pytest.param("41.87 %を得た", 41.87, "exact", "percent", id="space"),
        pytest.param("312万4,568票を得た", 3124568, "exact", "other", id="votes"),
        pytest.param("10年にわたる内戦", 10, "exact", "year", id="years"),
        pytest.param("14年3ヶ月ぶりの会談", 171, "exact", "month", id="years-and-months"),
        pytest.param("9カ月目に入った戦争", 9, "exact", "month", id="月目"),
        pytest.param("1週間の停止", 7, "exact", "day", id="week"),
        pytest.param("2時間30分の電話", 2.5, "exact", "hour", id="hours-and-minutes"),
        pytest.param("軍が2日で使う", 2, "exact", "day", id="days-of-use"),
        pytest.param("150を超える加盟国", 150, "more-than", "other", id="no-counter"),
        pytest.param("34の研究所を置く", 34, "exact", "item", id="of-things"),
        pytest.param("6つの地域を求める", 6, "exact", "item", id="つ"),
        pytest.param("5大政党の党首", 5, "exact", "other", id="大"),
        pytest.param("70カ国が加わった", 70, "exact", "other", id="countries"),
        pytest.param("500ヘクタールが焼けた", 5, "exact", "km2", id="factor"),
        pytest.param("$300を払う", 300, "exact", "USD", id="sign"),
        pytest.param("三人が死亡した", 3, "exact", "person", id="kanji-people"),
        pytest.param("60日以内に答える", 60, "at-most", "day", id="within"),
        pytest.param("30日の間に立て直す", 30, "exact", "day", id="日の間"),
        pytest.param("30日という期間は短い", 30, "exact", "day", id="日という期間"),
        pytest.param("10日の猶予を与えた", 10, "exact", "day", id="猶予"),
        pytest.param("約30分で終わった", 0.5, "approx", "hour", id="minutes-about"),
        pytest.param("90分にわたり話した", 1.5, "exact", "hour", id="minutes-long"),
        pytest.param("30分間話した", 0.5, "exact", "hour", id="分間"),
        pytest.param("約2時間半の会談", 2.5, "approx", "hour", id="half-hour"),
        pytest.param("1年半にわたる内戦", 1.5, "exact", "year", id="half-year"),
        pytest.param("期間は5年で、延ばせる", 5, "exact", "year", id="期間は"),
        pytest.param("開戦から3年を迎えた", 3, "exact", "year", id="から"),
        pytest.param("期限の6カ月前までに告げる", 6, "exact", "month", id="deadline"),
        pytest.param("車両380台を送る", 380, "exact", "item", id="車両"),
        pytest.param("条約3本に署名した", 3, "exact", "item", id="条約"),
        pytest.param("企業を2社ずつ加えた", 2, "exact", "item", id="ずつ"),
        pytest.param("8千5百人が退去した", 8500, "exact", "person", id="thousands-and-hundreds"),
        pytest.param("4つの入植地を撤去した", 4, "exact", "settlement", id="つ-of-settlements"),
        pytest.param("約120の山村が孤立した", 120, "approx", "settlement", id="villages"),
        pytest.param("マグニチュード6.1の地震", 6.1, "exact", "other", id="magnitude"),
        pytest.param("輸出は半減した", 50, "exact", "percent", id="halved"),
        pytest.param("民間人に12人の死者が出た", 12, "exact", "person", id="民間人に"),
    ],
)
def test_a_figure_has_value_bound_and_unit(text: str, value: float, bound: str, unit: str) -> None:
    """A number with a counter is a figure with what it is worth, how it is bounded, in what unit."""
    assert figures(text) == [(value, None, bound, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        pytest.param("30%から45%が止まる", 30, 45, "percent", id="から"),
        pytest.param("35 %ないし40 %に減る", 35, 40, "percent", id="ないし"),
        pytest.param("3〜5人が残る", 3, 5, "person", id="counter-once"),
        pytest.param("2個ないし3個師団を移す", 2, 3, "other", id="counter-grows"),
        pytest.param("2〜3億円がかかる", 2e8, 3e8, "JPY", id="multiplier-once"),
        pytest.param("4 - 5キロ離れた山", 4, 5, "other", id="hyphen"),
        pytest.param("一部で2〜3日の停戦を求めた", 2, 3, "day", id="days"),
    ],
)
def test_two_ends_make_one_range(text: str, low: float, high: float, unit: str) -> None:
    """Two numbers joined by から, 〜 or ないし are one figure with both ends."""
    assert figures(text) == [(low, high, "range", unit)]


def test_a_change_from_one_to_another_is_no_range() -> None:
    """5人から10人に増えた gives two figures."""
    assert [value for value, *_ in figures("15人から20人に増えた")] == [15, 20]


@pytest.mark.parametrize(
    "text",
    [
        "2025年11月20日、3日午後8時30分に会う。",
        "第76旅団と第3回会合、2回目の会談。",
        "61歳の年金生活者と50代の女性。",
        "KH-101とF16、G7、MH17便。",
        "2人は合意し、当局者2人が認めた。",
        "当局者3人によると、この4人は去った。",
        "一つの案、二つの争点、一方で十分に、千葉と八戸と九州。",
        "24時間の間に、数日間、数時間、数カ月の間。",
        "6カ国協議と主要7カ国。",
        "155mm砲弾を作る。",
        "3人権団体、5州知事、3ドンバスの町。",
        "07:00に始まり、2 : 30に終わる。",
        "北緯28.0度の海。",
        "20世紀の戦争。",
        "1人当たりの額、1時間ごとに。",
        "数えきれない人々、数人。",
        "5年ごとに延ばし、10万人あたりで比べ、9時間あたりで払う。",
        "1時45分34秒に揺れ、午後3時40分に止んだ。",
        "時刻は日本時間 - 7時間以下同じ、UTC + 9時間。",
        "22歳7カ月の選手、10人に1人の割合。",
        "3連勝単式の1巡目。",
        "男子100m平泳ぎと400m走。",
        "500ポンド爆弾の残骸。",
        "試合を4 - 3のスコアで制し、フェア2031の公式頁に載せた。",
        "24時間365日の監視。",
        "十分な準備を一日で。",
        "何百回も約束し、8年目に入った。",
        "半減期を迎えた。",
    ],
)
def test_what_measures_nothing_is_no_figure(text: str) -> None:
    """Dates, ordinals, ages, names, people already known and vague counts are no figures."""
    assert figures(text) == []


def test_a_figure_spans_its_bound_and_counter() -> None:
    """The span runs from the words before that bound the number to those after."""
    text = "死者は少なくとも約300人以上とみられる。"
    (number,) = find_numbers(text, [], UNITS)

    assert text[number.start : number.end] == "少なくとも約300人以上"
    assert text[number.digits :].startswith("300人")
    assert number.counter == "人"


def test_a_price_is_a_figure_and_what_it_is_paid_for_is_not() -> None:
    """1バレル60ドル, 1時間に3発 and 1ドル＝150円 give one figure each."""
    assert figures("1バレル60ドルに下げた") == [(60, None, "exact", "USD")]
    assert figures("1時間に3発を撃った") == [(3, None, "exact", "item")]
    assert figures("1ドル＝150円") == [(150, None, "exact", "JPY")]


def test_countries_named_one_by_one_are_counted_once() -> None:
    """英仏独3カ国 are who they are; a listed group is counted where it is listed, and not again."""
    assert figures("英仏独3カ国の外相と、後の3カ国") == []
    assert figures("甲国、乙国（仮）、丙国の3カ国が決めた。3カ国の外相が会う。") == [
        (3, None, "exact", "other")
    ]
    assert figures("支持は90カ国、反対は3カ国") == [
        (90, None, "exact", "other"),
        (3, None, "exact", "other"),
    ]


def test_votes_and_seats_are_told_without_counter() -> None:
    """賛成31、反対4、棄権9 gives three figures."""
    assert [value for value, *_ in figures("賛成31、反対4、棄権9だった。")] == [31, 4, 9]


def test_an_unlisted_counter_is_no_figure() -> None:
    """A counter the packs do not list is not guessed at."""
    assert find_numbers("3匹と4羽がいた。", [], UNITS) == []


def test_bounds_are_of_the_vocabulary() -> None:
    """Every number's bound is a value of the vocabulary."""
    (number,) = find_numbers("約30人が来た。", [], UNITS)

    assert number.bound is Bound.APPROX


@pytest.mark.parametrize(
    "unit", ["1", "一", "数", "1,", "万", "1人", "3から", "マイナス", "1年1か月"]
)
def test_finding_numbers_is_linear(unit: str) -> None:
    """A long text of one repeated piece takes no more than a bounded time a character."""
    text = unit * (50_000 // len(unit))
    started = time.perf_counter()

    find_numbers(text, [], UNITS)

    assert time.perf_counter() - started < 5
