from __future__ import annotations

import json
from pathlib import Path

from soten.export.answers import detail_object
from soten.export.archive import jsonl_lines
from soten.export.columns import Names
from soten.export.details import detail_lines
from soten.export.identities import reason_words
from soten.query import Filter, show
from soten.settings import Language
from soten.store import open_ledger
from tests.store.crowds import NAME, actor_of, listed_report, put, report, town_report

ONE = report(NAME, "報道官", side="ko", file="一")
OTHER = report(NAME, "大統領府報道官", side="ko", file="二", at="2025-12-08")
VARIANT = report("ドミーク・フェンスタル", "首相", file="三")


def test_identities_are_exported_after_the_records(tmp_path: Path) -> None:
    """Actors that are one are told in lines of their own; records keep their ids."""
    with open_ledger(tmp_path / "l.db") as ledger:
        put(ledger, ONE, OTHER, VARIANT, listed_report())
        lines = [json.loads(line) for line in jsonl_lines(ledger)]
        some = [json.loads(line) for line in jsonl_lines(ledger, Filter(document="三"))]
    told = [line for line in lines if line["kind"] == "identity"]
    both = sorted([actor_of(ONE), actor_of(OTHER)])

    assert [(line["id"], line["members"]) for line in told] == [
        (both[0], both),
        ("fens", [actor_of(VARIANT), "fens"]),
    ]
    (link,) = told[0]["links"]
    assert (link["one"], link["other"]) == (both[0], both[1])
    assert (link["why"], link["confidence"]) == ("same-name", 0.97)
    kinds = [line["kind"] for line in lines]
    assert kinds.index("identity") > max(at for at, k in enumerate(kinds) if k == "statement")
    assert actor_of(VARIANT) in {line["entity"] for line in lines if line["kind"] == "mention"}
    assert [line for line in some if line["kind"] == "identity"] == []


def test_an_actor_is_told_with_names_offices_and_reasons(tmp_path: Path) -> None:
    """The terminal shows how often each name is written, offices with days, and why each is one."""
    with open_ledger(tmp_path / "l.db") as ledger:
        put(ledger, ONE, OTHER, town_report(("北市", None), ("ノルト", "ko")))
        detail, town = show(ledger, NAME), show(ledger, "kita")
        lines = list(detail_lines(detail, Names(Language.JA, {}), 100, str))
        names = list(detail_lines(town, Names(Language.EN, {}), 100, str))
    known = min(actor_of(ONE), actor_of(OTHER))

    assert lines[0] == f"{NAME}  {known}"
    assert f"  名称: {NAME} ×2" in lines
    assert "  役職: 報道官 2025-12-04" in lines
    assert f"  同一: {NAME}  一の記事 (2025-12-04)" in lines
    assert f"    同じ氏名・名称 0.97 [ハインツ・ロデルマン、報道官、ko]  {actor_of(ONE)}" in lines
    assert "  name: ノルト ×1 (Ko)、北市 ×1" in names
    told = detail_object(detail)["identity"]
    assert isinstance(told, dict)
    assert told["members"] == [actor_of(ONE), actor_of(OTHER)]
    assert told["offices"] == [
        {"title": "報道官", "of": None, "from": "2025-12-04", "to": "2025-12-04"}
        | {"documents": [ONE.document.id]},
        {"title": "大統領府報道官", "of": None, "from": "2025-12-08", "to": "2025-12-08"}
        | {"documents": [OTHER.document.id]},
    ]


def test_every_documented_reason_of_actors_has_words() -> None:
    """Each reason of the table in docs/joining.md that joins actors is told in both languages."""
    table = (Path(__file__).parents[2] / "docs" / "joining.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| `")]
    reasons = [row[1].strip(" `") for row in rows if row[2].strip() == "actor"]

    assert len(reasons) == 8
    for why in reasons:
        assert reason_words(why, Language.EN) != why
        assert reason_words(why, Language.JA) != why
