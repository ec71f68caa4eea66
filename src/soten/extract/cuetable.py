"""Cue patterns of one kind, each tried only where a character stands with which it can begin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from soten.extract.beginnings import beginnings
from soten.lexicon.entries import CueEntry

Tried = tuple[tuple[re.Pattern[str], CueEntry], ...]


class CueHit(NamedTuple):
    """A cue found in a stretch of text."""

    start: int
    end: int
    cue: CueEntry


class CueTable:
    """The cues of one kind, in the order in which they are tried at one place."""

    def __init__(self, cues: list[CueEntry]) -> None:
        self.cues = cues
        compiled = [(re.compile(cue.pattern), cue) for cue in cues]
        firsts = [beginnings(cue.pattern) for cue in cues]
        by_first: dict[str, list[tuple[re.Pattern[str], CueEntry]]] = defaultdict(list)
        for char in {char for first in firsts if first is not None for char in first}:
            for entry, first in zip(compiled, firsts, strict=True):
                if first is None or char in first:
                    by_first[char].append(entry)
        self._by_first: dict[str, Tried] = {char: tuple(tried) for char, tried in by_first.items()}
        self._anywhere = tuple(
            e for e, first in zip(compiled, firsts, strict=True) if first is None
        )
        one_of = "".join(map(re.escape, sorted(by_first)))
        self._places = re.compile(
            "(?s:.)" if self._anywhere else f"[{one_of}]" if one_of else r"(?!)"
        )

    def hits(self, text: str, start: int = 0, end: int | None = None) -> Iterator[CueHit]:
        """Yield the cues in `text[start:end]`, leftmost first, none overlapping."""
        stop = len(text) if end is None else end
        done = start
        for place in self._places.finditer(text, start, stop):
            at = place.start()
            if at < done:
                continue
            for pattern, cue in self._by_first.get(text[at], self._anywhere):
                match = pattern.match(text, at, stop)
                if match is not None:
                    done = match.end()
                    yield CueHit(at, done, cue)
                    break

    def best(self, text: str, start: int = 0, end: int | None = None) -> CueHit | None:
        """Return the weightiest cue, the later one where two weigh the same."""
        best: CueHit | None = None
        for hit in self.hits(text, start, end):
            if best is None or hit.cue.weight >= best.cue.weight:
                best = hit
        return best
