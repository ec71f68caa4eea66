"""Words that no verb of their own sentence reports."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


def _said(read: TextReader, text: str) -> list[tuple[str | None, str, str]]:
    """Return speaker, content and rule of each statement in a text."""
    return [
        (s.speaker.key if s.speaker else None, s.content.cut(text), s.rule)
        for s in read(text).findings.statements
    ]


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        pytest.param("ペルン外相：「橋は必ず残る。」", "橋は必ず残る。", "beside-name", id="colon"),
        pytest.param("ペルン外相「橋は必ず残る」", "橋は必ず残る", "beside-name", id="name-first"),
        pytest.param(
            "ペルン外相、再開を急ぐ　「橋は必ず残る」", "橋は必ず残る", "beside-name", id="headline"
        ),
        pytest.param("「橋は必ず残る」とペルン外相", "橋は必ず残る", "beside-name", id="と-name"),
        pytest.param("「橋は必ず残る」＝ペルン外相", "橋は必ず残る", "beside-name", id="equals"),
        pytest.param(
            "ペルン外相は次のように述べた。\n\n「橋は必ず残る。心配はない」",
            "橋は必ず残る。心配はない",
            "led-in",
            id="led-in",
        ),
        pytest.param(
            "ペルン外相は雑誌『橋』のインタビューに応じ、次のように語った。\n「橋は必ず残る」",
            "橋は必ず残る",
            "led-in",
            id="led-in-by-interview",
        ),
        pytest.param(
            "橋は必ず残る。\nファルケンを訪問中のペルン外相が3日語った。",
            "橋は必ず残る",
            "closed-by-report",
            id="closed-in-the-next-line",
        ),
        pytest.param(
            "「橋は必ず残る」。ペルン外相は記者団にこう語った。",
            "橋は必ず残る",
            "closed-by-report",
            id="closed-by-こう",
        ),
        pytest.param(
            "「橋は必ず残る。」\n\nと、ペルン外相は述べた。",
            "橋は必ず残る。",
            "closed-by-report",
            id="closed-by-と",
        ),
        pytest.param(
            "橋は必ず残るだろう。ペルン外相は語った。",
            "橋は必ず残るだろう",
            "closed-by-report",
            id="without-marks",
        ),
    ],
)
def test_words_are_tied_to_who_is_named_around_them(
    read: TextReader, text: str, content: str, rule: str
) -> None:
    """A name in the line, or a report in the next sentence, tells whose words they are."""
    ((speaker, told, by),) = _said(read, text)

    assert (told, by) == (content, rule)
    assert speaker is not None


def test_a_speaker_goes_on_in_a_quotation_of_its_own(read: TextReader) -> None:
    """「…」とA氏は述べた。「…」 is two statements of one speaker."""
    first, second = _said(read, "「橋は必ず残る」とペルン外相は述べた。「急ぐ理由はない」")

    assert second == (first[0], "急ぐ理由はない", "speaker-goes-on")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダの政党「緑の橋と平和の会」", id="name-of-a-party"),
        pytest.param("ペルン外相『橋と平和の長い歴史』", id="title-of-a-book"),
        pytest.param("「橋は必ず残る」という本", id="no-name"),
        pytest.param("雨が降り続いていた。ペルン外相は計画を見た。", id="no-verb-of-saying"),
        pytest.param("雨が降り続いていた。ペルン外相は橋について語った。", id="with-a-topic"),
        pytest.param("雨が降り続いていた。ペルン外相は語らなかった。", id="negated"),
        pytest.param("「橋は必ず残る」", id="nobody"),
    ],
)
def test_words_without_a_speaker_are_left_alone(read: TextReader, text: str) -> None:
    """Names of things, titles and words near nobody are no statements."""
    assert _said(read, text) == []


def test_a_quotation_longer_than_its_sentence_is_passed_over(read: TextReader) -> None:
    """An endless quotation is cut into sentences; the first holds no name after its end."""
    text = "「" + "橋は残り、道は開き、" * 300 + "」とペルン外相"

    assert _said(read, text) == []
