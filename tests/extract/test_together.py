"""Who 双方, 両国 or 三者 are."""

from __future__ import annotations

import pytest

from soten.extract.together import ALL, Together
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        pytest.param("ノルダとテスミアの協議が開かれた。", "双方", ["norda", "tesmia"], id="pair"),
        pytest.param(
            "ノルダで、政府とガルト連盟が宣言に署名した。",
            "双方の代表",
            ["norda", "garto-league"],
            id="government",
        ),
        pytest.param(
            "ノルダ、テスミア、ハルディアの三者は会合を開いた。",
            "三者",
            ["norda", "tesmia", "haldia"],
            id="three-counted",
        ),
        pytest.param("ノルダの首都は静かだった。", "両国", [], id="one-alone"),
        pytest.param("ノルダとテスミアの仲介で話し合った。", "双方", [], id="go-betweens"),
    ],
)
def test_those_together_were_named_side_by_side(
    read: TextReader, text: str, words: str, parties: list[str]
) -> None:
    """双方 are the two, 三者 the three that the text last named side by side."""
    analysis = read(text).analysis
    together = Together(analysis)
    for view in analysis.sentences:
        together.read(view)

    assert together.meant(words) == parties


@pytest.mark.parametrize(
    ("words", "is_all"),
    [
        pytest.param("双方", True, id="both"),
        pytest.param("両国の外相", True, id="their-ministers"),
        pytest.param("1　三者", True, id="numbered"),
        pytest.param("両手", False, id="hands"),
        pytest.param("双方向", False, id="two-way"),
    ],
)
def test_words_for_all_parties(words: str, is_all: bool) -> None:
    """双方, 両国の外相 and 三者 mean the parties together."""
    assert (ALL.search(words) is not None) is is_all
