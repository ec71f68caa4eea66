"""Decisions from one ledger into another, as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.records import Decision, InputError
from soten.store import LOST, Entry, Search
from soten.store.decided import decision_of

if TYPE_CHECKING:
    from soten.store import Ledger

_KIND = '"decision"'


@dataclass(frozen=True, slots=True)
class Import:
    """What an import brought: new decisions, those known already, and those that reach nothing."""

    new: int
    known: int
    lost: tuple[Entry, ...]
    """New decisions of which some target is not found, or that cannot be applied here."""


def read_decisions(lines: Iterable[str]) -> Iterator[Decision]:
    """Yield the decisions among the lines of an export; other lines are passed over.

    Raises `InputError`, with the number of the line, for what is no JSON or was changed after it
    was decided.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip() or _KIND not in line:
            continue
        try:
            told = json.loads(line)
        except ValueError as error:
            raise InputError(f"line {number}: not JSON: {error}") from error
        if isinstance(told, dict) and told.get("kind") == "decision":
            try:
                yield decision_of(told)
            except InputError as error:
                raise InputError(f"line {number}: {error}") from error


def take_in(ledger: Ledger, decisions: Iterable[Decision]) -> Import:
    """Take decisions of another ledger in, all or none; what is known already changes nothing.

    A decision that reaches nothing here is kept: it applies as soon as its words are there.
    """
    given = list(decisions)
    new = ledger.put_decisions(given)
    lost = ledger.decisions(Search(ids=new, fates=LOST), newest_first=False) if new else []
    return Import(len(new), len({one.id for one in given}) - len(new), tuple(lost))
