"""The rows of a year's documents, and what they become in a copy."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from bench.bigledger.worlds import World, code_of, copied, marked
from soten.records import is_found_id
from soten.store.bigrams import pairs_of

Value = str | int | float | None
Rows = dict[str, list[tuple[Value, ...]]]
"""Rows by table, columns in the table's order."""

_END = "\x00"
"""Stands between what is told in one row and another; no text holds it."""

_RECORDS = (
    "row id kind doc version place rank start end exact body type status who issues date basis day"
    " low high digest state found"
).split()
_TOLD = {"id", "exact", "body", "type", "who", "date", "day", "low", "high", "digest"}
_MAY_LACK = {"type", "who", "date", "low", "high"}
_VERSION = "title publisher origin stories published published_low published_high basis why".split()
_CELLS, _ITEMS = "row kind digest features grp".split(), "row kind id doc day cell".split()
_ACTORS = "id type name_ja name_en side roles known wikidata geonames latitude longitude".split()
_TRACES = "record doc id issue party first last low high story body".split()
_MOVES = "later earlier id issue party first last low body".split()
_ROUNDS = "cell day sides call".split()
COLUMNS: Mapping[str, Sequence[str]] = {
    "runs": "id started_at code lexicon dictionary".split(),
    "documents": "row id current added_at".split(),
    "versions": (
        "row doc number sha256 raw_sha256 name title publisher author url language published"
        " published_low published_high basis why origin stories chars text added_at reader"
    ).split(),
    "sources": "doc name version seen_at facts added_at".split(),
    "readings": "row doc version run at new gone kept issues".split(),
    "records": _RECORDS,
    "record_actors": "record role who kind day".split(),
    "record_issues": "record issue kind day".split(),
    "passages": "row doc record start end extra".split(),
    "passage_pairs": "rowid pairs".split(),
    "actors": _ACTORS,
    "forms": "actor place form".split(),
    "cells": _CELLS,
    "items": _ITEMS,
    "links": "key one other why confidence detail".split(),
    "cell_keys": "key cell".split(),
    "issues": "id name_ja name_en".split(),
    "joiners": "kind version equal".split(),
    "traces": _TRACES,
    "moves": _MOVES,
    "rounds": _ROUNDS,
}
"""The tables that are copied, with their columns."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A year of one world; `first` is the copy that is this world's first year."""

    number: int
    world: World
    years: int
    first: int

    @property
    def code(self) -> str:
        """What the ids of this copy end in."""
        return code_of(self.number)

    def told(self, text: str) -> list[str]:
        """Return the parts of marked text as they are told here."""
        return copied(text, self.number, self.years).split(_END)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document's rows go: its own row, and the last row of each table before it."""

    doc: int
    record: int
    passage: int


@dataclass(frozen=True, slots=True)
class Papers:
    """One document as it was read: what its rows tell, and what stays as it is."""

    doc: int
    told: str
    records: tuple[tuple[Value, ...], ...]
    """Columns of the records; of what is told, nothing."""
    roles: tuple[tuple[int, str], ...]
    issues: tuple[tuple[int, str], ...]
    passages: tuple[tuple[int | None, int, int], ...]

    def of_world(self, world: World) -> str:
        """Return what its rows tell in another world, marked for copies."""
        return marked(world.named(self.told))

    def rows(self, told: str, copy: Copy, place: Place, run: str) -> Rows:
        """Return the rows of a copy."""
        parts = iter(copy.told(told))
        text = next(parts) + f"（紙面 {copy.code}-{self.doc:06}）\n"
        version = {name: next(parts) or None for name in _VERSION}
        id, moment = next(parts), f"{version['published']}T21:00:00.000000+00:00"
        records = self._records(parts, place, text)
        who = [next(parts) for _ in self.roles]
        extra = [next(parts) for _ in self.passages]
        name = f"{copy.number:03}/{self.doc:06}.txt"
        doc = place.doc
        digest = hashlib.sha256(text.encode()).hexdigest()
        url = f"https://news.example/{name}"
        return {
            "documents": [(doc, id, 1, moment)],
            "versions": [_version(doc, digest, name, url, version, text, moment)],
            "sources": [(doc, known, 1, moment, None, moment) for known in (name, url)],
            "readings": [(doc, doc, 1, run, moment, len(records), 0, 0, "[]")],
            "records": records,
            "record_actors": [
                (place.record + record, role, one, records[record - 1][2], records[record - 1][17])
                for (record, role), one in zip(self.roles, who, strict=True)
            ],
            "record_issues": [
                (place.record + record, issue, records[record - 1][2], records[record - 1][17])
                for record, issue in self.issues
            ],
            **self._passages(extra, place, text),
        }

    def _records(self, parts: Iterator[str], place: Place, text: str) -> list[tuple[Value, ...]]:
        columns: list[Sequence[Value]] = []
        for name, column in zip(_RECORDS, self.records, strict=True):
            if name == "row":
                columns.append(range(place.record + 1, place.record + len(column) + 1))
            elif name == "doc":
                columns.append([place.doc] * len(column))
            elif name in _TOLD:
                found: list[Value] = [next(parts) for _ in column]
                columns.append([one or None for one in found] if name in _MAY_LACK else found)
            else:
                columns.append(column)
        rows = list(zip(*columns, strict=True))
        for row in rows:
            if text[row[7] : row[8]] != row[9]:
                raise ValueError(f"record {row[1]} does not stand at its place in its text")
        return rows

    def _passages(self, extra: Sequence[str], place: Place, text: str) -> Rows:
        rows: list[tuple[Value, ...]] = []
        pairs: list[tuple[Value, ...]] = []
        last = max(end for _, _, end in self.passages)
        for row, ((record, start, end), more) in enumerate(
            zip(self.passages, extra, strict=True), place.passage + 1
        ):
            is_last = record is None and end == last
            stop = len(text) if is_last else end
            holder = None if record is None else place.record + record
            rows.append((row, place.doc, holder, start, stop, more))
            pairs.append((row, " ".join(pairs_of(f"{more}\n{text[start:stop]}"))))
        return {"passages": rows, "passage_pairs": pairs}


def _version(
    doc: int,
    digest: str,
    name: str,
    url: str,
    told: Mapping[str, str | None],
    text: str,
    moment: str,
) -> tuple[Value, ...]:
    days = (told["published"], told["published_low"], told["published_high"])
    ways = (told["basis"], told["why"], told["origin"], told["stories"])
    named = (digest, digest, name, told["title"], told["publisher"], None, url, None)
    return (doc, doc, 1, *named, *days, *ways, len(text), text, moment, "bench")


def _all(columns: Sequence[str], table: str) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1"


def papers_of(base: Connection) -> Iterator[Papers]:
    """Yield the documents of a ledger that was read once, in order of arrival."""
    columns = ", ".join(f'"{name}"' for name in _RECORDS)
    of_version = ", ".join(_VERSION)
    query = f"SELECT d.row, d.id, v.text, {of_version} FROM documents AS d"
    for doc, id, text, *version in base.execute(
        f"{query} JOIN versions AS v ON v.doc = d.row ORDER BY d.row"
    ).fetchall():
        found = base.execute(
            f"SELECT {columns} FROM records WHERE doc = ? ORDER BY row", (doc,)
        ).fetchall()
        by_column = list(zip(*found, strict=True)) or [() for _ in _RECORDS]
        first = found[0][0] - 1 if found else 0
        inner = "FROM {} WHERE record IN (SELECT row FROM records WHERE doc = ?) ORDER BY record"
        roles = base.execute(
            f"SELECT record, role, who {inner.format('record_actors')}", (doc,)
        ).fetchall()
        issues = base.execute(
            f"SELECT record, issue {inner.format('record_issues')}", (doc,)
        ).fetchall()
        passages = base.execute(
            'SELECT record, start, "end", extra FROM passages WHERE doc = ? ORDER BY row', (doc,)
        ).fetchall()
        told = [text, *version, id]
        for name, column in zip(_RECORDS, by_column, strict=True):
            told += column if name in _TOLD else ()
        told += [who for _, _, who in roles] + [extra for *_, extra in passages]
        yield Papers(
            doc,
            _END.join("" if part is None else part for part in told),
            tuple(
                tuple(at - first for at in column) if name == "row" else column
                for name, column in zip(_RECORDS, by_column, strict=True)
            ),
            tuple((record - first, role) for record, role, _ in roles),
            tuple((record - first, issue) for record, issue in issues),
            tuple(
                (None if record is None else record - first, start, end)
                for record, start, end, _ in passages
            ),
        )


class Joins:
    """Actors, and what was joined, as they were read; then as a copy has them.

    Listed actors and bodies that any text may name are one throughout a world, as are what is known
    of people by name and office.
    """

    def __init__(self, base: Connection) -> None:
        """Read what the ledger `base` joined."""
        self._actors = base.execute(
            f"SELECT {', '.join(_ACTORS)} FROM actors ORDER BY id"
        ).fetchall()
        self._forms = base.execute("SELECT actor, place, form FROM forms ORDER BY 1, 2").fetchall()
        self._cells = base.execute(f"SELECT {', '.join(_CELLS)} FROM cells ORDER BY row").fetchall()
        self._items = base.execute(f"SELECT {', '.join(_ITEMS)} FROM items ORDER BY row").fetchall()
        self._links = base.execute('SELECT * FROM links ORDER BY "key"').fetchall()
        self._keys = base.execute('SELECT * FROM cell_keys ORDER BY "key"').fetchall()
        self._traces = base.execute(_all(_TRACES, "traces")).fetchall()
        self._moves = base.execute(_all(_MOVES, "moves")).fetchall()
        starts = base.execute("SELECT doc, min(row) - 1 FROM records GROUP BY doc")
        self._rounds = base.execute("SELECT cell, day, sides, call FROM rounds").fetchall()
        self._starts: dict[int, int] = dict(starts.fetchall())
        self._doc_of = {trace[0]: trace[1] for trace in self._traces}
        self._at = {row[0]: at for at, row in enumerate(self._cells, 1)}
        self._shared = {
            row[0] for row in self._cells if row[1] == "actor" and marked(row[3]) == row[3]
        }

    def names(self) -> set[str]:
        """Return the names of states, people, places and publishers."""
        wanted = {
            row[0] for row in self._actors if row[1] in ("state", "person", "place", "outlet")
        }
        named = {row[2] for row in self._actors if row[0] in wanted and row[2]}
        return named | {form for actor, _, form in self._forms if actor in wanted}

    def listed(self) -> dict[str, str]:
        """Return the ids of listed actors with their English names."""
        return {row[0]: row[3] for row in self._actors if row[6] and row[3]}

    def rows(self, copy: Copy, places: Mapping[int, Place]) -> Rows:
        """Return the rows of a copy; `places` says where its documents and their records are."""
        is_first = copy.number == copy.first
        kept = {row[0] for row in self._actors if is_first or is_found_id(row[0])}
        shared = set() if is_first else self._shared
        return {
            "actors": list(self._told([r for r in self._actors if r[0] in kept], copy)),
            "forms": list(self._told([r for r in self._forms if r[0] in kept], copy)),
            "cells": self._cell_rows(copy, shared),
            "items": self._item_rows(copy, places, kept),
            "links": [
                (
                    self._key(key, copy),
                    self._row(one, copy),
                    self._row(other, copy),
                    why,
                    sure,
                    told,
                )
                for key, one, other, why, sure, told in self._links
                if one not in shared or other not in shared
            ],
            "cell_keys": [
                (self._key(key, copy), self._row(cell, copy))
                for key, cell in self._keys
                if cell not in shared
            ],
            "rounds": [
                (self._row(cell, copy), *told)
                for cell, *told in self._told(self._rounds, copy)
                if isinstance(cell, int)
            ],
            **self._short_rows(copy, places),
        }

    def _row(self, cell: int, copy: Copy) -> int:
        whose = copy.first if cell in self._shared else copy.number
        return whose * len(self._cells) + self._at[cell]

    @staticmethod
    def _key(key: str, copy: Copy) -> str:
        kind, _, rest = key.partition(":")
        return f"{kind}:{copy.code} {rest}"

    def _cell_rows(self, copy: Copy, shared: set[int]) -> list[tuple[Value, ...]]:
        rows = [row for row in self._cells if row[0] not in shared]
        told = self._told([(row[3],) for row in rows], copy)
        return [
            (self._row(row, copy), kind, digest[:-2] + copy.code, features, self._row(group, copy))
            for (row, kind, digest, _, group), (features,) in zip(rows, told, strict=True)
        ]

    def _item_rows(
        self, copy: Copy, places: Mapping[int, Place], kept: set[str]
    ) -> list[tuple[Value, ...]]:
        rows = [row for row in self._items if row[1] != "actor" or row[2] in kept]
        told = self._told([(row[2], row[4]) for row in rows], copy)
        return [
            (
                copy.number * len(self._items) + at,
                kind,
                id,
                None if doc is None else places[doc].doc,
                day,
                self._row(cell, copy),
            )
            for at, ((_, kind, _, doc, _, cell), (id, day)) in enumerate(
                zip(rows, told, strict=True), 1
            )
        ]

    def _short_rows(self, copy: Copy, places: Mapping[int, Place]) -> Rows:
        """Return positions in short, and where stances moved."""

        def record(row: Value) -> int:
            assert isinstance(row, int)
            doc = self._doc_of[row]
            return places[doc].record + row - self._starts[doc]

        traces = [
            (record(row), places[self._doc_of[row]].doc, *told)
            for row, _, *told in self._told(self._traces, copy)
        ]
        moves = [
            (record(later), record(earlier), *told)
            for later, earlier, *told in self._told(self._moves, copy)
        ]
        return {"traces": traces, "moves": moves}

    @staticmethod
    def _told(rows: Sequence[tuple[Value, ...]], copy: Copy) -> Iterator[tuple[Value, ...]]:
        """Yield rows with all their words as the copy tells them."""
        words = [one for row in rows for one in row if isinstance(one, str)]
        parts = iter(copy.told(marked(copy.world.named(_END.join(words)))))
        for row in rows:
            yield tuple([next(parts) if isinstance(one, str) else one for one in row])


def insert_into(connection: Connection, rows: Rows) -> None:
    """Put rows into their tables."""
    for table, found in rows.items():
        columns = ", ".join(f'"{name}"' for name in COLUMNS[table])
        places = ", ".join("?" * len(COLUMNS[table]))
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", found)


def merged(parts: Iterable[Rows]) -> Rows:
    """Return rows of several documents as one."""
    whole: Rows = {}
    for part in parts:
        for table, rows in part.items():
            whole.setdefault(table, []).extend(rows)
    return whole
