"""Scores of readings against annotations, and their agreement with the shared scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any  # annotations are JSON

import pytest

from soten.evaluation import Measure, Scores, read_documents, read_gold, score
from soten.evaluation.report import difference_lines, report_lines, scores_object
from soten.export.archive import jsonl_lines
from soten.query import documents, records
from soten.records import InputError
from soten.store import open_ledger
from tests.ledgers import LATER, two_reports
from tests.store.factory import TEXT

SHARED = Path(__file__).resolve().parents[2].parent / "shared"

GOLD: dict[str, dict[str, Any]] = {
    "a.txt": {
        "document": "a.txt",
        "published": {"edtf": "2025-12-04", "basis": "stated", "why": ""},
        "entities": [
            {"id": "country-a", "kind": "state", "aliases": ["甲国"]},
            {"id": "aoki", "kind": "person", "aliases": ["アオキ"]},
            {"id": "b-army", "kind": "force", "aliases": ["乙国軍"]},
        ],
        "dates": [{"text": "３日", "edtf": "2025-12-03"}, {"text": "５日", "edtf": "2025-12-05"}],
        "statements": [
            {
                "text": "停戦に応じる用意がある",
                "speaker": "aoki",
                "act": "willing",
                "issues": ["ceasefire", "process"],
            },
            {
                "text": "北村を制圧した",
                "speaker": "ko-army",
                "act": "announce",
                "issues": ["battlefield"],
            },
        ],
        "talks": [
            {
                "text": "両国の代表団は５日に首都で協議する予定だ",
                "participants": ["country-a", "otsu"],
                "date": "2025-12",
                "status": "planned",
            }
        ],
        "figures": [
            {"text": "12人", "value": 12, "unit": "person"},
            {"text": "30人", "value": 31, "unit": "person"},
        ],
        "positions": [
            {
                "party": "country-a",
                "issue": "ceasefire",
                "stance": "open",
                "text": "停戦に応じる用意がある",
            }
        ],
        "claims": [
            {
                "what": "the village was taken",
                "asserted": [{"by": "ko-army", "text": "北村を制圧した"}],
                "denied": [{"by": "otsu-mod", "text": "これを否定した"}],
            }
        ],
        "commitments": [
            {"party": "country-a", "end": "2025-12-31", "text": "年末まで攻撃を控える"}
        ],
        "events": [{"text": "北村を制圧した", "type": "control-change"}],
    },
    "b.txt": {
        "document": "b.txt",
        "published": {"edtf": "2025-12-13", "basis": "inferred", "why": ""},
        "statements": [
            {
                "text": "少なくとも1万9000人が避難した",
                "speaker": "anonymous:当局者",
                "act": "assert",
                "issues": [],
            }
        ],
        "events": [{"text": "北村では20日に砲撃があった", "type": "assault"}],
    },
}


def files(folder: Path) -> tuple[Path, Path, Path]:
    """Write annotations, documents and a ledger; return where they are."""
    gold, texts = folder / "gold", folder / "texts"
    gold.mkdir()
    texts.mkdir()
    for name, told in GOLD.items():
        (gold / f"{name}.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    (texts / "a.txt").write_text(TEXT, "utf-8")
    (texts / "b.txt").write_text(LATER, "utf-8")
    return gold, texts, two_reports(folder / "ledger.db")


def scores_of(ledger_file: Path, gold: Path) -> Scores:
    """Return the scores of what a ledger holds."""
    with open_ledger(ledger_file) as ledger:
        held = list(documents(ledger))
        texts = {Path(document.name).name: document.text for document in held}
        readings = read_documents(texts, held, [row.record for row in records(ledger)])
    names = [path.name.removesuffix(".json") for path in sorted(gold.glob("*.json"))]
    return score((read_gold(gold / f"{n}.json", readings[n].text), readings[n]) for n in names)


def shared_scores(ledger_file: Path, gold: Path, texts: Path, folder: Path) -> dict[str, Any]:
    """Return what the shared scorer says of the same ledger."""
    exported = folder / "records.jsonl"
    with open_ledger(ledger_file) as ledger:
        exported.write_text("".join(f"{line}\n" for line in jsonl_lines(ledger)), "utf-8")
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(exported), str(gold)]
    run = subprocess.run([*command, str(texts), "--json"], capture_output=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def assert_agreement(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Every number of the shared scorer is ours, to three digits."""
    for name, value in theirs.items():
        if isinstance(value, dict):
            assert ours[name] == pytest.approx(value, abs=5e-4), name
        else:
            assert ours[name] == pytest.approx(value, abs=5e-4), name


def test_scores_of_a_small_gold(tmp_path: Path) -> None:
    """What is right, missed and wrong is counted as by hand."""
    gold, _, ledger = files(tmp_path)

    scores = scores_of(ledger, gold)
    counted = {m.value: (c.right, c.gold, c.system) for m, c in scores.kinds.items()}

    assert counted == {
        "mention": (2, 3, 3),
        "date": (1, 2, 1),
        "statement": (1, 3, 2),
        "statement_found": (1, 3, 2),
        "talk": (1, 1, 2),
        "figure": (1, 2, 3),
        "position": (1, 1, 3),
        "claim": (1, 1, 1),
        "dispute": (1, 1, 1),
        "commitment": (1, 1, 1),
        "event": (1, 2, 1),
    }
    assert scores.acts.recall == 1.0
    assert scores.issues.f1 == pytest.approx(2 / 3)
    assert scores.talk_status.recall == 1.0
    assert scores.published.recall == 0.5
    assert scores.evidence_not_in_text == 0


@pytest.mark.skipif(not (SHARED / "gold" / "score.py").is_file(), reason="no shared scorer here")
def test_the_shared_scorer_agrees_on_a_small_gold(tmp_path: Path) -> None:
    """On hand-made records both scorers say the same."""
    gold, texts, ledger = files(tmp_path)

    assert_agreement(
        scores_object(scores_of(ledger, gold)), shared_scores(ledger, gold, texts, tmp_path)
    )


@pytest.mark.skipif(not (SHARED / "gold" / "score.py").is_file(), reason="no shared scorer here")
@pytest.mark.parametrize(
    ("gold", "texts", "packs"),
    [
        pytest.param("gold", "seeds", ("core", "ukraine"), id="seeds"),
        pytest.param("gold/wild", "wild/docs", ("core",), id="wild"),
    ],
)
def test_the_shared_scorer_agrees_on_real_reports(
    gold: str, texts: str, packs: tuple[str, ...], tmp_path: Path
) -> None:
    """On real reports both scorers say the same to three digits."""
    from soten.pipeline import add_paths  # the tokenizer is slow to load

    ledger = tmp_path / "ledger.db"
    add_paths([SHARED / texts], str(ledger), packs)

    ours = scores_object(scores_of(ledger, SHARED / gold))

    assert_agreement(ours, shared_scores(ledger, SHARED / gold, SHARED / texts, tmp_path))


def test_differences_name_what_was_missed_and_wrong(tmp_path: Path) -> None:
    """The list of differences shows missed annotations and records that match none."""
    gold, _, ledger = files(tmp_path)

    lines = list(difference_lines(scores_of(ledger, gold), Measure.FIGURE))

    assert lines[0] == "== a.txt"
    assert lines[1].startswith("  - 「30人」 31 person")
    assert lines[2].startswith("  + 「30人」 30 person")
    assert lines[3] == "== b.txt"


def test_the_table_has_a_line_for_every_measure(tmp_path: Path) -> None:
    """Every measure stands in the table with its numbers."""
    gold, _, ledger = files(tmp_path)

    lines = list(report_lines(scores_of(ledger, gold)))

    assert [line.split()[0] for line in lines[1:12]] == [measure.value for measure in Measure]
    assert lines[1].split() == ["mention", "0.667", "0.667", "0.667", "3", "3"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "cannot be read"),
        ("[]", "not in the form"),
        ('{"dates": [{"text": "ない言葉", "edtf": "2025"}]}', "not in the document"),
        ('{"dates": [{"text": "３日"}]}', "lacks the field 'edtf'"),
        ('{"figures": [{"text": "12人", "value": "many", "unit": "person"}]}', "not in the form"),
    ],
)
def test_broken_annotations_are_named(tmp_path: Path, content: str, complaint: str) -> None:
    """An annotation file that cannot be used is named with the reason."""
    path = tmp_path / "a.txt.json"
    path.write_text(content, "utf-8")

    with pytest.raises(InputError, match=complaint) as raised:
        read_gold(path, TEXT)
    assert "a.txt.json" in str(raised.value)


def test_the_nth_occurrence_is_found(tmp_path: Path) -> None:
    """`nth` says which of several places is meant, counted from one."""
    path = tmp_path / "a.txt.json"
    path.write_text('{"dates": [{"text": "甲国", "nth": 2, "edtf": "2025"}]}', "utf-8")

    (date,) = read_gold(path, TEXT).dates

    assert date.span.start == TEXT.index("甲国", 1)
