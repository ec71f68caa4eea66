"""Every mistake in a pack is found, at its line, and none hides another."""

from __future__ import annotations

from pathlib import Path

import pytest

from soten.lexicon import LexiconError, Severity, check_pack
from soten.lexicon.problems import Problem

PACK = 'id: coast\ntitle: 海岸\nversion: "1"\n'
GOOD = "id: a, type: place, ja: 丘陵, en: Hill"


def check(folder: Path, file: str, content: str) -> list[str]:
    """Return the problems of a pack of one file as `line: entry: reason`."""
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    found = check_pack(folder)
    assert all(problem.file == str(path.resolve()) for problem in found)
    return [str(problem).removeprefix(f"{path.resolve()}:") for problem in found]


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        pytest.param(
            "actors/a.yaml", f"\n- {{{GOOD}, colour: red}}", "2: unknown key 'colour'", id="key"
        ),
        pytest.param(
            "actors/a.yaml", f"- {{{GOOD}, ja: 山}}", "1: key 'ja' stands twice", id="twice"
        ),
        pytest.param("actors/a.yaml", "- {id: Big Hill}", "1: id must be kebab-case", id="id"),
        pytest.param("actors/a.yaml", "- {id: a}", "1: a: lacks type, ja, en", id="incomplete"),
        pytest.param(
            "actors/a.yaml",
            "- id: a\n  type: ghost\n  ja: 霊\n  en: G",
            "2: a: type is 'ghost', which is none of person",
            id="enum",
        ),
        pytest.param(
            "actors/a.yaml", f"- {{{GOOD}, forms: 丘}}", "1: a: forms must be a list", id="list"
        ),
        pytest.param(
            "actors/a.yaml", f"- {{{GOOD}, forms: ['']}}", "1: a: a form is empty", id="empty-form"
        ),
        pytest.param(
            "actors/a.yaml", f"- {{{GOOD}, forms: [ヲ]}}", "1: a: a form is one kana", id="one-kana"
        ),
        pytest.param(
            "actors/a.yaml", f"- {{{GOOD}, lat: 91}}", "lat must be a number between", id="latitude"
        ),
        pytest.param(
            "actors/a.yaml", f"- {{{GOOD}, geonames: 1.5}}", "whole number", id="geonames"
        ),
        pytest.param("actors/a.yaml", f"- {{{GOOD}, wikidata: P31}}", "wikidata must be", id="qid"),
        pytest.param("actors/a.yaml", f"- {{{GOOD}, iso: ZZ}}", "nothing", id="iso-without-cldr"),
        pytest.param(
            "actors/a.yaml",
            f"- {{{GOOD}, side: atlantis}}",
            "1: a: side names 'atlantis', which no pack defines",
            id="dangling-side",
        ),
        pytest.param(
            "actors/a.yaml",
            f"- {{{GOOD}, forms: [{{text: 台地, whose: atlantis}}]}}",
            "forms names 'atlantis'",
            id="dangling-whose",
        ),
        pytest.param(
            "actors/a.yaml",
            f"- {{{GOOD},\n   roles: [{{title: 長, of: atlantis}}]}}",
            "2: a: roles names 'atlantis'",
            id="dangling-role",
        ),
        pytest.param(
            "actors/a.yaml",
            f"- {{{GOOD}, roles: [{{title: 長, from: 12月}}]}}",
            "1: a: from is no EDTF date: '12月'",
            id="edtf",
        ),
        pytest.param(
            "actors/a.yaml",
            f"- {{{GOOD}, roles: [{{title: 長, from: 2020, to: 2019}}]}}",
            "a role ends (2019) before it begins (2020)",
            id="role-order",
        ),
        pytest.param(
            "actors/a.yaml",
            f"- {{{GOOD}}}\n- {{{GOOD}}}",
            "2: a: defined in pack coast already",
            id="duplicate-id",
        ),
        pytest.param(
            "actors/a.yaml",
            "- {id: japan, type: state, ja: 日本, en: Japan}",
            "1: japan: defined in pack core already; say 'extend: true'",
            id="known-to-core",
        ),
        pytest.param(
            "actors/a.yaml",
            "- {id: nobody-at-all, extend: true}",
            "extends an entry that no earlier pack defines",
            id="extends-nothing",
        ),
        pytest.param(
            "actors/a.yaml",
            f"- {{{GOOD}, parent: b}}\n- {{id: b, type: place, ja: 峰, en: B, parent: a}}",
            "1: a: is its own parent in the end",
            id="circle",
        ),
        pytest.param("actors/a.yaml", "id: a", "1: must hold a list", id="no-list"),
        pytest.param("actors/a.yaml", "- a", "1: every item must be a mapping", id="no-mapping"),
        pytest.param("actors/a.yaml", "- {id: a\n- b", ": no YAML", id="no-yaml"),
        pytest.param(
            "titles.yaml", "- {text: 船頭, en: b}", "1: 船頭: key 'kind' is missing", id="missing"
        ),
        pytest.param(
            "titles.yaml",
            "- {text: 船頭, kind: rank, en: b}\n- {text: 船頭, kind: rank, en: b}",
            "2: 船頭: stands twice in this file",
            id="title-twice",
        ),
        pytest.param(
            "titles.yaml",
            "- {text: 船頭, kind: rank, en: b, speaks_for: yes}",
            "speaks_for must be true or false, not 'yes'",
            id="flag",
        ),
        pytest.param(
            "cues.yaml",
            "- {kind: denial, value: deny, pattern: '[お'}",
            "1: pattern does not compile",
            id="pattern",
        ),
        pytest.param(
            "cues.yaml",
            "- {kind: act, value: sing, pattern: 歌う}",
            "value is 'sing', which is none of",
            id="cue-value",
        ),
        pytest.param("verbs.yaml", "- {text: 歌う}", "a verb needs one of to, wo", id="verb"),
        pytest.param("verbs.yaml", "- {text: 歌う, to: sing}", "to is 'sing'", id="verb-act"),
        pytest.param("units.yaml", "- {text: 艘, unit: item, factor: 0}", "above 0", id="factor"),
        pytest.param("units.yaml", "- {text: 艘, unit: boat}", "unit is 'boat'", id="unit"),
        pytest.param(
            "issues.yaml",
            "- {id: a, ja: 題, en: A, cues: {題: 9}}",
            "must be 1, 2 or 3",
            id="weight",
        ),
        pytest.param(
            "issues.yaml",
            "- {id: a, extend: true, cues: {題: 1}}",
            "extends an issue that no earlier pack defines",
            id="issue",
        ),
        pytest.param(
            "words.yaml",
            "- {text: 語, concept: c, whose: atlantis}",
            "1: 語: whose names 'atlantis'",
            id="word",
        ),
        pytest.param("talks.yaml", "- {text: 茶会, form: party}", "form is 'party'", id="talk"),
        pytest.param("places/a.tsv", "id\tname\n", "1: the columns must be id", id="columns"),
        pytest.param(
            "places/a.tsv",
            "id\tgeonames\ten\tja\tforms\tparent\tlat\tlon\na\tx\tA\tあ\t\t\t\t\n",
            "2: a: no row of places",
            id="row",
        ),
    ],
)
def test_a_mistake_is_found_at_its_line(
    tmp_path: Path, file: str, content: str, expected: str
) -> None:
    """Each kind of mistake gives one problem that names its line, entry and value."""
    found = check(tmp_path, file, content)

    if expected == "nothing":
        assert found == []
    else:
        assert [text for text in found if expected in text], found


def test_all_problems_are_listed_in_order(tmp_path: Path) -> None:
    """One problem does not hide the next."""
    content = (
        "- {text: 一, kind: boss, en: a}\n- {text: 二}\n- {text: 三, kind: rank, en: c, z: 1}\n"
    )
    found = check(tmp_path, "titles.yaml", content)

    assert [text.split(":")[0] for text in found] == ["1", "2", "2", "3"]


def test_a_name_of_two_entries_is_a_warning(tmp_path: Path) -> None:
    """A form that two entries of one type share is allowed and pointed out."""
    content = f"- {{{GOOD}}}\n- {{id: b, type: place, ja: 丘陵, en: B}}\n"
    found = check(tmp_path, "actors/a.yaml", content)

    assert found == ["2: warning: b: form '丘陵' is a name of 'a' too"]
    assert [problem.severity for problem in check_pack(tmp_path)] == [Severity.WARNING]


def test_a_file_that_nothing_reads_is_a_warning(tmp_path: Path) -> None:
    """A misspelt file name does not go unnoticed."""
    (tmp_path / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "title.yaml").write_text("- 1", encoding="utf-8")

    (problem,) = check_pack(tmp_path)
    assert problem.reason == "no part of a pack has this name, so nothing reads it"


@pytest.mark.parametrize(
    "content", ["", "- 1\n", "title: 海\n", "id: core\ntitle: a\nversion: 1\n"]
)
def test_a_pack_must_describe_itself(tmp_path: Path, content: str) -> None:
    """`pack.yaml` needs an id of its own, a title and a version."""
    (tmp_path / "pack.yaml").write_text(content, encoding="utf-8")

    assert [problem for problem in check_pack(tmp_path) if problem.severity is Severity.ERROR]


def test_neutral_names_must_be_forms_of_entries(tmp_path: Path) -> None:
    """The naming policy names entries that exist and forms that they have."""
    content = PACK + "neutral: {japan: 日本, atlantis: 島, italy: 半島}\n"
    (tmp_path / "pack.yaml").write_text(content, encoding="utf-8")

    assert [problem.entry for problem in check_pack(tmp_path)] == ["atlantis", "italy"]


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    """A file that is not UTF-8 is reported and does not stop the check."""
    (tmp_path / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "units.yaml").write_bytes("- {text: 艘, unit: item}".encode("euc-jp"))

    (problem,) = check_pack(tmp_path)
    assert "no YAML" in problem.reason


def test_checking_nothing_is_an_error(tmp_path: Path) -> None:
    """A folder that is no pack cannot be checked."""
    with pytest.raises(LexiconError, match=r"holds no pack\.yaml"):
        check_pack(tmp_path)


def test_a_problem_without_a_line_names_the_file_only() -> None:
    """Line 0 means that no line can be named."""
    assert str(Problem("a.yaml", 0, None, "is empty")) == "a.yaml: is empty"
