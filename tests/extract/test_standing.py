"""What became of talks."""

from __future__ import annotations

import pytest

from soten.records import TalkStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("told", "status"),
    [
        pytest.param("10日に会談する。", TalkStatus.PLANNED, id="present"),
        pytest.param("10日に会談する見通しだ。", TalkStatus.PLANNED, id="outlook"),
        pytest.param("10日に会談することで合意した。", TalkStatus.PLANNED, id="agreed-to"),
        pytest.param("4日に会談。", TalkStatus.HELD, id="bare-noun"),
        pytest.param("4日に会談しました。", TalkStatus.HELD, id="polite"),
        pytest.param("4日に会談し、橋を視察した。", TalkStatus.HELD, id="continued"),
        pytest.param("停戦について協議しています。", TalkStatus.ONGOING, id="going-on"),
        pytest.param("停戦について協議を行っている。", TalkStatus.ONGOING, id="held-now"),
        pytest.param("会談に向けた調整を行っている。", TalkStatus.PLANNED, id="being-prepared"),
        pytest.param("会談の準備を進めている。", TalkStatus.PLANNED, id="readied"),
        pytest.param("停戦協議を続けることで合意した。", TalkStatus.PLANNED, id="agreed-to-go-on"),
        pytest.param("10日の会談を取りやめた。", TalkStatus.CANCELLED, id="dropped"),
        pytest.param("停戦協議を中断した。", TalkStatus.POSTPONED, id="broken-off"),
        pytest.param("10日の会談を先送りした。", TalkStatus.POSTPONED, id="put-off"),
        pytest.param("10日に会談する可能性がある。", TalkStatus.UNCERTAIN, id="possible"),
    ],
)
def test_status_is_told_by_the_predicate(read: TextReader, told: str, status: TalkStatus) -> None:
    """Tense, aspect and the verb say whether a talk is to come, was held, goes on or was put off."""
    (talk,) = read(f"ノルダのベルカ大統領とテスミアのトセフ首相は、{told}").findings.talks

    assert talk.status is status


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領とトセフ首相の会談は実現しなかった。", id="came-to-nothing"),
        pytest.param(
            "ベルカ大統領とトセフ首相の会談は8日に開かれる予定だったが、中止になった。",
            id="plan-dropped",
        ),
    ],
)
def test_a_talk_that_did_not_come_about_is_cancelled(read: TextReader, text: str) -> None:
    """What was planned and failed is a talk called off."""
    (talk,) = read(text).findings.talks

    assert talk.status is TalkStatus.CANCELLED


def test_a_clause_before_the_noun_tells_that_it_was_held(read: TextReader) -> None:
    """What is planned with its outcome does not make a talk planned."""
    text = "トセフ首相は、4日に行われたベルカ大統領との協議の結果を、議会で説明する予定だ。"
    (talk,) = read(text).findings.talks

    assert (talk.status, talk.date) == (TalkStatus.HELD, "2031-05-04")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("トセフ首相はベルカ大統領に首脳会談を提案した。", id="offered"),
        pytest.param("トセフ首相は、ベルカ大統領との会談の開催に意欲を示した。", id="willing"),
        pytest.param("トセフ首相は、首脳会談を開くようベルカ大統領に求めた。", id="urged"),
        pytest.param("トセフ首相は、ベルカ大統領と会談したいと述べた。", id="wished"),
        pytest.param("トセフ首相はベルカ大統領に協議の再開を呼びかけた。", id="resumption"),
    ],
)
def test_a_talk_only_asked_for_is_proposed(read: TextReader, text: str) -> None:
    """Who offers, urges or wishes for a talk proposes it."""
    (talk,) = read(text).findings.talks

    assert talk.status is TalkStatus.PROPOSED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領はトセフ首相と会談しなかった。", id="denied"),
        pytest.param("ベルカ大統領は、トセフ首相と会談すれば署名すると述べた。", id="condition"),
        pytest.param("ベルカ大統領はトセフ首相との会談を拒否した。", id="refused"),
        pytest.param("ノルダとテスミアは交渉の席に着くべきだ。", id="ought"),
        pytest.param("ベルカ大統領はトセフ首相と協議する用意がある。", id="able"),
    ],
)
def test_what_is_denied_refused_or_supposed_is_no_talk(read: TextReader, text: str) -> None:
    """A talk that was not held, is refused, or only ought to be is not listed."""
    assert read(text).findings.talks == []


def test_a_plan_that_failed_is_called_off(read: TextReader) -> None:
    """予定されていたが tells what the rest of the sentence says became of it."""
    (talk,) = read("ノルダとテスミアの協議は4日に予定されていたが、中止された。").findings.talks

    assert (talk.status, talk.date) == (TalkStatus.CANCELLED, "2031-05-04")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        pytest.param("中止になった。", TalkStatus.CANCELLED, id="中止に"),
        pytest.param("取りやめとなった。", TalkStatus.CANCELLED, id="取りやめと"),
        pytest.param("立ち消えになった。", TalkStatus.CANCELLED, id="立ち消えに"),
        pytest.param("無期限延期となった。", TalkStatus.POSTPONED, id="無期限延期と"),
        pytest.param(
            "8日に行われる予定だったが、延期された。", TalkStatus.POSTPONED, id="plan-put-off"
        ),
    ],
)
def test_a_noun_tells_what_became_of_a_plan(
    read: TextReader, told: str, status: TalkStatus
) -> None:
    """「会談は中止になった」 is told by the noun, whatever the tense of the verb."""
    (talk,) = read(f"ノルダのベルカ大統領とテスミアのトセフ首相の会談は{told}").findings.talks

    assert talk.status is status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        pytest.param("10日まで行われる。", TalkStatus.ONGOING, id="only-its-end"),
        pytest.param("8日から10日まで行われる。", TalkStatus.PLANNED, id="from-to"),
        pytest.param("4日まで行われた。", TalkStatus.HELD, id="over"),
        pytest.param("10日に行われる。", TalkStatus.PLANNED, id="on-a-day"),
        pytest.param("今月10日になる。", TalkStatus.PLANNED, id="falls-on"),
        pytest.param("成功した。", TalkStatus.HELD, id="went-well"),
    ],
)
def test_what_a_talk_does_tells_its_status(read: TextReader, told: str, status: TalkStatus) -> None:
    """A talk of which only the end is to come has begun; one that falls on a day is planned."""
    (talk,) = read(f"ノルダとテスミアの交渉は{told}").findings.talks

    assert talk.status is status
