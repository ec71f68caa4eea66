"""Where the content of a predicate ends, frame by frame."""

from __future__ import annotations

import pytest

from soten.records import Act
from tests.readings import TextReader


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        pytest.param("首相は計画について批判した。", "計画", Act.CRITICIZE, id="について"),
        pytest.param("首相は計画については明言しなかった。", "計画", Act.DECLINE, id="not-about"),
        pytest.param("首相は、橋は残る、と述べた。", "橋は残る", Act.ASSERT, id="comma-before-to"),
        pytest.param("首相は「橋は残る」表明。", "橋は残る", Act.ANNOUNCE, id="no-to"),
        pytest.param("首相は「橋を直すよう」求めた。", "橋を直すよう", Act.DEMAND, id="you-quoted"),
        pytest.param(
            "首相は橋を直すよう、隣国に働きかけ始めた。", "橋を直す", Act.DEMAND, id="begun"
        ),
        pytest.param("首相は近づかないよう、率直に警告した。", "近づかない", Act.WARN, id="adverb"),
        pytest.param(
            "首相は橋が残る可能性に言及した。", "橋が残る可能性", Act.ASSERT, id="touched-upon"
        ),
        pytest.param("首相は橋は残る旨述べた。", "橋は残る", Act.ASSERT, id="旨"),
        pytest.param("首相は橋は残る旨発言した。", "橋は残る", Act.ASSERT, id="旨-noun"),
        pytest.param(
            "首相は自制するよう申し入れを行った。", "自制する", Act.DEMAND, id="よう-noun"
        ),
        pytest.param(
            "首相は撤退を求める声明を発表した。", "撤退", Act.DEMAND, id="document-issued"
        ),
        pytest.param(
            "首相は橋が危ないとして、隣国を非難した。", "橋が危ない", Act.CRITICIZE, id="tone"
        ),
        pytest.param("首相は橋は残るものとみている。", "橋は残るもの", Act.EXPLAIN, id="もの"),
    ],
)
def test_each_frame_gives_its_content(read: TextReader, text: str, content: str, act: Act) -> None:
    """The particle before a reporting verb ends its content."""
    (statement,) = read(text).findings.statements

    assert (statement.content.cut(text), statement.act) == (content, act)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("首相は計画について明言した。", id="about-without-content"),
        pytest.param("首相は記者団と話した。", id="companion"),
        pytest.param("首相は橋を直そうとした。", id="attempt"),
        pytest.param("首相は公然と語った。", id="adverb"),
        pytest.param("首相は取材に応じた。", id="interview"),
        pytest.param("首相は橋に言及した。", id="touched-without-content"),
        pytest.param("首相は撤退を求める決議に従った。", id="document-of-others"),
        pytest.param("首相は橋の名として広めた。", id="as"),
    ],
)
def test_what_is_no_content(read: TextReader, text: str) -> None:
    """A topic, a companion, an attempt and an adverb are nothing said."""
    assert read(text).findings.statements == []


@pytest.mark.parametrize(
    ("text", "speaker", "content", "act"),
    [
        pytest.param(
            "橋の閉鎖は、ノルダから要請されていた。", "norda", "橋の閉鎖", Act.DEMAND, id="agent"
        ),
        pytest.param(
            "橋は残ると報じられている。", "anonymous:報道", "橋は残る", Act.ANNOUNCE, id="media"
        ),
        pytest.param("ノルダ、橋の閉鎖拒否", "norda", "橋の閉鎖", Act.REJECT, id="headline"),
        pytest.param(
            "ベルカ大統領から、橋は残る旨の発言があった。",
            "belka",
            "橋は残る",
            Act.ASSERT,
            id="minutes",
        ),
    ],
)
def test_who_speaks_without_being_the_subject(
    read: TextReader, text: str, speaker: str, content: str, act: Act
) -> None:
    """Agents of passives, media, headlines and turns in minutes speak too."""
    (told,) = read(text).findings.statements

    assert told.speaker is not None
    assert (told.content.cut(text), told.act) == (content, act)
    assert told.speaker.key == speaker


def test_a_passive_without_agent_is_nobodys(read: TextReader) -> None:
    """「停戦が提案された」 tells nothing of who proposed it."""
    assert read("橋の閉鎖が提案された。").findings.statements == []


def test_clauses_listed_are_statements_each(read: TextReader) -> None:
    """「…ことや、…ことを確認した」 tells two things."""
    text = "首相は停戦を守ることや、捕虜を返すことを確認した。"
    told = [s.content.cut(text) for s in read(text).findings.statements]

    assert told == ["停戦を守ること", "捕虜を返すこと"]


def test_a_quotation_is_said_by_whom_follows_it(read: TextReader) -> None:
    """Translations leave と out: 「…」A氏は語った."""
    text = "「なぜ橋は閉じたままなのか？」ベルカ大統領は語った。"
    (told,) = read(text).findings.statements

    assert told.content.cut(text) == "なぜ橋は閉じたままなのか？"
    assert told.speaker is not None


def test_a_bare_denial_denies_what_was_said_before(read: TextReader) -> None:
    """「Bは否定している」 has the words before it for its own."""
    text = "ベルカ大統領は隣国が橋を壊したと述べたが、トセフ首相は否定している。"
    said, denied = read(text).findings.statements
    alone = "テスミアが橋を壊した。ベルカ大統領は否定している。"
    (told,) = read(alone).findings.statements

    assert (denied.act, denied.content) == (Act.DENY, said.content)
    assert (told.act, told.content.cut(alone)) == (Act.DENY, "テスミアが橋を壊した")
