"""Sentences, quotations and asides of a text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.japanese.sentences import outline

MARKED = st.text(alphabet='甲乙行く。、！？!．5「」『』（）()“”"〈〉\n 　🔸𠮷', max_size=60)
"""Texts that are mostly marks, paired or not, in any order."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text as strings."""
    return [text[s.start : s.end] for s in outline(text).sentences]


def quotations(text: str) -> list[tuple[str, int, bool]]:
    """Return the quotations of a text: what is quoted, how deep, and whether it is closed."""
    return [
        (text[q.inner_start : q.inner_end], q.depth, q.closed) for q in outline(text).quotations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "甲国が動いた。乙国も動いた。", ["甲国が動いた。", "乙国も動いた。"], id="two"
        ),
        pytest.param("甲国は動くか？動く！", ["甲国は動くか？", "動く！"], id="other-marks"),
        pytest.param("本当か！？まさか。", ["本当か！？", "まさか。"], id="marks-in-a-row"),
        pytest.param("見出し\n甲国が動いた", ["見出し", "甲国が動いた"], id="lines"),
        pytest.param("　甲国が動いた。 次だ。", ["甲国が動いた。", "次だ。"], id="leading-space"),
        pytest.param(
            "３．５キロ進んだ．止まった．", ["３．５キロ進んだ．", "止まった．"], id="point"
        ),
        pytest.param("行く。）次だ。", ["行く。", "）次だ。"], id="closed-but-never-opened"),
        pytest.param("乙国は…。次だ。", ["乙国は…。", "次だ。"], id="dots"),
    ],
)
def test_a_sentence_ends_with_its_mark_or_its_line(text: str, expected: list[str]) -> None:
    """A sentence ends at 。！？．or its line's end; a point before a digit ends none."""
    assert sentences(text) == expected


@pytest.mark.parametrize("text", ["", "\n", " 　\n\n　", "\n \n"])
def test_no_words_are_no_sentence(text: str) -> None:
    """A text of nothing but space has no sentences, no quotations and no asides."""
    assert outline(text) == ([], [], [])


@pytest.mark.parametrize(
    "text",
    [
        "ベンチ外相は「行く。必ず行く。」と述べた。",
        "ベンチ外相は「条約の『前文。本文。』を読んだか？」と尋ねた。",
        "甲国（首都は乙。旧都は丙。）は動いた。",
        "甲国(首都は乙。旧都は丙。)は動いた。",
        "『行く。』という題の本だ。",
        "“行く。必ず”と述べた。",
        '彼は"行く。必ず"と述べた。',
        "〝行く。必ず〟と述べた。",
        "（関係者は「止まる。」と話す。）",
    ],
)
def test_no_sentence_ends_inside_brackets(text: str) -> None:
    """A mark inside quotation marks or brackets ends no sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("「一」と「二」。", [("一", 0, True), ("二", 0, True)], id="two"),
        pytest.param("「甲『乙』丙」", [("甲『乙』丙", 0, True), ("乙", 1, True)], id="nested"),
        pytest.param("「甲「乙」丙」", [("甲「乙」丙", 0, True), ("乙", 1, True)], id="same-marks"),
        pytest.param("（「甲」）", [("甲", 0, True)], id="in-an-aside"),
        pytest.param("“甲”と〝乙〟", [("甲", 0, True), ("乙", 0, True)], id="other-marks"),
        pytest.param('"甲"と"乙"', [("甲", 0, True), ("乙", 0, True)], id="straight-marks"),
        pytest.param("「🔸𠮷」だ", [("🔸𠮷", 0, True)], id="beyond-the-first-plane"),
    ],
)
def test_a_quotation_lies_between_its_marks(
    text: str, expected: list[tuple[str, int, bool]]
) -> None:
    """A quotation is what its marks enclose; its depth counts the quotations around it."""
    assert quotations(text) == expected


@pytest.mark.parametrize(
    "text", ["「」", "『』だ。", "（行く）", "〈行く〉", "行く」と述べた", "》《"]
)
def test_brackets_without_words_to_quote_are_no_quotation(text: str) -> None:
    """Empty marks, asides and marks that only close are no quotations."""
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("彼は「行くと述べた。次だ。", [("行くと述べた", 0, False)], id="at-the-mark"),
        pytest.param("「止まれ！と叫んだ。", [("止まれ！", 0, False)], id="at-another-mark"),
        pytest.param("彼は「行く", [("行く", 0, False)], id="at-the-end"),
        pytest.param("彼は「行く\n乙国は退く。", [("行く", 0, False)], id="at-the-line"),
        pytest.param(
            "「甲国は『行く。必ず』と述べた。次。",
            [("甲国は『行く。必ず』と述べた", 0, False), ("行く。必ず", 1, True)],
            id="around-another",
        ),
        pytest.param(
            "「甲国は『行く」と述べた。",
            [("甲国は『行く", 0, True), ("行く", 1, False)],
            id="inside-another",
        ),
        pytest.param("（甲国は「行く）と述べた。", [("行く", 0, False)], id="inside-an-aside"),
    ],
)
def test_an_unclosed_quotation_ends_with_its_sentence(
    text: str, expected: list[tuple[str, int, bool]]
) -> None:
    """A quotation that lost its closing mark ends with its sentence, or before the bracket around it."""
    assert quotations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベンチ外相は「必ず\n行く」と述べた。", id="wrapped"),
        pytest.param(
            "ベンチ外相は「必ず行く。\n待っていろ。\n以上だ」と述べた。", id="cut-at-marks"
        ),
    ],
)
def test_a_quotation_may_run_over_line_ends(text: str) -> None:
    """A quotation that the next lines close is one, and its lines are one sentence."""
    assert sentences(text) == [text]
    assert [closed for _, _, closed in quotations(text)] == [True]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("「行く\n\n必ず」と述べた。", 2, id="blank-line"),
        pytest.param("「行く\n続く\n\n必ず」と述べた。", 3, id="later-blank-line"),
        pytest.param("「行く\n「必ず」と述べた。", 2, id="new-quotation"),
        pytest.param("「行く\n" + "続" * 300 + "」", 2, id="too-far"),
        pytest.param("「行く\n続く", 2, id="never-closed"),
        pytest.param("行く」\n続く」", 2, id="never-opened"),
    ],
)
def test_a_lost_mark_does_not_swallow_the_page(text: str, count: int) -> None:
    """A blank line, a new quotation or a long way to the closing mark ends an open quotation."""
    assert len(sentences(text)) == count


def test_paragraphs_count_lines() -> None:
    """A sentence's paragraph is the number of its line; a wrapped quotation's lines are one."""
    cut = outline("一。二。\n「三\n三」。\n\n四。")

    assert [s.paragraph for s in cut.sentences] == [0, 0, 1, 3]


def test_asides_are_places_of_brackets() -> None:
    """Asides are bracketed remarks with their brackets, in order; titles of works are among them."""
    text = "甲国（首都(旧都)は乙）は《条約》を読んだ（終わり"

    assert [text[start:end] for start, end in outline(text).asides] == [
        "（首都(旧都)は乙）",
        "(旧都)",
        "《条約》",
    ]


@given(MARKED)
def test_sentences_hold_every_word_in_order(text: str) -> None:
    """Sentences lie in the text in order, never overlap, and leave out nothing but space."""
    found = outline(text).sentences

    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(found))
    assert "".join("".join(text[s.start : s.end] for s in found).split()) == "".join(text.split())


@given(MARKED)
def test_quotations_lie_in_the_text_and_nest(text: str) -> None:
    """Quotations are in order, each inside one sentence, and as deep as quotations hold them."""
    cut = outline(text)

    assert cut.quotations == sorted(cut.quotations)
    for q in cut.quotations:
        assert 0 <= q.start < q.inner_start < q.inner_end <= q.end <= len(text)
        assert q.inner_start == q.start + 1
        assert q.end - q.inner_end == q.closed
        assert any(s.start <= q.start and q.end <= s.end for s in cut.sentences)
        around = [o for o in cut.quotations if o.start < q.start < o.end]
        assert all(q.end <= o.end for o in around)
        assert len(around) == q.depth


@given(MARKED)
def test_asides_lie_in_the_text(text: str) -> None:
    """Asides are in order and begin and end with their brackets."""
    asides = outline(text).asides

    assert asides == sorted(asides)
    assert all(text[start] + text[end - 1] in "（）() 〈〉《》" for start, end in asides)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("「" * 100_000, id="opening-marks"),
        pytest.param("「甲" * 50_000 + "」" * 50_000, id="deep"),
        pytest.param("「甲\n" + "」「甲\n" * 25_000, id="wrapped-again-and-again"),
        pytest.param("（" * 100_000, id="brackets"),
        pytest.param('"' * 99_999, id="straight-marks"),
        pytest.param("。" * 100_000, id="ends"),
        pytest.param("甲国が動いた" * 17_000, id="no-marks"),
    ],
)
def test_long_texts_take_no_longer_than_their_length(text: str) -> None:
    """A text of 100,000 characters is cut in well under two seconds, whatever its marks."""
    begun = time.perf_counter()

    outline(text)

    assert time.perf_counter() - begun < 2


def test_an_endless_sentence_is_cut_at_a_comma() -> None:
    """A line without 。 is cut after a 、 outside brackets, and no character of it is lost."""
    text = "橋を直し、「道を開き、門を閉じ」、" * 600
    cut = [text[s.start : s.end] for s in outline(text).sentences]

    assert "".join(cut) == text
    assert max(map(len, cut)) <= 2_100
    assert all(piece.endswith("、") and piece.count("「") == piece.count("」") for piece in cut)


def test_an_endless_sentence_without_comma_is_cut_all_the_same() -> None:
    """Where no 、 stands in 4,000 characters a sentence is cut there, and none of it is lost."""
    text = "甲国が動いたので乙国も動いたが" * 900
    cut = [text[s.start : s.end] for s in outline(text).sentences]

    assert "".join(cut) == text
    assert max(map(len, cut)) <= 4_000
