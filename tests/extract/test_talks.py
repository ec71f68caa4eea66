"""Meetings, calls, summits and sessions."""

from __future__ import annotations

import pytest

from soten.records import Outcome, TalkForm, TalkStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        pytest.param(
            "ベルカ大統領とトセフ首相は4日、ジルヴァンで会談した。",
            TalkStatus.HELD,
            "2031-05-04",
            id="held",
        ),
        pytest.param(
            "ベルカ大統領とトセフ首相は10日にジルヴァンで会談する予定だ。",
            TalkStatus.PLANNED,
            "2031-05-10",
            id="planned",
        ),
        pytest.param(
            "8日に予定されていたベルカ大統領とトセフ首相の会談は延期された。",
            TalkStatus.POSTPONED,
            "2031-05-08",
            id="put-off",
        ),
        pytest.param(
            "ノルダとテスミアは、8日に予定していた停戦協議を中止した。",
            TalkStatus.CANCELLED,
            "2031-05-08",
            id="called-off",
        ),
        pytest.param(
            "トセフ首相は、ベルカ大統領との首脳会談を提案した。",
            TalkStatus.PROPOSED,
            None,
            id="proposed",
        ),
        pytest.param(
            "ノルダとテスミアの停戦協議がジルヴァンで続いている。",
            TalkStatus.ONGOING,
            "2031-05-06",
            id="going-on",
        ),
        pytest.param(
            "ノルダとテスミアの停戦協議は8日に開かれる可能性がある。",
            TalkStatus.UNCERTAIN,
            "2031-05-08",
            id="uncertain",
        ),
    ],
)
def test_status_is_what_became_of_the_talk(
    read: TextReader, text: str, status: TalkStatus, date: str | None
) -> None:
    """A talk is held, planned, put off, called off, proposed, going on or uncertain as told."""
    (talk,) = read(text).findings.talks

    assert (talk.status, talk.date) == (status, date)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("ベルカ大統領はトセフ首相と会談した。", TalkForm.MEETING, id="meeting"),
        pytest.param("ベルカ大統領はトセフ首相と電話会談を行った。", TalkForm.CALL, id="call"),
        pytest.param("ベルカ大統領はトセフ首相と電話で協議した。", TalkForm.CALL, id="by-phone"),
        pytest.param("ノルダとテスミアは首脳会談を開いた。", TalkForm.SUMMIT, id="summit"),
        pytest.param(
            "ノルダ、テスミア、ハルディアの三者会談が2日に開かれた。",
            TalkForm.TRILATERAL,
            id="trilateral",
        ),
        pytest.param("ガルト連盟は3日、緊急会合を開いた。", TalkForm.SESSION, id="session"),
    ],
)
def test_form_follows_the_noun(read: TextReader, text: str, form: TalkForm) -> None:
    """The noun, and 電話 before it, give the form."""
    (talk,) = read(text).findings.talks

    assert talk.form is form


@pytest.mark.parametrize(
    ("text", "participants", "place"),
    [
        pytest.param(
            "ベルカ大統領とトセフ首相は4日、ジルヴァンで会談した。",
            {"belka", "norda", "tosef", "tesmia"},
            "zirvan",
            id="people-and-their-states",
        ),
        pytest.param(
            "ノルダとテスミアは4日、停戦協議を行った。", {"norda", "tesmia"}, None, id="states"
        ),
        pytest.param(
            "ベルカ大統領は4日、トセフ首相とのジルヴァンでの会談は成功したと述べた。",
            {"belka", "norda", "tosef", "tesmia"},
            "zirvan",
            id="went-well",
        ),
        pytest.param(
            "ノルダとテスミアの協議が4日、ジルヴァンで開かれた。",
            {"norda", "tesmia"},
            "zirvan",
            id="place-told-last",
        ),
    ],
)
def test_who_meets_where(
    read: TextReader, text: str, participants: set[str], place: str | None
) -> None:
    """Those who meet are named with the states they serve; the place stands with で."""
    (talk,) = read(text).findings.talks

    assert (set(talk.participants), talk.place) == (participants, place)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param(
            "ノルダとテスミアは4日に協議し、捕虜の交換で合意した。", Outcome.AGREED, id="agreed"
        ),
        pytest.param(
            "ノルダとテスミアの協議は3日に開かれたが、合意には至らなかった。",
            Outcome.NO_RESULT,
            id="no-result",
        ),
        pytest.param(
            "ノルダとテスミアの協議は3日に開かれ、進展があった。", Outcome.PROGRESS, id="headway"
        ),
        pytest.param(
            "ノルダとテスミアの協議は3日に開かれ、建設的だった。", Outcome.PROGRESS, id="progress"
        ),
        pytest.param("ノルダとテスミアは4日に協議した。", None, id="not-told"),
    ],
)
def test_outcome_is_told_or_none(read: TextReader, text: str, outcome: Outcome | None) -> None:
    """What a talk brought is read from its sentence, and None where that does not say."""
    (talk,) = read(text).findings.talks

    assert talk.outcome is outcome


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("会議室にベルカ大統領とトセフ首相の肖像が掛けられた。", id="room"),
        pytest.param("ベルカ大統領はテスミアの交渉担当者を4日に批判した。", id="negotiator"),
        pytest.param("ノルダとテスミアの会議録が4日に公開された。", id="minutes"),
        pytest.param("ベルカ大統領は4日の記者会見でトセフ首相を批判した。", id="press"),
        pytest.param("ノルダとテスミアは4日、橋を直した。", id="no-talk"),
        pytest.param("協議は4日に開かれた。", id="nobody-named"),
        pytest.param("トセフ首相は4日、協議の資料を読んだ。", id="one-alone"),
    ],
)
def test_what_is_no_talk(read: TextReader, text: str) -> None:
    """A noun for a talk in another word, a press conference, and a talk of nobody are none."""
    assert read(text).findings.talks == []


def test_a_talk_told_in_three_sentences_is_one(read: TextReader) -> None:
    """Later mentions of a talk, with its day or without names, are joined to it."""
    found = read(
        "ノルダのベルカ大統領は4日、テスミアのトセフ首相とジルヴァンで会談した。\n"
        "ベルカ大統領とトセフ首相の会談は停戦を扱った。\n"
        "4日の会談は3時間続いた。"
    )
    (talk,) = found.findings.talks

    assert [found.cut(span) for span in talk.mentions] == [
        "ベルカ大統領とトセフ首相の会談は停戦を扱った。",
        "4日の会談は3時間続いた。",
    ]
    assert (talk.date, talk.place) == ("2031-05-04", "zirvan")


def test_talks_on_different_days_are_two(read: TextReader) -> None:
    """The same parties on two days met twice."""
    found = read(
        "ノルダとテスミアは2日、ジルヴァンで協議した。\n"
        "ノルダとテスミアは4日、ジルヴァンで協議した。"
    )

    assert [talk.date for talk in found.findings.talks] == ["2031-05-02", "2031-05-04"]


def test_talks_of_different_parties_are_two(read: TextReader) -> None:
    """Other parties on the same day met by themselves."""
    found = read(
        "ノルダとテスミアは4日、停戦について協議した。\n"
        "ハルディアとガルト連盟は4日、橋について協議した。"
    )

    assert len(found.findings.talks) == 2


def test_who_meets_is_carried_from_the_sentence_before(read: TextReader) -> None:
    """Where a sentence leaves its subject out, the topic before it meets."""
    (talk,) = read(
        "ベルカ大統領は4日、ジルヴァンに着いた。5日はトセフ首相と会談した。"
    ).findings.talks

    assert "belka" in talk.participants


def test_nobody_is_carried_into_a_sentence_with_its_own_subject(read: TextReader) -> None:
    """A named subject keeps the topic before it out."""
    (talk,) = read(
        "ベルカ大統領は4日、ジルヴァンに着いた。5日、特使がトセフ首相、オルソク外相と会談した。"
    ).findings.talks

    assert "belka" not in talk.participants
