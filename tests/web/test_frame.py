"""What all pages share: headers, formats, errors, languages, looks."""

from __future__ import annotations

import json

import httpx
import pytest
from playwright.sync_api import Browser, Page

from soten.web.app import create_app
from soten.web.site import Options
from tests.web.conftest import NARROW, WIDE, looking, violations

PATHS = [
    "/index",
    "/positions",
    "/positions/shifts",
    "/statements",
    "/timeline",
    "/map",
    "/talks",
    "/commitments",
    "/disputes",
    "/claims",
    "/figures",
    "/places",
    "/actors",
    "/actors/network",
    "/sources",
    "/sources/words",
    "/families",
    "/search",
    "/changes",
    "/review",
    "/review/log",
]
"""Every page that takes no id; each module of pages is tested closer in a file of its own."""


def test_an_answer_lets_nothing_be_loaded_from_elsewhere(server: str) -> None:
    """No inline script, no other origin, no framing, no sniffing; also on errors and files."""
    for path in (*PATHS, "/nothing", "/static/css/soten.css"):
        headers = httpx.get(server + path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", PATHS)
def test_one_address_gives_page_and_data(server: str, path: str) -> None:
    """By ending and by `Accept`: JSON, JSON Lines, CSV."""
    told = httpx.get(f"{server}{path}.json").json()
    accepted = httpx.get(server + path, headers={"accept": "application/json"}).json()

    assert told == accepted
    assert set(told) >= {"data"}
    assert httpx.get(f"{server}{path}.csv").headers["content-type"].startswith("text/csv")
    lines = httpx.get(f"{server}{path}.ndjson").text.splitlines()
    data = told["data"]
    rows = data if isinstance(data, list) else data.get("ties", [data])
    assert [json.loads(line) for line in lines] == rows


def test_errors_have_one_shape(server: str) -> None:
    """Nothing there, a filter that names nothing, a parameter that is no number."""
    for path, status in (
        ("/nothing.json", 404),
        ("/statements.json?party=zzz", 400),
        ("/statements.json?limit=x", 422),
    ):
        answer = httpx.get(server + path)
        assert answer.status_code == status
        assert set(answer.json()["error"]) == {"status", "code", "message"}


def test_an_error_page_does_not_echo_markup(server: str) -> None:
    """What stands in the address comes back as text."""
    page = httpx.get(server + "/statements?party=<script>alert(1)</script>").text

    assert "<script>alert" not in page


def test_an_answer_that_has_not_changed_is_not_sent_again(server: str) -> None:
    """The entity tag of one answer is what the next request may name."""
    first = httpx.get(server + "/statements")
    again = httpx.get(server + "/statements", headers={"if-none-match": first.headers["etag"]})

    assert again.status_code == 304
    assert again.content == b""


def test_a_list_says_where_it_goes_on(server: str) -> None:
    """The `Link` header and the envelope name the next page, which holds other rows."""
    first = httpx.get(server + "/statements.json?limit=2")
    target = first.headers["link"].partition(">")[0].removeprefix("<")
    following = httpx.get(server + target, headers={"accept": "application/json"}).json()

    assert first.json()["next"]
    ids = [row["id"] for row in first.json()["data"]]
    assert not set(ids) & {row["id"] for row in following["data"]}


@pytest.mark.parametrize(
    ("headers", "language"),
    [({"accept-language": "en-GB,ja;q=0.5"}, "en"), ({"accept-language": "fr"}, "ja"), ({}, "ja")],
)
def test_the_browsers_language_is_taken(
    server: str, headers: dict[str, str], language: str
) -> None:
    """English or Japanese by the header; Japanese where it asks for neither."""
    answer = httpx.get(server + "/statements", headers=headers)

    assert answer.headers["content-language"] == language
    assert f'<html lang="{language}"' in answer.text


def test_the_theme_leads_back_to_this_server_only(server: str) -> None:
    """An address elsewhere is not gone to."""
    for back in ("//evil.example/", "https://evil.example/", "/\\evil.example"):
        answer = httpx.get(server + "/theme", params={"theme": "dark", "back": back})
        assert answer.headers["location"] == "/"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_page_is_accessible(
    browser: Browser, server: str, path: str, theme: str, language: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing, and no page is wider than its window."""
    with looking(browser, server, size, theme) as page:
        page.goto(f"{path}?lang={language}")

        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_works_without_script(browser: Browser, server: str) -> None:
    """Evidence opens, filters filter."""
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/statements")
    page.locator("details.chip summary").first.click()

    assert page.locator("details.chip[open] blockquote").first.is_visible()
    context.close()


def test_escape_closes_the_evidence(page: Page) -> None:
    """A chip opens by key and closes by Escape."""
    page.goto("/statements")
    page.locator("details.chip summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.chip[open]").count() == 1

    page.keyboard.press("Escape")

    assert page.locator("details.chip[open]").count() == 0


def test_a_ledger_that_is_not_there_is_made(tmp_path: object) -> None:
    """Serving begins with an empty ledger as well."""
    app = create_app(Options(f"{tmp_path}/new.db"))

    assert app.state.site.ledger.last_day() is None
    app.state.site.close()
