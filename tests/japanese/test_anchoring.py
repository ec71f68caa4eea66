"""Which day a time expression means."""

from __future__ import annotations

import pytest

from soten.japanese.times import anchor_times, find_times


def dates(
    text: str, reference: str | None, breaks: dict[int, str | None] | None = None
) -> list[str]:
    """Return the EDTF of every time anchored."""
    return [time.edtf for time in anchor_times(find_times(text), text, reference, breaks)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("3日に会談した。", "2031-05-03", id="this-month"),
        pytest.param("25日に会談した。", "2031-04-25", id="last-month"),
        pytest.param("25日に会談する予定だ。", "2031-05-25", id="coming"),
        pytest.param("2月に始まった。", "2031-02", id="month-past"),
        pytest.param("11月に占領した。", "2030-11", id="month-last-year"),
        pytest.param("11月に開催される。", "2031-11", id="month-coming"),
        pytest.param("12月20日に会談した。", "2030-12-20", id="day-last-year"),
        pytest.param("12月20日に会談する予定だ。", "2031-12-20", id="day-coming"),
        pytest.param("月曜日に会談した。", "2031-05-05", id="weekday-past"),
        pytest.param("金曜日に会談する予定だ。", "2031-05-09", id="weekday-coming"),
        pytest.param("今週協議した。", "2031-05-05/2031-05-11", id="今週"),
        pytest.param("来週再開する。", "2031-05-12/2031-05-18", id="来週"),
        pytest.param("先週末に電話した。", "2031-05-03/2031-05-04", id="先週末"),
        pytest.param("今年4月末に決めた。", "2031-04-30", id="年と月末"),
        pytest.param("昨年12月に決めた。", "2030-12", id="昨年"),
        pytest.param("先月20日に決めた。", "2031-04-20", id="先月と日"),
        pytest.param("年末までに決める。", "2031-12-31", id="年末"),
        pytest.param("昨夏の攻勢", "2030-22", id="昨夏"),
        pytest.param("ここ数週間", "2031-04-17/2031-05-08", id="数は三"),
        pytest.param("今後2年間", "2032/2033", id="今後"),
        pytest.param("3年前の協定", "2028", id="年前"),
        pytest.param("数カ月前から続く", "2031~", id="vague"),
        pytest.param("10月ごろの会合を予定", "2031-10~", id="ごろ"),
        pytest.param("現在、封鎖が続く", "2031-05-08", id="現在"),
    ],
)
def test_a_time_is_completed_from_the_writers_day(text: str, edtf: str) -> None:
    """What a time leaves open is taken from the document's date and the tense of the clause."""
    assert dates(text, "2031-05-08") == [edtf]


def test_the_day_before_counts_from_the_day_told() -> None:
    """前日, 同日, この日 and その2日後 count from the last day told, not from one still to come."""
    text = "3日、9日に会談すると発表した。前日に砲撃があった。3日に撤収した。同日、その2日後に"

    assert dates(text, "2031-05-08") == [
        "2031-05-03",
        "2031-05-09",
        "2031-05-02",
        "2031-05-03",
        "2031-05-03",
        "2031-05-05",
    ]


def test_the_eve_of_a_planned_day_counts_from_it() -> None:
    """協議の前夜 counts from the day of the talks, named before in the sentence."""
    text = "6月1日に予定される協議の前夜に会った。"

    assert dates(text, "2031-05-31") == ["2031-06-01", "2031-05-31"]


def test_the_same_year_is_the_last_one_told() -> None:
    """同年 is the year told last, 翌年 the one after, and neither is guessed where none was told."""
    assert dates("2033年8月に始まり、同年2月の合意が翌年に切れる。", "2031-05-08") == [
        "2033-08",
        "2033-02",
        "2034",
    ]
    assert dates("翌年に崩壊した。", "2025-12-04") == []


def test_days_follow_a_month_told_long_ago() -> None:
    """In a text about another year, a bare day belongs to the month told just before."""
    assert dates("2020年3月5日に調印した。10日に捕虜を交換した。", "2025-12-04") == [
        "2020-03-05",
        "2020-03-10",
    ]


def test_a_week_just_begun_is_not_what_is_looked_back_on() -> None:
    """On a Monday, a finished 今週 is the week that is over; on the first, 今月初め is last month's."""
    assert dates("今週の講演で説明した。", "2031-05-12") == ["2031-05-05/2031-05-11"]
    assert dates("今月初めに攻撃した。", "2031-06-01") == ["2031-05-01/2031-05-10"]


def test_a_new_story_starts_afresh_with_its_own_day() -> None:
    """After a break, 前日 forgets the story before, and a story's own date replaces the document's."""
    text = "3日に会談した。\n前日に砲撃があった。"

    assert dates(text, "2031-05-08", {9: None}) == ["2031-05-03", "2031-05-07"]
    assert dates(text, "2031-05-08", {9: "2031-06-02"}) == ["2031-05-03", "2031-06-01"]


def test_without_a_reference_nothing_is_guessed() -> None:
    """With no date of the writer, only what the text itself settles is anchored."""
    assert dates("3日、昨年、月曜日、11月、きょう。", None) == []
    assert dates("2031年4月14日に調印した。15日に発効した。", None) == ["2031-04-14", "2031-04-15"]


def test_a_month_as_reference_gives_no_days_of_the_week() -> None:
    """Where only the month of writing is known, きょう and 月曜日 stay open, 先月 does not."""
    assert dates("月曜日、昨日、先月。", "2031-05") == ["2031-04"]


@pytest.mark.parametrize(
    "text", ["2月30日に会う。", "13月に会う。", "32日に会う。", "9999年の3年後"]
)
def test_days_that_do_not_exist_are_left_out(text: str) -> None:
    """A day the calendar does not have is left out, and nothing fails."""
    assert "2031-02-30" not in dates(text, "2031-05-08")


def test_the_other_dates_decide_between_day_and_month() -> None:
    """04/05/2031 is 4 May beside 5月3日, and 5 April beside 4月6日."""
    assert dates("04/05/2031\n5月3日に会談した。", "2031-05-04")[0] == "2031-05-04"
    assert dates("04/05/2031\n4月6日に会談した。", "2031-04-05")[0] == "2031-04-05"


def test_what_is_to_come_is_marked() -> None:
    """A planned day is marked as future, a past one is not."""
    text = "3日、12日に会談すると発表した。"
    found = anchor_times(find_times(text), text, "2031-05-08")

    assert [time.is_future for time in found] == [False, True]
