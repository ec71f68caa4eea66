"""Which statements hold a fact that others could check."""

from __future__ import annotations

import pytest

from tests.readings import TextReader


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダ国防省は、テスミア軍が橋を砲撃したと発表した。", id="deed"),
        pytest.param("ノルダ国防省は、テスミア軍が橋を砲撃していると発表した。", id="going-on"),
        pytest.param("トセフ首相は「ノルダは停戦に違反している」と非難した。", id="charge"),
        pytest.param(
            "トセフ首相は、ノルダの指導部が国民を欺いていると批判した。", id="charge-in-any-words"
        ),
        pytest.param("カンデル報道官は、オルソク外相と会談したことを認めた。", id="admitted"),
        pytest.param("テスミア国防省は、死者は20人と発表した。", id="number-in-nouns"),
        pytest.param("テスミア国防省はファルケンの奪還を発表した。", id="deed-in-nouns"),
        pytest.param(
            "トセフ首相は、ファルケンの占領は国際法に反する行為だと述べた。", id="what-a-deed-is"
        ),
        pytest.param("カンデル報道官は「ファルケンでの攻防が続いています」と述べた。", id="polite"),
        pytest.param(
            "トセフ首相は、ノルダは約束を守ろうとしないと批判した。", id="charge-of-unwillingness"
        ),
        pytest.param("ベルカ大統領はファルケンの領有権を主張した。", id="plea-in-a-word"),
        pytest.param("両国は、戦闘が終わったことを確認した。", id="confirmed-fact"),
        pytest.param("テスミア政府によると、ノルダ軍は橋に地雷を設置。", id="without-its-verb"),
    ],
)
def test_what_is_told_as_done_can_be_checked(read: TextReader, text: str) -> None:
    """Deeds, charges, numbers and what is admitted could be checked by others."""
    assert len(read(text).findings.claims) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ベルカ大統領は、部隊を300人派遣する方針だと述べた。", id="plan"),
        pytest.param("ベルカ大統領は「兵士300人を派遣する」と述べた。", id="future"),
        pytest.param("ベルカ大統領は、攻撃の恐れがあると述べた。", id="fear"),
        pytest.param("ベルカ大統領は、攻撃は激しくなるだろうと述べた。", id="guess"),
        pytest.param("ベルカ大統領は、停戦が続くことを期待していると述べた。", id="hope"),
        pytest.param("ベルカ大統領は、ノルダの決意は揺るぎないと述べた。", id="resolve"),
        pytest.param("ベルカ大統領は、テスミアの求める条件を受け入れないと述べた。", id="refusal"),
        pytest.param("ベルカ大統領は2人の友好を宣言する声明を発表した。", id="a-paper"),
        pytest.param("ベルカ大統領は、攻撃は残念だと述べた。", id="feeling"),
        pytest.param("ベルカ大統領は、部隊を送るべきではなかったと述べた。", id="judgement"),
        pytest.param("ベルカ大統領は、ファルケンでの戦いをやめないと述べた。", id="will-not"),
        pytest.param("ベルカ大統領は、攻撃の停止を支持できないと述べた。", id="cannot"),
        pytest.param("ベルカ大統領は、攻撃の目的を変えることはないと述べた。", id="never-will"),
        pytest.param("ベルカ大統領は「なぜ橋を攻撃したのでしょうか」と述べた。", id="question"),
        pytest.param("両国は、停戦を守ることを確認した。", id="pledge-confirmed"),
        pytest.param(
            "テスミア政府によると、ノルダ軍は橋の修理を計画。", id="plan-without-its-verb"
        ),
    ],
)
def test_what_is_meant_or_felt_cannot_be_checked(read: TextReader, text: str) -> None:
    """Plans, guesses, hopes and refusals are no claims."""
    assert read(text).findings.claims == []
