"""By keyboard alone, on every page; and what the switches of the frame keep."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from soten.settings import Language
from soten.web.pages import PAGES
from soten.web.words import WORDS, Words
from tests.web.test_frame import PATHS
from tools.page_addresses import page_addresses

CSS = Path(__file__).parents[2] / "src" / "soten" / "web" / "static" / "css"
_COUNTED = re.compile(
    r"(?<!the )\{\w+\} (?:\w+ )?(?:reports|records|documents|copies|days|talks|statements|figures|stories|"
    r"places|sources|hands|claims|steps|mentions|numbers|characters)\b"
)


def test_help_opens_on_every_page_and_gives_the_focus_back(page: Page, server: str) -> None:
    """`?` lists the keys, Escape closes, the focus is where it was."""
    for address in page_addresses(lambda path: httpx.get(server + path).json()).values():
        page.goto(address)
        link = page.locator("header nav a").nth(1)
        link.focus()
        page.keyboard.press("?")
        assert page.locator("#keyhelp[open] kbd").count() >= 6, address
        page.keyboard.press("Escape")
        assert page.locator("#keyhelp[open]").count() == 0, address
        expect(link).to_be_focused()


def test_help_can_be_opened_by_a_button(page: Page) -> None:
    """Who knows no keys finds them at the foot; typing ? in a field types it."""
    page.goto("/statements")
    page.get_by_role("button", name="キー操作").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="閉じる").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".filters input").first.press_sequentially("?jk/")
    assert page.locator(".filters input").first.input_value() == "?jk/"


@pytest.mark.parametrize("path", [path for path in PATHS if path not in ("/review/log",)])
def test_lines_are_gone_through_by_j_and_k(page: Page, path: str) -> None:
    """J goes to the first line, again to the next, k back; the line is what has the focus."""
    page.goto(f"{path}?q=停戦" if path == "/search" else path)
    seen = []
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 300)"))
        tag = page.evaluate("document.activeElement.tagName")
        assert tag in ("LI", "TR", "ARTICLE", "DIV"), path

    assert seen[0] == seen[2]


def test_the_search_field_takes_the_focus_by_a_slash(page: Page) -> None:
    """On a page with a field that one, else the search page opens."""
    page.goto("/statements")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "party"
    page.goto("/sources/chains")
    page.keyboard.press("/")
    page.wait_for_url("**/search")


def test_evidence_opens_by_keys_alone(page: Page) -> None:
    """j, Enter: the words; Escape: closed; Tab goes on from the line."""
    page.goto("/statements")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("details.chip[open] blockquote")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("details.chip[open]")).to_have_count(0)


def test_the_first_tab_skips_to_the_content(page: Page) -> None:
    """The skip link is the first stop, is seen when focused, and leads behind the menu."""
    page.goto("/statements")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_switching_language_and_theme_keeps_the_address(page: Page, server: str) -> None:
    """Filters and place in the list stay; the language only is added."""
    page.goto("/statements?party=ukraine&limit=3")
    page.get_by_role("link", name="English").click()
    assert "party=ukraine" in page.url
    assert "limit=3" in page.url
    expect(page.locator("h1")).to_have_text("Statements")
    answer = httpx.get(
        server + "/theme", params={"theme": "dark", "back": "/statements?party=ukraine&limit=3"}
    )
    assert answer.headers["location"] == "/statements?party=ukraine&limit=3"


def test_counts_are_told_in_the_singular_where_they_are_one() -> None:
    """No English wording has a plural that does not look at its number."""
    tables = [WORDS, *(page.WORDS for page in PAGES)]
    wrong = {
        key: pair[1] for table in tables for key, pair in table.items() if _COUNTED.search(pair[1])
    }

    assert wrong == {}
    words = Words(WORDS, Language.EN)
    assert words("chip.hands", n=1) == "through 1 hand"
    assert words("chip.hands", n="1") == "through 1 hand"
    assert words("chip.hands", n=2) == "through 2 hands"


def test_nothing_of_a_page_comes_from_elsewhere_or_in_its_markup() -> None:
    """No style sheet imports another or names another machine."""
    for sheet in CSS.glob("*.css"):
        text = sheet.read_text("utf-8")
        assert "@import" not in text
        assert "//" not in re.sub(r"/\*.*?\*/|url\(\"data:[^\"]*\"\)", "", text, flags=re.DOTALL)
