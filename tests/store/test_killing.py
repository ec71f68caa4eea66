from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from soten.store import open_ledger, parse_words
from tests.store.cluster import new_database, server_url
from tests.store.factory import RUN, TEXT, document, full_reading
from tests.store.test_deciding import stand

ADD = """
import sys
from soten.store import open_ledger
from tests.store.factory import RUN, TEXT, document, full_reading
print("ready", flush=True)
with open_ledger(sys.argv[1]) as ledger:
    for n in range(int(sys.argv[3])):
        d = document(f"{sys.argv[2]}の{n}番の記事。" + TEXT * 5, f"{sys.argv[2]}{n}.txt")
        ledger.identify(d.name, None, d.sha256)
        ledger.put_reading(RUN, full_reading(d))
"""
EACH = len(full_reading().records)


DECIDE = """
import sys
from soten.records import Action
from soten.records import State
from soten.store import Proposal, Selection, open_ledger
print("ready", flush=True)
with open_ledger(sys.argv[1]) as ledger:
    for n in range(1_000_000):
        ids = [one.id for one in ledger.records(Selection(states=tuple(State)))]
        some = tuple(ids[(n * 5 + k) % len(ids)] for k in range(7))
        action = (Action.ACCEPT, Action.REJECT, Action.RETRACT)[n % 3]
        (taken,) = ledger.decide([Proposal(action, some)], by=sys.argv[2])
        if n % 4 == 3:
            ledger.decide([Proposal(Action.UNDO, undoes=taken.id)], by=sys.argv[2])
"""


def start(
    where: str, name: str, count: int = 1_000_000, *, program: str = ADD
) -> subprocess.Popen[str]:
    """Start a program that adds this many documents, by default until it is killed."""
    child = subprocess.Popen(
        [sys.executable, "-c", program, where, name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def kill(child: subprocess.Popen[str]) -> None:
    """Kill a program without giving it a chance to tidy up."""
    child.send_signal(signal.SIGKILL)
    child.communicate()


def check(where: str) -> int:
    """Return how many documents a ledger has; every one must be whole."""
    with open_ledger(where) as ledger:
        ids = [d.id for d in ledger.documents()]
        counts = ledger.document_counts(ids)
        assert all(sum(counts[id].values()) == EACH for id in ids)
        assert len(list(ledger.records())) == EACH * len(ids)
        words = parse_words("番の記事")
        assert len(ledger.documents_with(words, limit=100_000)) == len(ids)
        return len(ids)


def test_a_ledger_outlives_a_kill_at_any_moment(tmp_path: Path) -> None:
    """However often the writer is killed, the file is sound and holds whole documents only."""
    path = tmp_path / "ledger.db"
    moments = random.Random(7)
    for turn in range(8):
        child = start(str(path), f"第{turn}回")
        time.sleep(moments.uniform(0.0, 1.4))
        kill(child)
        check(str(path))
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            connection.execute(
                "INSERT INTO passage_pairs (passage_pairs) VALUES ('integrity-check')"
            )
        connection.close()
    assert check(str(path)) > 0
    with open_ledger(path) as ledger:
        assert ledger.put_reading(RUN, full_reading()).new == EACH


def test_a_database_outlives_a_kill(tmp_path: Path) -> None:
    """A writer to PostgreSQL that is killed leaves whole documents and no lock."""
    url = server_url()
    if url is None:
        pytest.skip("needs PostgreSQL")
    where = new_database(url)
    for turn in range(2):
        child = start(where, f"第{turn}回")
        time.sleep(1.2)
        kill(child)
        check(where)
    with open_ledger(where) as ledger:
        assert ledger.put_reading(RUN, full_reading(document(TEXT))).new == EACH


def test_two_programs_add_to_one_ledger(tmp_path: Path) -> None:
    """Two writers at once take turns: both come to their end, nothing is lost."""
    path = str(tmp_path / "ledger.db")
    one, two = start(path, "甲", 25), start(path, "乙", 25)
    for child in (one, two):
        child.communicate(timeout=120)

    assert (one.returncode, two.returncode) == (0, 0)
    assert check(path) == 50


def test_decisions_outlive_a_kill_at_any_moment(tmp_path: Path) -> None:
    """Whenever reviewers are killed, what stands is what the reading and the log come to."""
    path = tmp_path / "ledger.db"
    one, two = full_reading(), full_reading(document("別の記事。" + TEXT, "b.txt"))
    with open_ledger(path) as ledger:
        ledger.put_reading(RUN, one)
        ledger.put_reading(RUN, two)
    moments = random.Random(11)
    for turn in range(4):
        children = [start(str(path), f"第{turn}回", program=DECIDE) for _ in range(2)]
        time.sleep(moments.uniform(0.8, 2.0))
        for child in children:
            kill(child)
    with open_ledger(path) as ledger:
        taken, stands = list(ledger.every_decision()), stand(ledger)
    with open_ledger(tmp_path / "other.db") as other:
        other.put_decisions(taken)
        other.put_reading(RUN, two)
        other.put_reading(RUN, one)

        assert taken
        assert stand(other) == stands
