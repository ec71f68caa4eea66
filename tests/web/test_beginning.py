"""The first visit to an empty ledger, and the samples it offers."""

from __future__ import annotations

import re
import threading
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx
import pytest
from hatchling import build
from playwright.sync_api import Browser, expect

from soten.accounts import Doors, Role
from soten.cli.adding import sample_folder
from soten.cli.serving import read_samples
from soten.settings import Language, Settings
from soten.store import open_ledger
from soten.web.beginning import Beginning, OnDocument
from soten.web.site import Options
from tests.web.conftest import NARROW, ROOT, serving, violations


def offering(ledger: Path) -> Options:
    """Return how `soten serve` would serve a new ledger."""
    settings = Settings(str(ledger), ("core", "ukraine"), Language.JA)
    return Options(str(ledger), add_samples=partial(read_samples, settings))


def sign(page: str) -> str:
    """Return what a form of a page must bring along."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', page)
    assert found is not None
    return found[1]


def test_a_first_visit_reads_the_samples_by_one_button(browser: Browser, tmp_path: Path) -> None:
    """The button leads over the progress to where the talks stand; then nothing is offered."""
    with serving(offering(tmp_path / "new.db")) as address:
        context = browser.new_context(base_url=address, locale="ja-JP", viewport=NARROW)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto("/")
        assert violations(page) == []
        page.get_by_role("button", name="見本を読み込む").click()
        expect(page.locator("h1")).to_have_text(re.compile("見本を読み込んでいます|現在"))
        if page.url.endswith("/samples"):
            assert violations(page) == []
        expect(page.locator("h1")).to_have_text("現在", timeout=60_000)
        assert page.locator("details.chip").count() > 3
        context.close()
        again = httpx.post(f"{address}/samples", headers={"origin": address})
        assert again.status_code == 403


def test_it_works_without_script(tmp_path: Path) -> None:
    """A form, a page that reloads itself, and the first page in the end."""
    with (
        serving(offering(tmp_path / "new.db")) as address,
        httpx.Client(base_url=address, follow_redirects=True) as client,
    ):
        told = client.post("/samples", data={"csrf": sign(client.get("/").text)})
        assert 'http-equiv="refresh"' in told.text or told.url.path == "/"
        deadline = time.monotonic() + 60
        while client.get("/samples").url.path != "/" and time.monotonic() < deadline:
            time.sleep(0.2)
        assert client.get("/index.json").json()["data"]["documents"]


def test_the_samples_are_read_only_where_that_is_safe(own_ledger: Path, tmp_path: Path) -> None:
    """Not without the form's sign, not into a ledger with documents, not where one logs in."""
    with serving(offering(tmp_path / "new.db")) as address:
        page = httpx.get(address)
        assert page.headers["cache-control"] == "no-store"
        assert "etag" not in page.headers
        answer = httpx.post(f"{address}/samples", cookies=page.cookies, data={"csrf": "0" * 64})
        assert answer.status_code == 403
    with (
        serving(replace(offering(own_ledger), reviewer="aoki")) as address,
        httpx.Client(base_url=address) as client,
    ):
        form = {"csrf": sign(client.get("/review").text)}
        assert client.post("/samples", data=form).status_code == 403
        assert "見本" not in client.get("/").text
    with open_ledger(tmp_path / "closed.db") as ledger:
        Doors(ledger).add("kanri", Role.ADMINISTRATOR, "a long enough one")
    with serving(offering(tmp_path / "closed.db")) as address:
        assert httpx.post(f"{address}/samples").status_code in (401, 403)
        assert httpx.get(f"{address}/samples").status_code == 303


def test_without_leave_the_command_is_shown(browser: Browser, tmp_path: Path) -> None:
    """Where the server may not write, the page says what to type."""
    with serving(Options(str(tmp_path / "new.db"))) as address:
        context = browser.new_context(base_url=address, locale="en-GB")
        page = context.new_page()
        page.goto("/")

        assert page.get_by_role("button", name="Read the samples").count() == 0
        assert "soten --ledger new.db add --samples" in page.locator("pre").last.inner_text()
        page.goto("/statements")
        assert "Nothing has been read yet" in page.locator(".none").inner_text()
        context.close()


def test_a_reading_that_fails_is_told_and_may_be_tried_again(tmp_path: Path) -> None:
    """The page says that it failed; the button is there again."""

    def fail(_: OnDocument) -> None:
        raise OSError("the disk is full")

    with (
        serving(Options(str(tmp_path / "new.db"), add_samples=fail)) as address,
        httpx.Client(base_url=address, headers={"accept-language": "en"}) as client,
    ):
        client.post("/samples", data={"csrf": sign(client.get("/").text)})
        deadline = time.monotonic() + 20
        page = client.get("/samples").text
        while "could not be read" not in page and time.monotonic() < deadline:
            time.sleep(0.05)
            page = client.get("/samples").text

    assert "The samples could not be read" in page
    assert "Try again" in page
    assert "disk" not in page


def test_the_samples_are_read_once_at_a_time() -> None:
    """Who asks meanwhile is led to the same reading."""
    begun: list[int] = []
    let_go = threading.Event()

    def slow(tell: Callable[[str, int, int], None]) -> None:
        begun.append(1)
        tell("a", 1, 2)
        let_go.wait(20)

    beginning = Beginning(slow)
    beginning.start()
    beginning.start()
    deadline = time.monotonic() + 20
    while beginning.progress.number == 0 and time.monotonic() < deadline:
        time.sleep(0.01)

    assert (beginning.progress.number, beginning.progress.count) == (1, 2)
    let_go.set()
    while beginning.progress.is_running and time.monotonic() < deadline:
        time.sleep(0.01)
    assert begun == [1]
    assert not beginning.progress.is_running


def test_the_wheel_brings_the_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text and sidecar of samples/ is package data, the gold annotations are not."""
    monkeypatch.chdir(ROOT)
    wheel = build.build_wheel(str(tmp_path))
    inside = zipfile.ZipFile(tmp_path / wheel).namelist()
    wanted = {f"soten/samples/{path.name}" for path in (ROOT / "samples").glob("*.*")}

    assert {name for name in inside if name.startswith("soten/samples/")} == wanted
    assert "soten/web/static/css/soten.css" in inside
    assert "soten/web/templates/base.html.jinja" in inside
    assert sample_folder() == ROOT / "samples"
