"""Any number of numbers as rows of a query: databases limit how many values are sent one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any  # Any: what a database makes of a list has no static type

from sqlalchemy import JSON, Connection, Integer, Select, Text, cast, func, literal, select

from soten.store.codec import to_json


def listed(connection: Connection, numbers: Sequence[int]) -> Select[Any]:
    """Return numbers as rows of a query."""
    return listed_in(connection.dialect.name, numbers)


def listed_in(dialect: str, numbers: Sequence[int]) -> Select[Any]:
    """Return numbers as rows of a query in a dialect."""
    told = to_json(list(numbers))
    if dialect == "postgresql":
        parts = func.json_array_elements_text(cast(literal(told, Text), JSON)).table_valued("value")
        return select(cast(parts.c.value, Integer))
    parts = func.json_each(told).table_valued("value")
    return select(parts.c.value)
