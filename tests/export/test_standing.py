"""Stands, courses, shifts and distances written out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.export.archive import jsonl_lines
from soten.export.columns import Names
from soten.export.exchange import Object, line
from soten.export.standing import (
    course_lines,
    course_object,
    distance_lines,
    distance_object,
    matrix_lines,
    shift_object,
    shift_table,
)
from soten.export.table import width
from soten.query import courses, distances, shifts
from soten.records import Stance
from soten.settings import Language
from soten.store import Ledger, open_ledger
from tests.query.stands import say


@pytest.fixture
def moved(tmp_path: Path) -> Ledger:
    """Return a ledger in which 甲国 moved towards 乙国."""
    ledger = open_ledger(tmp_path / "moved.db")
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-05", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")
    say(ledger, "2025-12-01", "無条件の停戦に応じる用意", Stance.OPEN, speaker=None)
    say(ledger, "2025-12-02", "無条件の停戦に応じる考え", Stance.OPEN, speaker="envoy")
    return ledger


def read(value: Object) -> Object:
    """Return an object as a program reads it."""
    found: Object = json.loads(line(value))
    return found


def test_a_course_has_every_stand_with_its_evidence(moved: Ledger) -> None:
    """Each stand tells who voices it, how close, and every report of it."""
    with moved:
        (found,) = (c for c in courses(moved) if c.party.id == "ko")
    told = read(course_object(found))

    assert (told["kind"], told["state"]) == ("course", found.state.value)
    stands = told["stands"]
    assert isinstance(stands, list)
    first = stands[0]
    assert isinstance(first, dict)
    assert (first["closeness"], first["speaker"]) == ("head", "leader")
    assert first["evidence"] == {"start": 14, "end": 23, "exact": "無条件の停戦を拒む"}


def test_a_shift_has_both_quotations(moved: Ledger) -> None:
    """Before and after are stands of their own."""
    with moved:
        (found,) = shifts(moved).rows
    told = read(shift_object(found))

    assert (told["kind"], told["from"], told["to"]) == ("shift", "rejects", "open")
    assert isinstance(told["before"], dict)
    assert told["before"]["when"] == {"edtf": "2025-11-01", "basis": "own"}


def test_the_exchange_format_ends_with_shifts(moved: Ledger) -> None:
    """A shift comes after the positions it names, with the evidence of both."""
    with moved:
        lines = [json.loads(text) for text in jsonl_lines(moved)]
    told = lines[-1]
    ids = [each.get("id") for each in lines[:-1]]

    assert told["kind"] == "shift"
    assert told["before"]["position"] in ids
    assert told["after"]["position"] in ids
    assert told["evidence"] == told["after"]["evidence"]
    assert told["after"]["evidence"]["exact"] == "無条件の停戦に応じる考え"


def test_a_distance_has_what_it_rests_on(moved: Ledger) -> None:
    """Now and before each hold the number, the shared words and two stands."""
    with moved:
        (found,) = distances(moved, "ko", "otsu", since="2025-12-01")
    told = read(distance_object(found))

    assert told["movement"] == "closer"
    now, before = told["now"], told["before"]
    assert isinstance(now, dict)
    assert isinstance(before, dict)
    assert (now["value"], before["value"]) == (0.5, 1.0)
    assert now["shared"] == ["無条件", "停戦"]


def test_tables_fit_and_show_the_evidence(moved: Ledger, names: Names) -> None:
    """Whatever the language, tables are as wide as asked and quote every stand."""
    with moved:
        found, changed = courses(moved), shifts(moved).rows
        told = distances(moved, "ko", "otsu", since="2025-12-01")
    for lines in (
        list(course_lines(found, names, 100)),
        list(matrix_lines(found, names, 100)),
        list(shift_table(changed, names, 100)),
        list(distance_lines(told, names, 100)),
    ):
        assert all(width(text) <= 100 for text in lines if not text.startswith("■"))
        assert "po-" in "".join(lines)


def test_sentences_say_how_it_stands(moved: Ledger) -> None:
    """Fixed sentences, in Japanese and in English."""
    japanese = Names(Language.JA, {"ceasefire": ("停戦", "ceasefire")})
    english = Names(Language.EN, {"ceasefire": ("停戦", "ceasefire")})
    with moved:
        found = [c for c in courses(moved, since="2026-01") if c.party.id == "ko"]
        told = distances(moved, "ko", "otsu", since="2025-12-01")

    assert next(course_lines(found, japanese, 100)) == (
        "■ 甲国 ／ 停戦: 2026年1月1日以降、新しい表明なし（最後は2025年12月2日）。"
        "その後この争点に触れた文書は0件"
    )
    assert next(distance_lines(told, english, 100)) == (
        "■ ceasefire: 0.50 apart (half-way); since 1 December 2025: closer (1.00 → 0.50)"
    )


def test_nothing_is_written_of_nothing(names: Names) -> None:
    """Without an answer there is no heading either."""
    assert list(shift_table((), names, 80)) == []
    assert list(matrix_lines((), names, 80)) == []
    assert list(course_lines((), names, 80)) == []
    assert list(distance_lines((), names, 80)) == []
