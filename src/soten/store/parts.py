"""Long lists of values in parts that every database takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar  # Any: columns of a row are typed by the schema, not statically

from sqlalchemy import BindParameter, Connection, Select, bindparam

T = TypeVar("T")

_MOST = 500


def parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield stretches of a list, in order.

    >>> [len(part) for part in parts(range(1200))]
    [500, 500, 200]
    """
    for at in range(0, len(values), _MOST):
        yield values[at : at + _MOST]


AMONG: BindParameter[Any] = bindparam("among", expanding=True)
"""The values of a query that is made once and asked often (`rows_among`)."""


def rows_among(
    connection: Connection, query: Select[Any], values: Sequence[object], **told: object
) -> Iterator[Any]:
    """Yield the rows of a query for values `AMONG` others, a part of these at a time.

    A query made for each question anew costs more than its answer.
    """
    for part in parts(values):
        yield from connection.execute(query, {"among": part, **told}).all()
