"""Score the reading against annotations and hold it to its recorded floors.

    make accuracy         or: python -m bench.accuracy [--raise-floors] [--all]

Reads the samples, and where a folder `shared` stands beside the repository, its annotated reports
as well. Prints the measures beside their floors, and the annotations gained and lost since the
floors were recorded. Ends with exit code 1 when a measure falls under its floor in
bench/floors.json. --raise-floors writes floors a hundredth under what was measured, where that is
higher than before, and writes down which annotations are right now (as digests, in bench/right).
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import ROOT, SHARED
from bench.process import cost_of

FLOORS = ROOT / "bench" / "floors.json"
MARGIN = 0.01
"""How far under the measured value a raised floor lies, so that one sentence does not break it."""

RIGHT = ROOT / "bench" / "right"
"""For each corpus the annotations that were read right when its floors were recorded, as digests."""

SHOWN = 6
"""How many gained and how many lost annotations a kind are printed without --all."""

_NEVER = "evidence_not_in_text"
"""A count that is 0 in every corpus, floor or no floor."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated documents, and the packs they are read with."""

    name: str
    gold: Path
    documents: Path
    packs: tuple[str, ...]


CORPORA = (
    Corpus("samples", ROOT / "samples" / "gold", ROOT / "samples", ("core", "ukraine")),
    Corpus("seeds", SHARED / "gold", SHARED / "seeds", ("core", "ukraine")),
    Corpus("wild", SHARED / "gold" / "wild", SHARED / "wild" / "docs", ("core",)),
)


Item = Mapping[str, str]
"""An annotation as `soten evaluate --json --since` gives it: measure, document, words, details."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one corpus gave: each measure, and what changed since its floors were recorded."""

    measures: dict[str, float]
    gained: Sequence[Item]
    lost: Sequence[Item]


def measure(corpus: Corpus, *, record: bool = False) -> Result:
    """Read and score a corpus: F1 for kinds, the value itself for the other measures.

    With `record`, write down which annotations are right now.
    """
    right = RIGHT / f"{corpus.name}.txt"
    command: list[str | Path] = [Path(sys.executable).with_name("soten"), "evaluate", "--json"]
    for pack in corpus.packs:
        command += ["--pack", pack]
    if right.is_file():
        command += ["--since", right]
    if record:
        RIGHT.mkdir(exist_ok=True)
        command += ["--save", right]
    output = cost_of([*command, corpus.gold, corpus.documents]).output
    found = json.loads(output.strip().splitlines()[-1])
    found.pop("documents")
    gained, lost = found.pop("gained", []), found.pop("lost", [])
    measures = {
        name: float(value["f1"] if isinstance(value, dict) else value)
        for name, value in found.items()
    }
    return Result(measures, gained, lost)


def changed(corpus: str, result: Result, shown: int | None) -> list[str]:
    """Return lines that name the annotations gained (>) and lost (<), at most `shown` a kind each.

    >>> item = {"measure": "date", "document": "a.txt", "words": "3日", "details": "2025-12-03"}
    >>> changed("samples", Result({"date": 0.9}, gained=[], lost=[item]), None)
    ['samples date: 0 gained, 1 lost', '  < a.txt 「3日」 2025-12-03']
    """
    lines = []
    for name in result.measures:
        gained = [item for item in result.gained if item["measure"] == name]
        lost = [item for item in result.lost if item["measure"] == name]
        if not gained and not lost:
            continue
        lines.append(f"{corpus} {name}: {len(gained)} gained, {len(lost)} lost")
        for sign, items in ((">", gained), ("<", lost)):
            lines += [f"  {sign} {_shown(item)}" for item in items[:shown]]
            if shown is not None and len(items) > shown:
                lines.append(f"  {sign} and {len(items) - shown} more (--all shows them)")
    return lines


def _shown(item: Item) -> str:
    return f"{item['document']} 「{item['words']}」 {item['details']}"


def broken_floors(
    corpus: str, measured: Mapping[str, float], floors: Mapping[str, float]
) -> list[str]:
    """Return one line for each measure of a corpus that lies under its floor.

    >>> broken_floors("samples", {"talk": 0.58, "date": 0.9}, {"talk": 0.6, "date": 0.9})
    ['samples: talk 0.580 is under its floor of 0.600']
    """
    broken = [
        f"{corpus}: {name} {measured.get(name, 0.0):.3f} is under its floor of {floor:.3f}"
        for name, floor in floors.items()
        if measured.get(name, 0.0) < floor
    ]
    if measured.get(_NEVER, 0):
        broken.append(f"{corpus}: {measured[_NEVER]:.0f} pieces of evidence are not in the text")
    return broken


def raised(measured: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """Return the floors of a corpus, raised to a little under what was measured, never lowered.

    >>> raised({"talk": 0.587, "date": 0.8, "evidence_not_in_text": 0}, {"date": 0.85})
    {'talk': 0.57, 'date': 0.85}
    """
    return {
        name: max(floors.get(name, 0.0), math.floor((value - MARGIN) * 100) / 100)
        for name, value in measured.items()
        if name != _NEVER and value > MARGIN
    }


def table(
    results: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]
) -> list[str]:
    """Return the lines of a table: measures down, corpora across, each with its floor."""
    names = list(dict.fromkeys(name for measured in results.values() for name in measured))
    head = "".join(f"{corpus:>12}{'floor':>8}" for corpus in results)
    lines = [f"{'F1, or as named':24}{head}"]
    for name in names:
        cells = []
        for corpus, measured in results.items():
            floor = floors.get(corpus, {}).get(name)
            cells.append(f"{measured[name]:12.3f}" + (f"{floor:8.2f}" if floor else f"{'-':>8}"))
        lines.append(f"{name:24}{''.join(cells)}")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every corpus that is there, print the table, check or raise the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--all", action="store_true", help="print every change, not the first ones")
    options = parser.parse_args(arguments)
    recorded = json.loads(FLOORS.read_text(encoding="utf-8"))
    floors: dict[str, dict[str, float]] = recorded["accuracy"]
    results = {
        corpus.name: measure(corpus, record=options.raise_floors)
        for corpus in CORPORA
        if corpus.gold.is_dir() and corpus.documents.is_dir()
    }
    measured = {name: result.measures for name, result in results.items()}
    if options.raise_floors:
        floors.update({name: raised(found, floors[name]) for name, found in measured.items()})
        FLOORS.write_text(json.dumps(recorded, indent=2) + "\n", encoding="utf-8")
    shown = None if options.all else SHOWN
    for line in (line for name, result in results.items() for line in changed(name, result, shown)):
        print(line)
    print("\n".join(table(measured, floors)))
    broken = [
        line
        for name, found in measured.items()
        for line in broken_floors(name, found, floors[name])
    ]
    if broken:
        raise SystemExit("\n".join(broken))


if __name__ == "__main__":
    main()
