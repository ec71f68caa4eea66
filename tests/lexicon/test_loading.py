"""Packs are found, layered, and refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from soten.lexicon import LexiconError, bundled_packs, check_pack, load_lexicon
from soten.lexicon.entries import FormKind
from soten.records import Act, ActorType, Unit

PACK = 'id: coast\ntitle: 海岸\nversion: "1"\n'


def make_pack(folder: Path, **files: str) -> Path:
    """Write a pack; `actors__x` stands for `actors/x.yaml`, `places__x` for `places/x.tsv`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(files.pop("pack", PACK), encoding="utf-8")
    for name, content in files.items():
        suffix = ".tsv" if name.startswith("places__") else ".yaml"
        path = folder / (name.replace("__", "/") + suffix)
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def problems_of(folder: Path) -> list[str]:
    """Return the problems of a pack as `file:line: entry: reason`, the folder cut off."""
    found = [str(problem) for problem in check_pack(folder)]
    return [text.removeprefix(f"{folder.resolve()}/") for text in found]


def test_core_comes_first_and_once() -> None:
    """Core is loaded first, whether it is named or not."""
    assert bundled_packs()[0] == "core"
    assert [pack.id for pack in load_lexicon(["core", "core"]).packs] == ["core"]
    assert [pack.id for pack in load_lexicon([]).packs] == ["core"]


def test_a_folder_is_layered_on_core(tmp_path: Path) -> None:
    """A pack of one's own adds entries and keeps those of core."""
    folder = make_pack(
        tmp_path / "coast",
        actors__people=(
            "- id: ana-marin\n  type: person\n  ja: アナ・マリン\n  en: Ana Marin\n"
            "  side: portugal\n  roles:\n    - {title: 特使, of: un, from: 2021-03, to: 2022}\n"
        ),
        verbs="- {text: 啖呵を切る, to: assert}\n",
        units="- {text: 艘隊, unit: item, factor: 3}\n",
        words="- {text: 協調, concept: harmony, whose: portugal}\n",
    )

    lexicon = load_lexicon([folder])

    marin = lexicon.actors["ana-marin"]
    assert [(form.text, form.kind) for form in marin.forms] == [
        ("アナ・マリン", FormKind.NAME),
        ("マリン", FormKind.SHORT),
    ]
    assert (marin.roles[0].start, marin.roles[0].end, marin.pack) == ("2021-03", "2022", "coast")
    assert lexicon.actors["portugal"].name_ja == "ポルトガル"
    assert lexicon.verbs[-1].acts == {next(iter(lexicon.verbs[-1].acts)): Act.ASSERT}
    assert lexicon.units[-1].unit is Unit.ITEM
    assert lexicon.words[-1].whose == "portugal"


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        pytest.param("", ["ハフェン"], id="last-part"),
        pytest.param("  short: [ファンデルハフェン]\n", ["ファンデルハフェン"], id="listed"),
        pytest.param("  short: []\n", [], id="none-wanted"),
    ],
)
def test_a_person_has_a_family_name_alone(tmp_path: Path, short: str, expected: list[str]) -> None:
    """A katakana person's short form is the last part unless the file lists short forms."""
    entry = "- id: a\n  type: person\n  ja: ヤン・ファン・デル・ハフェン\n  en: A\n"
    lexicon = load_lexicon([make_pack(tmp_path, actors__a=entry + short)])

    shorts = [f.text for f in lexicon.actors["a"].forms if f.kind is FormKind.SHORT]
    assert shorts == expected


def test_an_entry_without_katakana_parts_has_no_short_form(tmp_path: Path) -> None:
    """Kanji names and names of one part get no short form of their own."""
    entry = "- {id: a, type: person, ja: 山川海人, en: A, forms: [ヤマカワ]}\n"
    lexicon = load_lexicon([make_pack(tmp_path, actors__a=entry)])

    assert all(form.kind is FormKind.NAME for form in lexicon.actors["a"].forms)


def test_a_later_pack_extends_an_entry(tmp_path: Path) -> None:
    """`extend: true` adds forms and roles to an entry of an earlier pack."""
    entry = "- {id: portugal, extend: true, forms: [{text: 葡国, whose: spain}]}\n"
    lexicon = load_lexicon([make_pack(tmp_path, actors__a=entry)])

    portugal = lexicon.actors["portugal"]
    assert portugal.type is ActorType.STATE
    assert {"ポルトガル", "葡国"} <= {form.text for form in portugal.forms}


def test_a_written_entry_refines_a_row_of_a_places_table(tmp_path: Path) -> None:
    """A row of a table may be refined without saying so, and keeps its coordinates."""
    table = (
        "id\tgeonames\ten\tja\tforms\tparent\tlat\tlon\n"
        "porto-novo-beach\t77\tBeach\t浜辺\t砂浜町\tportugal\t10.5\t-3\n"
    )
    entry = "- {id: porto-novo-beach, ja: 新浜, type: place, en: New Beach}\n"
    lexicon = load_lexicon([make_pack(tmp_path, places__a=table, actors__a=entry)])

    beach = lexicon.actors["porto-novo-beach"]
    assert (beach.name_ja, beach.latitude, beach.geonames) == ("新浜", 10.5, 77)
    assert [form.text for form in beach.forms] == ["新浜", "浜辺", "砂浜町"]


def test_the_digest_follows_the_data(tmp_path: Path) -> None:
    """Two packs that differ in one value have different versions, the same pack has one."""
    folder = make_pack(tmp_path, units="- {text: 艘隊, unit: item}\n")
    before = load_lexicon([folder]).version
    assert load_lexicon([folder]).version == before

    make_pack(tmp_path, units="- {text: 艘隊, unit: other}\n")
    assert load_lexicon([folder]).version != before


def test_an_unknown_pack_is_refused_by_name(tmp_path: Path) -> None:
    """A name that is no pack is refused with the names that are; so is an empty folder."""
    with pytest.raises(LexiconError, match="no-such-pack is no folder and no bundled pack"):
        load_lexicon(["no-such-pack"])
    with pytest.raises(LexiconError, match=r"holds no pack\.yaml"):
        load_lexicon([tmp_path])


def test_a_broken_pack_is_refused_with_file_and_line(tmp_path: Path) -> None:
    """The error names the file, the line, the entry and how many problems follow."""
    titles = "- {text: 灯台守, kind: office, en: keeper}\n- {text: 船頭, kind: boss, en: b, x: 1}\n"
    folder = make_pack(tmp_path, titles=titles)

    with pytest.raises(LexiconError, match=r"titles\.yaml:2: .*unknown key 'x'.*and 1 more"):
        load_lexicon([folder])


def test_scalars_are_read_as_written(tmp_path: Path) -> None:
    """`no`, `2025` and a bare date keep their letters: YAML guesses nothing."""
    entry = (
        "- {id: no, type: organization, ja: 否, en: NO, forms: [on, 1984],"
        " roles: [{title: 議長, of: un, from: 2025-01-20}]}\n"
    )
    actor = load_lexicon([make_pack(tmp_path, actors__a=entry)]).actors["no"]

    assert (actor.name_en, actor.roles[0].start) == ("NO", "2025-01-20")
    assert [form.text for form in actor.forms] == ["否", "on", "1984"]
