"""Nouns that carry a report."""

from __future__ import annotations

import pytest

from soten.records import Act
from tests.readings import TextReader


def _told(read: TextReader, text: str) -> list[tuple[str | None, str, Act, str]]:
    """Return speaker, content, act and rule of each statement in a text."""
    found = read(text)
    return [
        (s.speaker.key if s.speaker else None, s.content.cut(text), s.act, s.rule)
        for s in found.findings.statements
    ]


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        pytest.param(
            "首相は橋を直す考えを示した。", "橋を直す考え", Act.WILLING, id="考えを示した"
        ),
        pytest.param(
            "首相は橋を直す構えを見せた。", "橋を直す構え", Act.WILLING, id="構えを見せた"
        ),
        pytest.param("首相は橋を直す方針だ。", "橋を直す方針", Act.ANNOUNCE, id="方針だ"),
        pytest.param("首相は橋を直す考え。", "橋を直す考え", Act.WILLING, id="noun-final"),
        pytest.param("首相は橋は残るとの立場だ。", "橋は残る", Act.ASSERT, id="との立場だ"),
        pytest.param("首相は計画に疑問を呈した。", "計画に疑問", Act.DOUBT, id="疑問を呈した"),
        pytest.param(
            "首相は犠牲者に哀悼の意を表した。", "犠牲者に哀悼の意", Act.ASSERT, id="哀悼の意"
        ),
        pytest.param(
            "首相は遅れに遺憾の意を示した。", "遅れに遺憾の意", Act.CRITICIZE, id="遺憾の意"
        ),
        pytest.param(
            "首相は「済まない」と遺書を残した。", "済まない", Act.ASSERT, id="遺書を残した"
        ),
    ],
)
def test_a_noun_carries_what_its_subject_holds(
    read: TextReader, text: str, content: str, act: Act
) -> None:
    """What is shown, held or left as a noun is a statement of the subject."""
    ((_, told, done, _),) = _told(read, text)

    assert (told, done) == (content, act)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param("橋は残らないとの懸念が高まっている。", None, "橋は残らない", id="nobody"),
        pytest.param(
            "橋は残らないとの訴えが相次ぐ。", None, "橋は残らない", id="one-after-another"
        ),
        pytest.param("橋の行方を悲観する見方も強まった。", None, "橋の行方", id="view-of-a-thing"),
        pytest.param(
            "専門家から橋は残らないとの指摘が出ている。",
            "anonymous:専門家",
            "橋は残らない",
            id="from",
        ),
        pytest.param(
            "専門家から橋の閉鎖を求める声が上がった。",
            "anonymous:専門家",
            "橋の閉鎖",
            id="asked-for",
        ),
        pytest.param(
            "橋は残らないとの声も専門家から上がった。",
            "anonymous:専門家",
            "橋は残らない",
            id="late",
        ),
    ],
)
def test_a_view_abroad_is_a_statement_of_its_holders(
    read: TextReader, text: str, speaker: str | None, content: str
) -> None:
    """…との懸念が上がる tells what から or の間で names, or somebody, holds."""
    assert _told(read, text) == [(speaker, content, _told(read, text)[0][2], "voices-heard")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("橋を直す方針だ。", id="nobody's-plan"),
        pytest.param("首相の考えはよい考えだ。", id="no-clause"),
        pytest.param("首相に橋を直す考えはない。", id="negated"),
        pytest.param("橋を直す用意がある。", id="readiness-of-nobody"),
        pytest.param("橋への懸念が高まっている。", id="no-content"),
        pytest.param("首相は橋を見せた。", id="no-attitude"),
    ],
)
def test_a_noun_alone_carries_nothing(read: TextReader, text: str) -> None:
    """Without a subject, a clause or an attitude a noun tells nothing."""
    assert _told(read, text) == []
