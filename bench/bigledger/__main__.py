"""Make a ledger of a million statements: python -m bench.bigledger [--out out/big-ledger.db].

What is there already is left alone; what was stopped is gone on with. `--worlds` conflicts are
followed for `--years` years each, of which the first was written in `--stories` stories.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from bench.bigledger.base import read_base
from bench.bigledger.making import Plan, make
from bench.bigledger.worlds import MOST_WORLDS
from bench.corpus import ROOT
from soten.query.keptmoves import trace
from soten.records import Statement
from soten.store import Selection, open_ledger

OUT = ROOT / "out" / "big-ledger.db"
STORIES, WORLDS, YEARS = 6_750, 5, 11


def big_ledger(
    target: Path, stories: int = STORIES, worlds: int = WORLDS, years: int = YEARS
) -> Path:
    """Make the ledger unless it is there; return its file."""
    if not target.exists():
        folder = target.with_suffix(".base")
        folder.mkdir(parents=True, exist_ok=True)
        make(read_base(folder, stories), target, Plan(worlds, years))
    with open_ledger(target) as ledger:  # what is derived is no copy
        trace(ledger)
    return target


def main() -> None:
    """Make it, and say what it holds."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", type=Path, default=OUT)
    arguments.add_argument("--stories", type=int, default=STORIES)
    arguments.add_argument("--worlds", type=int, default=WORLDS, choices=range(1, MOST_WORLDS + 1))
    arguments.add_argument("--years", type=int, default=YEARS)
    options = arguments.parse_args()
    begun = time.monotonic()
    path = big_ledger(options.out, options.stories, options.worlds, options.years)
    minutes, size = (time.monotonic() - begun) / 60, path.stat().st_size / 1e9
    with open_ledger(path) as ledger:
        statements = ledger.count(Selection(kinds=(Statement.kind,)))
    print(f"{path}: {statements:,} statements, {size:.1f} GB, made in {minutes:.1f} minutes")


if __name__ == "__main__":
    main()
