"""What is joined depends on what was read, not on when, in what order, or how often it was tried."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.pipeline import add_paths
from soten.records import Reading
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.resolve.joining import Item, Joiner, Keyed, Link, Source
from soten.store import Ledger, open_ledger
from tests.joins import READ, Press, make_press, told
from tests.store.cluster import new_database, server_url
from tests.store.factory import RUN

SEEDS = st.integers(min_value=0, max_value=2**32)
TRIES = settings(max_examples=8, deadline=None, derandomize=True, database=None)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Return the readings of a few reports."""
    made = make_press(tmp_path_factory.mktemp("press"))
    with open_ledger(made.ledger(tmp_path_factory.mktemp("right"))) as ledger:
        put(ledger, (reading for turns in made.versions for reading in turns))
        join_pending(ledger, JOINERS)
        return replace(made, right=told(ledger))


def put(ledger: Ledger, readings: Iterable[Reading]) -> None:
    """Put readings into a ledger as the pipeline does."""
    ledger.begin_run(RUN)
    for reading in readings:
        document = reading.document
        ledger.identify(document.name, document.url, document.sha256)
        ledger.put_reading(RUN, reading)


def shuffled(press: Press, dice: Random) -> list[Reading]:
    """Return all versions in some order, an earlier one before a later one of its document."""
    waiting = [list(turns) for turns in press.versions]
    order: list[Reading] = []
    while waiting:
        turns = dice.choice(waiting)
        order.append(turns.pop(0))
        waiting = [turns for turns in waiting if turns]
    return order


def cut(order: Sequence[Reading], dice: Random) -> Iterator[Sequence[Reading]]:
    """Yield an order in batches of some sizes."""
    start = 0
    while start < len(order):
        size = dice.choice([1, 2, 5, READ])
        yield order[start : start + size]
        start += size


def test_the_crowd_has_something_to_join(press: Press) -> None:
    """Stories and actors of several documents are one in what the tests compare."""
    assert any(line.startswith('["story"') and line.count(".0") > 2 for line in press.right)


@TRIES
@given(seed=SEEDS)
def test_order_and_batches_change_nothing(press: Press, seed: int) -> None:
    """In any order of arrival, in batches of any size, the same documents make the same ledger."""
    dice = Random(seed)
    with tempfile.TemporaryDirectory() as folder, open_ledger(press.ledger(Path(folder))) as ledger:
        for batch in cut(shuffled(press, dice), dice):
            put(ledger, batch)
            join_pending(ledger, JOINERS, batch=dice.choice([1, 3, 100]))

        assert told(ledger) == press.right


@TRIES
@given(seed=SEEDS)
def test_reading_again_changes_nothing(press: Press, seed: int) -> None:
    """Readings that are given again and again, with joining in between, add nothing."""
    dice = Random(seed)
    last = [turns[-1] for turns in press.versions]
    with tempfile.TemporaryDirectory() as folder, open_ledger(press.ledger(Path(folder))) as ledger:
        put(ledger, shuffled(press, dice))
        join_pending(ledger, JOINERS)
        for batch in cut(dice.sample(last, len(last)), dice):
            put(ledger, batch)
            join_pending(ledger, JOINERS)

        assert told(ledger) == press.right
        assert ledger.pending_count() == 0


class StoppedError(Exception):
    """The program was stopped."""


@dataclass
class Stopping:
    """A joiner that is stopped after so many questions."""

    joiner: Joiner
    left: list[int]

    def __getattr__(self, name: str) -> object:
        return getattr(self.joiner, name)

    def items(self, source: Source) -> Iterable[Keyed]:
        """Return the items, unless it is time to stop."""
        self._count()
        return self.joiner.items(source)

    def links(self, key: str, items: Sequence[Item]) -> Iterable[Link]:
        """Return the links, unless it is time to stop."""
        self._count()
        return self.joiner.links(key, items)

    def _count(self) -> None:
        self.left[0] -= 1
        if self.left[0] < 0:
            raise StoppedError


@TRIES
@given(seed=SEEDS)
def test_what_is_stopped_midway_goes_on(press: Press, seed: int) -> None:
    """However often joining is stopped in the middle, what comes out in the end is the same."""
    dice = Random(seed)
    with tempfile.TemporaryDirectory() as folder, open_ledger(press.ledger(Path(folder))) as ledger:
        for batch in cut(shuffled(press, dice), dice):
            put(ledger, batch)
            left = [dice.randrange(150)]
            stopping = [Stopping(joiner, left) for joiner in JOINERS]
            with suppress(StoppedError):
                join_pending(ledger, stopping, batch=dice.choice([2, 100]))  # type: ignore[arg-type]  # kind and version come by __getattr__
        join_pending(ledger, JOINERS)

        assert told(ledger) == press.right


def test_files_make_the_same_ledger_in_every_order(press: Press, tmp_path: Path) -> None:
    """Files added one by one, last first, make the ledger that the folder added at once makes."""
    once, one_by_one = str(tmp_path / "once.db"), str(tmp_path / "one.db")
    add_paths([press.documents], once, [str(press.pack)])
    papers = sorted(press.documents.glob("*.txt"), reverse=True)
    for start in range(0, len(papers), 8):
        add_paths(papers[start : start + 8], one_by_one, [str(press.pack)])

    with open_ledger(once) as first, open_ledger(one_by_one) as second:
        assert told(first) == told(second)


def test_databases_of_both_kinds_hold_the_same(press: Press) -> None:
    """PostgreSQL holds what SQLite holds, whatever the order was."""
    url = server_url()
    if url is None:
        pytest.skip("needs PostgreSQL")
    dice = Random(5)
    with open_ledger(new_database(url)) as ledger:
        for batch in cut(shuffled(press, dice), dice):
            put(ledger, batch)
            join_pending(ledger, JOINERS)

        assert told(ledger) == press.right


def test_killed_command_is_finished_by_the_next(press: Press, tmp_path: Path) -> None:
    """A program killed while it adds leaves a ledger that the next run brings to the same end."""
    killed, whole = str(tmp_path / "killed.db"), str(tmp_path / "whole.db")
    command = [sys.executable, "-m", "soten", "--ledger", killed, "add", "--pack", str(press.pack)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    for seconds in (1.5, 2.0):
        child = subprocess.Popen(
            [*command, str(press.documents)], env=environment, stderr=subprocess.DEVNULL
        )
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        child.wait()
    add_paths([press.documents], killed, [str(press.pack)])
    add_paths([press.documents], whole, [str(press.pack)])

    with open_ledger(killed) as first, open_ledger(whole) as second:
        assert told(first) == told(second)
        assert first.pending_count() == 0
