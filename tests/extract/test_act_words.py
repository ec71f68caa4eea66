"""Words that tell what is done by saying something, without a verb that names it."""

from __future__ import annotations

import pytest

from soten.records import Act
from tests.readings import TextReader

_DOES = {
    Act.CRITICIZE: (
        "橋の閉鎖は極めて遺憾だ",
        "砲撃は違憲であり、無益だ",
        "橋を壊したのは許し難い行為だ",
        "それは停戦合意の明白な違反だ",
        "砲撃は混乱を深めるだけだ",
        "橋を閉じるべきではなかった",
        "前もって知らせてほしかった",
        "砲撃は両国の信頼を損なう",
        "ロドナは約束を守っていない",
        "あれは意図的な攻撃でした",
        "隣国は武装勢力を支援している",
        "なぜ橋を閉じたのか",
        "軍の重大な過失だ",
        "隣国は訴えに耳を傾けようとしなかった",
    ),
    Act.WARN: (
        "橋が落ちかねない",
        "衝突の危険性は高い",
        "会談の中止もあり得る",
        "電撃的な対抗措置をとる",
        "封鎖が続けば、物資は届かなくなるだろう",
        "全軍が去るまで戦いは続く",
        "配備は衝突のリスクを高める",
        "残された時間は少ない",
    ),
    Act.DENY: (
        "わが軍は橋を攻撃していない",
        "武器は供給していません",
        "決して民家を標的にしたことはない",
        "停戦を破ったことは一度もありません",
        "橋の件には関与していない",
    ),
    Act.PRAISE: (
        "お会いできて光栄です",
        "投票を喜ばしく思う",
        "よい兆候だ",
        "合意は人々に希望を与えた",
    ),
    Act.DOUBT: (
        "結果を保証することはできない",
        "橋が残るとは思わない",
        "その狙いは何だろうか",
        "確かめる方法はない",
    ),
    Act.ACCEPT: ("停戦には賛成だ", "判決に従う", "停戦案に合意する"),
    Act.WILLING: (
        "近く協議したい",
        "橋を守るつもりです",
        "対話には今も前向きだ",
        "支援していきます",
    ),
    Act.PROPOSE: ("名乗り出れば処罰は免除する",),
    Act.DEMAND: ("砲撃を止めろ", "支援をお願いします", "投票が行われることを望む"),
    Act.REJECT: ("勝つまで戦いをやめない", "一歩も退かない", "町を手放さない"),
    Act.ANNOUNCE: ("橋で3人が死亡した", "無人機5機を撃墜しました", "支援を打ち切る決定を下した"),
    Act.ASSERT: (
        "残念ながら橋は古い",
        "橋は古いわけではない",
        "橋の過失割合は小さい",
        "川は高い山から流れる",
        "橋の下を船が通る",
        "市民は光を求めた",
        "橋はまだ建てていない",
    ),
}


@pytest.mark.parametrize(
    ("words", "act"), [(words, act) for act, sayings in _DOES.items() for words in sayings]
)
def test_words_tell_what_is_done(read: TextReader, words: str, act: Act) -> None:
    """The end of what is said blames, warns, contests or thanks, whatever verb reports it."""
    assert read(f"ベルカ大統領は「{words}」と述べた。").acts == [act]


def test_what_is_explained_stays_so(read: TextReader) -> None:
    """A verb of explaining keeps its act where the words only tell what was done."""
    assert read("ベルカ大統領は「無人機5機を撃墜した」と説明した。").acts == [Act.EXPLAIN]


def test_who_relays_does_not_blame(read: TextReader) -> None:
    """What is passed on as news blames nobody, whatever words tell it."""
    assert read("アルデ通信は砲撃は停戦合意の違反だと伝えた。").acts == [Act.ANNOUNCE]
