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
        pytest.param("9月の首脳会談に向けて準備する。", "2031-09", id="month-open"),
        pytest.param("6月末の訪問が決まっていた。", "2031-06-30", id="month-of-a-noun"),
        pytest.param("7月まで見送っていた。", "2031-07", id="month-that-ends"),
        pytest.param("次の公判は6月10日に決まった。", "2031-06-10", id="day-decided-on"),
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
        pytest.param("年内に決める。", "2031-12-31", id="年内"),
        pytest.param("月内に決める。", "2031-05-31", id="月内"),
        pytest.param("昨夏の攻勢", "2030-22", id="昨夏"),
        pytest.param("ここ数週間", "2031-04-17/2031-05-08", id="数は三"),
        pytest.param("ここ数カ月", "2031-02-08/2031-05-08", id="数カ月は三か月"),
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


def test_a_weekday_of_this_week_is_of_this_week_where_no_past_tells_otherwise() -> None:
    """A headline on a Tuesday that names this week's Thursday names the coming one."""
    assert dates("両国、今週木曜日に協議", "2031-05-06") == ["2031-05-08"]


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


def test_what_is_put_off_to_a_day_is_still_to_come() -> None:
    """8月10日に延期した and 9月3日から適用されます look ahead, 4月25日までに実施された back."""
    assert dates("訪問を8月10日に延期した。", "2031-05-08") == ["2031-08-10"]
    assert dates("上限は9月3日から適用されます。", "2031-05-08") == ["2031-09-03"]
    assert dates("交換は4月25日までに実施された。", "2031-05-08") == ["2031-04-25"]
    assert dates("交換は12月25日までに実施された。", "2031-05-08") == ["2030-12-25"]


def test_a_day_named_twice_is_one_day() -> None:
    """前日の25日 is the 25th, whatever day was told last; without a fit the words go their own way."""
    text = "部隊は昨年8月6日に越境した。\n特使は前日の25日、大統領と会談した。"
    assert dates(text, "2031-04-26") == ["2030-08-06", "2031-04-25", "2031-04-25"]
    assert dates("きのう7日、会談した。", "2031-05-08") == ["2031-05-07", "2031-05-07"]
    assert dates("前日の7日午後に会談した。", "2031-05-08") == ["2031-05-07", "2031-05-07"]


def test_quoted_words_count_from_the_day_they_were_said() -> None:
    """きょう in words of the 17th is the 17th, and the writer's day outside of them."""
    assert dates("報道官は17日、「きょう終わった」と述べた。", "2031-05-18") == [
        "2031-05-17",
        "2031-05-17",
    ]
    assert dates("報道官は17日の会見で「あす答える」と述べた。", "2031-05-18") == [
        "2031-05-17",
        "2031-05-18",
    ]
    assert dates("報道官は17日、会見した。きょうも会う。", "2031-05-18") == [
        "2031-05-17",
        "2031-05-18",
    ]
    assert dates("17日の攻撃について「きょう答える」と述べた。", "2031-05-18") == [
        "2031-05-17",
        "2031-05-18",
    ]


def test_a_later_day_of_the_sentence_is_of_the_month_just_told() -> None:
    """先月20日に始め、29日に延ばした is one month; 28日に of the news itself is not."""
    assert dates("先月20日に停戦し、29日には延ばすことで合意した。", "2031-06-02") == [
        "2031-05-20",
        "2031-05-29",
    ]
    assert dates("1月20日に就任した大統領は15日、演説した。", "2031-05-16") == [
        "2031-01-20",
        "2031-05-15",
    ]
    assert dates("1月10日に就任した大統領は15日、演説した。", "2031-05-16") == [
        "2031-01-10",
        "2031-05-15",
    ]


def test_an_event_without_a_date_gives_none_to_what_counts_from_it() -> None:
    """選挙前日, 会談した翌日 and 侵攻の2カ月前 count from their event, not from the day told last."""
    assert dates("3日に会談した。選挙前日に帰国した。", "2031-05-08") == ["2031-05-03"]
    assert dates("3日に会談した。離婚した翌日に帰国した。", "2031-05-08") == ["2031-05-03"]
    assert dates("3日に会談した翌日に帰国した。", "2031-05-08") == ["2031-05-03", "2031-05-04"]
    assert dates("3日に会談した。また翌日に帰国した。", "2031-05-08") == [
        "2031-05-03",
        "2031-05-04",
    ]
    assert dates("3日に会談した。侵攻の2カ月前に集結した。", "2031-05-08") == ["2031-05-03"]


def test_without_a_reference_a_year_holds_within_its_sentence() -> None:
    """A year told of the past does not date the news that comes after it."""
    assert dates("駅舎は1942年に建てられた。列車は1月7日に止まった。", None) == ["1942"]
    assert dates("2031年3月に始まり、8月に終わった。", None) == ["2031-03", "2031-08"]
    assert dates("2031年3月5日に始まった。2月4日に倒れた。この日、雨だった。", None) == [
        "2031-03-05"
    ]


def test_a_day_last_month_lacks_is_of_this_month() -> None:
    """Where the month before has no 31st, 31日 is still to come."""
    assert dates("協議は31日、首都で。", "2031-07-18") == ["2031-07-31"]
    assert dates("協議は31日に終わった。", "2031-08-18") == ["2031-07-31"]


def test_a_year_of_two_figures_is_of_this_or_the_last_century() -> None:
    """22年に is 2022 and 91年に 1991."""
    assert dates("91年に独立し、22年に侵攻された。", None) == ["1991", "2022"]
