"""A document's text as layers of spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.japanese.analysis import Layer
from soten.japanese.sentences import Sentence
from tests.japanese.world import analysis_of

WORDS = (
    "ベンチ外相は カルロ・ベンチ ベルダ政府 が 停戦 を 認めた と 述べた 5月3日 "
    "「 」 『 』 （ ） 。 、 ？ 🔸 𠮷"
)
TEXTS = st.lists(st.sampled_from([*WORDS.split(), "\n", "　"]), max_size=25).map("".join)
REPORT = (
    "🔸ベンチ外相は「停戦する。必ずだ」と述べた。\n𠮷とベルダ政府は（5月3日に）『行く』と答えた。"
)


def place_of(word: str) -> int:
    """Return where a word begins in the report."""
    return REPORT.index(word)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 20, [0, 5, 12], id="all"),
        pytest.param(0, 5, [0], id="end-is-left-out"),
        pytest.param(5, 12, [5], id="start-is-taken-in"),
        pytest.param(6, 12, [], id="one-that-began-before"),
        pytest.param(13, 99, [], id="after-the-last"),
        pytest.param(7, 7, [], id="no-stretch"),
    ],
)
def test_a_layer_gives_what_begins_in_a_stretch(start: int, end: int, expected: list[int]) -> None:
    """A layer returns the items that begin in a stretch, in order."""
    layer = Layer([Sentence(0, 4, 0), Sentence(5, 11, 0), Sentence(12, 20, 1)])

    assert [item.start for item in layer.within(start, end)] == expected


def test_a_layer_is_a_sequence_of_its_items() -> None:
    """A layer has a length, items by index and nothing where it is empty."""
    items = [Sentence(0, 4, 0), Sentence(5, 11, 0)]

    assert list(Layer(items)) == items
    assert len(Layer(())) == 0
    assert list(Layer(()).within(0, 9)) == []


def test_the_layers_of_a_report() -> None:
    """Sentences, quotations, names and times of a report stand where the text has them."""
    analysis = analysis_of(REPORT)

    assert [REPORT[v.start : v.end] for v in analysis.sentences] == REPORT.split("\n")
    assert [REPORT[q.inner_start : q.inner_end] for q in analysis.quotations] == [
        "停戦する。必ずだ",
        "行く",
    ]
    assert [REPORT[n.start : n.end] for n in analysis.names] == ["ベンチ", "ベルダ政府"]
    assert [REPORT[e.start : e.end] for e in analysis.expressions] == ["5月3日"]
    assert [REPORT[start:end] for start, end in analysis.asides] == ["（5月3日に）"]
    assert [REPORT[w.start : w.end] for w in analysis.words] == ["外相", "政府"]


def test_what_is_read_later_is_empty() -> None:
    """Times, numbers and the day of publication are unknown until somebody reads them."""
    analysis = analysis_of(REPORT)

    assert (len(analysis.times), len(analysis.numbers), analysis.published) == (0, 0, None)


def test_a_name_leads_to_its_member_and_is_found_by_its_end() -> None:
    """A name means a member, and the end of its reach, titles included, leads to it."""
    analysis = analysis_of(REPORT)
    name = analysis.name_by_stop[place_of("は「")]

    assert analysis.member(name).key == "carlo-benci"
    assert REPORT[name.begin : name.stop] == "ベンチ外相"


@pytest.mark.parametrize(
    ("word", "index"),
    [("🔸", 0), ("述べた", 0), ("必ず", 0), ("𠮷", 1), ("行く", 1), ("答えた。", 1)],
)
def test_a_place_has_its_sentence(word: str, index: int) -> None:
    """The sentence of a place is the one that holds it, inside a quotation too."""
    view = analysis_of(REPORT).sentence_of(place_of(word))

    assert view is not None
    assert view.index == index


@pytest.mark.parametrize("place", [len("🔸甲。"), 5, 99])
def test_space_between_sentences_has_none(place: int) -> None:
    """White space after a sentence, and what is past the text, belongs to no sentence."""
    assert analysis_of("🔸甲。　\n").sentence_of(place) is None


@pytest.mark.parametrize(
    ("text", "word", "is_quoted"),
    [
        pytest.param("彼は「行く」と", "行", True, id="inside"),
        pytest.param("彼は「行く」と", "「", True, id="opening-mark"),
        pytest.param("彼は「行く」と", "」", True, id="closing-mark"),
        pytest.param("彼は「行く」と", "と", False, id="after"),
        pytest.param("彼は「行く」と", "彼", False, id="before"),
        pytest.param("「甲『乙』丙」", "丙", True, id="after-a-nested-one"),
        pytest.param("「甲『乙』丙」丁", "丁", False, id="after-both"),
        pytest.param("「甲『乙』丙と述べた。丁", "丙", True, id="unclosed-around"),
        pytest.param("「甲『乙』丙と述べた。丁", "丁", False, id="after-an-unclosed-one"),
        pytest.param("（行く）と", "行", False, id="aside"),
        pytest.param("行くと", "行", False, id="none"),
    ],
)
def test_a_place_is_quoted_where_a_quotation_holds_it(
    text: str, word: str, is_quoted: bool
) -> None:
    """A place is quoted inside a quotation, marks included, however deep, and nowhere else."""
    assert analysis_of(text).is_quoted(text.index(word)) is is_quoted


def test_a_quotation_is_found_by_its_end() -> None:
    """The quotation that closes right before a place is found there and nowhere else."""
    analysis = analysis_of(REPORT)
    quotation = analysis.quotation_ending_at(place_of("と述べた"))

    assert quotation is not None
    assert quotation.start == place_of("「")
    assert analysis.quotation_ending_at(place_of("述べた")) is None


@pytest.mark.parametrize("text", ["", "\n", "　"])
def test_a_text_without_words_has_empty_layers(text: str) -> None:
    """A text of nothing but space has no sentence, name or time, and quotes nothing."""
    analysis = analysis_of(text)

    assert (analysis.sentences, list(analysis.names), list(analysis.expressions)) == ([], [], [])
    assert analysis.sentence_of(0) is None
    assert not analysis.is_quoted(0)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベンチ外相は停戦を認めた。" * 7_700, id="one-line"),
        pytest.param("ベンチ外相は停戦を認め、" * 8_400, id="one-sentence"),
        pytest.param("ベンチ外相は「停戦だ」と述べた。\n" * 6_000, id="many-lines"),
    ],
)
def test_long_texts_keep_their_offsets(text: str) -> None:
    """A text of 100,000 characters, in one line or many, has every name where it stands."""
    analysis = analysis_of(text)

    assert len(text) > 99_000
    assert {text[n.begin : n.stop] for n in analysis.names} == {"ベンチ外相"}
    assert len(analysis.names) == text.count("ベンチ")
    assert analysis.sentences[-1].last == len(analysis.tokens)


@settings(deadline=None)
@given(TEXTS)
def test_sentences_share_out_tokens_and_phrases(text: str) -> None:
    """Every token is of one sentence, in order, and a sentence's phrases lie in it."""
    analysis = analysis_of(text)
    views = analysis.sentences

    assert [v.index for v in views] == list(range(len(views)))
    assert all(a.last == b.first for a, b in pairwise(views))
    assert sum(v.last - v.first for v in views) == len(analysis.tokens)
    for view in views:
        assert all(view.start <= p.start <= p.end <= view.end for p in view.phrases)
        assert all(view.start <= t.start for t in analysis.tokens[view.first : view.last])


@settings(deadline=None)
@given(TEXTS)
def test_quoted_places_are_those_of_quotations(text: str) -> None:
    """A place is quoted if and only if some quotation covers it."""
    analysis = analysis_of(text)

    for place in range(len(text)):
        covered = any(q.start <= place < q.end for q in analysis.quotations)
        assert analysis.is_quoted(place) is covered
