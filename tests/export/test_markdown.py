"""The brief as Markdown and as text."""

from __future__ import annotations

from soten.export.columns import Names
from soten.export.markdown import brief_markdown, brief_text
from soten.query.brief import brief
from soten.settings import Language
from soten.store import Ledger

JA = Names(Language.JA, {"ceasefire": ("停戦", "ceasefire")})


def test_every_section_stands(ledger: Ledger) -> None:
    """The brief has its seven sections, in order."""
    text = brief_text(brief(ledger), JA)
    found = [line for line in text.splitlines() if line.startswith("## ")]

    assert [line.split("：")[0] for line in found[1:6]] == [
        "## 会談",
        "## 立場",
        "## 食い違う主張",
        "## 食い違う数値",
        "## 約束と期限",
    ]
    assert found[0].endswith("からの変化")
    assert found[6] == "## 文書と日付の根拠"


def test_one_talk_told_twice_is_one_line(ledger: Ledger) -> None:
    """A talk that was planned in one report and held in the next stands once, with both."""
    lines = brief_text(brief(ledger), JA).splitlines()
    at = lines.index("### 実施・継続中")

    assert lines[at + 2].startswith("- 2025年12月5日 | ")
    assert "実施 / 予定" in lines[at + 2]
    assert [line.split("」")[0] for line in lines[at + 3 : at + 5]] == [
        "  - 「両国の代表団は５日に首都で会い、成果なく終わった",
        "  - 「両国の代表団は５日に首都で協議する予定だ",
    ]


def test_what_moved_is_shown_with_both_words(ledger: Ledger) -> None:
    """A stance that changed stands with what it was and what it is, each in exact words."""
    text = brief_text(brief(ledger), JA)
    moved = text[text.index("### 態度の変化") :]

    assert "協議に応じる → 拒否" in moved
    assert "「停戦に応じる用意がある」" in moved
    assert "「停戦に応じない」" in moved


def test_markdown_shows_markup_of_documents(hostile: Ledger) -> None:
    """Tags, emphasis and links of a document are shown, not rendered."""
    text = brief_markdown(brief(hostile), JA)

    assert "<script" not in text
    assert "\\*太字\\*" in text
    assert "\\[手\\](javascript:1)" in text


def test_terminals_get_no_control_signs(hostile: Ledger) -> None:
    """Escape sequences of a document do not reach the terminal."""
    text = brief_text(brief(hostile), JA)

    assert "\x1b" not in text
    assert "␛[31m" in text
