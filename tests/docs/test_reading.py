"""`docs/reading.md` explains every rule that makes records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soten.ingest import Draft, read_paths
from soten.lexicon import bundled_packs, load_lexicon
from soten.pipeline import Reader

ROOT = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"^\| `([a-z…-]+)` \|", re.MULTILINE)


def rules_explained() -> list[str]:
    """Return the rules in the page's table; one that ends with … stands for all that begin so."""
    return _ROW.findall((ROOT / "docs" / "reading.md").read_text(encoding="utf-8"))


def is_explained(rule: str) -> bool:
    """Say whether the page's table has a row for a rule."""
    return any(
        rule.startswith(known[:-1]) if known.endswith("…") else rule == known
        for known in rules_explained()
    )


def test_every_rule_is_explained() -> None:
    """Each rule that makes a record of the samples stands in the page's table."""
    reader = Reader(load_lexicon(bundled_packs()))
    drafts = [draft for draft in read_paths([ROOT / "samples"]) if isinstance(draft, Draft)]
    records = [record for draft in drafts for record in reader.read(draft, "d-sample").records]
    rules = {rule for record in records if (rule := getattr(record, "rule", ""))}

    assert rules
    assert sorted(rule for rule in rules if not is_explained(rule)) == []


@pytest.mark.parametrize("rule", ["no-such-rule", "talk-noun", "denial-of-all"])
def test_a_rule_that_does_not_exist_is_not_explained(rule: str) -> None:
    """A name that no row covers counts as unexplained."""
    assert not is_explained(rule)
