"""Dates and numbers in words."""

from __future__ import annotations

import pytest

from soten.export.wording import date_words, figure_words, number_words
from soten.records import Bound, Unit
from soten.settings import Language
from tests.store.factory import document, figure


@pytest.mark.parametrize(
    ("edtf", "japanese", "english"),
    [
        ("2025", "2025年", "2025"),
        ("2025-11", "2025年11月", "November 2025"),
        ("2025-24", "2025年冬", "winter 2025"),
        ("2025-12-03?", "2025年12月3日（不確か）", "3 December 2025 (uncertain)"),
        ("2025-11~", "2025年11月ごろ", "around November 2025"),
        ("202X", "2020年代", "2020s"),
        ("2025-11-XX", "2025年11月", "November 2025"),
        ("2025-12-01/2025-12-06", "2025年12月1日〜6日", "1 December 2025 to 6 December 2025"),
        ("2025-11/2025-12", "2025年11月〜12月", "November 2025 to December 2025"),
        ("2025/2026", "2025年〜2026年", "2025 to 2026"),
        ("2025-12-03/..", "2025年12月3日から", "from 3 December 2025"),
        ("../2027-12-31", "2027年12月31日まで", "until 31 December 2027"),
        ("/2027", "2027年まで", "until 2027"),
    ],
)
def test_dates_keep_their_precision(edtf: str, japanese: str, english: str) -> None:
    """A month stays a month, an open end is said, a doubt is written out."""
    assert date_words(edtf, Language.JA) == japanese
    assert date_words(edtf, Language.EN) == english


@pytest.mark.parametrize(
    ("value", "japanese", "english"),
    [
        (0, "0", "0"),
        (701, "701", "701"),
        (19000, "1万9000", "19,000"),
        (100_000_000, "1億", "100 million"),
        (1_234_567, "123万4567", "1,234,567"),
        (1_500_000, "150万", "1.5 million"),
        (-5, "-5", "-5"),
        (0.66, "0.66", "0.66"),
        (1e21, "1e+21", "1e+21"),
    ],
)
def test_numbers_are_read_at_a_glance(value: float, japanese: str, english: str) -> None:
    """Large round numbers stand in 万 and 億, in millions and billions, and none is rounded."""
    assert number_words(value, Language.JA) == japanese
    assert number_words(value, Language.EN) == english


@pytest.mark.parametrize(
    ("bound", "unit", "japanese", "english"),
    [
        (Bound.EXACT, Unit.PERCENT, "12％", "12%"),
        (Bound.APPROX, Unit.KM2, "約12平方キロメートル", "about 12 km²"),
        (Bound.AT_LEAST, Unit.PERSON, "12人以上", "at least 12 persons"),
        (Bound.LESS_THAN, Unit.CELSIUS, "12℃未満", "less than 12°C"),
        (Bound.MORE_THAN, Unit.OTHER, "12超", "more than 12"),
    ],
)
def test_a_bound_is_written_out(bound: Bound, unit: Unit, japanese: str, english: str) -> None:
    """What a figure leaves open is said with it."""
    found = figure(document(), "12人", 12, None, bound=bound, unit=unit)

    assert figure_words(found, Language.JA) == japanese
    assert figure_words(found, Language.EN) == english
