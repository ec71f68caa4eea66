"""The timeline: drawn, listed, moved, with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import open_ledger
from soten.web.site import Options
from tests.ledgers import hostile_reading, write_ledger
from tests.momentledger import fill
from tests.talkledger import COURSE
from tests.talkledger import fill as fill_talk
from tests.web.conftest import NARROW, WIDE, looking, serving, violations

ALL = "/timeline?since=2015&until=2030"
LONGEST_TASK_MS = 200


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return a server on a ledger of 10,000 statements and events."""
    path = tmp_path_factory.mktemp("timeline") / "full.db"
    with open_ledger(path) as ledger:
        fill(ledger, 10_000)
    with serving(Options(str(path))) as address:
        yield address


def test_the_list_says_what_is_drawn(server: str, page: Page) -> None:
    """Same things, same order; every line ends in its evidence."""
    told = httpx.get(f"{server}{ALL.replace('?', '.json?')}&limit=400").json()["data"]
    items = httpx.get(f"{server}{ALL.replace('?', '/items.json?')}").json()["data"]
    page.goto(ALL)

    assert [one["mark"] for one in told] == items["items"]
    assert not items["is_cut"]
    rows = page.locator(".moment")
    assert rows.count() == page.locator(".moment details.chip").count() > 0


def test_a_window_is_bounded_and_moved_by_links(browser: Browser, server: str) -> None:
    """Without script: earlier, later, in, out, scales; what narrows stays."""
    context = browser.new_context(base_url=server, locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto("/timeline?since=2025-11-01&until=2025-11-30&kind=statement")
    assert page.locator(".band").count() == 1
    page.locator("a[data-go=out]").click()
    assert "since=2025-10-17&until=2025-12-15" in page.url.replace("kind=statement&", "")
    assert "kind=statement" in page.url
    page.locator("a[data-days='365']").click()
    assert page.locator(".scales a[aria-current]").inner_text() == "1 year"
    assert page.locator("svg.bands").is_visible()
    page.locator(".overall summary").click()
    page.locator(".overall table a").last.click()
    assert page.locator(".moment").count() > 0
    context.close()


def test_kinds_are_chosen_by_name(server: str) -> None:
    """Several, by commas or several times; another is refused."""
    for query in ("kind=talk,event", "kind=talk&kind=event"):
        told = httpx.get(f"{server}{ALL.replace('?', '.json?')}&{query}").json()["data"]
        assert {one["kind"] for one in told} == {"talk", "event"}
    assert httpx.get(f"{server}/timeline.json?kind=figure").status_code == 400
    assert httpx.get(f"{server}/timeline.json?since=soon").status_code == 400


def test_keys_move_the_axis_and_the_list_follows(page: Page) -> None:
    """The address names what is shown; the list is of the same days."""
    page.goto("/timeline?since=2025-11-01&until=2025-12-31")
    page.locator(".stage.drawn").wait_for()
    before = page.locator("#window").inner_text()
    page.locator("#stage").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")

    page.wait_for_url(lambda address: "since=2025-11-01" not in address)
    expect(page.locator("#window")).not_to_have_text(before)
    expect(page.locator("#told")).not_to_be_empty()
    page.keyboard.press("0")
    page.wait_for_url(lambda address: "since=201" in address or "since=202" in address)
    expect(page.locator(".moment").nth(5)).to_be_attached()


def test_a_range_is_chosen_by_dragging(page: Page) -> None:
    """Over the bars of all records."""
    page.goto("/timeline")
    page.locator(".stage.drawn").wait_for()
    bars = page.locator(".overall a[data-since] .bar")
    first, last = bars.first.bounding_box(), bars.last.bounding_box()
    assert first is not None
    assert last is not None
    page.mouse.move(first["x"] + 1, first["y"] + first["height"] / 2)
    page.mouse.down()
    page.mouse.move(last["x"] + 1, last["y"] + last["height"] / 2, steps=8)
    page.mouse.up()

    since = page.locator(".overall a[data-since]").first.get_attribute("data-since")
    page.wait_for_url(lambda address: f"since={since}" in address)


def test_a_mark_tells_its_words(server: str, page: Page) -> None:
    """Under the pointer: its kind, its days, and the sentence it rests on."""
    item = httpx.get(f"{server}{ALL.replace('?', '/items.json?')}&kind=talk").json()["data"][
        "items"
    ][0]
    words = httpx.get(f"{server}/timeline/items/{item['id']}.json").json()["data"]["exact"]
    page.goto(f"/timeline?kind=talk&since={item['low']}&until={item['low']}")
    page.locator(".stage.drawn").wait_for()
    box = page.locator("#stage canvas").bounding_box()
    assert box is not None
    for down in range(62, 200, 3):
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + down)
        if page.locator(".moment.lit").count():
            break

    expect(page.locator(".tip blockquote")).not_to_be_empty()
    assert words
    assert httpx.get(f"{server}/timeline/items/st-none.json").status_code == 404


def test_ten_thousand_marks_are_drawn_without_freezing(browser: Browser, full: str) -> None:
    """No task is longer than a fifth of a second while all are drawn, moved and zoomed.

    A machine that is busy with other things may hold a task up: the best of three tries counts.
    """
    address = f"{full}/timeline/items.json?since=2031-01&until=2031-12"
    told = httpx.get(address, timeout=60).json()["data"]
    assert len(told["items"]) == 10_000
    longest = [_longest_task(browser, full)]
    while longest[-1] >= LONGEST_TASK_MS and len(longest) < 3:
        longest.append(_longest_task(browser, full))

    assert min(longest) < LONGEST_TASK_MS


def _longest_task(browser: Browser, full: str) -> float:
    context = browser.new_context(base_url=full, viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(
        "window.tasks = []; new PerformanceObserver((list) => list.getEntries().forEach("
        "(task) => window.tasks.push(task.duration))).observe({type: 'longtask', buffered: true});"
    )
    page.goto("/timeline?since=2031-01&until=2031-12")
    page.locator(".stage.drawn").wait_for()
    assert page.locator("#stage").get_attribute("data-ready") == "10000"
    page.locator("#stage").focus()
    for key in ("+", "ArrowLeft", "ArrowRight", "-", "-", "+"):
        page.keyboard.press(key)
        page.wait_for_timeout(40)
    page.wait_for_timeout(1200)
    longest = max(page.evaluate("window.tasks"), default=0.0)
    context.close()
    return float(longest)


def test_planned_and_actual_are_connected(browser: Browser, tmp_path: Path, pack: Path) -> None:
    """A talk set for the 8th and held on the 10th: one mark, a line, and the words beside."""
    with open_ledger(tmp_path / "talk.db") as ledger:
        fill_talk(ledger, pack, COURSE)
        join_pending(ledger, JOINERS)
    with serving(Options(str(tmp_path / "talk.db"))) as address:
        context = browser.new_context(base_url=address, locale="ja-JP", java_script_enabled=False)
        page = context.new_page()
        page.goto("/timeline?since=2031-05-01&until=2031-05-31&kind=talk")
        assert page.locator(".band .was").count() == 1
        assert page.locator(".band .tie").count() == 1
        assert "当初の予定: 2031年5月8日" in page.locator(".moment").inner_text()
        context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_drawn_axis_is_accessible(
    browser: Browser, server: str, theme: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing once script has drawn, nor where what has no day is listed."""
    with looking(browser, server, size, theme) as page:
        for path in (f"{ALL}&lang=ja", "/timeline?undated=1&lang=en"):
            page.goto(path)
            if "undated" not in path:
                page.locator(".stage.drawn").wait_for()
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_empty_and_a_hostile_ledger_are_shown(tmp_path: Path) -> None:
    """Nothing read yet, and markup for words: text on every page."""
    write_ledger(tmp_path / "hostile.db", hostile_reading())
    for name in ("empty.db", "hostile.db"):
        with serving(Options(str(tmp_path / name))) as address:
            for path in ("/timeline", "/timeline/items", "/timeline/counts", "/timeline?undated=1"):
                page = httpx.get(address + path)
                assert page.status_code == 200
                assert "<script>alert" not in page.text
