"""Every record at its own address."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from soten.query import statements
from soten.records import Action
from soten.store import Proposal, open_ledger
from soten.web.site import Options
from tests.ledgers import hostile_reading, write_ledger
from tests.store.factory import LATER_RUN, full_reading, reading
from tests.web.conftest import NARROW, WIDE, looking, serving, violations


def some(server: str) -> dict[str, str]:
    """Return the id of one record of each kind that has a list of its own or is named in one."""
    (row, *_) = httpx.get(f"{server}/statements.json?limit=1").json()["data"]
    told = httpx.get(f"{server}/documents/{row['document']}.json").json()["data"]
    return {one["kind"]: one["id"] for one in told["records"]}


def test_every_kind_of_record_has_an_address(server: str, page: Page) -> None:
    """The page holds the words it rests on, a citation, and a way into the document."""
    for id in some(server).values():
        told = httpx.get(f"{server}/records/{id}.json").json()["data"]
        page.goto(f"/records/{id}")

        assert page.locator(".quoted mark").first.inner_text() == told["evidence"]["exact"]
        cited = httpx.get(f"{server}/records/{id}/citation", headers={"accept-language": "ja"}).text
        assert page.locator(".citation").inner_text() == cited
        assert id in cited
        page.locator("h2#evidence ~ p a").first.click()
        assert page.locator("#at").count() == 1


def test_a_record_has_selectors(server: str) -> None:
    """Position and quotation lead to the same words; UTF-16 offsets stand besides."""
    id = some(server)["statement"]
    told = httpx.get(f"{server}/records/{id}.json").json()["data"]

    target = told["annotation"]["target"]
    text = httpx.get(server + target["source"]).text
    position, quote = target["selector"]
    start, end = position["start"], position["end"]
    assert text[start:end] == quote["exact"] == told["evidence"]["exact"]
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])
    units = text.encode("utf-16-le")[2 * told["utf16"]["start"] : 2 * told["utf16"]["end"]]
    assert units.decode("utf-16-le") == quote["exact"]


def test_json_comes_at_the_same_address(server: str) -> None:
    """By ending and by `Accept`; JSON Lines hold the one record."""
    url = f"{server}/records/{some(server)['statement']}"
    told = httpx.get(f"{url}.json").json()

    assert httpx.get(url, headers={"accept": "application/json"}).json() == told
    assert json.loads(httpx.get(f"{url}.ndjson").text) == told["data"]
    assert httpx.get(f"{server}/records/st-none.json").status_code == 404


def test_the_citation_is_copied(browser: Browser, server: str) -> None:
    """By one press, with the address of the record; a live region says so."""
    context = browser.new_context(base_url=server, locale="ja-JP")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    id = some(server)["statement"]
    page.goto(f"/records/{id}")

    page.locator("main a[data-cite]").first.focus()
    page.keyboard.press("Enter")

    page.locator(".copied", has_text="コピーしました").first.wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{page.locator('.citation').inner_text()} {server}/records/{id}"
    context.close()


def test_a_record_no_longer_found_keeps_its_address(tmp_path: Path) -> None:
    """Its words are kept, and it is said that it is gone."""
    whole = full_reading()
    path = write_ledger(tmp_path / "ledger.db", whole)
    with open_ledger(path) as ledger:
        id = statements(ledger).rows[0].id
        ledger.put_reading(LATER_RUN, reading(whole.document, []))
    with serving(Options(str(path))) as address:
        page = httpx.get(f"{address}/records/{id}", headers={"accept-language": "en"})
        told = httpx.get(f"{address}/records/{id}.json").json()["data"]

    assert page.status_code == 200
    assert "no longer found" in page.text
    assert told["gone"] is True
    assert told["evidence"]["exact"] in page.text


def test_what_people_decided_is_seen(tmp_path: Path) -> None:
    """Who accepted a record and why stands on its page, and its state wherever it is shown."""
    path = write_ledger(tmp_path / "ledger.db", full_reading())
    with open_ledger(path) as ledger:
        row = statements(ledger).rows[0]
        ledger.decide([Proposal(Action.ACCEPT, (row.id,), why="<b>読んだ</b>")], by="aoki")
    with serving(Options(str(path))) as address:
        english = {"accept-language": "en"}
        own = httpx.get(f"{address}/records/{row.id}", headers=english).text
        within = httpx.get(f"{address}/documents/{row.document.id}", headers=english).text

    assert "accepted by a person" in own
    assert "aoki" in own
    assert "&lt;b&gt;読んだ" in own
    assert "accepted by a person" in within


def test_a_hostile_record_shows_as_itself(tmp_path: Path, browser: Browser) -> None:
    """Markup in words, names and descriptions is text."""
    path = write_ledger(tmp_path / "ledger.db", hostile_reading())
    with open_ledger(path) as ledger:
        ids = [stored.id for stored in ledger.records()]
    with serving(Options(str(path))) as address:
        page = browser.new_page(base_url=address)
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        for id in ids:
            page.goto(f"/records/{id}")
            assert page.locator("main script, main img, main i, main b[onclick]").count() == 0
            assert "\u202e" not in page.content()
        page.close()

    assert dialogs == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_pages_of_records_are_accessible(
    browser: Browser, server: str, theme: str, language: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing, and no page is wider than its window."""
    with looking(browser, server, size, theme) as page:
        page.goto(f"/records/{some(server)['statement']}?lang={language}")

        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
