"""Who takes part in a talk."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        pytest.param(
            "トセフ首相は、ベルカ大統領をはじめとするノルダの高官らと4日に会談した。",
            {"tosef", "tesmia", "belka", "norda"},
            id="led-by",
        ),
        pytest.param(
            "協議は4日に始まった。協議にはノルダからベルカ大統領、テスミアからトセフ首相が出席した。",
            set(),
            id="nobody-before",
        ),
        pytest.param(
            "ノルダとテスミアの協議が4日に開かれた。協議にはカンデル報道官、オルソク外相が出席した。",
            {"norda", "tesmia", "kandel", "orsok"},
            id="attendance-told-after",
        ),
        pytest.param(
            "カンデル報道官は4日、オルソク外相とハルディアの会談を9日に開くと述べた。",
            {"orsok", "tesmia", "haldia"},
            id="only-told-by",
        ),
        pytest.param(
            "ベルカ大統領は4日、トセフ首相との会談を9日に開くと述べた。",
            {"belka", "norda", "tosef", "tesmia"},
            id="told-by-one-of-them",
        ),
        pytest.param(
            "ハルディアは4日、ノルダとテスミアの首脳を招いて会議を開いた。",
            {"haldia", "norda", "tesmia"},
            id="invited",
        ),
        pytest.param(
            "ハルディアは4日、ノルダの大使を呼び出して抗議した。",
            {"haldia", "norda"},
            id="envoy-called-in",
        ),
        pytest.param(
            "オルソク外相は4日、ベルカ大統領との会談のためハルディアを訪れた。",
            {"orsok", "tesmia", "belka", "norda"},
            id="came-to-meet",
        ),
        pytest.param(
            "ノルダとテスミアは4日、ハルディアの仲介で協議した。",
            {"norda", "tesmia", "haldia"},
            id="mediator",
        ),
        pytest.param(
            "ノルダとテスミアは4日に協議した。ハルディアが仲介した。",
            {"norda", "tesmia", "haldia"},
            id="mediator-told-after",
        ),
        pytest.param(
            "ベルカ大統領とトセフ首相の間で4日、話し合いが持たれた。",
            {"belka", "norda", "tosef", "tesmia"},
            id="between",
        ),
        pytest.param(
            "ガルト連盟の報道官は、ノルダとテスミアが4日に協議したと述べた。",
            {"norda", "tesmia"},
            id="reporter-stays-out",
        ),
        pytest.param(
            "ハルディアに推されたトセフ首相は4日、ベルカ大統領と会談した。",
            {"tosef", "tesmia", "belka", "norda"},
            id="nested-clause",
        ),
        pytest.param(
            "ベルカ大統領との4日の会談で、トセフ首相は橋の修理を約束した。",
            {"belka", "norda", "tosef", "tesmia"},
            id="topic-after-the-talk",
        ),
    ],
)
def test_who_takes_part_is_told_by_where_names_stand(
    read: TextReader, text: str, participants: set[str]
) -> None:
    """Subject, companions, those told to attend, and mediators take part; a reporter does not."""
    talks = read(text).findings.talks

    assert {key for talk in talks for key in talk.participants} == participants


def test_both_sides_are_those_of_the_talk_before(read: TextReader) -> None:
    """双方 stands for the two who met, not for their host."""
    talks = read(
        "ノルダとテスミアは4日、ハルディアの仲介で協議した。双方は10日に再び会合を開く予定だ。"
    ).findings.talks

    assert [set(talk.participants) for talk in talks] == [
        {"norda", "tesmia", "haldia"},
        {"norda", "tesmia"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダとガルト連盟は4日、対話の再開を訴えた。", id="callers"),
        pytest.param("ベルカ大統領は4日、記者団と懇談した。", id="press"),
        pytest.param("ハルディアで4日、協議が開かれた。", id="place-only"),
    ],
)
def test_nobody_takes_part_who_only_stands_near(read: TextReader, text: str) -> None:
    """Those who call on others, reporters and the place are no participants."""
    assert read(text).findings.talks == []
