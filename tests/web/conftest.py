"""A server on a ledger read from the samples, and a real browser that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from soten.cli.serving import Questions
from soten.pipeline import add_paths
from soten.web.app import create_app
from soten.web.site import Options
from tests.ledgers import hostile_reading, write_ledger

ROOT = Path(__file__).resolve().parents[2]
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
NARROW, WIDE = {"width": 360, "height": 740}, {"width": 1440, "height": 900}


@contextmanager
def serving(options: Options) -> Iterator[str]:
    """Serve a ledger from a thread; give the address."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(options), log_level="warning", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger into which the samples were read; tests that change it copy it."""
    path = tmp_path_factory.mktemp("web") / "samples.db"
    add_paths([ROOT / "samples"], str(path), ("core", "ukraine"))
    return path


@pytest.fixture(scope="session")
def server(sample_ledger: Path) -> Iterator[str]:
    """Return the address of a server on the samples."""
    questions = Questions(("core", "ukraine"))
    with serving(Options(str(sample_ledger), read_question=questions.read)) as address:
        yield address


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Return the addresses of servers on an empty ledger, and on one with markup for names."""
    folder = tmp_path_factory.mktemp("bare")
    write_ledger(folder / "hostile.db", hostile_reading())
    empty, hostile = (Options(str(folder / f"{name}.db")) for name in ("empty", "hostile"))
    with serving(empty) as nothing, serving(hostile) as markup:
        yield nothing, markup


@pytest.fixture
def own_ledger(sample_ledger: Path, tmp_path: Path) -> Path:
    """Return a ledger of the samples that a test may change."""
    with sqlite3.connect(sample_ledger) as source, sqlite3.connect(tmp_path / "own.db") as target:
        source.backup(target)
    source.close()
    target.close()
    return tmp_path / "own.db"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a real Chromium, the system's own."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium on this machine")
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """Return a Japanese reader's page; it fails the test where a script fails or leaves the machine."""
    context = browser.new_context(base_url=server, locale="ja-JP", viewport=WIDE)  # type: ignore[arg-type]
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    opened.on(
        "console",
        lambda said: troubles.append(f"console: {said.text}") if said.type == "error" else None,
    )
    opened.on(
        "request",
        lambda asked: (
            troubles.append(f"left the machine: {asked.url}")
            if not asked.url.startswith((server, "data:"))
            else None
        ),
    )
    yield opened
    context.close()
    assert troubles == []


@contextmanager
def looking(browser: Browser, address: str, size: dict[str, int], theme: str) -> Iterator[Page]:
    """Give a page of a server in a window of this size, under a light or a dark theme."""
    context = browser.new_context(base_url=address, viewport=size, color_scheme=theme)  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong with the page, by WCAG 2.2 AA and its best practices."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]
    ]
