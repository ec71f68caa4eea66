"""Making the whole ledger from what was read: copy after copy, in the order of their days."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path

from bench.bigledger.copying import (
    COLUMNS,
    Copy,
    Joins,
    Place,
    Rows,
    insert_into,
    merged,
    papers_of,
)
from bench.bigledger.worlds import World
from soten.store import open_ledger

CHUNK = 100
"""So many documents of each world arrive at once, in one run and one transaction."""
LAST_YEAR = 5
"""The last copy is set so many years before the reports that were read."""

_FAST = (
    "synchronous = OFF",
    "foreign_keys = OFF",
    "cache_size = -2000000",
    "wal_autocheckpoint = 20000",
)
_STEPS = "bench_steps"
_GROUPS = """
    INSERT INTO "groups" (row, kind, id, shared, low, high, size)
    SELECT c.grp, c.kind, coalesce(min(CASE WHEN i.doc IS NULL THEN i.id END), min(i.id)),
        max(i.doc IS NULL), coalesce(min(CASE WHEN i.day <> '' THEN i.day END), ''), max(i.day),
        count(*)
    FROM cells AS c JOIN items AS i ON i.cell = c.row GROUP BY c.grp
"""
_UNTOLD = "INSERT INTO untold (doc) SELECT row FROM documents"
"""Deeds in short are told from the copies, not copied."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many worlds live for how many years."""

    worlds: int
    years: int

    def copy(self, world: World, year: int) -> Copy:
        """Return a year (0 is the first) of a world."""
        years = LAST_YEAR + self.years - 1 - year
        return Copy(year * self.worlds + world.number, world, years, world.number)


def make(base: Path, target: Path, plan: Plan) -> None:
    """Make the ledger `target`, going on where an earlier attempt was stopped.

    It has its name only once it is whole.
    """
    begun = target.with_suffix(".making")
    open_ledger(begun).close()
    with closing(sqlite3.connect(begun, isolation_level=None)) as connection:
        for pragma in _FAST:
            connection.execute(f"PRAGMA {pragma}")
        with closing(sqlite3.connect(f"{base.absolute().as_uri()}?mode=ro", uri=True)) as read:
            _Making(connection, read, plan).all()
        with open_ledger(begun) as ledger:
            ledger.recount_days()
        connection.execute(f"DROP TABLE {_STEPS}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    begun.replace(target)


class _Making:
    def __init__(self, target: sqlite3.Connection, base: sqlite3.Connection, plan: Plan) -> None:
        self.target, self.base, self.plan = target, base, plan
        target.execute(f"CREATE TABLE IF NOT EXISTS {_STEPS} (step TEXT PRIMARY KEY, told TEXT)")
        self.done: dict[str, str] = dict(target.execute(f"SELECT step, told FROM {_STEPS}"))
        self.joins = Joins(base)
        names, ids = self.joins.names(), self.joins.listed()
        self.worlds = [World.of(number, names, ids) for number in range(plan.worlds)]
        self.papers = list(papers_of(base))
        self.before = list(accumulate((len(one.records[0]) for one in self.papers), initial=0))

    def all(self) -> None:
        """Do what is left to do."""
        self._step("indexes", self._drop_indexes)
        told = [[papers.of_world(world) for papers in self.papers] for world in self.worlds]
        for year in range(self.plan.years):
            for at in range(0, len(self.papers), CHUNK):
                self._step(f"papers {year}.{at}", partial(self._put_papers, year, at, told))
            for world in self.worlds:
                self._step(f"joins {year}.{world.number}", partial(self._put_joins, year, world))
            print(f"{year + 1} of {self.plan.years} years", file=sys.stderr, flush=True)
        self._step("once", self._put_once)
        self._step("create", self._create_indexes)
        self._step("groups", lambda: str(self.target.execute(_GROUPS).rowcount))
        self._step("untold", lambda: str(self.target.execute(_UNTOLD).rowcount))

    def _step(self, step: str, work: Callable[[], str]) -> None:
        """Do a step in one transaction, unless it was done before; keep what it tells."""
        if step in self.done:
            return
        self.target.execute("BEGIN IMMEDIATE")
        self.done[step] = work()
        self.target.execute(f"INSERT INTO {_STEPS} VALUES (?, ?)", (step, self.done[step]))
        self.target.execute("COMMIT")

    def _doc_row(self, year: int, world: int, number: int) -> int:
        """Return the row of a document: worlds take turns, so many documents at a time."""
        whole = len(self.papers)
        at = number // CHUNK * CHUNK
        beside = min(CHUNK, whole - at)
        return (year * whole + at) * self.plan.worlds + world * beside + number - at + 1

    def _record_row(self, year: int, world: int, number: int) -> int:
        """Return the last row of records before those of a document."""
        at = number // CHUNK * CHUNK
        end, before = min(at + CHUNK, len(self.papers)), self.before
        chunks = (year * before[-1] + before[at]) * self.plan.worlds
        return chunks + world * (before[end] - before[at]) + before[number] - before[at]

    def _put_papers(self, year: int, at: int, told: Sequence[Sequence[str]]) -> str:
        run = f"run-{year:04}{at:08}"
        passage = self._last("passages")
        parts: list[Rows] = []
        for world in self.worlds:
            copy = self.plan.copy(world, year)
            for number in range(at, min(at + CHUNK, len(self.papers))):
                papers = self.papers[number]
                record = self._record_row(year, world.number, number)
                place = Place(self._doc_row(year, world.number, number), record, passage)
                rows = papers.rows(told[world.number][number], copy, place, run)
                passage += len(rows["passages"])
                parts.append(rows)
        whole = merged(parts)
        begun = str(whole["documents"][0][3])
        runs: Rows = {"runs": [(run, begun, "soten", "crowd", "bench")]}
        insert_into(self.target, runs | whole)
        return ""

    def _put_joins(self, year: int, world: World) -> str:
        places = {
            papers.doc: Place(
                self._doc_row(year, world.number, number),
                self._record_row(year, world.number, number),
                0,
            )
            for number, papers in enumerate(self.papers)
        }
        insert_into(self.target, self.joins.rows(self.plan.copy(world, year), places))
        return ""

    def _put_once(self) -> str:
        for table in ("issues", "joiners"):
            columns = ", ".join(f'"{name}"' for name in COLUMNS[table])
            found = self.base.execute(f"SELECT {columns} FROM {table}").fetchall()
            insert_into(self.target, {table: found})
        return ""

    def _last(self, table: str) -> int:
        return int(self.target.execute(f"SELECT coalesce(max(row), 0) FROM {table}").fetchone()[0])

    def _drop_indexes(self) -> str:
        """Take out what is made faster at the end; return how to make it."""
        found = self.target.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%'"
        ).fetchall()
        for name, _ in found:
            self.target.execute(f'DROP INDEX "{name}"')
        return ";\n".join(sql for _, sql in found)

    def _create_indexes(self) -> str:
        for sql in self.done["indexes"].split(";\n"):
            self.target.execute(sql)
        return ""
