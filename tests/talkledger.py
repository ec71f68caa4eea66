"""A ledger of invented reports on the course of one talk, and of others near it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from soten.ingest import Draft
from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import Basis, Published, document_id
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Ledger
from tests.store.factory import RUN

Told = tuple[str, str]
"""The day of a report, and its text."""

ANNOUNCED: Told = (
    "2031-05-02",
    "【アルデ通信】ノルダのベルカ大統領とテスミアのトセフ首相が8日にジルヴァンで会談すると、ノルダ大統領府が1日発表した。"
    "北部の鉄橋は3年前に壊れ、修復の費用と港の使用料をどちらが負うかは決まっていない。",
)
DENIED: Told = (
    "2031-05-03",
    "ノルダのカンデル報道官は2日、「8日にテスミアとの会談の予定はない」と述べた。",
)
MOVED: Told = (
    "2031-05-05",
    "8日に予定されていたノルダのベルカ大統領とテスミアのトセフ首相の会談は10日に延期された。",
)
HELD: Told = (
    "2031-05-11",
    "ノルダのベルカ大統領は10日、ジルヴァンでテスミアのトセフ首相と会談し、停戦で合意した。",
)
DESCRIBED: Told = (
    "2031-06-20",
    "ノルダのベルカ大統領は先月10日のテスミアのトセフ首相との会談で停戦を求めた。",
)
BEFORE: Told = (
    "2031-04-03",
    "ノルダのベルカ大統領は2日、ロドナでテスミアのトセフ首相と会談した。",
)
CALL: Told = ("2031-05-21", "ノルダのベルカ大統領は20日、テスミアのトセフ首相と電話で会談した。")
COURSE = (ANNOUNCED, DENIED, MOVED, HELD, DESCRIBED)


def fill(ledger: Ledger, pack: Path, told: Iterable[Told]) -> list[str]:
    """Put reports into a ledger and join them; return the ids of the documents."""
    reader = Reader(load_lexicon([str(pack)]))
    found: list[str] = []
    for number, (day, text) in enumerate(told):
        raw = text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        published = Published(day, Basis.STATED)
        name = f"{number}.txt"
        draft = Draft(
            name, text, digest, digest, len(raw), "utf-8", "text/plain", published=published
        )
        reading = reader.read(draft, document_id(f"{name} {digest}"))
        ledger.begin_run(RUN)
        ledger.put_reading(RUN, reading)
        found.append(reading.document.id)
    join_pending(ledger, JOINERS)
    return found
