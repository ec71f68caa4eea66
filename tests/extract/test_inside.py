"""Names that do not close the phrase they speak in."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        pytest.param("ノルダ国防省資料", "norda-mod", id="papers"),
        pytest.param("ノルダ国防省公式サイト", "norda-mod", id="site"),
        pytest.param("アルデ通信ニュース", "arde-news", id="news"),
        pytest.param("アルデ通信記事", "arde-news", id="article"),
    ],
)
def test_what_a_body_publishes_are_its_words(read: TextReader, source: str, speaker: str) -> None:
    """「A省資料によると」 names the ministry, 「A紙記事によると」 the paper."""
    assert [who for who, _ in read(f"{source}によると、橋は落ちた。").statements] == [speaker]


@pytest.mark.parametrize("topic", ["ノルダ国防省案は", "アルデ通信労組は"])
def test_what_is_only_named_after_a_body_is_not_the_body(read: TextReader, topic: str) -> None:
    """「A省案」 and 「A通信労組」 are something else."""
    found = read(f"{topic}「橋は残る」と述べた。").statements

    assert not {who for who, _ in found} & {"norda-mod", "arde-news"}


def test_an_outlet_beside_a_body_passes_on_what_others_say(read: TextReader) -> None:
    """「A省やB通信によると、C氏は…と述べた」: C speaks alone."""
    found = read("ノルダ国防省やアルデ通信によると、ベルカ大統領は橋は残ると述べた。")

    assert found.statements == [("belka", "橋は残る")]
