"""Several processes on one port, and one that counts for them."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from soten.query.outlets import publishers
from soten.store import open_ledger
from soten.web import memo as memos
from soten.web.counting import Count
from soten.web.memo import Memo
from soten.web.processes import counting
from tests.web.test_memo import waited

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are told by /proc")


@contextmanager
def served(ledger: Path, count: int = 2) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start `soten serve` with some processes for a reviewer; give it and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "soten", "--ledger", str(ledger), "serve", "--review"]
    server = subprocess.Popen([*command, "--processes", str(count), "--port", str(port)])
    address = f"http://127.0.0.1:{port}"
    try:
        until(lambda: answers(address))
        yield server, address
    finally:
        server.kill()
        server.wait(20)
        until(lambda: not answers(address))


def answers(address: str) -> bool:
    """Say whether somebody answers there."""
    try:
        return httpx.get(f"{address}/static/css/soten.css").is_success
    except httpx.TransportError:
        return False


def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def started_by(server: subprocess.Popen[bytes]) -> list[int]:
    """Return the processes that a server has started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if int(parent) == server.pid:
            found.append(int(folder.name))
    return found


def test_a_form_of_one_process_is_good_for_the_other(own_ledger: Path) -> None:
    """What was asked of one server can be sent to it, whichever process takes it."""
    with served(own_ledger) as (_, address):
        for _ in range(6):
            with httpx.Client(base_url=address) as browser:
                page = browser.get("/review").text
            cookies = browser.cookies
            sign = re.search(r'name="csrf" value="([^"]+)"', page)
            pick = re.search(r'name="pick" value="([^"]+)"', page)
            assert sign is not None
            assert pick is not None
            form = {"csrf": sign[1], "act": "accept", "pick": pick[1]}
            headers = {"connection": "close"}
            with httpx.Client(base_url=address, cookies=cookies, headers=headers) as other:
                assert other.post("/review/decide", data=form).status_code == 303
    with open_ledger(own_ledger) as ledger:
        assert len(ledger.decisions()) == 6


def test_processes_come_and_go_with_the_one_that_was_started(own_ledger: Path) -> None:
    """One that dies is replaced; when the first is killed the others end, and none keeps the port."""
    with served(own_ledger) as (server, address):
        begun = started_by(server)
        assert len(begun) >= 3
        for process in begun:
            os.kill(process, signal.SIGKILL)
        until(lambda: not set(begun) & set(started_by(server)))
        until(lambda: answers(address))
        server.terminate()
        assert server.wait(60) == 0
        until(lambda: not answers(address))


@pytest.mark.parametrize("count", [1, 2])
def test_who_started_it_ends_it(own_ledger: Path, count: int) -> None:
    """Ctrl-C ends a server without complaint."""
    with served(own_ledger, count) as (server, address):
        assert answers(address)
        server.send_signal(signal.SIGINT)
        assert server.wait(60) == 0


def test_another_process_counts(own_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it counts is what would be counted here."""
    monkeypatch.setattr(memos, "LARGE", 0)
    with counting(str(own_ledger)) as counter, open_ledger(own_ledger) as ledger:
        memo = Memo(ledger, counter)
        found = waited(lambda: memo.counted(Count.by(publishers)), lambda found: True)
        assert found.value == publishers(ledger)
        assert counter.latest(Count.by(publishers), found.revision) is None


def test_garbage_is_not_sought_in_the_middle_of_a_page() -> None:
    """However many objects a page makes, it does not bring about a search among all there are."""
    script = (
        "import gc, sys\n"
        "from soten.web.processes import collect_apart\n"
        "collect_apart()\n"
        "kept = [[] for _ in range(300_000)]\n"
        "print(gc.get_freeze_count() > 0, gc.get_stats()[1]['collections'] > 0)\n"
        "before = gc.get_stats()[2]['collections']\n"
        "kept += [[] for _ in range(300_000)]\n"
        "print(gc.get_stats()[2]['collections'] - before)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert told.stdout.splitlines() == ["True True", "0"]
