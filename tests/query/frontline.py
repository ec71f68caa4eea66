"""Reports of a town that two invented sides claim, read as documents and joined."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from soten.ingest import Draft
from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import Basis, Published, document_id
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger

Report = tuple[str, str]
"""The day of a report, and its text."""

TAKEN = (
    "2031-11-21",
    "【アルデ通信】ノルダ国防省は20日、テスミア東部の要衝ファルケンを制圧したと発表した。"
    "テスミア軍は同日、これを否定した。",
)
FREED = (
    "2031-11-22",
    "ノルダ国防省によると、ノルダ軍はファルケン市を「解放」した。"
    "現地の状況は独自に確認できていない。",
)
PARTLY = (
    "2031-11-23",
    "ベルカ大統領は23日、ロドナの75%以上をノルダ軍が掌握したと述べた。トセフ首相はこれを否定した。",
)
LESS = (
    "2031-11-24",
    "ノルダ国防省は24日、ロドナの70%を制圧したと発表した。",
)
RETAKEN = (
    "2031-12-18",
    "テスミア軍は17日、ファルケンを奪還したと発表した。",
)
OTHER = (
    "2031-11-22",
    "テスミア外務省は22日、ノルダがハルディアに小麦の輸出を止めるよう圧力をかけていると非難した。",
)
ALL = (TAKEN, FREED, PARTLY, LESS, RETAKEN, OTHER)


@cache
def _reader(pack: Path) -> Reader:
    return Reader(load_lexicon([str(pack)]))


def put_reports(ledger: Ledger, pack: Path, reports: Sequence[Report] = ALL) -> None:
    """Read reports into a ledger and join what they tell."""
    reader = _reader(pack)
    run = reader.run()
    ledger.begin_run(run)
    for at, (day, text) in enumerate(reports):
        raw = text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        published = Published(day, Basis.STATED)
        draft = Draft(
            f"{at}.txt", text, digest, digest, len(raw), "utf-8", "text/plain", published=published
        )
        ledger.put_reading(run, reader.read(draft, document_id(digest)))
    join_pending(ledger, JOINERS)
