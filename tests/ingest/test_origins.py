"""Whom a page says it took its text from."""

from __future__ import annotations

import pytest

from soten.ingest.origins import find_origin

OUTLETS = {"試験通信": "test-agency", "試験放送": "test-tv", "TST": "test-wire"}
STORY = "外務省は四日、協議を来週開くと発表した。"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        pytest.param(f"[試験市 4日 試験通信] - {STORY}", ("test-agency",), id="dateline"),
        pytest.param(f"【試験市＝試験通信】{STORY}", ("test-agency",), id="newspaper-dateline"),
        pytest.param(f"{STORY}（試験通信）", ("test-agency",), id="credit"),
        pytest.param(f"{STORY}\n（TST試験通信）", ("test-agency",), id="credit-line"),
        pytest.param(f"{STORY}\n出典：試験放送 10月4日", ("test-tv",), id="source"),
        pytest.param(f"{STORY}\nソース: 週刊架空", ("週刊架空",), id="unknown-source"),
        pytest.param(
            f"{STORY}\n出典：試験放送、週刊架空", ("test-tv", "週刊架空"), id="two-sources"
        ),
        pytest.param(
            f"{STORY} (英語記事 Talks to open next week)",
            ("英語記事 Talks to open next week",),
            id="original",
        ),
        pytest.param(f"週刊架空からの翻訳\n\n{STORY}", ("週刊架空",), id="translated-from"),
        pytest.param(f"以下はTSTの記事の全訳です。\n\n{STORY}", ("test-wire",), id="translated"),
        pytest.param(f"{STORY}\nPosted by hana on October 4, 2025", ("hana",), id="posted-by"),
        pytest.param(
            f"試験日記\n\n隣国の報道を訳しています。\n\nOtherBlog2025年10月4日 協議へ\n\n{STORY}"
            "\n\nPosted by hana on October 4, 2025",
            ("OtherBlog", "試験日記"),
            id="blog-of-a-blog",
        ),
    ],
)
def test_the_chain_is_what_the_page_shows(text: str, origin: tuple[str, ...]) -> None:
    """Credits and named sources are given innermost first, by id where the outlet is known."""
    assert find_origin(text, OUTLETS) == origin


@pytest.mark.parametrize(
    "text",
    [
        "",
        STORY,
        "試験通信によると、協議は来週開かれる。",
        "外務省は試験放送の報道を否定した。",
        "外相は「出典：不明」と述べた。",
        "彼は詩を翻訳した。",
        "外相の日記\n" + STORY,
        "協議は続いた。（注）",
        "TSTX（仮称）は存在しない。",
    ],
)
def test_a_report_about_an_outlet_is_no_origin(text: str) -> None:
    """A page that shows no source has none, whatever outlets its text speaks of."""
    assert find_origin(text, OUTLETS) == ()


def test_a_longer_word_is_not_an_outlet() -> None:
    """A form that is only the beginning of a longer Latin word is not recognized."""
    assert find_origin("出典：TSTX 10月4日", OUTLETS) == ("TSTX 10月4日",)
