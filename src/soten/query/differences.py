"""What differs between two texts of one story, with the exact words of both.

Sentences are laid side by side first, then the characters of sentences that are nearly the same.
Both steps are bounded, so that any two texts are compared in time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz import fuzz

from soten.records import Span

LONGEST = 20_000
"""Characters of a text that are compared; a story is seldom a tenth of it."""

_SENTENCES = 400
_CHARACTERS = 300
"""A longer sentence that is not the same is shown as a whole."""
_PAIR = 35.0
"""The least likeness (rapidfuzz ratio) of two sentences that are the same one in other words."""
_NEAR = 60.0
"""Below this likeness two such sentences are shown as wholes."""
_GAP = 2
"""So few equal characters between two differences belong to them."""

_ENDS = re.compile(r"[。！？!?]|\n")
_OPEN, _CLOSE = "「『（(", "」』）)"
_SIGNS = re.compile(r"[ーッ・＝=\s、。，．,.！？!?「」『』（）()〈〉《》【】“”\"'…―—–-]+")
_ENDING = re.compile(r"(?:ま(?!い)|[でだたてるいしすうくつきりえけれちぎびみせべめじあっ])*")
"""Hiragana of です・ます and である endings; no negation (ない, ず, ぬ, ません) and no particle is of it."""
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class Kind(StrEnum):
    """How two texts differ at a place."""

    ADDED = "added"
    """Only the second text has it: a sentence, or words within one."""
    LEFT_OUT = "left-out"
    """Only the first text has it: a sentence, or words within one."""
    NUMBER = "other-number"
    """A number is another one."""
    WORDS = "other-words"
    FORM = "other-form"
    """Polite or plain endings, width, signs, long vowels: the words are the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two texts differ; offsets count from where the texts given begin.

    `one` and `other` are None where a text has nothing there, and `before` and `after` hold the
    exact words.
    """

    kind: Kind
    one: Span | None
    other: Span | None
    before: str = ""
    after: str = ""


def differences(one: str, other: str) -> tuple[Difference, ...]:
    """Return where the second text differs from the first, in order of the first.

    >>> [(d.kind.value, d.before, d.after) for d in differences("死者は12人だ。", "死者は15人だ。")]
    [('other-number', '12', '15')]
    >>> [d.kind.value for d in differences("会った。", "会いました。詳報は後で。")]
    ['other-form', 'added']
    """
    ours, theirs = _sentences(one), _sentences(other)
    matcher = SequenceMatcher(
        None, [_plain(one, s) for s in ours], [_plain(other, s) for s in theirs], autojunk=False
    )
    found: list[Difference] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            for pair in _paired(one, ours[i:j], other, theirs[k:m]):
                found += _within(one, other, *pair)
    return tuple(found)


def shared_part(one: str, other: str, found: Iterable[Difference]) -> float:
    """Return how much of the shorter text stands in the longer one, 0 to 1, as differences tell."""
    mine = len(one) - sum(d.one.end - d.one.start for d in found if d.one and d.kind != Kind.FORM)
    theirs = len(other) - sum(
        d.other.end - d.other.start for d in found if d.other and d.kind != Kind.FORM
    )
    shorter, kept = min((len(one), mine), (len(other), theirs))
    return max(0.0, min(1.0, kept / shorter)) if shorter else 0.0


def _sentences(text: str) -> list[Span]:
    """Return the sentences of a text; a quotation is not cut."""
    found: list[Span] = []
    start = depth = at = 0
    for at, sign in enumerate(text[:LONGEST]):
        depth = max(0, depth + (sign in _OPEN) - (sign in _CLOSE))
        if sign == "\n" or (_ENDS.match(sign) and not depth):
            found += _trimmed(text, start, at + 1)
            start, depth = at + 1, 0
    found += _trimmed(text, start, min(len(text), LONGEST))
    return found[:_SENTENCES]


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _plain(text: str, span: Span) -> str:
    return unicodedata.normalize("NFKC", span.cut(text)).casefold()


Pairs = Iterator[tuple[Span | None, Span | None]]


def _paired(one: str, ours: Sequence[Span], other: str, theirs: Sequence[Span]) -> Pairs:
    """Yield sentences that differ, those that are one sentence in other words together, in order."""
    if len(ours) * len(theirs) > 40 * 40:
        yield from ((span, None) for span in ours)
        yield from ((None, span) for span in theirs)
        return
    left, right = ([_plain(t, s) for s in spans] for t, spans in ((one, ours), (other, theirs)))
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    likes = [[fuzz.ratio(a, b) for b in right] for a in left]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            pair = best[i + 1][j + 1] + likes[i][j] if likes[i][j] >= _PAIR else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(left) and j < len(right):
        if likes[i][j] >= _PAIR and best[i][j] == best[i + 1][j + 1] + likes[i][j]:
            yield ours[i], theirs[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield ours[i], None
            i += 1
        else:
            yield None, theirs[j]
            j += 1
    yield from ((span, None) for span in ours[i:])
    yield from ((None, span) for span in theirs[j:])


def _within(one: str, other: str, ours: Span | None, theirs: Span | None) -> Iterator[Difference]:
    """Yield the differences of two sentences, or a sentence that only one text has."""
    if theirs is None:
        assert ours is not None
        yield Difference(Kind.LEFT_OUT, ours, None, before=ours.cut(one))
    elif ours is None:
        yield Difference(Kind.ADDED, None, theirs, after=theirs.cut(other))
    else:
        for mine, yours in _runs(ours.cut(one), theirs.cut(other)):
            first, second = _moved(mine, ours.start), _moved(yours, theirs.start)
            before = first.cut(one) if first else ""
            after = second.cut(other) if second else ""
            yield Difference(_kind(before, after), first, second, before, after)


def _moved(run: tuple[int, int], by: int) -> Span | None:
    return Span(by + run[0], by + run[1]) if run[0] < run[1] else None


def _runs(one: str, other: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the stretches in which two sentences differ: whole numerals, and near ones together."""
    if max(len(one), len(other)) > _CHARACTERS or fuzz.ratio(one, other) < _NEAR:
        return [((0, len(one)), (0, len(other)))]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        mine, yours = _widened(one, i, j), _widened(other, k, m)
        if found and _is_near(one, found[-1][0][1], mine[0]):
            (start, _), (begin, _) = found.pop()
            mine, yours = (start, mine[1]), (begin, yours[1])
        found.append((mine, yours))
    return found


def _is_near(text: str, end: int, start: int) -> bool:
    """Say whether the words between two differences are too few to be shown apart from them."""
    between = text[end:start]
    return start <= end or (len(between) <= _GAP and between.isalpha() and not _is_kana(between))


def _is_kana(words: str) -> bool:
    return all("ぁ" <= sign <= "ん" for sign in words)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the whole of a numeral that it cuts or touches."""
    around = text[start - 1 : start] + text[end : end + 1]
    if any(map(_is_digit, text[start:end])) or (len(around) == 2 and all(map(_is_digit, around))):
        while start > 0 and _is_digit(text[start - 1]):
            start -= 1
        while end < len(text) and _is_digit(text[end]):
            end += 1
    return start, end


def _is_digit(sign: str) -> bool:
    return sign.isdecimal() or sign in ",，．."


def _kind(before: str, after: str) -> Kind:
    ours, theirs = _folded(before), _folded(after)
    if ours == theirs or (_ENDING.fullmatch(ours) and _ENDING.fullmatch(theirs)):
        return Kind.FORM
    if not before or not after:
        return Kind.LEFT_OUT if before else Kind.ADDED
    if _NUMERAL.findall(ours) != _NUMERAL.findall(theirs):
        return Kind.NUMBER
    return Kind.WORDS


def _folded(words: str) -> str:
    flat = unicodedata.normalize("NFKC", words).casefold().translate(_DIGITS)
    return _SIGNS.sub("", re.sub(r"(?<=[0-9])\.(?=[0-9])", "点", flat)).replace("点", ".")
