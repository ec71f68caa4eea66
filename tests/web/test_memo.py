"""What is made of the whole ledger: waited for in a small one, counted behind in a large one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from soten.store import Ledger, open_ledger
from soten.web import memo as memos
from soten.web.counting import Count, Counted, StillCountingError
from soten.web.memo import Memo
from tests.ledgers import later_reading, write_ledger
from tests.store.factory import full_reading

_T = TypeVar("_T")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of one document."""
    write_ledger(tmp_path / "one.db", full_reading())
    with open_ledger(tmp_path / "one.db") as opened:
        yield opened


@pytest.fixture
def is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every ledger with a document for a large one."""
    monkeypatch.setattr(memos, "LARGE", 0)


def documents(ledger: Ledger, more: int = 0) -> int:
    """Count the documents, and some more."""
    return ledger.document_count() + more


def waited(ask: Callable[[], Counted[_T]], is_enough: Callable[[Counted[_T]], bool]) -> Counted[_T]:
    """Ask again and again until what is wanted was counted."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            found = ask()
        except StillCountingError:
            found = None
        if found is not None and is_enough(found):
            return found
        time.sleep(0.01)
    raise AssertionError("it was never counted")


def test_what_is_made_is_made_once_a_revision(ledger: Ledger) -> None:
    """Whoever asks again gets the same, until the ledger changes."""
    memo, made = Memo(ledger), []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [memo.once("n", make), memo.once("n", make), memo.lately("n", make)] == [1, 1, 2]
    write_ledger(Path(ledger.name), later_reading())
    assert [memo.once("n", make), memo.lately("n", make), memo.lately("n", make)] == [3, 4, 4]


def test_in_a_small_ledger_whoever_asks_first_waits(ledger: Ledger) -> None:
    """What is counted is of the present revision."""
    found = Memo(ledger).counted(Count.by(documents, more=2))
    assert (found.value, found.is_current) == (3, True)


@pytest.mark.usefixtures("is_large")
def test_in_a_large_ledger_nobody_waits(ledger: Ledger) -> None:
    """Whoever asks first is told to come again; then it is there, and nothing is stale."""
    memo, done = Memo(ledger), threading.Event()

    def slow(ledger: Ledger) -> int:
        done.wait(20)
        return documents(ledger)

    for _ in range(3):
        with pytest.raises(StillCountingError):
            memo.counted(Count.by(slow))
    assert memo.stale == 3
    done.set()
    assert waited(lambda: memo.counted(Count.by(slow)), lambda found: True).value == 1
    stale = memo.stale
    assert memo.counted(Count.by(slow)).is_current
    assert memo.stale == stale


@pytest.mark.usefixtures("is_large")
def test_what_was_counted_last_is_given_while_it_is_counted_anew(ledger: Ledger) -> None:
    """After a change the old count is given, and said to be old, until the new one is there."""
    memo = Memo(ledger)
    first = waited(lambda: memo.counted(Count.by(documents)), lambda found: True)
    write_ledger(Path(ledger.name), later_reading())
    stale = memo.stale
    assert memo.counted(Count.by(documents)) == Counted(
        1, first.revision, first.at, is_current=False
    )
    assert memo.stale == stale + 1
    assert (
        waited(lambda: memo.counted(Count.by(documents)), lambda found: found.is_current).value == 2
    )


@pytest.mark.usefixtures("is_large")
def test_where_the_process_that_counts_is_gone_this_one_counts(ledger: Ledger) -> None:
    """Nobody is told for ever to come again."""

    class Gone:
        def latest(self, count: Count[_T], known: str | None) -> Counted[_T] | None:
            raise ConnectionRefusedError

    memo = Memo(ledger, Gone())
    assert waited(lambda: memo.counted(Count.by(documents)), lambda found: True).value == 1


@pytest.mark.usefixtures("is_large")
def test_counting_may_begin_before_anybody_asks(ledger: Ledger) -> None:
    """Whoever asks then need not come again; of a small ledger nothing is counted ahead."""
    memo, done = Memo(ledger), threading.Event()

    def told(ledger: Ledger) -> int:
        done.set()
        return documents(ledger)

    memo.begin([Count.by(told)])
    assert done.wait(20)
    assert waited(lambda: memo.counted(Count.by(told)), lambda found: True).value == 1
