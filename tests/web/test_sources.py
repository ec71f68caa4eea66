"""Sources: publishers, chains, words chosen, silence, wire families."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from soten.store import open_ledger
from soten.web import memo
from soten.web.site import Options
from tests.ledgers import later_reading, write_ledger
from tests.talkledger import ANNOUNCED, HELD, MOVED, fill
from tests.web.conftest import NARROW, WIDE, looking, serving, violations

COUNTING = "変化を数えています"
VIEWS = (
    "/sources",
    "/sources/chains",
    "/sources/words",
    "/sources/silence",
    "/sources/documents",
    "/families",
)


@pytest.fixture
def copied(tmp_path: Path, pack: Path) -> Iterator[str]:
    """Return the address of a server on a ledger with one story printed twice."""
    path = tmp_path / "copied.db"
    with open_ledger(path) as ledger:
        fill(ledger, pack, (ANNOUNCED, ("2031-05-03", ANNOUNCED[1] + "\n"), MOVED, HELD))
    with serving(Options(str(path))) as address:
        yield address


def test_copies_are_one_family_with_a_way_to_what_differs(copied: str, browser: Browser) -> None:
    """The first carrier stands first; a link leads to both side by side."""
    (family,) = httpx.get(f"{copied}/families.json").json()["data"]
    page = browser.new_page(base_url=copied, locale="en-GB")
    page.goto("/families")
    page.locator("li a.to").click()

    assert page.url.endswith(f"/families/{family['id']}")
    assert page.locator("main table").first.locator("tbody tr").count() == 2
    page.get_by_role("link", name="See what differs").click()
    assert "/compare/" in page.url
    assert httpx.get(f"{copied}/families/none.json").status_code == 404
    page.close()


def test_publishers_and_documents_are_counted(server: str) -> None:
    """All documents of the ledger are of some publisher, or of one that is unknown."""
    publishers = httpx.get(f"{server}/sources.json").json()["data"]
    documents = httpx.get(f"{server}/sources/documents.json?limit=500").json()["data"]

    assert sum(one["documents"] for one in publishers) == len(documents)
    first = httpx.get(f"{server}/sources/documents.json?limit=2").json()
    assert [one["id"] for one in first["data"]] == [one["id"] for one in documents[:2]]


def test_words_are_compared_and_each_count_has_an_example(server: str) -> None:
    """A count leads to a record of the word."""
    found = httpx.get(f"{server}/sources/words.json").json()["data"]
    for choice in found[:3]:
        for word in choice["words"][:3]:
            for use in word["uses"][:1]:
                told = httpx.get(f"{server}/records/{use['example']}.json").json()["data"]
                assert told["evidence"]["exact"]


def test_silence_is_seen_from_a_day(server: str) -> None:
    """A day that is none is refused."""
    assert httpx.get(f"{server}/sources/silence.json?on=2026-01-01").status_code == 200
    assert httpx.get(f"{server}/sources/silence.json?on=x").status_code == 400


@pytest.mark.parametrize(("theme", "language"), [("light", "ja"), ("dark", "en")])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_family_is_accessible(
    browser: Browser, copied: str, theme: str, language: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing, and no page is wider than its window."""
    with looking(browser, copied, size, theme) as page:
        (family,) = httpx.get(f"{copied}/families.json").json()["data"]
        for path in (*VIEWS, f"/families/{family['id']}"):
            page.goto(f"{path}?lang={language}")
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_older_count_says_of_when_it_is(
    own_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a large ledger the last count is shown while it is counted anew, and the page says so."""
    monkeypatch.setattr(memo, "LARGE", 0)
    paths = (
        "/sources",
        "/sources/silence?on=2026-01-01",
        "/actors",
        "/?since=2025-08",
    )
    with serving(Options(str(own_ledger))) as address, httpx.Client(base_url=address) as client:
        deadline = time.monotonic() + 60
        for path in paths:
            while (page := client.get(path)).status_code == 503 or COUNTING in page.text:
                assert time.monotonic() < deadline
                time.sleep(0.05)
        write_ledger(own_ledger, later_reading())
        for path in paths:
            assert "Counted at" in client.get(f"{path}{'&' if '?' in path else '?'}lang=en").text


def test_an_empty_and_a_hostile_ledger_are_shown(bare: tuple[str, str]) -> None:
    """Nothing read yet, and markup for names: text on every page."""
    for address in bare:
        for path in VIEWS:
            page = httpx.get(address + path)
            assert page.status_code == 200
            assert "<script>alert" not in page.text
