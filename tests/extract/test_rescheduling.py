"""For when a talk was set before it was moved, and which of a series it is."""

from __future__ import annotations

import pytest

from soten.extract.findings import TalkFinding
from tests.readings import TextReader

_MET = "ノルダのベルカ大統領は4日、ジルヴァンでテスミアのトセフ首相と会談した。"


def only_talk(read: TextReader, text: str) -> TalkFinding:
    """Return the one talk that a text tells of."""
    (talk,) = read(text).findings.talks
    return talk


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("8日に予定されていたノルダとテスミアの協議は10日に延期された。", id="set-for"),
        pytest.param(
            "ノルダ大統領府は4日、8日に予定されていたテスミアのトセフ首相との会談を10日に延期すると発表した。",
            id="announced",
        ),
        pytest.param(
            "ノルダとテスミアの協議は8日に予定されていたが、10日に延期となった。", id="but"
        ),
        pytest.param("ノルダとテスミアの協議は当初の8日から10日に延期された。", id="from-to"),
    ],
)
def test_a_talk_put_off_keeps_the_day_it_was_set_for(read: TextReader, text: str) -> None:
    """Of a talk that is put off, the date is the one it was set for; the new one is told beside it."""
    talk = only_talk(read, text)

    assert (talk.date, talk.moved_to, talk.moved_from) == ("2031-05-08", "2031-05-10", None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダとテスミアの会談は、当初予定の8日から10日に変更された。", id="subject"),
        pytest.param(
            "ノルダは5日、テスミアとの会談を8日から10日に変更すると発表した。", id="object"
        ),
    ],
)
def test_a_talk_whose_day_is_changed_is_planned_for_the_new_one(
    read: TextReader, text: str
) -> None:
    """Of a talk that is planned for another day, the date is the new one."""
    talk = only_talk(read, text)

    assert (talk.date, talk.moved_from, talk.moved_to) == ("2031-05-10", "2031-05-08", None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "8日に予定されていたノルダとテスミアの協議は10日にジルヴァンで行われることになった。",
            "zirvan",
            id="was-set",
        ),
        pytest.param(
            "8日にロドナで予定していたベルカ大統領とトセフ首相の会談は、10日にジルヴァンで改めて行う。",
            "zirvan",
            id="elsewhere",
        ),
        pytest.param(
            "8日にロドナで予定していたベルカ大統領とトセフ首相の会談は、10日に行う。",
            None,
            id="nowhere",
        ),
    ],
)
def test_a_talk_set_anew_is_planned_where_it_will_be(
    read: TextReader, text: str, place: str | None
) -> None:
    """What was set for one day and place will be on the new day, at the place told behind it."""
    talk = only_talk(read, text)

    assert (talk.date, talk.moved_from, talk.place) == ("2031-05-10", "2031-05-08", place)


def test_a_day_before_another_talk_moves_nothing(read: TextReader) -> None:
    """What was set for one day does not move to the day on which something else is told."""
    talk = only_talk(
        read, "ノルダとテスミアは8日に予定されていた式典に続き、10日にジルヴァンで協議を行う。"
    )

    assert talk.moved_from is None


def test_a_sentence_that_tells_the_first_day_tells_of_the_talk_before(read: TextReader) -> None:
    """A talk that was held and its first date told after it are one talk."""
    talk = only_talk(read, _MET + "会談は当初1日に予定されていたが、延期されていた。")

    assert (talk.date, talk.moved_from) == ("2031-05-04", "2031-05-01")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_MET + "両氏は1日に予定されていた式典には出なかった。", id="something-else"),
        pytest.param("8日に予定されていたノルダとテスミアの協議は延期された。", id="no-new-day"),
        pytest.param("ノルダとテスミアは8日に予定されている協議に臨む。", id="as-planned"),
    ],
)
def test_a_talk_that_is_not_moved_has_one_day(read: TextReader, text: str) -> None:
    """Without a second day of the same talk nothing was moved."""
    talk = only_talk(read, text)

    assert (talk.moved_from, talk.moved_to) == (None, None)


@pytest.mark.parametrize(
    ("text", "round"),
    [
        pytest.param(
            "ノルダとテスミアは4日、ジルヴァンで第3回の実務者協議を行った。", 3, id="ordinal"
        ),
        pytest.param(_MET + "両首脳の会談は3月以来、2回目。", 2, id="since"),
        pytest.param(_MET + "会談は今回が3回目となった。", 3, id="this-time"),
        pytest.param(_MET + "両首脳は2回にわたり橋に触れた。", None, id="another-count"),
    ],
)
def test_the_round_is_what_the_text_counts(read: TextReader, text: str, round: int | None) -> None:
    """A talk is the second of its series where the text says so."""
    assert only_talk(read, text).round == round


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            "カンデル報道官は、ノルダとテスミアが4日に次の協議を行うと述べた。",
            "2031-06-04",
            id="next",
        ),
        pytest.param(
            "ノルダとテスミアは4日、協議を行うことで合意した。", None, id="agreed-on-that-day"
        ),
        pytest.param("ノルダとテスミアは4日に協議する予定だった。", None, id="was-planned"),
        pytest.param(
            "【ジルヴァン5日＝アルデ通信】ノルダとテスミアの協議は7日に行われる。",
            "2031-05-07",
            id="dateline",
        ),
    ],
)
def test_the_day_of_a_plan_is_to_come(read: TextReader, text: str, date: str | None) -> None:
    """The number of a day in a plan means the next such day, unless the plan is gone by."""
    assert only_talk(read, text).date == date


@pytest.mark.parametrize("agreed", ["一致した", "合意した"])
def test_going_on_is_no_further_talk(read: TextReader, agreed: str) -> None:
    """That the parties agree at a talk to go on talking is no talk of its own."""
    text = f"ノルダとテスミアの代表団は4日の実務者協議で橋の協議を続けることで{agreed}。"

    assert only_talk(read, text).date == "2031-05-04"


def test_what_is_set_is_still_to_come(read: TextReader) -> None:
    """A talk that has been set for a day has not been held."""
    talk = only_talk(
        read, "ノルダのベルカ大統領とテスミアのトセフ首相の電話会談が31日に設定された。"
    )

    assert (talk.date, talk.status.value) == ("2031-05-31", "planned")


def test_a_headline_that_denies_a_talk_tells_of_none(read: TextReader) -> None:
    """「予定ない」 after the noun says that there is no talk."""
    assert read("ノルダ・テスミアの首脳会談「予定ない」").findings.talks == []
