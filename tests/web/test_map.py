"""The map: places as of a day, with script and without."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import NARROW, WIDE, looking, violations

MOST_BYTES = 300_000


def all_days(server: str) -> str:
    """Return the address of the map of everything the ledger tells."""
    latest = max(
        day
        for place in httpx.get(f"{server}/map/places.json").json()["data"]
        for day in (*place["talks"], *place["events"])
    )
    return f"/map?at={latest}&days=3653&limit=400"


def test_every_place_is_on_the_map_or_told_apart(server: str, page: Page) -> None:
    """Those of which it is known where they lie are drawn; the others are listed below."""
    path = all_days(server)
    told = httpx.get(server + path.replace("?", ".json?")).json()["data"]
    on_map = [place for place in told if place["latitude"] is not None]
    page.goto(path + "&area=all")
    page.locator("#map[data-ready]").wait_for()

    assert on_map
    assert page.locator("#map").get_attribute("data-shown") == str(len(on_map))
    assert page.locator("#map .mark-here").count() == len(on_map)
    assert page.locator(".spot-line").count() == len(told)


def test_contested_places_are_drawn_as_contested(browser: Browser, server: str) -> None:
    """Hatched, with the word beside it, and what each side says, in equal form."""
    told = httpx.get(server + all_days(server).replace("?", ".json?")).json()["data"]
    contested = [p for p in told if p["contested"] and p["latitude"] is not None]
    if not contested:
        pytest.skip("the samples tell of no contested place")
    context = browser.new_context(base_url=server, locale="ja-JP", java_script_enabled=False)
    page = context.new_page()
    page.goto(all_days(server) + f"&area={contested[0]['id']}")

    assert page.locator("svg.wide .claim.contested").count() > 0
    line = page.locator(f"#p-{contested[0]['id']}")
    assert "主張が対立" in line.inner_text()
    assert line.locator(".claims > li").count() >= 2
    assert line.locator(".claims > li details.chip").count() == line.locator(".claims > li").count()
    context.close()


def test_the_days_go_by_without_script(browser: Browser, server: str) -> None:
    """A form and links: a week back, the latest report; the drawing shows the same places."""
    context = browser.new_context(base_url=server, locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto("/map?at=2025-12-10&days=90")
    page.locator("a[data-shift='-7']").click()
    assert "at=2025-12-03" in page.url
    assert "days=90" in page.url
    page.select_option("select[name=days]", "365")
    page.locator(".time button").click()
    assert "days=365" in page.url
    assert page.locator("svg.wide").is_visible()
    drawn = page.locator("svg.wide .spot").count()
    assert drawn > 0
    assert page.locator("#places .spot-line").count() >= drawn
    context.close()


def test_the_slider_moves_the_days(server: str, page: Page) -> None:
    """By keyboard; marks, list and address follow, and nothing is asked of another machine."""
    page.goto(all_days(server))
    page.locator("#map[data-ready]").wait_for()
    before = page.url
    slide = page.locator("#slide")
    slide.focus()
    page.keyboard.press("Home")

    page.wait_for_url(lambda address: address != before)
    first = slide.get_attribute("data-first")
    assert f"at={first}" in page.url
    expect(page.locator("#told")).not_to_be_empty()
    assert slide.get_attribute("aria-valuetext")


def test_a_mark_tells_its_place_by_keyboard(server: str, page: Page) -> None:
    """Enter opens the card, whose link leads to the list."""
    page.goto(all_days(server))
    page.locator("#map[data-ready]").wait_for()
    mark = page.locator("#map .mark-here").first
    mark.focus()
    page.keyboard.press("Enter")
    link = page.locator(".leaflet-popup-content a")
    expect(link).to_be_visible()
    target = link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")

    expect(page.locator(str(target))).to_be_focused()


def test_the_first_page_is_small(server: str) -> None:
    """The page with its drawing, before any script."""
    assert len(httpx.get(server + all_days(server)).content) < MOST_BYTES
    assert len(httpx.get(f"{server}/map").content) < MOST_BYTES


def test_an_unknown_day_is_refused(server: str) -> None:
    """A month stands for its last day."""
    assert httpx.get(f"{server}/map.json?at=soon").status_code == 400
    assert httpx.get(f"{server}/map.json?at=2025-12").status_code == 200


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_drawn_map_is_accessible(
    browser: Browser, server: str, theme: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing once script has drawn, a card open or not."""
    with looking(browser, server, size, theme) as page:
        page.goto(all_days(server))
        page.locator("#map[data-ready]").wait_for()
        assert violations(page) == []
        page.locator("#map .mark-here").last.focus()
        page.keyboard.press("Enter")
        page.locator(".leaflet-popup-content").wait_for()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_empty_and_a_hostile_ledger_are_shown(bare: tuple[str, str]) -> None:
    """Nothing read yet, and markup for names: text on every page."""
    for address in bare:
        for path in ("/map", "/map/places"):
            page = httpx.get(address + path)
            assert page.status_code == 200
            assert "<script>alert" not in page.text
