from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Table

from soten.store import Ledger, open_ledger
from soten.store import schema as newest
from soten.store.schema import REVISIONS, VERSION_TABLE
from tests.store.factory import RUN, document, full_reading


def is_ours(name: str | None, kind: str, _: object) -> bool:
    """Say whether a table is described by the schema; search keeps some of its own."""
    return kind != "table" or name in newest.metadata.tables


def test_migrations_make_the_schema(ledger: Ledger) -> None:
    """A ledger made by the migrations has the tables the code works with."""
    with ledger._engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "include_name": is_ours}
        )
        differences = [
            difference
            for difference in compare_metadata(context, newest.metadata)
            if "pairs" not in str(difference)
        ]

    assert differences == []


def test_every_revision_is_known_in_order() -> None:
    """The revisions the code knows are those in the package, in their order."""
    config = Config()
    folder = Path(newest.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    scripts = ScriptDirectory.from_config(config)

    found = [script.revision for script in scripts.walk_revisions()]

    assert tuple(reversed(found)) == REVISIONS


def test_every_table_has_a_key() -> None:
    """Every table has a primary key."""
    tables: list[Table] = list(newest.metadata.tables.values())

    assert all(len(table.primary_key.columns) for table in tables)


def test_what_records_tell_of_learns_their_kind_and_day(tmp_path: Path) -> None:
    """Where only records knew it, points at issue and roles of an older ledger know it once opened."""
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put_reading(RUN, full_reading(document()))
    tables = {"record_issues": "record, issue", "record_actors": "record, role, who"}
    rows = [f"SELECT {columns}, kind, day FROM {table}" for table, columns in tables.items()]
    with sqlite3.connect(path) as file:
        told = [file.execute(f"{query} ORDER BY 1, 2, 3").fetchall() for query in rows]
        for table, columns in tables.items():
            file.execute(f"CREATE TABLE older AS SELECT {columns} FROM {table}")
            file.execute(f"DROP TABLE {table}")
            file.execute(f"ALTER TABLE older RENAME TO {table}")
        file.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0016'")
    file.close()

    open_ledger(path).close()

    with sqlite3.connect(path) as file:
        assert [file.execute(f"{query} ORDER BY 1, 2, 3").fetchall() for query in rows] == told
        assert all(told)
    file.close()
