"""Deciding in a browser: by keyboard, by form, by two at once, by program."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from soten.cli.reviewing import join_touched
from soten.records import State
from soten.review import Reviewer
from soten.store import Ledger, Search, Selection, StoredRecord, open_ledger
from soten.web.site import Options
from tests.web.conftest import NARROW, WIDE, looking, serving, violations


@pytest.fixture
def ledger(own_ledger: Path) -> Iterator[Ledger]:
    """Return the ledger that is served."""
    with open_ledger(own_ledger) as opened:
        yield opened


@pytest.fixture
def desk(own_ledger: Path) -> Iterator[str]:
    """Return the address of a server at which somebody decides."""
    with serving(Options(str(own_ledger), reviewer="aoki", join=join_touched)) as address:
        yield address


@pytest.fixture
def client(desk: str) -> Iterator[httpx.Client]:
    """Return a browser without script."""
    with httpx.Client(base_url=desk, follow_redirects=True) as opened:
        yield opened


@pytest.fixture
def reviewing(browser: Browser, desk: str) -> Iterator[Page]:
    """Return the queue in a real browser; it fails the test where a script fails."""
    context = browser.new_context(base_url=desk, locale="en-GB", viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto("/review")
    yield page
    context.close()
    assert troubles == []


def sign(page: str) -> str:
    """Return what a form of a page must bring along."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', page)
    assert found is not None
    return found[1]


def records_due(client: httpx.Client) -> list[dict[str, object]]:
    """Return what of the queue are records."""
    data = client.get("/review.json", params={"limit": 100}).json()["data"]
    return [one for one in data if one["link"] is None]


def state_of(ledger: Ledger, id: object) -> State:
    """Return what persons made of a record."""
    found = ledger.record(str(id))
    assert found is not None
    return found.state


def test_a_session_by_keyboard_only(reviewing: Page, ledger: Ledger) -> None:
    """Accept, reject, take back, correct: no hand leaves the keys, and nothing is lost."""
    page = reviewing
    page.goto("/review?kind=statement")
    ids = [
        one.split("-", 1)[1]
        for one in page.locator("li.due").evaluate_all("all => all.map(x => x.id)")
    ]

    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator(".done").first.wait_for()
    expect(page.locator("li.due").nth(1)).to_be_focused()
    page.keyboard.press("r")
    expect(page.locator("li.due").nth(2)).to_be_focused()
    assert page.locator(".done").count() == 2
    assert state_of(ledger, ids[0]) is State.ACCEPTED
    assert state_of(ledger, ids[1]) is State.REJECTED
    assert [e.decision.by for e in ledger.decisions()] == ["aoki", "aoki"]

    with page.expect_navigation():
        page.keyboard.press("u")
    assert state_of(ledger, ids[1]) is State.READ
    assert state_of(ledger, ids[0]) is State.ACCEPTED

    page.keyboard.press("?")
    assert page.locator("#keyhelp[open] dt").all_inner_texts()[3:5] == ["a", "r"]
    page.keyboard.press("Escape")
    page.locator("body").press("j")
    page.keyboard.press("j")
    target = page.evaluate("document.activeElement.id").split("-", 1)[1]
    with page.expect_navigation():
        page.keyboard.press("c")
    assert target in page.url
    page.locator("#f-date").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("2025-12-03")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".done").count() == 1
    assert state_of(ledger, target) is State.CORRECTED


def test_two_at_once_lose_nothing(reviewing: Page, ledger: Ledger) -> None:
    """Who is second sees the decision of the first, and decides anew with it in view."""
    page = reviewing
    page.goto("/review?kind=statement")
    id = page.locator("li.due").first.get_attribute("id")
    assert id is not None
    Reviewer(ledger, "beni").accept([id.split("-", 1)[1]], "checked")

    page.keyboard.press("r")
    page.locator(".conflict").wait_for()

    assert "beni" in page.locator(".conflict").inner_text()
    assert "checked" in page.locator(".conflict").inner_text()
    assert state_of(ledger, id.split("-", 1)[1]) is State.ACCEPTED
    assert violations(page) == []
    with page.expect_navigation():
        page.locator(".conflict form button").click()
    assert state_of(ledger, id.split("-", 1)[1]) is State.REJECTED
    assert len(ledger.decisions()) == 2


def test_a_correction_that_comes_second_is_kept_in_view(
    client: httpx.Client, ledger: Ledger
) -> None:
    """What was typed stands on the page that tells of the other's decision, ready to be sent."""
    id = str(next(one for one in records_due(client) if one["kind"] == "statement")["ids"][0])  # type: ignore[index]
    page = client.get(f"/review/records/{id}").text
    mark = re.search(r'name="mark" value="([^"]+)"', page)
    assert mark is not None
    Reviewer(ledger, "beni").accept([id])
    form = {"csrf": sign(page), "mark": mark[1], "f.date": "2025-01-02", "was.date": "x"}

    answer = client.post(f"/review/records/{id}", data=form)

    assert answer.status_code == 409
    assert "beni" in answer.text
    assert 'name="f.date" value="2025-01-02"' in answer.text
    assert state_of(ledger, id) is State.ACCEPTED


def test_what_does_not_hold_is_told_at_its_field(client: httpx.Client, ledger: Ledger) -> None:
    """A name that nobody bears, a date that is none; what was typed stays in the form."""
    id = str(next(one for one in records_due(client) if one["kind"] == "statement")["ids"][0])  # type: ignore[index]
    csrf = sign(client.get(f"/review/records/{id}").text)
    for name, typed in (("speaker", "誰でもない人"), ("date", "yesterday"), ("evidence", "<b>x")):
        answer = client.post(f"/review/records/{id}", data={"csrf": csrf, f"f.{name}": typed})
        assert answer.status_code == 422
        assert f'aria-describedby="t-{name}"' in answer.text
        assert html.escape(typed) in answer.text
    assert client.post(f"/review/records/{id}", data={"csrf": csrf}).status_code == 422
    assert state_of(ledger, id) is State.READ


def test_every_kind_shows_fields_that_mean_the_same_again(
    client: httpx.Client, ledger: Ledger
) -> None:
    """Sending a form unchanged, as if all had been typed, is a correction that changes nothing."""
    seen: dict[str, StoredRecord] = {}
    for stored in ledger.records(Selection()):
        seen.setdefault(stored.record.kind, stored)
    for kind, stored in seen.items():
        id = stored.id
        page = client.get(f"/review/records/{id}").text
        fields = dict(re.findall(r'name="was\.(\w+)" value="([^"]*)"', page))
        typed = {f"f.{name}": html.unescape(text) for name, text in fields.items()}
        answer = client.post(f"/review/records/{id}", data={"csrf": sign(page), **typed})
        assert answer.status_code == 200, (kind, typed)
        after = ledger.record(id)
        assert after is not None
        assert after.record == stored.record, kind


def test_many_are_decided_as_one_and_taken_back_as_one(reviewing: Page, ledger: Ledger) -> None:
    """Only what is picked on the page; the page says how many; one undo."""
    page = reviewing
    page.goto("/review?kind=statement&limit=3")
    page.locator("#pick-all").check()
    assert page.locator("#picked").inner_text().startswith("3 ")
    with page.expect_navigation():
        page.locator("#bulk button").first.click()

    (entry,) = ledger.decisions()
    assert len(entry.decision.targets) == 3
    with page.expect_navigation():
        page.locator(".done button").first.click()
    assert ledger.count(Selection(states=(State.ACCEPTED,))) == 0


def test_things_are_merged_and_split(client: httpx.Client, ledger: Ledger) -> None:
    """By their ids; against a decision that holds it is a conflict, not a silent change."""
    ids = [s.id for s in ledger.records(Selection(kinds=("claim",)), limit=2)]
    csrf = sign(client.get("/review").text)
    merged = client.post("/review/decide", data={"csrf": csrf, "act": "merge", "id": ids})
    page = client.get(f"/review/records/{ids[0]}").text
    split = client.post("/review/decide", data={"csrf": csrf, "act": "split", "id": ids})

    assert merged.status_code == 200
    assert f'id="with-{ids[1]}"' in page
    assert split.status_code == 409
    assert "merge" in [e.decision.action.value for e in ledger.decisions(Search(only_holding=True))]


def test_what_was_missed_is_added(client: httpx.Client, ledger: Ledger) -> None:
    """Without its words, or with a field that does not hold, it is not; then it is."""
    document = next(iter(ledger.documents()))
    place: dict[str, str | int] = {
        "document": document.id,
        "start": 0,
        "end": 6,
        "kind": "commitment",
    }
    page = client.get("/review/add", params=place)
    form = {**place, "csrf": sign(page.text), "f.party": "誰でもない人", "f.what": "x<y"}
    wrong = client.post("/review/add", data=form)
    assert wrong.status_code == 422
    assert 'value="誰でもない人"' in wrong.text
    form["f.party"] = next(iter(ledger.parties()))

    added = client.post("/review/add", data=form)

    assert added.status_code == 200
    assert "x&lt;y" in added.text
    (stored,) = ledger.records(Selection(states=(State.ADDED,)))
    assert stored.record.evidence.exact == document.text[:6]


def test_who_decided_what_is_told(client: httpx.Client, ledger: Ledger) -> None:
    """For everybody, for one person, for one record; a hostile name is text."""
    first, second = (str(one["ids"][0]) for one in records_due(client)[:2])  # type: ignore[index]
    name = "<script>alert(1)</script>\u202e"
    Reviewer(ledger, name).reject([first], "<b>why</b>")
    Reviewer(ledger, "aoki").accept([second])

    page = client.get("/review/log").text
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "<b>why" not in page
    mine = client.get("/review/log.json", params={"by": "aoki"}).json()["data"]
    assert [one["by"] for one in mine] == ["aoki"]
    about = client.get("/review/log.json", params={"about": first}).json()["data"]
    assert [one["by"] for one in about] == [name]
    assert client.get("/review/log.json", params={"limit": 1}).json()["next"]
    assert client.get("/review/orphans").status_code == 200


def test_without_leave_nothing_is_decided(server: str) -> None:
    """An open server shows the queue and refuses decisions."""
    with httpx.Client(base_url=server) as client:
        page = client.get("/review").text
        assert 'action="/review/decide"' not in page
        csrf = (
            sign(client.get("/account/login", follow_redirects=True).text) if "csrf" in page else ""
        )
        assert client.post("/review/decide", data={"csrf": csrf, "act": "undo"}).status_code == 403


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_review_is_accessible(
    browser: Browser, desk: str, size: dict[str, int], theme: str
) -> None:
    """axe-core finds nothing wrong with any of its pages, in both languages."""
    with looking(browser, desk, size, theme) as page:
        (one, *_) = httpx.get(desk + "/review.json?kind=claim").json()["data"]
        document = httpx.get(f"{desk}/records/{one['ids'][0]}.json").json()["data"]["document"]
        document = document["id"] if isinstance(document, dict) else document
        for path in (
            "/review?x=1",
            f"/review/records/{one['ids'][0]}?x=1",
            f"/review/add?document={document}&start=1&end=9",
            "/review/log?x=1",
        ):
            for language in ("ja", "en"):
                page.goto(f"{path}&lang={language}")
                assert violations(page) == [], path
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
