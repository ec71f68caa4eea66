"""Whether a number with a counter is a figure."""

from __future__ import annotations

import pytest

from soten.japanese.counting import is_counted
from soten.records import Unit


@pytest.mark.parametrize(
    ("text", "number", "unit", "counter", "counted"),
    [
        pytest.param("4人が死亡した", "4人", Unit.PERSON, "人", True, id="harmed"),
        pytest.param("1人が死亡した", "1人", Unit.PERSON, "人", True, id="one-harmed"),
        pytest.param("2人は踊る", "2人", Unit.PERSON, "人", False, id="both"),
        pytest.param("この4人を", "4人", Unit.PERSON, "人", False, id="pointed-at"),
        pytest.param("7回の攻撃", "7回", Unit.OTHER, "回", True, id="times"),
        pytest.param("7回目の攻撃", "7回", Unit.OTHER, "回", False, id="ordinal"),
        pytest.param("6カ国協議", "6カ国", Unit.OTHER, "カ国", False, id="format-name"),
        pytest.param("1.4度上がる", "1.4度", Unit.CELSIUS, "度", True, id="temperature"),
        pytest.param("2度延長した", "2度", Unit.CELSIUS, "度", False, id="twice"),
        pytest.param("24時間以内", "24時間", Unit.HOUR, "時間", False, id="a-day"),
        pytest.param("48時間の停止", "48時間", Unit.HOUR, "時間", True, id="hours"),
    ],
)
def test_counting_needs_more_than_a_counter(
    text: str, number: str, unit: Unit, counter: str, counted: bool
) -> None:
    """The words around a number tell a figure from an ordinal, a name or somebody known."""
    start = text.index(number)
    value = float(number.removesuffix(counter))

    assert is_counted(text, start, start + len(number), value, unit, counter) is counted
