"""How numerals are read."""

from __future__ import annotations

import pytest

from soten.japanese.numerals import numeral_value, whole_number


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("842", 842.0),
        ("２１．６", 21.6),
        ("2,480", 2480.0),
        ("3,124,568", 3124568.0),
        ("1万9000", 19000.0),
        ("10万5千", 105000.0),
        ("312万4,568", 3124568.0),
        ("1.5万", 15000.0),
        ("900億", 9e10),
        ("1兆2000億", 1.2e12),
        ("三〇", 30.0),
        ("二十", 20.0),
        ("百五十", 150.0),
        ("二千二十五", 2025.0),
        ("十万", 100000.0),
        ("一・五", 1.5),
        ("数百", 100.0),
        ("数十億", 1e9),
        ("十数", 10.0),
    ],
)
def test_numeral_is_worth_what_it_says(raw: str, value: float) -> None:
    """Digits of any width, kanji and mixed numerals are worth what they say, 数 the least it can."""
    assert numeral_value(raw) == value


@pytest.mark.parametrize("raw", ["", "億", "1.2.3", "人", "万万"])
def test_what_is_no_numeral_has_no_value(raw: str) -> None:
    """A text that is no well-formed numeral has no value."""
    assert numeral_value(raw) is None


def test_a_fraction_is_no_whole_number() -> None:
    """Only whole numbers are days, months and years."""
    assert whole_number("1.5") is None
    assert whole_number("二十一") == 21
