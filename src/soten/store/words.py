"""What a person types to search, as phrases to look up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from soten.records import UsageError
from soten.store.bigrams import Phrase, phrase_of

_QUOTE, _OTHER = '["“”＂]', '[^"“”＂]'
_TOKEN = re.compile(
    rf"(?P<minus>[-－]?)(?:{_QUOTE}(?P<phrase>{_OTHER}*){_QUOTE}?|(?P<word>(?:(?!\s){_OTHER})+))"
)


class Held(NamedTuple):
    """A record that holds words: its row, and by what it is counted and ordered."""

    row: int
    kind: str
    doc: int
    version: int
    day: str
    place: int
    id: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where words stand: stretches of documents (rows), each behind its document's, and records.

    The records, the last stored first, meet all else that was asked with the words.
    """

    stretches: tuple[tuple[int, int], ...]
    records: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All of `every` must occur, each by one of its alternatives, and none of `never`.

    `latest` limits to so many of the places where they occur, those that were stored last; `within`
    to places between two rows of passages. `places` are those where they are known to occur, of the
    latest if these are limited: they are then not looked for again.
    """

    every: tuple[tuple[Phrase, ...], ...]
    never: tuple[Phrase, ...] = ()
    latest: int | None = None
    within: tuple[int, int] | None = None
    places: Places | None = field(default=None, repr=False)

    @property
    def wanted(self) -> tuple[Phrase, ...]:
        """Every phrase that is looked for, in order of typing."""
        return tuple(phrase for group in self.every for phrase in group)


def parse_words(typed: str) -> Words:
    """Return what `typed` asks for; raise `UsageError` if it names nothing to look for.

    Words are joined by AND; `OR` between two makes them alternatives; `"…"` is a phrase;
    `-` before a word or phrase excludes it.

    >>> [[p.text for p in group] for group in parse_words('停戦 OR 休戦 "米 特使" -噂').every]
    [['停戦', '休戦'], ['米 特使']]
    """
    every: list[tuple[Phrase, ...]] = []
    never: list[Phrase] = []
    join = False
    for match in _TOKEN.finditer(typed):
        if match["word"] in ("OR", "ＯＲ", "|") and not match["minus"]:
            join = bool(every)
            continue
        phrase = phrase_of(match["word"] if match["phrase"] is None else match["phrase"])
        if phrase is None:
            continue
        phrase = replace(phrase, is_quoted=match["phrase"] is not None)
        if match["minus"]:
            never.append(phrase)
        elif join:
            every[-1] = (*every[-1], phrase)
        else:
            every.append((phrase,))
        join = False
    if not every:
        raise UsageError(f"nothing to search for in {typed!r}")
    return Words(tuple(every), tuple(never))
