"""The processes that serve a ledger: one, or several on one port and one that counts for them all."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import wait
from multiprocessing.managers import BaseManager
from typing import TYPE_CHECKING, Protocol, cast

import uvicorn
from uvicorn.supervisors import Multiprocess

from soten.store import open_ledger
from soten.web.app import create_app
from soten.web.counting import Counter, ThreadCounter
from soten.web.site import Options
from soten.web.warming import warm

if TYPE_CHECKING:
    from fastapi import FastAPI


_HANGS_S = 30
"""A process that gives no sign of life for so long is replaced."""

_SWITCH_S = 0.0005
"""A thread that computes lets others go on after so long.

A page asks the database some dozen times, and after each answer waits for its turn: with Python's own
5 ms a short page would wait longer for a long one than it takes.
"""

_GARBAGE = (20_000, 20, 1_000_000)
"""After how many new objects garbage is sought among the youngest, the younger, and all (never)."""
_COLLECTS_S = 300
"""Among all objects garbage is sought once in so many seconds."""


def serve(options: Options, host: str, port: int, processes: int) -> None:
    """Serve a ledger until somebody stops it (SIGINT, SIGTERM).

    Several processes take requests of one port in turn; if one dies another takes its place, and if
    this one dies they end. Exits where the port is taken.
    """
    if processes == 1:
        with suppress(KeyboardInterrupt):
            uvicorn.Server(_config(_Application(options), host, port, options)).run()
        return
    with counting(options.ledger) as counter:
        application = _Application(replace(options, counter=counter))
        config = _config(application, host, port, options, processes)
        Multiprocess(config, [config.bind_socket()]).run()


def _config(
    application: _Application, host: str, port: int, options: Options, processes: int = 1
) -> uvicorn.Config:
    return uvicorn.Config(
        application,
        factory=True,
        host=host,
        port=port,
        workers=processes,
        timeout_worker_healthcheck=_HANGS_S,
        log_level="warning",
        server_header=False,
        proxy_headers=options.https,
    )


@dataclass(frozen=True, slots=True)
class _Application:
    """Makes the application in the process that serves it."""

    options: Options

    def __call__(self) -> FastAPI:
        _end_with_parent()
        sys.setswitchinterval(_SWITCH_S)
        application = create_app(self.options)
        collect_apart()
        if self.options.counter is not None:  # one of several, of a large ledger
            warm(application)
        return application


def collect_apart() -> None:
    """Have garbage sought among all objects now and then, not whenever enough new ones are there.

    That stops all pages of a process for up to 300 ms, with counts over a large ledger at hand; a page
    that makes many objects brought it about in its own middle, once in ten pages. What is there from
    the start (modules, routes) is no garbage and is not looked at again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)

    def collect() -> None:
        while True:
            time.sleep(_COLLECTS_S)
            gc.collect()

    threading.Thread(target=collect, daemon=True).start()


# One process counts for all ----------------------------------------------------------------


class _Counting(Protocol):
    def counter(self, ledger: str) -> Counter: ...


class _Manager(BaseManager):
    """Runs the process that counts."""


def _counter(ledger: str) -> ThreadCounter:
    return ThreadCounter(open_ledger(ledger))


_Manager.register("counter", _counter, exposed=["latest"])


@contextmanager
def counting(ledger: str) -> Iterator[Counter]:
    """Start a process that counts over a ledger, for all that this one starts; end it at the end."""
    manager = _Manager(ctx=multiprocessing.get_context("spawn"))
    manager.start(_only_ends_with_parent)
    try:
        yield cast("_Counting", manager).counter(ledger)
    finally:
        manager.shutdown()


def _only_ends_with_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    collect_apart()


def _end_with_parent() -> None:
    """Have this process end when the one that started it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def end() -> None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end, daemon=True).start()
