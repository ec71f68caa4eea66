"""Which claims about one place exclude each other, or tell of another part of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from soten.query.steps import Move
from soten.records import Control, Hold

BEFORE_DAYS = 14
"""Claims made so many days before a claim may oppose it …"""
AFTER_DAYS = 120
"""… and those made so many days after it was last told."""
_POSSESSING = (Hold.TAKEN, Hold.RETAKEN, Hold.HELD)

Who = Callable[[str | None], str | None]
"""Returns an actor's side, or a place's id across documents."""


def contrast_of(mine: Control, other: Control, side: Who) -> Move | None:
    """Return how what another claim tells of the same place stands to what one tells, if it does.

    >>> took = Control("a-town", Hold.TAKEN, "north")
    >>> contrast_of(took, Control("a-town", Hold.HELD, "south"), lambda id: id)
    <Move.OPPOSED: 'opposed'>
    >>> contrast_of(took, Control("a-town", Hold.TAKEN, "north", 70, "70%"), lambda id: id)
    <Move.OTHERWISE: 'otherwise'>
    """
    if mine.hold not in _POSSESSING:
        return None
    same = side(mine.holder) == side(other.holder)
    if other.hold in _POSSESSING:
        if not same:
            return Move.OPPOSED if other.holder is not None else None
        differs = _extent(mine) != _extent(other) and other.hold is not Hold.HELD
        return Move.OTHERWISE if differs else None
    if other.hold is Hold.CONTESTED:
        return Move.OPPOSED if not same else None
    if other.hold is Hold.LOST:
        return Move.OPPOSED if same else None
    return None


def span_of_days(low: str, high: str) -> tuple[str, str]:
    """Return the first and last ISO day on which claims may oppose one told from `low` to `high`.

    >>> span_of_days("2031-05-20", "2031-05-20")
    ('2031-05-06', '2031-09-17')
    """
    first = date.fromisoformat(low) - timedelta(BEFORE_DAYS)
    return first.isoformat(), (date.fromisoformat(high) + timedelta(AFTER_DAYS)).isoformat()


def _extent(control: Control) -> float | str | None:
    return control.part if control.share is None else control.share
