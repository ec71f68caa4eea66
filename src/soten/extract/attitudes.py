"""Nouns that carry an act: 〜に懸念を示した, 〜との提案を行った, 否定的な考えを示した."""

from __future__ import annotations

from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.records import Act

TOLD_BY = {
    **dict.fromkeys(
        "声明 談話 発表 報告 発言 コメント 論説 記事 書簡 報道 情報 結論 判断 回答 演説 会見 遺書 手紙 言葉 "
        "メッセージ 質問 声 宣言 意見 投稿 証言".split(),
        Act.ASSERT,
    ),
    "批判": Act.CRITICIZE,
    "非難": Act.CRITICIZE,
    "提案": Act.PROPOSE,
    "通告": Act.ANNOUNCE,
    "要求": Act.DEMAND,
    "要請": Act.DEMAND,
    "警告": Act.WARN,
    "反論": Act.DENY,
    "申し入れ": Act.PROPOSE,
    "指摘": Act.EXPLAIN,
    "訴え": Act.DEMAND,
}
"""What is done by 〜との…をする, by its noun; without と it tells nothing."""

_BEARING = frozenset("姿勢 見方 考え 見解 立場 反応 態度 意見 認識".split())
"""Nouns whose act is told by the word before them: 否定的な考えを示した."""


def act_of_noun(
    word: str, at: int, since: int, view: SentenceView, analysis: Analysis, rules: Rules
) -> Act | None:
    """Return the act of the noun `word` that ends the phrase `at`, or of what describes it."""
    act = rules.attitudes.get(word)
    if word not in _BEARING or at - 1 < since:
        return act
    before = view.phrases[at - 1]
    if before.end != view.phrases[at].start:
        return act
    return rules.attitudes.get(head_word(analysis, before), act)


def head_word(analysis: Analysis, phrase: Phrase) -> str:
    """Return the last word of a phrase's content part."""
    for token in reversed(analysis.tokens[phrase.first : phrase.last]):
        if token.end <= phrase.head_end and token.pos not in ("P", "AUX"):
            return token.surface
    return ""
