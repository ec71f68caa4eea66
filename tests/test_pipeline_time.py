"""Reading takes no longer than the length of a text asks for, whatever it is made of."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from soten.lexicon import load_lexicon
from soten.pipeline import Reader

_PART = 6_000
"""Characters of the shorter text; the longer is four times as long."""
_MOST = 8.0
"""How many times as long four times the text may take: 4 where all is linear, 16 where nothing is."""


@pytest.fixture(scope="module")
def reader(pack: Path) -> Reader:
    """Return a reader with the pack of the invented states, warm."""
    reader = Reader(load_lexicon([str(pack)]))
    reader.read_text("ベルカ大統領は「橋は残る」と述べた。")
    return reader


def _seconds(reader: Reader, sentence: str, characters: int) -> float:
    """Return the processor's time for a text of one sentence again and again, the numbers in it told on."""
    pieces: list[str] = []
    length = 0
    while length < characters:
        pieces.append(sentence.replace("#", str(len(pieces) + 1)))
        length += len(pieces[-1])
    text = "".join(pieces)
    gc.collect()
    gc.disable()  # what other tests left behind is not counted
    try:
        begun = time.process_time()
        reader.read_text(text)
        return time.process_time() - begun
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("ベルカ大統領は#日、協議は続いていると述べた。\n", id="statement"),
        pytest.param("ノルダ国防省は、橋を壊したとのテスミア側の主張を否定した。\n", id="denial"),
        pytest.param(
            "テスミアは橋を直すと約束した。ノルダは兵を退けると表明した。\n", id="promise"
        ),
        pytest.param("ノルダとテスミアは#日、ファルケンで停戦協議を行った。", id="talk"),
        pytest.param("ベルカ大統領とトセフ首相の会談、", id="talks-without-end"),
        pytest.param("ノルダは撤退に反対している。テスミアは撤退を求めている。\n", id="position"),
        pytest.param("ノルダ軍は#日、橋を攻撃し、#人が死亡した。\n", id="event"),
        pytest.param("ベルカ大統領、トセフ首相、アルデ通信、", id="list-of-names"),
        pytest.param("ノルダのアリ・カラ第#外務次官は、第#委員会の発表を否定した。\n", id="bodies"),
        pytest.param("「彼は『「橋は『残る』」と言った』と話した」と述べた。\n", id="nested"),
        pytest.param("首相は「橋は残ると述べた。", id="never-closed"),
        pytest.param("首相は橋は残る」と述べた。", id="never-opened"),
        pytest.param(
            "ノルダ（北）のベルカ大統領（#）は橋（石）は残る（と）述べた（談）。", id="asides"
        ),
        pytest.param("ベルカ大統領は橋は残ると述べたが", id="no-end"),
        pytest.param("ベルカ大統領は橋は残ると約束し", id="promises-without-end"),
        pytest.param("首相は　", id="spaces"),
        pytest.param("首相\n", id="lines"),
        pytest.param("・停戦\n・撤退\n・橋\n", id="items"),
        pytest.param("#月#日、#人、前日、昨年、", id="numbers"),
        pytest.param("記者：橋は残るか。\nベルカ大統領：残ると思う。\n", id="turns"),
        pytest.param(
            "アルデ通信によると、ノルダ当局者は橋は残るとの見方を示したという。", id="hands"
        ),
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(reader: Reader, sentence: str) -> None:
    """The time of reading grows with the length of a text and not with its square."""
    short = min(_seconds(reader, sentence, _PART) for _ in range(2))
    long = min(_seconds(reader, sentence, 4 * _PART) for _ in range(2))

    assert long <= _MOST * short
