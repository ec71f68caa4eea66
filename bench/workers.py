"""What the benchmark measures, one measurement a process.

    python -m bench.workers tokenizer|reading FOLDER

Prints one JSON object: characters and seconds. What is loaded once for any number of documents
(dictionary, packs) is loaded before the clock starts and reported as `load_s`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

_CHUNK = 12_000
"""Characters handed to the tokenizer at once; its limit is 49,149 bytes."""


def _texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def _chunks(text: str) -> list[str]:
    """Cut a text at line ends into pieces that the tokenizer takes."""
    chunks, chunk = [], ""
    for line in text.splitlines(keepends=True):
        if len(chunk) + len(line) > _CHUNK:
            chunks.append(chunk)
            chunk = ""
        chunk += line
    return [*chunks, chunk]


def tokenizer() -> Callable[[str], object]:
    """Return the bare tokenizer, mode C, with nothing done to its morphemes."""
    from sudachipy import Dictionary, SplitMode  # measured, and heavy

    tokens = Dictionary().tokenizer(mode=SplitMode.C)
    return lambda text: sum(len(tokens.tokenize(chunk)) for chunk in _chunks(text))


def reading() -> Callable[[str], object]:
    """Return Soten's reading of a text, with all bundled packs, into records; nothing is stored."""
    # Measured, and heavy.
    from soten.lexicon import bundled_packs, load_lexicon
    from soten.pipeline import Reader

    reader = Reader(load_lexicon(bundled_packs()))
    return reader.read_text


def main() -> None:
    """Run one measurement and print it."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    started = time.perf_counter()
    work = {"tokenizer": tokenizer, "reading": reading}[kind]()
    work("会談は終わった。")
    loaded = time.perf_counter()
    texts = _texts(folder)
    begun = time.perf_counter()
    for text in texts:
        work(text)
    seconds = time.perf_counter() - begun
    report = {"characters": sum(map(len, texts)), "seconds": seconds, "load_s": loaded - started}
    print(json.dumps(report))


if __name__ == "__main__":
    main()
