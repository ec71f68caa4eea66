"""The page one opens every morning."""

from __future__ import annotations

import time
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from soten.web import memo
from soten.web.pages import now
from soten.web.site import Options, Site
from tests.web.conftest import serving, violations


def test_the_first_page_tells_talks_and_what_changed(page: Page) -> None:
    """Its sections stand, and each line leads to its evidence."""
    page.goto("/?since=2025-08")

    assert page.locator("h2").all_inner_texts()[:2] == ["これからの会談", "直近の会談"]
    page.locator("details.chip summary").first.click()
    assert page.locator("details.chip[open] blockquote").first.inner_text()


def test_what_changed_is_data_too(server: str) -> None:
    """The same address gives what `soten changes` writes, with the talks."""
    told = httpx.get(f"{server}/index.json", params={"since": "2025-08"}).json()["data"]

    assert told["kind"] == "changes"
    assert set(told) >= {"talks", "claims", "shifts", "due", "overdue", "talks_ahead"}


def test_of_a_large_ledger_the_page_says_what_it_left_out(
    own_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the latest of each kind are looked at there: the page says so, and of which kinds."""
    monkeypatch.setattr(memo, "LARGE", 0)
    monkeypatch.setattr(now, "MOST_CHANGES", 1)
    with serving(Options(str(own_ledger))) as address, httpx.Client(base_url=address) as client:
        deadline = time.monotonic() + 60
        while client.get("/index.json?since=2024-01-01").status_code == 503:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        told = client.get("/index.json?since=2024-01-01").json()["data"]
        english, japanese = (
            client.get(f"/?since=2024-01-01&lang={to}").text for to in ("en", "ja")
        )

    assert len(told["documents"]) == 1
    assert {"document", "commitment"} <= set(told["cut"])
    assert "Only the latest 1 of each kind are looked at; there are more (" in english
    assert "種類ごとに最新の1件だけを見ています" in japanese


def test_talks_held_are_found_behind_those_that_lie_ahead(
    sample_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few are looked at, what lies ahead of the day does not push out what was held."""
    monkeypatch.setattr(now, "_LOOKED_AT", 2)
    site = Site(Options(str(sample_ledger)))
    try:
        _, held = now._talks(site, "2025-08-10")
    finally:
        site.close()

    assert [talk.date for talk in held] == ["2025-08-08", "2025-07-23"]


@pytest.mark.parametrize(("since", "status"), [("昨日", 400), ("run-nothing", 400)])
def test_a_day_that_is_none_is_refused(server: str, since: str, status: int) -> None:
    """An error says what is wrong, in one shape."""
    answer = httpx.get(f"{server}/index.json", params={"since": since})

    assert answer.status_code == status
    assert since in answer.json()["error"]["message"]


def test_the_first_page_is_light(browser: Browser, server: str) -> None:
    """All that a first visit fetches is less than 300 kB."""
    context = browser.new_context(base_url=server)
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto("/", wait_until="networkidle")

    assert 0 < sum(sizes) < 300_000
    context.close()


def test_an_empty_ledger_says_what_to_do(browser: Browser, tmp_path: Path) -> None:
    """The first visit shows the command that reads reports."""
    with serving(Options(str(tmp_path / "new.db"))) as address:
        context = browser.new_context(base_url=address, locale="en-GB")
        page = context.new_page()
        page.goto("/")

        assert page.locator("h1").inner_text() == "Nothing has been read yet"
        assert "soten --ledger new.db add" in page.locator("pre").first.inner_text()
        assert violations(page) == []
        context.close()
