"""When an annotation and a record match."""

from __future__ import annotations

import pytest

from soten.evaluation.matching import (
    compatible_dates,
    half_overlap,
    overlap,
    pairs,
    same_date,
    same_number,
    same_speaker,
)
from soten.records import Span, Speaker


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (Span(0, 10), Span(0, 10), 1.0),
        (Span(0, 10), Span(8, 12), 0.5),
        (Span(0, 10), Span(2, 4), 1.0),
        (Span(0, 10), Span(10, 12), 0.0),
    ],
)
def test_overlap_is_a_share_of_the_shorter(one: Span, other: Span, shared: float) -> None:
    """Overlap is counted against the shorter span, in either order."""
    assert overlap(one, other) == overlap(other, one) == shared


def test_less_than_half_is_no_match() -> None:
    """Spans that share less than half of the shorter do not match."""
    assert half_overlap(Span(0, 10), Span(9, 12)) == 0.0


def test_the_best_pairs_come_first() -> None:
    """An item is paired once, and a better pair wins over an earlier one."""
    fits = {(0, 0): 0.5, (0, 1): 0.6, (1, 0): 0.9, (1, 1): 0.7}

    assert pairs([0, 1], [0, 1], lambda g, s: fits[g, s]) == [(1, 0), (0, 1)]
    assert pairs([0], [0], lambda g, s: 0.0) == []


@pytest.mark.parametrize(
    ("one", "other", "same", "compatible"),
    [
        ("2025-12-03", "2025-12-03~", True, True),
        ("2025-12", "2025-12-03", False, True),
        ("2025-12-03", "2025-12-04", False, False),
        ("2025-24", "2026-01", False, True),
        ("2025-24", "2025-12/2026-02", True, True),
        ("2025", "2025-21", False, True),
        ("../2027-12-31", "2026", False, True),
        (None, None, True, True),
        (None, "2025", False, False),
    ],
)
def test_dates(one: str | None, other: str | None, same: bool, compatible: bool) -> None:
    """Dates are equal by the days they cover, compatible where one lies in the other."""
    assert same_date(one, other) is same
    assert compatible_dates(one, other) is compatible
    assert compatible_dates(other, one) is compatible


def test_numbers_are_one_but_for_rounding() -> None:
    """The last digits of a large number do not count; those of a small one do."""
    assert same_number(90e9, 90e9 + 1)
    assert not same_number(70, 75)


@pytest.mark.parametrize(
    ("wanted", "speaker", "same"),
    [
        ("ko", Speaker("ko"), True),
        ("ko", Speaker("otsu"), False),
        ("ko", None, False),
        ("author", Speaker(author=True), True),
        ("author", Speaker("ko"), False),
        ("anonymous:政府当局者2人", Speaker(anonymous="政府当局者"), True),
        ("anonymous:イギリス政府関係者", Speaker(anonymous="英政府の関係者"), True),
        ("anonymous:専門家", Speaker(anonymous="米高官"), False),
        ("anonymous:専門家", Speaker("ko"), False),
    ],
)
def test_speakers(wanted: str, speaker: Speaker | None, same: bool) -> None:
    """Named speakers match by id, unnamed ones by their description."""
    entity = speaker.entity if speaker else None

    assert same_speaker(wanted, speaker, entity) is same
