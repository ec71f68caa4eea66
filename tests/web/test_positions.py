"""Positions: the board, a point, a course, shifts, distances."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from soten.query.saidsource import trace_untraced
from soten.records import Stance
from soten.store import open_ledger
from soten.web.site import Options
from tests.query.stands import say
from tests.web.conftest import NARROW, WIDE, serving, violations

HOSTILE = "<script>alert(1)</script>無条件の停戦を\u202e拒む"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server on a ledger in which 甲国 moved."""
    path = tmp_path_factory.mktemp("moved") / "moved.db"
    with open_ledger(path) as ledger:
        say(ledger, "2025-11-01", HOSTILE, Stance.REJECTS)
        say(ledger, "2025-12-05", "無条件の停戦に応じる用意", Stance.OPEN, speaker="envoy")
        say(ledger, "2025-11-20", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker=None)
        say(ledger, "2025-12-06", "領土の割譲を拒む", Stance.REJECTS, "otsu", issue="territory")
        trace_untraced(ledger)
    with serving(Options(str(path))) as address:
        yield address


def told(address: str) -> dict[str, object]:
    """Return the JSON at an address."""
    answer = httpx.get(address)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_the_page_says_what_the_data_say(moved: str, browser: Browser) -> None:
    """Each cell of the JSON has a cell on the page that leads to its course."""
    cells = told(f"{moved}/positions.json")["data"]
    assert isinstance(cells, list)
    page = browser.new_page(base_url=moved, locale="en-GB")
    page.goto("/positions")

    assert page.locator("table.positions td p.stance a").count() == len(cells) == 3
    for cell in cells:
        where = f"/positions/{cell['issue']['id']}/{cell['party']['id']}"
        assert page.locator(f'a[href="{where}"]').count() == 1
    assert {cell["state"] for cell in cells} == {"shifted", "first"}
    page.locator('a[href="/positions/ceasefire/ko"]').click()
    assert page.locator("ol.steps > li").count() == 2
    assert page.locator("article.shift").count() == 1
    page.close()


def test_filters_and_the_choice_of_parties_stand_in_the_address(moved: str) -> None:
    """What is asked for is shown, in that order, and exports obey."""
    for asked in ("otsu,ko", "ko,otsu"):
        data = told(f"{moved}/positions.json?issue=ceasefire&parties={asked}")["data"]
        assert ",".join(cell["party"]["id"] for cell in data) == asked  # type: ignore[attr-defined]
    assert len(told(f"{moved}/positions.json?parties=otsu")["data"]) == 2  # type: ignore[arg-type]
    assert len(told(f"{moved}/positions.json?issue=territory")["data"]) == 1  # type: ignore[arg-type]
    assert len(told(f"{moved}/positions.json?until=2025-11-10")["data"]) == 1  # type: ignore[arg-type]
    assert len(httpx.get(f"{moved}/positions.csv?party=ko").text.splitlines()) == 2
    silent = told(f"{moved}/positions.json?news=2025-12-06&issue=ceasefire")["data"]
    assert {cell["state"] for cell in silent} == {"silent"}  # type: ignore[attr-defined]


def test_shifts_are_narrowed_by_party_point_and_day(moved: str) -> None:
    """The day is that of the later words."""
    assert len(told(f"{moved}/positions/shifts.json")["data"]) == 1  # type: ignore[arg-type]
    for narrowed, count in (
        ("party=ko&issue=ceasefire&since=2025-12-05", 1),
        ("party=otsu", 0),
        ("issue=territory", 0),
        ("since=2025-12-06", 0),
        ("until=2025-11-30", 0),
    ):
        found = told(f"{moved}/positions/shifts.json?{narrowed}")["data"]
        assert len(found) == count, narrowed  # type: ignore[arg-type]


def test_a_point_tells_the_distance_of_two_parties(moved: str) -> None:
    """As steps, in the drawing and in the table below it; two other parties can be asked for."""
    data = told(f"{moved}/positions/ceasefire.json?with=ko&with=otsu")["data"]
    steps = data["distance"]["steps"]  # type: ignore[index]
    page = httpx.get(f"{moved}/positions/ceasefire?with=ko,otsu").text

    assert [step["value"] for step in steps] == [None, 1.0, 0.5]
    assert page.count('class="dot"') == 4  # two known steps, drawn wide and narrow
    table = page.partition('class="apart"')[2]
    assert table.partition("</table>")[0].count("<tr>") == 1 + len(steps)
    assert "0.50" in table
    same = httpx.get(f"{moved}/positions/ceasefire?with=ko&with=ko")
    assert same.status_code == 200


def test_days_without_a_position_are_an_empty_page(moved: str) -> None:
    """Conditions that nothing meets leave the course of a party without a stand, and no error."""
    address = f"{moved}/positions/ceasefire/ko"
    narrow = {"since": "2001-02", "until": "2001-01"}

    assert httpx.get(f"{address}.json").json()["data"]["stands"]
    assert httpx.get(f"{address}.json", params=narrow).json()["data"]["stands"] == []
    assert httpx.get(address, params=narrow).status_code == 200


def test_what_is_not_there_is_told(moved: str, tmp_path: Path) -> None:
    """An unknown point and a party without a position are 404; an empty ledger says what to do."""
    for path in ("/positions/nothing", "/positions/territory/ko", "/positions/territory/nobody"):
        assert httpx.get(moved + path).status_code == 404
    assert httpx.get(f"{moved}/positions?party=nobody").status_code == 400
    with serving(Options(str(tmp_path / "empty.db"))) as address:
        for path in ("/positions", "/positions/shifts"):
            assert httpx.get(address + path).status_code == 200


def test_what_documents_say_is_text(moved: str) -> None:
    """Markup and signs that turn the text show as themselves."""
    page = httpx.get(f"{moved}/positions/ceasefire/ko").text

    assert "<script>alert" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_pages_are_accessible(
    browser: Browser, moved: str, language: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing, and no page scrolls sideways."""
    context = browser.new_context(base_url=moved, viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    for path in ("/positions", "/positions/ceasefire", "/positions/ceasefire/ko"):
        page.goto(f"{path}?lang={language}")
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()


def test_parties_are_chosen_without_script(browser: Browser, moved: str) -> None:
    """Boxes and a button; evidence opens; on a narrow screen each cell names its party."""
    context = browser.new_context(
        base_url=moved,
        java_script_enabled=False,
        viewport=NARROW,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto("/positions?lang=en")
    assert page.locator("td p.of").first.is_visible()
    page.locator("details.choose summary").click()
    page.locator('input[name="parties"][value="ko"]').uncheck()
    page.locator("details.choose button").click()

    assert "parties=otsu" in page.url
    assert page.locator("table.positions thead th").count() == 2
    page.locator("table.positions details.chip summary").first.click()
    assert page.locator("table.positions details.chip[open] blockquote").first.is_visible()
    context.close()


def test_the_keyboard_goes_all_the_way(page: Page) -> None:
    """From the menu to a cell, from there to its evidence, with Tab and Enter alone."""
    page.goto("/positions")
    link = page.locator("table.positions p.stance a").first
    link.focus()
    target = link.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")
    page.locator("ol.steps details.chip summary").first.focus()
    page.keyboard.press("Enter")

    assert page.locator("ol.steps details.chip[open]").count() == 1
