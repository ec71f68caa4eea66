"""Promises: their terms, and what is told of them since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from soten.store import open_ledger
from soten.web.site import Options
from tests.query.test_commitments import promise
from tests.store.factory import RUN
from tests.web.conftest import serving


@pytest.fixture
def promised(tmp_path: Path) -> Iterator[str]:
    """Return the address of a server on one promise until 1 February 2026, nothing told since."""
    path = tmp_path / "promise.db"
    with open_ledger(path) as ledger:
        ledger.begin_run(RUN)
        promise(ledger)
    with serving(Options(str(path))) as address:
        yield address


@pytest.mark.parametrize(
    ("term", "on", "count"),
    [
        ("week", "2026-01-30", 1),
        ("week", "2026-01-10", 0),
        ("month", "2026-01-10", 1),
        ("overdue", "2026-01-30", 0),
        ("overdue", "2026-02-02", 1),
        ("passed", "2026-02-02", 1),
    ],
)
def test_promises_are_narrowed_by_term(promised: str, term: str, on: str, count: int) -> None:
    """Due and overdue are seen from the day that stands in the address."""
    told = httpx.get(f"{promised}/commitments.json?term={term}&on={on}").json()

    assert len(told["data"]) == count


def test_a_promise_of_which_nothing_is_told_says_so(promised: str, browser: Browser) -> None:
    """After its term a dash with the reason stands where something might be told."""
    page = browser.new_page(base_url=promised, locale="en-GB")
    page.goto("/commitments?on=2026-02-02")

    assert "ended 1 days ago" in page.locator("li.promise").inner_text()
    assert "holds nothing since" in page.locator("li.promise").inner_text()
    page.locator("li.promise .said a").click()
    assert "no report tells a condition" in page.locator("dl.facts").inner_text()
    assert page.locator("details.chip").count() >= 1
    page.close()


def test_what_is_told_since_stands_with_each_promise(server: str) -> None:
    """The page of a promise holds a line for each, and JSON the same."""
    found = httpx.get(f"{server}/commitments.json").json()["data"]
    some = max(found, key=lambda one: len(one["since"]))
    told = httpx.get(f"{server}/commitments/{some['id']}.json").json()["data"]
    page = httpx.get(f"{server}/commitments/{some['id']}", headers={"accept-language": "en"}).text

    assert told["id"] == some["id"]
    assert page.count("What is told since") == 1
    assert len(told["since"]) == len(some["since"])


def test_what_cannot_be_asked_is_refused(server: str) -> None:
    """A day that is none, a term that is none, a promise that is none."""
    assert httpx.get(f"{server}/commitments.json?on=x").status_code == 400
    assert httpx.get(f"{server}/commitments.json?term=x").status_code == 422
    assert httpx.get(f"{server}/commitments/co-none.json").status_code == 404
