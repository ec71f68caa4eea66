"""Words that one side chooses where others choose another."""

from __future__ import annotations

import pytest

from soten.lexicon import load_lexicon
from soten.pipeline import Reader
from soten.records import Voice, Wording
from tests.readings import ReadText, TextReader


@pytest.fixture(scope="module")
def wide() -> Reader:
    """Return a reader with a pack in which sides have names of their own."""
    return Reader(load_lexicon(["core", "ukraine"]))


def wordings(read: ReadText) -> list[tuple[str, str, Voice, str | None]]:
    """Return words, concept, voice and speaker of the loaded words."""
    return [(read.cut(w.span), w.concept, w.voice, w.by) for w in read.findings.wordings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ノルダ軍は3日、ファルケンを解放した。",
            ("解放", "control-change", Voice.OWN, None),
            id="own",
        ),
        pytest.param(
            "ベルカ大統領は「侵略は許さない」と述べた。",
            ("侵略", "invasion", Voice.QUOTED, "belka"),
            id="quoted",
        ),
        pytest.param(
            "ベルカ大統領は隣国による侵略を非難すると述べた。",
            ("侵略", "invasion", Voice.REPORTED, "belka"),
            id="reported",
        ),
        pytest.param(
            "全面侵攻から2年がたった。",
            ("全面侵攻", "invasion", Voice.OWN, None),
            id="longest",
        ),
    ],
)
def test_a_loaded_word_is_found_with_whose_word_it_is(
    read: TextReader, text: str, expected: tuple[str, str, Voice, str | None]
) -> None:
    """The writer's word, a speaker's in a quotation, or one in reported words."""
    assert expected in wordings(read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("両国は3日、捕虜50人を解放した。", id="prisoners"),
        pytest.param("ノルダ軍は3日、ファルケンを攻撃した。", id="everyday word"),
        pytest.param("両国は停戦について協議した。", id="what is talked about"),
    ],
)
def test_a_word_in_which_no_choice_is_seen_is_no_wording(read: TextReader, text: str) -> None:
    """Everyday words, and words of another matter, say nothing of whose usage is followed."""
    assert wordings(read(text)) == []


def test_each_form_of_a_contested_name_is_a_wording(wide: Reader) -> None:
    """Both towns' forms are found, the one with whose it is."""
    found = [
        r
        for r in wide.read_text("キエフに戻った。キーウは静かだ。").records
        if isinstance(r, Wording)
    ]

    assert [(w.evidence.exact, w.concept, w.whose) for w in found] == [
        ("キエフ", "name:kyiv", "russia"),
        ("キーウ", "name:kyiv", None),
    ]


def test_a_name_that_nobody_contests_is_no_wording(wide: Reader) -> None:
    """Most names are the same for all."""
    found = wide.read_text("東京に戻った。").records

    assert not any(isinstance(record, Wording) for record in found)
