"""Which paragraphs open a report."""

from __future__ import annotations

import pytest

from soten.ingest.openings import (
    goes_on,
    has_dateline,
    introduced_name,
    is_attributed,
    is_lead,
    outlet_in,
)

OUTLETS = {"試験通信": "test-agency", "通信": "other"}


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("外務省は四日、協議を来週開くと発表した。", True),
        ("架空国のハナーコ外相は10月4日、協議を来週開くと発表した。", True),
        ("超党派の委員会は１８日公表した報告書で、協議の遅れを指摘した。", True),
        ("ハナーコ氏は四日、協議を来週開くと発表した。", False),
        ("同省は四日、協議を来週開くと発表した。", False),
        ("一方、外務省は四日、協議を来週開くと発表した。", False),
        ("外務省は協議を来週開くと発表した。", False),
        ("四日の協議は物別れに終わった。", False),
    ],
)
def test_a_lead_says_who_and_when_anew(paragraph: str, expected: bool) -> None:
    """A lead begins with its actor in full and the day; what goes on from before is none."""
    assert is_lead(paragraph) is expected


def test_a_name_is_introduced_with_its_office() -> None:
    """Only a name with country or office before it and a title after it is introduced."""
    assert introduced_name("架空国のハナーコ大統領は四日、否定した。") == "ハナーコ"
    assert introduced_name("ハナーコ大統領は四日、否定した。") is None
    assert introduced_name("架空国の大統領は四日、否定した。") is None


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("［試験市　４日　試験通信］ - 外務省は協議を開いた。", True),
        ("[試験市 4日 別通信] 外務省は協議を開いた。", True),
        ("【試験市＝山田太郎】外務省は協議を開いた。", True),
        ("（試験通信）外務省は協議を開いた。", True),
        ("（注）外務省は協議を開いた。", False),
        ("【背景】外務省は協議を開いた。", False),
        ("外務省は[4日の協議]を開いた。", False),
    ],
)
def test_a_dateline_opens_agency_copy(paragraph: str, expected: bool) -> None:
    """A bracket of place and day, place and writer, or a known outlet is a dateline."""
    assert has_dateline(paragraph, OUTLETS) is expected


def test_an_outlet_is_found_by_its_longest_form() -> None:
    """Of several forms that end the words, the longest gives the id; others are unknown."""
    assert outlet_in("試験市 試験通信", OUTLETS) == "test-agency"
    assert outlet_in("試験市", OUTLETS) is None
    assert outlet_in("", OUTLETS) is None


def test_words_that_take_up_are_no_openings() -> None:
    """Connectives and pronouns go on with what stands before them."""
    assert goes_on("こうした中、外務省は声明を出した。")
    assert goes_on("同国外務省は声明を出した。")
    assert not goes_on("外務省は声明を出した。")


def test_an_attribution_names_whose_account_it_is() -> None:
    """によると at the start attributes; によって and a later によると do not."""
    assert is_attributed("外務省によりますと、協議は四日に始まりました。")
    assert not is_attributed("協議が仲介国によって四日に始まった。")
