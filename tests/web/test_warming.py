"""Each page is asked once before anybody does."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi import FastAPI

from soten.cli.serving import Questions
from soten.web import memo as memos
from soten.web.app import create_app
from soten.web.pages import PAGES
from soten.web.site import Options
from soten.web.warming import asked_once


def asked_by_a_thread(app: FastAPI, again_s: float = 1) -> dict[str, int]:
    """Ask in a thread, as a server does: in this one the browser of other tests may have its loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(asked_once(app, again_s))).result()


def test_an_address_of_each_page_is_asked(own_ledger: Path) -> None:
    """Pages of one thing too, as the lists link to them; nothing fails."""
    app = create_app(Options(str(own_ledger), read_question=Questions(()).read))

    asked = asked_by_a_thread(app)

    assert set(asked.values()) == {200}
    paths = {getattr(route, "path", "") for page in PAGES for route in page.router.routes}
    assert asked.keys() <= paths
    assert {path for path in paths if "{" not in path} & {"/", "/ask", "/map"} <= asked.keys()
    assert {"/talks/{id}", "/records/{id}", "/documents/{id}", "/actors/{id}"} <= asked.keys()
    assert not any(path.startswith(("/account", "/samples")) for path in asked)


def test_what_is_being_counted_is_asked_for_again(
    own_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that is not ready yet is asked again, until it is."""
    monkeypatch.setattr(memos, "LARGE", 0)
    app = create_app(Options(str(own_ledger), read_question=Questions(()).read))

    asked = asked_by_a_thread(app, again_s=0.2)

    assert set(asked.values()) == {200}


def test_who_must_log_in_is_not_let_in_by_it(own_ledger: Path) -> None:
    """It asks as any browser does: where one must log in, it gets no page."""
    app = create_app(Options(str(own_ledger), needs_login=True))

    asked = asked_by_a_thread(app)

    assert set(asked.values()) == {303}
