"""What the names of a document tell of its date: who held which office when, and from where."""

from __future__ import annotations

from functools import cache

from soten.japanese.cast import Cast
from soten.japanese.index import NameIndex
from soten.japanese.inference import DatedName
from soten.records import ActorType

_WEST_OF = -30.0
"""Degrees of longitude: west of it, Japan is already in the next day when the day's news is made."""


def dated_names(cast: Cast, index: NameIndex) -> list[DatedName]:
    """Return the names of listed people with the dates they held the offices of their roles."""
    return [
        DatedName(form, role.title, role.start, role.end)
        for key, member in cast.members.items()
        if key in index.actors and index.actors[key].type is ActorType.PERSON
        for role in index.actors[key].roles
        if role.start is not None or role.end is not None
        for form in member.forms
    ]


def western_forms(cast: Cast, index: NameIndex) -> list[str]:
    """Return how the document names the states west of the Atlantic, and who and what is of them."""
    states = western_states(index)
    return [
        form
        for key, member in cast.members.items()
        if member.side in states or key in states
        for form in member.forms
    ]


@cache
def western_states(index: NameIndex) -> frozenset[str]:
    """Return the states whose listed places lie, on average, west of the Atlantic."""
    places: dict[str, list[float]] = {}
    for entry in index.actors.values():
        if entry.longitude is not None and entry.parent is not None:
            places.setdefault(entry.parent, []).append(entry.longitude)
    return frozenset(
        state for state, degrees in places.items() if sum(degrees) / len(degrees) < _WEST_OF
    )
