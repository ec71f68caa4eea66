"""Readings of a few reports of a crowd, and what a ledger made of them, for tests of joining."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.crowd import Crowd, write_crowd
from soten.export.archive import jsonl_lines
from soten.ingest import Draft, read_source
from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import Reading, document_id
from soten.resolve.joiners import JOINERS
from soten.store import Ledger, open_ledger

READ = 24
"""Documents that are read, from the end of a crowd, where talks are at several stages."""
_ARRIVAL = ("added_at",)
"""What depends on when a document came."""


@dataclass(frozen=True, slots=True, repr=False)
class Press:
    """Readings of reports, the versions of each in order, and an empty ledger to copy.

    `right` is what a ledger tells that was given everything in order and joined once.
    """

    versions: tuple[tuple[Reading, ...], ...]
    documents: Path
    pack: Path
    empty: Path
    right: tuple[str, ...] = ()

    def ledger(self, folder: Path) -> Path:
        """Return a new empty ledger in a folder."""
        return Path(shutil.copy(self.empty, folder))


def make_press(folder: Path) -> Press:
    """Read a few reports of a crowd; every sixth was first read in an earlier version."""
    write_crowd(Crowd(200), folder)
    pack, documents = folder / "crowd", folder / "documents"
    papers = sorted(documents.glob("*.txt"))
    for paper in papers[:-READ]:
        paper.unlink()
        paper.with_name(paper.name + ".meta.json").unlink()
    reader = Reader(load_lexicon([str(pack)]))
    drafts = [read_source(paper) for paper in papers[-READ:]]
    versions = []
    for number, draft in enumerate(drafts):
        texts = [draft] if number % 6 else [_earlier(draft, drafts[number - 1].text), draft]
        id = document_id(texts[0].sha256)
        versions.append(tuple(reader.read(text, id) for text in texts))
    empty = folder / "empty.db"
    open_ledger(empty).close()
    return Press(tuple(versions), documents, pack, empty)


def _earlier(draft: Draft, other: str) -> Draft:
    """Return an earlier version of a draft, which told of something else."""
    text = other + draft.text
    return replace(draft, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def told(ledger: Ledger) -> tuple[str, ...]:
    """Return all that a ledger tells, in an order that does not depend on arrival.

    Every line of the exchange format, and every group with its members and the reasons they are one.
    """
    lines = [_without_arrival(json.loads(line)) for line in jsonl_lines(ledger)]
    return tuple(sorted([*map(_line, lines), *_joined(ledger)]))


def _without_arrival(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_arrival(v) for k, v in value.items() if k not in _ARRIVAL}
    return [_without_arrival(v) for v in value] if isinstance(value, list) else value


def _joined(ledger: Ledger) -> Iterator[str]:
    for joiner in JOINERS:
        groups = [group for group, _ in ledger.groups(joiner.kind)]
        for group in groups:
            yield _line([group.kind, group.id, sorted(group.members), group.low, group.high])
        yield from _reasons(ledger, joiner.kind, [group.id for group in groups])
    actors = [actor.id for actor in ledger.actors()]
    yield _line(sorted(ledger.canon(actors).items()))


def _reasons(ledger: Ledger, kind: str, groups: Sequence[str]) -> Iterator[str]:
    for reason in ledger.reasons(kind, groups):
        yield _line([kind, reason.one, reason.other, reason.why, reason.confidence, reason.detail])


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
