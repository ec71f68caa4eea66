"""Numbers with what they count and whose they are."""

from __future__ import annotations

import pytest

from soten.records import Bound, Unit
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "bound"),
    [
        pytest.param(
            "約30平方キロメートルが失われた。",
            "約30平方キロメートル",
            30,
            Unit.KM2,
            Bound.APPROX,
            id="area",
        ),
        pytest.param(
            "少なくとも1200人が家を失った。",
            "少なくとも1200人",
            1200,
            Unit.PERSON,
            Bound.AT_LEAST,
            id="people",
        ),
        pytest.param(
            "橋の80%以上が落ちた。", "80%以上", 80, Unit.PERCENT, Bound.AT_LEAST, id="share"
        ),
        pytest.param("ドローン30機が飛んだ。", "30機", 30, Unit.ITEM, Bound.EXACT, id="items"),
    ],
)
def test_value_unit_and_bound_are_read(
    read: TextReader, text: str, words: str, value: float, unit: Unit, bound: Bound
) -> None:
    """A figure has its words, value, unit and bound."""
    found = read(text)
    (figure,) = found.findings.figures

    assert found.cut(figure.span) == words
    assert (figure.value, figure.unit, figure.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領は58歳だ。", id="age"),
        pytest.param("第76師団が橋を守る。", id="numbered-unit"),
        pytest.param("5月4日に橋が落ちた。", id="date"),
        pytest.param("午後3時に橋が落ちた。", id="clock"),
        pytest.param("一つの橋が落ちた。", id="counter"),
    ],
)
def test_what_is_no_figure(read: TextReader, text: str) -> None:
    """Ages, unit numbers, dates, clock times and 一つ are no figures."""
    assert read(text).findings.figures == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param("トセフ首相は「1200人が家を失った」と語った。", "tosef", id="quoted"),
        pytest.param("目撃者によると、30機が飛んだ。", "anonymous:目撃者", id="source"),
        pytest.param("30機が飛んだ。トセフ首相は「橋は残る」と語った。", None, id="writer's"),
    ],
)
def test_a_figure_is_whose_words_it_stands_in(read: TextReader, text: str, by: str | None) -> None:
    """A figure inside a statement is its speaker's, any other nobody's."""
    assert [figure.by for figure in read(text).findings.figures] == [by]


def test_the_narrowest_statement_owns_the_figure(read: TextReader) -> None:
    """In a report within a report the figure is that of the inner speaker."""
    found = read("カンデル報道官は、トセフ首相が「30機が飛んだ」と述べたと発表した。")

    assert [figure.by for figure in found.findings.figures] == ["tosef"]


def test_what_is_counted_is_in_the_text_s_words(read: TextReader) -> None:
    """What is counted is the stretch around the number up to the next mark."""
    found = read("川では、ドローン30機が飛んだ、と住民は見た。")

    assert [figure.what for figure in found.findings.figures] == ["ドローン30機が飛んだ"]
