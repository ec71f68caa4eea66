"""Actors, and the network between them."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.web.conftest import NARROW, WIDE, looking, violations


def some(server: str, type: str) -> str:
    """Return the id of the most mentioned actor of a type."""
    (first, *_) = httpx.get(f"{server}/actors.json?type={type}&limit=1").json()["data"]
    return str(first["id"])


def test_actors_are_narrowed_by_type_and_name(server: str) -> None:
    """Only people; only those whose name holds the letters, in either language."""
    people = httpx.get(f"{server}/actors.json?type=person").json()["data"]
    assert people
    assert {one["type"] for one in people} == {"person"}
    part = people[0]["name_en"][:5].lower()
    found = httpx.get(f"{server}/actors.json", params={"q": part}).json()["data"]
    assert people[0]["id"] in [one["id"] for one in found]
    assert "place" not in {one["type"] for one in httpx.get(f"{server}/actors.json").json()["data"]}


def test_the_list_goes_on_without_a_gap(server: str) -> None:
    """By cursor; one that is none is refused."""
    whole = httpx.get(f"{server}/actors.json?limit=6").json()["data"]
    first = httpx.get(f"{server}/actors.json?limit=3").json()
    rest = httpx.get(f"{server}/actors.json?limit=3&after={first['next']}").json()

    assert [*first["data"], *rest["data"]] == whole
    assert httpx.get(f"{server}/actors.json?after=x").status_code == 400


def test_an_actor_shows_who_it_is_and_what_it_says(server: str, page: Page) -> None:
    """Offices, acts, names; every latest record ends in its evidence."""
    id = some(server, "person")
    told = httpx.get(f"{server}/actors/{id}.json").json()["data"]
    page.goto(f"/actors/{id}")

    assert told["says"]["statements"] == sum(told["says"]["acts"].values())
    for heading in ("offices", "says", "names", "joined", "latest"):
        assert page.locator(f"h2#{heading}").count() == 1
    rows = page.locator("h2#latest ~ ul.lines > li")
    assert rows.count() == page.locator("h2#latest ~ ul.lines > li details.chip").count()
    assert httpx.get(f"{server}/actors/nobody-of-this-name.json").status_code == 404


def test_the_drawing_says_what_the_table_says(server: str, page: Page) -> None:
    """As many actors are drawn as the table names; nothing is loaded from elsewhere."""
    page.goto("/actors/network")
    page.locator("#network[data-drawn]").wait_for()
    named = page.eval_on_selector_all(
        "#ties tbody tr",
        "rows => new Set(rows.flatMap(r => [r.dataset.one, r.dataset.other])).size",
    )

    assert page.locator("#network").get_attribute("data-drawn") == str(named)
    told = httpx.get(f"{server}/actors/network.json").json()["data"]
    assert page.locator("#ties tbody tr").count() == len(told["ties"])


def test_the_network_needs_no_script(browser: Browser, server: str) -> None:
    """The table says it all."""
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/actors/network?by=side")

    assert page.locator("#ties tbody tr").count() > 0
    assert not page.locator("#network").is_visible()
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_pages_of_an_actor_are_accessible(
    browser: Browser, server: str, theme: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing, in either language, and no page is wider than its window."""
    with looking(browser, server, size, theme) as page:
        for type, language in (("person", "ja"), ("state", "en")):
            page.goto(f"/actors/{some(server, type)}?lang={language}")
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_empty_and_a_hostile_ledger_are_shown(bare: tuple[str, str]) -> None:
    """Nothing read yet, and markup for names: text on every page."""
    for address in bare:
        for path in ("/actors", "/actors/network", "/actors/ko"):
            page = httpx.get(address + path)
            assert page.status_code in (200, 404)
            assert "<script>alert" not in page.text
