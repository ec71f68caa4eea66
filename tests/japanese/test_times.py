"""Which words are times, from where to where."""

from __future__ import annotations

import time

import pytest

from soten.japanese.moments import Base, Relation, TimeKind
from soten.japanese.times import find_times


def written(text: str) -> list[str]:
    """Return the times found, as written."""
    return [text[found.start : found.end] for found in find_times(text)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param("3日、外相が会談した。", ["3日"], id="day"),
        pytest.param("３日夜、外相が会談した。", ["３日夜"], id="full-width-with-daytime"),
        pytest.param("外務省は二十日、声明を出した。", ["二十日"], id="kanji"),
        pytest.param("十一月二十日に調印した。", ["十一月二十日"], id="kanji-month"),
        pytest.param("二〇二五年十一月に調印した。", ["二〇二五年十一月"], id="kanji-year"),
        pytest.param("2022年3月以降", ["2022年3月"], id="year-month"),
        pytest.param("31年5月2日~6月3日の間", ["31年5月2日~6月3日"], id="range-short-year"),
        pytest.param("8月6日から7日にかけて", ["8月6日から7日"], id="range-から"),
        pytest.param("23-24日の会合", ["23-24日"], id="range-hyphen"),
        pytest.param("2月17、18両日に開いた", ["2月17、18両日"], id="two-days"),
        pytest.param("5月から6月にかけて", ["5月から6月"], id="range-months"),
        pytest.param("26日から5日間の日程", ["26日から5日間"], id="days-from"),
        pytest.param("令和7年11月20日に決めた", ["令和7年11月20日"], id="era"),
        pytest.param("2005年（平成17年）11月", ["2005年（平成17年）11月"], id="both-years"),
        pytest.param("20日（木）の会見", ["20日（木）"], id="weekday-note"),
        pytest.param("公開 2025-11-20 18:30", ["2025-11-20"], id="iso"),
        pytest.param("November 14, 2022 に掲載", ["November 14, 2022"], id="english"),
        pytest.param("on 3月 9, 2031 at 08:05", ["3月 9, 2031"], id="mixed"),
        pytest.param("#日記(310504)", ["310504"], id="tag"),
        pytest.param("今月初めの攻撃、先月末の合意", ["今月初め", "先月末"], id="parts"),
        pytest.param("先週末から今週月曜日まで", ["先週末", "今週月曜日"], id="weeks"),
        pytest.param("月曜日の会談", ["月曜日"], id="weekday"),
        pytest.param("昨夏と2022年春", ["昨夏", "2022年春"], id="seasons"),
        pytest.param("ここ数週間と過去24時間", ["ここ数週間", "過去24時間"], id="windows"),
        pytest.param("ここ数カ月とここ2、3日", ["ここ数カ月", "ここ2、3日"], id="windows-vague"),
        pytest.param("今後2年間で、この10年で", ["今後2年間", "この10年"], id="windows-years"),
        pytest.param("先月までの10か月間に", ["先月までの10か月間"], id="months-until"),
        pytest.param("3年前の合意、数日以内の回答", ["3年前", "数日以内"], id="ago-within"),
        pytest.param("きのうの砲撃、あすの会談", ["きのう", "あす"], id="kana-days"),
        pytest.param("1990年代後半の紛争", ["1990年代後半"], id="decade"),
        pytest.param("冬が来る前に、9月24 - 25日", ["冬", "9月24 - 25日"], id="season-bare"),
        pytest.param("ことし5月に合意した", ["ことし5月"], id="ことし"),
        pytest.param("外務省は同じ日の声明で", ["同じ日"], id="同じ日"),
        pytest.param("9〜11日の停戦を破った", ["9〜11日"], id="truce-by-date"),
        pytest.param("2、3両日の会合", ["2、3両日"], id="two-days-close"),
        pytest.param("1日から3日の間に", ["1日から3日"], id="between-range"),
        pytest.param("1日と3日の間に", ["1日", "3日"], id="between"),
        pytest.param("7月からの夏季開催", ["7月"], id="から-of-a-season"),
        pytest.param("週末にも会い、今日の会談", ["週末", "今日"], id="weekend-today"),
        pytest.param("2014年に離れ、22年に戻り、24年末に", ["2014年", "22年", "24年末"], id="22年"),
        pytest.param("91年に独立し、08年以降", ["91年", "08年"], id="short-years"),
        pytest.param("14、15の両日に協議した", ["14、15の両日"], id="の両日"),
        pytest.param("3年前までに、約3年前に", ["3年前", "3年前"], id="years-ago-until"),
    ],
)
def test_times_are_found_whole(text: str, times: list[str]) -> None:
    """Every expression that can be anchored is found from its first to its last word."""
    assert written(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "協議は5時間続き、数日間の休みをはさむ。",
        "最近も近くもこれまでも、時期は分からない。",
        "三日月の旗と日本の旗が並ぶ。",
        "一日も早い停戦を、1日3回訴えた。",
        "20日間の停戦、3日連続の砲撃、約10日の遅れ。",
        "毎月20日と毎週月曜日に会う。",
        "第3日目、第76旅団、KH-101、155mm砲弾。",
        "軍が2日で使う弾薬。",
        "十分な時間と一つの案、千葉の一部。",
        "前年比で3%増え、前日本代表が出た。",
        "電話は03-1234-5678へ。",
        "革命前夜の街。",
        "合意から60日後に撤収する。",
        "することしかできない。",
        "5.1チャンネル、3/4の議席。",
        "3月号の記事。",
        "30日の間に立て直し、30日という期間は短い。",
        "10日の猶予と30日の停戦案。",
        "一部の地区で2〜3日の停戦を求めた。",
        "作業は2、3日で終わり、2、3日中に戻る。",
        "通告は期限の6カ月前までに行う。",
        "完成は5〜10年後になる。",
        "土曜ドラマと日曜版、木曜会。",
        "週末などににぎわい、カップ当日に混み、今日では古い。",
        "十月革命の広場。",
        "20年にわたる争い、30年に及ぶ列、20年に続く内戦、10年に一度、15年に延ばした。",
        "戦後80年に、懲役15年から、約20年から。",
        "6日戦争と30日ルール。",
        "前日比で下がった。",
    ],
)
def test_what_cannot_be_anchored_is_no_time(text: str) -> None:
    """Durations, repetitions, ordinals and words that hold a numeral are no times."""
    assert written(text) == []


def test_a_time_says_what_it_is_counted_from() -> None:
    """きょう counts from the writer's day, 前日 from the day told, 3日 from what the context gives."""
    kinds = [(found.kind, found.first.base) for found in find_times("きょう、前日、3日、2030年")]

    assert kinds == [
        (TimeKind.RELATIVE, Base.DOCUMENT),
        (TimeKind.ANAPHORIC, Base.STORY),
        (TimeKind.PARTIAL, Base.CONTEXT),
        (TimeKind.ABSOLUTE, Base.CONTEXT),
    ]


def test_particles_make_ends_and_beginnings() -> None:
    """A time before まで is an end, before から or 以降 a beginning."""
    found = find_times("9月から続き、2033年末までに終える。4日以降は見ない。5日に会う。")

    assert [time.relation for time in found] == [
        Relation.SINCE,
        Relation.UNTIL,
        Relation.SINCE,
        Relation.AT,
    ]


@pytest.mark.parametrize(
    "unit", ["1", "一", "数", "今", "月", "1月", "01/02/2026 ", "前日の", "こ"]
)
def test_finding_times_is_linear(unit: str) -> None:
    """A long text of one repeated piece takes no more than a bounded time a character."""
    text = unit * (50_000 // len(unit))
    started = time.perf_counter()

    find_times(text)

    assert time.perf_counter() - started < 5
