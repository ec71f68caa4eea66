"""Analyse a folder of texts with GiNZA and print what it cost; runs in a venv of its own.

python bench/ginza_worker.py FOLDER

Standard library and GiNZA only. Prints one JSON object: characters, seconds (model loading not
counted), version.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from importlib.metadata import version
from pathlib import Path


def main() -> None:
    """Analyse line by line, as GiNZA's own command does."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    pipeline = importlib.import_module("spacy").load("ja_ginza")
    started = time.perf_counter()
    tokens = sum(len(analysed) for analysed in pipeline.pipe(lines))
    seconds = time.perf_counter() - started
    characters = sum(map(len, texts))
    report = {"characters": characters, "seconds": seconds, "tokens": tokens}
    print(json.dumps({**report, "version": version("ginza")}))


if __name__ == "__main__":
    main()
