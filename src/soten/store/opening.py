"""Opening a ledger: which database, in which schema, brought up to date."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any  # Any: a DB-API connection has no common static type

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from soten.records import LedgerError
from soten.store.failures import translated
from soten.store.schema import REVISIONS, VERSION_TABLE

BUSY_S = 30.0
"""How long a writer waits for another before it gives up."""

_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = NORMAL",
    "cache_size = -32000",
    "wal_autocheckpoint = 4000",
)
_CONNECTIONS = 40
"""So many more than five are open at once: a thread that holds one may wait for another's work."""
_LOCK = 0x736F74656E
"""The advisory lock that makes writers of one PostgreSQL database take turns."""


def open_engine(where: str | Path, *, create: bool) -> tuple[Engine, str]:
    """Return an engine on an up-to-date ledger and the ledger's name for messages.

    Raises `LedgerError` for what is no ledger, cannot be opened, or is newer than this code;
    with `create` false also for what does not exist yet.
    """
    engine, name = _engine(where, create)
    try:
        with translated(name):
            _bring_up_to_date(engine, name, create)
    except BaseException:
        engine.dispose()
        raise
    return engine, name


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that no other writer shares; commit at the end."""
    with engine.connect().execution_options(soten_writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        yield connection


def _engine(where: str | Path, create: bool) -> tuple[Engine, str]:
    given = str(where)
    if "://" in given:
        return _postgresql_engine(given)
    path = Path(given).expanduser()
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder, not a ledger")
    if not create and not path.exists():
        raise LedgerError(f"{path}: there is no ledger")
    if not path.absolute().parent.is_dir():
        raise LedgerError(f"{path}: the folder {path.absolute().parent} does not exist")
    engine = create_engine(
        _sqlite_url(path), connect_args={"timeout": BUSY_S}, max_overflow=_CONNECTIONS
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine, str(path)


def _sqlite_url(path: Path) -> URL:
    """Return how to open a file; where nobody can write beside it, as one that never changes.

    Readers of a file that may change need to write a file beside it, to tell writers about them.
    """
    folder = path.absolute().parent
    is_settled = path.exists() and not path.with_name(f"{path.name}-wal").exists()
    if is_settled and not os.access(folder, os.W_OK):
        options = {"mode": "ro", "immutable": "1", "uri": "true"}
        return URL.create("sqlite", database=path.absolute().as_uri(), query=options)
    return URL.create("sqlite", database=str(path))


def _prepare_sqlite(connection: Any, _: object) -> None:
    # The driver's own transactions would begin late and not around schema changes.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("soten_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql_engine(given: str) -> tuple[Engine, str]:
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise LedgerError("not a ledger: a URL must begin with postgresql://") from None
    if url.drivername not in ("postgresql", "postgres", "postgresql+psycopg"):
        raise LedgerError(f"not a ledger: {url.drivername}:// (a file or postgresql:// is one)")
    if importlib.util.find_spec("psycopg") is None:
        raise LedgerError("a postgresql:// ledger needs the extra soten[postgresql]")
    name = url.render_as_string(hide_password=True)
    return create_engine(url.set(drivername="postgresql+psycopg"), max_overflow=_CONNECTIONS), name


def _bring_up_to_date(engine: Engine, name: str, create: bool) -> None:
    with engine.connect() as connection:
        revision = _revision(connection, name)
    if revision == REVISIONS[-1]:
        return
    if revision is None and not create:
        raise LedgerError(f"{name}: there is no ledger")
    if engine.dialect.name == "sqlite":
        _switch_to_wal(engine)
    with writing(engine) as connection:
        if _revision(connection, name) != REVISIONS[-1]:
            _migrate(connection)


def _switch_to_wal(engine: Engine) -> None:
    """Set the journal that lets readers read while a writer writes; the file remembers it."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()
    finally:
        connection.close()


def _revision(connection: Connection, name: str) -> str | None:
    """Return the ledger's revision, None for an empty database; raise for any other."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise LedgerError(f"{name}: is a database of another program, not a ledger")
        return None
    revision = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if revision is not None and revision not in REVISIONS:
        raise LedgerError(
            f"{name}: was made by a newer Soten (schema {revision}; this one knows {REVISIONS[-1]})"
        )
    return revision


def _migrate(connection: Connection) -> None:
    # Alembic takes 0.1 s to import and is needed only for a ledger that is new or old.
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
