"""Numbers of one quantity by several owners on one chart, and the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser

from soten.records import Bound, Unit
from soten.store import open_ledger
from soten.web.site import Options
from tests.query.tolls import held, put
from tests.web.conftest import NARROW, WIDE, looking, serving, violations


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server on losses that two sides tell, and a share of a town."""
    path = tmp_path_factory.mktemp("counted") / "counted.db"
    with open_ledger(path) as ledger:
        for name, day, value, by, bound in (
            ("一", "2025-12-03", 1200, "otsu", Bound.AT_LEAST),
            ("二", "2025-12-03", 400, "ko", Bound.EXACT),
            ("三", "2025-12-04", 1100, "otsu", Bound.APPROX),
            ("四", "2025-12-04", 500, "ko", Bound.AT_MOST),
            ("五", "2025-12-05", 900, None, Bound.EXACT),
        ):
            text = f"甲国軍の人的損失は1日で{value}人だった。"
            words = f"{value}人"
            put(ledger, name, text, words, value, by=by, bound=bound, edtf=day)
        text = "甲国軍は北村の70%を制圧した。"
        held(ledger, "六", text, ("70%", 70), by="ko-army")
        held(ledger, "七", text + "続報。", ("70%", 70), by="otsu")
        text = "甲国軍の人的損失は1日で1200人だった。"
        put(ledger, "八", text + "別の記事。", "1200人", 1200, by="otsu", edtf="2025-12-03")
    with serving(Options(str(path))) as address:
        yield address


def losses_of(address: str) -> str:
    """Return the id of the series of losses."""
    found = httpx.get(f"{address}/figures.json").json()["data"]
    (id,) = (one["id"] for one in found if one["quantity"]["unit"] == Unit.PERSON.value)
    assert isinstance(id, str)
    return id


@pytest.mark.parametrize("language", ["ja", "en"])
def test_chart_table_and_data_say_the_same(counted: str, browser: Browser, language: str) -> None:
    """Each number is a mark, a row and an object; none is averaged; without script."""
    id = losses_of(counted)
    told = httpx.get(f"{counted}/figures/{id}.json").json()["data"]
    page = browser.new_page(base_url=counted, java_script_enabled=False, viewport=WIDE)  # type: ignore[arg-type]
    page.goto(f"/figures/{id}?lang={language}")
    count = len(told["points"])

    assert count == 6
    assert page.locator("svg.wide .dot").count() == count
    assert page.locator("table.told tbody tr").count() == count
    assert page.locator("table.told tbody tr .chip").count() >= count
    assert page.locator("svg.wide").get_attribute("role") == "img"
    assert str(count) in (page.locator("svg.wide desc").text_content() or "")
    assert len(httpx.get(f"{counted}/figures/{id}.ndjson").text.splitlines()) == count
    page.close()


def test_bounds_are_drawn_open(counted: str, browser: Browser) -> None:
    """At least opens upwards, at most downwards; about is marked; owners have shape and letter."""
    id = losses_of(counted)
    page = browser.new_page(base_url=counted, locale="ja-JP", viewport=WIDE)  # type: ignore[arg-type]
    page.goto(f"/figures/{id}")

    assert page.locator("svg.wide .open").count() == 2
    assert page.locator("svg.wide .about").count() == 1
    assert page.locator("svg.wide .dot.own").count() == 1
    assert page.locator("svg.wide .dot .sign text").count() == 5
    titles = page.locator("svg.wide .dot title").all_text_contents()
    assert any("1200人以上" in title for title in titles)
    page.close()


def test_numbers_that_differ_about_one_time_stand_side_by_side(
    counted: str, browser: Browser
) -> None:
    """Equal in width, in the order of time, each with its evidence; ≠ marks them in the table."""
    id = losses_of(counted)
    page = browser.new_page(base_url=counted, locale="en-GB", viewport=WIDE)  # type: ignore[arg-type]
    page.goto(f"/figures/{id}")
    first = page.locator(".hatched .beside").first.locator("li")
    widths = [box["width"] for at in (0, 1) if (box := first.nth(at).bounding_box())]

    assert abs(widths[0] - widths[1]) < 1
    assert first.nth(0).locator(".chip").count() == 1
    assert page.locator("table.told .differ").count() >= 4
    page.close()


def test_a_list_of_series_shows_the_latest_of_each_owner(counted: str) -> None:
    """By words of the quantity too; a series by the id of any figure; nothing for another id."""
    found = httpx.get(f"{counted}/figures.json").json()["data"]
    named = httpx.get(f"{counted}/figures.json", params={"q": "北村"}).json()["data"]
    page = httpx.get(f"{counted}/figures").text

    assert len(found) == 2
    assert [one["quantity"]["unit"] for one in named] == ["percent"]
    assert page.count('<li class="dispute series"') == 2
    figure = found[0]["points"][-1]["figures"][0]["id"]
    assert httpx.get(f"{counted}/figures/{figure}.json").json()["data"]["id"] == found[0]["id"]
    assert httpx.get(f"{counted}/figures/fg-none.json").status_code == 404
    assert httpx.get(f"{counted}/figures/{figure}.json?after=zzz").status_code == 400


def test_a_long_series_is_shown_a_stretch_at_a_time(counted: str) -> None:
    """The latest first; links lead to earlier and later ones, and none is lost."""
    id = losses_of(counted)
    whole = httpx.get(f"{counted}/figures/{id}.json").json()["data"]["points"]
    first = httpx.get(f"{counted}/figures/{id}.json?limit=4").json()["data"]
    rest = httpx.get(f"{counted}/figures/{id}.json?limit=4&after=n4").json()["data"]

    ids = [f["id"] for point in (*rest["points"], *first["points"]) for f in point["figures"]]
    assert sorted(ids) == sorted(f["id"] for point in whole for f in point["figures"])
    assert (first["earlier"], rest["later"]) == (2, 4)
    assert 'rel="next"' in httpx.get(f"{counted}/figures/{id}?limit=4").text
    assert 'rel="prev"' in httpx.get(f"{counted}/figures/{id}?limit=4&after=n4").text


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_series_is_accessible(
    browser: Browser, counted: str, size: dict[str, int], theme: str
) -> None:
    """axe-core finds nothing; the drawing fits; the table is reached by key and scrolls."""
    with looking(browser, counted, size, theme) as page:
        page.goto(f"/figures/{losses_of(counted)}")

        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        heights = page.locator(".drawing svg:visible .axis text").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().height)"
        )
        assert min(heights) >= 11
        page.locator(".scroll").focus()
        assert page.evaluate("document.activeElement.className") == "scroll"
