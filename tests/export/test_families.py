from __future__ import annotations

import re
from pathlib import Path

from soten.export.families import reason_word
from soten.settings import Language

ROOT = Path(__file__).resolve().parents[2]


def test_every_reason_of_stories_has_a_word() -> None:
    """What `docs/joining.md` gives as reasons for stories is named in both languages."""
    page = (ROOT / "docs" / "joining.md").read_text(encoding="utf-8")
    reasons = re.findall(r"^\| `([a-z-]+)` \| story \|", page, re.MULTILINE)

    assert len(reasons) >= 4
    for why in reasons:
        assert reason_word(why, Language.JA) != why


def test_a_reason_without_a_word_is_shown_as_it_is() -> None:
    """A person's own reason is told in his words."""
    assert reason_word("同じ記者", Language.EN) == "同じ記者"
