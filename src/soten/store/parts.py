"""Long lists of values in parts that every database takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

_MOST = 500


def parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield stretches of a list, in order.

    >>> [len(part) for part in parts(range(1200))]
    [500, 500, 200]
    """
    for at in range(0, len(values), _MOST):
        yield values[at : at + _MOST]
