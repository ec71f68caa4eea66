"""From when until when, and on what condition."""

from __future__ import annotations

import pytest

from soten.extract.terms import Term, term_of
from soten.records import Span
from tests.readings import TextReader


def _term(read: TextReader, text: str, *, planned: bool = False) -> Term:
    return term_of(read(text).analysis, Span(0, len(text)), planned=planned)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("5月末までに検問所を廃止する", None, "2031-05-31", id="by"),
        pytest.param("6月1日から捕虜を返す", "2031-06-01", None, id="from"),
        pytest.param("5月10日から30日間、砲撃を停止する", "2031-05-10", "2031-06-09", id="lasting"),
        pytest.param("60日間延長する", None, None, id="no-start-told"),
        pytest.param("部隊を派遣する", None, None, id="no-time"),
    ],
)
def test_a_term_has_its_days(
    read: TextReader, text: str, start: str | None, end: str | None
) -> None:
    """A term runs from the day told until the day told; so many days end so many days later."""
    term = _term(read, text)

    assert (term.start, term.end, term.condition) == (start, end, None)


def test_the_day_of_a_plan_is_its_first_and_last(read: TextReader) -> None:
    """What is planned for a day begins and ends on it; else a day told is no term."""
    text = "6月1日に部隊を派遣する予定だ"

    assert _term(read, text, planned=True) == Term("2031-06-01", "2031-06-01", None)
    assert _term(read, text) == Term(None, None, None)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        pytest.param("テスミアが撤退すれば、捕虜を返す", "テスミアが撤退すれば", id="if"),
        pytest.param("砲撃が続く限り、圧力を強める", "砲撃が続く限り", id="as-long-as"),
        pytest.param("武器を渡す場合に限って停戦に応じる", "武器を渡す場合に限って", id="only-if"),
        pytest.param("町を守らなければ、支援を止める", "町を守らなければ", id="unless"),
    ],
)
def test_a_condition_is_kept_in_its_words(read: TextReader, text: str, condition: str) -> None:
    """The condition of a promise is kept in the words of the text."""
    assert _term(read, text).condition == condition
