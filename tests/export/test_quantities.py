"""Series in words and as objects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soten.export.columns import Names
from soten.export.exchange import line
from soten.export.quantities import quantity_name, series_lines, series_object
from soten.export.table import width
from soten.query import Label
from soten.query.figures import Quantity, Series, figure_series
from soten.records import Unit
from soten.settings import Language
from soten.store import open_ledger
from tests.query.tolls import put

HELD = Quantity(
    Unit.PERCENT,
    "held",
    "",
    "",
    "",
    Label("ko", "甲国", "Ko"),
    Label("k", "北村"),
    False,
    False,
    "x",
)


@pytest.fixture
def series(tmp_path: Path) -> tuple[Series, ...]:
    """Return a series of three days of one owner and one of another."""
    with open_ledger(tmp_path / "l.db") as ledger:
        told = [("一", 1200, "03", "otsu"), ("二", 900, "04", "otsu"), ("三", 1500, "05", "otsu")]
        for name, value, day, by in [*told, ("四", 300, "05", "ko")]:
            text = f"{name}。過去24時間における甲国軍の人的損失は{value}人だった。"
            put(ledger, name, text, f"{value}人", value, edtf=f"2025-12-{day}", by=by)
        return figure_series(ledger).rows


@pytest.mark.parametrize(
    ("language", "name"), [(Language.JA, "北村 / 甲国: 支配"), (Language.EN, "北村 / Ko: held")]
)
def test_a_quantity_is_called_in_both_languages(language: Language, name: str) -> None:
    """Place, side and what is done to it; one word for whatever the sides call it."""
    assert quantity_name(HELD, language) == name


def test_a_quantity_nobody_can_name_is_called_as_documents_do() -> None:
    """Without thing, place and side the documents' own words stand."""
    bare = Quantity(Unit.ITEM, "", "", "", "", None, None, False, False, "28項目")

    assert quantity_name(bare, Language.JA) == "28項目"


@pytest.mark.parametrize("language", list(Language))
def test_a_series_fits_the_terminal(series: tuple[Series, ...], language: Language) -> None:
    """Every owner with three points gets a line drawn; differing points are marked."""
    lines = list(series_lines(series, Names(language, {}), 80))

    assert all(width(one) <= 80 for one in lines)
    assert sum("▅" in one or "▆" in one for one in lines) == 1
    assert sum("≠" in one for one in lines) == 2


def test_a_series_is_an_object_with_all_points(series: tuple[Series, ...]) -> None:
    """Points stand in order of time, with owner, bound and the figures they rest on."""
    (found,) = [json.loads(line(series_object(one))) for one in series]

    assert found["kind"] == "series"
    assert found["quantity"]["name"]["en"] == "Ko: losses (a day)"
    assert [p["value"] for p in found["points"]] == [1200, 900, 300, 1500]
    assert found["apart"] == [[2, 3]]
    assert all(p["figures"][0]["evidence"]["exact"] for p in found["points"])
