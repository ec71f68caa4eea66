"""Write a crowd: python -m bench.crowd FOLDER --size 1000 [--seed 1] [--style held-out]."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.crowd.documents import Crowd, write_crowd
from bench.crowd.stories import STYLES


def main() -> None:
    """Write the documents, the pack that knows their world, and the truth."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--size", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--style", choices=STYLES, default="usual")
    options = arguments.parse_args()
    truth = write_crowd(Crowd(options.size, options.seed, options.style), options.folder)
    print(f"{options.size} documents; truth in {truth}; pack in {options.folder / 'crowd'}")


if __name__ == "__main__":
    main()
