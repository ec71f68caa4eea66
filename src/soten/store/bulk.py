"""Many rows into one table, past the per-row work of SQLAlchemy (a quarter of a whole reading)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, insert

Value = str | int | float | bool | None


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Value]]) -> None:
    """Insert rows that all name the same columns; values go to the driver as they are."""
    if not rows:
        return
    names = list(rows[0])
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=names)
    if compiled.positional:
        order = compiled.positiontup or names
        values = [tuple([row[name] for name in order]) for row in rows]
        connection.exec_driver_sql(str(compiled), values)
    else:
        connection.exec_driver_sql(str(compiled), list(rows))
