"""Views and voices that are abroad, and who holds them."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "専門家の間では橋が落ちるとの懸念が広がっている。", "anonymous:専門家", id="の間では"
        ),
        pytest.param(
            "住民のなかには、橋が落ちるとする見方もある。", "anonymous:住民", id="のなかには"
        ),
        pytest.param("専門家から橋が落ちるとの懸念が出ている。", "anonymous:専門家", id="から"),
        pytest.param(
            "アルデ通信によると、橋が落ちるとの見方が出ている。", "arde-news", id="outlet"
        ),
        pytest.param(
            "橋が落ちるとの懸念が出ているとアルデ通信が伝えた。", "arde-news", id="outlet-after"
        ),
        pytest.param("橋が落ちるとの懸念が広がっている。", None, id="nobody"),
    ],
)
def test_a_view_is_theirs_who_hold_it(read: TextReader, text: str, speaker: str | None) -> None:
    """A view abroad is of those named with it, else of the outlet that tells of it, else of nobody."""
    ((found, content),) = read(text).statements

    assert (found, content) == (speaker, "橋が落ちる")
