"""Papers named again in short."""

from __future__ import annotations

import pytest

from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import Mention


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with what every text is read with."""
    return Reader(load_lexicon(["core"]))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("朝日新聞が伝えた。朝日は橋が落ちたとしている。", 2, id="named-before"),
        pytest.param("朝日は橋が落ちたとしている。", 0, id="not-named"),
        pytest.param("毎日新聞が伝えた。毎日が新しい。毎日の暮らしだ。", 1, id="common-word"),
        pytest.param("東京新聞が伝えた。東京は雨だった。", 1, id="place"),
    ],
)
def test_a_paper_is_known_by_its_short_name(reader: Reader, text: str, mentions: int) -> None:
    """The short name means the paper only after its full name, and only as a topic or in a list."""
    reading = reader.read_text(text)
    outlets = {a.id for a in reading.actors if str(a.type) == "outlet"}

    found = [r for r in reading.records if isinstance(r, Mention) and r.entity in outlets]
    assert len(found) == mentions
