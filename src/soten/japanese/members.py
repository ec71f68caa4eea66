"""Whom and what a document names: its members, and where their names stand."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from soten.records import ActorType

_LOCAL = ":"
"""Stands in the key of a member that was found in a text, and in no id of a pack."""


def local_key(type_: ActorType, folded: str) -> str:
    """Return the key of somebody or something that no pack lists, within one document.

    >>> is_local(local_key(ActorType.PERSON, "タノフ")), is_local("norda-mfa")
    (True, False)
    """
    return f"{type_.value}{_LOCAL}{folded}"


def is_local(key: str) -> bool:
    """Say whether a key means somebody in one document only, so that no other may share it."""
    return _LOCAL in key


class Name(NamedTuple):
    """A mention: `start`–`end` is the name, `begin`–`stop` takes in the titles around it."""

    start: int
    end: int
    member: str
    begin: int
    stop: int


class Member:
    """Somebody or something the document names."""

    def __init__(self, key: str, type_: ActorType, name: str) -> None:
        self.key, self.type, self.name = key, type_, name
        self.forms: Counter[str] = Counter()
        self.side: str | None = None
        self.titles: list[str] = []
        self.known = False
        self.name_en: str | None = None

    def __repr__(self) -> str:
        return f"Member({self.key!r}, {self.type.value}, {self.name!r})"


class Cast:
    """The members of a document by key, and its names in the order of the text."""

    def __init__(self) -> None:
        self.members: dict[str, Member] = {}
        self.names: list[Name] = []
