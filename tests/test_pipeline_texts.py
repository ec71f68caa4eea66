"""What holds whatever text is read: evidence that matches, the same twice, in time."""

from __future__ import annotations

import dataclasses
import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import (
    Actor,
    Basis,
    Claim,
    DateMention,
    Mention,
    Reading,
    Record,
    Statement,
    Talk,
)
from tests.readings import NEWS


@pytest.fixture(scope="module")
def reader(pack: Path) -> Reader:
    """Return a reader with the pack of the invented states."""
    return Reader(load_lexicon([str(pack)]))


def check(reading: Reading) -> None:
    """Fail unless every record of a reading rests on its words and every actor is declared."""
    text = reading.document.text
    declared = {actor.id for actor in reading.actors}
    seen: set[str] = set()
    for record in reading.records:
        record.evidence.check(text)
        if isinstance(record, Claim):
            for side in (*record.asserted, *record.denied):
                side.evidence.check(text)
        if isinstance(record, Talk):
            for mention in record.mentions:
                mention.check(text)
            assert set(record.participants) <= declared
        if isinstance(record, Mention):
            assert record.entity in declared
        if isinstance(record, Statement) and record.speaker and record.speaker.entity:
            assert record.speaker.entity in declared
        if not isinstance(record, Mention | DateMention):
            assert record.id not in seen
            seen.add(record.id)
    for story in reading.document.stories:
        assert 0 <= story.span.start < story.span.end <= len(text)


def as_json(reading: Reading) -> str:
    """Return a reading as JSON, to the last field."""
    whole: list[Record | Actor] = [*reading.records, *reading.actors]
    return json.dumps([dataclasses.asdict(item) for item in whole], ensure_ascii=False)


def test_the_same_text_gives_the_same_json(reader: Reader, pack: Path) -> None:
    """A text read twice, also by another reader, gives the same records and actors."""
    first = as_json(reader.read_text(NEWS))

    assert as_json(reader.read_text(NEWS)) == first
    assert as_json(Reader(load_lexicon([str(pack)])).read_text(NEWS)) == first


def test_reading_one_text_leaves_no_trace_in_the_next(reader: Reader) -> None:
    """What one document names does not show in the reading of another."""
    text = "同大統領は「橋は残る」と述べた。\n"
    before = as_json(reader.read_text(text))
    reader.read_text(NEWS)

    assert as_json(reader.read_text(text)) == before


def test_runs_of_one_reader_are_told_apart(reader: Reader) -> None:
    """Two runs have ids of their own and the same reader."""
    first, second = reader.run(), reader.run()

    assert first.id != second.id
    assert first.reader == second.reader


def test_a_text_is_dated_by_its_own_words(reader: Reader) -> None:
    """The date a text states is its date of publication, and dates its records."""
    reading = reader.read_text(NEWS)

    assert reading.document.published.edtf == "2031-05-05"
    assert reading.document.published.basis is not Basis.NONE
    assert "2031-05-04" in [r.edtf for r in reading.records if isinstance(r, DateMention)]


_LONG = "ベルカ大統領は、橋を直し、道を開き、"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" ", id="space"),
        pytest.param("\n", id="newline"),
        pytest.param("。", id="full-stop"),
        pytest.param("「」『』（）【】、。！？…‥・〜―ー" * 30, id="only-marks"),
        pytest.param("「" * 500, id="only-opening"),
        pytest.param("」" * 500, id="only-closing"),
        pytest.param("（「（「（「" * 100 + "と述べた。", id="nested-and-open"),
        pytest.param("1,2,3,4.5%%%%万億兆千百十", id="only-numbers"),
        pytest.param("年月日時分秒" * 50, id="only-units"),
        pytest.param("と述べた。" * 50, id="only-verbs"),
        pytest.param("によると、" * 50, id="only-sources"),
        pytest.param("ベルカ大統領" * 200, id="only-names"),
        pytest.param("は" * 300 + "と述べた。", id="only-particles"),
        pytest.param(
            "The minister said that nothing had been agreed on 5 May.\n" * 5, id="english"
        ),
        pytest.param("<html><p>ベルカ大統領は「橋<br>は残る」と述べた。</p>&nbsp;", id="markup"),
        pytest.param("{{ベルカ大統領|said}} [[橋]] '''残る''' {| |}", id="wiki"),
        pytest.param("\u202eベルカ大統領は「橋は残る」と述べた。\u202c", id="bidi"),
        pytest.param("ベ\u200bル\u200bカ大統領は「橋\u200dは残る」と述べた。", id="zero-width"),
        pytest.param("ベルカ大統領は「橋は残る」と述べた。", id="decomposed"),
        pytest.param("ﾍﾞﾙｶ大統領は｢橋は残る｣と述べた｡", id="half-width"),
        pytest.param("😀👨‍👩‍👧‍👦🇯🇵𠮷野家は「𩸽」と述べた。", id="beyond-the-plane"),
        pytest.param(
            "ベルカ大統領は「橋は残る」と述べた。\r\nさらに\t「急ぐ」と\x0b述べた。", id="controls"
        ),
        pytest.param("﷽" * 100 + "ﬁ㍻㌔㍑①⑳Ⅷ", id="compatibility"),
        pytest.param("0000年00月00日、9999年99月99日、5月32日", id="impossible-days"),
        pytest.param("9" * 400 + "人が倒れた。", id="endless-number"),
    ],
)
def test_garbage_is_read_without_error(reader: Reader, text: str) -> None:
    """Whatever the text, reading raises nothing and every record rests on words of it."""
    check(reader.read_text(text))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param((_LONG * 6000)[:100_000], id="no-full-stop"),
        pytest.param(("ベルカ大統領は「橋は残る」と述べ、" * 6000)[:100_000], id="statements"),
        pytest.param("橋" * 100_000, id="one-sign"),
        pytest.param("「" * 50_000 + "」" * 50_000, id="nested"),
        pytest.param("3日、" * 25_000, id="dates"),
        pytest.param("ノルダとテスミアは協議し、" * 7_700, id="talks"),
    ],
)
def test_a_very_long_line_is_read_in_time(reader: Reader, line: str) -> None:
    """A line of 100,000 characters is read within half a minute, with evidence that matches."""
    begun = time.perf_counter()
    check(reader.read_text(line))

    assert time.perf_counter() - begun < 30


_FRAGMENTS = [
    *(
        "ベルカ大統領",
        "トセフ首相",
        "ノルダ",
        "テスミア",
        "ファルケン",
        "アルデ通信",
        "ノルダ国防省",
    ),
    *(
        "は",
        "が",
        "を",
        "に",
        "と",
        "の",
        "で",
        "も",
        "によると",
        "に対し",
        "について",
        "から",
        "まで",
    ),
    *("「", "」", "『", "』", "（", "）", "、", "。", "\n", "・", "…", "！", " ", "　"),
    *(
        "停戦",
        "会談",
        "協議",
        "砲撃",
        "撤退",
        "制裁",
        "約束",
        "これ",
        "同氏",
        "両国",
        "高官",
        "可能性",
    ),
    *(
        "述べた",
        "否定した",
        "求めた",
        "報じた",
        "発表し",
        "合意した",
        "会談する予定だ",
        "という",
        "だろう",
    ),
    *("3日", "5月6日", "来週", "2031年", "30機", "約80%", "1200人", "第76師団", "58歳"),
    *("ではない", "れば", "なかった", "べきだ", "ようと", "として", "さらに", "一方", "された"),
]


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    parts=st.lists(
        st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=3)), min_size=1, max_size=60
    )
)
def test_any_mixture_is_read_with_matching_evidence(reader: Reader, parts: list[str]) -> None:
    """However fragments and marks are mixed, nothing is raised and all evidence matches."""
    text = "".join(parts)
    reading = reader.read_text(text)

    check(reading)
    assert as_json(reader.read_text(text)) == as_json(reading)
