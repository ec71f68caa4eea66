"""Who may see and do what: at this machine, by login, by token; forms of other servers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi.routing import APIRoute
from playwright.sync_api import Browser

from soten.accounts import Doors, Role
from soten.accounts.doors import PAIR_MOST
from soten.store import open_ledger
from soten.web.app import create_app
from soten.web.pages import PAGES
from soten.web.site import Options
from tests.web.conftest import serving, violations

PASSWORD = "a long enough one"
PEOPLE = {"yomi": Role.READER, "aoki": Role.REVIEWER, "kanri": Role.ADMINISTRATOR}
POSTS = sorted(
    {
        route.path
        for page in PAGES
        for route in page.router.routes
        if isinstance(route, APIRoute) and "POST" in (route.methods or ())
    }
)


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hashes cost little."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("soten.accounts.passwords._hasher", hasher)


@pytest.fixture
def closed(own_ledger: Path) -> Iterator[str]:
    """Return the address of a server where one has to log in."""
    with open_ledger(own_ledger) as ledger:
        for name, role in PEOPLE.items():
            Doors(ledger).add(name, role, PASSWORD)
    with serving(Options(str(own_ledger), needs_login=True)) as address:
        yield address


_CLIENTS: list[httpx.Client] = []


def client_of(address: str) -> httpx.Client:
    """Return a browser; it is closed after the test."""
    _CLIENTS.append(httpx.Client(base_url=address))
    return _CLIENTS[-1]


@pytest.fixture(autouse=True)
def closed_clients() -> Iterator[None]:
    """Close the browsers of a test."""
    yield
    while _CLIENTS:
        _CLIENTS.pop().close()


def sign(page: str) -> str:
    """Return what a form of a page must bring along."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', page)
    assert found is not None
    return found[1]


def logged_in(address: str, name: str, password: str = PASSWORD) -> httpx.Client:
    """Return a browser that is logged in."""
    client = client_of(address)
    form = {"csrf": sign(client.get("/account/login").text), "name": name, "password": password}
    answer = client.post("/account/login", data=form)
    assert answer.status_code == 303, answer.text
    return client


def test_where_there_are_accounts_nothing_is_seen_without(closed: str) -> None:
    """Pages lead to the login, data is refused, the style sheets are given."""
    page = httpx.get(closed + "/statements?limit=2")
    assert page.status_code == 303
    assert page.headers["location"] == "/account/login?next=%2Fstatements%3Flimit%3D2"
    for path in ("/statements.json", "/openapi.json", "/statements.csv"):
        answer = httpx.get(closed + path, headers={"accept": "application/json"})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
    assert httpx.get(closed + "/static/css/soten.css").status_code == 200


def test_a_login_leads_back_and_its_cookie_is_kept_from_scripts(closed: str) -> None:
    """HttpOnly, SameSite=Lax; the session is a new one at every login; logging out ends it."""
    client = client_of(closed)
    form = {"name": "yomi", "password": PASSWORD, "next": "/statements"}
    for _ in range(2):
        page = client.get("/account/login")
        if page.status_code == 303:
            break
        answer = client.post("/account/login", data={**form, "csrf": sign(page.text)})
    cookie = answer.headers["set-cookie"]
    assert answer.headers["location"] == "/statements"
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert client.get("/statements").status_code == 200
    held = client.cookies["soten_session"]

    account = client.get("/account").text
    assert client.post("/account/logout", data={"csrf": sign(account)}).status_code == 303

    assert client.get("/statements").status_code == 303
    assert httpx.get(closed + "/statements", cookies={"soten_session": held}).status_code == 303


def test_behind_https_cookies_go_over_https_only(own_ledger: Path) -> None:
    """Secure, and bound to this very host by their name."""
    with serving(Options(str(own_ledger), needs_login=True, https=True)) as address:
        cookie = httpx.get(address + "/account/login").headers["set-cookie"]

    assert cookie.startswith("__Host-")
    assert "Secure" in cookie


@pytest.mark.parametrize("path", POSTS)
def test_no_form_without_its_sign_changes_anything(closed: str, path: str) -> None:
    """Missing, wrong, another's; from another server, with the right sign."""
    client, other = logged_in(closed, "kanri"), logged_in(closed, "aoki")
    right, others = sign(client.get("/account").text), sign(other.get("/account").text)
    path = re.sub(r"\{\w+\}", "x", path)

    for given in ({}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": others}):
        assert client.post(path, data=given).status_code == 403
    for origin in ("https://evil.example", "null", closed.replace("http", "https")):
        headers = {"origin": origin}
        assert client.post(path, data={"csrf": right}, headers=headers).status_code == 403
    headers = {"sec-fetch-site": "cross-site"}
    assert client.post(path, data={"csrf": right}, headers=headers).status_code == 403


def test_guessing_is_slowed(closed: str) -> None:
    """After some tries even the right password is refused; known and unknown names are told alike."""
    client = client_of(closed)
    told: dict[str, list[tuple[int, str]]] = {}
    for name in ("aoki", "nobody"):
        for number in range(PAIR_MOST + 1):
            password = "wrong" if number < PAIR_MOST else PASSWORD
            page = client.get("/account/login")
            form = {"csrf": sign(page.text), "name": name, "password": password}
            answer = client.post("/account/login", data=form)
            page_told = re.sub(r"aoki|nobody|[0-9a-f]{64}", "", answer.text)
            told.setdefault(name, []).append((answer.status_code, page_told))

    assert [status for status, _ in told["aoki"]] == [401] * PAIR_MOST + [429]
    assert told["aoki"] == told["nobody"]


def test_only_administrators_manage_accounts(closed: str) -> None:
    """Others get 403; a role that is lowered is lowered at once; nobody locks themselves out."""
    for name in ("yomi", "aoki"):
        client = logged_in(closed, name)
        form = {"csrf": sign(client.get("/account").text), "act": "remove", "name": "kanri"}
        assert client.post("/account/people", data=form).status_code == 403
    boss = logged_in(closed, "kanri")
    csrf = sign(boss.get("/account").text)
    add = {"csrf": csrf, "act": "add", "name": "新しい人", "role": "reader", "password": PASSWORD}

    assert boss.post("/account/people", data=add).status_code == 303
    assert "新しい人" in boss.get("/account").text
    logged_in(closed, "新しい人")
    remove = {"csrf": csrf, "act": "remove", "name": "kanri"}
    assert boss.post("/account/people", data=remove).status_code == 400
    remove["name"] = "yomi"
    assert boss.post("/account/people", data=remove).status_code == 303


def test_a_token_reads_without_cookies(closed: str, own_ledger: Path) -> None:
    """By `Authorization: Bearer`; a wrong one is refused; it manages no accounts."""
    with open_ledger(own_ledger) as ledger:
        _, held = Doors(ledger).issue("kanri")
    headers = {"authorization": f"Bearer {held}"}

    answer = httpx.get(closed + "/statements.json", headers=headers)
    wrong = httpx.get(closed + "/statements.json", headers={"authorization": f"Bearer {held}x"})
    managed = httpx.post(closed + "/account/people", headers=headers, data={"act": "remove"})

    assert answer.status_code == 200
    assert wrong.status_code == 401
    assert managed.status_code == 403


def test_a_token_decides_in_its_accounts_name(closed: str, own_ledger: Path) -> None:
    """A reviewer's does; a reader's, and a reviewer's for reading only, do not."""
    with open_ledger(own_ledger) as ledger:
        doors = Doors(ledger)
        _, held = doors.issue("aoki")
        readers = [doors.issue("yomi")[1], doors.issue("aoki", role=Role.READER)[1]]
        headers = {"authorization": f"Bearer {held}", "accept": "application/json"}
        (due, *_) = httpx.get(closed + "/review.json?kind=statement", headers=headers).json()[
            "data"
        ]
        id = due["ids"][0]
        form = {"act": "accept", "id": id, "mark": due["marks"][id]}
        for reader in readers:
            refused = httpx.post(
                closed + "/review/decide", data=form, headers={"authorization": f"Bearer {reader}"}
            )
            assert refused.status_code == 403

        first = httpx.post(closed + "/review/decide", data=form, headers=headers)
        second = httpx.post(closed + "/review/decide", data=form, headers=headers)

        assert first.json()["data"][0]["by"] == "aoki"
        assert second.status_code == 409
        assert second.json()["error"]["code"] == "conflict"
        assert [entry.decision.by for entry in ledger.decisions()] == ["aoki"]


def test_one_changes_ones_own_password_and_tokens(closed: str) -> None:
    """The present password is asked for; the token is shown once."""
    client = logged_in(closed, "yomi")
    csrf = sign(client.get("/account").text)
    made = client.post("/account/token", data={"csrf": csrf, "note": "<b>x</b>"}).text
    held = re.search(r"soten_[0-9a-f]{12}_[\w-]+", made)
    assert held is not None
    assert held[0] not in client.get("/account").text
    assert "<b>x</b>" not in made
    form = {"csrf": csrf, "old": "wrong", "new": "another long one"}
    assert client.post("/account/password", data=form).status_code == 400

    form["old"] = PASSWORD
    assert client.post("/account/password", data=form).status_code == 303

    assert client.get("/statements").status_code == 303
    logged_in(closed, "yomi", "another long one")


def test_a_page_of_one_is_not_given_to_another(closed: str) -> None:
    """Kept answers are kept for each by name."""
    first, second = logged_in(closed, "yomi"), logged_in(closed, "aoki")

    assert ">yomi<" in first.get("/statements").text
    assert ">yomi<" not in second.get("/statements").text


def test_an_open_ledger_answers_to_this_machines_names_only(server: str) -> None:
    """A name that somebody points at this machine gets nothing."""
    for host in ("evil.example", "e_vil.example:80", "[", "127.0.0.1.evil.example", "[::2]:1"):
        assert httpx.get(server + "/statements", headers={"host": host}).status_code == 421
    for host in ("localhost:1234", "[::1]:1", "127.0.0.1"):
        assert httpx.get(server + "/statements", headers={"host": host}).status_code == 200


def test_accounts_close_a_ledger_that_is_served_openly(own_ledger: Path) -> None:
    """From the first account on one has to log in, also when it is gone again."""
    with serving(Options(str(own_ledger))) as address, open_ledger(own_ledger) as ledger:
        assert httpx.get(address + "/statements").status_code == 200
        Doors(ledger).add("aoki", Role.READER, PASSWORD)
        app_waits = client_of(address)
        for _ in range(40):
            if app_waits.get("/statements").status_code == 303:
                break
        Doors(ledger).remove("aoki")
        assert app_waits.get("/statements").status_code == 303


def test_a_form_of_too_much_is_refused(server: str) -> None:
    """Too long, too many fields."""
    assert httpx.post(server + "/account/login", content=b"x" * 1_100_000).status_code == 413
    assert httpx.post(server + "/account/login", content=b"&a=b" * 3000).status_code == 413


@pytest.mark.parametrize("scripts", [True, False])
def test_one_logs_in_by_keyboard(browser: Browser, closed: str, scripts: bool) -> None:
    """With and without script, and lands where one wanted to go; the pages are accessible."""
    context = browser.new_context(base_url=closed, java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/statements")
    page.locator("input:focus").wait_for()
    page.keyboard.type("kanri")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    if scripts:
        assert violations(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements")
    page.goto("/account")

    assert page.get_by_text("yomi").count() > 0
    if scripts:
        assert violations(page) == []
    context.close()


def test_every_page_is_behind_the_gate(own_ledger: Path) -> None:
    """Whatever has a route is refused to those who are not logged in."""
    app = create_app(Options(str(own_ledger), needs_login=True))
    app.state.site.close()
    with serving(Options(str(own_ledger), needs_login=True)) as address:
        for path in sorted(app.state.paths - {"/account/login"}):
            asked = re.sub(r"\{\w+\}", "x", path)
            answer = httpx.get(address + asked, headers={"accept": "application/json"})
            assert answer.status_code == 401, path


def test_what_one_sees_is_kept_for_oneself(closed: str) -> None:
    """A page of somebody's is private and asked for anew; another's mark of it fits nobody else."""
    yomi, aoki = logged_in(closed, "yomi"), logged_in(closed, "aoki")
    mine = yomi.get("/statements")
    tag = {"if-none-match": mine.headers["etag"]}

    assert mine.headers["cache-control"] == "private, no-cache"
    assert "Cookie" in mine.headers["vary"]
    assert yomi.get("/statements", headers=tag).status_code == 304
    theirs = aoki.get("/statements", headers=tag)
    assert theirs.status_code == 200
    assert "yomi" not in theirs.text
    assert httpx.get(f"{closed}/statements", headers=tag).status_code == 303
    for path in ("/account", "/review"):
        answer = aoki.get(path)
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers
