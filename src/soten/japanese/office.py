"""What the names of a document tell of its date: who held which office when, and from where."""

from __future__ import annotations

from functools import cache

from soten.japanese.cast import Cast
from soten.japanese.index import NameIndex
from soten.japanese.inference import DatedName
from soten.records import ActorType, Role

_WEST_OF = -30.0
"""Degrees of longitude: west of it, Japan is already in the next day when the day's news is made."""


def dated_names(cast: Cast, index: NameIndex) -> list[DatedName]:
    """Return the names of listed people with the dates they held the offices of their roles.

    An office held more than once counts from its first day to its last.
    """
    dated: list[DatedName] = []
    for key, member in cast.members.items():
        entry = index.actors.get(key)
        if entry is None or entry.type is not ActorType.PERSON:
            continue
        for title, (start, end) in _terms(entry.roles).items():
            if start is not None or end is not None:
                dated += [DatedName(form, title, start, end) for form in member.forms]
    return dated


def _terms(roles: tuple[Role, ...]) -> dict[str, tuple[str | None, str | None]]:
    """Return the first start and the last end of each title; None where one is open."""
    terms: dict[str, tuple[str | None, str | None]] = {}
    for role in roles:
        if role.title not in terms:
            terms[role.title] = (role.start, role.end)
            continue
        start, end = terms[role.title]
        terms[role.title] = (
            min(start, role.start) if start and role.start else None,
            max(end, role.end) if end and role.end else None,
        )
    return terms


def western_forms(cast: Cast, index: NameIndex) -> list[str]:
    """Return how the document names states and bodies west of the Atlantic, and places there."""
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
