"""Bodies named in full once and by the last part of their name afterwards: 制裁委員会, 外務省.

A part counts for a body only where no other body of the document ends with it, and only after the
full name. Words for the state itself (政府, 側, 当局) are no such part: every state has them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from soten.japanese.index import WordHit
from soten.japanese.names import Ground
from soten.japanese.tokens import NOUNS, Token
from soten.records import ActorType

_LEAST = 3
"""Characters of a part that may stand for the whole, unless it is a body that every state has."""


@dataclass(frozen=True, slots=True)
class Tail:
    """The last part of one body's name: its words, whose it is, and where the full name ends."""

    words: tuple[str, ...]
    member: str
    known_from: int


def find_tails(
    ground: Ground, named: Sequence[tuple[int, int, str]], bodies: Collection[str]
) -> list[tuple[int, int, str]]:
    """Return start, end and member of every body that is named by the last part of its name.

    `named` are start, end and member of the names found so far, in the order of the text;
    `bodies` are the members that are organizations, forces or outlets.
    """
    by_first: dict[str, list[Tail]] = defaultdict(list)
    for tail in _tails(ground, named, bodies):
        by_first[tail.words[0]].append(tail)
    for candidates in by_first.values():
        candidates.sort(key=lambda tail: -len(tail.words))
    found: list[tuple[int, int, str]] = []
    starts, ends = [start for start, _, _ in named], [end for _, end, _ in named]
    stop = 0
    for at, token in enumerate(ground.tokens):
        tails = by_first.get(token.surface)
        if tails is None or at < stop:
            continue
        before = bisect_right(starts, token.start) - 1
        if before >= 0 and token.start < ends[before]:
            continue
        match = _tail_at(ground, at, tails)
        if match is not None:
            stop = at + len(match.words)
            found.append((token.start, ground.tokens[stop - 1].end, match.member))
    return found


def _tails(
    ground: Ground, named: Sequence[tuple[int, int, str]], bodies: Collection[str]
) -> list[Tail]:
    """Return the last parts that belong to one body alone."""
    owners: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for start, end, member in named:
        if member not in bodies or start not in ground.begins or end not in ground.ends:
            continue
        first, last = ground.begins[start], ground.ends[end]
        for at in range(first + 1, last + 1):
            words = tuple(token.surface for token in ground.tokens[at : last + 1])
            if _may_stand_alone(ground, ground.tokens[at : last + 1]):
                owners[words].setdefault(member, end)
    return [
        Tail(words, *next(iter(owner.items())))
        for words, owner in owners.items()
        if len(owner) == 1
    ]


def _may_stand_alone(ground: Ground, tokens: Sequence[Token]) -> bool:
    """Say whether words are a kind of body: 制裁委員会, 外務省, but not 同盟国, and not 政府 or 軍."""
    words = "".join(token.surface for token in tokens)
    if tokens[0].pos not in NOUNS - {"SUF", "PRE", "NUM"}:
        return False
    body = ground.index.bodies.get(words)
    if body is not None:
        return body.suffix is not None and len(words) > 1
    last = tokens[-1].surface
    is_kind = last in ground.index.bodies or any(
        words.endswith(suffix) for suffix in ground.index.suffixes if suffix.endswith(last[-1])
    )
    return len(words) >= _LEAST and is_kind


def _tail_at(ground: Ground, at: int, tails: Sequence[Tail]) -> Tail | None:
    """Return the longest part that begins at a token, stands for itself and was named before."""
    tokens = ground.tokens
    if at and tokens[at - 1].end == tokens[at].start:
        before = tokens[at - 1]
        if before.surface == "・" or (before.pos in NOUNS and before.surface != "同"):
            return None
    for tail in tails:
        stop = at + len(tail.words)
        if tail.known_from > tokens[at].start or stop > len(tokens):
            continue
        part = tokens[at:stop]
        whole = all(one.end == other.start for one, other in pairwise(part))
        if whole and tuple(token.surface for token in part) == tail.words and _closes(ground, stop):
            return tail
    return None


def _closes(ground: Ground, stop: int) -> bool:
    """Say whether nothing but a title goes on after the part: 外務省報道官, not 外務省前."""
    if stop >= len(ground.tokens):
        return True
    after = ground.tokens[stop]
    if after.start != ground.tokens[stop - 1].end or after.pos not in NOUNS:
        return True
    word = ground.word_at.get(after.start)
    return after.surface == "側" or (word is not None and word.text in ground.index.titles)


def find_bare_bodies(
    ground: Ground, named: Sequence[tuple[int, int]]
) -> list[tuple[int, int, ActorType]]:
    """Return start, end and type of kinds of body that stand for themselves: 外務省は, 国防省によると.

    Only where a particle makes the body somebody who acts or is named as a source, and where the
    document names no body of this kind in full: with two, nobody could say which is meant.
    """
    full = {ground.text[start:end] for start, end in named}
    found: list[tuple[int, int, ActorType]] = []
    following = 0
    for word in ground.words:
        while following < len(named) and named[following][1] <= word.start:
            following += 1
        if following < len(named) and named[following][0] < word.end:
            continue
        body = ground.index.bodies.get(word.text)
        if body is None or body.suffix is None or not _stands_alone(ground, word):
            continue
        if not any(name.endswith(word.text) and name != word.text for name in full):
            found.append((word.start, word.end, body.type))
    return found


def _stands_alone(ground: Ground, word: WordHit) -> bool:
    first, last = ground.begins.get(word.start), ground.ends.get(word.end)
    if first is None or last is None or last + 1 >= len(ground.tokens):
        return False
    before, after = ground.tokens[first - 1] if first else None, ground.tokens[last + 1]
    if before is not None and before.end == word.start and before.pos in NOUNS:
        return False
    if after.start != word.end:
        return False
    if after.surface == "の" and last + 2 < len(ground.tokens):
        return ground.tokens[last + 2].surface in _TOLD
    return after.surface in _ACTS or after.surface == "資料"


_ACTS = frozenset(("は", "が", "も", "に", "によると", "によれば", "と", "や"))
_TOLD = frozenset("発表 声明 説明 資料 報告 報告書 調べ 集計 まとめ".split())
"""What a body tells by: 外務省の発表, 国防省の集計."""
