"""Score the names found by form against a public set of sentences with named entities.

    python -m bench.names NER.json

NER.json holds a list of {"text", "entities": [{"span": [start, end], "type"}]}, the form of
Stockmark's Japanese named-entity set from Wikipedia (published as ner.json); 人名 are people,
地名 places. Exact spans count, read with the core pack alone. A place inside a place counts as
found where the names of the ledger, which keeps 千葉県 and 船橋市 apart, cover it without a gap.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any  # the public set is JSON

from soten.evaluation import Count
from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import ActorType, Mention

Place = tuple[int, int]
KINDS = {"人名": (ActorType.PERSON,), "地名": (ActorType.PLACE, ActorType.STATE)}
"""What the set calls a kind of name, and which types of actor count for it."""


def names_of(reader: Reader, text: str, types: Sequence[ActorType]) -> set[Place]:
    """Return where the names of these types stand in a text, as code points."""
    reading = reader.read_text(text)
    type_of = {actor.id: actor.type for actor in reading.actors}
    return {
        (record.evidence.span.start, record.evidence.span.end)
        for record in reading.records
        if isinstance(record, Mention) and type_of[record.entity] in types
    }


def split_as_found(gold: Iterable[Place], found: set[Place]) -> set[Place]:
    """Return the annotated places, each cut where our names cover it without a gap.

    >>> sorted(split_as_found({(0, 6), (9, 11)}, {(0, 3), (3, 6)}))
    [(0, 3), (3, 6), (9, 11)]
    """
    cut: set[Place] = set()
    for start, end in gold:
        parts = sorted(p for p in found if start <= p[0] and p[1] <= end)
        edges = [start, *(stop for _, stop in parts)]
        covers = [first for first, _ in parts] == edges[:-1] and edges[-1] == end
        cut.update(parts if len(parts) > 1 and covers else [(start, end)])
    return cut


def measure(sentences: Iterable[Mapping[str, Any]]) -> dict[str, Count]:
    """Return what was right, annotated and found, by the set's kind of name."""
    reader = Reader(load_lexicon(["core"]))
    counts = {kind: Count() for kind in KINDS}
    for sentence in sentences:
        for kind, types in KINDS.items():
            found = names_of(reader, sentence["text"], types)
            gold = {
                (int(entity["span"][0]), int(entity["span"][1]))
                for entity in sentence["entities"]
                if entity["type"] == kind
            }
            gold = split_as_found(gold, found) if kind == "地名" else gold
            counts[kind] += Count(len(gold & found), len(gold), len(found))
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision, recall and F1 of each kind of name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    for kind, count in measure(json.loads(options.file.read_text("utf-8"))).items():
        print(f"{kind} {count.precision:.3f} {count.recall:.3f} {count.f1:.3f}")


if __name__ == "__main__":
    main()
