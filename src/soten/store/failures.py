"""Database errors as one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from soten.records import LedgerError

_SQLITE = {
    "file is not a database": "is not a ledger (no SQLite file)",
    "malformed": "is damaged; restore it from a copy, or add the documents to a new ledger",
    "readonly database": "cannot be written (read-only)",
    "database or disk is full": "cannot grow: no space left, or a limit on the size of files",
    "disk I/O error": "cannot be read or written: the disk reports an error",
    "database is locked": "is being written by another program; try again when it is done",
    "unable to open database file": "cannot be opened; do the folder and the rights to it exist?",
    "no such table": "is not a ledger (tables are missing)",
    "no such column": "is not a ledger (columns are missing)",
}


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn what SQLAlchemy raises inside into a `LedgerError` that names the ledger."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{where}: {_reason(str(error.orig))}") from error
    except (SQLAlchemyError, ArgumentError) as error:
        raise LedgerError(f"{where}: {_first_line(str(error))}") from error
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"{where}: cannot store text with half a surrogate pair ({error.reason})"
        ) from error


def _reason(message: str) -> str:
    for part, reason in _SQLITE.items():
        if part in message:
            return reason
    return _first_line(message)


def _first_line(message: str) -> str:
    lines = message.strip().splitlines()
    return lines[0] if lines else "the database gave no reason"
