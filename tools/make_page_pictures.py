"""Take the pictures of the pages: small ones that the tests compare, larger ones for the READMEs.

    python tools/make_page_pictures.py [--only NAME ...] [--no-readme]

Everything is read from samples/. What the tests compare (`tests/web/snapshots`) is to be looked at
before it is committed: a picture shows what a page looked like when somebody last found it good.
"""

from __future__ import annotations

import argparse
import io
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from soten.cli.serving import Questions
from soten.pipeline import add_paths
from soten.web.app import create_app
from soten.web.site import Options
from tools.page_addresses import page_addresses

ROOT = Path(__file__).resolve().parent.parent
SNAPSHOTS = ROOT / "tests" / "web" / "snapshots"
PICTURES = ROOT / "docs" / "pictures"
PACKS = ("core", "ukraine")

WINDOW = (960, 1280)
"""What a snapshot sees, in CSS pixels; it is kept at half that size."""
SNAPSHOT_COLOURS = 4

README = {
    "now": ("/?since=2025-08", (1200, 820), "light"),
    "timeline": ("/timeline?since=2025-02&until=2025-09", (1200, 820), "light"),
    "positions": ("/positions", (1200, 820), "light"),
    "disputes": ("/disputes", (1200, 820), "dark"),
    "document": ("document", (1200, 820), "light"),
    "now-phone": ("/?since=2025-08", (390, 844), "light"),
    "disputes-phone": ("/disputes", (390, 844), "dark"),
    "statements-phone": ("/statements", (390, 844), "light"),
}
"""The pictures of the READMEs: the address, the window, the theme; each in both languages."""
README_COLOURS = 40


def main() -> None:
    """Take the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--only", nargs="*", help="names of snapshots to take; else all")
    arguments.add_argument("--no-readme", action="store_true", help="leave docs/pictures alone")
    told = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Path(folder) / "samples.db"
        add_paths([ROOT / "samples"], str(ledger), PACKS)
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with serving(ledger) as address:
            take_snapshots(browser, address, told.only)
            if not told.no_readme:
                take_pictures(browser, address)
        browser.close()


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """Serve a ledger from a thread; give the address."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    app = create_app(Options(str(ledger), read_question=Questions(PACKS).read))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    listener.close()


def take_snapshots(browser: Browser, address: str, only: list[str] | None) -> None:
    """Write a small picture of each kind of page."""
    SNAPSHOTS.mkdir(exist_ok=True)
    pages = page_addresses(lambda path: httpx.get(address + path).json())
    for name, path in pages.items():
        if only and name not in only:
            continue
        picture = seen(browser, address + path, WINDOW, "light", "ja-JP")
        small = picture.convert("L").resize((WINDOW[0] // 2, WINDOW[1] // 2), Image.Resampling.BOX)
        write(small, SNAPSHOTS / f"{name}.png", SNAPSHOT_COLOURS)
    if not only:
        for left in set(SNAPSHOTS.glob("*.png")) - {SNAPSHOTS / f"{name}.png" for name in pages}:
            left.unlink()


def take_pictures(browser: Browser, address: str) -> None:
    """Write the pictures of the READMEs."""
    PICTURES.mkdir(exist_ok=True)
    pages = page_addresses(lambda path: httpx.get(address + path).json())
    for name, (path, window, theme) in README.items():
        where = address + (pages["documents-id"] if path == "document" else path)
        for language, ending in (("ja-JP", ".ja"), ("en-GB", "")):
            picture = seen(browser, where, window, theme, language)
            write(picture, PICTURES / f"{name}{ending}.png", README_COLOURS)


def seen(
    browser: Browser, address: str, window: tuple[int, int], theme: str, locale: str
) -> Image.Image:
    """Return what a window shows of a page, its top."""
    context = browser.new_context(
        viewport={"width": window[0], "height": window[1]},
        color_scheme=theme,  # type: ignore[arg-type]  # one of the two that there are
        locale=locale,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    taken = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    context.close()
    return taken.convert("RGB")


def write(picture: Image.Image, target: Path, colours: int) -> None:
    """Write a picture with few colours, so that it is small."""
    picture.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()
