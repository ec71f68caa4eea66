"""Names in a question: actors that a pack lists, and those only the ledger knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soten.japanese.analysis import Analysis
from soten.japanese.index import NameIndex
from soten.records import ActorType

if TYPE_CHECKING:
    from soten.store import Ledger

_WORD = re.compile(r"[A-Za-z][\w.&]*(?:[-'][A-Za-z]\w*)*")
_MOST_WORDS = 5
_LONGEST_FORM = 24
_SHORTEST_FAMILY = 4
_PART_MARKS = "・＝="


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a question: where it stands and whom it means."""

    start: int
    end: int
    id: str
    type: ActorType


class EnglishNames:
    """English names of a lexicon's actors: full, a person's family name, a state's adjective."""

    def __init__(self, index: NameIndex) -> None:
        self._ids: dict[str, str] = {}
        self._capitals: set[str] = set()
        self._types = {id: entry.type for id, entry in index.actors.items()}
        family: dict[str, set[str]] = {}
        for entry in index.actors.values():
            for form in (entry.name_en, *(form.text for form in entry.forms)):
                if form.isascii() and len(form) > 1:
                    self._ids.setdefault(form.casefold(), entry.id)
                    if form.isupper():
                        self._capitals.add(form.casefold())
            if entry.type is ActorType.PERSON and len(entry.name_en.split()) > 1:
                family.setdefault(entry.name_en.split()[-1].casefold(), set()).add(entry.id)
        for name, ids in family.items():
            if len(ids) == 1 and len(name) >= _SHORTEST_FAMILY:
                self._ids.setdefault(name, next(iter(ids)))
        states = [e for e in index.actors.values() if e.type is ActorType.STATE]
        for entry in states:
            for adjective in _adjectives(entry.name_en.casefold()):
                self._ids.setdefault(adjective, entry.id)

    def _is_written(self, name: str, words: str) -> bool:
        """Say whether words may be a name: acronyms are capitals, single words are capitalized."""
        if name in self._capitals:
            return words[: len(name)].isupper()
        return " " in name or words[0].isupper()

    def find(self, text: str) -> Iterator[Named]:
        """Yield the names in a text, the longest at each place."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                start, end = words[at].start(), words[at + size - 1].end()
                name = re.sub(r"'s?$", "", text[start:end]).casefold()
                id = self._ids.get(re.sub(r"\s+", " ", name))
                if id is not None and self._is_written(name, text[start:end]):
                    yield Named(start, start + len(name), id, self._types[id])
                    at += size - 1
                    break
            at += 1


def _adjectives(name: str) -> tuple[str, ...]:
    """Return the regular adjectives of a state's name.

    >>> _adjectives("russia"), _adjectives("ukraine")[-1], _adjectives("iran")[-1]
    (('russian',), 'ukrainian', 'iranian')
    """
    if name.endswith("a"):
        return (f"{name}n",)
    if name.endswith("e"):
        return (f"{name[:-1]}ian",)
    if name.endswith("y"):
        return (name[:-1],) if name.endswith("many") else (f"{name[:-1]}ian",)
    return (f"{name}i", f"{name}ian") if name[-1:] not in ("s", "d") else ()


def japanese_names(text: str, analysis: Analysis, ledger: Ledger) -> list[Named]:
    """Return the names in a Japanese question, listed ones first, then those of the ledger alone."""
    found: list[Named] = []
    loose: list[tuple[int, int]] = []
    for name in analysis.names:
        member = analysis.member(name)
        if member.key in analysis.index.actors:
            found.append(Named(name.start, name.end, member.key, member.type))
        else:
            loose.append((name.start, name.end))
    found += _of_ledger(text, loose, found, ledger)
    return sorted(found, key=lambda named: named.start)


def _of_ledger(
    text: str, loose: list[tuple[int, int]], taken: list[Named], ledger: Ledger
) -> Iterator[Named]:
    """Yield names that some document of the ledger holds, the longest first, none overlapping."""
    stretches = {
        (start, end): text[start:end]
        for start in range(len(text))
        for end in range(start + 2, min(len(text), start + _LONGEST_FORM) + 1)
    }
    spelled = ledger.actors_spelled(stretches.values())
    covered = [(named.start, named.end) for named in taken]
    for place in sorted(stretches, key=lambda place: (place[0] - place[1], place[0])):
        ids = spelled.get(stretches[place], ())
        if ids and not _overlaps(place, covered):
            covered.append(place)
            yield from _named(place, ids, ledger)
    family = {place: text[slice(*place)] for place in loose if not _overlaps(place, covered)}
    if family:
        yield from _by_family(family, ledger)


def _named(place: tuple[int, int], ids: tuple[str, ...], ledger: Ledger) -> Iterator[Named]:
    """Yield whom a form means, by the id known across documents; two of one name are nobody."""
    canon = ledger.canon(ids)
    meant = {canon.get(id, id) for id in ids}
    labels = ledger.labels(meant)
    if len(meant) == 1 and labels:
        (label,) = labels.values()
        if label.type is not None:
            yield Named(*place, label.id, label.type)


def _by_family(names: dict[tuple[int, int], str], ledger: Ledger) -> Iterator[Named]:
    """Yield people that the ledger knows by a longer name that ends so: ミルゾヤン."""
    actors = [a for a in ledger.actors() if not a.known and a.type is ActorType.PERSON]
    for place, name in names.items():
        ids = tuple(
            actor.id
            for actor in actors
            if any(
                form.endswith(tuple(mark + name for mark in _PART_MARKS)) for form in actor.aliases
            )
        )
        if ids:
            yield from _named(place, ids, ledger)


def _overlaps(place: tuple[int, int], covered: list[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in covered)
