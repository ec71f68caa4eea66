"""Sentences that end by saying that they are told."""

from __future__ import annotations

import pytest

from tests.readings import TextReader

_BEFORE = "ペルン外相は橋は落ちたと述べた。"


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param("という。", id="という"),
        pytest.param("とのこと。", id="とのこと"),
        pytest.param("とのことだ。", id="とのことだ"),
        pytest.param("ということです。", id="ということです"),
    ],
)
def test_hearsay_goes_on_with_the_speaker_before(read: TextReader, ending: str) -> None:
    """The sentence is the last speaker's, without its ending."""
    text = f"{_BEFORE}また、道は今も残る{ending}"
    told = read(text).findings.statements[-1]

    assert (told.content.cut(text), told.rule) == ("また、道は今も残る", "hearsay")
    assert told.speaker == read(text).findings.statements[0].speaker


def test_hearsay_of_nobody_named_has_no_speaker(read: TextReader) -> None:
    """Somebody tells it, and the text does not say who."""
    (told,) = read("道は今も残るという。").findings.statements

    assert (told.speaker, told.rule) == (None, "hearsay")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("この橋の名は緑の橋という。", id="name"),
        pytest.param("橋は残るということが大事だ。", id="thing"),
        pytest.param("問題は橋が残るということにある。", id="point"),
    ],
)
def test_what_is_no_hearsay(read: TextReader, text: str) -> None:
    """A name given and a clause made a thing tell nothing heard."""
    assert [s for s in read(text).findings.statements if s.rule == "hearsay"] == []
