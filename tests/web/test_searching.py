"""Search, and questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from soten.cli.serving import Questions
from soten.web.app import create_app
from soten.web.site import Options
from tests.ledgers import hostile_reading, two_reports, write_ledger
from tests.web.conftest import NARROW, WIDE, looking, serving, violations

HIT = {"q": "停戦"}


@pytest.fixture(scope="module")
def asked(sample_ledger: Path) -> Iterator[str]:
    """Return the address of a server on the samples that reads questions."""
    questions = Questions(("core", "ukraine"))
    with serving(Options(str(sample_ledger), read_question=questions.read)) as address:
        yield address


def test_a_search_gives_documents_and_records(server: str) -> None:
    """Two-character words are found; documents first, then records, each with its place."""
    told = httpx.get(f"{server}/search.json", params=HIT).json()

    kinds = [one["kind"] for one in told["data"]]
    assert kinds[0] == "document"
    assert {"statement", "position"} <= set(kinds)
    assert kinds == sorted(kinds, key=lambda kind: kind != "document")
    assert told["facets"]["count"] == sum(v["count"] for v in told["facets"]["kinds"])


def test_a_search_is_narrowed_and_paged(server: str) -> None:
    """Facets lead to what they count; the next page holds other rows; exports obey the filters."""
    told = httpx.get(f"{server}/search.json", params=HIT).json()
    (kind, *_) = told["facets"]["kinds"]
    narrowed = {**HIT, "kind": kind["id"], "limit": "100"}

    one = httpx.get(f"{server}/search.json", params=narrowed).json()
    assert len(one["data"]) == kind["count"]
    assert len(httpx.get(f"{server}/search.csv", params=narrowed).text.splitlines()) == (
        kind["count"] + 1
    )
    pages, after = [], ""
    while after is not None:
        page = httpx.get(f"{server}/search.json", params={**HIT, "limit": 3, "after": after}).json()
        pages += [row["id"] for row in page["data"]]
        after = page["next"]
    assert len(pages) == len(set(pages))
    assert len(pages) >= told["facets"]["count"]


def test_a_bar_narrows_to_its_time(server: str) -> None:
    """The days of a bar, put into the address, find what it counts."""
    told = httpx.get(f"{server}/search.json", params=HIT).json()["facets"]
    bar = max(told["days"], key=lambda bar: int(bar["count"]))

    span = {**HIT, "since": bar["since"], "until": bar["until"]}
    there = httpx.get(f"{server}/search.json", params=span).json()["facets"]

    assert there["count"] >= bar["count"]


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"q": "停戦", "kind": "nothing"}, 400),
        ({"q": "停戦", "after": "zzz"}, 400),
        ({"q": "-停戦"}, 400),
        ({"q": "停" * 400}, 422),
        ({"q": "停戦", "limit": "9999"}, 422),
    ],
)
def test_what_cannot_be_searched_is_told(server: str, params: dict[str, str], status: int) -> None:
    """A kind, a cursor, words or a number that are none."""
    assert httpx.get(f"{server}/search.json", params=params).status_code == status


def test_a_search_answers_while_one_types(page: Page) -> None:
    """Results, their count and the address follow the words; a live region tells them."""
    page.goto("/search")
    page.locator("#q").press_sequentially("停戦", delay=20)

    page.locator("#results mark").first.wait_for()
    assert "q=%E5%81%9C%E6%88%A6" in page.url
    assert "件" in page.locator("#told").inner_text()
    assert page.locator("#told").get_attribute("aria-live") == "polite"
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_search_works_by_enter_without_script(browser: Browser, server: str) -> None:
    """Words, a facet, its removal, and the next page are forms and links."""
    context = browser.new_context(
        base_url=server,
        java_script_enabled=False,
        locale="ja-JP",
        viewport=WIDE,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto("/search")
    page.locator("#q").fill("停戦")
    page.locator("#q").press("Enter")
    assert page.locator(".hit mark").count() > 0

    page.locator(".facets a", has_text="発言").first.click()
    assert "kind=statement" in page.url
    assert page.locator(".hit").count() == 0

    page.locator(".active a").first.click()
    assert "kind=" not in page.url
    page.locator(".hit mark").first.click()
    assert page.locator(".m.at").first.is_visible()
    context.close()


def test_days_are_chosen_by_dragging(page: Page) -> None:
    """From one bar to another, the address holds both ends."""
    page.goto("/search?q=停戦")
    bars = page.locator(".bars a")
    first, last = bars.first, bars.last
    since, until = first.get_attribute("data-since"), last.get_attribute("data-until")
    first.hover()
    page.mouse.down()
    last.hover()
    page.mouse.up()

    page.wait_for_url("**since=**")
    assert f"since={since}" in page.url
    assert f"until={until}" in page.url


def test_recent_searches_stay_in_the_browser(page: Page) -> None:
    """They are offered at the next visit, and no request carries them."""
    page.goto("/search?q=停戦")
    page.goto("/search")

    assert page.locator("#recent option").first.get_attribute("value") == "停戦"


def test_hostile_hits_show_as_themselves(tmp_path: Path) -> None:
    """Markup in words and names is escaped, marks are the only elements within."""
    path = write_ledger(tmp_path / "ledger.db", hostile_reading())
    with serving(Options(str(path))) as address:
        for words in ("script", "alert", "DROP", "<img", "＜"):
            page = httpx.get(f"{address}/search", params={"q": words}).text
            assert "<script>alert" not in page
            assert "<img" not in page
            assert "\u202e" not in page


def test_a_question_is_answered(asked: str) -> None:
    """It says what it understood, and gives rows with evidence."""
    told = httpx.get(f"{asked}/ask.json", params={"q": "ロシアは停戦について何と言ったか"}).json()[
        "data"
    ]

    assert told["question"]["sought"] == "statements"
    assert all(row["evidence"]["exact"] for row in told["found"])
    page = httpx.get(f"{asked}/ask", params={"q": "ロシアは停戦について何と言ったか"}).text
    assert "当事者＝ロシア" in page


def test_what_is_not_there_leads_to_what_is_near(asked: str) -> None:
    """Nothing is made up: conditions that, left out, find something are links that find it."""
    url = f"{asked}/ask"
    told = httpx.get(
        f"{url}.json", params={"q": "2019年にロシアは停戦について何と言ったか"}
    ).json()["data"]
    assert told["found"] == []
    near = next(one for one in told["nearest"] if one["without"] == "period")

    question = {
        "q": "2019年にロシアは停戦について何と言ったか",
        "without": "period",
        "limit": "100",
    }
    found = httpx.get(f"{url}.json", params=question).json()["data"]["found"]

    assert len(found) == min(100, near["count"])


def test_questions_need_somebody_who_reads_them(sample_ledger: Path, asked: str) -> None:
    """A server without a reader has no such page and no such button."""
    with serving(Options(str(sample_ledger))) as unasked:
        assert httpx.get(f"{unasked}/ask.json?q=x").status_code == 404
        assert "formaction" not in httpx.get(f"{unasked}/search").text
    assert 'formaction="/ask"' in httpx.get(f"{asked}/search").text
    assert httpx.get(f"{asked}/ask.json?q=x&without=zzz").status_code == 400


def test_starting_a_server_reads_no_dictionary(tmp_path: Path) -> None:
    """The tokenizer is loaded by the first question, not by the start."""
    questions = Questions(("core",))

    app = create_app(Options(str(two_reports(tmp_path / "l.db")), read_question=questions.read))

    assert questions._reader is None
    app.state.site.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_pages_of_search_are_accessible(
    browser: Browser, asked: str, theme: str, language: str, size: dict[str, int]
) -> None:
    """axe-core finds nothing, and no page is wider than its window."""
    with looking(browser, asked, size, theme) as page:
        for path in (
            "/search?q=停戦&kind=statement&",
            "/search?q=選挙区割り&",
            "/ask?q=ロシアは停戦について何と言ったか&",
            "/ask?q=2019年にロシアは停戦について何と言ったか&",
        ):
            page.goto(f"{path}lang={language}")

            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
