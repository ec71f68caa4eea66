"""When and where talks take place."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("ノルダとテスミアは4日に協議した。", "2031-05-04", id="own-clause"),
        pytest.param(
            "カンデル報道官は4日、ベルカ大統領が10日にトセフ首相と会談すると述べた。",
            "2031-05-10",
            id="not-of-the-report",
        ),
        pytest.param(
            "カンデル報道官は4日、ベルカ大統領が近くトセフ首相と会談すると述べた。",
            None,
            id="planned-without-a-day",
        ),
        pytest.param(
            "カンデル報道官は4日、ノルダとテスミアが停戦について協議していると述べた。",
            "2031-05-04",
            id="going-on-when-reported",
        ),
        pytest.param(
            "ベルカ大統領は4日、トセフ首相との会談は10日の選挙以降になると述べた。",
            "2031-05-10",
            id="falls-after-something-on-a-day",
        ),
        pytest.param(
            "ノルダとテスミアの交渉は10日まで行われる。", "2031-05-06", id="only-its-end-to-come"
        ),
        pytest.param(
            "ベルカ大統領は4日、トセフ首相との会談は10日以降になると述べた。",
            "2031-05-10",
            id="falls-on-a-later-day",
        ),
        pytest.param(
            "ベルカ大統領は4日、2日に着いたトセフ首相と会談した。",
            "2031-05-04",
            id="not-of-the-nested-clause",
        ),
        pytest.param(
            "3日に橋が落ちた。ノルダとテスミアは橋について協議した。",
            "2031-05-03",
            id="from-the-sentence-before",
        ),
        pytest.param(
            "ノルダとテスミアの停戦協議が続いている。", "2031-05-06", id="goes-on-when-written"
        ),
        pytest.param(
            "トセフ首相は、今月末までに首脳会談を開くようノルダに提案した。",
            "2031-05-31",
            id="deadline-of-a-proposal",
        ),
        pytest.param(
            "ノルダとテスミアの協議が8日、ジルヴァンで開かれることが5日、決まった。",
            "2031-05-08",
            id="not-when-it-was-decided",
        ),
        pytest.param("ノルダとテスミアは以前、橋について協議した。", None, id="long-ago"),
    ],
)
def test_a_talk_has_the_time_of_its_own_clause(
    read: TextReader, text: str, date: str | None
) -> None:
    """The day of a report or of another clause is not the talk's; what goes on is dated by the writer."""
    (talk,) = read(text).findings.talks

    assert talk.date == date


def test_a_talk_that_is_only_spoken_of_does_not_take_the_day_it_was_spoken_of(
    read: TextReader,
) -> None:
    """A day set off by 、 before the words for a talk is the day of what is said about it."""
    assert not read(
        "ノルダは4日、テスミアとの首脳会談について準備が整ったと述べた。"
    ).findings.talks


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("ノルダとテスミアは4日、ジルヴァンで会談した。", "zirvan", id="with-de"),
        pytest.param(
            "4日のジルヴァンでのノルダとテスミアの協議は終わった。", "zirvan", id="before-the-noun"
        ),
        pytest.param(
            "ノルダとテスミアは4日、ロドナでの停戦をめぐる協議を行った。",
            None,
            id="what-it-is-about",
        ),
    ],
)
def test_a_talk_has_the_place_where_it_is_held(
    read: TextReader, text: str, place: str | None
) -> None:
    """The place stands with で beside the talk; what the talk is about is no place of it."""
    (talk,) = read(text).findings.talks

    assert talk.place == place
