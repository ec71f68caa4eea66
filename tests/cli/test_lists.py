"""The lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.cli.lists import ON_A_TERMINAL
from soten.export.table import width
from tests.cli.conftest import Run

LISTS = [
    *("talks", "positions", "claims", "disputes", "figures", "commitments", "statements"),
    *("timeline", "actors", "sources"),
]


@pytest.mark.parametrize("name", LISTS)
def test_pipes_get_json_lines(run: Run, ledger: Path, name: str) -> None:
    """In a pipe each row is one JSON object with its id."""
    found = run(name, "--ledger", ledger)
    rows = [json.loads(line) for line in found.stdout.splitlines()]

    assert found.exit_code == 0
    assert rows
    assert all(row["id"] for row in rows)


@pytest.mark.parametrize("name", LISTS)
def test_json_is_one_array(run: Run, ledger: Path, name: str) -> None:
    """With --json the whole answer is one array of the same rows."""
    array = json.loads(run(name, "--json", "--ledger", ledger).stdout)
    lines = run(name, "--ledger", ledger).stdout.splitlines()

    assert array == [json.loads(line) for line in lines]


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_terminals_get_a_table(run: Run, ledger: Path, name: str, language: str) -> None:
    """On a terminal a table fits its width, in the language asked for."""
    found = run(name, "--ledger", ledger, "--lang", language)
    lines = found.stdout.splitlines()

    assert found.exit_code == 0
    assert len(lines) > 2
    assert all(width(line) <= 100 for line in lines)


@pytest.mark.parametrize("name", ["talks", "positions", "commitments", "statements", "figures"])
def test_every_row_of_a_table_has_evidence_and_id(run: Run, ledger: Path, name: str) -> None:
    """A table's row names the exact words, the document, and what `soten show` takes."""
    table = run(name, "--table", "--ledger", ledger).stdout.replace(" ", "").replace("\n", "")

    for line in run(name, "--ledger", ledger).stdout.splitlines():
        row = json.loads(line)
        assert row["id"] in table
        assert row["source"]["name"] in table


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--party", "ko"], 2),
        (["--party", "甲国"], 2),
        (["--party", "otsu"], 0),
        (["--speaker", "aoki"], 1),
        (["--speaker", "アオキ"], 1),
        (["--issue", "ceasefire"], 2),
        (["--issue", "停戦"], 2),
        (["--act", "reject"], 1),
        (["--since", "2025-12-10"], 1),
        (["--until", "2025-12-10"], 1),
        (["--document", "b.txt"], 1),
        (["--limit", "1"], 1),
        (["--limit", "0"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_filters_narrow_a_list(run: Run, ledger: Path, words: list[str], ids: int) -> None:
    """Each filter lets through what it names, by id or by name."""
    found = run("statements", "--ledger", ledger, *words)

    assert found.exit_code == 0
    assert len(found.stdout.splitlines()) == ids


def test_what_is_left_out_is_said(run: Run, ledger: Path) -> None:
    """A list that is cut short says so on stderr."""
    assert "--limit 0" in run("statements", "--ledger", ledger, "--limit", "1").stderr
    assert run("statements", "--ledger", ledger, "--limit", "0").stderr == ""
    assert ON_A_TERMINAL >= 20


@pytest.mark.parametrize("name", [*LISTS, "figures --disagreeing", "figures --series"])
def test_rows_come_in_batches(
    run: Run, ledger: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few rows are asked for at a time, all come, in the same order."""
    whole = run(*name.split(), "--ledger", ledger).stdout

    monkeypatch.setattr("soten.cli.lists.BATCH", 1)

    assert run(*name.split(), "--ledger", ledger).stdout == whole
    assert run(*name.split(), "--limit", "1", "--ledger", ledger).stdout in whole


def test_nothing_found_is_no_error(run: Run, ledger: Path) -> None:
    """An empty answer is an empty array, and a word on stderr for people."""
    words = ("talks", "--since", "2030", "--ledger", ledger)

    assert run(*words, "--json").stdout == "[]\n"
    assert run(*words).stdout == ""
    assert run(*words, "--table").stderr == "nothing found\n"


def test_the_timeline_runs_either_way(run: Run, ledger: Path) -> None:
    """The earliest comes first, or the latest."""
    first = run("timeline", "--ledger", ledger).stdout.splitlines()
    last = run("timeline", "--ledger", ledger, "--newest-first").stdout.splitlines()

    assert json.loads(first[0])["when"]["edtf"] == "2025-12-03"
    assert sorted(first) == sorted(last)
    assert first != last


def test_figures_that_disagree_stand_together(run: Run, ledger: Path) -> None:
    """Two numbers for one thing are one answer with a group each."""
    (line,) = run("figures", "--disagreeing", "--ledger", ledger).stdout.splitlines()

    assert [group["value"] for group in json.loads(line)["groups"]] == [12, 30]


def test_a_series_is_asked_for_by_name(run: Run, ledger: Path) -> None:
    """Numbers of one quantity come on one axis; a name narrows, and needs --series."""
    (line,) = run("figures", "--series", "--ledger", ledger).stdout.splitlines()
    series = json.loads(line)

    assert [point["value"] for point in series["points"]] == [12, 30]
    assert run("figures", "--series", "死亡者", "--ledger", ledger).stdout == ""
    assert run("figures", "--series", series["id"], "--ledger", ledger).stdout == f"{line}\n"
    assert run("figures", "死者", "--ledger", ledger).exit_code == 2


def test_promises_are_seen_from_a_day(run: Run, ledger: Path) -> None:
    """`--on` says from which day a term is seen; --due and --overdue narrow by it."""
    asked = ("commitments", "--ledger", ledger)
    (line,) = run(*asked, "--on", "2025-12-30").stdout.splitlines()

    assert json.loads(line)["due"] == {"state": "ahead", "days": 1}
    assert run(*asked, "--on", "2025-12-30", "--due", "0").stdout == ""
    assert run(*asked, "--on", "2026-01-03", "--overdue").stdout != ""
    assert run(*asked, "--on", "soon").exit_code == 2


def test_a_promise_and_a_figure_are_shown_with_what_they_are_together(
    run: Run, ledger: Path
) -> None:
    """`show` tells of a promise what is told since, of a figure its series, of others neither."""
    ids = {
        kind: json.loads(run(kind, "--ledger", ledger).stdout.splitlines()[0])["id"]
        for kind in ("commitments", "statements")
    }
    figures = [json.loads(one) for one in run("figures", "--ledger", ledger).stdout.splitlines()]
    dead = next(one["id"] for one in figures if one["value"] == 12)

    def shown(id: str) -> dict[str, object]:
        found = json.loads(run("show", id, "--ledger", ledger).stdout)
        assert isinstance(found, dict)
        joined = found.get("joined", {})
        assert isinstance(joined, dict)
        return joined

    assert shown(ids["commitments"])["kind"] == "joined_commitment"
    assert shown(dead)["kind"] == "series"
    assert shown(ids["statements"]) == {}


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("name", LISTS)
def test_hostile_words_do_not_reach_the_terminal(run: Run, hostile: Path, name: str) -> None:
    """No list prints an escape sequence or a direction sign of a document."""
    output = run(name, "--ledger", hostile).output

    assert "\x1b" not in output
    assert "\u202e" not in output
