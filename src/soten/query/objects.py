"""Whether two quotations on a point speak of the same thing.

A stance is to something: a demand and a refusal stand against each other only where they are of
the same thing. Two quotations are compared by the words of content that both hold; where they
share none, or only one of them speaks of the thing not being so, they are not compared at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from soten.store.bigrams import fold

ALIKE = 0.8
"""The least share of like characters of two wordings that are one: a copy with a word changed.
Tuned on the seeds and samples: joint declarations lie above 0.9, different demands below 0.6."""

_LONG_ENOUGH = 12
"""Shorter wordings that differ at all are two: a word changed changes what they say."""

_KANJI = re.compile(r"[一-龥々]{2,}")
_NAME = re.compile(r"(?:[ァ-ヺー]{2,}|[a-z0-9]{2,})(?![ァ-ヺーa-z0-9]|[はがでへ])")
_SMALL_WORDS = frozenset(
    (
        "再開 検討 派遣 具体 専門 継続 拡大 強化 推進"
        " 大統領 用意 必要 可能 提案 計画 要求 条件 意向 姿勢 実現 協力 双方 両国 今後 問題"
        " 会見 記者 発表 表明 方針 日間 時間 今週 先週 一部 政府 首相 外相 大統 統領 基本"
        " 原則 主張 措置 自分 我 最終 現在 国連 今月 先月 以上 前提 状況 受入 全 同国"
        " 各国 国際 改め 対象 内容 関係 相手 実施 開始 考慮 準備 政権 戦争 紛争 首脳 大臣"
        " 会議 先日 本日 昨日 前線 交"
    ).split()
)
"""Kanji pairs and words that say nothing of what a stance is to."""

_NEGATIVE = re.compile(
    r"ない(?!か)|なく(?!なる)|ず(?:に|、|$)|停止|中止|中断|撤回|解除|断念|放棄|やめ|止め|禁じ|禁止|否認|否定"
    r"|拒[否む絶]|反対|解散|控え|不参加|凍結|撤退|脱退"
)
_OWN_REFUSAL = re.compile(
    r"(?:など|いかなる)?[はをもにが]?(?:一切|断固|決して)?(?:容認|受け入れ|認め|許[さ容]|応じ|参加|支持|同意|譲[らり])"
    r"[^、。]{0,8}(?:ない|ず|まい)[^、。]{0,8}$|(?:意図|つもり|考え|気|べき|こと|わけ|資格)[はもが]*"
    r"(?:でき)?(?:ない|なく)[^、。]{0,6}$|(?:拒[否むんみ絶]|反対|否定|辞退)[^、。]{0,6}$"
)
"""The end of what is refused, where the words of refusing stand in it themselves."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two quotations have in common: words of content, and whether they are one wording."""

    words: tuple[str, ...]
    is_same_wording: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one quotation, prepared to be compared with many."""

    text: str
    is_negative: bool
    """True where it speaks of something not being so, or being ended."""
    kanji: tuple[str, ...]
    names: frozenset[str]

    def shared(self, other: Wording) -> Shared | None:
        """Return what makes the two comparable, None where nothing does.

        >>> read = WordingReader().read
        >>> read("無条件の停戦").shared(read("30日間の暫定停戦")).words
        ('停戦',)
        >>> read("NATO加盟").shared(read("NATO加盟の断念")) is None
        True
        """
        if self.is_negative != other.is_negative:
            return None
        words = tuple(dict.fromkeys((*_common_kanji(self, other), *_common_names(self, other))))
        return Shared(words, self.is_alike(other)) if words else None

    def is_comparable(self, other: Wording) -> bool:
        """Say whether anything makes the two comparable (`shared`).

        >>> read = WordingReader().read
        >>> read("無条件の停戦").is_comparable(read("30日間の暫定停戦"))
        True
        """
        if self.is_negative != other.is_negative:
            return False
        return next(_common_kanji(self, other), None) is not None or not self.names.isdisjoint(
            other.names
        )

    def is_alike(self, other: Wording) -> bool:
        """Say whether the two are one wording, perhaps with a word changed."""
        if self.text == other.text:
            return True
        if min(len(self.text), len(other.text)) < _LONG_ENOUGH:
            return False
        # The package is imported by those who never compare.
        from rapidfuzz import fuzz

        return fuzz.ratio(self.text, other.text, score_cutoff=100 * ALIKE) > 0


class WordingReader:
    """Prepares wordings; `names` of parties, which say nothing of what a stance is to, are cut."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        folded = sorted({fold(name) for name in names if len(name) > 1})
        self._names = AhoCorasick(folded, matchkind=MatchKind.LeftmostLongest) if folded else None

    def read(self, words: str) -> Wording:
        """Return the words of a quotation, prepared."""
        text = fold(words).strip("「」『』“”\"'　 。、")
        content = self._without_names(text)
        return Wording(
            text=text,
            is_negative=_NEGATIVE.search(_OWN_REFUSAL.sub("", content)) is not None,
            kanji=tuple(_KANJI.findall(content)),
            names=frozenset(name for name in _NAME.findall(content) if not name.isdigit()),
        )

    def _without_names(self, text: str) -> str:
        if self._names is None:
            return text
        parts, done = [], 0
        for _, start, end in self._names.find_matches_as_indexes(text):
            parts.append(text[done:start])
            done = end
        return "、".join((*parts, text[done:]))


def _common_kanji(one: Wording, other: Wording) -> Iterator[str]:
    """Yield the longest stretches of two and more kanji that both hold, small words left out."""
    pairs = _pairs(other.kanji)
    if pairs.isdisjoint(_pairs(one.kanji)):
        return
    for run in one.kanji:
        start = 0
        while start < len(run) - 1:
            end = start
            while end < len(run) - 1 and run[end : end + 2] in pairs:
                end += 1
            if end > start and not _is_small(run[start : end + 1]):
                yield run[start : end + 1]
            start = max(end, start + 1)


@lru_cache(maxsize=8192)
def _pairs(runs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))


@lru_cache(maxsize=4096)
def _is_small(word: str) -> bool:
    """Say whether a stretch of kanji is made of small words only.

    >>> _is_small("必要条件"), _is_small("無条件")
    (True, False)
    """
    if word in _SMALL_WORDS:
        return True
    return len(word) % 2 == 0 and all(
        word[at : at + 2] in _SMALL_WORDS for at in range(0, len(word), 2)
    )


def _common_names(one: Wording, other: Wording) -> list[str]:
    return sorted(one.names & other.names)
