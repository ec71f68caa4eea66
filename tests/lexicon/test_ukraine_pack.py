"""The ukraine pack: it loads without a problem, and some of what it says is true."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from soten.lexicon import Lexicon, check_pack, load_lexicon
from soten.lexicon.entries import FormKind
from soten.records import ActorType
from tests.lexicon.questions import forms_of, holders_of

_PACK = Path(__file__).resolve().parents[2] / "src/soten/lexicon/packs/ukraine"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Return core with the ukraine pack on it."""
    return load_lexicon(("core", "ukraine"))


def test_the_pack_has_no_problems() -> None:
    """Checking the pack finds nothing to report, not even a warning."""
    assert [str(problem) for problem in check_pack("ukraine")] == []


def test_every_id_stands_once_in_the_pack() -> None:
    """No two entries of the pack's actor files have one id."""
    text = "".join(file.read_text("utf-8") for file in sorted((_PACK / "actors").glob("*.yaml")))
    counts = Counter(re.findall(r"^- id: (\S+)$", text, flags=re.MULTILINE))

    assert [entry for entry, count in counts.items() if count > 1] == []
    assert len(counts) > 1000


@pytest.mark.parametrize(
    ("entry", "neutral", "russian"),
    [
        pytest.param("pokrovsk", "ポクロウシク", "クラスノアルメイスク", id="pokrovsk"),
        pytest.param("bakhmut", "バフムト", "アルチョモフスク", id="bakhmut"),
        pytest.param("vovchansk", "ボウチャンスク", "ヴォルチャンスク", id="vovchansk"),
        pytest.param("kyiv", "キーウ", "キエフ", id="kyiv"),
        pytest.param("donetsk-oblast", "ドネツク州", "ドネツク人民共和国", id="donetsk-oblast"),
        pytest.param("zaporizhzhia-npp", "ザポリージャ原発", "ザポロジエ原発", id="plant"),
    ],
)
def test_one_place_stands_under_the_names_of_both_sides(
    lexicon: Lexicon, entry: str, neutral: str, russian: str
) -> None:
    """A place has both sides' names, and the Russian name is marked as Russia's."""
    assert neutral in forms_of(lexicon, entry)
    assert russian in forms_of(lexicon, entry, whose="russia")
    assert neutral not in forms_of(lexicon, entry, whose="russia")


@pytest.mark.parametrize(
    ("title", "of", "day", "holder"),
    [
        pytest.param("外相", "ukraine", "2022-03-10", "dmytro-kuleba", id="antalya-2022"),
        pytest.param("外相", "ukraine", "2025-03-11", "andrii-sybiha", id="jeddah-2025"),
        pytest.param("国防相", "ukraine", "2025-06-02", "rustem-umerov", id="istanbul-2025"),
        pytest.param("国防相", "russia", "2022-02-24", "sergei-shoigu", id="shoigu"),
        pytest.param("国防相", "russia", "2025-08-15", "andrey-belousov", id="belousov"),
        pytest.param("国務長官", "us", "2022-02-24", "antony-blinken", id="blinken"),
        pytest.param("国務長官", "us", "2025-11-23", "marco-rubio", id="geneva-2025"),
        pytest.param("首相", "germany", "2025-12-14", "friedrich-merz", id="berlin-2025"),
        pytest.param("事務総長", "nato", "2024-09-30", "jens-stoltenberg", id="stoltenberg"),
        pytest.param("事務総長", "nato", "2024-10-01", "mark-rutte", id="rutte"),
    ],
)
def test_an_office_has_the_holder_of_its_day(
    lexicon: Lexicon, title: str, of: str, day: str, holder: str
) -> None:
    """An office is held on a day by the one who held it."""
    assert holders_of(lexicon, title, of, day) == {holder}


def test_spellings_of_one_person_meet(lexicon: Lexicon) -> None:
    """The press's spellings of one person are forms of one entry, family names included."""
    short = {f.text for f in lexicon.actors["steve-witkoff"].forms if f.kind is FormKind.SHORT}

    assert {"ウィトコフ", "ヴィトコフ"} <= short
    assert "習近平" in forms_of(lexicon, "xi-jinping")


def test_common_words_are_nobodys_short_name(lexicon: Lexicon) -> None:
    """A family name that is a common word or another's too is left to the document."""
    shorts = {
        form.text
        for actor in lexicon.actors.values()
        if actor.type is ActorType.PERSON and actor.pack == "ukraine"
        for form in actor.forms
        if form.kind is FormKind.SHORT
    }

    assert shorts.isdisjoint({"マスク", "金", "林", "スミス", "ライト", "キム", "シン"})


@pytest.mark.parametrize(
    "entry", ["russian-forces", "ukrainian-forces", "russia-mod", "ukraine-presidential-office"]
)
def test_generic_words_are_no_bodys_name(lexicon: Lexicon, entry: str) -> None:
    """A body is named by its state and never by a word that any state's body has."""
    assert forms_of(lexicon, entry).isdisjoint({"軍", "国防省", "大統領府", "参謀本部", "政府軍"})


def test_plans_are_named_and_never_generic(lexicon: Lexicon) -> None:
    """No plan of the pack is known by a word that any plan has."""
    plans = [a for a in lexicon.actors.values() if a.type is ActorType.PLAN]
    texts = {form.text for plan in plans for form in plan.forms}

    assert "28項目の和平案" in texts
    assert texts.isdisjoint({"和平案", "合意", "計画", "提案", "停戦"})


def test_loaded_words_say_whose_they_are(lexicon: Lexicon) -> None:
    """One concept has the words of both sides and of neither."""
    whose = {word.text: word.whose for word in lexicon.words if word.concept == "control-change"}

    assert whose["解放"] == "russia"
    assert whose["奪還"] == "ukraine"
    assert whose["制圧"] is None
