"""Whom and what a document names: its members, and where their names stand."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from soten.records import ActorType


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
