"""Where the content of a report begins."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("首相は5日、橋は残ると述べた。", "橋は残る", id="day"),
        pytest.param("首相は記者会見で、橋は残ると述べた。", "橋は残る", id="occasion"),
        pytest.param("首相は特使に対し、橋は残ると述べた。", "橋は残る", id="addressee"),
        pytest.param("首相はその上で、橋は残ると述べた。", "橋は残る", id="opener"),
        pytest.param("首相は繰り返し、橋は残ると述べた。", "橋は残る", id="again"),
        pytest.param("一方、首相は橋は残ると述べた。", "橋は残る", id="opener-first"),
        pytest.param(
            "首相は5日、記者会見で、「橋は残る」と述べた。", "橋は残る", id="day-and-occasion"
        ),
        pytest.param("首相はさらに「橋は残る」と述べた。", "橋は残る", id="opener-at-quotation"),
        pytest.param(
            "首相は、いつ直すのかと問われたのに対し、「橋は残る」と述べた。",
            "橋は残る",
            id="what-is-answered",
        ),
        pytest.param("首相は、橋は5日に直ると述べた。", "橋は5日に直る", id="day-of-the-content"),
        pytest.param("首相は年内に橋を直す方針を示した。", "年内に橋を直す方針", id="day-to-come"),
        pytest.param(
            "高官は匿名を条件に、橋は残ると述べた。", "橋は残る", id="unnamed-on-condition"
        ),
        pytest.param(
            "首相は「古い橋」は残ると述べた。", "「古い橋」は残る", id="quotation-in-content"
        ),
    ],
)
def test_the_frame_is_left_out(read: TextReader, text: str, content: str) -> None:
    """Day, occasion, addressee and opener belong to the frame; what is said begins after them."""
    assert [words for _, words in read(text).statements] == [content]
