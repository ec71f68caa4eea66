"""What fails: error pages in both languages, and requests of scripts that do not get through."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Route, expect

from soten.records import LedgerError
from soten.web.app import create_app
from soten.web.site import Options
from tests.web.conftest import NARROW, serving, violations


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/records/nothing", 404),
        ("GET", "/statements?party=zzz", 400),
        ("GET", "/statements?limit=x", 422),
        ("DELETE", "/statements", 403),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_error_is_a_page_like_the_others(
    server: str, method: str, path: str, status: int, language: str
) -> None:
    """It has the frame, says what to do, and leads back; nothing is cached."""
    headers = {"accept-language": language, "accept": "text/html"}
    answer = httpx.request(method, server + path, headers=headers)

    assert answer.status_code == status
    assert f'<html lang="{language}"' in answer.text
    assert 'href="/"' in answer.text
    assert "etag" not in answer.headers


def test_an_error_page_is_accessible(browser: Browser, server: str) -> None:
    """axe-core finds nothing; the conditions can be left out."""
    context = browser.new_context(base_url=server, viewport=NARROW, locale="en-GB")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/statements?party=zzz")
    assert violations(page) == []
    page.get_by_role("link", name="Open it without conditions").click()
    assert page.url.endswith("/statements")
    context.close()


@pytest.mark.parametrize("ending", ["", ".json"])
def test_what_nobody_foresaw_is_told_and_logged(
    sample_ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    ending: str,
) -> None:
    """The answer is 500 with the safe headers and without the reason, which the log has."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret of the machine")

    monkeypatch.setattr("soten.query.statements", fail)
    with serving(Options(str(sample_ledger))) as address:
        answer = httpx.get(f"{address}/statements{ending}")

    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.headers["x-frame-options"] == "DENY"
    assert "a secret of the machine" in caplog.text


def test_a_ledger_that_cannot_be_read_is_told_all_the_same(
    sample_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the error page itself cannot ask the ledger."""
    app = create_app(Options(str(sample_ledger)))
    app.state.site.close()

    def fail(*_: object) -> None:
        raise LedgerError("the file is gone")

    monkeypatch.setattr("soten.store.Ledger.issue_labels", fail)
    with serving(Options(str(sample_ledger))) as address:
        answer = httpx.get(f"{address}/nothing")

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")


def test_a_search_that_does_not_get_through_says_so(browser: Browser, server: str) -> None:
    """A polite word and a button that tries again; what was shown stays."""
    context = browser.new_context(base_url=server, locale="ja-JP")
    page = context.new_page()
    page.goto("/search?q=停戦")
    shown = page.locator("#results").inner_text()
    for refused, told in ((None, "サーバーにつながりません"), (500, "サーバーが答えられません")):

        def refuse(route: Route, *, status: int | None = refused) -> None:
            if status is None:
                route.abort()
            else:
                route.fulfill(status=status, body="")

        page.route("**/search?*", refuse)
        page.locator("#q").press("End")
        page.locator("#q").type("a")
        expect(page.locator("#trouble")).to_contain_text(told)
        assert page.locator("#results").inner_text() == shown
        page.unroute("**/search?*")
    page.get_by_role("button", name="もう一度").click()
    page.wait_for_url("**/search?q=*aa*")
    expect(page.locator("#trouble")).to_have_text("")
    context.close()
