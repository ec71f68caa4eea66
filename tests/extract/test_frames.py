"""Where the content of a predicate ends, frame by frame."""

from __future__ import annotations

import pytest

from soten.records import Act
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        pytest.param("首相は計画について批判した。", "計画", Act.CRITICIZE, id="について"),
        pytest.param("首相は計画については明言しなかった。", "計画", Act.DECLINE, id="not-about"),
        pytest.param("首相は、橋は残る、と述べた。", "橋は残る", Act.ASSERT, id="comma-before-to"),
        pytest.param("首相は「橋は残る」表明。", "橋は残る", Act.ANNOUNCE, id="no-to"),
        pytest.param("首相は「橋を直すよう」求めた。", "橋を直すよう", Act.DEMAND, id="you-quoted"),
        pytest.param(
            "首相は橋を直すよう、隣国に働きかけ始めた。", "橋を直す", Act.DEMAND, id="begun"
        ),
        pytest.param("首相は近づかないよう、率直に警告した。", "近づかない", Act.WARN, id="adverb"),
        pytest.param("首相は橋は残るものとみている。", "橋は残るもの", Act.EXPLAIN, id="もの"),
    ],
)
def test_each_frame_gives_its_content(read: TextReader, text: str, content: str, act: Act) -> None:
    """The particle before a reporting verb ends its content."""
    (statement,) = read(text).findings.statements

    assert (statement.content.cut(text), statement.act) == (content, act)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("首相は計画について明言した。", id="about-without-content"),
        pytest.param("首相は記者団と話した。", id="companion"),
        pytest.param("首相は橋を直そうとした。", id="attempt"),
        pytest.param("首相は公然と語った。", id="adverb"),
    ],
)
def test_what_is_no_content(read: TextReader, text: str) -> None:
    """A topic, a companion, an attempt and an adverb are nothing said."""
    assert read(text).findings.statements == []
