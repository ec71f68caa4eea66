"""The karabakh pack: it loads without a problem, and some of what it says is true."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from soten.lexicon import Lexicon, check_pack, load_lexicon
from soten.records import ActorType
from tests.lexicon.questions import forms_of, holders_of

_PACK = Path(__file__).resolve().parents[2] / "src/soten/lexicon/packs/karabakh"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Return core with the karabakh pack on it."""
    return load_lexicon(("core", "karabakh"))


def test_the_pack_has_no_problems() -> None:
    """Checking the pack finds nothing to report, not even a warning."""
    assert [str(problem) for problem in check_pack("karabakh")] == []


def test_the_pack_stands_on_the_ukraine_pack_too() -> None:
    """A reader of both conflicts loads both packs, in either order."""
    both = load_lexicon(("core", "ukraine", "karabakh"))
    turned = load_lexicon(("core", "karabakh", "ukraine"))

    assert both.actors.keys() == turned.actors.keys()
    assert both.actors["hulusi-akar"].roles == turned.actors["hulusi-akar"].roles


def test_every_id_stands_once_in_the_pack() -> None:
    """No two entries of the pack's actor files have one id."""
    text = "".join(file.read_text("utf-8") for file in sorted((_PACK / "actors").glob("*.yaml")))
    counts = Counter(re.findall(r"^- (?:\{)?id: ([a-z0-9-]+)", text, flags=re.MULTILINE))

    assert [entry for entry, count in counts.items() if count > 1] == []
    assert len(counts) > 450


@pytest.mark.parametrize(
    ("entry", "neutral", "armenian", "azerbaijani"),
    [
        pytest.param("stepanakert", "ステパナケルト", None, "ハンケンディ", id="stepanakert"),
        pytest.param("shusha", "シュシャ", "シュシ", None, id="shusha"),
        pytest.param("lachin", "ラチン", "ベルゾル", None, id="lachin"),
        pytest.param("martakert", "マルタケルト", None, "アグダラ", id="martakert"),
        pytest.param("sugovushan", "スゴブシャン", "マダギズ", None, id="sugovushan"),
        pytest.param("nagorno-karabakh", "ナゴルノカラバフ", "アルツァフ", None, id="karabakh"),
        pytest.param("artsvashen", "アルツバシェン", None, "バシュケンド", id="artsvashen"),
        pytest.param("aras-river", "アラス川", None, "アラズ川", id="aras"),
    ],
)
def test_one_place_stands_under_the_names_of_both_sides(
    lexicon: Lexicon, entry: str, neutral: str, armenian: str | None, azerbaijani: str | None
) -> None:
    """A place has the press's name, and a name that is one side's is marked as that side's."""
    sides = {"armenia": armenian, "azerbaijan": azerbaijani}

    assert neutral in forms_of(lexicon, entry)
    for whose, name in sides.items():
        assert neutral not in forms_of(lexicon, entry, whose)
        assert name is None or name in forms_of(lexicon, entry, whose)


@pytest.mark.parametrize(
    ("title", "of", "day", "holder"),
    [
        pytest.param("大統領", "azerbaijan", "1994-05-12", "heydar-aliyev", id="ceasefire-1994"),
        pytest.param("大統領", "azerbaijan", "2020-11-10", "ilham-aliyev", id="aliyev-2020"),
        pytest.param("大統領", "armenia", "2001-04-03", "robert-kocharyan", id="key-west-2001"),
        pytest.param("大統領", "armenia", "2016-04-02", "serzh-sargsyan", id="april-2016"),
        pytest.param("首相", "armenia", "2023-09-19", "nikol-pashinyan", id="pashinyan-2023"),
        pytest.param("外相", "armenia", "2020-10-10", "zohrab-mnatsakanyan", id="moscow-2020"),
        pytest.param("外相", "armenia", "2025-08-08", "ararat-mirzoyan", id="washington-2025"),
        pytest.param("外相", "azerbaijan", "2009-10-10", "elmar-mammadyarov", id="minister-2009"),
        pytest.param("外相", "azerbaijan", "2025-08-08", "jeyhun-bayramov", id="bayramov"),
        pytest.param("国防相", "armenia", "2020-09-27", "davit-tonoyan", id="tonoyan"),
        pytest.param(
            "大統領",
            "karabakh-authorities",
            "2023-09-19",
            "samvel-shahramanyan",
            id="september-2023",
        ),
        pytest.param(
            "国務相", "karabakh-authorities", "2022-12-12", "ruben-vardanyan", id="lachin-2022"
        ),
        pytest.param("団長", "euma", "2023-02-20", "markus-ritter", id="euma"),
    ],
)
def test_an_office_has_the_holder_of_its_day(
    lexicon: Lexicon, title: str, of: str, day: str, holder: str
) -> None:
    """An office is held on a day by the one who held it."""
    assert holders_of(lexicon, title, of, day) == {holder}


def test_the_entity_no_state_recognized_is_no_state(lexicon: Lexicon) -> None:
    """Its authorities are a body, its land a place, its people stand with neither state."""
    assert lexicon.actors["karabakh-authorities"].type is ActorType.ORGANIZATION
    assert lexicon.actors["nagorno-karabakh"].type is ActorType.PLACE
    assert lexicon.actors["bako-sahakyan"].side == "karabakh-authorities"


def test_plans_are_named_and_never_generic(lexicon: Lexicon) -> None:
    """No plan or body of the pack is known by a word that any such thing has."""
    own = [a for a in lexicon.actors.values() if a.pack == "karabakh"]
    texts = {form.text for actor in own for form in actor.forms}

    assert {"TRIPP", "マドリード原則"} <= texts
    assert texts.isdisjoint(
        {"和平協定", "平和条約", "共同声明", "3者声明", "平和維持部隊", "監視団", "国境画定委員会"}
    )


def test_loaded_words_say_whose_they_are(lexicon: Lexicon) -> None:
    """One concept has the words of both sides and of neither."""
    exodus = {word.text: word.whose for word in lexicon.words if word.concept == "exodus"}

    assert exodus["民族浄化"] == "armenia"
    assert exodus["自発的な退去"] == "azerbaijan"
    assert exodus["大量脱出"] is None


@pytest.mark.parametrize(
    ("issue", "word"),
    [
        pytest.param("territory", "ザンゲズール回廊", id="route"),
        pytest.param("legitimacy", "憲法改正", id="constitution"),
        pytest.param("process", "仮署名", id="treaty"),
        pytest.param("displaced", "避難民の帰還", id="return"),
        pytest.param("mines", "地雷地図", id="mines"),
        pytest.param("children-prisoners", "戦争捕虜", id="prisoners"),
    ],
)
def test_the_points_at_issue_have_their_words(lexicon: Lexicon, issue: str, word: str) -> None:
    """The pack adds the words of this conflict to the points at issue that core has, and two more."""
    assert lexicon.issues[issue].cues[word] >= 2


def test_without_the_pack_nobody_knows_this_conflict() -> None:
    """The ukraine pack holds no town, treaty or body that only this pack gives."""
    other = load_lexicon(("core", "ukraine"))

    assert not {"lachin", "tripp", "euma", "karabakh-authorities", "displaced"} & (
        other.actors.keys() | other.issues.keys()
    )
