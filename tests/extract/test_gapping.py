"""One verb for several speakers."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize("lead", ["", "ベルカ大統領とトセフ首相は会見し、", "5日の会談後、"])
def test_each_topic_has_its_quotation(read: TextReader, lead: str) -> None:
    """「Aは「…」、Bは「…」と述べた」: each speaks for himself."""
    found = read(f"{lead}ベルカ大統領は「橋は残る」、トセフ首相は「道は遠い」と述べた。")

    assert found.statements == [("belka", "橋は残る"), ("tosef", "道は遠い")]


def test_quotations_of_one_speaker_stay_his(read: TextReader) -> None:
    """Quotations after one topic are all of that speaker."""
    found = read("ベルカ大統領は「橋は残る」、「道は遠い」と述べた。")

    assert {speaker for speaker, _ in found.statements} == {"belka"}
