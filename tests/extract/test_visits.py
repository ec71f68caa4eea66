"""Visits as talks."""

from __future__ import annotations

import pytest

from soten.records import TalkForm, TalkStatus
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "participants", "status"),
    [
        pytest.param(
            "テスミアのトセフ首相は10日にノルダを訪問する。",
            {"tosef", "tesmia", "norda"},
            TalkStatus.PLANNED,
            id="planned",
        ),
        pytest.param(
            "テスミアのトセフ首相は10日にノルダを訪問する予定だ。",
            {"tosef", "tesmia", "norda"},
            TalkStatus.PLANNED,
            id="scheduled",
        ),
        pytest.param(
            "ベルカ大統領は4日、テスミアを訪れた。",
            {"belka", "norda", "tesmia"},
            TalkStatus.HELD,
            id="paid",
        ),
        pytest.param(
            "ベルカ大統領はテスミアへの訪問を10日に延期した。",
            {"belka", "norda", "tesmia"},
            TalkStatus.POSTPONED,
            id="put-off",
        ),
        pytest.param(
            "ベルカ大統領は、2日に予定していたテスミアなどへの訪問を選挙が終わる来月に延期した。",
            {"belka", "norda", "tesmia"},
            TalkStatus.POSTPONED,
            id="put-off-past-a-clause",
        ),
        pytest.param(
            "ベルカ大統領はテスミアへの訪問を選挙が終わる10日以降に延期した。",
            {"belka", "norda", "tesmia"},
            TalkStatus.POSTPONED,
            id="put-off-past-a-day",
        ),
        pytest.param(
            "ベルカ大統領は4日、訪問先のテスミアで合意に期待感を示した。",
            {"belka", "norda", "tesmia"},
            TalkStatus.HELD,
            id="said-on-it",
        ),
        pytest.param(
            "ベルカ大統領は4日、歴訪先のテスミアのロドナで合意に期待感を示した。",
            {"belka", "norda", "tesmia"},
            TalkStatus.HELD,
            id="said-in-a-town-on-it",
        ),
    ],
)
def test_an_official_who_visits_another_state_is_a_talk(
    read: TextReader, text: str, participants: set[str], status: TalkStatus
) -> None:
    """The visitor, the state served and the state visited take part."""
    (talk,) = read(text).findings.talks

    assert (set(talk.participants), talk.form, talk.status) == (
        participants,
        TalkForm.VISIT,
        status,
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("トセフ首相は4日、ロドナを訪れた。", id="own-state"),
        pytest.param("テスミアを訪問しているベルカ大統領は橋を見た。", id="in-passing"),
        pytest.param("ベルカ大統領はテスミアを訪問しなかった。", id="denied"),
        pytest.param("ベルカ大統領は4日、訪問先のテスミアの橋を見た。", id="seen-there"),
        pytest.param("トセフ首相は4日、訪問先のロドナで期待感を示した。", id="at-home"),
        pytest.param("ベルカ大統領はテスミアの演説を来月に延期した。", id="no-trip"),
    ],
)
def test_what_is_no_visit_to_others(read: TextReader, text: str) -> None:
    """A trip at home, one told only in passing and one that was not made are none."""
    assert read(text).findings.talks == []


def test_a_visit_with_a_talk_is_that_talk(read: TextReader) -> None:
    """The talk held on a visit stands for it."""
    (talk,) = read("ベルカ大統領は4日、テスミアを訪れ、トセフ首相と会談した。").findings.talks

    assert talk.form is TalkForm.MEETING


@pytest.mark.parametrize("when", ["10日に", "10日まで", "10日以降に", "10日ごろに"])
def test_a_visit_put_off_is_still_to_come(read: TextReader, when: str) -> None:
    """The day to which a visit is put off lies ahead."""
    (talk,) = read(f"ベルカ大統領はテスミアへの訪問を{when}延期した。").findings.talks

    assert (talk.date or "").startswith("2031-05-10")
