"""When a document was published, and how that is known."""

from __future__ import annotations

import pytest

from soten.japanese.dating import DatedName, date_document
from soten.japanese.times import find_times
from soten.records import Basis, Published


def dated(
    text: str, *names: DatedName, western: tuple[str, ...] = (), title: str | None = None
) -> Published:
    """Return the date of a text without metadata."""
    return date_document(text, find_times(text), Published(), title, names, western)


BODY = "代表団は3日、首都に着いた。\n" * 9


def test_metadata_wins() -> None:
    """What the metadata states is kept as it is."""
    stated = Published("2031-05-04", Basis.STATED, "from the page")
    text = "2030年1月1日\n本文。"

    assert date_document(text, find_times(text), stated) is stated


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("停戦協議が再開\n2031年5月4日\n" + BODY, id="line"),
        pytest.param("停戦協議が再開\n04/05/2031\n" + BODY + "5月3日に着いた。\n", id="day-first"),
        pytest.param("停戦協議が再開\n2031年5月4日(日) 18:30 配信\n" + BODY, id="line-with-time"),
        pytest.param("停戦協議が再開\n公開日：2031/05/04\n" + BODY, id="label"),
        pytest.param(BODY + "Posted by k on 5月 4, 2031 at 15:48 UTC", id="posted"),
        pytest.param(BODY + "#停戦(310504)\n", id="tag"),
        pytest.param("観測所2031年5月4日 停戦協議の行方\n" + BODY, id="heading"),
        pytest.param(BODY + "（2031年5月4日）", id="closing"),
    ],
)
def test_a_date_that_stands_for_itself_is_stated(text: str) -> None:
    """A date on a line of its own, after a label, in a tag, a heading or at the close is stated."""
    published = dated(text)

    assert (published.edtf, published.basis) == ("2031-05-04", Basis.STATED)
    assert published.why


def test_a_title_can_state_the_date() -> None:
    """A title that is not part of the text states the date too."""
    assert dated(BODY, title="外相会見（2031年5月4日）").edtf == "2031-05-04"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("代表団は3日、首都に着いた。", id="day-only"),
        pytest.param("事件は1983年に起きた。26日に会談した。", id="old-year-only"),
        pytest.param("大会は2030年5月15日に行われる\n" + BODY, id="heading-of-an-event"),
        pytest.param("停戦の歴史。", id="nothing"),
        pytest.param("", id="empty"),
    ],
)
def test_what_the_text_does_not_bear_stays_unknown(text: str) -> None:
    """Where nothing settles the year, the date stays unknown."""
    assert dated(text) == Published()


def test_people_in_office_settle_the_year() -> None:
    """Days without a year, a month just over and dated offices give the day by inference."""
    text = (
        "山野外相は7日、8日に協議を行うと明らかにした。軍は2月に前進した。"
        "6日の協議は成果なく終わった。2035年末までに供給を断つ予定だ。"
    )
    published = dated(text, DatedName("山野", "外相", "2033-07-17"))

    assert (published.edtf, published.basis) == ("2034-03-07", Basis.INFERRED)
    assert "山野外相" in (published.why or "")


def test_two_terms_bound_a_text_to_one_of_them() -> None:
    """With two terms of an office, the day lies in one of them and not between."""
    text = "山野大統領は5月23日、会談した。海原首相は23日に同意した。事件は2016年に起きた。"
    terms = (
        DatedName("山野", "大統領", "2013-01-20", "2017-01-20"),
        DatedName("山野", "大統領", "2021-01-20", "2025-01-20"),
        DatedName("海原", "首相", "2020-06-01", "2022-02-01"),
    )

    assert dated(text, *terms).edtf == "2021-05-23"


def test_a_former_office_settles_nothing() -> None:
    """A name with 前 before its title does not bound the date."""
    text = "山野前外相は3日、会談した。軍は2月に前進した。2035年末までに断つ予定だ。"

    assert dated(text, DatedName("山野", "外相", "2033-07-17")).edtf is None


def test_news_from_the_west_comes_out_the_day_after() -> None:
    """News told by day from where Japan's morning is still yesterday is of the next day."""
    text = (
        "北洋国政府は7日、8日に協議を行うと明らかにした。軍は2月に前進した。"
        "山野外相は6日に会談した。2035年末までに供給を断つ予定だ。"
    )
    names = (DatedName("山野", "外相", "2033-07-17"),)

    assert dated(text, *names, western=("北洋国",)).edtf == "2034-03-08"


def test_weekdays_and_time_since_settle_the_day() -> None:
    """月曜日, a planned and a past day and the weeks since the beginning leave one Monday."""
    text = (
        "補佐官は月曜日、警告した。3週間以上前の戦闘開始以来、損失が続いている。"
        "軍は5月10日に侵攻した。6月20日に本部を訪問する予定だ。山野報道官は月曜日に否定した。"
    )
    names = (DatedName("山野", "報道官", "2031-01-01", "2031-11-13"),)

    assert dated(text, *names).edtf == "2031-06-02"


def test_a_fresh_full_date_carries_the_days_after_it() -> None:
    """A full date in the news and a later bare day give that day."""
    text = "安保理は2031年4月14日未明、声明を採択した。外相は15日、これを歓迎した。"

    assert dated(text).edtf == "2031-04-15"


def test_the_day_called_today_is_the_day_of_writing() -> None:
    """今日8日 settles the day, also where the 7th is told as past and the 8th as coming."""
    text = "代表は2031年11月6日に到着した。今日8日、投票が行われる。通信社は7日、投票率を報じた。"

    assert dated(text).edtf == "2031-11-08"


def test_a_year_named_with_its_count_settles_the_year() -> None:
    """2014年以来16年ぶり is of 2030."""
    text = "首都は2014年以来16年ぶりに大会を開いた。橋は1998年に完成した。大会は5月3日に始まった。"

    assert dated(text).edtf == "2030-05-03"


def test_more_than_two_years_that_fit_are_none() -> None:
    """Two years that fit as well give the first of two; three give nothing."""
    text = "山野外相は7日、会談した。海原首相は7日に同意した。5月6日の協議は終わった。"
    two = DatedName("山野", "外相", "2031-01-01", "2032-12-31")
    three = DatedName("山野", "外相", "2031-01-01", "2033-12-31")

    assert "first of 2" in (dated(text, two).why or "")
    assert dated(text, three).edtf is None
