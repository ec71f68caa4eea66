"""What the lines of a page are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.ingest.paragraphs import find_paragraphs, kind_of, style_of, without_quotations


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("外務省は協議の結果を公表した。", "prose"),
        ("「準備は整った」", "prose"),
        ("❗️ 外務省は声明を出した。", "bulletin"),
        ("🔸 捕虜の数は約百人。", "bulletin"),
        ("・捕虜の交換", "item"),
        ("■監視団の規模", "item"),
        ("１．監視団の規模", "item"),
        ("監視団の規模と期間", "heading"),
        ("外相「準備は整った」", "heading"),
        ("【外相、監視団の規模に言及】", "bracketed"),
        ("外相、監視団の規模に言及】", "bracketed"),
        ("【外相、監視団の規模に言及", "bracketed"),
        ("【試験市＝山田】外務省は協議の結果を公表した。", "prose"),
        ("https://news.example/2025/10/04", "link"),
        ("news.example", "link"),
        ("#外交 #捕虜(251004)", "tag"),
        ("＃外交", "tag"),
        ("――――", "rule"),
        ("◇", "rule"),
        ("* * *", "rule"),
    ],
)
def test_a_line_is_known_by_its_form(line: str, kind: str) -> None:
    """Every kind of line is told by its form alone."""
    assert kind_of(line).value == kind


@pytest.mark.parametrize(
    ("paragraph", "style"),
    [
        ("首相は否定した。今後も協議を続けるという。", "plain"),
        ("首相は否定しました。今後も協議を続けるということです。", "polite"),
        ("首相は「協議を続けます。約束します」と述べた。", "plain"),
        ("首相は否定した。注目されます。", "mixed"),
        ("約百人。", "none"),
        ("協議は難航しています（写真は会場）。", "polite"),
    ],
)
def test_the_style_is_the_writers_not_the_speakers(paragraph: str, style: str) -> None:
    """The style of a paragraph is that of its sentences' ends, quotations left aside."""
    assert style_of(paragraph).value == style


def test_quotations_that_never_close_hide_the_rest() -> None:
    """What follows an opening bracket without a partner counts as quoted."""
    assert without_quotations("首相は「行く。と述べた。") == "首相は「"
    assert without_quotations("行く」と述べた。") == "行く」と述べた。"


@given(st.text(alphabet="。「」【】#・🔸あ亜 \n\t\u3000-a.:/", max_size=80))
def test_paragraphs_stand_where_they_say(text: str) -> None:
    """Each paragraph is exactly what its span covers, in order, and nothing visible is left out."""
    paragraphs = find_paragraphs(text)

    assert [p.span.cut(text) for p in paragraphs] == [p.text for p in paragraphs]
    assert "".join("".join(p.text.split()) for p in paragraphs) == "".join(text.split())
