"""A year of invented reports, several to a page, read and joined by Soten itself."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from bench.crowd import Crowd, Report
from bench.crowd.cast import load_cast, write_pack
from soten.lexicon import load_lexicon
from soten.pipeline import Reader, add_sources
from soten.store import open_ledger

STORIES = (1, 2, 2, 3, 4)
"""How many stories a page may have; with them a page has eight statements, as short news do."""
_RULE = "\n\n――――――――――\n\n"
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A document: some stories of one publisher's page."""

    name: str
    text: str
    told: dict[str, str]


def pages(stories: int, seed: int = 1) -> Iterator[Page]:
    """Yield pages with so many stories in all, in order of their days; the same for one seed."""
    dice = Random(f"pages:{seed}")
    reports = Crowd(stories, seed).reports()
    number = 0
    while some := list(islice(reports, dice.choice(STORIES))):
        yield _page(number, some)
        number += 1


def _page(number: int, reports: list[Report]) -> Page:
    first = reports[0]
    told = {
        "publisher": first.publisher,
        "title": first.title,
        "url": f"https://news.example/{number:06}",
        "published": max(report.published for report in reports),
    }
    return Page(f"{number:06}.txt", _RULE.join(r.text.strip() for r in reports) + "\n", told)


def read_base(folder: Path, stories: int, seed: int = 1) -> Path:
    """Read pages into a ledger in `folder`, unless they are there already; return its file."""
    path, papers = folder / "base.db", folder / "documents"
    pack = write_pack(load_cast(), folder)
    papers.mkdir(exist_ok=True)
    names: list[Path] = []
    for page in pages(stories, seed):
        names.append(papers / page.name)
        names[-1].write_text(page.text, encoding="utf-8")
        sidecar = json.dumps(page.told, ensure_ascii=False)
        names[-1].with_name(f"{page.name}.meta.json").write_text(sidecar, encoding="utf-8")
    reader = Reader(load_lexicon([str(pack)]))
    with open_ledger(path) as ledger:
        done = sum(1 for _ in ledger.newest_documents())
        for at in range(done, len(names), _BATCH):
            add_sources(ledger, reader, names[at : at + _BATCH])
            told = f"read {min(at + _BATCH, len(names)):,} of {len(names):,} pages"
            print(told, file=sys.stderr, flush=True)
    return path
