from __future__ import annotations

import pytest

from soten.records import Basis, LedgerError, Published, Span, Story
from soten.store import DateBasis, Precision, When
from soten.store.dating import StoryDates, days_of, reach_of, when_of
from soten.store.traits import Traits
from tests.store.factory import document

DECEMBER = When("2025-12", "2025-12-01", "2025-12-31", DateBasis.DOCUMENT)


def test_a_story_dates_its_own_words() -> None:
    """Inside a dated story its date holds; elsewhere, and in undated stories, the document's."""
    stories = (
        Story(Span(0, 10), published=Published("2025-12-01", Basis.STATED)),
        Story(Span(20, 30), published=Published()),
    )
    dates = StoryDates(document(edtf="2025-12-09", stories=stories))

    assert [dates.at(offset).edtf for offset in (0, 9, 10, 25, 40)] == [
        "2025-12-01",
        "2025-12-01",
        "2025-12-09",
        "2025-12-09",
        "2025-12-09",
    ]
    assert StoryDates(document(edtf=None)).at(3) == When()


@pytest.mark.parametrize(
    ("traits", "published", "reach"),
    [
        pytest.param(Traits(date="2025-12-03"), DECEMBER, ("2025-12-03", "2025-12-03"), id="own"),
        pytest.param(Traits(), DECEMBER, ("2025-12-01", "2025-12-31"), id="document"),
        pytest.param(Traits(), When(), None, id="undated"),
        pytest.param(
            Traits(date="2026-03-31", end="2026-03-31"),
            DECEMBER,
            ("2025-12-01", "2026-03-31"),
            id="until-a-day-from-its-report",
        ),
        pytest.param(
            Traits(date="2026-01-10", end="2026-03"),
            DECEMBER,
            ("2026-01-10", "2026-03-31"),
            id="from-day-to-day",
        ),
        pytest.param(
            Traits(date="2026-03-31", end="2026-03-31"),
            When(),
            ("2026-03-31", "2026-03-31"),
            id="until-a-day-undated",
        ),
    ],
)
def test_filters_find_a_record_through_its_days(
    traits: Traits, published: When, reach: tuple[str, str] | None
) -> None:
    """A record reaches over its own days, a promise from its report or start to its end."""
    when = when_of(traits, published, "record x")

    assert reach_of(traits, when, published, "record x") == reach


def test_what_is_no_date_is_named() -> None:
    """A date that is not EDTF raises LedgerError with what it belongs to."""
    with pytest.raises(LedgerError, match=r"record x: .*'3日'"):
        days_of("3日", "record x")


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2025-12-03", Precision.DAY),
        ("2025-12-03?", Precision.DAY),
        ("2025-12~", Precision.MONTH),
        ("2025-24", Precision.SPAN),
        ("2025", Precision.YEAR),
        ("202X", Precision.SPAN),
        ("2025-12-XX", Precision.SPAN),
        ("2025-12-01/2025-12-07", Precision.SPAN),
        (None, Precision.NONE),
    ],
)
def test_precision_is_how_much_time_is_covered(edtf: str | None, precision: Precision) -> None:
    """A qualifier does not change precision; seasons and intervals are spans."""
    assert When(edtf).precision is precision
