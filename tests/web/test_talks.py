"""Talks: the list, the calendar, each one's history, and reports that conflict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from soten.query import joined_talks
from soten.store import open_ledger
from soten.web.month import Role, entries_of, month_of
from soten.web.site import Options
from tests.talkledger import ANNOUNCED, BEFORE, COURSE, HELD, fill
from tests.web.conftest import NARROW, WIDE, looking, serving, violations

CALLED_OFF = (
    "2031-05-12",
    "10日に予定されていたノルダのベルカ大統領とテスミアのトセフ首相の会談は中止された。",
)


@pytest.fixture
def course(tmp_path: Path, pack: Path) -> Iterator[str]:
    """Return the address of a server on a talk told from announcement to outcome."""
    path = tmp_path / "course.db"
    with open_ledger(path) as ledger:
        fill(ledger, pack, (BEFORE, *COURSE))
    with serving(Options(str(path))) as address:
        yield address


@pytest.fixture
def conflict(tmp_path: Path, pack: Path) -> Iterator[str]:
    """Return the address of a server on a talk told as held and as called off."""
    path = tmp_path / "conflict.db"
    with open_ledger(path) as ledger:
        fill(ledger, pack, (HELD, CALLED_OFF))
    with serving(Options(str(path))) as address:
        yield address


def test_a_talk_shows_its_whole_history(course: str, browser: Browser) -> None:
    """From announced to outcome, each step with its evidence, and the round before it."""
    told = httpx.get(f"{course}/talks.json").json()["data"]
    steps = {talk["id"]: len(talk["history"]) for talk in told}
    id = max(steps, key=lambda id: steps[id])
    page = browser.new_page(base_url=course, locale="en-GB")
    page.goto("/talks")
    page.locator(f"li#{id} a.to").click()

    assert page.url.endswith(f"/talks/{id}")
    assert page.locator(".steps > li").count() == steps[id]
    assert page.locator(".steps > li details.chip").count() == steps[id]
    page.locator("a[rel=prev]").click()
    assert page.locator("h1").count() == 1
    page.close()


def test_reports_that_conflict_stand_side_by_side(conflict: str, browser: Browser) -> None:
    """Equal in width, the one told first, first; nobody is said to be right."""
    page = browser.new_page(base_url=conflict, viewport=WIDE, locale="ja-JP")  # type: ignore[arg-type]
    page.goto("/talks?stand=contested")
    page.locator("li.talk a.to").first.click()
    sides = page.locator(".conflict .sides > div")
    boxes = [sides.nth(at).bounding_box() for at in (0, 1)]

    assert sides.count() == 2
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert abs(boxes[0]["width"] - boxes[1]["width"]) < 1
    assert "行われた" in sides.nth(0).inner_text()
    assert violations(page) == []
    page.close()


def test_a_month_shows_where_a_talk_was_set_and_held(course: str, browser: Browser) -> None:
    """The day it was first set for stays in the calendar beside the day it took place."""
    page = browser.new_page(base_url=course, viewport=WIDE, locale="en-GB")  # type: ignore[arg-type]
    page.goto("/talks?month=2031-05")

    assert page.locator("td:has(time[datetime='2031-05-10']) .r-held").count() == 1
    assert page.locator("td:has(time[datetime='2031-05-08']) .r-was-set").count() == 1
    page.locator(".months a[rel=next]").click()
    assert page.url.endswith("month=2031-06")
    assert violations(page) == []
    page.close()


def test_a_date_of_a_month_is_in_no_day(tmp_path: Path, pack: Path) -> None:
    """Only what is known to the week stands in the weeks."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        fill(ledger, pack, (ANNOUNCED,))
        (talk,) = joined_talks(ledger).rows
    month = month_of([talk], "2031-05", first_weekday=6)

    (entry,) = entries_of(talk)
    assert entry.role is Role.DUE
    assert [day.date.day for week in month.weeks for day in week if day.entries] == [8]
    assert (month.previous, month.next) == ("2031-04", "2031-06")
    assert month.weeks[0][0].date.weekday() == 6


def test_the_list_is_narrowed_by_where_talks_stand(course: str) -> None:
    """What was held is not put off; a stand or a month that is none is told so."""
    held = httpx.get(f"{course}/talks.json?stand=held").json()["data"]
    off = httpx.get(f"{course}/talks.json?stand=off").json()["data"]

    assert held
    assert {talk["status"] for talk in held} <= {"held", "ongoing"}
    assert off == []
    assert httpx.get(f"{course}/talks.json?stand=x").status_code == 422
    assert httpx.get(f"{course}/talks.json?month=2031-13").status_code == 422
    assert httpx.get(f"{course}/talks/tk-none.json").status_code == 404


def test_pages_of_talks_go_on_without_a_gap(server: str) -> None:
    """By cursor, also where only some are wanted, every talk comes once."""
    whole = [one["id"] for one in httpx.get(f"{server}/talks.json").json()["data"]]
    for stand in ("", "held"):
        target: str | None = (
            f"/talks.json?limit=3&stand={stand}" if stand else "/talks.json?limit=3"
        )
        found: list[str] = []
        while target:
            answer = httpx.get(server + target, headers={"accept": "application/json"})
            assert len(answer.json()["data"]) <= 3
            found += [one["id"] for one in answer.json()["data"]]
            link = answer.headers.get("link", "")
            target = link.partition(">")[0].removeprefix("<") or None
        assert len(found) == len(set(found))
        assert set(found) <= set(whole)
        assert stand or len(found) == len(whole)


def test_a_calendar_is_read_by_key(page: Page) -> None:
    """From a day of the calendar into a talk and back, with Tab and Enter alone."""
    page.goto("/talks")
    page.locator("nav.tabs a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**month=**")
    entry = page.locator(".calendar .entry a").first
    if entry.count():
        entry.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/talks/**")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_pages_of_a_talk_are_accessible(
    browser: Browser, server: str, theme: str, language: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing on a talk and on a promise, and neither is wider than its window."""
    with looking(browser, server, size, theme) as page:
        for name in ("talks", "commitments"):
            id = httpx.get(f"{server}/{name}.json?limit=1").json()["data"][0]["id"]
            page.goto(f"/{name}/{id}?lang={language}")
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_empty_and_a_hostile_ledger_are_shown(bare: tuple[str, str]) -> None:
    """Nothing read yet, and markup for names: text on every page."""
    for address in bare:
        for path in ("/talks", "/talks?month=2031-05", "/commitments"):
            page = httpx.get(address + path)
            assert page.status_code == 200
            assert "<script>alert" not in page.text
