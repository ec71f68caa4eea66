"""The writer's own theses, in texts that argue."""

from __future__ import annotations

import pytest

from soten.records import Act
from tests.readings import TextReader

_ESSAY = (
    "この戦争はまだ長く続くだろう。双方はもう疲れ切っているはずだ。"
    "政府はただちに交渉の席に戻るべきだ。市場は今日も開いていた。"
)


def test_an_arguing_text_has_theses(read: TextReader) -> None:
    """The judging sentences of a text that argues are statements of its author."""
    found = read(_ESSAY)

    assert found.statements == [
        ("author", "この戦争はまだ長く続くだろう"),
        ("author", "双方はもう疲れ切っているはずだ"),
        ("author", "政府はただちに交渉の席に戻るべきだ"),
    ]
    assert found.acts[-1] is Act.DEMAND
    assert {s.date for s in found.findings.statements} == {"2031-05-06"}


def test_news_copy_has_no_theses(read: TextReader) -> None:
    """One surmise in a report makes no author's statement."""
    found = read(
        "4日、ロドナで橋が落ちた。双方は疲れているはずだ。市場は開いていた。"
        "列車は止まったままだ。川の水は引いた。"
    )

    assert found.statements == []


def test_judging_sentences_lost_in_a_report_are_no_theses(read: TextReader) -> None:
    """Three judgements among very many plain sentences make no argument."""
    found = read("列車はその日も駅に止まったままだった。" * 60 + _ESSAY)

    assert found.statements == []


def test_reported_opinions_are_not_the_author_s(read: TextReader) -> None:
    """What others are quoted with is theirs, and is no sign that the writer argues."""
    found = read(
        "ベルカ大統領は「戦争は長く続くだろう」と述べた。"
        "トセフ首相は「交渉に戻るべきだ」と述べた。"
        "オルソク外相は「双方は疲れているはずだ」と述べた。"
    )

    assert "author" not in [speaker for speaker, _ in found.statements]


def test_headings_are_no_theses(read: TextReader) -> None:
    """A line without full stop, however it judges, is no sentence of the argument."""
    found = read("戦争はまだ長く続くだろう\n" + _ESSAY)

    assert len(found.statements) == 3


def test_a_text_headed_as_an_argument_argues_once_it_weighs(read: TextReader) -> None:
    """Under 【解説】 one sentence that weighs is a thesis; what merely happened is none."""
    found = read("【解説】橋はなぜ落ちたか\n4日、ロドナで橋が落ちた。市を立て直す時間は少ない。")

    assert found.statements == [("author", "市を立て直す時間は少ない")]


def test_each_story_of_a_page_argues_for_itself(read: TextReader) -> None:
    """A writer who says that his own view comes next argues from there on, not before."""
    found = read(
        "4日、ロドナで橋が落ちた。工事は一年では終わらない。\n\n"
        "私の考えを書いておく。橋は街の顔ではない。工事を急ぐ理由は乏しい。相手はベルカ大統領である。"
    )

    assert found.statements == [
        ("author", "橋は街の顔ではない"),
        ("author", "工事を急ぐ理由は乏しい"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "ロドナ通信の記事から：",
        "以下、ロドナ通信より引用",
        "記事の要旨はこうだ。",
        "同紙は次のように伝えている。",
    ],
)
def test_an_excerpt_is_not_the_author_s(read: TextReader, lead: str) -> None:
    """The paragraph after a line that says whose words follow is somebody else's."""
    found = read(
        _ESSAY + f"\n{lead}\n双方は橋を守るべきだ。\n橋はもう直らないだろう。\n＞橋は戻るべきだ。"
    )

    contents = [content for who, content in found.statements if who == "author"]
    assert contents[3:] == ["橋はもう直らないだろう"]
