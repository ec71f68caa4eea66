"""What is counted over the whole ledger: waited for in a small one, counted behind in a large one."""

from __future__ import annotations

import threading
import time

import pytest

from soten.web.memo import Memo, StillCountingError


def _waited(memo: Memo, key: str) -> int:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            return memo.counted(key, lambda: 0)
        except StillCountingError:
            time.sleep(0.01)
    raise AssertionError("it was never counted")


def test_in_a_large_ledger_nobody_waits() -> None:
    """Whoever asks first is told to come again; then it is there, and nothing is stale."""
    done = threading.Event()
    memo = Memo(lambda: "1", lambda: True)

    def slow() -> int:
        done.wait(20)
        return 7

    for _ in range(3):
        with pytest.raises(StillCountingError):
            memo.counted("n", slow)
    assert memo.stale == 3
    done.set()
    assert _waited(memo, "n") == 7
    stale = memo.stale
    assert memo.counted("n", slow) == 7
    assert memo.stale == stale


def test_what_was_counted_last_is_given_while_it_is_counted_anew() -> None:
    """After a change the old count is given, and called stale, until the new one is there."""
    revision = ["1"]
    memo = Memo(lambda: revision[0], lambda: True)
    with pytest.raises(StillCountingError):
        memo.counted("n", lambda: 1)
    assert _waited(memo, "n") == 1
    revision[0] = "2"
    stale = memo.stale
    assert memo.counted("n", lambda: 2) == 1
    assert memo.stale == stale + 1
    deadline = time.monotonic() + 20
    while memo.counted("n", lambda: 2) == 1 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert memo.counted("n", lambda: 3) == 2
