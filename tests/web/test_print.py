"""Pages on paper: what is read stays, what is clicked goes, nothing is cut off."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tools.page_addresses import page_addresses

A4_WIDTH = 688
"""CSS pixels between the margins of a sheet."""

_CUT_OFF = """() => [...document.querySelectorAll('main *')].filter((one) => {
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  if (box.width < 2 || box.height < 2 || one.closest('.hidden, svg, .leaflet-container')) return false;
  const scrolls = ['auto', 'scroll', 'hidden'].includes(style.overflowX);
  return box.right > innerWidth + 1 || (scrolls && one.scrollWidth > one.clientWidth + 1);
}).map((one) => one.tagName + '.' + one.getAttribute('class')).slice(0, 3)"""

_CLICKED = """() => [...document.querySelectorAll('nav, button, input, select, textarea, .skip, dialog')]
  .filter((one) => one.getClientRects().length).map((one) => one.outerHTML.slice(0, 80)).slice(0, 3)"""


@pytest.fixture(scope="module")
def sheet(browser: Browser, server: str) -> Iterator[Page]:
    """Return a page as wide as a sheet, of a reader who likes it dark."""
    size = {"width": A4_WIDTH, "height": 1000}
    context = browser.new_context(
        base_url=server,
        locale="ja-JP",
        viewport=size,  # type: ignore[arg-type]  # playwright's own dict
        color_scheme="dark",
    )
    yield context.new_page()
    context.close()


def compact(words: str) -> str:
    """Return words without the spaces of the layout; signs that share a glyph are folded."""
    return "".join(unicodedata.normalize("NFKC", words).replace("‧", "・").split())


def test_every_page_prints(sheet: Page, server: str) -> None:
    """Headings and evidence are on paper; navigation, forms and the other formats are not."""
    troubles: list[str] = []
    for name, address in page_addresses(lambda path: httpx.get(server + path).json()).items():
        sheet.emulate_media(media="screen")
        sheet.goto(address)
        menu = compact("".join(sheet.locator("header nav li").all_inner_texts()))
        records = sheet.locator("details.chip").evaluate_all(
            "all => all.map(o => o.dataset.record)"
        )
        sheet.emulate_media(media="print")
        heading = compact(sheet.locator("h1").first.inner_text())
        cut_off, clicked = sheet.evaluate(_CUT_OFF), sheet.evaluate(_CLICKED)
        paper = sheet.evaluate("getComputedStyle(document.documentElement).colorScheme")
        pdf = PdfReader(io.BytesIO(sheet.pdf(prefer_css_page_size=True, format="A4")))
        text = compact("".join(page.extract_text() for page in pdf.pages))
        checks = {
            "is cut off": not cut_off,
            "has something to click": not clicked,
            "is dark": paper == "light",
            "lacks its heading": heading in text,
            "has the menu": menu not in text,
            "has the foot": "外部と通信" not in text and "JSONLines" not in text,
            "lacks where it is from": "samples.db」から" in text,
            "lacks the address of evidence": not records or compact(records[0]) in text,
        }
        troubles += [
            f"{name} {what} {cut_off} {clicked}" for what, holds in checks.items() if not holds
        ]

    assert troubles == []


def test_evidence_on_paper_says_whose_words_when_and_where(sheet: Page) -> None:
    """Beside the words: publisher, date, and the address of the record."""
    sheet.emulate_media(media="screen")
    sheet.goto("/statements?limit=3")
    line = sheet.locator(".lines > li").first
    said = compact(line.locator(".said").inner_text())
    source = compact(line.locator(".source").inner_text())
    day = compact(line.locator(".chip .on").inner_text())
    address = line.locator(".chip").get_attribute("data-record") or ""
    sheet.emulate_media(media="print")
    pdf = PdfReader(io.BytesIO(sheet.pdf(prefer_css_page_size=True, format="A4")))
    text = compact("".join(page.extract_text() for page in pdf.pages))

    assert all(words in text for words in (said, source, day, address))
