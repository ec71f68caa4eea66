"""All extractors together."""

from __future__ import annotations

import dataclasses

import pytest

from soten.extract.findings import Findings
from soten.extract.reading import extract
from tests.readings import TextReader

_REPORT = (
    "ベルカ大統領は5日、「停戦に応じる用意がある」と述べた。\n"
    "ノルダとテスミアは4日、ジルヴァンで協議した。\n"
    "テスミア国防省は、ノルダ軍がファルケンを制圧したと発表した。"
    "カンデル報道官はこれを否定した。\n"
    "オルソク外相は3日、ジルヴァンを訪問した。\n"
    "橋では30人が倒れた。ノルダ軍は3日、ロドナを砲撃した。\n"
)


def test_a_report_gives_findings_of_every_kind(read: TextReader) -> None:
    """A report with a talk, a promise, a disputed claim and a figure gives findings of all kinds."""
    findings = read(_REPORT).findings

    assert [f.name for f in dataclasses.fields(Findings) if not getattr(findings, f.name)] == []


def test_reading_twice_gives_the_same(read: TextReader) -> None:
    """The same analysis read twice, and the same text analysed twice, give equal findings."""
    found = read(_REPORT)

    assert extract(found.analysis, found.rules) == found.findings
    assert read(_REPORT).findings == found.findings


def test_statements_are_in_order_with_the_author_s(read: TextReader) -> None:
    """The author's theses stand among the statements of others in the order of the text."""
    found = read(
        "この戦争はまだ長く続くだろう。ベルカ大統領は「停戦は近い」と述べた。"
        "双方はもう疲れ切っているはずだ。政府はただちに交渉の席に戻るべきだ。"
    )

    assert [who for who, _ in found.statements] == ["author", "belka", "author", "author"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n\n", id="newlines"),
        pytest.param("。。。、、、「」『』", id="marks"),
        pytest.param("「「「「", id="opened"),
        pytest.param("」」」」", id="closed"),
        pytest.param("The president said nothing at all.", id="english"),
        pytest.param("今日は晴れ。明日も晴れ。", id="weather"),
        pytest.param("と述べた。", id="verb-alone"),
        pytest.param("によると、", id="source-alone"),
        pytest.param("ベルカ大統領は「」と述べた。", id="empty-quotation"),
    ],
)
def test_little_gives_nothing(read: TextReader, text: str) -> None:
    """Texts that report nothing give no findings of any kind, and are read without error."""
    assert read(text).findings == Findings()


def test_an_undated_text_is_read_too(read: TextReader) -> None:
    """Without a date of publication everything that needs none is found."""
    found = read("ベルカ大統領は5日、「橋は残る」と述べた。", published=None)

    assert found.statements == [("belka", "橋は残る")]
