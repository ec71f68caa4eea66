"""Which quantity a figure is of."""

from __future__ import annotations

import pytest

from soten.export.quantities import ACTS as NAMED_ACTS
from soten.export.quantities import PERIODS as NAMED_PERIODS
from soten.export.quantities import THINGS as NAMED_THINGS
from soten.records import ActorType, Unit
from soten.resolve.clauses import Clause, Dated, Named
from soten.resolve.quantities import Quantity, quantity_of
from soten.resolve.quantitywords import ACTS, HELD, PERIODS, THINGS

NAMES = {
    "甲国軍": ("ko-army", ActorType.FORCE, "ko"),
    "乙国軍": ("otsu-army", ActorType.FORCE, "otsu"),
    "甲国": ("ko", ActorType.STATE, "ko"),
    "乙国": ("otsu", ActorType.STATE, "otsu"),
    "丙連合": ("hei", ActorType.ORGANIZATION, "hei"),
    "北村": ("kitamura", ActorType.PLACE, "otsu"),
    "南村": ("minamimura", ActorType.PLACE, "otsu"),
    "東州": ("higashi", ActorType.PLACE, "otsu"),
}


def clause(
    sentence: str,
    number: str,
    unit: Unit,
    *,
    by: str | None = None,
    near: str = "",
    dates: tuple[tuple[str, str], ...] = (),
) -> Clause:
    """Return a number in its sentence, with the names and dates that stand there."""
    start = sentence.index(number)
    return Clause(
        sentence,
        start,
        start + len(number),
        unit,
        by,
        by,
        named(sentence),
        tuple(
            Dated(sentence.index(words), sentence.index(words) + len(words), edtf)
            for words, edtf in dates
        ),
        named(near),
        here="story",
    )


def named(text: str) -> tuple[Named, ...]:
    """Return the names in a text, the longest at each place."""
    found: list[Named] = []
    for word, (id, type, side) in NAMES.items():
        at = text.find(word)
        while at >= 0:
            if not any(n.start <= at < n.end for n in found):
                found.append(Named(at, at + len(word), id, type, side))
            at = text.find(word, at + 1)
    return tuple(sorted(found, key=lambda name: name.start))


def told(sentence: str, number: str, unit: Unit, **more: object) -> dict[str, object]:
    """Return what is known of the quantity of a number."""
    quantity = quantity_of(clause(sentence, number, unit, **more))  # type: ignore[arg-type]
    assert quantity is not None
    fields = ("act", "thing", "period", "of", "at", "counter", "on")
    return {f: getattr(quantity, f) for f in fields if getattr(quantity, f)}


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        pytest.param(
            "過去24時間における甲国軍の人的損失は約1200人だった",
            "約1200人",
            {"act": "losses", "period": "day", "of": "ko"},
            id="losses-a-day",
        ),
        pytest.param(
            "甲国軍の人的損失はこれまでに9万人に上る",
            "9万人",
            {"act": "losses", "period": "total", "of": "ko"},
            id="losses-from-the-beginning",
        ),
        pytest.param(
            "攻撃により北村で3人が死亡し、9人が負傷した",
            "3人",
            {"act": "killed", "at": "kitamura"},
            id="killed",
        ),
        pytest.param(
            "攻撃により北村で3人が死亡し、9人が負傷した",
            "9人",
            {"act": "wounded", "at": "kitamura"},
            id="wounded",
        ),
        pytest.param(
            "北村での民間人の死者は12人に増えた",
            "12人",
            {"act": "killed", "thing": "civilian", "at": "kitamura"},
            id="civilians-killed",
        ),
        pytest.param(
            "死者3人、負傷者9人",
            "9人",
            {"act": "wounded", "at": "story"},
            id="of-no-place-in-its-story-only",
        ),
        pytest.param(
            "乙国の子ども200人が甲国へ移送された",
            "200人",
            {"act": "deported", "thing": "child", "of": "otsu"},
            id="children",
        ),
        pytest.param(
            "双方が84人の捕虜を引き渡した",
            "84人",
            {"act": "exchanged", "thing": "prisoner"},
            id="prisoners",
        ),
        pytest.param(
            "死亡した兵士500人の遺体を引き渡した",
            "500人",
            {"act": "exchanged", "thing": "body"},
            id="bodies-are-no-prisoners",
        ),
    ],
)
def test_people_are_counted_by_what_happened_to_them(
    sentence: str, number: str, expected: dict[str, object]
) -> None:
    """Killed, wounded and lost differ, as do a day and all the time since the beginning."""
    assert told(sentence, number, Unit.PERSON) == expected


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        pytest.param(
            "甲国軍が夜間に110機の攻撃用ドローンを発射した",
            "110機",
            {"act": "launched", "thing": "drone", "period": "day", "of": "ko"},
            id="launched",
        ),
        pytest.param(
            "乙国の防空部隊は夜間に無人機80機を迎撃した",
            "80機",
            {"act": "shot-down", "thing": "drone", "period": "day", "of": "otsu"},
            id="shot-down",
        ),
        pytest.param(
            "乙国軍が撃墜した無人機は80機だった",
            "80機",
            {"act": "shot-down", "thing": "drone", "of": "otsu"},
            id="clause-before-the-noun",
        ),
        pytest.param(
            "甲国軍は巡航ミサイル「アオバ」4発を撃墜した",
            "4発",
            {"act": "shot-down", "thing": "cruise missile", "of": "ko"},
            id="name-of-the-model-between",
        ),
    ],
)
def test_drones_launched_and_shot_down_are_two_quantities(
    sentence: str, number: str, expected: dict[str, object]
) -> None:
    """What is launched by one side and what the other brings down are never one series."""
    assert told(sentence, number, Unit.ITEM) == expected


@pytest.mark.parametrize(
    ("sentence", "number", "unit", "expected"),
    [
        ("甲国軍は北村の70%を制圧した", "70%", Unit.PERCENT, {"of": "ko", "at": "kitamura"}),
        (
            "甲国軍が解放したのは東州の北村の75%以上だ",
            "75%以上",
            Unit.PERCENT,
            {"of": "ko", "at": "kitamura"},
        ),
        ("北村の70%が占領された", "70%", Unit.PERCENT, {"at": "kitamura"}),
        (
            "甲国軍は11月に約700平方キロの乙国領土を占領した",
            "約700平方キロ",
            Unit.KM2,
            {"of": "ko", "at": "otsu", "period": "month"},
        ),
    ],
)
def test_a_share_held_is_of_its_place_whatever_the_word(
    sentence: str, number: str, unit: Unit, expected: dict[str, object]
) -> None:
    """占領, 制圧 and 解放 are one thing to count; a month's gain is not what is held."""
    dates = (("11月", "2030-11"),) if "11月" in sentence else ()

    assert told(sentence, number, unit, dates=dates) == {"act": "held", **expected}


def test_money_is_of_who_gives_it_in_its_currency() -> None:
    """900 million from an alliance to a state; another currency is another quantity."""
    sentence = "丙連合は乙国に900億ユーロを拠出する計画だ"
    euro = quantity_of(clause(sentence, "900億ユーロ", Unit.EUR))
    dollar = quantity_of(clause(sentence, "900億ユーロ", Unit.USD))

    assert euro is not None
    assert (euro.act, euro.of, euro.at) == ("pledged", "hei", "otsu")
    assert euro != dollar


def test_who_takes_part_is_counted_on_one_day() -> None:
    """A vote of 90 states is of its day; without a day it is of nothing."""
    sentence = "3日、90カ国が決議を支持した"
    dated = clause(sentence, "90カ国", Unit.OTHER, dates=(("3日", "2030-12-03"),))

    found = quantity_of(dated)

    assert found is not None
    assert (found.act, found.counter, found.on) == ("for", "カ国", "2030-12-03")
    assert quantity_of(clause(sentence, "90カ国", Unit.OTHER)) is None


def test_what_is_planned_is_not_what_was_done() -> None:
    """1200 prisoners that are to be exchanged are no point of those that were."""
    done = quantity_of(clause("捕虜を1200人交換した", "1200人", Unit.PERSON))
    planned = quantity_of(clause("捕虜を1200人交換することで合意した", "1200人", Unit.PERSON))

    assert done is not None
    assert planned is not None
    assert (done.is_planned, planned.is_planned) == (False, True)


def test_the_place_of_harm_told_before_is_the_place_of_a_toll() -> None:
    """「北村で爆発があった。3人が死亡した」 counts the dead of that place."""
    found = quantity_of(clause("3人が死亡した", "3人", Unit.PERSON, near="北村で爆発があった"))

    assert found is not None
    assert found.at == "kitamura"


def test_what_the_other_side_counts_goes_without_saying() -> None:
    """「甲国側は死者を12人、乙国側は30人とした」: both count the dead."""
    sentence = "甲国側は死者を12人、乙国側は30人とした"
    first = quantity_of(clause(sentence, "12人", Unit.PERSON))

    assert first is not None
    assert quantity_of(clause(sentence, "30人", Unit.PERSON), first) == first
    assert quantity_of(clause(sentence, "30人", Unit.ITEM), first) is None


@pytest.mark.parametrize(
    ("sentence", "number", "unit"),
    [
        pytest.param("会談は約3時間続いた", "約3時間", Unit.HOUR, id="a-length-of-time"),
        pytest.param("昨年の4倍に上る", "4倍", Unit.OTHER, id="a-ratio"),
        pytest.param("28項目の計画を伝えた", "28項目", Unit.ITEM, id="nobody-s-things"),
        pytest.param("北村と南村の13%を占領した", "13%", Unit.PERCENT, id="of-two-places"),
        pytest.param("投票率は75%だった", "75%", Unit.PERCENT, id="of-no-place"),
        pytest.param("宿泊客13人のうち7人が死亡した", "13人", Unit.PERSON, id="those-of-whom-7"),
        pytest.param("1400億ユーロより小さい", "1400億ユーロ", Unit.EUR, id="money-of-nobody"),
        pytest.param("村から60キロ離れて3人が死亡", "60キロ", Unit.OTHER, id="a-distance"),
    ],
)
def test_a_figure_that_leaves_its_quantity_open_has_none(
    sentence: str, number: str, unit: Unit
) -> None:
    """Where the sentence does not say what is counted, and whose, a figure stands alone."""
    assert quantity_of(clause(sentence, number, unit)) is None


def test_a_person_s_description_counts_before_the_sentence() -> None:
    """A description that does not hold the number is what is counted, whatever stands around."""
    sentence = "北村では9人に上る"
    described = Clause(sentence, 4, 6, Unit.PERSON, described="甲国の死者", here="story")

    assert quantity_of(described) == Quantity(Unit.PERSON, "killed", "甲国", "", at="story")


def test_every_word_of_a_quantity_has_a_name() -> None:
    """Whatever a table of words can yield has a word in both languages."""
    assert {*ACTS, "held"} == set(NAMED_ACTS)
    assert set(PERIODS) - {"now"} == set(NAMED_PERIODS)
    assert {name for name, _ in THINGS} == set(NAMED_THINGS)
    assert HELD.search("実効支配") is not None
