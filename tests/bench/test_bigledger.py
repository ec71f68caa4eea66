"""A big ledger in small: what is copied is as true as what was read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from bench.bigledger import making
from bench.bigledger.__main__ import big_ledger
from bench.bigledger.base import pages
from bench.bigledger.copying import COLUMNS, Rows, insert_into
from bench.bigledger.making import Plan, make
from bench.bigledger.worlds import World, code_of, copied, marked
from soten.query import joined_talks
from soten.records import Evidence
from soten.store import Ledger, Selection, open_ledger

STORIES, WORLDS, YEARS = 90, 2, 3


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a big ledger in small; tests must not change it."""
    target = tmp_path_factory.mktemp("big") / "big.db"
    return big_ledger(target, STORIES, WORLDS, YEARS)


@pytest.fixture(scope="module")
def base(big: Path) -> Path:
    """Return the ledger that was read for it."""
    return big.with_suffix(".base") / "base.db"


@pytest.fixture(scope="module")
def ledger(big: Path) -> Iterator[Ledger]:
    """Return the big ledger, open."""
    with open_ledger(big, create=False) as opened:
        yield opened


def _contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as database:
        tables = [*sorted(COLUMNS.keys() - {"passage_pairs"}), '"groups"']
        return {t: database.execute(f"SELECT * FROM {t} ORDER BY 1, 2").fetchall() for t in tables}


def _evidence(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _evidence(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _evidence(getattr(value, field.name))


def _sizes(ledger: Ledger, kind: str) -> list[int]:
    return sorted(len(group.members) for group, _ in ledger.groups(kind))


def test_pages_follow_from_their_seed() -> None:
    """The same seed gives the same pages; the stories of a page are those asked for in all."""
    some = list(pages(30))
    assert some == list(pages(30))
    assert sum(page.text.count("\n\n――――――――――\n\n") + 1 for page in some) == 30


def test_a_big_ledger_holds_every_copy(base: Path, ledger: Ledger) -> None:
    """Every kind of record is there as often as there are copies, and every kind of join."""
    with open_ledger(base, create=False) as read:
        for kind in ("statement", "talk", "claim", "figure", "commitment", "position", "mention"):
            wanted = Selection(kinds=(kind,))
            assert ledger.count(wanted) == read.count(wanted) * WORLDS * YEARS > 0
        for kind in ("story", "talk", "claim", "figure", "commitment"):
            assert _sizes(ledger, kind) == sorted(_sizes(read, kind) * WORLDS * YEARS)
    assert len({row.document.id for talk in joined_talks(ledger).rows for row in talk.rows}) > 50


def test_every_record_rests_on_its_words(ledger: Ledger) -> None:
    """The characters at every place, also at those a record names besides, are what it says."""
    checked = 0
    for document in ledger.documents():
        for stored in ledger.records(Selection(documents=(document.id,))):
            for evidence in _evidence(stored.record):
                evidence.check(document.text)
                assert evidence.document == document.id
                checked += 1
    assert checked > 2_000


def test_a_big_ledger_holds_together(big: Path) -> None:
    """No row refers to one that is not there, and nobody acts who is not known."""
    with sqlite3.connect(big) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        strangers = database.execute(
            "SELECT count(*) FROM record_actors WHERE who NOT IN (SELECT id FROM actors)"
            " AND who <> 'author' AND who NOT LIKE 'anonymous:%'"
        )
        assert strangers.fetchone() == (0,)
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
        short = database.execute(
            "SELECT count(*), count(r.row), sum(r.id = t.id) FROM traces AS t"
            " LEFT JOIN records AS r ON r.row = t.record AND r.doc = t.doc"
        ).fetchone()
        rounds = database.execute(
            "SELECT count(*), count(c.row), sum(instr(c.features, r.day) > 0) FROM rounds AS r"
            " LEFT JOIN cells AS c ON c.row = r.cell AND c.kind = 'talk'"
        ).fetchone()
        untold = database.execute("SELECT count(*) FROM untold").fetchone()
        deeds = database.execute("SELECT count(DISTINCT doc) FROM deeds").fetchone()
    assert short[0] == short[1] == short[2] > 0
    assert rounds[0] == rounds[1] == rounds[2] > 0
    assert untold == (0,)
    assert deeds[0] > 50
    assert "bench_steps" not in tables
    assert {"ix_records_day", "ix_records_who", "ix_items_cell"} <= tables


def test_days_are_counted_as_records_have_them(base: Path, ledger: Ledger) -> None:
    """As many records of a kind have a day as are counted, and as often as there are copies."""
    with open_ledger(base, create=False) as read:
        for kind in ("talk", "statement", "event", "commitment"):
            wanted = Selection(kinds=(kind,))
            counted = sum(ledger.day_counts(wanted)[kind].values())
            assert counted == ledger.count(wanted)
            assert counted == sum(read.day_counts(wanted)[kind].values()) * WORLDS * YEARS > 0


def test_worlds_do_not_know_each_other(ledger: Ledger) -> None:
    """What is listed has other names in another world, and no document tells of two."""
    told = ledger.labels(["haldia", "haldia2"])
    assert told["haldia"].ja == "ハルディア"
    assert told["haldia2"].ja == "マクベィア"
    assert not any("ハルディア" in d.text and "マクベィア" in d.text for d in ledger.documents())


def test_words_are_found_in_every_year(ledger: Ledger) -> None:
    """Full-text search finds what was copied; documents come in the order of their years."""
    days = [facts.published.edtf or "" for facts, _ in ledger.newest_documents()]
    assert days == sorted(days, reverse=True)
    assert {day[:4] for day in days} >= {"2024", "2025", "2026"}


def test_a_ledger_that_was_stopped_is_gone_on_with(
    base: Path, big: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is then as one that was made at once."""
    target, times = tmp_path / "stopped.db", iter(range(5))

    def stop(connection: sqlite3.Connection, rows: Rows) -> None:
        insert_into(connection, rows)
        if next(times, None) is None:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(making, "insert_into", stop)
        with pytest.raises(KeyboardInterrupt):
            make(base, target, Plan(WORLDS, YEARS))
    assert not target.exists()
    make(base, target, Plan(WORLDS, YEARS))

    assert _contents(target) == _contents(big)


def test_years_and_ids_change_and_nothing_else() -> None:
    """Numbers that are no years stay; so do places in the text."""
    told = '2031年1月、12031人が。"d-jatrww3akrwqb3y6.0" mn-jatrww3akrwqb3y6-10-56a8814406c0'
    copy = copied(marked(told), 33, 10)

    assert len(copy) == len(told)
    assert (
        copy == '2021年1月、12031人が。"d-jatrww3akrwqb3bb.0" mn-jatrww3akrwqb3bb-10-56a8814406c0'
    )
    assert len({code_of(number) for number in range(100)}) == 100


def test_ids_of_a_world_are_changed_where_they_stand_alone() -> None:
    """An id within a longer word is another id."""
    world = World.of(2, ["ノルダ"], {"norda": "Norda"})

    assert world.named('["norda","norda-mfa","nordaland"]') == '["norda3","norda3-mfa","nordaland"]'
    assert world.named("Norda and ノルダ") == "Norda III and モスガ"
    assert World.of(0, ["ノルダ"], {"norda": "Norda"}).named("norda ノルダ") == "norda ノルダ"
