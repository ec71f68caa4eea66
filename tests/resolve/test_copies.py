from __future__ import annotations

from pathlib import Path

import pytest

from soten.resolve.copies import compare
from soten.resolve.joining import Keyed
from soten.resolve.sketches import Sketch
from tests.resolve import wirepairs as w
from tests.resolve.wirestories import StoryReader


@pytest.fixture(scope="module")
def stories(pack: Path) -> StoryReader:
    """Return what reads stories with the invented pack."""
    return StoryReader(pack)


def compared(one: Keyed, other: Keyed) -> str | None:
    """Return why two stories are one."""
    first, second = (Sketch.of(keyed.item.features) for keyed in (one, other))
    verdict = compare(first, second)
    assert verdict == compare(second, first)
    return None if verdict is None else verdict.why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        pytest.param(w.SUMMIT, w.SUMMIT, "same-text", id="same-text"),
        pytest.param(w.RAID, w.POLITE_RAID, "near-text", id="near-text"),
        pytest.param(w.SUMMIT, w.SUMMIT[:4], "clipped", id="clipped"),
        pytest.param(w.RELEASE_ONE, w.RELEASE_TWO, "same-release", id="same-release"),
        pytest.param(w.SUMMIT, w.OWN_SUMMIT, None, id="two-reporters"),
        pytest.param(w.SUMMIT, w.FOLLOW_UP, None, id="background"),
        pytest.param(w.RELEASE_ONE, w.OTHER_WEEK, None, id="template"),
    ],
)
def test_a_copy_is_known_by_what_it_keeps(
    stories: StoryReader, one: tuple[str, ...], other: tuple[str, ...], why: str | None
) -> None:
    """Each way of copying has its reason, and what only looks like a copy has none."""
    pair = w.Pair("", "\n".join(one), "\n".join(other), why is not None)

    assert compared(*stories.items(pair)) == why


def test_a_copy_appears_within_days(stories: StoryReader) -> None:
    """A cut copy ten days later is a copy, eleven days later it is not; the very same always is."""
    text, cut = "\n".join(w.SUMMIT), "\n".join(w.SUMMIT[:6])

    def why(other: str, day: str) -> str | None:
        return compared(*stories.items(w.Pair("", text, other, True, ("2031-05-06", day))))

    assert why(cut, "2031-05-16") == "near-text"
    assert why(cut, "2031-05-17") is None
    assert why(text, "2033-05-06") == "same-text"
