"""What a text tells about when it was written."""

from __future__ import annotations

from datetime import date

import pytest

from soten.japanese.clues import Clues, DatedName, find_clues
from soten.japanese.tense import Outlook
from soten.japanese.times import find_times


def clues(text: str, *names: DatedName, western: tuple[str, ...] = ()) -> Clues:
    """Return the clues of a text."""
    return find_clues(text, find_times(text), names, western)


def test_days_without_a_year_are_facts_with_their_tense() -> None:
    """A bare day, a month's day and a weekday are facts, each looking back or ahead."""
    facts = clues("20日に会談した。6月20日に訪問する予定だ。月曜日に警告した。").facts

    assert [(fact.month, fact.day, fact.weekday, fact.outlook) for fact in facts] == [
        (None, 20, None, Outlook.PAST),
        (6, 20, None, Outlook.FUTURE),
        (None, None, 0, Outlook.PAST),
    ]


def test_years_told_are_past_or_coming() -> None:
    """A deadline is still to come, a finished year is over."""
    told = clues("2029年に協定を結んだ。2033年末までに断つことで合意した。")

    assert [stretch.edtf for stretch in told.past] == ["2029"]
    assert [stretch.edtf for stretch in told.coming] == ["2033-12-31"]


@pytest.mark.parametrize(
    ("text", "is_bounded"),
    [
        pytest.param("山野外相が会談した。", True, id="name-title"),
        pytest.param("外相の山野氏が会談した。", True, id="title-name"),
        pytest.param("山野前外相が会談した。", False, id="former"),
        pytest.param("山野氏は会談し、外相を支えた。", False, id="apart"),
        pytest.param("海原外相が会談した。", False, id="other"),
    ],
)
def test_a_name_bounds_with_its_title_only(text: str, is_bounded: bool) -> None:
    """A dated name bounds the text where it stands with its title, not with a former one."""
    told = clues(text, DatedName("山野", "外相", "2030-01-01", "2031-12-31"))

    assert bool(told.named) is is_bounded
    if is_bounded:
        assert told.named[0].holds_on(date(2030, 6, 1))
        assert not told.named[0].holds_on(date(2029, 6, 1))


def test_the_west_is_told_by_who_acts_on_the_latest_day() -> None:
    """Only the latest day's own clause, or its UTC offset, shows that it is told from the west."""
    assert clues("北洋国政府は20日、発表した。", western=("北洋国",)).is_western
    assert clues("20日( UTC - 5 )に発表した。").is_western
    assert not clues("北洋国が見守るなか、代表は20日、発表した。", western=("北洋国",)).is_western
