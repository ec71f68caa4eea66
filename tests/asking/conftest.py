"""A ledger of short reports on two invented states, and what reads questions to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from soten.asking import QuestionReader
from soten.lexicon import load_lexicon
from soten.pipeline import add_paths
from soten.query import Question
from soten.store import Ledger, open_ledger

TODAY = date(2031, 5, 14)
"""A Wednesday, eight days after the latest report."""

REPORTS = {
    "2031-03-10": (
        "ノルダのベルカ大統領は9日、無条件の停戦を拒否すると述べた。\n"
        "テスミアのトセフ首相は9日、ノルダに対し無条件の停戦を求めた。\n"
    ),
    "2031-05-05": (
        "【2031年5月5日 アルデ通信】ノルダのベルカ大統領は4日、ジルヴァンでテスミアのトセフ首相と会談した。\n"
        "ベルカ大統領は「無条件の停戦に応じる用意がある」と述べた。\n"
        "テスミア国防省は、ノルダ軍がファルケンの80%を制圧したと発表した。"
        "カンデル報道官はこれを否定した。\n"
    ),
    "2031-05-06": (
        "テスミアのオルソク外相は5日、領土の割譲を拒否すると述べた。\n"
        "ノルダは年末まで攻撃を停止すると約束した。\n"
        "テスミアによると、砲撃で12人が死亡した。\n"
        "テスミアのイヴァン・メルカル特使は5日、制裁の解除に反対すると述べた。\n"
    ),
}

Ask = Callable[[str], Question]


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory, pack: Path) -> Iterator[Ledger]:
    """Return the ledger of the reports."""
    folder = tmp_path_factory.mktemp("reports")
    for day, text in REPORTS.items():
        (folder / f"{day}.txt").write_text(text, encoding="utf-8")
        told = json.dumps({"published": day})
        (folder / f"{day}.txt.meta.json").write_text(told, encoding="utf-8")
    where = str(folder / "ledger.db")
    add_paths([folder], where, ["core", str(pack)])
    with open_ledger(where) as opened:
        yield opened


@pytest.fixture(scope="session")
def reader(pack: Path) -> QuestionReader:
    """Return what reads questions."""
    return QuestionReader(load_lexicon(["core", str(pack)]))


@pytest.fixture
def ask(reader: QuestionReader, ledger: Ledger) -> Ask:
    """Return a function that reads a question asked on `TODAY`."""
    return lambda text: reader.read(text, ledger, TODAY)
