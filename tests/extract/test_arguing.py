"""What a sentence is to an argument, and how far a text argues."""

from __future__ import annotations

import pytest

from soten.extract.arguing import (
    Degree,
    Mark,
    Utterance,
    act_of,
    degree_of,
    is_thesis,
    label_of,
    marks_of,
)
from soten.records import Act


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("停戦は長く続くまい。", Mark.SURMISES),
        ("交渉が壊れる可能性は日に日に高まっている。", Mark.SURMISES),
        ("合意は遠いだろうが、話し合いは続いている。", Mark.SURMISES),
        ("双方は席に戻るべきだ。", Mark.URGES),
        ("市民を巻き込む攻撃は断じて許されない。", Mark.URGES),
        ("両国の指導者に再考を求めたい。", Mark.URGES),
        ("一刻も早い停戦が急務だ。", Mark.URGES),
        ("銃を置いてほしい。", Mark.URGES),
        ("仲介には時間が必要である。", Mark.NEEDS),
        ("第三国の仲介が欠かせない。", Mark.NEEDS),
        ("この沈黙は対話が遠のいたことを示している。", Mark.CONCLUDES),
        ("この文書は紙切れに等しい。", Mark.CONCLUDES),
        ("会談の意義は話し合いを続けることにある。", Mark.CONCLUDES),
        ("和平はまだ遠いと思います。", Mark.THINKS),
        ("説明は説得力を欠く。", Mark.THINKS),
        ("譲歩を急ぎすぎたのではないか。", Mark.THINKS),
        ("われわれは忘れやすい。", Mark.PERSONAL),
        ("協議は茶番に終わる。", Mark.LOADED),
        ("停戦は破られるとみられている。", Mark.HEARD),
        ("誰が橋を守るのか。", Mark.ASKS),
        ("最後に私の考えを書いておく。", Mark.OPENS),
    ],
)
def test_a_sentence_shows_what_it_is_to_the_argument(sentence: str, mark: Mark) -> None:
    """Endings, stress and loaded words show a writer who judges."""
    assert mark in marks_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "大統領は「交渉に戻るべきだ」と述べた。",
        "外相は“茶番だと思う”と語った。",
        "報道官は会談（私は出ないと思う）を控えた。",
        "公私の別を説いた。",
    ],
)
def test_what_others_said_shows_nothing_of_the_writer(sentence: str) -> None:
    """Quotations and asides are cut out before a sentence is looked at."""
    assert marks_of(sentence) == {Mark.TELLS}


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("【社説】橋を守れ\n", Degree.ARGUES),
        ("＜社説＞橋を守れ\n", Degree.ARGUES),
        ("社説：橋を守れ\n", Degree.ARGUES),
        ("コラム\n橋を守れ\n", Degree.ARGUES),
        ("【解説】橋はなぜ落ちたか\n", Degree.WEIGHS),
        ("落ちた橋の行方　ハナコによる分析\n", Degree.WEIGHS),
        ("専門家による分析で橋の傷が分かった\n", Degree.REPORTS),
        ("新聞の社説が橋の守りを論じた\n", Degree.REPORTS),
    ],
)
def test_a_first_line_labels_a_text(line: str, degree: Degree) -> None:
    """A label in brackets, before a colon or at the end of the first line says what a text is."""
    assert label_of(line + "4日、橋が落ちた。") is degree


def _of(*marks: Mark) -> Utterance:
    return Utterance(frozenset(marks), is_last=False, is_dated=False)


def test_a_text_argues_as_far_as_its_writer_speaks_up() -> None:
    """Judging makes a text weigh; urging, thinking aloud and loaded words make it argue."""
    plain, surmise, urge = _of(Mark.TELLS), _of(Mark.SURMISES), _of(Mark.URGES)

    assert degree_of([plain] * 9 + [surmise] * 2, Degree.REPORTS) is Degree.REPORTS
    assert degree_of([plain] * 9 + [surmise] * 3, Degree.REPORTS) is Degree.WEIGHS
    assert degree_of([plain] * 9 + [urge] * 3, Degree.REPORTS) is Degree.ARGUES
    assert degree_of([plain] * 3 + [urge] * 2, Degree.REPORTS) is Degree.ARGUES
    assert degree_of([surmise] * 3 + [_of(Mark.LOADED)] * 3, Degree.REPORTS) is Degree.ARGUES
    assert degree_of([plain] * 90 + [urge] * 3, Degree.REPORTS) is Degree.REPORTS


@pytest.mark.parametrize(
    ("marks", "in_analysis", "in_essay"),
    [
        ({Mark.SURMISES}, True, True),
        ({Mark.DENIES}, False, True),
        ({Mark.NAMES}, False, True),
        ({Mark.TELLS, Mark.LOADED}, False, True),
        ({Mark.TELLS, Mark.DENIES}, False, False),
        ({Mark.NAMES, Mark.HEARD}, False, False),
        ({Mark.SURMISES, Mark.ASKS}, False, False),
        ({Mark.THINKS, Mark.ASKS}, True, True),
        (set(), False, False),
    ],
)
def test_an_essay_claims_more_than_an_analysis(
    marks: set[Mark], in_analysis: bool, in_essay: bool
) -> None:
    """In an analysis a thesis judges; in an essay it may also just claim. Questions are none."""
    utterance = _of(*marks)

    assert is_thesis(utterance, Degree.WEIGHS) is in_analysis
    assert is_thesis(utterance, Degree.ARGUES) is in_essay
    assert not is_thesis(utterance, Degree.REPORTS)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("双方は席に戻るべきだ。", Act.DEMAND),
        ("合意が守られるとは思えない。", Act.DOUBT),
        ("話し合いが続くことには価値がある。", Act.PRAISE),
        ("前線での衝突が広がる可能性がある。", Act.WARN),
        ("説明は詭弁である。", Act.CRITICIZE),
        ("停戦は長く続くだろう。", None),
        ("橋は街の顔ではない。", None),
    ],
)
def test_marks_tell_what_a_writer_does_with_a_thesis(sentence: str, act: Act | None) -> None:
    """Urging demands, doubting doubts, fearing warns, reproach criticizes; the rest is left open."""
    assert act_of(Utterance(marks_of(sentence), is_last=False, is_dated=False)) is act
