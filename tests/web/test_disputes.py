"""Claim and denial side by side, the course of a claim, and who claimed when to hold a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from soten.store import open_ledger
from soten.web.site import Options
from tests.ledgers import hostile_reading, write_ledger
from tests.query.frontline import put_reports
from tests.web.conftest import NARROW, WIDE, looking, serving, violations


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory, pack: Path) -> Iterator[str]:
    """Return the address of a server on reports of towns that two sides claim."""
    path = tmp_path_factory.mktemp("front") / "front.db"
    with open_ledger(path) as ledger:
        put_reports(ledger, pack)
    with serving(Options(str(path))) as address:
        yield address


def dispute_of(address: str, place: str) -> str:
    """Return the id of the dispute about who holds a place."""
    (found,) = httpx.get(f"{address}/disputes.json", params={"place": place}).json()["data"]
    id: str = found["joined"]
    return id


def test_claim_and_denial_are_equal_in_width_and_type(front: str, browser: Browser) -> None:
    """Side by side, in the order of time; below, who could not confirm it."""
    page = browser.new_page(base_url=front, viewport=WIDE, locale="ja-JP")  # type: ignore[arg-type]
    page.goto("/disputes?place=farken")
    sides = page.locator(".dispute .sides > .side")
    boxes = [sides.nth(at).bounding_box() for at in (0, 1)]
    sizes = [
        sides.nth(at).locator(".said").first.evaluate("e => getComputedStyle(e).fontSize")
        for at in (0, 1)
    ]

    assert sides.count() == 2
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert abs(boxes[0]["width"] - boxes[1]["width"]) < 1
    assert boxes[0]["y"] == boxes[1]["y"]
    assert sizes[0] == sizes[1]
    assert "主張" in sides.nth(0).locator("h3").inner_text()
    unconfirmed = page.locator(".dispute > .side.unconfirmed")
    assert "確認できない" in unconfirmed.inner_text()
    assert page.locator(".dispute .side li").count() == page.locator(".side li .chip").count()
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_course_says_the_same_drawn_listed_and_as_data(
    front: str, browser: Browser, language: str
) -> None:
    """Every dated step is a mark of the drawing, a line of the list, and an object."""
    id = dispute_of(front, "farken")
    told = httpx.get(f"{front}/claims/{id}.json").json()["data"]
    page = browser.new_page(base_url=front, java_script_enabled=False, viewport=WIDE)  # type: ignore[arg-type]
    page.goto(f"/claims/{id}?lang={language}")

    moves = ["asserted", "denied", "unconfirmed", "opposed"]
    assert [step["move"] for step in told["course"]] == moves
    assert page.locator("ol.steps > li").count() == 4
    assert page.locator("svg.wide .told").count() == 4
    assert page.locator("svg.wide").is_visible()
    assert page.locator("svg.narrow").is_hidden()
    marks = [page.locator(f"svg.wide .lane.{lane} .told").first for lane in ("asserted", "denied")]
    tops = [box["y"] for mark in marks if (box := mark.bounding_box())]
    assert tops[0] < tops[1]
    lines = httpx.get(f"{front}/claims/{id}.ndjson").text.splitlines()
    assert len(lines) == 4
    page.close()


def test_a_claim_is_found_by_the_id_of_any_report(front: str) -> None:
    """The address of what was read in one document gives the whole."""
    id = dispute_of(front, "farken")
    told = httpx.get(f"{front}/claims/{id}.json").json()["data"]

    assert len(told["claims"]) == 2
    for one in told["claims"]:
        assert httpx.get(f"{front}/claims/{one}.json").json()["data"]["joined"] == id
    assert httpx.get(f"{front}/claims/cl-none.json").status_code == 404


def test_disputes_are_narrowed_by_what_they_are_about(front: str) -> None:
    """By place, by whether they tell who holds one, by party and day; a place that is none is told."""

    def ids(path: str) -> set[str]:
        return {row["joined"] for row in httpx.get(f"{front}{path}").json()["data"]}

    every = ids("/claims.json?limit=100")
    placed, other = ids("/claims.json?kind=place"), ids("/claims.json?kind=other")

    assert placed | other == every
    assert placed
    assert other
    assert not placed & other
    assert ids("/disputes.json") < every
    assert ids("/disputes.json?since=2032") == set()
    assert httpx.get(f"{front}/disputes.json?place=zzz").status_code == 400
    assert httpx.get(f"{front}/disputes.json?kind=x").status_code == 422


@pytest.mark.parametrize("path", ["/disputes", "/claims", "/places"])
def test_pages_go_on_without_a_gap(server: str, path: str) -> None:
    """By cursor every claim and place comes once."""
    key = "id" if path == "/places" else "joined"
    whole = [row[key] for row in httpx.get(f"{server}{path}.json?limit=50").json()["data"]]
    target: str | None = f"{path}.json?limit=3"
    found: list[str] = []
    while target and len(found) < 40:
        answer = httpx.get(server + target, headers={"accept": "application/json"})
        found += [row[key] for row in answer.json()["data"]]
        target = answer.headers.get("link", "").partition(">")[0].removeprefix("<") or None

    assert found[:50] == whole[: len(found)]
    assert len(found) >= min(len(whole), 40)
    assert httpx.get(f"{server}{path}.json?after=zzz").status_code == 400


def test_a_place_has_a_lane_for_each_side(front: str, browser: Browser) -> None:
    """Bands go on until the side says otherwise, hatched while both stand; the table says the same."""
    told = httpx.get(f"{front}/places/ファルケン.json").json()["data"]
    page = browser.new_page(base_url=front, viewport=WIDE, locale="en-GB")  # type: ignore[arg-type]
    page.goto("/places/farken")

    assert [(t["claimant"], t["denies"], t["until"]) for t in told["tenures"]] == [
        ("norda", False, None),
        ("tesmia", True, None),
        ("tesmia", False, None),
    ]
    assert told["tenures"][0]["contested"] == [{"from": "2031-11-20", "until": None}]
    assert page.locator("svg.wide .lane").count() == 2
    assert page.locator("svg.wide .tenure").count() == page.locator(".tenures tbody tr").count()
    assert page.locator("svg.wide .tenure rect").count() >= 2
    assert "still stands" in page.locator(".tenures").inner_text()
    assert page.locator("ol.steps > li .chip").count() >= 4
    assert httpx.get(f"{front}/places/zzz.json").status_code == 404
    assert httpx.get(f"{front}/places/norda-mod.json").status_code == 404
    untold = httpx.get(f"{front}/places/farken?since=2033")
    assert (untold.status_code, "<svg" in untold.text) == (200, False)
    page.close()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_claim_and_a_place_are_accessible(
    browser: Browser, front: str, size: dict[str, int], theme: str
) -> None:
    """axe-core finds nothing, nothing is wider than the window, text of drawings is not small."""
    with looking(browser, front, size, theme) as page:
        for path in (f"/claims/{dispute_of(front, 'farken')}", "/places/farken", "/places"):
            page.goto(path)
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            heights = page.locator(".drawing svg:visible text.name").evaluate_all(
                "all => all.map(e => e.getBoundingClientRect().height)"
            )
            assert all(height >= 11 for height in heights)


def test_one_goes_from_a_dispute_to_its_course_by_key(front: str, browser: Browser) -> None:
    """With Tab and Enter alone, from the list to the claim, and on to the place."""
    page = browser.new_page(base_url=front, locale="ja-JP")
    page.goto("/disputes?place=farken")
    page.locator(".dispute h2 a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
    page.locator("dd a[href^='/places/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/farken")

    assert page.locator("nav[aria-label] a[aria-current]").count() >= 2
    page.close()


def test_hostile_words_in_a_claim_show_as_themselves(tmp_path: Path, browser: Browser) -> None:
    """Markup in a claim, a voice or a title is text, in drawings too."""
    write_ledger(tmp_path / "hostile.db", hostile_reading())
    with serving(Options(str(tmp_path / "hostile.db"))) as address:
        (row,) = httpx.get(f"{address}/claims.json").json()["data"]
        for path in ("/disputes", "/claims", f"/claims/{row['joined']}", "/places", "/figures"):
            text = httpx.get(address + path).text
            assert "<script>alert" not in text
            assert "<i>@" not in text
            for drawing in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
                assert "<i>" not in drawing
        page: Page = browser.new_page(base_url=address)
        page.goto(f"/claims/{row['joined']}")
        assert "<script>alert" in page.locator("h1").inner_text()
        page.close()


def test_a_list_of_disputes_is_a_feed(front: str) -> None:
    """Its filters hold in the feed; each entry leads to its record."""
    told = httpx.get(f"{front}/disputes.atom?kind=place")
    (first, *_) = httpx.get(f"{front}/disputes.json?kind=place").json()["data"]

    assert told.headers["content-type"].startswith("application/atom+xml")
    assert first["id"] in told.text
    assert told.text.count("<entry>") == len(
        httpx.get(f"{front}/disputes.json?kind=place").json()["data"]
    )


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    """No page fails where nothing was read."""
    with serving(Options(str(tmp_path / "empty.db"))) as address:
        for path in ("/disputes", "/claims", "/figures", "/places"):
            assert httpx.get(address + path).status_code == 200
