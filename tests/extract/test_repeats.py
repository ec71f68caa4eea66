"""Statements told twice in one document are known as told twice."""

from __future__ import annotations

import pytest

from soten.extract.repeats import repeats_of
from tests.readings import TextReader


def repeated(read: TextReader, text: str) -> list[int | None]:
    """Return for each statement of a text the number of the one it repeats."""
    found = read(text)
    return repeats_of(found.findings.statements, found.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "カンデル報道官は「壊れた橋は七日までに必ず直る」と述べた。\n\n"
            "カンデル報道官は5日、「壊れた橋は七日までに必ず直る」と述べた。",
            [None, 0],
            id="same-words",
        ),
        pytest.param(
            "ベルカ大統領は、国境の線を動かすいかなる譲歩も認めないと述べた。\n\n"
            "ベルカ大統領は演説で、国境の線を動かすなどのいかなる譲歩も認めないと述べた。",
            [None, 0],
            id="nearly-the-same-words",
        ),
    ],
)
def test_a_lead_told_again_in_the_body_is_a_repeat(
    read: TextReader, text: str, expected: list[int | None]
) -> None:
    """The second telling names the first; both stay."""
    assert repeated(read, text) == expected


def test_a_third_telling_names_the_first(read: TextReader) -> None:
    """All tellings of one statement lead to the first of them."""
    once = "カンデル報道官は「壊れた橋は七日までに必ず直る」と述べた。\n\n"

    assert repeated(read, once * 3) == [None, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "カンデル報道官は「壊れた橋は七日までに必ず直る」と述べた。\n"
            "オルソク外相は「壊れた橋は七日までに必ず直る」と述べた。",
            id="another-speaker",
        ),
        pytest.param(
            "カンデル報道官は「壊れた橋は七日までに必ず直る」と述べた。\n"
            "カンデル報道官は「捕虜の名簿は明日にも渡す」と述べた。",
            id="other-content",
        ),
        pytest.param(
            "カンデル報道官は「橋は直る」と述べた。\nカンデル報道官は「橋は直る」と述べた。",
            id="too-short-to-tell",
        ),
    ],
)
def test_other_statements_repeat_nothing(read: TextReader, text: str) -> None:
    """Another speaker, other content or a few words are no repeat."""
    assert repeated(read, text) == [None, None]
