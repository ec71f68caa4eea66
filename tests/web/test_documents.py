"""Documents with their records in place, and two stories side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from soten.query import documents
from soten.records import Span, Story
from soten.store import open_ledger
from soten.web.site import Options
from tests.ledgers import HOSTILE, hostile_reading, write_ledger
from tests.store.factory import document, full_reading, reading
from tests.web.conftest import NARROW, WIDE, looking, serving, violations

STORED = """[...document.querySelectorAll('#text .run')].map(run => [...run.childNodes]
  .filter(node => !node.matches('.sign')).map(node => node.textContent).join('')).join('')"""
"""The text as a browser holds it, without signs."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of an ordinary, a hostile, a long and an endless-line document."""
    long = document(
        "停戦を求めた。\n" * 4000,
        "long.txt",
        stories=(Story(Span(0, 16_000), "ko"), Story(Span(16_000, 32_000))),
    )
    endless = document("停" * 100_000, "endless.txt")
    return write_ledger(
        tmp_path_factory.mktemp("documents") / "ledger.db",
        full_reading(),
        hostile_reading(),
        reading(long, []),
        reading(endless, []),
    )


@pytest.fixture(scope="module")
def ids(ledger: Path) -> dict[str, str]:
    """Return the ids of the documents by name."""
    with open_ledger(ledger) as opened:
        return {d.name.rpartition("/")[2]: d.id for d in documents(opened)}


@pytest.fixture(scope="module")
def at(ledger: Path) -> Iterator[str]:
    """Return the address of a server on that ledger."""
    with serving(Options(str(ledger))) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, at: str) -> Iterator[Page]:
    """Return a page of a reader, which fails the test where script fails."""
    context = browser.new_context(base_url=at, locale="ja-JP", viewport=WIDE)  # type: ignore[arg-type]
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert troubles == []


def sample(server: str, name: str) -> str:
    """Return the id of a sample document."""
    rows = httpx.get(f"{server}/statements.json?limit=500").json()["data"]
    return next(str(row["document"]) for row in rows if name in row["source"]["name"])


def test_a_document_is_shown_as_stored(reader: Page, ids: dict[str, str]) -> None:
    """The text of the page is the stored one, character by character."""
    reader.goto(f"/documents/{ids['a.txt']}")

    assert reader.evaluate(STORED) == full_reading().document.text


def test_a_hostile_document_shows_as_itself(reader: Page, ids: dict[str, str]) -> None:
    """Markup is text, nothing runs, and what would turn the line is shown by its code."""
    name = next(name for name in ids if "calc" in name)
    reader.goto(f"/documents/{ids[name]}")

    drawn = HOSTILE.replace("\x1b", "␛").replace("\u202e", "<U+202E>")
    assert reader.evaluate(STORED) == drawn
    assert reader.locator("main script, main img, main [onclick], main [onerror]").count() == 0
    assert violations(reader) == []


@pytest.mark.parametrize("name", ["long.txt", "endless.txt"])
def test_a_long_text_is_read_in_parts(at: str, ids: dict[str, str], name: str) -> None:
    """Parts lead on to the end, no page is heavy, and a place far down has its part."""
    url = f"{at}/documents/{ids[name]}"
    first = httpx.get(f"{url}.json").json()["data"]

    whole = "".join(
        httpx.get(f"{url}.json?part={n + 1}").json()["data"]["text"]
        for n in range(len(first["parts"]))
    )

    assert whole == httpx.get(f"{url}/text").text
    assert len(httpx.get(url).content) < 300_000
    assert 'id="at"' in httpx.get(f"{url}?at=25000-25002").text
    assert 'rel="next"' in httpx.get(url).text


def test_a_long_line_does_not_widen_the_page(
    browser: Browser, at: str, ids: dict[str, str]
) -> None:
    """A hundred thousand characters without a break wrap on a phone."""
    context = browser.new_context(base_url=at, viewport=NARROW)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"/documents/{ids['endless.txt']}")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_text_comes_as_a_file(at: str, ids: dict[str, str]) -> None:
    """As plain text to be saved, never shown by the browser."""
    answer = httpx.get(f"{at}/documents/{ids['a.txt']}/text")

    assert answer.text == full_reading().document.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?at=5-2", 400),
        ("?at=x", 400),
        ("?at=1-999999", 400),
        ("?part=9", 400),
        ("?version=4", 400),
    ],
)
def test_what_is_not_there_is_refused(
    at: str, ids: dict[str, str], query: str, status: int
) -> None:
    """A place, part or version that there is not; a document that there is not."""
    assert httpx.get(f"{at}/documents/{ids['a.txt']}.json{query}").status_code == status
    assert httpx.get(f"{at}/documents/d-none.json").status_code == 404
    assert httpx.get(f"{at}/documents/d-none/text").status_code == 404


def test_records_come_with_selectors(at: str, ids: dict[str, str]) -> None:
    """Each record of the part says where it stands, in code points and in UTF-16 units."""
    told = httpx.get(f"{at}/documents/{ids['a.txt']}.json").json()["data"]

    for row in told["records"]:
        position, quote = row["selector"]
        assert told["text"][position["start"] : position["end"]] == quote["exact"]
        assert row["utf16"]["end"] - row["utf16"]["start"] >= len(quote["exact"])
    lines = httpx.get(f"{at}/documents/{ids['a.txt']}.csv").text.splitlines()
    assert len(lines) == len(told["records"]) + 1


def test_layers_stand_in_the_address(at: str, reader: Page, ids: dict[str, str]) -> None:
    """A form without script, and script at once, lead to the same address and the same marks."""
    url = f"/documents/{ids['a.txt']}"
    reader.goto(url)
    assert reader.locator(".sign.k-claim:visible").count() == 1

    reader.locator(".layers input[value=claim]").uncheck()

    assert reader.locator(".sign.k-claim:visible").count() == 0
    assert "claim" not in reader.url
    assert "layer=" in reader.url
    reader.reload()
    assert reader.locator(".sign.k-claim:visible").count() == 0
    assert not reader.locator(".layers input[value=claim]").is_checked()
    repeated = httpx.get(f"{at}{url}?layer=&layer=talk&layer=claim").text
    assert 'value="talk" checked' in repeated
    assert 'value="statement" checked' not in repeated


def test_layers_work_without_script(browser: Browser, at: str, ids: dict[str, str]) -> None:
    """The form takes them; a sign leads to the record's entry."""
    context = browser.new_context(base_url=at, java_script_enabled=False, viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"/documents/{ids['a.txt']}")
    page.locator(".layers input[value=statement]").uncheck()
    page.locator(".layers button").click()
    assert page.locator(".sign.k-statement:visible").count() == 0

    page.locator(".sign.k-claim").click()

    anchor = page.url.rpartition("#")[2]
    assert page.locator(f"#{anchor}.k-claim").is_visible()
    context.close()


def test_a_mark_shows_its_records(reader: Page, ids: dict[str, str]) -> None:
    """On hover, on focus, and gone by Escape; it names who, and links to the record."""
    reader.goto(f"/documents/{ids['a.txt']}")
    reader.locator(".sign.k-claim").hover()
    assert reader.locator("#card .k-claim a.own").is_visible()

    reader.keyboard.press("Escape")
    assert not reader.locator("#card").is_visible()

    reader.locator(".sign.k-talk").focus()
    reader.keyboard.press("Tab")
    reader.keyboard.press("Shift+Tab")
    assert reader.locator("#card .k-talk").is_visible()


def test_the_text_is_walked_by_keys(reader: Page, ids: dict[str, str]) -> None:
    """From the top by Tab alone to a layer, a sign, its records, and back to the sign."""
    reader.goto(f"/documents/{ids['a.txt']}")
    focused = "document.activeElement"
    for _ in range(60):
        reader.keyboard.press("Tab")
        if reader.evaluate(f"{focused}.matches('.sign.k-claim')"):
            break
    assert reader.evaluate(f"{focused}.matches('.sign.k-claim')")

    reader.keyboard.press("Enter")
    assert reader.evaluate(f"{focused}.id") == "card"
    reader.keyboard.press("Tab")
    assert reader.evaluate(f"!!{focused}.closest('#card')")

    reader.keyboard.press("Escape")
    assert reader.evaluate(f"{focused}.matches('.sign.k-claim')")


def test_a_selection_gives_a_link_to_its_place(reader: Page, ids: dict[str, str]) -> None:
    """The offsets in the link are those of the stored text, also behind signs drawn otherwise."""
    name = next(name for name in ids if "calc" in name)
    reader.goto(f"/documents/{ids[name]}")
    reader.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf('DROP TABLE');
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 10);
            return;
          }
        }"""
    )
    link = reader.locator("#selected .link")
    link.wait_for()

    start = HOSTILE.index("DROP TABLE")
    assert f"at={start}-{start + 10}" in str(link.get_attribute("href"))
    link.click()
    reader.wait_for_url("**#at")
    assert reader.locator(".m.at").all_inner_texts() == ["DROP TABLE"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_pages_of_documents_are_accessible(
    browser: Browser, server: str, theme: str, language: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing, and no page is wider than its window."""
    clippings = sample(server, "clippings")
    with looking(browser, server, size, theme) as page:
        for path in (f"/documents/{clippings}", f"/compare/{clippings}.0/{clippings}.1"):
            page.goto(f"{path}?lang={language}")

            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_copies_stand_side_by_side(server: str, page: Page) -> None:
    """From the document to its copy, differences marked and listed with the words of both."""
    clippings = sample(server, "clippings")
    page.goto(f"/documents/{clippings}")

    page.locator("a[href^='/compare/']").first.click()

    told = httpx.get(page.url.partition("?")[0] + ".json").json()["data"]
    assert told["family"]
    assert page.locator(".pair section").count() == 2
    assert page.locator("tbody tr").count() == len(told["differences"])
    assert page.locator(".pair .diff").count() >= len(told["differences"])
    assert httpx.get(f"{server}/compare/x/y.json").status_code == 400
