"""Pages look as they did when somebody last looked at them.

A picture of each page is kept small (`make pictures` takes them anew; look at them before they are
committed). Letters differ from machine to machine, by face and by smoothing, so that pictures are
never compared dot by dot: both are drawn together to a grid of 24 × 32 fields, and the mean lightness
of the fields is compared. A column that fell below another, a page without its style sheet, a menu
over a heading or a dark page in the light theme change many fields by much; a letter does not.
"""

from __future__ import annotations

import io
from pathlib import Path

import httpx
import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from tools.make_page_pictures import SNAPSHOTS, WINDOW, seen
from tools.page_addresses import page_addresses

GRID = (24, 32)
MEAN_BOUND = 9.0
"""Of 255, over all fields. Another Japanese face changes a page by 2 to 4, a lost style sheet by 25."""
LARGEST = 16_000


def grid(picture: Image.Image) -> Image.Image:
    """Return how light each field of a picture is."""
    return picture.convert("L").resize(GRID, Image.Resampling.BOX)


def unlike(one: Image.Image, other: Image.Image) -> float:
    """Return how much two pictures differ, 0 to 255."""
    return float(ImageStat.Stat(ImageChops.difference(grid(one), grid(other))).mean[0])


def test_pages_look_as_they_did(browser: Browser, server: str) -> None:
    """Every page has its picture and is like it; no picture is of a page that is gone."""
    pages = page_addresses(lambda path: httpx.get(server + path, timeout=60).json())
    assert {path.stem for path in SNAPSHOTS.glob("*.png")} == set(pages), "run `make pictures`"
    troubles: list[str] = []
    for name, path in pages.items():
        now = seen(browser, server + path, WINDOW, "light", "ja-JP")
        kept = Image.open(SNAPSHOTS / f"{name}.png")
        found = unlike(now, kept)
        if found > MEAN_BOUND:
            troubles.append(f"{name} differs by {found:.1f}; look at it, then `make pictures`")

    assert troubles == []


def test_a_page_without_its_style_sheet_is_noticed(browser: Browser, server: str) -> None:
    """The bound is small enough: without style a page is far from its picture."""
    context = browser.new_context(
        base_url=server,
        locale="ja-JP",
        viewport={"width": WINDOW[0], "height": WINDOW[1]},
    )
    page = context.new_page()
    page.route("**/*.css*", lambda route: route.abort())
    page.goto("/talks")
    taken = Path(__file__).parent / "snapshots" / "talks.png"
    bare = Image.open(io.BytesIO(page.screenshot()))
    context.close()

    assert unlike(bare, Image.open(taken)) > MEAN_BOUND


@pytest.mark.parametrize("path", sorted(SNAPSHOTS.glob("*.png")), ids=lambda path: path.stem)
def test_a_picture_is_small(path: Path) -> None:
    """Half the window's size, few colours, few bytes."""
    with Image.open(path) as picture:
        assert picture.size == (WINDOW[0] // 2, WINDOW[1] // 2)
    assert path.stat().st_size <= LARGEST
